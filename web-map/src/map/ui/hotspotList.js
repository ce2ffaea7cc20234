/**
 * The ranked hotspots: everything that stands out on the map, in words, with the same actions. Pointing at one lights
 * it up on the map and the other way round; opening one goes there.
 */
import { IMPORT_ROLES } from '../lib/audience.js';
import { attributes, html, on, render } from '../lib/html.js';
import { formatNumber } from '../lib/format.js';
import { comparisonOf } from '../lib/comparisonWords.js';
import { knownFeature } from '../lib/knownFeature.js';
import { sorted } from '../lib/sorting.js';
import { leastCount, toldCount } from '../lib/told.js';
import { filterParameters } from '../state.js';
import { withParameters } from '../api.js';
import { notice } from './fields.js';
import { hotspotSheet } from './hotspotSheet.js';
import { HotspotTable } from './hotspotTable.js';
import { icon } from './icons.js';
import { statusChip, streamTag } from './statusChip.js';
import { toldNotice } from './toldNotice.js';

/** What the list can be sorted by; changes that ask for attention come first. */
const STATUS_ORDER = ['new', 'growing', 'persistent', 'fading', 'gone', 'too-few', 'no-history'];
const ORDERS = {
  rank: { value: (p) => p.rank, direction: 'ascending' },
  count: { value: (p) => leastCount(p), direction: 'descending' },
  change: { value: (p) => STATUS_ORDER.indexOf(comparisonOf(p).status), direction: 'ascending' },
  name: { value: (p) => p.name, direction: 'ascending' },
};
/** Types named in a row; the rest are told in the panel. */
const TYPES_SHOWN = 3;

export class HotspotList {
  #app;
  #root = null;
  #order = 'rank';
  #stops = [];
  #onOpen;

  /** @param {(feature: object) => void} onOpen told which hotspot the reader wants to see */
  constructor(app, onOpen) {
    this.#app = app;
    this.#onOpen = onOpen;
  }

