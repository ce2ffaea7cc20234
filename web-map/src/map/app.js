/**
 * Puts the page together. Every part gets the same `app`:
 *
 *   app.state      what is on the screen (state.js): value, set(patch), subscribe(keys, listener).
 *                  Select a hotspot: app.state.set({ hotspot: id, measure: null }); a measure: { measure: id, hotspot: null }
 *   app.api        requests (api.js): get, post, put, delete → { body, etag, location, status }; ApiProblem on errors
 *   app.t          t(key, { count: 3 }) (i18n/sv.js, i18n/en.js); app.locale is 'sv' or 'en'
 *   app.bus        short messages: 'hotspot:hover' (id or null), 'measure:hover' (id or null), 'data:changed' (emitted
 *                  after an import or a withdrawal: everything is fetched anew), 'hotspot:select' and 'measure:select'
 *                  (id; told after the selection changed, whoever did it: scroll the list, open the panel),
 *                  'analysis:hover' and 'analysis:select' (index of a place of the open analysis, or null)
 *   app.map        the map (map.js): leaflet (the L.Map), fit(bounds | geometry), flyTo(lon, lat, zoom),
 *                  holdClicks() → release(): map layers stop answering the pointer while a tool draws
 *   app.session    GET /api/session as it answered; app.can(role, …) is true when the reader has one of the roles
 *   app.hotspots, app.measures, app.reports, app.waves, app.timeline, app.datasets, app.types
 *                  shared answers (resource.js): subscribe({ status, body, error }), reload(). 'idle' for ever when the
 *                  reader's role may not have them (lib/audience.js)
 *   app.analyses         what can be analysed in the present selection; loaded by `loadAnalyses()` when somebody looks
 *   app.analysisRun      the analysis the address names (analysisRun.js); app.glance the situation at one glance (glance.js)
 *   app.typeName(code), app.typeColour(code), app.className(class)
 *   app.group            the datasets looked at now: { id, name, bounds, from, to, invented } or null when there are none
 *   app.factsOf(groupId) its datasets of incidents and survey marks; chooseGroup(id), chooseDatasets(ids)
 *   app.announce(text)   says it politely to screen readers (one aria-live region)
 *   app.notice(text)     the same, and shows it on the map for some seconds
 *   bus 'import:open'    asks for the import wizard (with files, with { kind, dataset } that files are meant to be, or with nothing); 'inbox:open' for the inbox (with the section meant); 'map:needed' tells with true that somebody is to press on the map, with false that it is done; 'theme:changed' tells that colours must be read anew
 *
 * The side panel, account menu, tools and dialogs are composed by `ui/index.js`, which exports
 * `openUi(app)`; its places in index.html are #panel (aside), #tools and #account (header), #toasts (status region).
 * HTML comes from lib/html.js only: html`…`, render(element, markup), on(root, type, selector, handler).
 */
import { AnalysisRun } from './analysisRun.js';
import { announcer } from './announce.js';
import { Api } from './api.js';
import { Bus } from './bus.js';
import { DisplayMenu } from './controls/displayMenu.js';
import { MapButtons } from './controls/mapButtons.js';
import { Notices } from './controls/notices.js';
import { PlaceCard } from './controls/placeCard.js';
import { PlaceSearch } from './controls/placeSearch.js';
import { Readout } from './controls/readout.js';
import { FilterBar } from './filters/filterBar.js';
import { FilterToggle } from './filters/filterToggle.js';
import { Timeline } from './filters/timeline.js';
import { chooseLanguage, loadTranslator, translatePage } from './language.js';
import { Glance } from './glance.js';
import { LayerStack } from './layers/stack.js';
import { LayerPanel } from './legend/layerPanel.js';
import { HOTSPOT_ROLES, MEASURE_ROLES, POINT_ROLES, REPORT_ROLES, WAVE_ROLES } from './lib/audience.js';
import { boundsMeet, boundsOfGeometry, grownBounds, joinBounds } from './lib/bounds.js';
import { html, on, render } from './lib/html.js';
import { presetPeriod } from './lib/months.js';
import { TownMap } from './map.js';
import { Pointer } from './pointer.js';
import { PrintMap } from './printMap.js';
import { PrintSheet } from './printSheet.js';
import { Resource } from './resource.js';
import { FILTER_KEYS, filterParameters, State } from './state.js';
import { openUi } from './ui/index.js';
import { applyRememberedTheme } from './theme.js';
import { selectionInWords } from './words.js';

/** As far as the service grows a place's box when it looks for data that belong together. */
const PLACE_GROWN_DEGREES = 0.5;

