/** Reports from the field in the inbox: those that wait first, each handled in its place in the list. */
import { isAbort } from '../../api.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { ReporterLinksDialog } from '../reporterLinksDialog.js';
import { HandlingForm } from './handlingForm.js';
import { reportCard } from './reportCard.js';
import { handle } from './reportRequests.js';

const PAGE = 30;
const STATES = ['waiting', 'decided', 'all'];

class ReportsSection {
  id = 'reports';
  roles = ['est-member', 'est-coordinator'];

  #app = null;
  #root = null;
  #state = 'waiting';
  #reports = [];
  #matched = 0;
  #open = null;
  #form = null;
  #owners = [];
  #fault = '';
  #stops = [];

  title(t) {
    return t('inbox.reports');
  }

  async count(app) {
    return (await app.api.get('/api/reports/waiting')).body.waiting;
  }

  mount(root, app) {
    this.#app = app;
    this.#root = root;
    const { t } = app;
    render(
      root,
      html`
        <div class="list-tools">
          <label class="list-tools__label" for="reports-state">${t('inbox.report.showing')}</label>
          <select class="input input--select input--small" id="reports-state">${STATES.map((state) => html`<option ${attributes({ value: state, selected: state === this.#state })}>${t(`inbox.report.${state}`)}</option>`)}</select>
          ${app.can('est-coordinator') && html`<button type="button" class="button button--small" id="reporter-links">${icon('person')} ${t('links.open')}</button>`}
        </div>
        <div id="reports-list"><p class="muted">${t('loading')}</p></div>
        <p class="downloads">${icon('download')} ${t('list.download')} <a href="/data/reports.csv" download>CSV</a> <a href="/data/reports.geojson" download>GeoJSON</a> <a href="/report">${t('inbox.report.page')}</a></p>`,
    );
    this.#stops = [
      on(root, 'change', '#reports-state', (event, select) => this.#choose(select.value)),
      on(root, 'click', '#reporter-links', () => new ReporterLinksDialog(app).open()),
      on(root, 'click', '[data-open]', (event, button) => this.#toggle(Number(button.dataset.open))),
      on(root, 'keydown', '[data-open]', (event, button) => this.#walk(event, button)),
      on(root, 'click', '[data-show]', (event, button) => this.#show(Number(button.dataset.show))),
      on(root, 'click', '[data-measure-of]', (event, button) => this.#makeMeasure(Number(button.dataset.measureOf))),
      on(root, 'click', '[data-to-measure]', (event, button) => app.state.set({ measure: button.dataset.toMeasure, hotspot: null })),
      on(root, 'click', '[data-more-reports]', () => this.#load(this.#reports.length)),
      on(root, 'click', '[data-retry]', () => this.#load()),
    ];
    this.#load();
    this.#loadOwners();
  }

  unmount() {
    this.#closeForm();
    this.#open = null;
    for (const stop of this.#stops.splice(0)) stop();
    this.#root = null;
  }

  /** Shows one report, whatever the list shows now. */
  async select(id) {
    this.#state = 'all';
    const known = this.#reports.some((report) => report.id === id);
    if (this.#root) this.#root.querySelector('#reports-state').value = 'all';
    if (!known) await this.#load(0, id);
    if (!this.#root) return;
    if (this.#open !== id) this.#toggle(id);
    const button = this.#root.querySelector(`#report-${id}`);
    button?.scrollIntoView({ block: 'start' });
    button?.focus();
  }

  #choose(state) {
    this.#state = state;
    this.#load();
  }

  async #load(offset = 0, wanted = null) {
    const { api } = this.#app;
    try {
      const { body } = await api.get('/api/reports', { parameters: { state: this.#state, limit: PAGE, offset }, supersede: 'reports' });
      this.#fault = '';
      this.#matched = body.numberMatched;
      this.#reports = offset ? [...this.#reports, ...body.reports] : body.reports;
      if (wanted && !this.#reports.some(({ id }) => id === wanted)) this.#reports = [(await api.get(`/api/reports/${wanted}`)).body, ...this.#reports];
    } catch (error) {
      if (isAbort(error)) return;
      this.#fault = error.detail || this.#app.t('inbox.report.failed');
    }
    this.#draw();
  }

  async #loadOwners() {
    try {
      this.#owners = (await this.#app.api.get('/api/owners')).body.owners;
    } catch {
      // the field takes any text
    }
  }

  #draw() {
    if (!this.#root) return;
    const { t } = this.#app;
    this.#closeForm();
    const list = this.#root.querySelector('#reports-list');
    if (this.#fault) return render(list, notice('danger', this.#fault, html`<button type="button" class="button" data-retry>${t('again')}</button>`));
    render(
      list,
      html`
        ${this.#reports.length === 0 && html`<div class="empty"><h3>${t(this.#state === 'waiting' ? 'inbox.report.noneWaiting' : 'inbox.report.none')}</h3><p>${t('inbox.report.noneHow')}</p></div>`}
        <ul class="report-items">${this.#reports.map((report) => reportCard(report, { app: this.#app, open: report.id === this.#open }))}</ul>
        ${this.#reports.length < this.#matched && html`<button type="button" class="button button--wide" id="reports-more" data-more-reports>${t('inbox.report.more', { shown: this.#reports.length, count: this.#matched })}</button>`}`,
    );
    if (this.#open !== null) this.#openForm();
    return undefined;
  }

  #find(id) {
    return this.#reports.find((report) => report.id === id);
  }

  /** Opening one for the first time tells its reporter that it has been seen. */
  async #toggle(id) {
    this.#open = this.#open === id ? null : id;
    this.#draw();
    const report = this.#find(id);
    if (this.#open !== id || !report || report.handling.ownState !== 'received' || !this.#app.can('est-coordinator')) return;
    try {
      this.#replace(await handle(this.#app, report, { state: 'seen' }));
    } catch {
      this.#refetch(id);
    }
  }

  #replace(report) {
    const typed = this.#form !== null && this.#open === report.id;
    this.#reports = this.#reports.map((each) => (each.id === report.id ? report : each));
    if (typed || this.#open === null) this.#draw();
  }

  async #refetch(id) {
    try {
      this.#replace((await this.#app.api.get(`/api/reports/${id}`)).body);
    } catch {
      this.#load();
    }
  }

  #openForm() {
    const report = this.#find(this.#open);
    const root = this.#root.querySelector(`#report-handling-${this.#open}`);
    if (!report || !root || !this.#app.can('est-coordinator') || report.handling.ownState === 'withdrawn') return;
    const { types = [] } = this.#app.types.value.body ?? {};
    this.#form = new HandlingForm(this.#app, root, report, { types: types.filter(({ retired }) => !retired), owners: this.#owners, onSave: (patch) => this.#save(report.id, patch) }).open();
  }

  #closeForm() {
    this.#form?.close();
    this.#form = null;
  }

  async #save(id, patch) {
    const { t, toasts } = this.#app;
    try {
      const saved = await handle(this.#app, this.#find(id), patch);
      this.#open = null;
      toasts.show(t('inbox.report.saved', { id }), { kind: 'success' });
      this.#reports = this.#reports.map((each) => (each.id === id ? saved : each));
      await this.#load();
      (this.#root?.querySelector(`#report-${id}`) ?? this.#root?.querySelector('[data-open]') ?? this.#root?.querySelector('#reports-state'))?.focus();
    } catch (error) {
      if (error.status !== 412) throw error;
      toasts.show(error.detail, { kind: 'danger' });
      this.#refetch(id);
    }
  }

  #show(id) {
    const { lon, lat } = this.#find(id).place;
    this.#app.map.showPlace(lon, lat);
    this.#app.announce(this.#app.t('inbox.report.shown', { id }));
  }

  #makeMeasure(id) {
    const { type, place } = this.#find(id);
    this.#app.bus.emit('measure:propose', { report: { id, type, name: place.words, geometry: { type: 'Point', coordinates: [place.lon, place.lat] } } });
  }

  /** Up and down walk along the reports. */
  #walk(event, button) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...this.#root.querySelectorAll('[data-open]')];
    all[all.indexOf(button) + step]?.focus();
  }
}

export const reportsSection = new ReportsSection();
