/**
 * The report page: opens on a phone by a link, works without a network, loses nothing. Its parts share `app`:
 *
 *   t, locale, api, store     words, requests (map/api.js), what is kept on the phone (outboxStore.js)
 *   account                   username of who reports
 *   form                      GET /api/report-form: types, bounds, mostPhotos; the last known one without a network
 *   typeName(code)            a type in the reader's language
 *   outbox, arrivals          reports on their way, and those that have arrived while the page is open
 *   announce(text)            said politely to screen readers
 */
import { announcer } from '../map/announce.js';
import { Api } from '../map/api.js';
import { chooseLanguage, loadTranslator, switchLanguage, translatePage } from '../map/language.js';
import { html, on, render } from '../map/lib/html.js';
import { applyRememberedTheme } from '../map/theme.js';
import { Arrivals } from './arrivals.js';
import { bodyOf, draftOf, emptyDraft, isBegun, KeptDraft } from './draft.js';
import { Entrance, mayReport } from './entrance.js';
import { MyReports } from './myReports.js';
import { newKey } from './newKey.js';
import { Outbox } from './outbox.js';
import { OutboxStore } from './outboxStore.js';
import { Receipt } from './receipt.js';
import { ReportForm } from './reportForm.js';

const TRY_AGAIN_MILLIS = 30_000;
const FORM = 'form';

class ReportApp {
  #view = null;
  #draft = null;
  #drafts;
  #entrance;
  #main = document.getElementById('main');

  constructor({ t, api, store, entrance }) {
    this.t = t;
    this.locale = t.locale;
    this.api = api;
    this.store = store;
    this.#entrance = entrance;
    this.announce = announcer(document.getElementById('announcer'));
    this.arrivals = new Arrivals();
    this.outbox = new Outbox(store, api, {
      enter: () => entrance.again().catch(() => false),
      onArrived: (report, lost) => {
        this.arrivals.add(report, lost);
        this.announce(t('report.number', { id: report.id }));
      },
    });
  }

  typeName(code) {
    const type = this.form.types.find((each) => each.code === code);
    return type ? (this.locale === 'sv' ? type.nameSv : type.nameEn) : code;
  }

  async open() {
    const { session, offline, fault } = await this.#entrance.come();
    if (!session?.authenticated || !mayReport(session)) return this.#stranger(session, offline, fault);
    this.account = session.username;
    this.typeName = this.typeName.bind(this);
    document.getElementById('municipality').textContent = session.municipality?.name ?? '';
    this.form = await this.#loadForm();
    if (!this.form) return this.#stranger(session, true, fault);
    this.#drafts = new KeptDraft(this.store, this.account);
    this.#draft = (await this.#drafts.find()) ?? emptyDraft();
    await this.outbox.open(this.account);
    this.#openNav(session);
    this.#openFoot(session);
    this.#listen();
    if (location.hash === '#mine') this.#showMine();
    else this.#showForm({ focus: false });
    this.outbox.send();
    return this;
  }

