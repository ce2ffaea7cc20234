/** What is hidden and why, area by area: one series at a time on a map and in an equal table that point at each other. */
import { areaRows, fates } from '../../lib/disclosure.js';
import { formatNumber } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';
import { classWords } from './disclosureFindings.js';
import { disclosureMap } from './disclosureMap.js';
import { inLanguage } from './publicationOptions.js';

/** The town of a wide municipality fills the picture. */
const MOST_ZOOM = 16;

export class DisclosureAreas {
  #app;
  #root;
  #report;
  #areas;
  #refused;
  #series;
  #chosen = null;
  #zoom = 1;
  #stops = [];

  constructor(app, root, { report, areas, refused }) {
    this.#app = app;
    this.#root = root;
    this.#report = report;
    this.#areas = areas;
    this.#refused = refused;
    this.#series = report.series[0]?.code ?? 'all';
  }

  open() {
    this.#stops = [
      on(this.#root, 'change', '[name="series-shown"]', (event, select) => this.#choose(select.value)),
      on(this.#root, 'click', '[data-zoom]', (event, button) => this.#magnify(Number(button.dataset.zoom))),
      on(this.#root, 'click', '[data-point]', (event, place) => this.#point(place.dataset.point)),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #rows() {
    return areaRows(this.#report, this.#series).map((row) => (this.#refused.includes(row.area) ? { ...row, fate: 'refused' } : row));
  }

  #draw() {
    const { t, locale } = this.#app;
    const rows = this.#rows();
    const { series } = this.#report;
    render(
      this.#root,
      html`
        ${series.length > 1 && html`
          <div class="field publish__series"><label class="field__label" for="series-shown">${t('publish.column.series')}</label>
            <select class="input input--select" id="series-shown" name="series-shown">${series.map(({ code, name }) => html`<option ${attributes({ value: code, selected: code === this.#series })}>${inLanguage(name, locale)}</option>`)}</select>
          </div>`}
        <p role="status">${fates(rows).map(({ fate, count }) => `${t(`publish.fate.${fate}`)}: ${formatNumber(count, locale)}`).join(' · ')}</p>
        <div class="disclosure-areas">
          <div class="disclosure-areas__map">
            ${this.#areas.length > 0 && html`<p class="disclosure-areas__zoom">${[2, 0.5].map((factor) => this.#zoomButton(factor))}</p>`}
            ${disclosureMap(this.#areas, rows, { chosen: this.#chosen, zoom: this.#zoom }, this.#app)}
          </div>
          <div class="table-scroll disclosure-areas__table" tabindex="0" role="region" aria-label="${t('publish.hiddenAndWhy')}">
            <table class="table table--small table--cards"><caption class="visually-hidden">${t('publish.hiddenAndWhy')}</caption>
              <thead><tr><th scope="col" class="table__number">${t('publish.column.number')}</th><th scope="col">${t('publish.column.area')}</th><th scope="col">${t('publish.column.told')}</th><th scope="col" class="table__number">${t('publish.column.exact')}</th><th scope="col">${t('publish.column.why')}</th></tr></thead>
              <tbody>${rows.map((row) => this.#row(row))}</tbody>
            </table>
          </div>
        </div>`,
    );
  }

  #row({ number, area, name, count, class: shown, fate }) {
    const { t, locale } = this.#app;
    const pointed = area === this.#chosen;
    return html`
      <tr class="${pointed ? 'disclosure-areas__row--chosen' : ''}">
        <td class="table__number" data-label="${t('publish.column.number')}">${String(number)}</td>
        <th scope="row"><button type="button" class="disclosure-areas__name" ${attributes({ id: `point-${area}`, 'data-point': area, 'aria-pressed': String(pointed) })}>${name}</button></th>
        <td data-label="${t('publish.column.told')}">${classWords(shown ?? 'few', t)}</td>
        <td class="table__number" data-label="${t('publish.column.exact')}">${count === null ? '–' : formatNumber(count, locale)}</td>
        <td data-label="${t('publish.column.why')}">${fate === 'shown' ? t('publish.fate.shown') : t(`publish.why.${fate}`)}</td>
      </tr>`;
  }

  #zoomButton(factor) {
    const { t } = this.#app;
    const name = factor > 1 ? 'zoom-in' : 'zoom-out';
    const end = factor > 1 ? this.#zoom >= MOST_ZOOM : this.#zoom <= 1;
    return html`<button type="button" class="button button--small" ${attributes({ id: `disclosure-${name}`, 'data-zoom': factor, 'aria-disabled': end ? 'true' : null })}>${icon(name)} ${t(`publish.${factor > 1 ? 'zoomIn' : 'zoomOut'}`)}</button> `;
  }

  #magnify(factor) {
    const zoom = Math.max(1, Math.min(MOST_ZOOM, this.#zoom * factor));
    if (zoom === this.#zoom) return;
    this.#zoom = zoom;
    this.#redraw();
  }

  #choose(series) {
    this.#series = series;
    this.#draw();
  }

  /** Points an area out on the map and in the table; once more takes it back. */
  #point(area) {
    this.#chosen = this.#chosen === area ? null : area;
    this.#redraw();
    this.#root.querySelector(`#point-${CSS.escape(area)}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** The table stays where it was scrolled to. */
  #redraw() {
    const { scrollTop } = this.#root.querySelector('.disclosure-areas__table');
    this.#draw();
    this.#root.querySelector('.disclosure-areas__table').scrollTop = scrollTop;
  }
}
