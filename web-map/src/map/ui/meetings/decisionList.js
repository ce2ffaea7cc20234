/** Decisions: what, who, until when, and what has become of each; written down and followed up where they stand. */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { formatDate } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { DecisionForm } from './decisionForm.js';

export class DecisionList {
  static defaults = {
    /** Which decisions, as /api/decisions takes them. */
    parameters: {},
    /** The meeting new decisions are written at; null when none can be written here. */
    meeting: null,
    /** Whether the button for a new one stands below the list. */
    addBelow: true,
    /** What new decisions are about besides: { spotId, measureId }. */
    about: {},
    /** Those known already; then nothing is asked before something changes. */
    preset: null,
    /** A meeting whose decisions are left out; null for none. */
    except: null,
    onChange: () => {},
  };

  #app;
  #root;
  #options;
  #decisions = [];
  #form = null;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...DecisionList.defaults, ...options };
  }

  open() {
    const { t } = this.#app;
    this.#stops = [
      on(this.#root, 'click', '[data-new-decision]', () => this.#write(null)),
      on(this.#root, 'click', '[data-change]', (event, button) => this.#write(this.#decisions.find(({ id }) => id === Number(button.dataset.change)))),
      on(this.#root, 'click', '[data-done]', (event, button) => this.#done(this.#decisions.find(({ id }) => id === Number(button.dataset.done)))),
      on(this.#root, 'click', '[data-again]', () => this.load()),
    ];
    render(
      this.#root,
      html`<div data-list aria-live="polite"><p class="muted">${t('loading')}</p></div><div data-form></div>
        ${this.#mayWrite && this.#options.meeting && this.#options.addBelow && html`<button type="button" class="button" data-new-decision>${icon('add')} ${t('decision.new')}</button>`}`,
    );
    if (this.#options.preset) this.#show(this.#options.preset);
    else this.load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#form?.close();
  }

  get #mayWrite() {
    return this.#app.can(...MEASURE_WRITERS);
  }

  async load() {
    const { t, api } = this.#app;
    const place = this.#root.querySelector('[data-list]');
    try {
      const { decisions } = (await api.get('/api/decisions', { parameters: this.#options.parameters })).body;
      if (place.isConnected) this.#show(decisions);
    } catch (error) {
      if (place.isConnected) render(place, notice('danger', error.detail || t('meeting.failed'), html`<button type="button" class="button" data-again>${t('meeting.again')}</button>`));
    }
  }

  #show(decisions) {
    this.#decisions = decisions.filter(({ meetingId }) => this.#options.except === null || meetingId !== this.#options.except);
    render(this.#root.querySelector('[data-list]'), this.#markup());
  }

  /** Opens the form for a new decision. */
  begin() {
    this.#write(null);
  }

  #markup() {
    const { t } = this.#app;
    if (!this.#decisions.length) return html`<p class="muted">${t('decision.none')}</p>`;
    return html`<ul class="decisions">${this.#decisions.map((decision) => this.#row(decision))}</ul>`;
  }

  #row({ id, text, owner, until, state, followUp, overdue, meeting, decidedOn }) {
    const { t } = this.#app;
    const where = this.#options.meeting || !meeting ? '' : t('decision.at', { meeting, day: formatDate(decidedOn) });
    return html`<li class="decisions__row">
      <div>
        <p class="decisions__text">${text}</p>
        <p class="decisions__who"><strong>${owner}</strong> · ${until ? t('decision.untilDay', { day: formatDate(until) }) : t('decision.noDay')} ${overdue && html`<span class="tag tag--overdue">${icon('alert')} ${t('decision.overdue')}</span>`} ${state !== 'open' && html`<span class="tag">${t(`decision.state.${state}`)}</span>`}</p>
        ${followUp && html`<p class="decisions__follow">${followUp}</p>`}
        ${where && html`<p class="muted">${where}</p>`}
      </div>
      ${this.#mayWrite && html`<div class="decisions__actions">
        ${state === 'open' && html`<button type="button" class="button button--small" ${attributes({ 'data-done': id, 'aria-label': `${t('decision.done')}: ${text}` })}>${icon('check')} ${t('decision.done')}</button>`}
        <button type="button" class="button button--small button--quiet" ${attributes({ 'data-change': id, 'aria-label': `${t('decision.change')}: ${text}` })}>${icon('edit')} ${t('decision.change')}</button>
      </div>`}
    </li>`;
  }

  #write(decision) {
    this.#form?.close();
    const { meeting, about } = this.#options;
    this.#form = new DecisionForm(this.#app, this.#root.querySelector('[data-form]'), {
      decision,
      belongs: { meetingId: meeting, ...about },
      onSaved: (saved) => this.#saved(saved),
      onCancel: () => this.#closeForm(),
    }).open();
  }

  #closeForm() {
    this.#form?.close();
    this.#form = null;
    this.#root.querySelector('[data-new-decision]')?.focus();
  }

  async #saved({ text }) {
    this.#closeForm();
    this.#app.announce(this.#app.t('decision.saved', { text }));
    await this.load();
    this.#options.onChange();
  }

  async #done(decision) {
    const { text, owner, until, followUp, meetingId, spotId, measureId } = decision;
    try {
      await this.#app.api.put(`/api/decisions/${decision.id}`, { text, owner, until, state: 'done', followUp, meetingId, spotId, measureId, newOrganisations: [] }, { ifMatch: `"v${decision.version}"` });
      await this.#saved(decision);
    } catch {
      await this.load();
      this.#write(this.#decisions.find(({ id }) => id === decision.id) ?? null);
    }
  }
}
