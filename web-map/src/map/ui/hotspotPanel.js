/**
 * One hotspot: why it is one, what has changed and how sure that is, what happens there and when, and what is being
 * done about it.
 */
import { CHECK_ROLES, MEASURE_WRITERS } from '../lib/audience.js';
import { html, on, render } from '../lib/html.js';
import { formatArea, formatDate, formatNumber, formatShare } from '../lib/format.js';
import { comparisonOf, comparisonWords } from '../lib/comparisonWords.js';
import { knownFeature } from '../lib/knownFeature.js';
import { isBanded, toldCount } from '../lib/told.js';
import { isAbort } from '../api.js';
import { filterParameters, FILTER_KEYS } from '../state.js';
import { monthBars } from './charts/monthBars.js';
import { shareBars } from './charts/shareBars.js';
import { weekHours } from './charts/weekHours.js';
import { explanation } from './explanation.js';
import { notice } from './fields.js';
import { icon } from './icons.js';
import { measureRow } from './measureRow.js';
import { showPlaceWords } from './placeWordsList.js';
import { SpotSection } from './spots/spotSection.js';
import { statusChip, streamTag } from './statusChip.js';
import { toldNotice } from './toldNotice.js';
import { selectionInWords } from '../words.js';

export class HotspotPanel {
  static defaults = {
    back: null,
    /** Told when the reader wants to put a measure here, with the hotspot's Feature. */
    onPropose: () => {},
    /** Told the id of a measure the reader wants to see. */
    onMeasure: () => {},
    /** Told the name when it is known. */
    onTitle: () => {},
  };

  #app;
  #id;
  #options;
  #body = null;
  #footer = null;
  #feature = null;
  /** Where the hotspot was that is none now: { lon, lat, name }. */
  #place = null;
  #stops = [];
  #spot;

  constructor(app, id, options = {}) {
    this.#app = app;
    this.#spot = new SpotSection(app, { onChange: () => this.#onSpot() });
    this.#id = id;
    this.#options = { ...HotspotPanel.defaults, ...options };
    /* What the list already knows, so that something stands in the panel at once. */
    this.#feature = knownFeature(app.hotspots, id);
    this.back = this.#options.back;
  }

  get title() {
    return this.#feature?.properties.name ?? this.#app.t('hotspot.title');
  }