export class App {
  /** How long a map may wait for what it is to show, and how long a late answer may still move it. */
  static defaults = { patienceMillis: 700, lateMillis: 10_000 };

  #names = new Map();
  #colours = new Map();
  #likes = new Map();
  #classes = new Map();

  constructor({ state, api, t, session }) {
    this.state = state;
    this.api = api;
    this.t = t;
    this.locale = t.locale;
    this.session = session;
    this.bus = new Bus();
    this.announce = announcer(place('announcer'));
    this.types = new Resource(api, '/api/types');
    this.datasets = new Resource(api, '/api/datasets');
    this.timeline = new Resource(api, '/api/timeline');
    this.hotspots = new Resource(api, '/api/hotspots');
    this.measures = new Resource(api, '/api/measures');
    this.analyses = new Resource(api, '/api/analyses');
    this.reports = new Resource(api, '/data/reports.geojson');
    this.waves = new Resource(api, '/api/survey-waves');
    this.analysisRun = new AnalysisRun(this);
    this.glance = new Glance(this);
  }

  /** True when the reader has at least one of `roles`. */
  can(...roles) {
    return roles.some((role) => this.session.roles.includes(role));
  }

  /** Whether the reader's role may see hotspots and how they spread over time; the others see measures only. */
  get seesHotspots() {
    return this.can(...HOTSPOT_ROLES);
  }

  /** Whether the reader's role may see single incidents and marks, and analyse them. */
  get seesPoints() {
    return this.can(...POINT_ROLES);
  }

  typeName(code) {
    return this.#names.get(code) ?? code;
  }

  /** The type that a type is taken for by what the product knows: the one that it is like, or itself. */
  standsFor(code) {
    return this.#likes.get(code) || code;
  }

  typeColour(code) {
    return this.#colours.get(code);
  }

  className(code) {
    return this.#classes.get(code) ?? code;
  }

  /** The group of datasets that is looked at: that of the chosen datasets, that of the address, or the service's default. */
  get group() {
    const { groups = [], datasets = [], defaultGroup } = this.datasets.value.body ?? {};
    const { value } = this.state;
    const first = datasets.find(({ id }) => value.datasets.includes(String(id)));
    const named = (wanted) => groups.find(({ id }) => id === wanted);
    return named(first?.group) ?? named(value.group) ?? named(defaultGroup) ?? null;
  }

  /** The numbers of the datasets that are looked at, for addresses that do not know groups. */
  get lookedAt() {
    const { datasets } = this.state.value;
    return datasets.length ? datasets : this.factsOf(this.group?.id).map(({ id }) => String(id));
  }

  factsOf(groupId) {
    const { datasets = [] } = this.datasets.value.body ?? {};
    return datasets.filter(({ group, kind }) => group === groupId && kind !== 'base');
  }

  /** The parts of the base map that lie where the group lies; any base map when there is no group. */
  get baseDatasets() {
    const { datasets = [] } = this.datasets.value.body ?? {};
    const here = this.group?.bounds;
    return datasets.filter(({ kind, bounds }) => kind === 'base' && (!here || !bounds || boundsMeet(bounds, here)));
  }

  /** Looks at another group: its place, and its last twelve months. */
  chooseGroup(id) {
    const group = this.datasets.value.body.groups.find((each) => each.id === id);
    this.state.set({ group: id, datasets: [], types: [], hotspot: null, measure: null, ...recentPeriod(group) });
    this.#showExtent();
  }

