/**
 * All measures: what is late and due on top, then a board, a list or a calendar of the same measures, filtered by what
 * the address says, with what they cost and reminders to those who answer for them.
 */
import { dueGroups, fileParameters, formatItem, matching, NO_FILTER, slug, totals, VIEWS } from '../../lib/actionPlan.js';
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { withParameters } from '../../api.js';
import { boundsOfGeometry, joinBounds } from '../../lib/bounds.js';
import { nameOf } from '../../lib/catalogue.js';
import { formatNumber } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { MEASURE_STATUSES } from '../../lib/measureFlow.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { BoardView } from './boardView.js';
import { CalendarView } from './calendarView.js';
import { ListView } from './listView.js';
import { moveMeasure, today } from './moveMeasure.js';
import { OrganisationsPart } from './organisations.js';
import { Reminders } from './reminders.js';

const PAPERS = ['pdf', 'docx', 'html'];

export class PlanOverview {
  #app;
  #go;
  #asked;
  #root = null;
  #view = null;
  #shown = null;
  #entries = [];
  #reminders;
  #organisations;
  #stops = [];

  constructor(app, go, asked) {
    this.#app = app;
    this.#go = go;
    this.#asked = asked;
    this.#reminders = new Reminders(app);
    this.#organisations = new OrganisationsPart(app, () => this.#reminders.load());
  }

