/** What is good to know of the file: choices remembered from last time, what was repaired, and files of the same shape. */
import { formatDate } from '../../lib/format.js';
import { html, on } from '../../lib/html.js';
import { unsaid } from '../../lib/importLook.js';
import { icon } from '../icons.js';
import { renderChanged } from './renderChanged.js';

export class LookNotes {
  static defaults = { alike: () => [] };

  #app;
  #element;
  #options;
  #file = null;
  #stop = () => {};

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...LookNotes.defaults, ...options };
  }

  open() {
    this.#stop = on(this.#element, 'click', '[data-saved]', (event, button) => this.#file.correct({ savedMapping: button.dataset.saved === 'use' ? this.#file.look.savedMapping.id : undefined }));
    return this;
  }

  close() {
    this.#stop();
  }

  show(file) {
    this.#file = file;
    const { t } = this.#app;
    const { look } = file;
    const alike = file.isCorrected ? this.#options.alike(file) : [];
    renderChanged(
      this.#element,
      html`
        ${this.#saved(file)}
        ${alike.length > 0 && html`<div class="note note--action"><p>${icon('copy')} ${t('imports.share', { count: alike.length })}</p><button type="button" class="button button--small" id="look-share" data-share>${t('imports.shareDo')}</button></div>`}
        ${look.recognisedAs && html`<p class="note">${icon('info')} ${t(`imports.recognisedAs.${look.recognisedAs}`)}</p>`}
        ${unsaid(look).map((what) => html`<p class="note">${icon('alert')} ${t(`imports.note.${what}`)}</p>`)}
        ${look.notes.map((text) => html`<p class="note">${icon('info')} ${text}</p>`)}`,
    );
  }

  #saved({ look, choices }) {
    const { t } = this.#app;
    if (!look.savedMapping) return null;
    const { name, savedAt, savedBy } = look.savedMapping;
    const words = { name, date: formatDate(savedAt).slice(0, 10), person: savedBy };
    if (choices.savedMapping === undefined) return html`<div class="note note--action"><p>${icon('info')} ${t('imports.saved.unused', words)}</p><button type="button" class="button button--small" id="look-saved" data-saved="use">${t('imports.saved.use')}</button></div>`;
    return html`<div class="note note--action"><p>${icon('check')} ${t('imports.saved.used', words)}</p><button type="button" class="button button--small" id="look-saved" data-saved="leave">${t('imports.saved.leave')}</button></div>`;
  }
}
