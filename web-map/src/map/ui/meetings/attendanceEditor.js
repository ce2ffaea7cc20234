/** Which organisations came, with how many. Persons are not written down. */
import { attributes, html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';

const STATES = ['present', 'absent', 'invited'];

export class AttendanceEditor {
  #app;
  #root;
  #desk;
  #mayWrite;
  #known = [];
  #shown = '';
  #stops = [];

  constructor(app, root, { desk, mayWrite }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
    this.#mayWrite = mayWrite;
  }

  open() {
    this.#stops = [
      on(this.#root, 'change', '[data-of]', (event, field) => this.#changed(field)),
      on(this.#root, 'click', '[data-add]', () => this.#add()),
      on(this.#root, 'click', '[data-remove]', (event, button) => this.#remove(Number(button.dataset.remove))),
      on(this.#root, 'click', '[data-new]', (event, button) => this.#confirm(button.dataset.new)),
      this.#desk.subscribe(() => this.#follow()),
    ];
    this.#draw();
    if (this.#mayWrite) this.#learn();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  get #key() {
    return JSON.stringify([this.#desk.plan.attendance, this.#unknown]);
  }

  /** Names that the service does not know; only they can be confirmed as new. */
  get #unknown() {
    return this.#desk.status === 'refused' ? this.#desk.errors.filter(({ field }) => /^attendance\.\d+\.organisation$/.test(field ?? '')).map(({ value }) => value) : [];
  }

  #follow() {
    if (this.#shown !== this.#key && (this.#unknown.length || !this.#root.contains(document.activeElement))) this.#draw();
  }

  async #learn() {
    try {
      this.#known = (await this.#app.api.get('/api/meetings')).body.organisations;
      const list = this.#root.querySelector('#organisations');
      if (list) render(list, this.#options());
    } catch {
      // the fields take any text; without the list there is only more to type
    }
  }

  #options() {
    return html`${this.#known.map((name) => html`<option value="${name}"></option>`)}`;
  }

  #draw() {
    const { t } = this.#app;
    const { attendance } = this.#desk.plan;
    this.#shown = this.#key;
    render(
      this.#root,
      html`
        <p class="muted">${t('meeting.attendanceHint')}</p>
        ${this.#unknown.map((name) => name && notice('warning', t('meeting.unknown', { name }), html`<button type="button" class="button button--small" data-new="${name}">${t('meeting.isNew')}</button>`))}
        ${attendance.length === 0 && html`<div class="empty"><p>${t('meeting.noAttendance')}</p></div>`}
        <ul class="attendance">${attendance.map((one, i) => (this.#mayWrite ? this.#line(one, i) : this.#lineToRead(one)))}</ul>
        <datalist id="organisations">${this.#options()}</datalist>
        ${this.#mayWrite && html`<button type="button" class="button" id="attendance-add" data-add>${icon('add')} ${t('meeting.addOrganisation')}</button>`}`,
    );
  }

  #line({ organisation, number, state }, i) {
    const { t } = this.#app;
    const id = (part) => `attendance-${i}-${part}`;
    const field = (part, label, control) => html`<div class="field" data-field="attendance.${i}.${part}"><label class="field__label" for="${id(part)}">${label}</label>${control}<p class="field__error" hidden></p></div>`;
    return html`
      <li class="attendance__line" data-index="${i}">
        ${field('organisation', t('meeting.organisation'), html`<input class="input" ${attributes({ id: id('organisation'), 'data-of': 'organisation', value: organisation, list: 'organisations', maxlength: 120, autocomplete: 'off' })}>`)}
        ${field('state', t('meeting.presence'), html`<select class="input input--select" ${attributes({ id: id('state'), 'data-of': 'state' })}>${STATES.map((each) => html`<option ${attributes({ value: each, selected: each === state })}>${t(`meeting.attendance.${each}`)}</option>`)}</select>`)}
        ${field('number', t('meeting.number'), html`<input class="input input--number" ${attributes({ id: id('number'), 'data-of': 'number', type: 'number', min: 0, max: 50, value: number ?? '', disabled: state !== 'present' })}>`)}
        <button type="button" class="icon-button" ${attributes({ id: id('remove'), 'data-remove': i, 'aria-label': t('meeting.removeOrganisation', { name: organisation }), title: t('meeting.removeOrganisation', { name: organisation }) })}>${icon('remove')}</button>
      </li>`;
  }

  #lineToRead({ organisation, number, state }) {
    const { t } = this.#app;
    return html`<li>${organisation}: ${t(`meeting.attendance.${state}`)}${number ? ` (${number})` : ''}</li>`;
  }

  #changed(field) {
    const index = Number(field.closest('[data-index]').dataset.index);
    const part = field.dataset.of;
    const value = part === 'number' ? (field.value === '' ? null : Number(field.value)) : field.value.trim();
    const patch = { [part]: value, ...(part === 'state' && value !== 'present' ? { number: null } : {}) };
    this.#desk.change({ attendance: this.#desk.plan.attendance.map((one, i) => (i === index ? { ...one, ...patch } : one)) });
    if (part === 'state') {
      this.#draw();
      this.#root.querySelector(`#attendance-${index}-state`).focus();
    }
    this.#shown = this.#key;
  }

  /** An empty line is not sent before it has a name: it becomes one when something is written in it. */
  #add() {
    const taken = new Set(this.#desk.plan.attendance.map(({ organisation }) => organisation));
    const next = this.#known.find((name) => !taken.has(name)) ?? this.#app.t('meeting.newOrganisation');
    this.#desk.change({ attendance: [...this.#desk.plan.attendance, { organisation: next, number: null, state: 'present' }] });
    this.#draw();
    const field = this.#root.querySelector(`#attendance-${this.#desk.plan.attendance.length - 1}-organisation`);
    field.focus();
    field.select();
  }

  #remove(i) {
    this.#desk.change({ attendance: this.#desk.plan.attendance.filter((unused, n) => n !== i) });
    this.#draw();
    this.#root.querySelector('#attendance-add').focus();
  }

  #confirm(name) {
    this.#desk.change({ newOrganisations: [...this.#desk.plan.newOrganisations, name] });
    this.#desk.flush();
    this.#root.querySelector('#attendance-add').focus();
  }
}
