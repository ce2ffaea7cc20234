/** A frozen follow-up: its numbers as they were, its words, which may be changed, and the step that the measure may take now. */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { formatDate, formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { notice, showErrors } from '../fields.js';
import { followUpView } from './followUpView.js';
import { toldFields, toldOf } from './toldFields.js';

const FIELDS = ['implementation', 'process', 'sideEffects', 'lesson'];

export class FrozenFollowUp {
  #app;
  #id;
  #go;
  #root = null;
  #entry = null;
  #etag = null;
  #measure = null;
  #measureTag = null;
  #stops = [];

  constructor(app, id, go) {
    this.#app = app;
    this.#id = id;
    this.#go = go;
  }

  async open(root) {
    this.#root = root;
    this.#stops = [
      on(root, 'click', '[data-again]', () => this.#load()),
      on(root, 'click', '[data-print]', () => window.print()),
      on(root, 'click', '[data-edit]', () => this.#edit()),
      on(root, 'click', '[data-cancel]', () => this.#draw()),
      on(root, 'click', '[data-withdraw]', () => this.#ask()),
      on(root, 'click', '[data-withdraw-sure]', () => this.#withdraw()),
      on(root, 'click', '[data-withdraw-not]', () => this.#root.querySelector('[data-answer]').replaceChildren()),
      on(root, 'click', '[data-follow]', () => this.#followed()),
      on(root, 'submit', '[data-retell]', (event) => this.#retell(event)),
    ];
    await this.#load();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  async #load() {
    const { t, api } = this.#app;
    render(this.#root, html`<p class="follow-wait" role="status">${t('followup.loading')}</p>`);
    try {
      const { body, etag } = await api.get(`/api/follow-ups/${encodeURIComponent(this.#id)}`);
      this.#entry = body;
      this.#etag = etag;
      await this.#loadMeasure();
      if (this.#root) this.#draw();
    } catch (error) {
      if (this.#root) render(this.#root, notice('danger', error.status === 404 ? t('followup.noFrozen') : error.detail || t('followup.failed'), html`<button type="button" class="button" data-again>${t('again')}</button>`));
    }
  }

  async #loadMeasure() {
    try {
      const { body, etag } = await this.#app.api.get(`/api/measures/${this.#entry.result.measure.id}`);
      this.#measure = body;
      this.#measureTag = etag;
    } catch {
      this.#measure = null; // withdrawn since: what was frozen stays
    }
  }

  #draw() {
    const { t } = this.#app;
    const { result, told, frozenAt, frozenBy } = this.#entry;
    const writer = this.#app.can(...MEASURE_WRITERS);
    const next = writer && this.#measure?.properties.status === 'done';
    render(
      this.#root,
      html`
        <header class="follow-head">
          <h3 class="follow-head__title">${result.measure.title}</h3>
          <p class="follow-list__more">${result.measure.owner} · ${t('followup.doneOn', { day: formatDate(result.measure.doneOn) })} · ${t('followup.frozenBy', { day: formatInstant(frozenAt), who: frozenBy })}</p>
          <p class="follow-actions"><a class="button" href="/api/follow-ups/${this.#entry.id}/paper.pdf?language=${this.#app.locale}" download>${t('followup.pdf')}</a> <a class="button" href="/api/follow-ups/${this.#entry.id}/paper.docx?language=${this.#app.locale}" download>${t('followup.docx')}</a> <button type="button" class="button" data-print>${t('followup.print')}</button>
            ${this.#measure && html` <a class="button" href="#page=followup&item=${result.measure.id}" data-item="${result.measure.id}">${t('followup.anew')}</a>`}
            ${writer && html` <button type="button" class="button" data-withdraw>${t('followup.withdraw')}</button>`}</p>
          ${next && notice('info', t('followup.next'), html`<button type="button" class="button button--primary" data-follow>${t('followup.next.do')}</button>`)}
          <div data-answer role="status"></div>
        </header>
        ${followUpView(result, this.#app)}
        <section class="follow-told" aria-labelledby="follow-told"><h4 id="follow-told">${t('followup.told.title')}</h4>
          <div data-told>${this.#toldWords(told)}${writer && html`<p class="follow-actions"><button type="button" class="button" data-edit>${t('followup.edit')}</button></p>`}</div></section>`,
    );
  }

  #toldWords(told) {
    const { t } = this.#app;
    return html`<dl class="follow-methods">${FIELDS.filter((name) => told[name]).map((name) => html`<dt>${t(`followup.told.${name}`)}</dt><dd class="follow-told__text">${told[name]}</dd>`)}</dl>`;
  }

  #edit(told = this.#entry.told) {
    const { t } = this.#app;
    render(
      this.#root.querySelector('[data-told]'),
      html`<form data-retell novalidate>${toldFields(told, t)}
        <p class="follow-actions"><button type="submit" class="button button--primary">${t('save')}</button> <button type="button" class="button" data-cancel>${t('cancel')}</button></p><div data-fault></div></form>`,
    );
    this.#root.querySelector('#told-implementation').focus();
  }

  async #retell(event) {
    event.preventDefault();
    const form = event.target;
    const mine = toldOf(form);
    try {
      const { body, etag } = await this.#app.api.put(`/api/follow-ups/${this.#entry.id}`, mine, { ifMatch: this.#etag });
      this.#entry = body;
      this.#etag = etag;
      this.#draw();
      this.#app.announce(this.#app.t('followup.saved'));
    } catch (error) {
      if (error.status === 412) return this.#settle(error.body.current, mine);
      const homeless = showErrors(form, error.errors ?? []);
      if (!error.errors?.length || homeless.length) render(form.querySelector('[data-fault]'), notice('danger', error.detail || this.#app.t('followup.failed')));
    }
  }

  /** Both versions beside each other: theirs is shown, one's own stays in the fields. */
  #settle(current, mine) {
    const { t } = this.#app;
    this.#etag = `"v${current.version}"`;
    this.#entry = { ...this.#entry, told: current.state.told, version: current.version };
    this.#edit(mine);
    render(
      this.#root.querySelector('[data-fault]'),
      notice('danger', t('followup.conflict', { who: current.updatedBy }), html`<h5>${t('followup.conflict.theirs')}</h5>${this.#toldWords(current.state.told)}`),
    );
  }

  #ask() {
    const { t } = this.#app;
    const place = this.#root.querySelector('[data-answer]');
    render(place, notice('warning', t('followup.withdraw.sure'), html`<button type="button" class="button" data-withdraw-sure>${t('followup.withdraw')}</button> <button type="button" class="button" data-withdraw-not>${t('cancel')}</button>`));
    place.querySelector('[data-withdraw-sure]').focus();
  }

  async #withdraw() {
    const { t, api } = this.#app;
    try {
      await api.delete(`/api/follow-ups/${this.#entry.id}`, { ifMatch: this.#etag });
      this.#go(null);
    } catch (error) {
      render(this.#root.querySelector('[data-answer]'), notice('danger', error.detail || t('followup.failed')));
    }
  }

  async #followed() {
    const { t, api, measures } = this.#app;
    const feature = { ...this.#measure, properties: { ...this.#measure.properties, status: 'followed-up' } };
    try {
      await api.put(`/api/measures/${this.#measure.id}`, feature, { ifMatch: this.#measureTag });
      measures.reload();
      await this.#loadMeasure();
      this.#draw();
      this.#app.announce(t('followup.next.done'));
    } catch (error) {
      render(this.#root.querySelector('[data-answer]'), notice('danger', error.detail || t('followup.failed')));
    }
  }
}