  async #loadForm() {
    try {
      const { body } = await this.api.get('/api/report-form');
      await this.store.remember(FORM, body).catch(() => {});
      return body;
    } catch {
      return this.store.recall(FORM);
    }
  }

  #listen() {
    const wake = () => {
      this.#showNetwork();
      if (navigator.onLine) this.outbox.send();
    };
    addEventListener('online', wake);
    addEventListener('offline', wake);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
    setInterval(() => this.outbox.items.some(({ state }) => state !== 'refused') && wake(), TRY_AGAIN_MILLIS);
    this.outbox.subscribe(() => this.#drawCount());
    this.#showNetwork();
  }

  #showNetwork() {
    const place = document.getElementById('offline');
    const words = navigator.onLine ? '' : this.t('report.offline');
    if (place.textContent !== words) place.textContent = words;
    place.hidden = !words;
  }

  #openNav(session) {
    const { t } = this;
    const nav = document.getElementById('nav');
    render(
      nav,
      html`
        <button type="button" class="report-nav__link" id="nav-new">${t('report.new')}</button>
        <button type="button" class="report-nav__link" id="nav-mine">${t('report.mine')} <span class="report-nav__count" id="nav-count"></span></button>
      `,
    );
    on(nav, 'click', '#nav-new', () => this.#showForm());
    on(nav, 'click', '#nav-mine', () => this.#showMine());
    this.#drawCount();
  }

  #openFoot(session) {
    const { t } = this;
    const foot = document.getElementById('foot');
    render(
      foot,
      html`<button type="button" class="button button--quiet" id="foot-language" lang="${this.locale === 'sv' ? 'en' : 'sv'}">${t('display.otherLanguage')}</button>
        <button type="button" class="button button--quiet" id="foot-leave">${t('report.leave', { name: session.displayName ?? session.username })}</button>`,
    );
    on(foot, 'click', '#foot-language', () => switchLanguage(this.locale === 'sv' ? 'en' : 'sv'));
    on(foot, 'click', '#foot-leave', () => this.#leave());
  }

  #drawCount() {
    const count = document.getElementById('nav-count');
    if (count) render(count, html`${this.outbox.items.length > 0 && html`<span aria-hidden="true">${this.outbox.items.length}</span><span class="visually-hidden">${this.t('report.waitingShort', { count: this.outbox.items.length })}</span>`}`);
  }

  async #leave() {
    await this.#entrance.leave();
    location.replace('/report');
  }

  #mark(current) {
    for (const id of ['nav-new', 'nav-mine']) document.getElementById(id)?.toggleAttribute('aria-current', id === current);
    document.getElementById(current)?.setAttribute('aria-current', 'page');
  }

  #show(view, current) {
    this.#view?.close();
    this.#view = view;
    this.#mark(current);
    return view;
  }

  #showForm(options = {}) {
    const form = new ReportForm(this, this.#main, this.#draft, {
      onChange: (draft) => this.#drafts.keep(draft),
      onSend: (draft) => (draft.editing ? this.#save(draft) : this.#send(draft)),
      onDrop: () => this.#drop(),
    });
    this.#show(form, 'nav-new');
    form.open(options);
  }

  #showMine() {
    const mine = new MyReports(this, this.#main, {
      onNew: () => this.#showForm(),
      onRepair: (key) => this.#repair(key),
      onEdit: (report) => this.#edit(report),
    });
    this.#show(mine, 'nav-mine');
    mine.open();
  }

  async #send(draft) {
    await this.outbox.add({ key: draft.key, madeAt: Date.now(), body: bodyOf(draft, new Date()), photos: draft.photos });
    await this.#forgetDraft();
    const receipt = new Receipt(this, this.#main, draft.key, { onNew: () => this.#showForm(), onMine: () => this.#showMine() });
    this.#show(receipt, 'nav-new');
    receipt.open();
  }

  /** A change goes to the service at once: what others may have read is not changed behind their back later. */
  async #save(draft) {
    const { id, version } = draft.editing;
    await this.api.put(`/api/reports/${id}`, bodyOf(draft, new Date()), { ifMatch: `"v${version}"` });
    await this.#forgetDraft();
    this.announce(this.t('report.saved'));
    this.#showMine();
  }

  async #forgetDraft() {
    this.#draft = emptyDraft();
    await this.#drafts.drop();
  }

  async #drop() {
    await this.#forgetDraft();
    this.#showForm();
  }

  /** A report that was refused becomes the draft again; it leaves the outbox only when it is kept as the draft. */
  async #repair(key) {
    const item = this.outbox.items.find((each) => each.key === key);
    if (item && (await this.#write(draftOf({ key, body: item.body, photos: item.photos })))) await this.outbox.take(key);
  }

  #edit(report) {
    return this.#write(draftOf({ key: newKey(), body: report, editing: { id: report.id, version: report.version } }));
  }

  /** Puts a draft in the form, unless another one was begun there: that is finished or thrown away first. */
  async #write(draft) {
    const free = !isBegun(this.#draft) || this.#draft.editing !== null;
    if (free) {
      await this.#drafts.keep(draft);
      this.#draft = draft;
    }
    this.#showForm();
    if (!free) this.announce(this.t('report.draftFirst'));
    return free;
  }

  #stranger(session, offline, fault) {
    const { t } = this;
    const [title, text] = offline ? ['report.noContact', 'report.noContactHow'] : session?.authenticated ? ['report.notForRole', 'report.notForRoleHow'] : ['report.needLink', 'report.needLinkHow'];
    render(
      this.#main,
      html`
        <h2 tabindex="-1">${t(title)}</h2>
        ${fault && html`<p class="message message--danger" role="alert">${fault}</p>`}
        <p>${t(text)}</p>
        ${offline ? html`<button type="button" class="button button--primary button--wide" id="reload">${t('action.retry')}</button>` : html`<a class="button button--primary button--wide" href="/login.html?to=report">${t('report.logIn')}</a>`}`,
    );
    on(this.#main, 'click', '#reload', () => location.reload());
    return null;
  }
}

async function start() {
  applyRememberedTheme();
  const language = chooseLanguage(new URLSearchParams(location.search).get('lang'));
  const t = await loadTranslator(language, 'report/words.');
  translatePage(document, t);
  document.title = t('report.pageTitle');
  const api = new Api({ language });
  const store = await OutboxStore.open();
  await new ReportApp({ t, api, store, entrance: new Entrance(api, store) }).open();
  on(document.body, 'click', '.skip-link', (event) => {
    event.preventDefault();
    document.getElementById('main').focus();
  });
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/report-worker.js', { scope: '/report' }).catch(() => {});
}

start();
