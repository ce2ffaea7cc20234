/** Links that let people in to report: given, shown once with a code to scan, listed, and ended with one press. */
import { formatInstant } from '../lib/format.js';
import { html, on, render } from '../lib/html.js';
import { Dialog } from './dialog.js';
import { checkField, notice, showErrors, textField } from './fields.js';
import { icon } from './icons.js';
import { qrCode } from './qrCode.js';

export class ReporterLinksDialog {
  #app;
  #dialog;
  #links = [];
  #given = null;

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('links.title'), closeLabel: t('close'), width: 'wide' }).open();
    render(
      this.#dialog.body,
      html`
        <p>${t('links.about')}</p>
        <div id="link-given"></div>
        <form class="form" id="link-form" novalidate>
          <div class="form__pair">
            ${textField({ name: 'label', label: t('links.label'), hint: t('links.labelHint'), required: true }, { maxlength: 200, autocomplete: 'off' })}
            ${textField({ name: 'organisation', label: t('links.organisation') }, { maxlength: 200, autocomplete: 'off', value: this.#app.session.organisation ?? '' })}
            ${textField({ name: 'days', label: t('links.days') }, { type: 'number', min: 1, max: 730, value: '365' })}
          </div>
          ${checkField({ name: 'personal', label: t('links.personal'), hint: t('links.personalHint'), checked: true })}
          <div data-fault></div>
          <button type="submit" class="button button--primary" id="link-give">${icon('add')} ${t('links.give')}</button>
        </form>
        <div id="link-list"><p class="muted">${t('loading')}</p></div>`,
    );
    render(this.#dialog.footer, html`<button type="button" class="button" data-close>${t('close')}</button>`);
    on(this.#dialog.body, 'submit', '#link-form', (event, form) => this.#give(event, form));
    on(this.#dialog.body, 'click', '[data-revoke]', (event, button) => this.#revoke(button.dataset.revoke));
    on(this.#dialog.body, 'click', '#link-copy', () => this.#copy());
    this.#load();
    return this;
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#links = (await api.get('/api/reporter-links')).body.links;
      this.#drawList();
    } catch (error) {
      if (this.#dialog.isOpen) render(this.#dialog.body.querySelector('#link-list'), notice('danger', error.detail || t('links.failed')));
    }
  }

  async #give(event, form) {
    event.preventDefault();
    const { api, t } = this.#app;
    const { label, organisation, days, personal } = Object.fromEntries(new FormData(form));
    try {
      const { body } = await api.post('/api/reporter-links', { label: label.trim(), organisation: organisation.trim(), days: Number(days), personal: personal === 'on' });
      this.#given = body;
      showErrors(form, []);
      form.elements.label.value = '';
      this.#drawGiven();
      this.#load();
    } catch (error) {
      const homeless = showErrors(form, error.errors ?? []);
      if (homeless.length || !error.errors?.length) render(form.querySelector('[data-fault]'), notice('danger', error.detail || t('links.failed')));
    }
  }

  #drawGiven() {
    const { t } = this.#app;
    const { address, qr, link } = this.#given;
    render(
      this.#dialog.body.querySelector('#link-given'),
      html`<section class="message message--success" aria-labelledby="link-given-title">
        <h3 id="link-given-title" tabindex="-1">${t('links.given', { label: link.label })}</h3>
        <p>${t('links.once')}</p>
        <p><code id="link-address">${address}</code></p>
        <button type="button" class="button" id="link-copy">${icon('copy')} ${t('links.copy')}</button>
        ${qrCode(qr, t('links.qr', { label: link.label }))}
      </section>`,
    );
    this.#dialog.body.querySelector('#link-given-title').focus();
  }

  async #copy() {
    const { t, announce } = this.#app;
    try {
      await navigator.clipboard.writeText(this.#given.address);
      announce(t('links.copied'));
      this.#dialog.body.querySelector('#link-copy').textContent = t('links.copied');
    } catch {
      getSelection().selectAllChildren(this.#dialog.body.querySelector('#link-address'));
      announce(t('links.copyByHand'));
    }
  }

  async #revoke(id) {
    const { api, t, announce } = this.#app;
    try {
      await api.delete(`/api/reporter-links/${id}`);
      announce(t('links.revoked'));
    } catch (error) {
      announce(error.detail || t('links.failed'));
    }
    if (String(this.#given?.link.id) === id) render(this.#dialog.body.querySelector('#link-given'), html``);
    await this.#load();
    this.#dialog.focusTitle();
  }

  #drawList() {
    if (!this.#dialog.isOpen) return;
    const { t } = this.#app;
    const list = this.#dialog.body.querySelector('#link-list');
    if (!this.#links.length) return render(list, html`<p class="empty">${t('links.none')}</p>`);
    return render(
      list,
      html`<div class="table-scroll" role="region" tabindex="0" aria-label="${t('links.list')}"><table class="table">
        <caption class="visually-hidden">${t('links.list')}</caption>
        <thead><tr><th scope="col">${t('links.label')}</th><th scope="col">${t('links.organisation')}</th><th scope="col">${t('links.made')}</th><th scope="col">${t('links.ends')}</th><th scope="col">${t('links.lastUsed')}</th><th scope="col">${t('links.state')}</th><th scope="col"><span class="visually-hidden">${t('links.end')}</span></th></tr></thead>
        <tbody>${this.#links.map((link) => this.#row(link))}</tbody></table></div>`,
    );
  }

  #row({ id, label, organisation, personal, open, madeAt, expiresAt, revokedAt, lastUsedAt }) {
    const { t } = this.#app;
    return html`<tr>
      <th scope="row">${label} <span class="muted">${t(personal ? 'links.isPersonal' : 'links.isShared')}</span></th>
      <td>${organisation}</td><td>${formatInstant(madeAt).slice(0, 10)}</td><td>${formatInstant(expiresAt).slice(0, 10)}</td>
      <td>${lastUsedAt ? formatInstant(lastUsedAt) : t('links.never')}</td>
      <td>${t(revokedAt ? 'links.isRevoked' : open ? 'links.isOpen' : 'links.isOver')}</td>
      <td>${open && html`<button type="button" class="button button--small button--danger" data-revoke="${id}" aria-label="${t('links.endOf', { label })}">${t('links.end')}</button>`}</td>
    </tr>`;
  }
}