  open(root) {
    const { hotspots, bus } = this.#app;
    this.#root = root;
    const hover = (event, item) => bus.emit('hotspot:hover', item.dataset.hotspot);
    const leave = (event, item) => {
      if (!item.contains(event.relatedTarget)) bus.emit('hotspot:hover', null);
    };
    addEventListener('beforeprint', this.#toPaper);
    addEventListener('afterprint', this.#fromPaper);
    this.#stops = [
      () => removeEventListener('beforeprint', this.#toPaper),
      () => removeEventListener('afterprint', this.#fromPaper),
      on(root, 'click', '[data-open]', (event, button) => this.#openItem(button.dataset.open)),
      on(root, 'click', '[data-table]', () => this.#openTable()),
      on(root, 'click', '[data-widen]', () => this.#app.showWholePeriod()),
      on(root, 'click', '[data-retry]', () => hotspots.reload()),
      on(root, 'change', '[data-order]', (event, select) => this.#reorder(select.value)),
      on(root, 'pointerover', '[data-hotspot]', hover),
      on(root, 'pointerout', '[data-hotspot]', leave),
      on(root, 'focusin', '[data-hotspot]', hover),
      on(root, 'focusout', '[data-hotspot]', leave),
      bus.listen('hotspot:hover', (id) => this.#mark(id)),
      hotspots.subscribe((answer) => this.#show(answer)),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  #features() {
    const { value, direction } = ORDERS[this.#order];
    return sorted(this.#app.hotspots.value.body?.features ?? [], (f) => value(f.properties), direction, this.#app.locale);
  }

  #show({ status, body, error }) {
    this.#root.setAttribute('aria-busy', String(status === 'loading'));
    if (!this.#app.seesHotspots) return render(this.#root, notice('info', this.#app.t('list.notForRole')));
    if (status === 'error') return render(this.#root, this.#failure(error));
    if (!body) return render(this.#root, this.#skeleton());
    return render(this.#root, body.features.length === 0 ? this.#emptyState() : this.#list(body));
  }

  #list(body) {
    const { t } = this.#app;
    return html`
      <div class="list-tools">
        <label class="list-tools__label" for="hotspot-order">${t('list.order')}</label>
        <select class="input input--select input--small" id="hotspot-order" data-order>
          ${Object.keys(ORDERS).map((key) => html`<option ${attributes({ value: key, selected: key === this.#order })}>${t(`list.order.${key}`)}</option>`)}
        </select>
        <button type="button" class="button button--quiet" id="hotspot-table" data-table>${t('list.asTable')}</button>
      </div>
      ${toldNotice(body, this.#app)}
      ${body.notCounted > 0 && html`<p class="muted" id="not-counted">${t('list.notCounted', { count: body.notCounted })}</p>`}
      <div class="hotspot-sheet"></div>
      <ol class="hotspots">${this.#features().map((feature) => this.#item(feature))}</ol>
      ${body.numberMatched > body.numberReturned && html`<p class="muted">${t('list.more', { shown: body.numberReturned, count: body.numberMatched })}</p>`}
      ${this.#downloads()}`;
  }

  #toPaper = () => {
    const sheet = this.#root.querySelector('.hotspot-sheet');
    if (sheet) render(sheet, hotspotSheet(this.#features(), this.#app, (p) => this.#main(p)));
  };

  #fromPaper = () => {
    this.#root.querySelector('.hotspot-sheet')?.replaceChildren();
  };

  #item({ id, properties: p }) {
    const { t } = this.#app;
    return html`
      <li class="hotspot hotspot--${p.stream}" data-hotspot="${id}">
        <span class="hotspot__rank" aria-hidden="true">${p.rank}</span>
        <div class="hotspot__text">
          <h3 class="hotspot__name"><button type="button" class="hotspot__open" id="hotspot-${id}" data-open="${id}" aria-describedby="hotspot-${id}-about">${p.name}</button></h3>
          <div id="hotspot-${id}-about">
            <p class="hotspot__line">${statusChip(comparisonOf(p).status, t)} ${streamTag(p.stream, t)}${p.evidence === 'both' ? html` <span class="tag">${t('evidence.both')}</span>` : null}</p>
            <p class="hotspot__line"><strong class="hotspot__count">${this.#count(p)}</strong> ${this.#expected(p)}</p>
            <p class="hotspot__line muted">${this.#main(p)}</p>
            ${p.openMeasures > 0 && html`<p class="hotspot__line hotspot__measures">${icon('check')} ${t('hotspot.openMeasures', { count: p.openMeasures })}</p>`}
          </div>
        </div>
      </li>`;
  }

  #count(p) {
    return p.stream === 'unsafety'
      ? this.#app.t('hotspot.respondents', { count: p.respondents ?? toldCount(p) })
      : this.#app.t(`hotspot.counted.${p.stream}`, { count: toldCount(p) });
  }

  #expected(p) {
    const { t, locale } = this.#app;
    const comparison = comparisonOf(p);
    if (comparison.expected === null || comparison.expected === undefined || comparison.status === 'no-history') return null;
    const number = (value) => formatNumber(value, locale, 0);
    return html`<span class="muted">${t('hotspot.against', { expected: number(comparison.expected), low: number(comparison.low), high: number(comparison.high) })}</span>`;
  }

  #main(p) {
    const { t } = this.#app;
    if (p.stream === 'unsafety') return (p.reasons ?? []).slice(0, TYPES_SHOWN).map(({ code }) => t(`reason.${code.toLowerCase()}`)).join(', ');
    return p.types.slice(0, TYPES_SHOWN).map((each) => `${this.#app.typeName(each.code)} ${toldCount(each) ?? t('count.hidden')}`).join(' · ');
  }

  #downloads() {
    const { t, state } = this.#app;
    const parameters = filterParameters(state.value);
    return html`
      <p class="downloads">${icon('download')} ${t('list.download')}
        <a href="${withParameters('/data/hotspots.csv', parameters)}" download>CSV</a>
        <a href="${withParameters('/data/hotspots.geojson', parameters)}" download>GeoJSON</a>
      </p>`;
  }

  #emptyState() {
    const { t } = this.#app;
    const none = (this.#app.datasets.value.body?.datasets ?? []).length === 0;
    if (none && this.#app.datasets.value.status === 'ready') {
      return html`<div class="empty"><h3>${t('list.noData')}</h3><p>${t(this.#app.can(...IMPORT_ROLES) ? 'list.noDataImport' : 'list.noDataAsk')}</p></div>`;
    }
    return html`
      <div class="empty">
        <h3>${t('list.empty')}</h3>
        ${toldNotice(this.#app.hotspots.value.body, this.#app) ?? html`<p>${t('list.emptyWhy')}</p>`}
        <button type="button" class="button" data-widen>${t('list.widen')}</button>
      </div>`;
  }

  #failure(error) {
    const { t } = this.#app;
    return notice('danger', error.detail || t('list.failed'), html`<button type="button" class="button" data-retry>${t('again')}</button>`);
  }

  #skeleton() {
    return html`<p class="visually-hidden">${this.#app.t('list.loading')}</p>
      <div class="skeleton" aria-hidden="true">${[1, 2, 3, 4, 5].map(() => html`<div class="skeleton__row"></div>`)}</div>`;
  }

  #openItem(id) {
    const feature = knownFeature(this.#app.hotspots, id);
    if (feature) this.#onOpen(feature);
  }

  #openTable() {
    new HotspotTable(this.#app, (feature) => this.#onOpen(feature)).open();
  }

  #reorder(order) {
    this.#order = order;
    this.#show(this.#app.hotspots.value);
    this.#app.announce(this.#app.t('list.reordered', { order: this.#app.t(`list.order.${order}`) }));
  }

  #mark(id) {
    for (const item of this.#root.querySelectorAll('[data-hotspot]')) item.classList.toggle('hotspot--hover', item.dataset.hotspot === id);
  }
}
