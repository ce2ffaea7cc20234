/**
 * The bar over the map while a tool is at work: what to do next, and buttons for everything that keys and gestures do.
 */
import { attributes, element, html, on, render } from '../lib/html.js';
import { icon } from '../ui/icons.js';

export class ToolBar {
  static defaults = {
    label: '',
    /** [{ id, label, icon, kind?: 'primary' }] */
    buttons: [],
    /** Told the id of the button. */
    onPress: () => {},
  };

  #area;
  #options;
  #node = null;
  #stop = () => {};

  /** @param {HTMLElement} area the part of the page that holds the map */
  constructor(area, options = {}) {
    this.#area = area;
    this.#options = { ...ToolBar.defaults, ...options };
  }

  open() {
    const { label, buttons } = this.#options;
    this.#node = element(html`
      <div class="tool-bar" role="group" aria-label="${label}">
        <p class="tool-bar__text"></p>
        <div class="tool-bar__buttons">${buttons.map(
          (button) => html`<button type="button" class="button ${button.kind === 'primary' ? 'button--primary' : ''}" data-press="${button.id}" ${attributes({ id: `tool-${button.id}` })}>${icon(button.icon)} ${button.label}</button>`,
        )}</div>
      </div>`);
    this.#stop = on(this.#node, 'click', '[data-press]', (event, button) => this.#options.onPress(button.dataset.press));
    for (const type of ['pointerdown', 'dblclick', 'wheel']) this.#node.addEventListener(type, (event) => event.stopPropagation());
    this.#area.append(this.#node);
    return this;
  }

  close() {
    this.#stop();
    this.#node?.remove();
    this.#node = null;
  }

  say(text) {
    render(this.#node.querySelector('.tool-bar__text'), html`${text}`);
  }

  /** Switches a button on or off; one that is off stays in the tab order's place but cannot be pressed. */
  enable(id, possible) {
    this.#node.querySelector(`[data-press="${id}"]`).disabled = !possible;
  }
}
