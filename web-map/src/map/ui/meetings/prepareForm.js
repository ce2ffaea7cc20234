/** Prepares the next meeting: day, month and picture in one form, and the standard agenda with the same press. */
import { html, on, render } from '../../lib/html.js';
import { formatMonth } from '../../lib/format.js';
import { MEETING_KINDS, monthBefore, newPlan } from '../../lib/meetingPlan.js';
import { notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';

const MONTHS_OFFERED = 13;

export class PrepareForm {
  #app;
  #root;
  #go;
  #meetings = [];
  #pictures = [];
  #titleTouched = false;
  #busy = false;
  #stops = [];

  constructor(app, root, { go }) {
    this.#app = app;
    this.#root = root;
    this.#go = go;
  }

  async open() {
    const { t, api } = this.#app;
    const loading = render(this.#root, html`<p class="muted">${t('loading')}</p>`).firstElementChild;
    [this.#meetings, this.#pictures] = await Promise.all([
      api.get('/api/meetings').then(({ body }) => body.meetings).catch(() => []),
      api.get('/api/pictures').then(({ body }) => body.pictures ?? body).catch(() => []),
    ]);
    if (!loading.isConnected) return;
    this.#draw();
    this.#stops = [
      on(this.#root, 'submit', '#prepare', (event) => this.#submit(event)),
      on(this.#root, 'input', '[name="title"]', () => (this.#titleTouched = true)),
      on(this.#root, 'change', '[name="heldOn"], [name="kind"]', () => this.#propose()),
      on(this.#root, 'click', '[data-back]', () => this.#go(null)),
    ];
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #draw() {
    const { t } = this.#app;
    const day = this.#proposedDay();
    const months = this.#months();
    const wanted = months.includes(monthBefore(day)) ? monthBefore(day) : (months[0] ?? '');
    render(
      this.#root,
      html`<button type="button" class="button button--quiet" data-back>${icon('back')} ${t('meeting.toList')}</button>
        <h3 class="section__title">${t('meeting.prepareNext')}</h3>
        <p>${t('meeting.prepareHint')}</p>
        <div id="prepare-message" aria-live="polite"></div>
        <form id="prepare" class="form meeting__form" novalidate>
          ${selectField({ name: 'kind', label: t('meeting.field.kind') }, MEETING_KINDS.map((value) => ({ value, label: t(`meeting.type.${value}`) })), 'est')}
          ${textField({ name: 'heldOn', label: t('meeting.field.heldOn'), required: true }, { type: 'date', value: day })}
          ${selectField({ name: 'month', label: t('meeting.field.month'), hint: t('meeting.monthHint') }, [...months.map((value) => ({ value, label: this.#monthLabel(value) })), { value: '', label: t('meeting.noPicture') }], wanted)}
          ${textField({ name: 'title', label: t('meeting.field.title'), required: true }, { value: this.#title(day, 'est'), maxlength: 120, autocomplete: 'off' })}
          <div class="button-row"><button type="submit" class="button button--primary">${icon('check')} ${t('meeting.prepare')}</button></div>
        </form>`,
    );
  }

  #monthLabel(month) {
    const name = formatMonth(month, this.#app.locale);
    return this.#picture(month) ? this.#app.t('meeting.monthReady', { month: name }) : name;
  }

  #picture(month) {
    return this.#pictures.find((each) => each.month === month);
  }

  /** Months with data, the latest first. */
  #months() {
    const to = this.#app.group?.to;
    if (!to) return this.#pictures.map(({ month }) => month);
    const [year, month] = to.slice(0, 7).split('-').map(Number);
    return Array.from({ length: MONTHS_OFFERED }, (unused, i) => new Date(Date.UTC(year, month - 1 - i, 15)).toISOString().slice(0, 7));
  }

  /** What the last meeting said, otherwise a week from today. */
  #proposedDay() {
    const today = new Date().toISOString().slice(0, 10);
    const said = this.#meetings.map(({ nextOn }) => nextOn).filter((day) => day && day >= today).sort()[0];
    const taken = this.#meetings.some(({ heldOn }) => heldOn === said);
    return said && !taken ? said : new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  }

  #title(day, kind) {
    const { t, locale } = this.#app;
    return day ? t('meeting.titleOf', { kind: t(`meeting.type.${kind}`), month: formatMonth(day, locale) }) : '';
  }

  #propose() {
    const { heldOn, kind, title } = this.#root.querySelector('#prepare').elements;
    if (!this.#titleTouched) title.value = this.#title(heldOn.value, kind.value);
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    const { t, api } = this.#app;
    const form = event.target;
    const message = this.#root.querySelector('#prepare-message');
    const { kind, heldOn, month, title } = Object.fromEntries(new FormData(form));
    render(message, html`<p class="muted">${t('meeting.preparing')}</p>`);
    try {
      const pictureId = month ? await this.#pictureOf(month) : null;
      const plan = { ...newPlan(heldOn || null, title, kind), pictureId, ...(await this.#asLast(kind)) };
      const made = (await api.post('/api/meetings', plan)).body;
      // without its agenda the meeting is there all the same, and the agenda can be made on its page
      await api.post(`/api/meetings/${made.id}/agenda`, undefined, { ifMatch: `"v${made.version}"` }).catch(() => {});
      this.#go(String(made.id));
    } catch (error) {
      this.#busy = false;
      const homeless = showErrors(form, error.errors ?? []);
      const text = homeless.length || !error.errors?.length ? [error.detail || error.message, ...homeless.map((one) => `${one.reason} ${one.remedy ?? ''}`)].join(' ') : '';
      render(message, text ? notice('danger', text) : html``);
    }
  }

  async #pictureOf(month) {
    const known = this.#picture(month);
    if (known) return known.id;
    return (await this.#app.api.post('/api/pictures', { month })).body.id;
  }

  /** Place, time, chair and who is invited are mostly those of last time. */
  async #asLast(kind) {
    const last = this.#meetings.find((meeting) => meeting.kind === kind);
    if (!last) return {};
    const { startsAt, place, chair, secrecy, attendance } = (await this.#app.api.get(`/api/meetings/${last.id}`)).body.plan;
    return { startsAt, place, chair, secrecy, attendance: attendance.map(({ organisation }) => ({ organisation, number: null, state: 'invited' })) };
  }
}
