/** Safety walks: the list, a form to plan and complete one, and the ways to its page on a phone and its protocol. */
import { isAbort } from '../../api.js';
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { html, on, render } from '../../lib/html.js';
import { Dialog } from '../dialog.js';
import { areaField, notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { participantLines, readParticipants } from './participants.js';

const LIGHTS = ['daylight', 'dusk', 'dark'];

export class WalksDialog {
  #app;
  #dialog = null;
  #walks = [];
  #walk = null;

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('walks.title'), closeLabel: t('close'), width: 'wide' }).open();
    const { body, footer } = this.#dialog;
    on(body, 'click', '[data-edit]', (event, button) => this.#edit(Number(button.dataset.edit)));
    on(body, 'click', '[data-again]', (event, button) => this.#again(this.#walks.find(({ id }) => id === Number(button.dataset.again))));
    on(body, 'submit', '#walk-form', (event) => this.#save(event));
    on(footer, 'click', '[data-new]', () => this.#showForm(null));
    on(footer, 'click', '[data-list]', () => this.#showList());
    this.#showList();
    return this;
  }

  close() {
    this.#dialog.close();
  }

  get #mayWrite() {
    return this.#app.can(...MEASURE_WRITERS);
  }

  async #showList() {
    const { t, api } = this.#app;
    this.#dialog.title = t('walks.title');
    render(this.#dialog.body, html`<p>${t('walks.intro')}</p><div id="walks-list" aria-live="polite"><p class="muted">${t('loading')}</p></div>`);
    render(
      this.#dialog.footer,
      html`${this.#mayWrite && html`<button type="button" class="button button--primary" data-new>${icon('add')} ${t('walks.new')}</button>`}<button type="button" class="button" data-close>${t('close')}</button>`,
    );
    let markup;
    try {
      this.#walks = (await api.get('/api/walks')).body.walks;
      markup = this.#walks.length ? html`<ul class="waves">${this.#walks.map((walk) => this.#row(walk))}</ul>` : html`<div class="empty"><p>${t('walks.none')}</p></div>`;
    } catch (error) {
      markup = notice('danger', error.detail || t('waves.failed'));
    }
    const place = this.#dialog.isOpen && this.#dialog.body.querySelector('#walks-list');
    if (place) render(place, markup);
  }

  #row({ id, title, walkedOn, startsAt, light, findings, reportedOn, earlierId }) {
    const { t } = this.#app;
    const named = html`<span class="visually-hidden">${title}</span>`;
    return html`
      <li class="wave-row">
        <div><p><strong>${title}</strong></p><p class="muted">${[walkedOn, startsAt, t(`walk.light.${light}`)].filter(Boolean).join(' · ')}</p></div>
        <p>${t('walk.findings', { count: findings })} ${reportedOn && html`<span class="tag">${t('walks.reported')}</span>`} ${earlierId && html`<span class="tag">${t('walks.rewalk')}</span>`}</p>
        <div class="button-row">
          <a class="button button--small" href="/walk/${id}">${icon('forward')} ${t('walks.go')} ${named}</a>
          <a class="button button--small" href="/walk/${id}/protocol">${icon('print')} ${t('walk.protocol')} ${named}</a>
          ${this.#mayWrite && html`<button type="button" class="button button--small" data-edit="${id}">${icon('edit')} ${t('waves.edit')} ${named}</button>
            <button type="button" class="button button--small" data-again="${id}">${icon('undo')} ${t('walks.again')} ${named}</button>`}
        </div>
      </li>`;
  }

  async #edit(id) {
    const { api, t } = this.#app;
    const list = this.#dialog.body.querySelector('#walks-list');
    try {
      const { body } = await api.get(`/api/walks/${id}`, { supersede: 'walk' });
      if (list?.isConnected) this.#showForm(body);
    } catch (error) {
      if (!isAbort(error) && list?.isConnected) render(this.#dialog.body, notice('danger', error.detail || t('waves.failed')));
    }
  }

  #again({ id, title }) {
    this.#showForm(null, { earlierId: id, title: this.#app.t('walks.againTitle', { title }) });
  }

  #showForm(walk, start = {}) {
    const { t, session } = this.#app;
    this.#walk = walk;
    const w = walk ?? { title: '', walkedOn: new Date().toISOString().slice(0, 10), startsAt: '', light: 'dark', routeWords: '', participants: [], summary: '', report: '', reportedOn: null, earlierId: null, owner: session.organisation ?? '', ...start };
    this.#dialog.title = t(walk ? 'walks.editTitle' : 'walks.new');
    const others = this.#walks.filter(({ id }) => id !== walk?.id).map(({ id, title, walkedOn }) => ({ value: String(id), label: `${title} (${walkedOn})` }));
    render(
      this.#dialog.body,
      html`
        <div id="walk-message"></div>
        <form id="walk-form" class="form" novalidate>
          ${textField({ name: 'title', label: t('waves.field.title'), required: true }, { value: w.title, maxlength: 120 })}
          <div class="form__pair">
            ${textField({ name: 'walkedOn', label: t('walks.day'), required: true }, { type: 'date', value: w.walkedOn })}
            ${textField({ name: 'startsAt', label: t('walks.time') }, { type: 'time', value: w.startsAt })}
          </div>
          ${selectField({ name: 'light', label: t('walks.light') }, LIGHTS.map((value) => ({ value, label: t(`walk.light.${value}`) })), w.light)}
          ${textField({ name: 'owner', label: t('walks.owner'), required: true }, { value: w.owner, maxlength: 120 })}
          ${areaField({ name: 'routeWords', label: t('walk.route'), hint: t('walks.routeHint') }, { value: w.routeWords, rows: 2, maxlength: 1000 })}
          ${areaField({ name: 'participants', label: t('walk.participants'), hint: t('walks.participantsHint') }, { value: participantLines(w.participants), rows: 3 })}
          ${selectField({ name: 'earlierId', label: t('walks.earlier') }, [{ value: '', label: t('walks.noEarlier') }, ...others], String(w.earlierId ?? ''))}
          ${areaField({ name: 'summary', label: t('walk.summary'), hint: t('walks.summaryHint') }, { value: w.summary, rows: 4, maxlength: 4000 })}
          <div class="form__pair">
            ${textField({ name: 'reportedOn', label: t('walks.reportedOn') }, { type: 'date', value: w.reportedOn ?? '' })}
            ${areaField({ name: 'report', label: t('walk.report'), hint: t('walks.reportHint') }, { value: w.report, rows: 4, maxlength: 4000 })}
          </div>
        </form>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button" data-list>${t('waves.cancel')}</button><button type="submit" class="button button--primary" form="walk-form">${icon('check')} ${t('waves.save')}</button>`,
    );
    this.#dialog.focusTitle();
  }

  async #save(event) {
    event.preventDefault();
    const { api, t } = this.#app;
    const data = new FormData(event.target);
    const text = (name) => data.get(name).trim();
    const participants = readParticipants(text('participants'));
    if (!participants) return showErrors(event.target, [{ field: 'participants', reason: t('walks.participantsFault') }]);
    const sent = {
      ...Object.fromEntries(['title', 'walkedOn', 'startsAt', 'light', 'owner', 'routeWords', 'summary', 'report', 'reportedOn'].map((name) => [name, text(name)])),
      participants,
      earlierId: Number(text('earlierId')) || null,
      route: this.#walk?.route ?? null,
    };
    try {
      if (this.#walk) await api.put(`/api/walks/${this.#walk.id}`, sent, { ifMatch: `"v${this.#walk.version}"` });
      else await api.post('/api/walks', sent);
      this.#showList();
    } catch (error) {
      if (error.status === 412) this.#walk = error.body.current;
      const homeless = showErrors(event.target, error.errors ?? []);
      if (homeless.length || !error.errors?.length) render(this.#dialog.body.querySelector('#walk-message'), notice('danger', homeless[0] ? `${homeless[0].reason} ${homeless[0].remedy}` : error.detail || t('waves.failed')));
    }
  }
}
