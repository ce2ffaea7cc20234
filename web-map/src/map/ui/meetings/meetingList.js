/** The meetings: the next one first, and the way to prepare it with one press; below them what has been decided and is open. */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { formatDate } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { inOrder, nextMeeting } from '../../lib/meetingPlan.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { DecisionList } from './decisionList.js';

export class MeetingList {
  #app;
  #root;
  #go;
  #decisions = null;
  #stops = [];

  constructor(app, root, { go }) {
    this.#app = app;
    this.#root = root;
    this.#go = go;
  }

  open() {
    const { t } = this.#app;
    this.#stops = [
      on(this.#root, 'click', '[data-meeting]', (event, link) => this.#follow(event, link.dataset.meeting)),
      on(this.#root, 'click', '[data-prepare]', () => this.#go('new')),
      on(this.#root, 'click', '[data-again]', () => this.#load()),
    ];
    render(
      this.#root,
      html`<p class="lead">${t('meeting.intro')}</p>
        <div id="meetings"><div class="skeleton" role="status" aria-label="${t('loading')}"><div class="skeleton__row"></div><div class="skeleton__row"></div></div></div>
        <section class="meeting__section" aria-labelledby="open-decisions"><h3 class="section__title" id="open-decisions">${t('meeting.openDecisions')}</h3><div id="decisions"></div></section>`,
    );
    this.#load();
    this.#decisions = new DecisionList(this.#app, this.#root.querySelector('#decisions'), { parameters: { state: 'open' } }).open();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#decisions?.close();
  }

  async #load() {
    const { t, api } = this.#app;
    const place = this.#root.querySelector('#meetings');
    try {
      const { meetings } = (await api.get('/api/meetings')).body;
      if (place.isConnected) render(place, this.#markup(meetings));
    } catch (error) {
      if (place.isConnected) render(place, notice('danger', error.detail || t('meeting.failed'), html`<button type="button" class="button" data-again>${t('meeting.again')}</button>`));
    }
  }

  #markup(meetings) {
    const { t } = this.#app;
    const today = new Date().toISOString().slice(0, 10);
    const next = nextMeeting(meetings, today);
    const mayWrite = this.#app.can(...MEASURE_WRITERS);
    return html`
      ${mayWrite &&
      html`<div class="button-row">
        <button type="button" class="button button--primary" data-prepare>${icon('add')} ${t('meeting.prepareNext')}</button>
        ${next && html`<a class="button" href="#page=meeting&amp;item=${next.id}" data-meeting="${next.id}">${t('meeting.goOn', { title: next.title, day: formatDate(next.heldOn) })}</a>`}
      </div>`}
      ${meetings.length === 0 ? html`<div class="empty"><p>${t(mayWrite ? 'meeting.none' : 'meeting.noneToRead')}</p></div>` : html`<ul class="meetings">${inOrder(meetings, today).map((meeting) => this.#row(meeting))}</ul>`}`;
  }

  #row({ id, title, kind, heldOn, startsAt, place, state, items }) {
    const { t } = this.#app;
    const words = [t(`meeting.type.${kind}`), place, t('meeting.items', { count: items })].filter(Boolean);
    return html`<li class="meetings__row">
      <p class="meetings__day"><strong>${formatDate(heldOn)}</strong> ${startsAt}</p>
      <div><a class="meetings__title" href="#page=meeting&amp;item=${id}" data-meeting="${id}">${title}</a><p class="muted">${words.join(' · ')}</p></div>
      <p><span class="tag meetings__state meetings__state--${state}">${t(`meeting.state.${state}`)}</span></p>
    </li>`;
  }

  #follow(event, id) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#go(id);
  }
}
