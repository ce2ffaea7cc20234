/** The figures of the spot beside its card: when, what, how dark, who comes back, what people feel; each with its limits. */
import { comparisonWords } from '../../lib/comparisonWords.js';
import { formatNumber, formatPeriod, formatShare } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { isAbort } from '../../api.js';
import { shareBars } from '../charts/shareBars.js';
import { weekHours } from '../charts/weekHours.js';
import { notice } from '../fields.js';
import { showPlaceWords } from '../placeWordsList.js';

/** As the service names them. */
export const EVIDENCE_ITEMS = Object.freeze(['types', 'hours', 'darkness', 'lamps', 'repeats', 'distances', 'unsafe', 'reports', 'change', 'seasons']);

/** Fewer shared points than this are not counted out: each is an address. */
const LEAST = 5;

export class EvidencePanel {
  static defaults = {
    /** Told the figures when they have come. */
    onFigures: () => {},
  };

  #app;
  #spot;
  #options;
  #root = null;
  #figures = null;
  #stops = [];

  constructor(app, spot, options = {}) {
    this.#app = app;
    this.#spot = spot;
    this.#options = { ...EvidencePanel.defaults, ...options };
  }

  open(root) {
    this.#root = root;
    const { t } = this.#app;
    render(root, html`<h3 class="section__title">${t('figures.title')}</h3><p class="muted">${t('loading')}</p>`);
    this.#stops = [
      on(root, 'submit', '#evidence-period', (event) => this.#choosePeriod(event)),
      on(root, 'click', '[data-retry]', () => this.#load()),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  async #load(period = {}) {
    const { api, lookedAt } = this.#app;
    const datasets = lookedAt.join(',');
    try {
      const { body } = await api.get(`/api/spots/${this.#spot.id}/evidence`, { parameters: { ...period, datasets }, supersede: 'spot-evidence' });
      if (!this.#root) return;
      this.#figures = body;
      this.#draw();
      this.#options.onFigures(body);
    } catch (error) {
      if (!isAbort(error) && this.#root) this.#fail(error);
    }
  }

  #fail(error) {
    const { t } = this.#app;
    const words = [error.detail || t('figures.failed'), ...error.errors.map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`)].join(' ');
    render(this.#root, html`<h3 class="section__title">${t('figures.title')}</h3>${notice('danger', words, html`<button type="button" class="button" data-retry>${t('again')}</button>`)}`);
  }

  #choosePeriod(event) {
    event.preventDefault();
    const { from, to } = Object.fromEntries(new FormData(event.target));
    this.#load({ from, to });
  }

  #draw() {
    const { t, locale } = this.#app;
    const f = this.#figures;
    render(
      this.#root,
      html`
        <h3 class="section__title">${t('figures.title')}</h3>
        <p>${t('figures.count', { count: f.count, period: formatPeriod(f.from, f.to, locale) })}${f.possible > 0 && ` ${t('figures.possible', { count: f.possible })}`}</p>
        ${f.invented && notice('info', t('figures.invented'))}
        ${f.count < f.few && notice('warning', t('figures.few', { few: f.few }))}
        <form class="evidence__period" id="evidence-period">
          <label>${t('figures.from')} <input class="input input--small" type="date" name="from" ${attributes({ value: f.from })}></label>
          <label>${t('figures.to')} <input class="input input--small" type="date" name="to" ${attributes({ value: f.to })}></label>
          <button type="submit" class="button button--small">${t('figures.show')}</button>
        </form>
        ${EVIDENCE_ITEMS.map((item) => html`<section class="section evidence__item" id="evidence-${item}"><h4 class="evidence__name">${t(`figures.item.${item}`)}</h4>${this.#item(item, f)}</section>`)}`,
    );
    showPlaceWords(this.#root.querySelector('#evidence-words'), this.#spot.outline, this.#app);
  }

  #item(item, f) {
    const draw = {
      types: () => this.#types(f),
      hours: () => this.#hours(f),
      darkness: () => this.#darkness(f),
      lamps: () => this.#lamps(f),
      repeats: () => this.#repeats(f),
      distances: () => this.#distances(f),
      unsafe: () => this.#unsafe(f),
      reports: () => this.#reports(f),
      change: () => this.#change(f),
      seasons: () => this.#seasons(f),
    };
    return draw[item]();
  }

  #types({ types, count }) {
    const { t, locale } = this.#app;
    if (types.length === 0) return this.#nothing();
    const rows = types.map((each) => ({ name: this.#app.typeName(each.code), count: each.count }));
    return shareBars(rows, { t, locale, caption: t('hotspot.types'), nameLabel: t('column.type'), total: count });
  }

  #hours({ week, count, few }) {
    const { t } = this.#app;
    if (week.tooFew) return html`<p class="muted">${t('figures.fewHours', { count: week.known, few })}</p>`;
    return html`${weekHours(week.weight.map((day) => day.map((share) => Math.round(share * 10) / 10)), { t, known: null, total: count })}<p class="chart__note">${t('figures.aoristic', { known: week.known, exact: week.exact, total: count })}</p>`;
  }

  #darkness({ darkShare, week, few }) {
    const { t, locale } = this.#app;
    return darkShare === null ? html`<p class="muted">${t('figures.fewHours', { count: week.known, few })}</p>` : html`<p>${t('figures.dark', { share: formatShare(darkShare, locale), count: week.known })}</p>`;
  }

  #lamps({ lamps }) {
    const { t, locale } = this.#app;
    if (!lamps) return html`<p class="muted">${t('figures.noLamps')}</p>`;
    const per100 = (value) => (value === null ? t('fact.unknown') : formatNumber(value, locale, 1));
    return html`
      <dl class="figures">
        <div><dt>${t('figures.lamps.here')}</dt><dd>${formatNumber(lamps.here, locale, 0)}</dd></div>
        <div><dt>${t('figures.lamps.broken')}</dt><dd>${formatNumber(lamps.broken, locale, 0)}</dd></div>
        <div><dt>${t('figures.lamps.per100')}</dt><dd>${per100(lamps.per100)}</dd></div>
        <div><dt>${t('figures.lamps.around')}</dt><dd>${per100(lamps.per100Around)}</dd></div>
      </dl>`;
  }

  #repeats({ repeats, few }) {
    const { t } = this.#app;
    if (!repeats) return html`<p class="muted">${t('figures.fewPoints', { few })}</p>`;
    return html`<p>${t(repeats.sharedPoints < LEAST ? 'figures.repeatsFew' : 'figures.repeats', { count: repeats.incidents, points: repeats.points, shared: repeats.sharedPoints, on: repeats.onShared })}</p><p class="muted">${t('figures.repeatsLimit')}</p>`;
  }

  #distances({ distances, count, few }) {
    const { t, locale } = this.#app;
    if (count < few) return html`<p class="muted">${t('figures.fewPoints', { few })}</p>`;
    if (distances.length === 0) return this.#nothing();
    return html`
      <table class="table table--small">
        <caption class="visually-hidden">${t('figures.item.distances')}</caption>
        <thead><tr><th scope="col">${t('figures.feature')}</th><th scope="col" class="table__number">${t('figures.median')}</th><th scope="col" class="table__number">${t('figures.reference')}</th></tr></thead>
        <tbody>${distances.map(({ feature, metres, referenceMetres }) => html`<tr><th scope="row">${t(`figures.feature.${feature}`)}</th><td class="table__number">${formatNumber(metres, locale, 0)} m</td><td class="table__number">${formatNumber(referenceMetres, locale, 0)} m</td></tr>`)}</tbody>
      </table>
      <p class="chart__note">${t('figures.distancesNote')}</p>`;
  }

  #unsafe({ unsafe }) {
    const { t, locale } = this.#app;
    const rows = unsafe.reasons.map(({ code, count }) => ({ name: t(`reason.${code}`), count }));
    return html`
      <p>${t('figures.unsafe', { count: unsafe.people, safe: unsafe.safe, dark: unsafe.dark })}</p>
      ${rows.length > 0 && shareBars(rows, { t, locale, caption: t('hotspot.reasons'), nameLabel: t('column.reason'), kind: 'unsafety' })}
      <div id="evidence-words"></div>`;
  }

  #reports({ reports }) {
    const { t } = this.#app;
    if (reports.length === 0) return html`<p class="muted">${t('figures.noReports')}</p>`;
    return html`<ul class="evidence__list">${reports.map(({ code, count, open }) => html`<li>${t('figures.report', { type: this.#app.typeName(code), count, open })}</li>`)}</ul>`;
  }

  #change({ change, from, to }) {
    const { t } = this.#app;
    const { key, args, sure } = comparisonWords(change?.count ?? 0, change, Boolean(from && to) && from.slice(0, 4) !== to.slice(0, 4));
    return html`<p class="${sure ? 'verdict verdict--sure' : 'verdict'}">${t(key, args)}</p>`;
  }

  #seasons({ seasons, few }) {
    const { t, locale } = this.#app;
    if (seasons.reduce((sum, count) => sum + count, 0) < few) return html`<p class="muted">${t('figures.fewPoints', { few })}</p>`;
    const month = new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long', timeZone: 'UTC' });
    const rows = seasons.map((count, i) => ({ name: month.format(new Date(Date.UTC(2026, i, 15))), count }));
    return shareBars(rows, { t, locale, caption: t('figures.seasonsCaption'), nameLabel: t('figures.month') });
  }

  #nothing() {
    return html`<p class="muted">${this.#app.t('figures.nothing')}</p>`;
  }
}