  /** Goes to where the hotspots are as soon as they are known, unless the reader has gone somewhere meanwhile. */
  async #showExtent() {
    const { group } = this;
    const inTime = await this.#settled(App.defaults.patienceMillis);
    if (this.group !== group) return;
    const extent = this.#extent();
    if (extent) this.map.fit(extent, { animate: false });
    if (!inTime) this.#showLateExtent();
  }

  async #showLateExtent() {
    const { map: view } = this.state.value;
    const answered = await this.#settled(App.defaults.lateMillis);
    const extent = this.#extent();
    if (answered && extent && this.state.value.map === view) this.map.fit(extent, { animate: false });
  }

  /** Looks at some datasets of the group; all of them is the same as no choice. */
  chooseDatasets(ids) {
    const { id } = this.group;
    this.state.set({ group: id, datasets: ids.length === this.factsOf(id).length ? [] : ids });
  }

  /** Asks once per selection which analyses suit; those who may not see points are not asked. */
  loadAnalyses() {
    const parameters = filterParameters(this.state.value);
    if (this.seesPoints && !this.analyses.answers(parameters)) this.analyses.load(parameters);
  }

  showWholePeriod() {
    const { from, to } = this.group ?? {};
    this.state.set({ types: [], stream: 'all', ...(from && to ? presetPeriod('all', from, to) : { from: null, to: null }) });
  }

  notice(text) {
    this.notices.say(text);
  }

  async open() {
    this.types.subscribe(({ body }) => body && this.#learnTypes(body));
    await Promise.all([this.types.load(), this.datasets.load()]);
    this.#holdPlace();
    if (!this.state.value.from && !this.state.value.to) this.state.set(recentPeriod(this.group), { history: 'replace' });
    this.#nameThePlace();
    // before the layers listen: a browser asks six things at a time, and the hotspots are to be among the first
    this.state.subscribe(FILTER_KEYS, () => this.#fetch());
    this.#fetch();
    const inTime = await this.#settled(App.defaults.patienceMillis);
    const coveredRight = () => (this.legend?.shown ?? LayerPanel.startsShown() ? place('legend').offsetWidth : 0);
    this.map = new TownMap(place('map'), this.state, { label: this.t('map.title'), coveredRight }).open(this.#extent());
    this.analysisRun.open();
    this.#openMap();
    this.#openFrame();
    openUi(this);
    this.#listen();
    if (this.can(...REPORT_ROLES)) this.reports.load();
    if (this.can(...WAVE_ROLES)) this.waves.load();
    if (!inTime && !this.state.value.map) this.#showLateExtent();
    return this;
  }

  /**
   * The address names the place that is shown: the next time it leads there, and all questions are about there, also when
   * another place gets newer data meanwhile. A place that is no more gives way to the one with the newest data.
   */
  #holdPlace() {
    const group = this.group?.id ?? null;
    if (this.datasets.value.status === 'ready' && group !== this.state.value.group) this.state.set({ group }, { history: 'replace' });
  }

  /** What the map opens on: hotspots, or measures for those who may not see hotspots. */
  get #main() {
    return this.seesHotspots ? this.hotspots : this.measures;
  }

  /** True as soon as what the map opens on is there (or known to be missing), false after `millis`. */
  #settled(millis) {
    return new Promise((resolve) => {
      setTimeout(() => resolve(false), millis);
      const stop = this.#main.subscribe(({ status }) => {
        if (status === 'loading') return;
        resolve(true);
        queueMicrotask(() => stop());
      });
    });
  }

  /** Where to look first: where the hotspots (or, for those who see no hotspots, the measures) are, otherwise where the data are. */
  #extent() {
    const { status, body } = this.#main.value;
    const boxes = status === 'ready' ? body.features.filter(({ geometry }) => geometry).map(({ geometry }) => boundsOfGeometry(geometry)) : [];
    return boxes.length ? joinBounds(boxes) : this.group?.bounds;
  }

  #openMap() {
    const stack = new LayerStack(this).open();
    const card = new PlaceCard(this, place('map-card')).open();
    new Pointer(this, stack, card).open();
    new PlaceSearch(this, place('map-search')).open();
    new MapButtons(this, place('map-tools')).open();
    new Readout(this, place('map-foot')).open();
    this.legend = new LayerPanel(this, place('legend'), stack).open();
    this.notices = new Notices(this, place('map-notice')).open();
  }

  #openFrame() {
    document.body.dataset.sees = this.seesHotspots ? 'hotspots' : 'measures';
    new DisplayMenu(this, place('display')).open();
    new FilterToggle(this, place('filter-toggle')).open();
    new FilterBar(this, place('filter-bar')).open();
    new Timeline(this, place('timeline')).open();
    this.#drawFooter();
    new PrintMap(this.map.leaflet, place('print-map')).open();
    new PrintSheet(this, place('print-head')).open();
  }

  #drawFooter() {
    const { t, session } = this;
    render(
      place('footer'),
      html`<span>Lägeskarta ${session.version}</span> <span>${t('footer.licence')}</span>
        <span class="footer__end"><a href="/api/openapi.json">${t('footer.api')}</a></span>`,
    );
  }

  #listen() {
    const { state, bus } = this;
    state.subscribe(['hotspot'], ({ hotspot }) => bus.emit('hotspot:select', hotspot));
    state.subscribe(['measure'], ({ measure }) => bus.emit('measure:select', measure));
    state.subscribe(['group', 'datasets'], () => this.#nameThePlace());
    state.subscribe(['group', 'datasets'], () => this.#holdPlace());
    bus.listen('data:changed', () => this.#dataChanged());
    this.hotspots.subscribe(({ status, body }) => status === 'ready' && this.#tellResult(body));
  }

  #fetch() {
    const { from, to, ...whole } = filterParameters(this.state.value);
    if (this.seesHotspots) {
      this.hotspots.load(filterParameters(this.state.value));
      if (!this.timeline.answers(whole)) this.timeline.load(whole);
    }
    if (this.can(...MEASURE_ROLES) && !this.measures.answers(this.#here())) this.measures.load(this.#here());
  }

  /** Measures belong to the place looked at: those of the demo town are not on the list of a real municipality. */
  #here() {
    const bounds = this.group?.bounds;
    return bounds ? { bbox: grownBounds(bounds, PLACE_GROWN_DEGREES).join(',') } : {};
  }

  /** After an import or a withdrawal: what was chosen may be gone, and the newest data may lie elsewhere. */
  async #dataChanged() {
    const before = this.group?.id;
    const followsNewest = before === this.datasets.value.body?.defaultGroup && this.state.value.datasets.length === 0;
    let moved = false;
    await this.datasets.reload();
    const { datasets = [], defaultGroup = null } = this.datasets.value.body ?? {};
    const left = this.state.value.datasets.filter((id) => datasets.some((each) => String(each.id) === id));
    this.state.set({ datasets: left, ...(followsNewest ? { group: defaultGroup } : {}) }, { history: 'replace' });
    this.#holdPlace();
    if (this.group && this.group.id !== before) {
      this.state.set(recentPeriod(this.group), { history: 'replace' });
      moved = true;
    }
    this.#nameThePlace();
    if (this.can(...MEASURE_ROLES)) this.measures.load(this.#here());
    this.#fetch();
    if (this.seesHotspots) this.timeline.reload();
    this.glance.forget();
    if (this.analyses.value.status !== 'idle') this.analyses.load(filterParameters(this.state.value));
    if (moved) this.#showExtent();
  }

  #tellResult(body) {
    const count = body.numberMatched ?? body.features.length;
    this.announce([this.t('filter.hotspots', { count }), ...selectionInWords(this)].join('. '));
  }

  #nameThePlace() {
    const name = this.group?.name ?? this.session.municipality?.name ?? '';
    place('municipality').textContent = name;
    place('invented').hidden = !this.group?.invented;
    document.title = name ? `${name} – Lägeskarta` : 'Lägeskarta';
  }

  #learnTypes({ types, classes }) {
    const swedish = this.locale === 'sv';
    for (const type of types) {
      this.#names.set(type.code, swedish ? type.nameSv : type.nameEn);
      this.#colours.set(type.code, type.colour);
      this.#likes.set(type.code, type.like);
    }
    for (const each of classes) this.#classes.set(each.class, swedish ? each.nameSv : each.nameEn);
  }
}

