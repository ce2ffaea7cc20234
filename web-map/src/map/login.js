/**
 * The login page. With an invented demo it offers one account per role; otherwise name and password. After the login
 * the reader comes back to the view that was asked for.
 */
import { Api } from './api.js';
import { chooseLanguage, loadTranslator, switchLanguage } from './language.js';
import { html, on, render } from './lib/html.js';
import { BRAND } from './lib/pictures.js';
import { checkField, notice, showErrors, textField } from './ui/fields.js';
import { icon } from './ui/icons.js';

const RETURN = 'lageskarta.return';
/** The demo's roles in the order a visitor wants them; others follow. */
const ROLE_ORDER = ['est-member', 'est-coordinator', 'planner', 'communicator', 'steering', 'admin', 'auditor', 'reporter'];

export class LoginPage {
  #root;
  #api;
  #t;
  #session;
  #working = false;
  #stops = [];

  /** @param {object} session GET /api/session as it answered; null when the service did not answer */
  constructor(root, { api, t, session }) {
    this.#root = root;
    this.#api = api;
    this.#t = t;
    this.#session = session;
  }

  open() {
    document.title = this.#t('login.pageTitle');
    render(this.#root, this.#page());
    this.#stops = [
      on(this.#root, 'submit', '#login-form', (event) => this.#submit(event)),
      on(this.#root, 'change', '[name="show"]', (event, box) => this.#showPassword(box.checked)),
      on(this.#root, 'click', '[data-account]', (event, button) => this.#useAccount(Number(button.dataset.account))),
      on(this.#root, 'click', '[data-language]', (event, button) => switchLanguage(button.dataset.language)),
    ];
    if (this.#session === null) this.#say(this.#t('login.noContact'));
    else this.#root.querySelector('[name="username"]').focus();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  #page() {
    const t = this.#t;
    const other = t.locale === 'sv' ? 'en' : 'sv';
    return html`
      <div class="login__brand">
        <p class="login__name"><svg viewBox="0 0 32 32" aria-hidden="true"><use href="${BRAND}#mark"></use></svg> <strong>Lägeskarta</strong></p>
        <button type="button" class="button button--quiet" lang="${other}" data-language="${other}">${t('display.otherLanguage')}</button>
      </div>
      <h1>${t('login.title')}</h1>
      <p>${t('login.what')}</p>
      <div id="login-message"></div>
      <form class="login__form" id="login-form" novalidate>
        ${textField({ name: 'username', label: t('login.username'), required: true }, { autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' })}
        ${textField({ name: 'password', label: t('login.password'), required: true }, { type: 'password', autocomplete: 'current-password' })}
        ${checkField({ name: 'show', label: t('login.show') })}
        <button type="submit" class="button button--primary button--wide" id="login-submit">${t('login.submit')}</button>
      </form>
      ${this.#demo()}
      <p class="muted">${t('login.help')}</p>`;
  }

  #demo() {
    const t = this.#t;
    if (!this.#session?.demo?.running) return null;
    const accounts = this.#accounts();
    return html`
      <section class="login__demo" aria-labelledby="login-demo">
        <h2 id="login-demo">${t('login.demoTitle')}</h2>
        <p>${t(accounts.length > 0 ? 'login.demoWhat' : 'login.demoRemote')}</p>
        ${accounts.length > 0 && html`<ul class="login__accounts">${accounts.map(
          ({ username, role }, i) => html`<li><button type="button" class="button" data-account="${i}"><span>${t('login.as', { role: t(`role.${role}`) })}</span> <code>${username}</code></button></li>`,
        )}</ul>`}
      </section>`;
  }

  #accounts() {
    const rank = ({ role }) => (ROLE_ORDER.indexOf(role) + ROLE_ORDER.length + 1) % (ROLE_ORDER.length + 1);
    return [...(this.#session.demo.accounts ?? [])].sort((a, b) => rank(a) - rank(b));
  }

  #showPassword(shown) {
    this.#root.querySelector('[name="password"]').type = shown ? 'text' : 'password';
  }

  #useAccount(i) {
    const { username, password } = this.#accounts()[i];
    this.#login(username, password);
  }

  #submit(event) {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.target));
    const missing = [
      ...(username.trim() ? [] : [{ field: 'username', reason: this.#t('login.needBoth') }]),
      ...(password ? [] : [{ field: 'password', reason: this.#t('login.needBoth') }]),
    ];
    if (showErrors(event.target, missing).length === 0 && missing.length === 0) this.#login(username.trim(), password);
  }

  async #login(username, password) {
    if (this.#working) return;
    this.#work(true);
    try {
      await this.#api.post('/login', new URLSearchParams({ username, password }));
      const view = askedView();
      sessionStorage.removeItem(RETURN);
      location.assign(nextPage(view));
    } catch (error) {
      this.#work(false);
      this.#fail(error);
    }
  }

  #work(working) {
    this.#working = working;
    const button = this.#root.querySelector('#login-submit');
    button.setAttribute('aria-disabled', String(working));
    render(button, html`${this.#t(working ? 'login.working' : 'login.submit')}`);
  }

  #fail(error) {
    const t = this.#t;
    if (error.status === 401) {
      this.#say(t('login.wrong'));
      this.#root.querySelector('[name="password"]').select();
    } else this.#say(error.code === 'network' ? t('login.noContact') : error.detail || t('login.failed'));
  }

  #say(text) {
    render(this.#root.querySelector('#login-message'), notice('danger', html`${icon('alert')} ${text}`));
  }
}

/** The page to go to: the one that sent the reader here, otherwise the map with its view. */
function nextPage(view) {
  const to = new URLSearchParams(location.search).get('to') ?? '';
  const [, walk] = /^walk-(\d+)$/.exec(to) ?? [];
  if (walk) return `/walk/${walk}`;
  return to === 'report' ? '/report' : `/${view}`;
}

/** The view that was asked for: the service keeps it in the address, the map page in the session storage. */
function askedView() {
  return location.hash || (sessionStorage.getItem(RETURN) ?? '');
}

async function start() {
  const language = chooseLanguage(new URLSearchParams(location.hash.slice(1)).get('lang'));
  const t = await loadTranslator(language);
  const api = new Api({ language });
  let session = null;
  try {
    session = (await api.get('/api/session')).body;
  } catch {
    // the page says so itself; name and password can still be tried
  }
  if (session?.authenticated) location.replace(nextPage(askedView()));
  else new LoginPage(document.getElementById('login'), { api, t, session }).open();
}

start();
