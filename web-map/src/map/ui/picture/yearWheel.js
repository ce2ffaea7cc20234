/** The wheel of the year: what comes when, as a strip and as the same list by month, and a form to enter more. */
import { formatDate, formatMonth } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { changedMembers } from '../../lib/savedStates.js';
import { YEAR_TEMPLATES, monthStart, yearStrip } from '../../lib/yearStrip.js';
import { areaField, checkField, clearErrors, notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { SavedStates } from '../savedStates.js';

const KINDS = ['event', 'school', 'season', 'other'];
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const DRAFT = 'year-event';

export class YearWheel {
  #app;
  #root;
  #year;
  #wheel = null;
  #editing = null;
  #history = null;
  #stops = [];

  constructor(app, root, year) {
    this.#app = app;
    this.#root = root;
    this.#year = year;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-year]', (event, button) => this.#go(+button.dataset.year)),
      on(this.#root, 'click', '[data-new-event]', () => this.#form(null)),
      on(this.#root, 'click', '[data-edit-event]', (event, button) => this.#form(+button.dataset.editEvent)),
      on(this.#root, 'click', '[data-remove-event]', (event, button) => this.#remove(+button.dataset.removeEvent)),
      on(this.#root, 'click', '[data-template]', (event, button) => this.#fill(button.dataset.template)),
      on(this.#root, 'click', '[data-cancel]', () => this.#cancel()),
      on(this.#root, 'input', '#year-form', () => this.#app.drafts?.keep(DRAFT, this.#written())),
      on(this.#root, 'submit', '#year-form', (event) => this.#save(event)),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#history?.close();
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#wheel = (await api.get('/api/year-events', { parameters: { year: this.#year }, supersede: 'year' })).body;
      this.#draw();
    } catch (error) {
      if (error.name !== 'AbortError') render(this.#root, html`${this.#head()}${notice('danger', error.detail || t('picture.failed'))}`);
    }
  }

  get #mayEdit() {
    return this.#app.can('est-member', 'est-coordinator');
  }

  #head() {
    return html`<h3 class="picture__heading" id="picture-year">${this.#app.t('year.title', { year: String(this.#year) })}</h3>`;
  }

  #draw() {
    const { t } = this.#app;
    const { coming } = this.#wheel;
    render(this.#root, html`
      ${this.#head()}
      <div class="button-row">
        <button type="button" class="button button--small" data-year="${this.#year - 1}" id="year-before">${icon('previous')} ${this.#year - 1}</button>
        <button type="button" class="button button--small" data-year="${this.#year + 1}" id="year-after">${this.#year + 1} ${icon('next')}</button>
        ${this.#mayEdit && html`<button type="button" class="button" data-new-event>${icon('add')} ${t('year.add')}</button>`}
      </div>
      <div id="year-form-place"></div>
      ${coming.length ? html`${this.#strip(coming)}${this.#months(coming)}` : html`<p class="message">${t('year.none')}</p>`}`);
  }

  #strip(coming) {
    const { locale } = this.#app;
    const events = yearStrip(coming, this.#year);
    const lanes = Math.max(...events.map(({ lane }) => lane)) + 1;
    const height = 22 + lanes * 16;
    return html`
      <svg class="year-strip" viewBox="0 0 1000 ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        ${MONTHS.map((month) => html`<line class="year-strip__month" x1="${monthStart(this.#year, month) * 10}" x2="${monthStart(this.#year, month) * 10}" y1="0" y2="${height}"></line>`)}
        ${events.map((event) => html`<rect class="year-strip__event year-strip__event--${event.kind}" x="${event.left * 10}" width="${Math.max(5, event.width * 10)}" y="${20 + event.lane * 16}" height="12" rx="2"><title>${event.title}</title></rect>`)}
      </svg>
      <div class="year-strip__names" aria-hidden="true">${MONTHS.map((month) => html`<span>${formatMonth(`${this.#year}-${String(month).padStart(2, '0')}`, locale, 'short').slice(0, 3)}</span>`)}</div>`;
  }

  #months(coming) {
    const { t } = this.#app;
    return html`<ul class="picture__lines year-list">${coming.map((event) => html`
      <li><span class="year-list__when">${formatDate(event.from)}${event.to === event.from ? '' : `–${formatDate(event.to).slice(event.to.slice(0, 4) === event.from.slice(0, 4) ? 5 : 0)}`}</span>
        <span><strong>${event.title}</strong> <span class="tag">${t(`year.kind.${event.kind}`)}</span>${event.yearly && html` <span class="muted">${t('year.yearly')}</span>`}${event.place && html` <span class="muted">${event.place}</span>`}</span>
        ${this.#mayEdit && html`<span class="year-list__do"><button type="button" class="button button--small button--quiet" data-edit-event="${event.id}" aria-label="${t('year.editOne', { title: event.title })}">${icon('edit')}</button><button type="button" class="button button--small button--quiet" data-remove-event="${event.id}" aria-label="${t('year.removeOne', { title: event.title })}">${icon('remove')}</button></span>`}</li>`)}</ul>`;
  }

  #form(id) {
    const { t, drafts } = this.#app;
    this.#editing = id === null ? null : this.#wheel.events.find((entry) => entry.id === id);
    const state = this.#editing?.state ?? drafts?.find(DRAFT)?.value ?? {};
    render(this.#root.querySelector('#year-form-place'), html`
      <form class="year-form" id="year-form" novalidate>
        <h4>${t(this.#editing ? 'year.editTitle' : 'year.addTitle')}</h4>
        ${!this.#editing && html`<fieldset class="year-form__templates"><legend>${t('year.templates')}</legend>${YEAR_TEMPLATES.map(({ key }) => html`<button type="button" class="button button--small" data-template="${key}">${t(`year.template.${key}`)}</button>`)}<p class="field__hint">${t('year.templatesWhy')}</p></fieldset>`}
        ${textField({ name: 'title', label: t('year.name'), required: true, id: 'year-title' }, { value: state.title ?? '', maxlength: 120 })}
        <div class="year-form__row">
          ${textField({ name: 'from', label: t('year.from'), required: true, id: 'year-from' }, { type: 'date', value: state.from ?? '' })}
          ${textField({ name: 'to', label: t('year.to'), hint: t('year.toHint'), id: 'year-to' }, { type: 'date', value: state.to ?? '' })}
          ${selectField({ name: 'kind', label: t('year.kind'), id: 'year-kind' }, KINDS.map((value) => ({ value, label: t(`year.kind.${value}`) })), state.kind ?? 'event')}
        </div>
        ${checkField({ name: 'yearly', label: t('year.everyYear'), hint: t('year.everyYearHint'), checked: state.yearly ?? false, id: 'year-yearly' })}
        ${textField({ name: 'place', label: t('year.place'), id: 'year-where' }, { value: state.place ?? '', maxlength: 120 })}
        ${areaField({ name: 'note', label: t('year.note'), id: 'year-note' }, { value: state.note ?? '', rows: 2, maxlength: 1000 })}
        <div id="year-fault"></div>
        <div class="button-row"><button type="submit" class="button button--primary">${t('year.save')}</button><button type="button" class="button" data-cancel>${t('year.cancel')}</button></div>
      </form>
      <div class="year-history"></div>`);
    this.#openHistory();
    this.#root.querySelector('#year-title').focus();
  }

  #openHistory() {
    this.#history?.close();
    this.#history = null;
    if (!this.#editing) return;
    const { t } = this.#app;
    const labels = { title: 'year.name', from: 'year.from', to: 'year.to', kind: 'year.kind', yearly: 'year.everyYear', place: 'year.place', note: 'year.note' };
    this.#history = new SavedStates(this.#app, `/api/year-events/${this.#editing.id}/history`, {
      changes: changedMembers(Object.keys(labels)),
      label: (name) => t(labels[name]),
    }).open(this.#root.querySelector('.year-history'));
  }

  /** A template gives the words, and the day only where the calendar does. */
  #fill(key) {
    const { t } = this.#app;
    const template = YEAR_TEMPLATES.find((one) => one.key === key);
    const form = this.#root.querySelector('#year-form');
    form.title.value = t(`year.template.${key}`);
    form.kind.value = template.kind;
    form.yearly.checked = template.day !== null;
    form.from.value = template.day === null ? '' : `${this.#year}-${template.day}`;
    form.to.value = '';
    form.from.focus();
  }

  #written() {
    const form = this.#root.querySelector('#year-form');
    const { title, from, to, kind, place, note } = Object.fromEntries(new FormData(form));
    return { title, from: from || null, to: to || null, kind, place, note, yearly: form.yearly.checked };
  }

  async #save(event) {
    event.preventDefault();
    const { api, t, announce, drafts } = this.#app;
    const form = event.target;
    clearErrors(form);
    try {
      if (this.#editing) await api.put(`/api/year-events/${this.#editing.id}`, this.#written(), { ifMatch: `"v${this.#editing.version}"` });
      else await api.post('/api/year-events', this.#written());
      drafts?.drop(DRAFT);
      announce(t('year.saved'));
      await this.#load();
      this.#root.querySelector('[data-new-event]')?.focus();
    } catch (error) {
      this.#fault(error, form);
    }
  }

  #fault(error, form) {
    const { t } = this.#app;
    const current = error.body?.current;
    const place = form.querySelector('#year-fault');
    if (error.status === 412 && current) {
      this.#editing = current;
      const { title, from, to } = current.state;
      render(place, notice('danger', t('year.conflict', { who: current.updatedBy, title, days: from === to ? from : `${from}–${to}` })));
      form.querySelector('[type=submit]').focus();
      return;
    }
    const homeless = showErrors(form, error.errors ?? []);
    if (homeless.length || !error.errors?.length) render(place, notice('danger', homeless.map(({ reason }) => reason).join(' ') || error.detail || t('picture.failed')));
  }

  async #remove(id) {
    const { api, t, toasts, announce } = this.#app;
    const entry = this.#wheel.events.find((one) => one.id === id);
    try {
      await api.delete(`/api/year-events/${id}`, { ifMatch: `"v${entry.version}"` });
      await this.#load();
      const undo = { label: t('year.undo'), run: async () => { await api.post(`/api/year-events/${id}/restore`); this.#load(); } };
      if (toasts) toasts.show(t('year.removed', { title: entry.state.title }), { action: undo });
      else announce(t('year.removed', { title: entry.state.title }));
      this.#root.querySelector('[data-new-event]')?.focus();
    } catch (error) {
      announce(error.detail || t('picture.failed'));
      this.#load();
    }
  }

  #cancel() {
    this.#app.drafts?.drop(DRAFT);
    render(this.#root.querySelector('#year-form-place'), html``);
    this.#root.querySelector('[data-new-event]').focus();
  }

  #go(year) {
    this.#year = year;
    this.#load();
  }
}
