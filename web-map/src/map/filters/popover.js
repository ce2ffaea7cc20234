/**
 * A button that shows and hides a box below it. Esc and a click elsewhere close it; Esc gives the focus back to the
 * button. The box is part of the page right after its button, so that Tab goes straight into it.
 */
import { on } from '../lib/html.js';

export class Popover {
  #root;
  #onOpen;
  #stops = [];

  /** `root` holds a `[data-popover-button]` and a `[data-popover-box]`; `onOpen` fills the box. */
  constructor(root, onOpen = () => {}) {
    this.#root = root;
    this.#onOpen = onOpen;
  }

  open() {
    this.#stops.push(
      on(this.#root, 'click', '[data-popover-button]', () => this.toggle()),
      on(this.#root, 'keydown', '*', (event) => this.#key(event)),
    );
    document.addEventListener('pointerdown', this.#outside);
    this.#root.addEventListener('focusout', this.#left);
    return this;
  }

  close() {
    document.removeEventListener('pointerdown', this.#outside);
    this.#root.removeEventListener('focusout', this.#left);
    for (const stop of this.#stops.splice(0)) stop();
  }

  get shown() {
    return !this.#box.hidden;
  }

  toggle(shown = !this.shown) {
    if (shown) this.#onOpen(this.#box);
    this.#box.hidden = !shown;
    this.#button.setAttribute('aria-expanded', String(shown));
  }

  get #box() {
    return this.#root.querySelector('[data-popover-box]');
  }

  get #button() {
    return this.#root.querySelector('[data-popover-button]');
  }

  #key(event) {
    if (event.key !== 'Escape' || !this.shown) return;
    event.stopPropagation();
    this.toggle(false);
    this.#button.focus();
  }

  #outside = (event) => {
    if (this.shown && !this.#root.contains(event.target)) this.toggle(false);
  };

  #left = (event) => {
    if (this.shown && event.relatedTarget && !this.#root.contains(event.relatedTarget)) this.toggle(false);
  };
}
