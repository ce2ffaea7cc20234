/** What became of every row of a file, and what can be done now: look at it on the map, settle places, take it back. */
import { html } from '../../lib/html.js';
import { allAlike, crsName, fieldName, problemSums, sumOf } from '../../lib/importLook.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { fates } from './fates.js';
import { problemSummary, problemTable } from './problemTable.js';
import { renderChanged } from './renderChanged.js';

/** Problems shown in the page; all are in the file to download. */
const PROBLEMS_SHOWN = 20;
/** So many rows of one kind are told row by row alone. */
const FEW = 3;

export class ImportReport {
  #app;
  #element;

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    return this;
  }

  close() {}

  show({ job, problem }) {
    renderChanged(this.#element, html`${problem && notice('danger', problem.detail || this.#app.t('imports.report.takeBackFailed'))}${this.#markup(job)}`);
  }

  #markup(job) {
    const { t } = this.#app;
    const done = job.state === 'complete';
    return html`
      ${this.#outcome(job)}
      ${done && html`<div class="button-row">
        ${job.placed > 0 && html`<button type="button" class="button button--primary" data-show>${icon('zoom')} ${t('imports.report.show')}</button>`}
        ${job.waiting > 0 && html`<button type="button" class="button" data-inbox>${icon('point')} ${t('imports.report.inbox', { count: job.waiting })}</button>`}
        <button type="button" class="button button--danger" data-take-back>${icon('undo')} ${t('imports.report.takeBack')}</button>
      </div>`}
      ${job.rows > 0 && this.#sum(job, done)}
      ${job.duplicates > 0 && html`<p>${t('imports.report.duplicates', { count: job.duplicates })}</p>`}
      ${done && this.#notPlaced(job)}
      ${this.#facts(job)}
      ${done && this.#unknown(job)}
      ${this.#problems(job)}`;
  }

  /** Rows that were read but are not there are not called placed. */
  #sum(job, done) {
    if (done || job.placed + job.uncertain === 0) return fates(job, this.#app);
    return html`<p>${this.#app.t(`imports.report.rows.${job.state}`, { count: job.rows })}</p>`;
  }

  /** What it means that a row is not placed, of those that there are. */
  #notPlaced(job) {
    const { t } = this.#app;
    const sum = sumOf(job);
    const told = ['uncertain', 'waiting', 'rejected'].filter((fate) => sum[fate] > 0).map((fate) => t(`imports.report.why.${fate}`));
    return told.length > 0 && html`<p class="muted">${told.join(' ')}</p>`;
  }

  #outcome({ state, fileName, datasetName, placed, failure }) {
    const { t } = this.#app;
    if (state === 'complete') return notice(placed > 0 ? 'success' : 'warning', t('imports.report.complete', { file: fileName, dataset: datasetName ?? '' }), placed === 0 && html`<p>${t('imports.report.nonePlaced')}</p>`);
    if (state === 'cancelled' || state === 'withdrawn') return notice('info', t(`imports.report.${state}`));
    return notice('danger', t('imports.report.failed', { file: fileName }), failure && html`<p><strong>${failure.reason}</strong> ${failure.remedy}</p>`);
  }

  #facts({ kind, crs, crsWhy, mapping }) {
    const { t } = this.#app;
    const columns = Object.entries(mapping ?? {});
    const row = (name, value) => value && html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<details class="disclosure"><summary>${t('imports.report.how')}</summary><dl class="facts">
      ${row(t('imports.choices.kind'), kind && t(`kind.${kind}`))}
      ${row(t('imports.crs.title'), crs && html`${crsName(crs, t)} <span class="muted">${crsWhy}</span>`)}
      ${row(t('imports.report.columns'), columns.length > 0 && html`<ul class="plain">${columns.map(([field, column]) => html`<li>${fieldName(field, t)} ← <code>${column}</code></li>`)}</ul>`)}
    </dl></details>`;
  }

  #unknown({ unknownTypes }) {
    const { t } = this.#app;
    if (!(unknownTypes?.length > 0)) return null;
    return html`
      <section class="section">
        <h4 class="look__title">${t('imports.types.title')}</h4>
        <p class="muted">${t('imports.report.unknownTypes')}</p>
        <ul class="plain">${unknownTypes.map(({ value, count }) => html`<li><q>${value}</q> <span class="muted">${t('imports.report.times', { count })}</span></li>`)}</ul>
      </section>`;
  }

  #problems({ id, problems = [], problemCounts = [], state, waiting = 0 }) {
    const { t } = this.#app;
    if (problems.length === 0 || state === 'withdrawn') return null;
    const all = problemCounts.reduce((sum, { count }) => sum + count, 0) || problems.length;
    const sums = problemSums(problems, problemCounts, waiting > 0);
    const alike = allAlike(problems) && sums.length > 0;
    const summed = alike || sums.length > 1 || (sums.length === 1 && all > FEW);
    return html`
      <section class="section">
        <h4 class="look__title">${t('imports.problems.count', { count: all })}</h4>
        ${summed && problemSummary(sums, this.#app)}
        ${!alike && problemTable(problems.slice(0, PROBLEMS_SHOWN), this.#app, { remedies: !summed, waits: waiting > 0 })}
        <p class="downloads">${!alike && all > PROBLEMS_SHOWN && html`${t('imports.problems.first', { count: Math.min(PROBLEMS_SHOWN, problems.length) })} `}
          ${icon('download')} <a href="/api/imports/${encodeURIComponent(id)}/problems.csv" download>${t('imports.report.problemsFile')}</a></p>
      </section>`;
  }
}
