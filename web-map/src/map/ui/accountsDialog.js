/**
 * The administrator's accounts: who may log in, as what, and for whom. Accounts are made, changed, disabled and
 * enabled here; they are never removed, because measures and imports keep the name of who made them.
 */
import { html, on, render } from '../lib/html.js';
import { sorted } from '../lib/sorting.js';
import { AccountForm } from './accountForm.js';
import { Dialog } from './dialog.js';
import { notice } from './fields.js';
import { icon } from './icons.js';
import { OncePassword } from './oncePassword.js';

export class AccountsDialog {
  #app;
  #dialog = null;
  #accounts = null;
  #form = null;
  #password = null;
  #asked = null;
  /** User name of the account last worked with: back in the list the focus goes to it. */
  #last = null;
  /** True once the reader's own account has changed, which ends the session they are in. */
  #sessionEnded = false;

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('accounts.title'), closeLabel: t('close'), width: 'wide', onClose: () => this.#closed() }).open();
    const { body, footer } = this.#dialog;
    on(body, 'submit', '#account-form', (event) => this.#save(event));
    on(body, 'click', '[data-edit]', (event, button) => this.#showForm(this.#find(button.dataset.edit)));
    on(body, 'click', '[data-switch]', (event, button) => this.#switch(this.#find(button.dataset.switch)));
    on(body, 'click', '[data-password]', (event, button) => this.#ask(this.#find(button.dataset.password)));
    on(body, 'click', '[data-sure]', () => this.#renewPassword(this.#asked));
    on(body, 'click', '[data-keep]', () => this.#keepPassword());
    on(body, 'click', '[data-copy]', () => this.#password.copy());
    on(footer, 'click', '[data-new]', () => this.#showForm(null));
    on(footer, 'click', '[data-list]', () => (this.#sessionEnded ? this.close() : this.#showList()));
    this.#showList();
    this.#load();
    return this;
  }

  close() {
    this.#dialog.close();
  }

  #closed() {
    if (this.#sessionEnded) this.#leave();
  }

  /** To the log-in page, with the old session gone: it would only be refused. */
  async #leave() {
    try {
      await this.#app.api.logOut();
    } finally {
      location.assign('/login');
    }
  }

  #find(username) {
    return this.#accounts?.find((account) => account.username === username);
  }

  /** Fetches the accounts anew; true when that went well and the dialog is still there. */
  async #load() {
    const { api, t } = this.#app;
    try {
      this.#accounts = (await api.get('/api/accounts')).body.accounts;
    } catch (error) {
      this.#accounts ??= [];
      if (this.#dialog.isOpen) this.#drawAccounts();
      this.#trouble(error, t('accounts.failed'));
      return false;
    }
    if (!this.#dialog.isOpen) return false;
    this.#drawAccounts();
    return true;
  }

  #showList() {
    const { t } = this.#app;
    this.#form = null;
    this.#password = null;
    this.#dialog.title = t('accounts.title');
    render(this.#dialog.body, html`<p>${t('accounts.intro')}</p><div id="accounts-message" aria-live="polite"></div><div id="accounts-list"></div>`);
    render(
      this.#dialog.footer,
      html`
        <button type="button" class="button button--primary" data-new>${icon('add')} ${t('accounts.new')}</button>
        <button type="button" class="button" data-close>${t('close')}</button>`,
    );
    this.#drawAccounts();
    this.#focus('edit', this.#last);
  }

  #drawAccounts() {
    const list = this.#dialog.body.querySelector('#accounts-list');
    if (!list) return;
    const { t, locale } = this.#app;
    const rows = sorted(this.#accounts ?? [], ({ displayName }) => displayName, 'ascending', locale);
    render(list, this.#accounts ? html`<ul class="accounts">${rows.map((account) => this.#row(account))}</ul>` : html`<p class="muted">${t('loading')}</p>`);
  }

  /** One account. The accounts of the demo share a password that the log-in page shows; it is not changed. */
  #row(account) {
    const { t } = this.#app;
    const { username, displayName, organisation, roles, demo, disabled } = account;
    return html`
      <li class="account-row">
        <div>
          <p><strong>${displayName}</strong> ${this.#isMine(account) && html`<span class="tag">${t('accounts.you')}</span>`} ${demo && html`<span class="tag tag--invented">${t('accounts.demo')}</span>`} ${disabled && html`<span class="tag tag--disabled">${t('accounts.disabled')}</span>`}</p>
          <p class="muted">${[username, organisation].filter(Boolean).join(' · ')}</p>
        </div>
        <p>${roles.map((role) => t(`role.${role}`)).join(', ')}</p>
        <div class="button-row">
          ${this.#button('edit', 'edit', t('accounts.edit'), account)}
          ${!demo && this.#button('password', 'lock', t('accounts.newPassword'), account)}
          ${!this.#isMine(account) && this.#button('switch', disabled ? 'check' : 'close', t(disabled ? 'accounts.enable' : 'accounts.disable'), account)}
        </div>
      </li>`;
  }

  /** A button of a row; a screen reader hears whose it is. */
  #button(action, picture, label, { username, displayName }) {
    return html`<button type="button" class="button button--quiet button--small" id="account-${action}-${username}" data-${action}="${username}">${icon(picture)} ${label} <span class="visually-hidden">${displayName}</span></button>`;
  }

  /** Nobody disables their own account: they could not enable it again. */
  #isMine({ username }) {
    return username === this.#app.session.username;
  }

  #focus(action, username) {
    const button = document.getElementById(`account-${action}-${username}`);
    if (button) button.focus();
    else this.#dialog.focusTitle();
  }

  #message(markup) {
    const place = this.#dialog.isOpen && this.#dialog.body.querySelector('#accounts-message');
    if (!place) return;
    render(place, markup);
    place.scrollIntoView({ block: 'nearest' });
  }

  #trouble(error, words) {
    const { t } = this.#app;
    this.#message(notice('danger', error.code === 'network' ? t('form.noContact') : error.detail || words));
  }

  #showForm(account) {
    const { t } = this.#app;
    this.#form = new AccountForm(t, account);
    this.#last = account?.username ?? null;
    this.#dialog.title = t(account ? 'accounts.editTitle' : 'accounts.new', { name: account?.displayName });
    render(this.#dialog.body, html`<div id="accounts-message" aria-live="polite"></div>${this.#form.markup()}`);
    render(
      this.#dialog.footer,
      html`
        <button type="submit" class="button button--primary" form="account-form" id="account-save">${icon('check')} ${t(account ? 'save' : 'accounts.create')}</button>
        <button type="button" class="button" data-list>${t('cancel')}</button>`,
    );
    if (account && this.#isMine(account)) this.#message(notice('info', t('accounts.mine')));
    this.#dialog.focusTitle();
  }

  async #save(event) {
    event.preventDefault();
    const form = this.#form;
    const place = event.target;
    const button = this.#dialog.footer.querySelector('#account-save');
    if (button.disabled || !form.check(place)) return;
    button.disabled = true;
    try {
      const { body } = await this.#send(form.account, form.read(place));
      await this.#saved(form.account, body);
    } catch (error) {
      button.disabled = false;
      await this.#notSaved(error, form, place);
    }
  }

  /** `changes` go on top of what the account holds, because the service replaces all of it. */
  #send(account, changes) {
    const { api } = this.#app;
    if (!account) return api.post('/api/accounts', changes);
    const { displayName, organisation, roles, disabled } = { ...account, ...changes };
    return api.put(addressOf(account), { displayName, organisation, roles, disabled }, { ifMatch: `"v${account.version}"` });
  }

  async #saved(before, account) {
    const { t } = this.#app;
    this.#accounts = [...(this.#accounts ?? []).filter(({ username }) => username !== account.username), withoutPassword(account)];
    this.#sessionEnded = this.#isMine(account);
    if (!this.#dialog.isOpen) return this.#closed();
    this.#last = account.username;
    if (this.#sessionEnded) this.close();
    else if (before) {
      this.#showList();
      this.#message(notice('success', t('accounts.saved', { name: account.displayName })));
    } else this.#showPassword(account.username, account.password);
    return undefined;
  }

  async #notSaved(error, form, place) {
    if (!this.#dialog.isOpen || this.#form !== form) return;
    const { t } = this.#app;
    if (error.status === 412 && (await this.#load())) {
      const current = this.#find(form.account.username);
      this.#showForm(current);
      this.#message(notice('warning', t('accounts.changedForm')));
      return;
    }
    const homeless = form.show(place, error.errors);
    if (homeless.length > 0) this.#message(notice('danger', homeless.map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`).join(' ')));
    else if (error.errors.length === 0) this.#trouble(error, t('accounts.saveFailed'));
    else this.#message(html``);
  }

  async #switch(account) {
    const { t } = this.#app;
    const { username, displayName, disabled } = account;
    try {
      await this.#saved(account, (await this.#send(account, { disabled: !disabled })).body);
      this.#message(notice('success', t(disabled ? 'accounts.enabledNow' : 'accounts.disabledNow', { name: displayName })));
    } catch (error) {
      if (error.status !== 412) this.#trouble(error, t('accounts.saveFailed'));
      else if (await this.#load()) this.#message(notice('warning', t('accounts.changed', { name: displayName })));
    }
    if (this.#dialog.isOpen) this.#focus('switch', username);
  }

  #ask(account) {
    const { t } = this.#app;
    this.#asked = account;
    this.#message(
      notice(
        'warning',
        t(this.#isMine(account) ? 'accounts.sureMine' : 'accounts.sure', { name: account.displayName }),
        html`<div class="button-row"><button type="button" class="button button--primary" id="accounts-sure" data-sure>${t('accounts.newPassword')}</button><button type="button" class="button" data-keep>${t('cancel')}</button></div>`,
      ),
    );
    this.#dialog.body.querySelector('#accounts-sure').focus();
  }

  #keepPassword() {
    this.#message(html``);
    this.#focus('password', this.#asked.username);
  }

  async #renewPassword(account) {
    const { api, t } = this.#app;
    try {
      const { body } = await api.post(`${addressOf(account)}/password`, {});
      this.#sessionEnded = this.#isMine(account);
      if (!this.#dialog.isOpen) return this.#closed();
      this.#showPassword(body.username, body.password);
      if (!this.#sessionEnded) this.#load();
    } catch (error) {
      this.#trouble(error, t('accounts.passwordFailed'));
    }
    return undefined;
  }

  #showPassword(username, password) {
    const { t } = this.#app;
    this.#password = new OncePassword(t, this.#dialog.body, { username, password });
    this.#form = null;
    this.#last = username;
    this.#dialog.title = t('accounts.passwordTitle', { name: this.#find(username).displayName });
    this.#password.open();
    render(this.#dialog.footer, html`<button type="button" class="button button--primary" data-list>${t(this.#isMine({ username }) ? 'accounts.passwordDoneMine' : 'accounts.passwordDone')}</button>`);
    this.#dialog.focusTitle();
  }
}

function addressOf({ username }) {
  return `/api/accounts/${encodeURIComponent(username)}`;
}

/** The password is on the screen once and kept nowhere. */
function withoutPassword({ password, ...account }) {
  return account;
}