function place(id) {
  return document.getElementById(id);
}

/** The last twelve months that have data: long enough for a pattern, short enough to be the present. */
function recentPeriod(group) {
  return group?.from && group?.to ? presetPeriod('last-12', group.from, group.to) : { from: null, to: null };
}

async function start() {
  on(document.body, 'click', '.skip-link', skip);
  applyRememberedTheme();
  const state = new State().open();
  const language = chooseLanguage(state.value.lang);
  const t = await loadTranslator(language);
  translatePage(document, t);
  const api = new Api({ language, onUnauthenticated: goToLogin });
  const [{ body: session }] = await Promise.all([api.get('/api/session'), typefaceLoaded()]);
  if (!session.authenticated) return goToLogin();
  if (isOnly('reporter', session)) return location.replace('/report');
  return new App({ state, api, t, session }).open();
}

/** A reporter has no business on the map, and the service answers none of its questions. */
function isOnly(role, { roles }) {
  return roles.length > 0 && roles.every((each) => each === role);
}

/** A skip link moves the focus but not the address, which belongs to the view. */
function skip(event, link) {
  event.preventDefault();
  document.querySelector(link.getAttribute('href')).focus();
}

/** The map measures its names before it draws them, so it waits for the letters; without them it takes the next best. */
function typefaceLoaded() {
  const family = getComputedStyle(document.body).fontFamily;
  return document.fonts.load(`1rem ${family}`).catch(() => []);
}

/** The login page comes back to where the reader was: the view waits in session storage as 'lageskarta.return'. */
function goToLogin() {
  sessionStorage.setItem('lageskarta.return', location.hash);
  location.assign('/login');
}

start();
