/**
 * Draws the route of a walk place by place, on a phone while it is walked. A route needs two places: the first waits on
 * the page for the second, every one after that is stored at once.
 */
import { html, on, render } from '../../map/lib/html.js';
import { notice } from '../../map/ui/fields.js';
import { icon } from '../../map/ui/icons.js';
import { PlacePicker } from '../placePicker.js';
import { isLast, lineOf } from './routeLine.js';

export class RouteEditor {
  #root;
  #app;
  #options;
  #walk;
  #corners;
  #picker = null;
  #saving = false;
  #stops = [];

  /** @param {{onDone: (walk: object) => void}} options told the walk as it is stored when the route is done */
  constructor(root, app, walk, options) {
    this.#root = root;
    this.#app = app;
    this.#walk = walk;
    this.#options = options;
    this.#corners = walk.route?.coordinates ?? [];
  }

  open() {
    const { api, t } = this.#app;
    render(
      this.#root,
      html`<p class="muted">${t('walk.routeHow')}</p><div id="route-place"></div>
        <p id="route-state" role="status"></p><div id="route-fault"></div>
        <div class="survey-buttons">
          <button type="button" class="button" id="route-add">${icon('add')} ${t('walk.routeAdd')}</button>
          <button type="button" class="button" id="route-drop">${icon('undo')} ${t('walk.routeDrop')}</button>
          <button type="button" class="button button--primary button--wide" id="route-done">${icon('check')} ${t('walk.routeDone')}</button>
        </div>`,
    );
    const [lon, lat] = this.#corners.at(-1) ?? [];
    this.#picker = new PlacePicker(this.#root.querySelector('#route-place'), { api, t, locale: t.locale, id: 'corner', area: lineOf(this.#corners), value: lon === undefined ? null : { lon, lat, accuracyMetres: 10, words: '', how: 'map' } }).open();
    this.#stops = [
      on(this.#root, 'click', '#route-add', () => this.#add()),
      on(this.#root, 'click', '#route-drop', () => this.#save(this.#corners.slice(0, -1))),
      on(this.#root, 'click', '#route-done', () => this.#finish()),
    ];
    this.#show();
    return this;
  }

  close() {
    this.#picker?.close();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #add() {
    const { t } = this.#app;
    const { value } = this.#picker;
    if (!value) return this.#fault(t('survey.missing.place'));
    if (isLast(this.#corners, value)) return this.#fault(t('walk.routeSame'));
    this.#save([...this.#corners, [value.lon, value.lat]]);
  }

  #finish() {
    if (this.#corners.length === 1) return this.#fault(this.#app.t('walk.routeOne'));
    this.#options.onDone(this.#walk);
  }

  async #save(corners) {
    if (this.#saving) return;
    const before = this.#corners;
    this.#corners = corners;
    this.#show();
    if (!this.#walk.route && !lineOf(corners)) return;
    this.#saving = true;
    try {
      await this.#send(lineOf(corners));
    } catch (error) {
      this.#corners = before;
      this.#show();
      this.#refused(error);
    } finally {
      this.#saving = false;
    }
  }

  /** Somebody else may have changed the walk's words meanwhile; that is kept, and only the route is ours. */
  async #send(route) {
    try {
      await this.#put(route);
    } catch (error) {
      if (error.status !== 412) throw error;
      const drawnUpon = JSON.stringify(this.#walk.route);
      this.#walk = (await this.#app.api.get(`/api/walks/${this.#app.id}`)).body;
      if (JSON.stringify(this.#walk.route) === drawnUpon) return this.#put(route);
      this.#corners = this.#walk.route?.coordinates ?? [];
      this.#show();
      this.#fault(this.#app.t('walk.routeChanged'));
    }
  }

  async #put(route) {
    const { api, id } = this.#app;
    const { title, walkedOn, startsAt, light, routeWords, participants, summary, report, reportedOn, earlierId, owner, version } = this.#walk;
    this.#walk = (await api.put(`/api/walks/${id}`, { title, walkedOn, startsAt, light, routeWords, route, participants, summary, report, reportedOn, earlierId, owner }, { ifMatch: `"v${version}"` })).body;
  }

  #show() {
    const { t } = this.#app;
    this.#root.querySelector('#route-state').textContent = routeState(this.#corners, t);
    this.#root.querySelector('#route-drop').hidden = this.#corners.length === 0;
    render(this.#root.querySelector('#route-fault'), html``);
    this.#picker.area = lineOf(this.#corners);
  }

  #refused(error) {
    const { t } = this.#app;
    const [first] = error.errors ?? [];
    this.#fault(first ? `${first.reason} ${first.remedy}` : error.code === 'network' ? t('survey.awayWhat') : error.detail);
  }

  #fault(words) {
    render(this.#root.querySelector('#route-fault'), notice('danger', words));
  }
}

/** How far a route has come, in a sentence. */
export function routeState(corners, t) {
  if (corners.length === 0) return t('walk.routeNone');
  return corners.length === 1 ? t('walk.routeFirst') : t('walk.routeHas', { count: corners.length });
}
