/**
 * A modal dialog on the browser's own <dialog>: the page behind is inert, Esc closes, and the focus goes back to where
 * it came from.
 */
import { element, html, on, render } from '../lib/html.js';
import { icon } from './icons.js';

let sequence = 0;

export class Dialog {
  static defaults = {
    /** Words for the close button. */
    closeLabel: '',
    title: '',
    /** 'narrow', 'medium' or 'wide'. */
    width: 'medium',
    /** Asked before Esc, the cross or `close()` closes; false keeps the dialog open. */
    mayClose: () => true,
    /** Told once, after the dialog has gone. */
    onClose: () => {},
  };

  #options;
  #node = null;
  #opener = null;

  constructor(options = {}) {
    this.#options = { ...Dialog.defaults, ...options };
  }

  /** The part that the owner fills with `render`. */
  get body() {
    return this.#node.querySelector('.dialog__body');
  }

  /** The part for buttons, at the bottom and always in sight. */
  get footer() {
    return this.#node.querySelector('.dialog__footer');
  }

  get isOpen() {
    return this.#node !== null;
  }

  open() {
    if (this.#node) return this;
    const { title, closeLabel, width } = this.#options;
    const id = `dialog-${++sequence}`;
    this.#opener = document.activeElement;
    this.#node = element(html`
      <dialog class="dialog dialog--${width}" aria-labelledby="${id}-title">
        <header class="dialog__header">
          <h2 class="dialog__title" id="${id}-title" tabindex="-1">${title}</h2>
          <button type="button" class="button button--quiet button--icon" data-close aria-label="${closeLabel}" title="${closeLabel}">${icon('close')}</button>
        </header>
        <div class="dialog__body"></div>
        <footer class="dialog__footer"></footer>
      </dialog>`);
    on(this.#node, 'click', '[data-close]', () => this.close());
    this.#node.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close();
    });
    document.body.append(this.#node);
    this.#node.showModal();
    this.focusTitle();
    return this;
  }

  /** Puts the focus on the title, where a screen reader starts reading. */
  focusTitle() {
    this.#node.querySelector('.dialog__title').focus();
  }

  set title(text) {
    render(this.#node.querySelector('.dialog__title'), html`${text}`);
  }

  close() {
    if (!this.#node || this.#options.mayClose() === false) return;
    this.#node.close();
    this.#node.remove();
    this.#node = null;
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#options.onClose();
  }
}
