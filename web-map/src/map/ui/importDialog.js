/**
 * Reads in a file: choose or drop it, follow the work, see what became of every row, and take it back if it was wrong.
 */
import { attributes, html, on, render } from '../lib/html.js';
import { formatNumber } from '../lib/format.js';
import { Dialog } from './dialog.js';
import { checkField, clearErrors, notice, selectField, showErrors, textField } from './fields.js';
import { icon } from './icons.js';
import { importReport } from './importReport.js';

const KINDS = ['auto', 'incidents', 'unsafe-places', 'base'];
const BASE_ROLES = ['roads', 'paths', 'buildings', 'water', 'green', 'rail', 'lamps', 'addresses', 'properties', 'districts', 'boundary', 'places'];
/** Offered in the list of coordinate systems; any other EPSG code can be written. */
const KNOWN_CRS = ['EPSG:3006', 'EPSG:3007', 'EPSG:3008', 'EPSG:3009', 'EPSG:3010', 'EPSG:3011', 'EPSG:3012', 'EPSG:3013', 'EPSG:3014', 'EPSG:3015', 'EPSG:3016', 'EPSG:3017', 'EPSG:3018', 'EPSG:3021', 'EPSG:3857', 'EPSG:4326', 'EPSG:27700'];
const ASK_EVERY_MILLIS = 500;
/** The state of a job that will not change any more. */
const ENDED = ['complete', 'failed', 'cancelled', 'withdrawn'];

