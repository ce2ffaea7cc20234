/**
 * Puts the page together. Every part gets the same `app`:
 *
 *   app.state      what is on the screen (state.js): value, set(patch), subscribe(keys, listener).
 *                  Select a hotspot: app.state.set({ hotspot: id, measure: null }); a measure: { measure: id, hotspot: null }
 *   app.api        requests (api.js): get, post, put, delete → { body, etag, location, status }; ApiProblem on errors
 *   app.t          t('key', { count: 3 }) (i18n/sv.js, i18n/en.js); app.locale is 'sv' or 'en'
 *   app.bus        short messages: 'hotspot:hover' (id or null), 'measure:hover' (id or null), 'data:changed' (emitted
 *                  after an import or a withdrawal: everything is fetched anew), 'hotspot:select' and 'measure:select'
 *                  (id; told after the selection changed, whoever did it: scroll the list, open the panel)
 *   app.map        the map (map.js): leaflet (the L.Map), fit(bounds | geometry), flyTo(lon, lat, zoom),
 *                  holdClicks() → release(): map layers stop answering the pointer while a tool draws
 *   app.session    GET /api/session as it answered; app.can(role, …) is true when the reader has one of the roles
 *   app.hotspots, app.measures, app.timeline, app.datasets, app.types
 *                  shared answers (resource.js): subscribe({ status, body, error }), reload()
 *   app.typeName(code), app.typeColour(code), app.className(class)
 *   app.announce(text)   says it politely to screen readers (one aria-live region)
 *
 * The side panel, account menu, tools and dialogs are composed by `ui/index.js`, which exports
 * `openUi(app)`; its places in index.html are #panel (aside), #tools and #account (header), #toasts (status region).
 * HTML comes from lib/html.js only: html`…`, render(element, markup), on(root, type, selector, handler).
 */
import { announcer } from './announce.js';
import { Api } from './api.js';
import { Bus } from './bus.js';
import { chooseLanguage, loadTranslator, translatePage } from './language.js';
import { TownMap } from './map.js';
import { Resource } from './resource.js';
import { FILTER_KEYS, filterParameters, State } from './state.js';
import { openUi } from './ui/index.js';

export class App {
  #names = new Map();
  #colours = new Map();
  #classes = new Map();

  constructor({ state, api, t, session }) {
    this.state = state;
    this.api = api;
    this.t = t;
    this.locale = t.locale;
    this.session = session;
    this.bus = new Bus();
    this.announce = announcer(document.getElementById('announcer'));
    this.types = new Resource(api, '/api/types');
    this.datasets = new Resource(api, '/api/datasets');
    this.timeline = new Resource(api, '/api/timeline');
    this.hotspots = new Resource(api, '/api/hotspots');
    this.measures = new Resource(api, '/api/measures');
  }

  /** True when the reader has at least one of `roles`. */
  can(...roles) {
    return roles.some((role) => this.session.roles.includes(role));
  }

  typeName(code) {
    return this.#names.get(code) ?? code;
  }

  typeColour(code) {
    return this.#colours.get(code);
  }

  className(code) {
    return this.#classes.get(code) ?? code;
  }

  async open() {
    this.types.subscribe(({ body }) => body && this.#learnTypes(body));
    await Promise.all([this.types.load(), this.datasets.load()]);
    this.map = new TownMap(document.getElementById('map'), this.state).open(this.#startBounds());
    openUi(this);
    this.#fetch();
    this.state.subscribe(FILTER_KEYS, () => this.#fetch());
    this.bus.listen('data:changed', async () => {
      await this.datasets.reload();
      this.#fetch();
    });
    this.state.subscribe(['hotspot'], ({ hotspot }) => this.bus.emit('hotspot:select', hotspot));
    this.state.subscribe(['measure'], ({ measure }) => this.bus.emit('measure:select', measure));
    return this;
  }

  #fetch() {
    const { from, to, ...whole } = filterParameters(this.state.value);
    this.hotspots.load(filterParameters(this.state.value));
    this.timeline.load(whole);
    if (this.measures.value.status === 'idle') this.measures.load();
  }

  #startBounds() {
    const { groups = [], defaultGroup } = this.datasets.value.body ?? {};
    return groups.find((group) => group.id === defaultGroup)?.bounds ?? null;
  }

  #learnTypes({ types, classes }) {
    const swedish = this.locale === 'sv';
    for (const type of types) {
      this.#names.set(type.code, swedish ? type.nameSv : type.nameEn);
      this.#colours.set(type.code, type.colour);
    }
    for (const each of classes) this.#classes.set(each.class, swedish ? each.nameSv : each.nameEn);
  }
}

async function start() {
  const state = new State().open();
  const language = chooseLanguage(state.value.lang);
  const t = await loadTranslator(language);
  translatePage(document, t);
  const api = new Api({ language, onUnauthenticated: goToLogin });
  const session = (await api.get('/api/session')).body;
  if (!session.authenticated) return goToLogin();
  return new App({ state, api, t, session }).open();
}

/** The login page comes back to where the reader was: the view waits in session storage as 'lageskarta.return'. */
function goToLogin() {
  sessionStorage.setItem('lageskarta.return', location.hash);
  location.assign('/login');
}

start();
