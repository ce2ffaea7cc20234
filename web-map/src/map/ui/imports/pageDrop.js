/** Files dropped anywhere on the page open the wizard; while something is dragged the page says so. */
import { element, html } from '../../lib/html.js';
import { icon } from '../icons.js';

export class PageDrop {
  #t;
  #onFiles;
  #sign = null;

  constructor(t, onFiles) {
    this.#t = t;
    this.#onFiles = onFiles;
  }

  open() {
    for (const [type, listener] of Object.entries(this.#listeners)) document.addEventListener(type, listener);
    return this;
  }

  close() {
    for (const [type, listener] of Object.entries(this.#listeners)) document.removeEventListener(type, listener);
    this.#hide();
  }

  #listeners = {
    dragover: (event) => {
      if (!this.#isForUs(event)) return;
      event.preventDefault();
      this.#show();
    },
    dragleave: (event) => {
      if (!event.relatedTarget) this.#hide();
    },
    drop: (event) => {
      this.#hide();
      if (!this.#isForUs(event) || event.defaultPrevented) return;
      event.preventDefault();
      this.#onFiles([...event.dataTransfer.files]);
    },
  };

  /** An open dialog takes its own drops, and what is not a file is none of ours. */
  #isForUs(event) {
    return event.dataTransfer?.types.includes('Files') && !document.querySelector('dialog[open]');
  }

  #show() {
    if (this.#sign) return;
    this.#sign = element(html`<div class="page-drop"><p>${icon('upload')} ${this.#t('imports.dropHere')}</p></div>`);
    document.body.append(this.#sign);
  }

  #hide() {
    this.#sign?.remove();
    this.#sign = null;
  }
}
