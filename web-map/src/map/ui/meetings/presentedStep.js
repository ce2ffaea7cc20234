/**
 * What a step of the presentation shows beside its card: the real map at a saved view or a spot, one of the pages, or a
 * sheet with what the step is about. The next step is prepared while this one is looked at.
 */
import { decodeHash } from '../../lib/hash.js';
import { html, render } from '../../lib/html.js';
import { stepTarget } from '../../lib/meetingPlan.js';
import * as L from '../../leaflet.js';
import { filterParameters } from '../../state.js';
import { permittedPages } from '../pages/pages.js';
import { DecisionList } from './decisionList.js';
import { stepSheet } from './stepSheet.js';

const CLOSEST_ZOOM = 16;

export class PresentedStep {
  /** How long a step waits for the hotspots it shows, milliseconds. */
  static defaults = { patienceMillis: 4000 };

  #app;
  #sheet;
  #desk;
  #page = null;
  #list = null;
  #outline = null;
  #spots = new Map();
  #turn = 0;

  constructor(app, sheet, desk) {
    this.#app = app;
    this.#sheet = sheet;
    this.#desk = desk;
  }

  open() {
    return this;
  }

  close() {
    this.#turn++;
    this.#clear();
    this.#outline?.remove();
    document.getElementById('main').inert = document.body.hasAttribute('data-page');
  }

  /** Resolves when what the step shows is drawn. `address`: what the address bar says of the step. */
  async show(item, address) {
    const turn = ++this.#turn;
    const target = this.#target(item);
    document.body.dataset.presenting = target.kind === 'map' || target.kind === 'spot' ? 'map' : 'sheet';
    document.getElementById('main').inert = document.body.dataset.presenting !== 'map';
    this.#outline?.remove();
    this.#outline = null;
    this.#clear();
    if (target.kind === 'map') this.#setState(target.state, address);
    if (target.kind === 'spot') await this.#showSpot(target.spot, turn);
    if (target.kind === 'page') await this.#showPage(target, turn);
    if (target.kind === 'sheet') this.#showSheet(item);
    if (document.body.dataset.presenting === 'map') await this.#hotspotsDrawn();
  }

  /** Fetches what the steps beside this one will show, so that the key finds it there. */
  prepare(...items) {
    for (const item of items.filter(Boolean)) {
      const target = this.#target(item);
      if (target.kind === 'spot') this.#spot(target.spot);
      if (target.kind === 'page') this.#pageOf(target.page)?.load().catch(() => {});
      if (target.kind === 'page' && target.page === 'picture') this.#app.api.get(`/api/pictures/${target.item}`).catch(() => {});
      if (target.kind === 'map') this.#warm(filterParameters(target.state));
    }
  }

  #warm(parameters) {
    if (!this.#app.seesHotspots || this.#app.hotspots.answers(parameters)) return;
    this.#app.api.get('/api/hotspots', { parameters }).catch(() => {});
  }

  /** A page that this reader may not open, or that does not exist, becomes a sheet. */
  #target(item) {
    if (!item) return { kind: 'sheet' };
    const target = stepTarget(item, this.#desk.plan.pictureId, decodeHash);
    return target.kind === 'page' && !this.#pageOf(target.page) ? { kind: 'sheet' } : target;
  }

  #pageOf(id) {
    return permittedPages(this.#app).find((page) => page.id === id && id !== 'meeting');
  }

  #setState(state, address) {
    const { lang } = this.#app.state.value;
    this.#app.state.set({ ...state, lang, page: 'meeting', item: address }, { history: 'replace' });
  }

  async #showSpot(id, turn) {
    await this.#hotspotsDrawn();
    if (turn !== this.#turn) return;
    const live = this.#app.hotspots.value.body?.features.find(({ properties }) => properties.spot?.id === id);
    const { state, map } = this.#app;
    state.set({ hotspot: live ? String(live.id) : null, measure: null, analysis: null, panel: null }, { history: 'replace' });
    if (live) return map.fit(live.geometry, { animate: false, maxZoom: CLOSEST_ZOOM });
    const spot = await this.#spot(id);
    if (!spot?.outline || turn !== this.#turn) return undefined;
    this.#outline = L.geoJSON(spot.outline, { className: 'present-outline', pane: 'draw', interactive: false }).addTo(map.leaflet);
    return map.fit(spot.outline, { animate: false, maxZoom: CLOSEST_ZOOM });
  }

  #spot(id) {
    if (!this.#spots.has(id)) this.#spots.set(id, this.#app.api.get(`/api/spots/${id}`).then(({ body }) => body).catch(() => null));
    return this.#spots.get(id);
  }

  async #showPage({ page, item }, turn) {
    const { default: Page } = await this.#pageOf(page).load();
    if (turn !== this.#turn) return;
    this.#page = new Page(this.#app, { go: (next) => this.#page?.show(next) });
    this.#page.open(this.#sheet, item);
  }

  #showSheet(item) {
    render(this.#sheet, stepSheet(this.#app, this.#desk, item));
    const place = this.#sheet.querySelector('#sheet-decisions');
    if (place) this.#list = new DecisionList(this.#app, place, { parameters: { state: 'open' }, except: this.#desk.id, onChange: () => this.#desk.reload() }).open();
  }

  /** Resolves when the hotspots of the present selection are there, or will not come. */
  #hotspotsDrawn() {
    const { hotspots, seesHotspots } = this.#app;
    if (!seesHotspots || !['loading', 'idle'].includes(hotspots.value.status)) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        queueMicrotask(() => stop());
        resolve();
      };
      const timer = setTimeout(done, PresentedStep.defaults.patienceMillis);
      const stop = hotspots.subscribe(({ status }) => !['loading', 'idle'].includes(status) && done());
    });
  }

  #clear() {
    this.#page?.close();
    this.#page = null;
    this.#list?.close();
    this.#list = null;
    this.#sheet.replaceChildren();
    this.#sheet.scrollTop = 0;
  }
}
