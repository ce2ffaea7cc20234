/** "Add to the meeting" from the map: what the map shows now becomes an item of a planned meeting's agenda. */
import { formatDate } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { inOrder, viewAddress } from '../../lib/meetingPlan.js';
import { Dialog } from '../dialog.js';
import { notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';

export class AddToMeeting {
  #app;
  #dialog = null;

  constructor(app) {
    this.#app = app;
  }

  async open() {
    const { t, api } = this.#app;
    this.#dialog = new Dialog({ title: t('meeting.addView'), closeLabel: t('close') }).open();
    const { body, footer } = this.#dialog;
    render(body, html`<p class="muted">${t('loading')}</p>`);
    on(body, 'submit', 'form', (event) => this.#save(event));
    on(footer, 'click', '[data-prepare]', () => this.#prepare());
    try {
      const { meetings } = (await api.get('/api/meetings')).body;
      this.#draw(inOrder(meetings, new Date().toISOString().slice(0, 10)).filter(({ state }) => state !== 'approved'));
    } catch (error) {
      render(body, notice('danger', error.detail || t('meeting.failed')));
    }
    return this;
  }

  close() {
    this.#dialog.close();
  }

  #draw(meetings) {
    const { t } = this.#app;
    const { body, footer } = this.#dialog;
    if (!meetings.length) {
      render(body, html`<div class="empty"><p>${t('meeting.nonePlanned')}</p></div>`);
      render(footer, html`<button type="button" class="button button--primary" data-prepare>${t('meeting.prepareNext')}</button>`);
      return;
    }
    render(
      body,
      html`<div data-message aria-live="polite"></div><form class="form" id="add-to-meeting" novalidate>
        ${selectField({ name: 'meeting', label: t('meeting.which') }, meetings.map(({ id, title, heldOn }) => ({ value: String(id), label: `${formatDate(heldOn)} ${title}` })), String(meetings[0].id))}
        ${textField({ name: 'title', label: t('meeting.item.title'), required: true }, { value: this.#name() || t('meeting.viewTitle'), maxlength: 120, autocomplete: 'off' })}
      </form>`,
    );
    render(footer, html`<button type="submit" class="button button--primary" form="add-to-meeting">${icon('add')} ${t('meeting.addView')}</button><button type="button" class="button" data-close>${t('cancel')}</button>`);
  }

  get #hotspot() {
    const { hotspot } = this.#app.state.value;
    return this.#app.hotspots.value.body?.features.find(({ id }) => String(id) === hotspot) ?? null;
  }

  #name() {
    return this.#hotspot?.properties.name ?? '';
  }

  async #save(event) {
    event.preventDefault();
    const { t, api } = this.#app;
    const form = event.target;
    const { meeting, title } = Object.fromEntries(new FormData(form));
    const spotId = this.#hotspot?.properties.spot?.id ?? null;
    const item = { kind: spotId ? 'spot' : 'text', title, spotId, view: viewAddress(this.#app.state.value), minutes: null, notes: '' };
    try {
      const { body } = await api.get(`/api/meetings/${meeting}`);
      await api.put(`/api/meetings/${meeting}`, { ...body.plan, agenda: [...body.plan.agenda, item] }, { ifMatch: `"v${body.version}"` });
      this.#dialog.close();
      this.#app.notice(t('meeting.viewAdded', { title: body.plan.title }));
    } catch (error) {
      const homeless = showErrors(form, error.errors ?? []);
      render(this.#dialog.body.querySelector('[data-message]'), notice('danger', [error.detail || t('meeting.failed'), ...homeless.map((one) => `${one.reason} ${one.remedy ?? ''}`)].join(' ')));
    }
  }

  #prepare() {
    this.#dialog.close();
    this.#app.state.set({ page: 'meeting', item: 'new' });
  }
}
