/** My reports: those that wait on this phone, then those the service has, with what became of them and the answer. */
import { html, on, render } from '../map/lib/html.js';
import { formatDate, formatInstant } from '../map/lib/format.js';
import { icon } from '../map/ui/icons.js';

const KEPT = 'mine';

export class MyReports {
  #app;
  #root;
  #options;
  #reports = null;
  #fault = '';
  #old = false;
  #offline = false;
  #stops = [];

  /** @param {{onEdit: (report: object) => void, onRepair: (key: string) => void, onNew: () => void}} options */
  constructor(app, root, options) {
    this.#app = app;
    this.#root = root;
    this.#options = options;
  }

  open() {
    const { t, outbox } = this.#app;
    render(this.#root, html`<h2 id="mine-title" tabindex="-1">${t('report.mine')}</h2><div id="mine-outbox"></div><div id="mine-list"><p>${t('loading')}</p></div><div id="mine-feedback"></div>`);
    this.#tellFeedback();
    this.#stops = [
      on(this.#root, 'click', '[data-send]', () => outbox.send()),
      on(this.#root, 'click', '[data-repair]', (event, button) => this.#options.onRepair(button.dataset.repair)),
      on(this.#root, 'click', '[data-throw]', (event, button) => this.#throwAway(button)),
      on(this.#root, 'click', '[data-edit]', (event, button) => this.#options.onEdit(this.#reports.find(({ id }) => String(id) === button.dataset.edit))),
      on(this.#root, 'click', '[data-withdraw]', (event, button) => this.#withdraw(button)),
      on(this.#root, 'click', '[data-retry]', () => this.#load()),
      on(this.#root, 'click', '[data-new]', () => this.#options.onNew()),
      outbox.subscribe(() => this.#drawOutbox()),
      this.#app.arrivals.subscribe(() => this.#load()),
    ];
    this.#root.querySelector('#mine-title').focus();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#root = null;
  }

  async #load() {
    const { api, store, account } = this.#app;
    try {
      const { body } = await api.get('/api/reports/mine', { supersede: 'mine' });
      [this.#reports, this.#fault, this.#old] = [body.reports, '', false];
      store.remember(KEPT, { account, reports: body.reports }).catch(() => {});
    } catch (error) {
      if (error.name === 'AbortError') return;
      const kept = await store.recall(KEPT);
      this.#reports ??= kept?.account === account ? kept.reports : null;
      this.#old = this.#reports !== null;
      this.#offline = error.code === 'network';
      this.#fault = !this.#offline ? 'report.mineFailed' : this.#old ? 'report.mineOffline' : 'report.mineUnknown';
    }
    this.#drawList();
  }

  /** What the group has said to all who report; without it the page is whole all the same. */
  async #tellFeedback() {
    const { t, api } = this.#app;
    try {
      const { feedback } = (await api.get('/api/feedback')).body;
      const place = this.#root?.querySelector('#mine-feedback');
      if (!place || !feedback.length) return;
      render(
        place,
        html`<section class="report-feedback" aria-labelledby="feedback-title"><h2 id="feedback-title">${t('report.feedback')}</h2>
          ${feedback.map(({ metOn, text }) => html`<div class="report-answer"><p class="report-answer__title">${t('report.feedbackOf', { day: formatDate(metOn) })}</p><p class="note">${text}</p></div>`)}</section>`,
      );
    } catch {
      // offline, or not told anything yet
    }
  }

  #drawOutbox() {
    if (!this.#root) return;
    const { t, outbox, typeName } = this.#app;
    const { items } = outbox;
    render(
      this.#root.querySelector('#mine-outbox'),
      html`
        ${items.length > 0 && html`<section class="report-outbox" aria-labelledby="outbox-title">
          <h3 id="outbox-title">${t('report.outbox', { count: items.length })}</h3>
          <ul>${items.map(
            (item) => html`<li class="report-card report-card--${item.state}">
              <p class="report-card__title">${typeName(item.body.type)}</p>
              <p>${item.body.place.words || t('report.placeChosen', { metres: item.body.place.accuracyMetres })}</p>
              <p class="report-card__state">${t(`report.outboxState.${item.state}`)} ${item.fault?.errors?.map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`).join(' ') || item.fault?.detail}</p>
              ${item.state === 'refused' && html`<div class="button-row">
                <button type="button" class="button" data-repair="${item.key}">${icon('edit')} ${t('report.repair')}</button>
                <button type="button" class="button button--danger" data-throw="${item.key}">${t('report.throwAway')}</button></div>`}
            </li>`,
          )}</ul>
          ${items.some(({ state }) => state === 'log-in') && html`<a class="button button--primary button--wide" href="/login.html?to=report">${t('report.logIn')}</a>`}
          <button type="button" class="button button--wide" id="outbox-send" data-send>${t('report.sendNow')}</button>
        </section>`}
        ${outbox.others > 0 && html`<p class="message message--info">${t('report.othersWait', { count: outbox.others })}</p>`}`,
    );
  }

  #drawList() {
    if (!this.#root) return;
    const { t } = this.#app;
    render(
      this.#root.querySelector('#mine-list'),
      html`
        ${this.#fault && html`<div class="message message--${this.#old || this.#offline ? 'info' : 'danger'}" role="status"><p>${t(this.#fault)}</p> <button type="button" class="button" data-retry>${t('action.retry')}</button></div>`}
        ${this.#reports?.length === 0 && html`<div class="empty"><p>${t('report.mineNone')}</p><button type="button" class="button button--primary" data-new>${t('report.new')}</button></div>`}
        <ul class="report-list">${(this.#reports ?? []).map((report) => this.#card(report))}</ul>`,
    );
  }

  #card(report) {
    const { t, typeName } = this.#app;
    return html`
      <li class="report-card" id="report-${report.id}">
        <p class="report-card__title">${typeName(report.type)} <span class="muted">${t('report.numberShort', { id: report.id })}</span></p>
        <p><span class="report-state report-state--${report.state}">${t(`report.state.${report.state}`)}</span> ${report.merged && html`<span class="muted">${t('report.merged')}</span>`}</p>
        <p class="muted">${formatDate(report.when)}${report.place.words && html` · ${report.place.words}`}</p>
        ${report.words && html`<p class="note">${report.words}</p>`}
        ${report.state === 'forwarded' && html`<p>${t('report.forwardedTo', { to: report.forwardedTo })}</p>`}
        ${report.answer && html`<div class="report-answer"><p class="report-answer__title">${t('report.answer')}</p><p class="note">${report.answer}</p><p class="muted">${formatInstant(report.answeredAt)}</p></div>`}
        ${report.erased && html`<p class="muted">${t('report.erased')}</p>`}
        ${report.photos.length > 0 && html`<ul class="report-photos">${report.photos.map(
          ({ id }, i) => html`<li class="report-photo"><img src="/api/reports/${report.id}/photos/${id}?size=small" alt="${t('report.photoNumber', { number: i + 1 })}" loading="lazy"></li>`,
        )}</ul>`}
        ${report.changeable && html`<div class="button-row">
          <button type="button" class="button" id="edit-${report.id}" data-edit="${report.id}">${icon('edit')} ${t('report.edit')}</button>
          <button type="button" class="button button--danger" data-withdraw="${report.id}">${t('report.withdraw')}</button></div>`}
      </li>`;
  }

  /** Pressed twice, so that nothing is thrown away by a slip. */
  async #throwAway(button) {
    const { t, outbox } = this.#app;
    if (button.dataset.sure) await outbox.take(button.dataset.throw);
    else {
      button.dataset.sure = 'yes';
      button.textContent = t('report.throwAwaySure');
    }
  }

  async #withdraw(button) {
    const { t, api, announce } = this.#app;
    if (!button.dataset.sure) {
      button.dataset.sure = 'yes';
      button.textContent = t('report.withdrawSure');
      return;
    }
    const report = this.#reports.find(({ id }) => String(id) === button.dataset.withdraw);
    try {
      await api.delete(`/api/reports/${report.id}`, { ifMatch: `"v${report.version}"` });
      announce(t('report.withdrawn'));
    } catch (error) {
      announce(error.detail || t('report.mineFailed'));
    }
    this.#load();
  }
}
