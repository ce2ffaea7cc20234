/** The buttons at the bottom of the wizard: always in sight, and saying what is still missing. */
import { html, on } from '../../lib/html.js';
import { icon } from '../icons.js';
import { renderChanged } from './renderChanged.js';

export class WizardFooter {
  static defaults = { onReadIn: () => {}, onCancel: () => {} };

  #app;
  #element;
  #options;
  #files = [];
  #chosen = null;
  #bare = false;
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...WizardFooter.defaults, ...options };
  }

  open() {
    const { onReadIn, onCancel } = this.#options;
    this.#stops = [
      on(this.#element, 'click', '#import-start', (event, button) => button.getAttribute('aria-disabled') !== 'true' && onReadIn([this.#chosen])),
      on(this.#element, 'click', '#import-all', () => onReadIn(this.#ready())),
      on(this.#element, 'click', '#import-cancel', () => onCancel(this.#chosen)),
      on(this.#element, 'click', '#import-next-part', () => this.#chosen.readNextPart()),
      on(this.#element, 'click', '#import-again', () => this.#chosen.correctAgain()),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
  }

  /** Beside the earlier imports there is nothing to do here but close. */
  set bare(bare) {
    this.#bare = bare;
    this.show(this.#files, this.#chosen);
  }

  show(files, chosen) {
    this.#files = files;
    this.#chosen = chosen;
    const markup = html`${!this.#bare && this.#buttons()}<p class="wizard__hint" id="import-hint">${!this.#bare && this.#hint()}</p><button type="button" class="button" id="import-close" data-close>${this.#app.t('close')}</button>`;
    renderChanged(this.#element, markup);
  }

  #ready() {
    return this.#files.filter(({ state, busy }) => state === 'ready' && !busy);
  }

  #buttons() {
    const { t } = this.#app;
    const file = this.#chosen;
    const ready = this.#ready();
    const all = ready.length > 1 && html`<button type="button" class="button" id="import-all">${t('imports.startAll', { count: ready.length })}</button>`;
    if (!file) return null;
    if (file.isOpen) {
      const may = file.state === 'ready' && !file.busy;
      return html`<button type="button" class="button button--primary" id="import-start" aria-disabled="${String(!may)}" aria-describedby="import-hint">${icon('upload')} ${t('imports.start')}</button>${all}`;
    }
    if (file.state === 'importing' || file.state === 'waits') return html`<button type="button" class="button" id="import-cancel">${icon('close')} ${t('imports.cancel')}</button>${all}`;
    if (['failed', 'cancelled', 'withdrawn'].includes(file.state) && file.look) return html`<button type="button" class="button button--primary" id="import-again">${icon('edit')} ${t('imports.correctAgain')}</button>${all}`;
    if (file.state === 'complete' && file.nextPart) return html`<button type="button" class="button" id="import-next-part">${icon('upload')} ${t('imports.nextPart', { part: file.nextPart })}</button>${all}`;
    return all || null;
  }

  #hint() {
    const { t } = this.#app;
    const file = this.#chosen;
    if (!file) return t('imports.hint.nothingStored');
    if (file.isOpen && file.busy) return t('imports.hint.busy');
    if (file.state === 'importing' && file.cancelling) return t('imports.hint.cancelling');
    if (file.state === 'importing' || file.state === 'waits') return t('imports.progress.closing');
    if (file.state === 'asks') return t('imports.hint.asks');
    if (file.state === 'ready') return t('imports.hint.ready', { placed: file.look.check.placed, rows: file.look.check.rows });
    return '';
  }
}
