/** What is good to know of the file: choices remembered from last time, what was repaired, and files of the same shape. */
import { formatDate } from '../../lib/format.js';
import { html, on } from '../../lib/html.js';
import { otherParts, unsaid } from '../../lib/importLook.js';
import { icon } from '../icons.js';
import { renderChanged } from './renderChanged.js';

/** So many other sheets are named; of more than that the first. */
const OTHERS_NAMED = 6;

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
    const others = look.parts.some(({ chosen }) => chosen) ? otherParts(look) : [];
    const alike = file.isCorrected ? this.#options.alike(file) : [];
    renderChanged(
      this.#element,
      html`
        ${this.#saved(file)}
        ${alike.length > 0 && html`<div class="note note--action"><p>${icon('copy')} ${t('imports.share', { count: alike.length })}</p><button type="button" class="button button--small" id="look-share" data-share>${t('imports.shareDo')}</button></div>`}
        ${others.length > 0 && html`<p class="note">${icon('info')} ${t('imports.note.otherParts', { count: others.length, part: look.parts.find(({ chosen }) => chosen)?.name ?? '', others: others.slice(0, OTHERS_NAMED).join(', ') + (others.length > OTHERS_NAMED ? ' …' : '') })}</p>`}
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