export class ImportDialog {
  #app;
  #dialog = null;
  #file = null;
  #job = null;
  #timer = 0;
  #saidQuarter = 0;

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('import.title'), closeLabel: t('close'), onClose: () => clearTimeout(this.#timer) }).open();
    const { body, footer } = this.#dialog;
    on(body, 'submit', '#import-form', (event) => this.#submit(event));
    on(body, 'change', '#import-file', (event, input) => this.#choose(input.files[0]));
    on(body, 'change', '[name="kind"]', (event, select) => this.#onKind(select.value));
    for (const type of ['dragover', 'dragleave', 'drop']) body.addEventListener(type, (event) => this.#onDrag(event));
    on(footer, 'click', '[data-cancel-job]', () => this.#cancel());
    on(footer, 'click', '[data-take-back]', () => this.#takeBack());
    on(footer, 'click', '[data-another]', () => this.#showForm());
    on(footer, 'click', '[data-show]', () => this.#showOnMap());
    this.#showForm();
    return this;
  }

  close() {
    clearTimeout(this.#timer);
    this.#dialog.close();
  }

  #showForm() {
    const { t } = this.#app;
    this.#file = null;
    this.#job = null;
    render(
      this.#dialog.body,
      html`
        <div id="import-message"></div>
        <form id="import-form" class="form" novalidate>
          <div class="field" data-field="file">
            <div class="drop" id="import-drop">
              <input type="file" class="drop__input visually-hidden" id="import-file" accept=".csv,.tsv,.txt,.xlsx,.geojson,.json,.zip,.gz" aria-describedby="import-file-hint import-file-error">
              <p><label class="button" for="import-file">${icon('upload')} ${t('import.file')}</label> ${t('import.drop')}</p>
              <p class="field__hint" id="import-file-hint">${t('import.fileHint')}</p>
              <p class="drop__chosen" id="import-chosen" role="status"></p>
            </div>
            <p class="field__error" id="import-file-error" hidden></p>
          </div>
          ${textField({ name: 'dataset', label: t('import.dataset'), hint: t('import.datasetHint') }, { maxlength: 120, autocomplete: 'off' })}
          <div class="form__pair">
            ${selectField({ name: 'kind', label: t('import.kind') }, KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })), 'auto')}
            ${textField({ name: 'crs', label: t('import.crs'), hint: t('import.crsHint') }, { list: 'known-crs', placeholder: t('import.crsAuto'), autocomplete: 'off' })}
          </div>
          <datalist id="known-crs">${KNOWN_CRS.map((code) => html`<option value="${code}">${t.has(`crs.${code}`) ? t(`crs.${code}`) : code}</option>`)}</datalist>
          <div id="import-role" hidden>${selectField({ name: 'role', label: t('import.role') }, BASE_ROLES.map((role) => ({ value: role, label: t(`baseRole.${role}`) })))}</div>
          ${textField({ name: 'source', label: t('import.source'), hint: t('import.sourceHint') }, { maxlength: 200, autocomplete: 'off' })}
          ${checkField({ name: 'invented', label: t('import.invented'), hint: t('import.inventedHint') })}
        </form>`,
    );
    render(
      this.#dialog.footer,
      html`
        <button type="submit" class="button button--primary" form="import-form" id="import-start">${icon('upload')} ${t('import.start')}</button>
        <button type="button" class="button" data-close>${t('cancel')}</button>`,
    );
  }

  #onKind(kind) {
    this.#dialog.body.querySelector('#import-role').hidden = kind !== 'base';
  }

  #onDrag(event) {
    const drop = this.#dialog.body.querySelector('#import-drop');
    if (!drop) return;
    event.preventDefault();
    drop.classList.toggle('drop--over', event.type === 'dragover');
    if (event.type === 'drop' && event.dataTransfer.files.length > 0) this.#choose(event.dataTransfer.files[0]);
  }

  #choose(file) {
    if (!file) return;
    const { t, locale } = this.#app;
    this.#file = file;
    clearErrors(this.#dialog.body.querySelector('#import-form'));
    render(this.#dialog.body.querySelector('#import-chosen'), html`${icon('check')} ${t('import.chosen', { file: file.name, size: sizeWords(file.size, locale) })}`);
    const name = this.#dialog.body.querySelector('[name="dataset"]');
    if (!name.value) name.value = file.name.replace(/\.[^.]+$/, '');
  }

  #submit(event) {
    event.preventDefault();
    const form = event.target;
    if (!this.#file) {
      showErrors(form, [{ field: 'file', reason: this.#app.t('import.needFile') }]);
      return;
    }
    const data = new FormData(form);
    const body = new FormData();
    body.set('file', this.#file, this.#file.name);
    for (const name of ['dataset', 'crs', 'source']) if (data.get(name)?.trim()) body.set(name, data.get(name).trim());
    body.set('kind', data.get('kind'));
    if (data.get('kind') === 'base') body.set('role', data.get('role'));
    if (data.get('invented')) body.set('invented', 'true');
    this.#start(body);
  }

  async #start(body) {
    const { api, t } = this.#app;
    const { body: place } = this.#dialog;
    const button = this.#dialog.footer.querySelector('#import-start');
    button.disabled = true;
    render(place.querySelector('#import-message'), notice('info', t('import.sending')));
    try {
      const answer = await api.post('/api/imports', body, { headers: { Prefer: 'respond-async' } });
      this.#job = answer.body ?? (await api.get(answer.location)).body;
      if (this.#dialog.isOpen) this.#follow();
    } catch (error) {
      if (!this.#dialog.isOpen) return;
      button.disabled = false;
      this.#showProblem(error);
    }
  }

  #showProblem(error) {
    const { t } = this.#app;
    const homeless = showErrors(this.#dialog.body.querySelector('#import-form'), error.errors);
    const more = homeless.map((e) => `${e.reason ?? ''} ${e.remedy ?? ''}`).join(' ');
    render(this.#dialog.body.querySelector('#import-message'), notice('danger', `${error.detail || error.title || t('import.failedSend')} ${more}`.trim()));
  }

  #follow() {
    if (ENDED.includes(this.#job.state)) {
      this.#showReport();
      return;
    }
    this.#showProgress();
    this.#timer = setTimeout(() => this.#askAgain(), ASK_EVERY_MILLIS);
  }

  async #askAgain() {
    try {
      this.#job = (await this.#app.api.get(`/api/imports/${encodeURIComponent(this.#job.id)}`)).body;
      if (this.#dialog.isOpen) this.#follow();
    } catch (error) {
      if (this.#dialog.isOpen) render(this.#dialog.body, notice('danger', error.detail || this.#app.t('import.lost')));
    }
  }

  #showProgress() {
    const { t, locale, announce } = this.#app;
    const { rows, rowsPerSecond, secondsLeft, bytesRead, bytesTotal, fileName, phase } = this.#job;
    const share = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null;
    const number = (value) => formatNumber(value ?? 0, locale, 0);
    render(
      this.#dialog.body,
      html`
        <p class="lead" id="import-progress-label">${t('import.reading', { file: fileName })}</p>
        <progress class="progress" aria-labelledby="import-progress-label" ${attributes(share === null ? {} : { value: share, max: 1 })}></progress>
        <dl class="figures">
          <div><dt>${t('import.rowsRead')}</dt><dd>${number(rows)}</dd></div>
          <div><dt>${t('import.speed')}</dt><dd>${t('import.perSecond', { count: Math.round(rowsPerSecond ?? 0) })}</dd></div>
          <div><dt>${t('import.left')}</dt><dd>${secondsLeft === null || secondsLeft === undefined ? '–' : t('import.seconds', { count: Math.ceil(secondsLeft) })}</dd></div>
        </dl>
        <p class="muted">${t.has(`phase.${phase}`) ? t(`phase.${phase}`) : ''}</p>`,
    );
    if (!this.#dialog.footer.querySelector('[data-cancel-job]')) {
      render(this.#dialog.footer, html`<button type="button" class="button" data-cancel-job>${icon('close')} ${t('import.cancel')}</button>`);
      this.#dialog.footer.querySelector('[data-cancel-job]').focus();
    }
    const quarter = share === null ? 0 : Math.floor(share * 4);
    if (quarter > this.#saidQuarter) announce(t('import.progress', { percent: quarter * 25 }));
    this.#saidQuarter = quarter;
  }

  #showReport() {
    const { t, bus, state } = this.#app;
    const done = this.#job.state === 'complete';
    this.#dialog.title = t('import.reportTitle');
    render(this.#dialog.body, importReport(this.#job, this.#app));
    render(
      this.#dialog.footer,
      html`
        ${done && this.#job.placed > 0 && html`<button type="button" class="button button--primary" data-show>${icon('zoom')} ${t('import.show')}</button>`}
        ${done && html`<button type="button" class="button button--danger" data-take-back>${icon('undo')} ${t('import.takeBack')}</button>`}
        <button type="button" class="button" data-another>${t('import.another')}</button>
        <button type="button" class="button" data-close>${t('close')}</button>`,
    );
    this.#dialog.focusTitle();
    if (!done) return;
    state.set({ hotspot: null, measure: null }, { history: 'replace' });
    bus.emit('data:changed');
  }

  async #cancel() {
    try {
      this.#job = (await this.#app.api.post(`/api/imports/${encodeURIComponent(this.#job.id)}/cancel`, {})).body ?? this.#job;
    } catch (error) {
      this.#app.announce(error.detail);
    }
  }

  async #takeBack() {
    const { api, bus, t } = this.#app;
    try {
      await api.delete(`/api/imports/${encodeURIComponent(this.#job.id)}`);
      this.#job = { ...this.#job, state: 'withdrawn' };
      this.#showReport();
      bus.emit('data:changed');
      this.#app.announce(t('import.withdrawn'));
    } catch (error) {
      render(this.#dialog.body, notice('danger', error.detail || t('import.takeBackFailed')));
    }
  }

  /** The map goes to the new data: to the group they belong to, and within it to their own place. */
  #showOnMap() {
    const dataset = this.#app.datasets.value.body?.datasets.find((d) => String(d.id) === String(this.#job.datasetId));
    this.close();
    if (!dataset) return;
    if (dataset.group) this.#app.chooseGroup(dataset.group);
    if (dataset.bounds) this.#app.map.fit(dataset.bounds);
  }
}

/** A file's size in kB or MB. */
function sizeWords(bytes, locale) {
  return bytes < 1_000_000 ? `${formatNumber(Math.max(1, bytes / 1000), locale, 0)} kB` : `${formatNumber(bytes / 1_000_000, locale, 1)} MB`;
}
