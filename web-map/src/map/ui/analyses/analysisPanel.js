/**
 * One analysis: what it says and how sure that is, the numbers, pictures and places behind it, what may be changed, and
 * everything needed to repeat it. Follows the shared run, so that the map shows the same.
 */
import { withParameters } from '../../api.js';
import { analysisRequest } from '../../analysisRun.js';
import { chartOf } from '../../lib/analysisCharts.js';
import { classesOf } from '../../lib/analysisClasses.js';
import { figuresOf, foremost, isQuiet, placeRows, tablesOf } from '../../lib/analysisTables.js';
import { awaitsNumbers, methodName, methodPurpose, nameWords, verdictOf } from '../../lib/analysisWords.js';
import { unbroken } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { boundsOfGeometry, joinBounds } from '../../lib/bounds.js';
import { nameNear } from '../../lib/nearHotspot.js';
import { tableChart } from '../charts/tableChart.js';
import { icon } from '../icons.js';
import { analysisHow } from './analysisHow.js';
import { ResultTable } from './resultTable.js';
import { RunStatus } from './runStatus.js';
import { SettingsForm } from './settingsForm.js';
import { verdictChip } from './verdictChip.js';
import { whereLine } from './whereLine.js';

/** The table of what became of each row: there for whoever asks. */
const EVERY_ROW = 'rows';

export class AnalysisPanel {
  static defaults = {
    back: null,
    /** Figures shown at once. */
    figures: 6,
    /** Told when the reader takes the analysis off the map. */
    onClose: () => {},
    /** Told when the reader has asked for another computation: its answer stands at the top. */
    onChosen: () => {},
  };

  #app;
  #method;
  #options;
  #body = null;
  #status = null;
  #form = null;
  #tables = [];
  #places = null;
  #shown = null;
  #stops = [];

  constructor(app, method, options = {}) {
    this.#app = app;
    this.#method = method;
    this.#options = { ...AnalysisPanel.defaults, ...options };
    this.back = this.#options.back;
  }

