/** Earlier imports: what, when, by whom, how it went, and the way to take one back. */
import { formatInstant, formatNumber } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { sumOf } from '../../lib/importLook.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { SortableTable } from '../sortableTable.js';
import { ImportReport } from './importReport.js';

export class ImportHistory {
  static defaults = { onShow: () => {}, onInbox: () => {} };

  #app;
  #element;
  #options;
  #imports = [];
  #table = null;
  #report = null;
  #shown = null;
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...ImportHistory.defaults, ...options };
  }

  /** Fetches the list anew every time it is looked at. */
  open() {
    if (!this.#table) this.#build();
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#table?.close();
    this.#table = null;
  }

  #build() {
    const { t, locale } = this.#app;
    render(this.#element, html`<div class="history"><div id="history-message"></div><div id="history-table"></div><div id="history-report"></div></div>`);
    this.#table = new SortableTable(this.#element.querySelector('#history-table'), { caption: t('imports.tab.history'), locale, stacks: true, columns: this.#columns(), order: { key: 'started', direction: 'descending' } }).open();
    this.#report = new ImportReport(this.#app, this.#element.querySelector('#history-report')).open();
    this.#stops = [
      on(this.#element, 'click', '[data-report]', (event, button) => this.#showReport(button.dataset.report)),
      on(this.#element, 'click', '[data-ask]', (event, button) => this.#ask(button.dataset.ask)),
      on(this.#element, 'click', '[data-sure]', (event, button) => this.#takeBack(button.dataset.sure)),
      on(this.#element, 'click', '[data-keep]', (event, button) => this.#keep(button.dataset.keep)),
      on(this.#element, 'click', '#history-report [data-show]', () => this.#options.onShow(this.#shown)),
      on(this.#element, 'click', '#history-report [data-take-back]', () => this.#ask(String(this.#shown.id))),
      on(this.#element, 'click', '#history-report [data-inbox]', () => this.#options.onInbox()),
    ];
  }

  #columns() {
    const { t, locale } = this.#app;
    const number = (key) => ({ key, label: t(key === 'rows' ? 'imports.result.rows' : `imports.fate.${key}`), numeric: true, first: 'descending', value: (job) => (key === 'rows' || isThere(job) ? sumOf(job)[key] : null), cell: (job) => (key === 'rows' || isThere(job) ? formatNumber(sumOf(job)[key], locale, 0) : '–') });
    return [
      { key: 'file', label: t('imports.history.file'), value: (job) => job.fileName },
      { key: 'dataset', label: t('imports.history.dataset'), value: (job) => job.datasetName },
      { key: 'started', label: t('imports.history.when'), first: 'descending', value: (job) => job.startedAt, cell: (job) => html`<span class="history__when">${formatInstant(job.startedAt)}</span>` },
      { key: 'who', label: t('imports.history.who'), value: (job) => job.startedBy },
      { key: 'state', label: t('imports.history.state'), value: (job) => t(`imports.ended.${job.state}`) },
      number('rows'),
      number('placed'),
      number('uncertain'),
      number('rejected'),
      {
        key: 'actions',
        label: t('imports.history.actions'),
        fixed: true,
        value: () => null,
        cell: ({ id, state, fileName }) => html`<div class="history__do">
          <button type="button" class="button button--quiet button--small" id="history-report-${id}" data-report="${id}" aria-label="${t('imports.history.reportOf', { file: fileName })}">${t('imports.history.report')}</button>
          ${state === 'complete' && html`<button type="button" class="button button--quiet button--small" id="history-take-${id}" data-ask="${id}" aria-label="${t('imports.history.takeBackOf', { file: fileName })}">${icon('undo')} ${t('imports.history.takeBack')}</button>`}</div>`,
      },
    ];
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#imports = (await api.get('/api/imports', { supersede: 'imports' })).body.imports;
      this.#table?.show(this.#imports);
      if (this.#imports.length === 0) this.#message(html`<p class="empty">${t('imports.history.empty')}</p>`);
    } catch (error) {
      if (error.name !== 'AbortError') this.#message(notice('danger', error.detail || t('imports.history.failed')));
    }
  }

  #message(markup) {
    const place = this.#element.querySelector('#history-message');
    if (place) render(place, markup);
  }

  async #showReport(id) {
    const { api } = this.#app;
    try {
      this.#shown = (await api.get(`/api/imports/${encodeURIComponent(id)}`, { supersede: 'import-report' })).body;
      this.#report.show({ job: this.#shown, problem: null });
      this.#element.querySelector('#history-report').scrollIntoView({ block: 'nearest' });
    } catch (error) {
      if (error.name !== 'AbortError') this.#message(notice('danger', error.detail));
    }
  }

  #ask(id) {
    const { t } = this.#app;
    const job = this.#imports.find((each) => String(each.id) === id);
    this.#message(
      notice(
        'warning',
        t('imports.history.sure', { file: job.fileName, count: job.rows }),
        html`<div class="button-row"><button type="button" class="button button--danger" id="history-sure" data-sure="${id}">${t('imports.history.takeBack')}</button><button type="button" class="button" data-keep="${id}">${t('cancel')}</button></div>`,
      ),
    );
    this.#element.querySelector('#history-sure').focus();
  }

  #keep(id) {
    this.#message(html``);
    this.#element.querySelector(`#history-take-${id}`)?.focus();
  }

  async #takeBack(id) {
    const { api, bus, t, announce } = this.#app;
    const { fileName } = this.#imports.find((each) => String(each.id) === id);
    this.#element.querySelector(`#history-report-${id}`)?.focus({ preventScroll: true });
    this.#message(notice('info', t('imports.history.taking', { file: fileName })));
    announce(t('imports.history.taking', { file: fileName }));
    try {
      await api.delete(`/api/imports/${encodeURIComponent(id)}`);
      this.#message(notice('success', t('imports.history.takenBack', { file: fileName })));
      announce(t('imports.history.takenBack', { file: fileName }));
      bus.emit('data:changed');
      this.#load();
    } catch (error) {
      this.#message(notice('danger', error.detail || t('imports.report.takeBackFailed')));
    }
  }
}

/** What is being read, or was and is there; nothing of what was cancelled, failed or taken back is. */
function isThere({ state }) {
  return state === 'complete' || state === 'running';
}