  open(root) {
    this.#root = root;
    render(root, html`<div class="plan"><div id="plan-message"></div><div id="plan-top"></div><div id="plan-bar"></div><div id="plan-view"></div><div id="plan-sums"></div><div id="plan-reminders"></div><div id="plan-organisations"></div></div>`);
    this.#stops = [
      on(root, 'click', '[data-view]', (event, link) => this.#chooseView(event, link.dataset.view)),
      on(root, 'change', '[data-filter]', (event, control) => this.#filter({ [control.dataset.filter]: control.type === 'checkbox' ? control.checked : control.value })),
      on(root, 'click', '[data-clear]', () => this.#go(formatItem(this.#asked.view, NO_FILTER))),
      on(root, 'click', '[data-top]', (event, button) => this.#openMeasure(button.dataset.top)),
      on(root, 'click', '[data-new]', () => this.#go('new')),
      on(root, 'click', '[data-map]', () => this.#toMap()),
      on(root, 'click', '[data-edit]', (event, button) => this.#edit(button.dataset.edit)),
      on(root, 'click', '[data-retry]', () => this.#app.measures.reload()),
      this.#app.measures.subscribe(() => this.#draw()),
    ];
    this.#reminders.open(root.querySelector('#plan-reminders'));
    this.#organisations.open(root.querySelector('#plan-organisations'));
    this.#app.catalogue.entries().then(
      (entries) => {
        this.#entries = entries;
        this.#draw();
      },
      () => {},
    );
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#view?.close();
    this.#reminders.close();
    this.#organisations.close();
    this.#root = null;
  }

  show(asked) {
    this.#asked = asked;
    this.#draw();
  }

  get #mayWrite() {
    return this.#app.can(...MEASURE_WRITERS);
  }

  #draw() {
    const { status, body, error } = this.#app.measures.value;
    const { t } = this.#app;
    if (!this.#root) return;
    if (!body) {
      const words = status === 'error' ? notice('danger', error.detail || t('measures.failed'), html`<button type="button" class="button" data-retry>${t('again')}</button>`) : html`<p class="muted" role="status">${t('loading')}</p>`;
      render(this.#part('top'), words);
      return;
    }
    const shown = matching(body.features, this.#asked.filter);
    render(this.#part('top'), this.#top(body.features));
    render(this.#part('bar'), this.#bar(body.features, shown));
    this.#showView(shown);
    render(this.#part('sums'), this.#sums(shown));
    this.#reminders.show(this.#mayWrite ? body.features : []);
  }

  #part(name) {
    return this.#root.querySelector(`#plan-${name}`);
  }

  #top(features) {
    const { t } = this.#app;
    const { overdue, month } = dueGroups(features, today());
    const list = (title, some, none, kind) => html`
      <section class="due due--${kind}" aria-labelledby="due-${kind}">
        <h3 class="due__title" id="due-${kind}">${t(title)} <span class="due__count">${some.length}</span></h3>
        ${some.length === 0 ? html`<p class="muted">${t(none)}</p>` : html`<ul class="due__list">${some.map(({ id, properties: p }) => html`<li><button type="button" class="link" id="due-${kind}-${id}" data-top="${id}">${p.title}</button> <span class="muted">${p.owner}, ${p.dueOn}</span></li>`)}</ul>`}
      </section>`;
    return html`<div class="plan__due">${list('plan.overdue', overdue, 'plan.overdueNone', 'late')}${list('plan.dueMonth', month, 'plan.dueMonthNone', 'month')}</div>`;
  }

  #bar(features, shown) {
    const { t, locale } = this.#app;
    const { view, filter } = this.#asked;
    const owners = [...new Set(features.map(({ properties: p }) => p.owner))].sort((a, b) => a.localeCompare(b, locale));
    const kinds = [...new Set(features.map(({ properties: p }) => p.code))].sort();
    const file = (path) => withParameters(path, fileParameters(features, filter, this.#app.measures.parameters));
    const spots = [...new Map(features.filter(({ properties: p }) => p.spotId).map(({ properties: p }) => [String(p.spotId), p.spotName ?? String(p.spotId)]))];
    const name = (code) => {
      const entry = this.#entries.find((each) => each.code === code);
      return entry ? nameOf(entry, locale) : code;
    };
    return html`
      <div class="plan__tools">
        <nav class="plan__views" aria-label="${t('plan.views')}">${VIEWS.map((each) => html`<a class="plan__tab" href="#page=plan&amp;item=${encodeURIComponent(formatItem(each, filter))}" id="view-${each}" data-view="${each}" aria-current="${each === view ? 'page' : 'false'}">${t(`plan.view.${each}`)}</a>`)}</nav>
        <div class="button-row">
          ${this.#mayWrite && html`<button type="button" class="button button--primary" id="plan-new" data-new>${icon('add')} ${t('measures.new')}</button>`}
          <button type="button" class="button" id="plan-map" data-map ${attributes({ disabled: shown.length === 0 })}>${icon('zoom')} ${t('plan.toMap')}</button>
        </div>
      </div>
      <div class="filter-row plan__filters" role="group" aria-label="${t('measures.filter')}">
        ${this.#select('status', t('field.status'), [['', t('measures.all')], ['open', t('measures.open')], ...MEASURE_STATUSES.map((each) => [each, t(`measure.status.${each}`)])])}
        ${this.#select('owner', t('field.owner'), [['', t('measures.allOwners')], ...owners.map((owner) => [slug(owner), owner])])}
        ${this.#select('kind', t('plan.kind'), [['', t('plan.allKinds')], ...kinds.map((code) => [slug(code), name(code)])])}
        ${spots.length > 0 && this.#select('spot', t('field.spotId'), [['', t('plan.allSpots')], ...spots])}
        <div class="field field--check">
          <input class="tick" type="checkbox" id="plan-late" data-filter="late" ${attributes({ checked: filter.late })}>
          <label class="field__label" for="plan-late">${t('plan.onlyLate')}</label>
        </div>
      </div>
      <p class="plan__found"><span role="status">${t('measures.shown', { count: shown.length, of: features.length })}</span>
        ${formatItem(view, { ...filter, month: '' }) !== view && html`<button type="button" class="link" id="plan-clear" data-clear>${t('plan.clear')}</button>`}
        <span class="plan__files">${icon('download')} ${this.#mayWrite && html`<a href="${file('/api/measures.ics')}" download>${t('plan.calendar')}</a>`} ${PAPERS.map((form) => html`<a href="${file(`/api/action-plan.${form}`)}" download>${t('plan.paper', { form: form.toUpperCase() })}</a> `)}</span></p>`;
  }

  #select(name, label, choices) {
    const chosen = this.#asked.filter[name];
    return html`
      <div class="field">
        <label class="field__label" for="plan-${name}">${label}</label>
        <select class="input input--select input--small" id="plan-${name}" data-filter="${name}">${choices.map(([value, words]) => html`<option ${attributes({ value, selected: value === chosen })}>${words}</option>`)}</select>
      </div>`;
  }

  #showView(shown) {
    const { view, filter } = this.#asked;
    if (this.#shown !== view) {
      this.#view?.close();
      this.#shown = view;
      const onOpen = (id) => this.#openMeasure(id);
      if (view === 'board') this.#view = new BoardView(this.#app, { mayWrite: this.#mayWrite, onOpen, onMove: (feature, status) => this.#move(feature, status) });
      else if (view === 'list') this.#view = new ListView(this.#app, { entries: () => this.#entries, onOpen });
      else this.#view = new CalendarView(this.#app, { onOpen, onMonth: (month) => this.#filter({ month }) });
      this.#view.open(this.#part('view'));
    }
    this.#view.show(shown, filter.month || today().slice(0, 7));
  }

  #sums(shown) {
    const { t, locale } = this.#app;
    const sum = totals(shown);
    const kronor = (value) => html`<td class="table__number">${formatNumber(value, locale, 0)}</td>`;
    return html`
      <details class="disclosure" id="plan-costs">
        <summary>${t('plan.costs', { estimate: formatNumber(sum.estimate, locale, 0), outcome: formatNumber(sum.outcome, locale, 0) })}</summary>
        <div class="disclosure__body table-scroll" tabindex="0" role="region" aria-label="${t('plan.costsByOwner')}">
          <table class="table table--small"><caption>${t('plan.costsByOwner')}</caption>
            <thead><tr><th scope="col">${t('field.owner')}</th><th scope="col" class="table__number">${t('plan.count')}</th><th scope="col" class="table__number">${t('measures.open')}</th><th scope="col" class="table__number">${t('plan.late')}</th><th scope="col" class="table__number">${t('plan.cost.estimate')}</th><th scope="col" class="table__number">${t('plan.cost.outcome')}</th></tr></thead>
            <tbody>${sum.byOwner.map((row) => html`<tr><th scope="row">${row.owner}</th>${kronor(row.count)}${kronor(row.open)}${kronor(row.overdue)}${kronor(row.estimate)}${kronor(row.outcome)}</tr>`)}</tbody>
          </table>
        </div>
      </details>`;
  }

  #chooseView(event, view) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#go(formatItem(view, this.#asked.filter));
  }

  #filter(patch) {
    this.#go(formatItem(this.#asked.view, { ...this.#asked.filter, ...patch }));
  }

  #openMeasure(id) {
    this.#go(String(id));
  }

  #toMap() {
    const { state, map, measures } = this.#app;
    const shown = matching(measures.value.body.features, this.#asked.filter);
    const layers = { ...state.value.layers, measures: state.value.layers.measures || 1 };
    state.set({ page: null, item: null, hotspot: null, measure: null, panel: 'measures', layers });
    map.fit(joinBounds(shown.map(({ geometry }) => boundsOfGeometry(geometry))));
  }

  #edit(id) {
    this.#app.state.set({ page: null, item: null, measure: String(id), hotspot: null });
    this.#app.bus.emit('measure:edit', id);
  }

  async #move(feature, status) {
    const { t, measures, toasts, hotspots } = this.#app;
    render(this.#part('message'), html``);
    try {
      const saved = await moveMeasure(this.#app, feature, status);
      await measures.reload();
      if (saved) {
        hotspots.reload();
        toasts.show(t('plan.moved', { title: saved.properties.title, status: t(`measure.status.${saved.properties.status}`) }), { kind: 'success' });
      }
      document.getElementById(`card-${feature.id}`)?.focus();
    } catch (error) {
      this.#tell(error, feature);
    }
  }

  #tell(error, feature) {
    const { t } = this.#app;
    if (!this.#root) return;
    const reasons = error.errors.map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`);
    const words = [t('plan.notMoved', { title: feature.properties.title }), ...(reasons.length ? reasons : [error.detail])].join(' ');
    render(this.#part('message'), notice('danger', words, html`<button type="button" class="button" id="plan-edit" data-edit="${feature.id}">${t('plan.openForm')}</button>`));
    this.#part('message').scrollIntoView({ block: 'nearest' });
    document.getElementById('plan-edit').focus();
  }
}