  get title() {
    return methodName(this.#method, this.#app.t);
  }

  open(body, footer) {
    const { t, analysisRun, analyses, bus, state } = this.#app;
    this.#body = body;
    render(
      body,
      html`
        <p class="muted">${methodPurpose(this.#method, t)}</p>
        <div id="analysis-status"></div>
        <div id="analysis-says"></div>
        <details class="disclosure" id="analysis-settings" hidden><summary>${t('analysis.settings.title')}</summary><div class="disclosure__body" id="analysis-form"></div></details>
        <div id="analysis-detail"></div>`,
    );
    render(footer, html`<button type="button" class="button button--wide" id="analysis-close" data-close-analysis>${icon('remove')} ${t('analysis.takeOff')}</button>`);
    footer.hidden = false;
    this.#status = new RunStatus(this.#app, body.querySelector('#analysis-status')).open();
    this.#stops = [
      on(footer, 'click', '[data-close-analysis]', () => this.#options.onClose()),
      on(body, 'click', '[data-show-all]', () => this.#zoomToAll()),
      analyses.subscribe(() => this.#drawForm()),
      state.subscribe(['set'], ({ set }) => this.#form && (this.#form.chosen = set)),
      analysisRun.subscribe((run) => this.#follow(run)),
      bus.listen('analysis:hover', (place) => this.#places?.mark(place)),
      bus.listen('analysis:select', (place) => this.#places?.mark(place, { reveal: true })),
    ];
    this.#app.loadAnalyses();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#status?.close();
    this.#form?.close();
    this.#closeTables();
    this.#body = null;
  }

  #follow({ status, method, body, error }) {
    if (method !== this.#method) return;
    this.#body.querySelector('#analysis-says').setAttribute('aria-busy', String(status === 'running'));
    if (status === 'error') this.#fail(error);
    if (status === 'asking') this.#body.querySelector('#analysis-settings').open = true;
    if (!body || body === this.#shown) return;
    this.#shown = body;
    this.#draw(body);
    this.#app.announce(`${this.title}. ${body.headline}`);
  }

  /** What belongs to a setting stands at its field, the rest in the status above. */
  #fail(error) {
    this.#shown = null;
    this.#closeTables();
    render(this.#body.querySelector('#analysis-says'), html``);
    render(this.#body.querySelector('#analysis-detail'), html``);
    if (!this.#form || error.errors.length === 0) return;
    this.#body.querySelector('#analysis-settings').open = true;
    this.#form.showErrors(error.errors);
  }

  #drawForm() {
    const { analyses, state } = this.#app;
    const settings = analyses.value.body?.analyses.find(({ method }) => method === this.#method)?.settings ?? [];
    if (this.#form || settings.length === 0) return;
    this.#body.querySelector('#analysis-settings').hidden = false;
    this.#form = new SettingsForm(this.#app, this.#body.querySelector('#analysis-form'), {
      settings,
      chosen: state.value.set,
      automatic: !awaitsNumbers(this.#method, {}),
      onChoose: (set) => this.#choose(set),
    }).open();
    if (this.#shown) this.#form.parameters = this.#shown.parameters;
  }

  #choose(set) {
    const { state, analysisRun } = this.#app;
    const before = state.value.set;
    state.set({ set });
    if (state.value.set === before) analysisRun.again();
    this.#options.onChosen();
  }

  #draw(body) {
    const { t } = this.#app;
    this.#closeTables();
    if (this.#form) this.#form.parameters = body.parameters;
    render(
      this.#body.querySelector('#analysis-says'),
      html`
        <p class="hotspot__line">${verdictChip(verdictOf(body), t)} ${body.invented && !awaitsNumbers(this.#method, {}) && html`<span class="tag tag--invented">${t('analysis.invented')}</span>`}</p>
        <p class="analysis__headline" id="analysis-headline">${unbroken(body.headline)}</p>
        ${whereLine(foremost(body.features?.features ?? []), this.#hotspots, t)}
        <p>${unbroken(body.sentence)}</p>`,
    );
    const tables = tablesOf(body);
    render(
      this.#body.querySelector('#analysis-detail'),
      html`
        ${this.#figures(body.figures)}
        ${body.advice.length > 0 && html`<div class="mind"><h3 class="mind__title">${t('analysis.advice')}</h3><ul class="advice">${body.advice.map((each) => html`<li>${unbroken(each)}</li>`)}</ul></div>`}
        ${tables.filter(({ name }) => name !== 'places').map((table, i) => this.#table(table, i, body))}
        ${this.#placesSection(body)}
        ${analysisHow(body, this.#app)}
        ${this.#downloads(body)}`,
    );
    this.#openTables(tables.filter(({ name }) => name !== 'places'), body);
  }

  /** What places are called after. */
  get #hotspots() {
    return this.#app.hotspots.value.body?.features ?? [];
  }

  /** The first few short figures are what one looks for; the rest is there for whoever asks. */
  #figures(figures) {
    const { t } = this.#app;
    const { first, more } = figuresOf(figures, t, AnalysisPanel.defaults.figures);
    if (first.length === 0 && more.length === 0) return null;
    return html`
      <section class="section">
        <h3 class="section__title">${t('hotspot.facts')}</h3>
        ${first.length > 0 && html`<dl class="figures">${first.map(({ name, words }) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>`}
        ${more.length > 0 && html`<details class="disclosure" id="analysis-more"><summary>${t('analysis.moreFigures')}</summary><div class="disclosure__body"><dl class="facts">${more.map(({ name, words }) => html`<div class="facts__row"><dt>${name}</dt><dd>${words}</dd></div>`)}</dl></div></details>`}
      </section>`;
  }

  #table(table, i, body) {
    const { t } = this.#app;
    const title = nameWords(table.name, t);
    const chart = tableChart(table, { t, title, figures: body.figures ?? {} });
    if (table.name === EVERY_ROW) return html`<section class="section"><details class="chart__twin"><summary>${title}</summary><div data-table-place="${i}"></div></details></section>`;
    if (!chart) return html`<section class="section"><h3 class="section__title">${title}</h3><div data-table-place="${i}"></div></section>`;
    if (chartOf(table) === 'weekHours') return html`<section class="section">${chart}</section>`;
    return html`<section class="section">${chart}<details class="chart__twin"><summary>${t('chart.asTable')}</summary><div data-table-place="${i}"></div></details></section>`;
  }

  #placesSection(body) {
    const { t } = this.#app;
    const count = body.features?.features.length ?? 0;
    if (count === 0) return null;
    return html`
      <section class="section">
        <h3 class="section__title">${t('analysis.places', { count })} <button type="button" class="button button--quiet button--small" id="analysis-zoom" data-show-all>${icon('zoom')} ${t('hotspot.zoom')}</button></h3>
        <div data-table-place="places"></div>
      </section>`;
  }

  #openTables(tables, body) {
    const { t, bus } = this.#app;
    const place = (name) => this.#body.querySelector(`[data-table-place="${name}"]`);
    const shown = tables.map((table, i) => ({ table, root: place(i) })).filter(({ root }) => root);
    this.#tables = shown.map(({ table, root }) => new ResultTable(this.#app, root, { caption: nameWords(table.name, t), columns: table.columns, rows: table.rows, total: table.rowCount ?? 0 }).open());
    const features = body.features?.features ?? [];
    if (features.length === 0) return;
    this.#places = new ResultTable(this.#app, place('places'), {
      caption: t('analysis.places', { count: features.length }),
      ...placeRows(features, ({ geometry }) => nameNear(geometry, this.#hotspots)),
      linked: true,
      onPoint: (index) => bus.emit('analysis:hover', index),
      onZoom: (index) => this.#zoomTo(features[index]),
    }).open();
  }

  #closeTables() {
    for (const table of this.#tables.splice(0)) table.close();
    this.#places?.close();
    this.#places = null;
  }

  #zoomTo({ geometry }) {
    if (geometry) this.#app.map.fit(geometry, { maxZoom: 16 });
  }

  /** What stands out; when nothing does, all of it. */
  #zoomToAll() {
    const placed = this.#app.analysisRun.features.filter(({ geometry }) => geometry);
    const { classOf } = classesOf(placed);
    const out = placed.filter((feature) => !isQuiet(classOf(feature).key));
    const boxes = (out.length ? out : placed).map(({ geometry }) => boundsOfGeometry(geometry));
    if (boxes.length) this.#app.map.fit(joinBounds(boxes), { maxZoom: 16 });
  }

  #downloads(body) {
    const { t, state } = this.#app;
    const { path, parameters } = analysisRequest(this.#method, state.value);
    const link = (format) => withParameters(`${path}.${format}`, parameters);
    return html`
      <p class="downloads">${icon('download')} ${t('list.download')}
        <a href="${link('csv')}" download>CSV</a>
        ${body.features && html`<a href="${link('geojson')}" download>GeoJSON</a>`}
        ${body.surface && html`<a href="${link('tif')}" download>GeoTIFF</a>`}
      </p>`;
  }
}