  open(body, footer) {
    const { state, measures } = this.#app;
    this.#body = body;
    this.#footer = footer;
    this.#stops = [
      on(body, 'click', '[data-measure]', (event, button) => this.#options.onMeasure(button.dataset.measure)),
      on(body, 'click', '[data-zoom]', () => this.#app.map.fit(this.#feature.geometry)),
      on(body, 'click', '[data-check]', () => state.set({ page: 'check', item: `new:${this.#id}` })),
      on(body, 'click', '[data-retry]', () => this.#load()),
      on(body, 'click', '[data-other]', (event, button) => state.set({ hotspot: button.dataset.other })),
      on(body, 'click', '[data-place]', () => this.#app.map.flyTo(this.#place.lon, this.#place.lat)),
      on(body, 'click', '[data-widen]', () => this.#app.showWholePeriod()),
      ...[body, footer].map((part) => on(part, 'click', '[data-propose]', () => this.#options.onPropose(this.#feature))),
      state.subscribe(FILTER_KEYS, () => this.#load()),
      measures.subscribe(() => this.#draw()),
    ];
    this.#load();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#spot.close();
    this.#body = null;
  }

  /** Another name stands in the list and on the map too. */
  #onSpot() {
    this.#app.hotspots.reload();
    this.#load();
  }

  async #load() {
    const { api, state } = this.#app;
    try {
      const answer = await api.get(`/api/hotspots/${encodeURIComponent(this.#id)}`, {
        parameters: filterParameters(state.value),
        supersede: 'hotspot',
      });
      this.#feature = answer.body;
      if (!this.#body) return;
      this.#options.onTitle(this.title);
      this.#draw();
    } catch (error) {
      if (!isAbort(error) && this.#body) this.#fail(error);
    }
  }

  #fail(error) {
    const { t } = this.#app;
    this.#feature = null;
    this.#footer.hidden = true;
    if (error.status === 404) this.#gone(error.body.now ?? {});
    else render(this.#body, notice('danger', error.detail || t('hotspot.failed'), html`<button type="button" class="button" data-retry>${t('again')}</button>`));
  }

  /** What became of a place that a link, a measure or a protocol names: where it was, and what lies there now. */
  #gone({ place = null, hotspots = [] }) {
    const { t } = this.#app;
    this.#place = place;
    this.#options.onTitle(t('hotspot.gone.title'));
    render(
      this.#body,
      html`
        <p class="lead">${place?.name ? t('hotspot.gone.at', { place: place.name }) : t('hotspot.gone.somewhere')}</p>
        <p class="muted">${t('hotspot.gone.why')}</p>
        <p class="muted">${selectionInWords(this.#app).join('. ')}.</p>
        ${place && html`<section class="section">
          <h3 class="section__title">${t('hotspot.gone.now')}</h3>
          ${hotspots.length === 0 ? html`<p>${t('hotspot.gone.none')}</p>` : html`<ul class="gone">${hotspots.map(({ id, name, stream }) => html`<li><button type="button" class="button" data-other="${id}">${name} ${streamTag(stream, t)}</button></li>`)}</ul>`}
        </section>`}
        <div class="button-row">
          ${place && html`<button type="button" class="button button--quiet" data-place>${icon('zoom')} ${t('hotspot.gone.show')}</button>`}
          <button type="button" class="button button--quiet" data-widen>${t('hotspot.gone.widen')}</button>
        </div>`,
    );
    this.#app.announce(t('hotspot.gone.title'));
  }

  #draw() {
    if (!this.#feature || !this.#body) return;
    const { t } = this.#app;
    const p = this.#feature.properties;
    const mayPropose = this.#app.can(...MEASURE_WRITERS);
    const focused = this.#body.contains(document.activeElement) ? document.activeElement.id : '';
    render(
      this.#body,
      html`
        <p class="hotspot__line">${statusChip(comparisonOf(p).status, t)} ${streamTag(p.stream, t)}${p.evidence === 'both' ? html` <span class="tag">${t('evidence.both')}</span>` : null}</p>
        <p class="lead">${this.#why(p)}</p>
        <p>${this.#change(p)}</p>
        ${this.#uncertain(p)}
        ${mayPropose && this.#proposeButton('only-narrow')}
        ${toldNotice(this.#app.hotspots.value.body, this.#app)}
        ${explanation(this.#analysis(), this.#app)}
        ${this.#facts(p)}
        <section class="section spot" id="hotspot-spot"></section>
        ${this.#measures()}
        ${this.#reasons(p)}
        <section class="section" id="hotspot-words"></section>
        ${this.#types(p)}
        ${this.#months(p)}
        ${this.#when(p)}`,
    );
    this.#spot.draw(this.#body.querySelector('#hotspot-spot'), this.#feature);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (p.stream === 'unsafety' && this.#app.seesPoints) showPlaceWords(this.#body.querySelector('#hotspot-words'), this.#feature.geometry, this.#app);
    this.#footer.hidden = !mayPropose;
    if (mayPropose) render(this.#footer, this.#proposeButton('only-wide'));
  }

  /** At the foot of the panel; on a phone, where the foot is a long way down, under the first words instead. */
  #proposeButton(where) {
    return html`<button type="button" class="button button--primary button--wide ${where}" id="propose-${where}" data-propose>${icon('add')} ${this.#app.t('hotspot.propose')}</button>`;
  }

  /** How hotspots of this stream were found; the largest analysis comes first. */
  #analysis() {
    const { analyses = [], analysis } = this.#app.hotspots.value.body ?? {};
    return analyses.find((each) => each.stream === this.#feature.properties.stream) ?? analysis;
  }

  #why(p) {
    const { t, locale } = this.#app;
    if (isBanded(p)) return t(`told.why.${p.stream}`, { count: toldCount(p), area: formatArea(p.areaM2, locale) });
    const parameters = this.#analysis()?.parameters ?? {};
    return t(`hotspot.why.${p.stream}`, {
      count: p.stream === 'unsafety' ? (p.respondents ?? p.count) : p.count,
      area: formatArea(p.areaM2, locale),
      eps: parameters.eps ?? '–',
      minPts: parameters.minPts ?? '–',
    });
  }

  /** Incidents whose place is known to a street or an area only: which of them count here, and which may. */
  #uncertain({ spread = 0, possible = 0 }) {
    const { t } = this.#app;
    if (spread + possible === 0) return null;
    return html`<p class="muted">${spread > 0 && t('hotspot.spread', { count: spread })} ${possible > 0 && t('hotspot.possible', { count: possible })}</p>`;
  }

  #change(p) {
    const { key, args, sure } = comparisonWords(p.count, comparisonOf(p), this.#overNewYear());
    return html`<span class="${sure ? 'verdict verdict--sure' : 'verdict'}">${this.#app.t(key, args)}</span>`;
  }

  #overNewYear() {
    const { from, to } = this.#app.state.value;
    return Boolean(from && to) && from.slice(0, 4) !== to.slice(0, 4);
  }

  #facts(p) {
    const { t, locale } = this.#app;
    const dark = p.darkShare === null || p.darkShare === undefined ? t('fact.unknown') : formatShare(p.darkShare, locale);
    const rows = [
      [t('fact.count'), isBanded(p) ? toldCount(p) : formatNumber(p.count, locale, 0)],
      [t('fact.share'), p.share === null || p.share === undefined ? null : formatShare(p.share, locale)],
      [t('fact.area'), formatArea(p.areaM2, locale)],
      [t('fact.density'), p.perKm2 === null || p.perKm2 === undefined ? null : t('fact.perKm2', { count: Math.round(p.perKm2) })],
      [t('fact.dark'), p.stream === 'unsafety' ? null : dark],
      [t('fact.days'), p.firstDay ? `${formatDate(p.firstDay)} – ${formatDate(p.lastDay)}` : null, 'figures__wide'],
    ];
    return html`
      <section class="section">
        <h3 class="section__title">${t('hotspot.facts')} <button type="button" class="button button--quiet button--small" data-zoom>${icon('zoom')} ${t('hotspot.zoom')}</button>
          ${this.#app.can(...CHECK_ROLES) && html`<button type="button" class="button button--quiet button--small" data-check>${icon('search')} ${t('areaCheck.openHere')}</button>`}</h3>
        <dl class="figures">${rows.filter(([, value]) => value !== null).map(([name, value, wide]) => html`<div class="${wide}"><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      </section>`;
  }

  #measures() {
    const { t, measures, locale } = this.#app;
    const ids = new Set((this.#feature.properties.measureIds ?? []).map(String));
    const here = (measures.value.body?.features ?? []).filter(
      (m) => m.properties.hotspotId === this.#id || ids.has(String(m.id)),
    );
    return html`
      <section class="section">
        <h3 class="section__title">${t('hotspot.measuresHere')}</h3>
        ${here.length === 0 ? html`<p class="muted">${t('hotspot.noMeasures')}</p>` : html`<ul class="measures">${here.map((m) => measureRow(m, { t, locale }))}</ul>`}
      </section>`;
  }

  #reasons(p) {
    const { t, locale } = this.#app;
    if (p.stream !== 'unsafety' || !(p.reasons?.length > 0)) return null;
    const rows = p.reasons.map((each) => ({ ...each, name: t(`reason.${each.code.toLowerCase()}`) }));
    return html`<section class="section">${shareBars(rows, { t, locale, caption: t('hotspot.reasons'), nameLabel: t('column.reason'), kind: 'unsafety' })}</section>`;
  }

  #types(p) {
    const { t, locale } = this.#app;
    if (!(p.types?.length > 0) || p.stream === 'unsafety') return null;
    const rows = p.types.map((each) => ({ ...each, name: this.#app.typeName(each.code) }));
    return html`<section class="section">${shareBars(rows, { t, locale, caption: t('hotspot.types'), nameLabel: t('column.type'), total: p.count })}</section>`;
  }

  #months(p) {
    const { t, locale } = this.#app;
    if (!(p.months?.length > 1)) return null;
    const expected = comparisonOf(p).expected;
    const expectedPerMonth = typeof expected === 'number' && comparisonOf(p).status !== 'too-few' ? expected / p.months.length : null;
    return html`<section class="section">${monthBars(p.months, { t, locale, label: t('hotspot.months'), expectedPerMonth })}</section>`;
  }

  #when(p) {
    const { t } = this.#app;
    if (p.weekHour) return html`<section class="section">${weekHours(p.weekHour, { t, known: p.weekHourKnown, total: p.count })}</section>`;
    if (p.stream === 'unsafety' || !('weekHourKnown' in p)) return null;
    return html`<section class="section"><h3 class="section__title">${t('chart.weekHours')}</h3><p class="muted">${t('chart.noHours')}</p></section>`;
  }
}
