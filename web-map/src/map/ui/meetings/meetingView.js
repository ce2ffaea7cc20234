/** One meeting: its agenda, who came, what was decided, what reporters are told, and the protocol. Everything is saved as it is written. */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { formatDate, formatInstant, formatMonth } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { MEETING_KINDS, minutesOf, presentItem } from '../../lib/meetingPlan.js';
import { clearErrors, notice, selectField, textField } from '../fields.js';
import { icon } from '../icons.js';
import { AgendaEditor } from './agendaEditor.js';
import { AttendanceEditor } from './attendanceEditor.js';
import { DecisionList } from './decisionList.js';
import { FeedbackEditor } from './feedbackEditor.js';
import { ProtocolPart } from './protocolPart.js';

const PLAIN_FIELDS = ['title', 'kind', 'heldOn', 'startsAt', 'place', 'chair', 'state', 'nextOn'];
const NUMBERS = ['pictureId'];

export class MeetingView {
  #app;
  #root;
  #go;
  #desk;
  #parts = [];
  #drawn = false;
  #frozen = null;
  #stops = [];

  constructor(app, root, { desk, go }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
    this.#go = go;
  }

  open() {
    render(this.#root, html`<div class="skeleton" role="status" aria-label="${this.#app.t('loading')}"><div class="skeleton__row"></div><div class="skeleton__row"></div><div class="skeleton__row"></div></div>`);
    this.#stops = [
      this.#desk.subscribe(() => this.#follow()),
      on(this.#root, 'click', '[data-back]', () => this.#go(null)),
      on(this.#root, 'click', '[data-present]', () => this.#present()),
      on(this.#root, 'click', '[data-again]', () => this.#desk.open()),
      on(this.#root, 'click', '[data-withdraw]', () => this.#withdraw()),
      on(this.#root, 'submit', 'form', (event) => event.preventDefault()),
      on(this.#root, 'change', '#meeting-head input, #meeting-head select', (event, field) => this.#changed(field)),
    ];
    if (this.#desk.told) this.#follow();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#closeParts();
  }

  get #mayWrite() {
    return this.#app.can(...MEASURE_WRITERS) && !this.#desk.isFrozen;
  }

  #closeParts() {
    for (const part of this.#parts) part.close();
    this.#parts = [];
  }

  #follow() {
    const { t } = this.#app;
    const { told, status, errors } = this.#desk;
    if (!told) {
      if (status === 'gone') render(this.#root, html`${notice('warning', t('meeting.gone'))}<button type="button" class="button" data-back>${t('meeting.toList')}</button>`);
      if (status === 'offline') render(this.#root, notice('danger', errors[0]?.detail || t('meeting.failed'), html`<button type="button" class="button" data-again>${t('meeting.again')}</button>`));
      return;
    }
    if (!this.#drawn || this.#frozen !== this.#desk.isFrozen) this.#draw();
    this.#tellStatus();
  }

  #draw() {
    this.#drawn = true;
    this.#frozen = this.#desk.isFrozen;
    this.#closeParts();
    const { t } = this.#app;
    const { plan, told } = this.#desk;
    const section = (id, title) => html`<section class="meeting__section" aria-labelledby="meeting-${id}-title"><h3 class="section__title" id="meeting-${id}-title">${title}</h3><div id="meeting-${id}"></div></section>`;
    render(
      this.#root,
      html`
        <div class="meeting__bar">
          <button type="button" class="button button--quiet" data-back>${icon('back')} ${t('meeting.toList')}</button>
          <p class="meeting__saved" id="meeting-saved" role="status"></p>
          <button type="button" class="button button--primary" data-present>${icon('full-screen')} ${t('meeting.present')}</button>
        </div>
        ${told.approvedAt && notice('info', t('meeting.frozen', { when: formatInstant(told.approvedAt) }))}
        <div id="meeting-message" aria-live="polite"></div>
        ${this.#mayWrite ? this.#head(plan) : this.#headToRead(plan)}
        ${section('agenda', t('meeting.agenda'))}
        ${section('attendance', t('meeting.attendance'))}
        ${section('decisions', t('meeting.decisions'))}
        ${section('feedback', t('meeting.feedback'))}
        ${section('protocol', t('meeting.protocol'))}
        ${this.#mayWrite && html`<p class="meeting__end"><button type="button" class="button button--danger" data-withdraw>${icon('remove')} ${t('meeting.withdraw')}</button></p>`}`,
    );
    if (this.#mayWrite) this.#offerPictures();
    const place = (id) => this.#root.querySelector(`#meeting-${id}`);
    const options = { desk: this.#desk, mayWrite: this.#mayWrite, go: this.#go };
    this.#parts = [
      new AgendaEditor(this.#app, place('agenda'), options).open(),
      new AttendanceEditor(this.#app, place('attendance'), options).open(),
      new DecisionList(this.#app, place('decisions'), { parameters: { meeting: this.#desk.id }, meeting: this.#mayWrite ? this.#desk.id : null, onChange: () => this.#desk.reload() }).open(),
      new FeedbackEditor(this.#app, place('feedback'), options).open(),
      new ProtocolPart(this.#app, place('protocol'), options).open(),
    ];
  }

  #head(plan) {
    const { t } = this.#app;
    return html`
      <form id="meeting-head" class="form meeting__head" novalidate>
        ${textField({ name: 'title', label: t('meeting.field.title'), required: true }, { value: plan.title, maxlength: 120, autocomplete: 'off' })}
        ${selectField({ name: 'kind', label: t('meeting.field.kind'), hint: t(`meeting.typeHint.${plan.kind}`) }, MEETING_KINDS.map((value) => ({ value, label: t(`meeting.type.${value}`) })), plan.kind)}
        ${textField({ name: 'heldOn', label: t('meeting.field.heldOn'), required: true }, { type: 'date', value: plan.heldOn })}
        ${textField({ name: 'startsAt', label: t('meeting.field.startsAt') }, { type: 'time', value: plan.startsAt })}
        ${textField({ name: 'place', label: t('meeting.field.place') }, { value: plan.place, maxlength: 120, autocomplete: 'off' })}
        ${textField({ name: 'chair', label: t('meeting.field.chair'), hint: t('meeting.chairHint') }, { value: plan.chair, maxlength: 120, autocomplete: 'off' })}
        ${selectField({ name: 'state', label: t('meeting.field.state') }, ['planned', 'held'].map((value) => ({ value, label: t(`meeting.state.${value}`) })), plan.state)}
        ${textField({ name: 'nextOn', label: t('meeting.field.nextOn') }, { type: 'date', value: plan.nextOn ?? '' })}
        <div class="field" data-field="pictureId">
          <label class="field__label" for="field-pictureId">${t('meeting.field.pictureId')}</label>
          <select class="input input--select" id="field-pictureId" name="pictureId"><option value="${plan.pictureId ?? ''}">${plan.pictureId ?? t('meeting.noPicture')}</option></select>
          <p class="field__error" hidden></p>
        </div>
      </form>`;
  }

  /** The frozen pictures to choose from, each with its month. */
  async #offerPictures() {
    const { t, api, locale } = this.#app;
    const chosen = this.#desk.plan.pictureId;
    try {
      const { pictures } = (await api.get('/api/pictures')).body;
      const select = this.#root.querySelector('#field-pictureId');
      if (!select) return;
      const named = pictures.map(({ id, month, edition }) => ({ id, label: edition > 1 ? `${formatMonth(month, locale)} (${edition})` : formatMonth(month, locale) }));
      render(select, html`<option value="">${t('meeting.noPicture')}</option>${named.map(({ id, label }) => html`<option ${attributes({ value: id, selected: id === chosen })}>${label}</option>`)}`);
    } catch {
      // the picture that is chosen stays chosen
    }
  }

  #headToRead(plan) {
    const { t } = this.#app;
    const facts = PLAIN_FIELDS.filter((field) => plan[field] && field !== 'title').map((field) => [t(`meeting.field.${field}`), this.#readable(field, plan[field])]);
    return html`<h3 class="meeting__name">${plan.title}</h3><dl class="facts meeting__facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #readable(field, value) {
    const { t } = this.#app;
    if (field === 'kind') return t(`meeting.type.${value}`);
    if (field === 'state') return t(`meeting.state.${this.#desk.told.state}`);
    return field.endsWith('On') ? formatDate(value) : value;
  }

  #changed(field) {
    if (!PLAIN_FIELDS.includes(field.name) && !NUMBERS.includes(field.name)) return;
    const value = NUMBERS.includes(field.name) ? Number(field.value) || null : field.name.endsWith('On') ? field.value || null : field.value;
    this.#desk.change({ [field.name]: value });
  }

  #tellStatus() {
    const { t } = this.#app;
    const { status, errors, plan } = this.#desk;
    const saved = this.#root.querySelector('#meeting-saved');
    saved.textContent = this.#mayWrite ? t(`meeting.saved.${status}`, { minutes: minutesOf(plan.agenda) }) : '';
    saved.classList.toggle('meeting__saved--trouble', ['refused', 'offline'].includes(status));
    clearErrors(this.#root);
    const homeless = status === 'refused' ? errors.filter((error) => !this.#mark(error)) : [];
    render(
      this.#root.querySelector('#meeting-message'),
      homeless.length ? notice('danger', homeless.map((error) => [error.reason ?? error.detail ?? error.message, error.remedy].filter(Boolean).join(' ')).join(' ')) : html``,
    );
  }

  /** Marks the field an error is about by its whole path, such as `attendance.2.number`. */
  #mark({ field, reason, remedy }) {
    const place = field && this.#root.querySelector(`[data-field="${CSS.escape(field)}"]`);
    const text = place?.querySelector('.field__error');
    if (!text) return false;
    render(text, html`${icon('alert')} ${reason} ${remedy ?? ''}`);
    text.hidden = false;
    place.querySelector('input, select, textarea')?.setAttribute('aria-invalid', 'true');
    return true;
  }

  async #present() {
    await this.#desk.flush();
    this.#go(presentItem(this.#desk.id, 1));
  }

  async #withdraw() {
    const { t, toasts } = this.#app;
    if (!confirm(t('meeting.withdrawAsk'))) return;
    try {
      await this.#desk.withdraw();
      this.#go(null);
    } catch (error) {
      toasts.show?.(error.detail);
    }
  }
}
