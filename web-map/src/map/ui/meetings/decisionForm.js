/** Writes down a decision, or what has become of one: what, who, until when. What is written is kept until it is saved. */
import { attributes, html, on, render } from '../../lib/html.js';
import { areaField, clearErrors, notice, selectField, showErrors, textField } from '../fields.js';
import { formatInstant } from '../../lib/format.js';
import { icon } from '../icons.js';

const WEEKS = [2, 4, 8];
const STATES = ['open', 'done', 'dropped'];

export class DecisionForm {
  static defaults = {
    /** The decision to change, or null for a new one. */
    decision: null,
    /** What a new one belongs to: { meetingId, spotId, measureId }. */
    belongs: {},
    /** Day that "in four weeks" counts from. */
    from: null,
    onSaved: () => {},
    onCancel: () => {},
  };

  #app;
  #root;
  #options;
  #decision;
  #unknown = null;
  #saving = false;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...DecisionForm.defaults, ...options };
    this.#decision = this.#options.decision;
  }

  open() {
    const { t } = this.#app;
    const start = this.#app.drafts.find(this.#draftKey)?.value ?? this.#decision ?? { text: '', owner: '', until: null, state: 'open', followUp: '' };
    render(
      this.#root,
      html`<form class="form decision-form" novalidate>
        <div data-message aria-live="polite"></div>
        ${areaField({ name: 'text', id: this.#id('text'), label: t('decision.text'), required: true }, { value: start.text, rows: 2, maxlength: 1000 })}
        <div class="decision-form__pair">
          ${textField({ name: 'owner', id: this.#id('owner'), label: t('decision.owner'), required: true }, { value: start.owner, list: `${this.#id('owners')}`, maxlength: 120, autocomplete: 'off' })}
          ${textField({ name: 'until', id: this.#id('until'), label: t('decision.until') }, { type: 'date', value: start.until ?? '' })}
        </div>
        <datalist id="${this.#id('owners')}"></datalist>
        <div class="button-row button-row--after-field">${WEEKS.map((weeks) => html`<button type="button" class="button button--small button--quiet" data-weeks="${weeks}">${t('decision.inWeeks', { weeks })}</button>`)}</div>
        ${this.#decision && html`
          ${selectField({ name: 'state', id: this.#id('state'), label: t('decision.state') }, STATES.map((value) => ({ value, label: t(`decision.state.${value}`) })), start.state)}
          ${areaField({ name: 'followUp', id: this.#id('followUp'), label: t('decision.followUp'), hint: t('decision.followUpHint') }, { value: start.followUp, rows: 2, maxlength: 2000 })}`}
        <div class="button-row">
          <button type="submit" class="button button--primary">${icon('check')} ${t('decision.save')}</button>
          <button type="button" class="button" data-cancel>${t('cancel')}</button>
        </div>
      </form>`,
    );
    this.#stops = [
      on(this.#root, 'submit', 'form', (event) => this.#submit(event)),
      on(this.#root, 'input', 'form', () => this.#keep()),
      on(this.#root, 'click', '[data-weeks]', (event, button) => this.#setUntil(Number(button.dataset.weeks))),
      on(this.#root, 'click', '[data-new]', () => this.#confirm()),
      on(this.#root, 'click', '[data-cancel]', () => this.#cancel()),
    ];
    this.#learnOwners();
    this.#root.querySelector('textarea').focus();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  get #form() {
    return this.#root.querySelector('form');
  }

  get #draftKey() {
    const { meetingId = '', spotId = '', measureId = '' } = this.#options.belongs;
    return this.#decision ? `decision.${this.#decision.id}` : `decision.new.${meetingId}.${spotId}.${measureId}`;
  }

  #id(part) {
    return `decision-${this.#decision?.id ?? 'new'}-${part}`;
  }

  async #learnOwners() {
    try {
      const { organisations } = (await this.#app.api.get('/api/meetings')).body;
      const list = this.#root.querySelector('datalist');
      if (list) render(list, html`${organisations.map((name) => html`<option ${attributes({ value: name })}></option>`)}`);
    } catch {
      // the field takes any text; without the list there is only more to type
    }
  }

  #written() {
    const { text, owner, until, state = 'open', followUp = '' } = Object.fromEntries(new FormData(this.#form));
    const { meetingId = null, spotId = null, measureId = null } = this.#decision ?? this.#options.belongs;
    return { text, owner: owner.trim(), until: until || null, state, followUp, meetingId, spotId, measureId, newOrganisations: this.#unknown ? [this.#unknown] : [] };
  }

  #keep() {
    this.#unknown = null;
    this.#app.drafts.keep(this.#draftKey, this.#written());
  }

  #setUntil(weeks) {
    const from = new Date(`${this.#options.from ?? new Date().toISOString().slice(0, 10)}T12:00:00Z`);
    from.setUTCDate(from.getUTCDate() + 7 * weeks);
    const field = this.#form.elements.until;
    field.value = from.toISOString().slice(0, 10);
    this.#keep();
    this.#app.announce(`${this.#app.t('decision.until')}: ${field.value}`);
  }

  #confirm() {
    this.#unknown = this.#form.elements.owner.value.trim();
    this.#save();
  }

  #cancel() {
    this.#app.drafts.drop(this.#draftKey);
    this.#options.onCancel();
  }

  #submit(event) {
    event.preventDefault();
    this.#save();
  }

  async #save() {
    if (this.#saving) return;
    this.#saving = true;
    clearErrors(this.#form);
    const { api } = this.#app;
    const sent = this.#written();
    try {
      const answer = this.#decision
        ? await api.put(`/api/decisions/${this.#decision.id}`, sent, { ifMatch: `"v${this.#decision.version}"` })
        : await api.post('/api/decisions', sent);
      this.#app.drafts.drop(this.#draftKey);
      this.#options.onSaved(answer.body);
    } catch (error) {
      this.#trouble(error, sent);
    } finally {
      this.#saving = false;
    }
  }

  #trouble(error, sent) {
    const { t } = this.#app;
    const place = this.#form?.querySelector('[data-message]');
    if (!place) return;
    if (error.status === 412 && error.body.current) return this.#bothVersions(place, error.body.current, sent);
    const homeless = showErrors(this.#form, error.errors);
    const unknown = error.errors.some(({ field }) => field === 'owner') && sent.owner;
    const words = homeless.length || !error.errors.length ? [error.detail || t('meeting.failed'), ...homeless.map((one) => `${one.reason} ${one.remedy ?? ''}`)].join(' ') : '';
    render(place, unknown ? notice('warning', t('meeting.unknown', { name: sent.owner }), html`<button type="button" class="button button--small" data-new>${t('meeting.isNew')}</button>`) : words ? notice('danger', words) : html``);
    return undefined;
  }

  /** The other's version stands beside what is in the form; saving again is made from theirs. */
  #bothVersions(place, current, sent) {
    const { t } = this.#app;
    const { text, owner, until, state, followUp } = current.state;
    this.#decision = { ...this.#decision, ...current.state, version: current.version };
    render(
      place,
      notice(
        'warning',
        t('conflict.intro', { who: current.updatedBy, when: formatInstant(current.updatedAt) }),
        html`<p><strong>${t('conflict.theirs', { who: current.updatedBy })}</strong><br>${text}<br>${owner} · ${until ?? ''} · ${t(`decision.state.${state}`)}<br>${followUp}</p>
          <p><strong>${t('conflict.yours')}</strong><br>${sent.text}<br>${sent.owner} · ${sent.until ?? ''} · ${t(`decision.state.${sent.state}`)}<br>${sent.followUp}</p>
          <p>${t('decision.saveAgain')}</p>`,
      ),
    );
  }
}
