/** One measure as a whole: what, why, who, when, cost, goal, legal conditions, and every state it was saved in. */
import { historySteps } from '../../lib/actionPlan.js';
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { nameOf } from '../../lib/catalogue.js';
import { formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { effectNotes, gradeBadge } from '../evidence.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { measureStatus } from '../measureRow.js';
import { permittedPages } from '../pages/pages.js';
import { FIELDS, fieldWords, gateWords, goalWords, costWords } from './fieldWords.js';
import { placeWords } from '../placeWords.js';

export class MeasureView {
  #app;
  #id;
  #go;
  #root = null;
  #stops = [];

  constructor(app, id, go) {
    this.#app = app;
    this.#id = id;
    this.#go = go;
  }

  open(root) {
    this.#root = root;
    this.#stops = [
      on(root, 'click', '[data-plan]', () => this.#go('board')),
      on(root, 'click', '[data-map]', () => this.#toMap()),
      on(root, 'click', '[data-edit]', () => this.#edit()),
      on(root, 'click', '[data-page-link]', (event, link) => {
        event.preventDefault();
        this.#app.state.set({ page: link.dataset.pageLink, item: link.dataset.item });
      }),
      on(root, 'click', '[data-retry]', () => this.#load()),
    ];
    this.#load();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  async #load() {
    const { t, api, catalogue } = this.#app;
    const path = `/api/measures/${encodeURIComponent(this.#id)}`;
    render(this.#root, html`<p class="muted" role="status">${t('loading')}</p>`);
    try {
      const [measure, history, entries] = await Promise.all([api.get(path), api.get(`${path}/history`), catalogue.entries()]);
      if (this.#root) this.#draw(measure.body, history.body.features, entries);
    } catch (error) {
      if (!this.#root) return;
      const words = error.status === 404 ? t('measure.notHere') : error.detail || t('measures.failed');
      render(this.#root, html`${this.#back()}${notice('danger', words, error.status === 404 ? null : html`<button type="button" class="button" data-retry>${t('again')}</button>`)}`);
    }
  }

  #back() {
    return html`<p><button type="button" class="link" id="to-plan" data-plan>${this.#app.t('plan.back')}</button></p>`;
  }

  #draw(feature, states, entries) {
    const { t, locale } = this.#app;
    const p = feature.properties;
    const entry = entries.find((each) => each.code === p.code);
    const words = (field) => fieldWords(field, p[field], this.#app, entries);
    const days = ['decidedOn', 'startedOn', 'dueOn', 'doneOn'];
    render(
      this.#root,
      html`
        ${this.#back()}
        <article class="measure-page" aria-labelledby="measure-title">
          <h3 class="measure-page__title" id="measure-title" tabindex="-1">${p.title}</h3>
          <p>${measureStatus(p.status, t)} ${p.invented && html`<span class="tag">${t('plan.invented')}</span>`}</p>
          ${p.overdue && notice('warning', t('measure.late', { date: p.dueOn }))}
          <div class="button-row">
            ${this.#app.can(...MEASURE_WRITERS) && html`<button type="button" class="button button--primary" id="measure-page-edit" data-edit>${icon('edit')} ${t('measure.edit')}</button>`}
            <button type="button" class="button" id="measure-page-map" data-map>${icon('zoom')} ${t('plan.onMap')}</button>
            ${this.#link('followup', this.#id, t('plan.followUp'))}
            ${p.spotId && this.#link('cause', p.spotId, t('plan.cause'))}
          </div>
          <dl class="facts">
            ${row(t('field.code'), html`${entry ? nameOf(entry, locale) : p.code} ${entry && gradeBadge(entry.evidenceGrade, t)}`)}
            ${row(t('field.owner'), p.owner)}
            ${days.map((name) => p[name] && row(t(`field.${name}`), p[name]))}
            ${row(t('field.place'), [p.spotName ?? p.hotspotName, placeWords(feature.geometry, t, locale)].filter(Boolean).join(' · '))}
            ${p.causeWords && row(t('field.causeWords'), html`<span class="note">${p.causeWords}</span>`)}
            ${p.techniques?.length > 0 && row(t('field.techniques'), words('techniques'))}
            ${p.cost && row(t('field.cost'), costWords(p.cost, t, locale))}
            ${p.funding && row(t('field.funding'), p.funding)}
            ${row(t('field.goal'), p.goal ? goalWords(p.goal, t, locale) : t('plan.noGoal'))}
            ${p.gates?.length > 0 && row(t('field.gates'), html`<ul class="plain">${p.gates.map((state) => html`<li>${gateWords(state, t)}</li>`)}</ul>`)}
            ${p.note && row(t('field.note'), html`<span class="note">${p.note}</span>`)}
          </dl>
          ${entry && html`<section class="section"><h4 class="section__title">${t('evidence.title')}</h4><p>${t(`evidence.long.${entry.evidenceGrade}`)}</p>${effectNotes(entry, t, locale)}</section>`}
          <section class="section"><h4 class="section__title">${t('plan.history')}</h4>
            <ol class="history">${historySteps(states, FIELDS).map((step) => this.#step(step, entries))}</ol>
          </section>
        </article>`,
    );
  }

  /** A link to another page, for who may open it. */
  #link(page, item, words) {
    if (!permittedPages(this.#app).some(({ id }) => id === page)) return null;
    return html`<a class="button" href="#page=${page}&amp;item=${item}" data-page-link="${page}" data-item="${item}">${words}</a>`;
  }

  #step({ state, changes }, entries) {
    const { t } = this.#app;
    const p = state.properties;
    return html`
      <li class="history__step">
        <p><strong>${t(`plan.action.${p.action}`)}</strong> ${t('plan.savedBy', { who: p.savedBy, when: formatInstant(p.savedAt), version: p.version })}</p>
        ${changes.length > 0 && html`<dl class="history__changes">${changes.map(({ field, before, after }) => html`
          <div><dt>${t(`field.${field}`)}</dt><dd><del class="note">${fieldWords(field, before, this.#app, entries)}</del> <span aria-hidden="true">→</span> <ins class="note">${fieldWords(field, after, this.#app, entries)}</ins></dd></div>`)}</dl>`}
      </li>`;
  }

  #toMap() {
    this.#app.state.set({ page: null, item: null, hotspot: null, measure: String(this.#id) });
    const known = this.#app.measures.value.body?.features.find(({ id }) => String(id) === String(this.#id));
    if (known) this.#app.map.fit(known.geometry);
  }

  #edit() {
    this.#toMap();
    this.#app.bus.emit('measure:edit', this.#id);
  }
}

function row(name, value) {
  return value ? html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>` : null;
}
