/**
 * Short messages at the edge of the page. They are said politely by screen readers, stay while the pointer or the focus
 * is on them, and may offer one thing to do, such as undo.
 */
import { element, html } from '../lib/html.js';
import { icon } from './icons.js';

export class Toasts {
  static defaults = {
    /** How long a plain message stays. */
    seconds: 8,
    /** How long a message with something to do stays: long enough to find it by keyboard. */
    actionSeconds: 30,
    closeLabel: '',
  };

  #root;
  #options;

  /** @param {HTMLElement} root live region */
  constructor(root, options = {}) {
    this.#root = root;
    this.#options = { ...Toasts.defaults, ...options };
  }

  /**
   * Shows a message.
   * @param {string} text
   * @param {{kind?: 'info'|'success'|'danger', action?: {label: string, run: () => void}}} [options]
   * @returns {() => void} takes the message away
   */
  show(text, { kind = 'info', action = null } = {}) {
    const toast = element(html`
      <div class="toast toast--${kind}">
        <p class="toast__text">${text}</p>
        ${action && html`<button type="button" class="button button--on-dark" data-action>${action.label}</button>`}
        <button type="button" class="button button--on-dark button--icon" data-dismiss aria-label="${this.#options.closeLabel}">${icon('close')}</button>
      </div>`);
    this.#dropFinished();
    const seconds = action ? this.#options.actionSeconds : this.#options.seconds;
    let timer = null;
    const stop = () => clearTimeout(timer);
    const remove = () => {
      stop();
      toast.remove();
    };
    const start = () => {
      stop();
      timer = setTimeout(remove, seconds * 1000);
    };
    toast.querySelector('[data-dismiss]').addEventListener('click', remove);
    toast.querySelector('[data-action]')?.addEventListener('click', () => {
      remove();
      action.run();
    });
    for (const type of ['pointerenter', 'focusin']) toast.addEventListener(type, stop);
    for (const type of ['pointerleave', 'focusout']) toast.addEventListener(type, start);
    this.#root.append(toast);
    start();
    return remove;
  }

  /** A newer message replaces those that only told something; what can still be undone stays. */
  #dropFinished() {
    for (const toast of [...this.#root.children]) if (!toast.querySelector('[data-action]')) toast.remove();
  }

  /** Takes all messages away. */
  close() {
    this.#root.replaceChildren();
  }
}
