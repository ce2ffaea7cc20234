/**
 * Rows of files whose places nobody is sure of (platser att reda ut): one is open at a time, its candidates stand on the
 * map with letters, and it is settled by choosing one, by pointing on the map, or by an address or coordinates. Everything
 * works by keyboard alone. What needs the map is loaded when the section is first shown.
 */
import { attributes, html, on, render } from '../../lib/html.js';
import { firstChoice, letterOf, nextAfter, settlement, whenWords, writtenWords } from '../../lib/placeQueue.js';
import { isAbort } from '../../api.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { KnownWords } from './knownWords.js';

const MOST = 50;
const PRECISIONS = ['address', 'street', 'area'];
const SEARCH_FROM_LETTERS = 2;
const SEARCH_PAUSE_MILLIS = 200;
const LONGEST_REASON = 500;

class PlacesSection {
  id = 'places';
  roles = Object.freeze(['est-coordinator', 'est-member']);
  #root = null;
  #app = null;
  #items = [];
  #waiting = 0;
  #open = null;
  #choice = -1;
  #own = null;
  #precision = 'address';
  #leaving = false;
  #found = [];
  #marks = null;
  #known = null;
  #DrawTool = null;
  #tool = null;
  #timer = 0;
  #stops = [];

  title(t) {
    return t('places.title');
  }

  async count({ api }) {
    return (await api.get('/api/place-queue', { parameters: { limit: 1 } })).body.waiting;
  }

  mount(element, app) {
    this.#root = element;
    this.#app = app;
    const { t } = app;
    render(
      element,
      html`<p class="muted">${t('places.intro')}</p>${this.#mayDecide && html`<p><button type="button" class="button button--small" id="places-again" data-again hidden>${icon('search')} ${t('places.again')}</button></p>`}<div id="places-fault"></div><ol class="texts" id="places"><li class="muted">${t('loading')}</li></ol><details class="known-words" id="known-words"><summary>${t('places.known')}</summary><div id="known-words-list"></div></details>`,
    );
    this.#known = new KnownWords(app, element.querySelector('#known-words'));
    this.#stops = [
      on(element, 'click', '[data-again]', (event, button) => this.#lookAgain(button)),
      on(element, 'click', '[data-open]', (event, button) => this.#toggle(Number(button.dataset.open))),
      on(element, 'change', '[name="place-choice"]', (event, radio) => this.#choose(radio.value === 'own' ? 'own' : Number(radio.value))),
      on(element, 'change', '[name="place-precision"]', (event, radio) => (this.#precision = radio.value)),
      on(element, 'click', '[data-point]', () => this.#point()),
      on(element, 'click', '[data-show-all]', () => this.#marks.fit(this.#marked())),
      on(element, 'input', '[data-place-search]', (event, input) => this.#search(input.value)),
      on(element, 'click', '[data-place-found]', (event, button) => this.#useFound(this.#found[Number(button.dataset.placeFound)])),
      on(element, 'click', '[data-leave]', () => this.#showLeaving(true)),
      on(element, 'click', '[data-stay]', () => this.#showLeaving(false)),
      on(element, 'submit', '#place-settle', (event) => this.#settle(event)),
      on(element, 'submit', '#place-leave', (event) => this.#leave(event)),
      app.bus.listen('data:changed', () => this.#load()),
    ];
    this.#begin(element);
  }

  async #begin(element) {
    const [{ CandidateMarks }, { DrawTool }] = await Promise.all([import('../../tools/candidateMarks.js'), import('../../tools/drawTool.js')]);
    if (this.#root !== element) return;
    this.#marks = new CandidateMarks(this.#app);
    this.#DrawTool = DrawTool;
    this.#load();
  }

  unmount() {
    this.#stopPointing();
    clearTimeout(this.#timer);
    this.#marks?.close();
    this.#marks = null;
    for (const stop of this.#stops.splice(0)) stop();
    this.#known?.close();
    this.#known = null;
    this.#root = null;
    this.#open = null;
  }

  get #mayDecide() {
    return this.#app.can('est-coordinator');
  }

  get #item() {
    return this.#items.find(({ id }) => id === this.#open) ?? null;
  }

  async #load() {
    const { api, t } = this.#app;
    if (!this.#marks) return;
    try {
      const { body } = await api.get('/api/place-queue', { parameters: { limit: MOST, distinct: true }, supersede: 'place-queue' });
      if (!this.#root) return;
      this.#items = body.items;
      this.#waiting = body.waiting;
      if (this.#item) this.#draw();
      else this.#start(this.#items[0]?.id ?? null);
    } catch (error) {
      if (!isAbort(error) && this.#root) render(this.#root.querySelector('#places'), html`<li>${notice('danger', t('places.failed'))}</li>`);
    }
  }

  /** Opens an item with what is likeliest chosen beforehand. */
  #start(id) {
    this.#open = id;
    this.#own = null;
    this.#found = [];
    this.#leaving = false;
    const item = this.#item;
    this.#choice = item ? firstChoice(item.candidates) : -1;
    this.#precision = item?.candidates[this.#choice]?.precision ?? 'address';
    this.#draw();
    if (item && item.candidates.length > 0) this.#marks?.fit(this.#marked());
  }

  #toggle(id) {
    this.#stopPointing();
    this.#start(this.#open === id ? null : id);
    document.getElementById(`place-open-${id}`)?.focus();
  }

  #draw() {
    if (!this.#root) return;
    const { t } = this.#app;
    const again = this.#root.querySelector('#places-again');
    if (again) again.hidden = this.#items.length === 0;
    const shown = this.#items.reduce((sum, { sameText }) => sum + sameText, 0);
    render(
      this.#root.querySelector('#places'),
      html`
        ${this.#items.length === 0 && html`<li class="empty"><p>${t('places.empty')}</p></li>`}
        ${this.#items.map((item) => this.#row(item))}
        ${this.#waiting > shown && html`<li class="muted">${t('places.more', { count: this.#waiting - shown })}</li>`}`,
    );
    this.#mark();
  }

  #row(item) {
    const { t } = this.#app;
    const open = item.id === this.#open;
    const about = [this.#app.typeName(item.type), whenWords(item.when), t('places.from', { dataset: item.dataset.name, line: item.line })].filter(Boolean).join(' · ');
    return html`
      <li class="text-row">
        <h3 class="place-row__title">
          <button type="button" class="place-row__open" id="place-open-${item.id}" data-open="${item.id}" aria-expanded="${String(open)}">${writtenWords(item.written)}</button>
        </h3>
        <p class="muted">${about}${item.sameText > 1 && html`<br>${t('places.same', { count: item.sameText })}`}</p>
        ${open && (this.#mayDecide ? (this.#leaving ? this.#leaveForm(item) : this.#settleForm(item)) : this.#readOnly(item))}
      </li>`;
  }

  #readOnly({ candidates }) {
    const { t } = this.#app;
    return html`<p>${t('places.maybe')}</p><ul>${candidates.map(({ name }, i) => html`<li>${letterOf(i)}: ${name}</li>`)}</ul><p class="muted">${t('places.coordinatorDecides')}</p>`;
  }

  #settleForm(item) {
    const { t, locale } = this.#app;
    return html`
      <form id="place-settle" class="form">
        <fieldset class="group">
          <legend class="field__label">${t('places.where')}</legend>
          ${item.candidates.length === 0 && html`<p class="muted">${t('places.noCandidates')}</p>`}
          ${item.candidates.map((candidate, i) => html`
            <div class="choice place-choice">
              <input type="radio" name="place-choice" ${attributes({ id: `place-choice-${i}`, value: String(i), checked: this.#choice === i })}>
              <label for="place-choice-${i}"><span class="place-letter" aria-hidden="true">${letterOf(i)}</span> ${candidate.name} <span class="muted">${t(`places.precision.${candidate.precision}`)}, ${t('places.fits', { percent: Math.round(candidate.score * 100).toLocaleString(locale) })}</span></label>
            </div>`)}
          <div class="choice place-choice">
            <input type="radio" name="place-choice" ${attributes({ id: 'place-choice-own', value: 'own', checked: this.#choice === 'own' })}>
            <label for="place-choice-own">${t('places.own')}${this.#own && html`: <span class="muted">${this.#own.name || `${this.#own.lat.toFixed(5)}, ${this.#own.lon.toFixed(5)}`}</span>`}</label>
          </div>
          <div class="button-row">
            <button type="button" class="button button--small" id="place-point" data-point>${icon('point')} ${t('places.point')}</button>
            ${item.candidates.length > 0 && html`<button type="button" class="button button--quiet button--small" data-show-all>${icon('zoom')} ${t('places.showAll')}</button>`}
          </div>
          <div class="field">
            <label class="field__label" for="queue-search">${t('places.search')}</label>
            <input class="input" type="search" id="queue-search" data-place-search autocomplete="off" aria-describedby="queue-search-count">
          </div>
          <p class="muted" id="queue-search-count" role="status"></p>
          <ul class="found" id="queue-search-found"></ul>
        </fieldset>
        <fieldset class="group">
          <legend class="field__label">${t('places.level')}</legend>
          <div class="choices">${PRECISIONS.map((level) => html`
            <span class="choice"><input type="radio" name="place-precision" ${attributes({ id: `place-precision-${level}`, value: level, checked: this.#precision === level })}>
            <label for="place-precision-${level}">${t(`places.level.${level}`)}</label></span>`)}</div>
        </fieldset>
        ${item.sameText > 1 && html`
          <div class="choice"><input type="checkbox" id="place-same" name="same" checked><label for="place-same">${t('places.all', { count: item.sameText })}</label></div>`}
        <p class="field__error" id="place-error" hidden></p>
        <div class="button-row">
          <button type="submit" class="button button--primary button--small" id="place-save">${icon('check')} ${t('places.settle')}</button>
          <button type="button" class="button button--small" id="place-cannot" data-leave>${t('places.leave')}</button>
        </div>
      </form>`;
  }

  #leaveForm(item) {
    const { t } = this.#app;
    return html`
      <form id="place-leave" class="form">
        <div class="field">
          <label class="field__label" for="place-reason">${t('places.reason')}</label>
          <input class="input" id="place-reason" name="reason" required maxlength="${LONGEST_REASON}" autocomplete="off">
        </div>
        ${item.sameText > 1 && html`
          <div class="choice"><input type="checkbox" id="place-same" name="same" checked><label for="place-same">${t('places.all', { count: item.sameText })}</label></div>`}
        <div class="button-row">
          <button type="submit" class="button button--primary button--small">${icon('check')} ${t('places.leaveSave')}</button>
          <button type="button" class="button button--small" data-stay>${t('cancel')}</button>
        </div>
      </form>`;
  }

  #showLeaving(leaving) {
    this.#leaving = leaving;
    this.#draw();
    document.getElementById(leaving ? 'place-reason' : 'place-cannot')?.focus();
  }

  #marked() {
    const item = this.#item;
    if (!item) return [];
    const places = item.candidates.map((candidate, i) => ({ ...candidate, letter: letterOf(i) }));
    return this.#own ? [...places, { ...this.#own, letter: '●', shape: null }] : places;
  }

  #mark() {
    const places = this.#marked();
    this.#marks?.show(places, this.#choice === 'own' ? places.length - 1 : this.#choice);
  }

  #choose(choice) {
    this.#choice = choice;
    const candidate = this.#item?.candidates[choice];
    if (candidate) {
      this.#precision = candidate.precision;
      const radio = document.getElementById(`place-precision-${candidate.precision}`);
      if (radio) radio.checked = true;
    }
    this.#mark();
  }

  #point() {
    this.#stopPointing();
    const done = (geometry) => {
      this.#stopPointing();
      if (geometry) this.#useOwn({ lon: geometry.coordinates[0], lat: geometry.coordinates[1], name: '' }, 'address');
      document.getElementById('place-point')?.focus();
    };
    this.#app.bus.emit('map:needed', true);
    this.#tool = new this.#DrawTool(this.#app, { shape: 'point', ask: 'places.press', onFinish: done, onCancel: () => done(null) });
    this.#tool.open();
  }

  #stopPointing() {
    if (!this.#tool) return;
    this.#tool.close();
    this.#tool = null;
    this.#app.bus.emit('map:needed', false);
  }

  #useOwn(place, precision) {
    this.#own = place;
    this.#choice = 'own';
    this.#precision = precision;
    this.#draw();
    this.#app.announce(this.#app.t('places.chosen'));
  }

  #search(words) {
    clearTimeout(this.#timer);
    const q = words.trim();
    if (q.length < SEARCH_FROM_LETTERS) this.#showFound([]);
    else this.#timer = setTimeout(() => this.#ask(q), SEARCH_PAUSE_MILLIS);
  }

  async #ask(q) {
    const { api, t } = this.#app;
    try {
      const { body } = await api.get('/api/places', { parameters: { q, limit: 6 }, supersede: 'places-section' });
      this.#showFound(body.places);
    } catch (error) {
      const state = this.#root?.querySelector('#queue-search-count');
      if (!isAbort(error) && state) render(state, html`${error.detail || t('places.failed')}`);
    }
  }

  #showFound(found) {
    const { t } = this.#app;
    this.#found = found;
    const list = this.#root?.querySelector('#queue-search-found');
    if (!list) return;
    render(this.#root.querySelector('#queue-search-count'), html`${found.length > 0 && t('place.found', { count: found.length })}`);
    render(list, html`${found.map((place, i) => html`<li><button type="button" class="found__choose" id="place-found-${i}" data-place-found="${i}">${place.name} <span class="muted">${t(`placeKind.${place.kind}`)}</span></button></li>`)}`);
  }

  #useFound({ lon, lat, name, kind, bounds }) {
    this.#useOwn({ lon, lat, name }, kind === 'street' ? 'street' : 'address');
    this.#app.map.showPlace(lon, lat, bounds);
    document.getElementById('place-save')?.focus();
  }

  async #settle(event) {
    event.preventDefault();
    const item = this.#item;
    const sameText = document.getElementById('place-same')?.checked ?? false;
    const body = settlement({ candidates: item.candidates, choice: this.#choice, own: this.#own, precision: this.#precision, sameText });
    if (!body) {
      this.#missing();
      return;
    }
    await this.#decide(item, 'settle', body, 'places.settled');
  }

  #missing() {
    const { t } = this.#app;
    const error = document.getElementById('place-error');
    error.hidden = false;
    render(error, html`${t('places.chooseFirst')}`);
    this.#app.announce(t('places.chooseFirst'));
    document.querySelector('[name="place-choice"]')?.focus();
  }

  async #leave(event) {
    event.preventDefault();
    const form = event.target;
    const body = { reason: new FormData(form).get('reason').trim(), sameText: document.getElementById('place-same')?.checked ?? false };
    await this.#decide(this.#item, 'leave', body, 'places.left');
  }

  /** Addresses or place names may have come since the files did. */
  async #lookAgain(button) {
    const { api, t, toasts, bus } = this.#app;
    button.disabled = true;
    try {
      const { settled, proposed } = (await api.post('/api/place-queue/look-up')).body;
      this.#clearFault();
      const words = settled + proposed === 0 ? t('places.again.none') : [settled > 0 && t('places.settled', { count: settled }), proposed > 0 && t('places.again.proposed', { count: proposed })].filter(Boolean).join(' ');
      toasts.show(words, { kind: settled > 0 ? 'success' : 'info' });
      bus.emit('inbox:changed');
      if (settled > 0) bus.emit('data:changed');
      else if (proposed > 0) this.#load();
    } catch (error) {
      this.#fault(error);
    } finally {
      button.disabled = false;
    }
  }

  async #decide(item, action, body, words) {
    const { api, t, toasts, bus } = this.#app;
    try {
      const answer = await api.post(`/api/place-queue/${item.id}/${action}`, body, { ifMatch: `"v${item.version}"` });
      const { rows, item: now } = answer.body;
      const next = nextAfter(this.#items, item.id);
      const some = rows < item.sameText;
      this.#clearFault();
      this.#items = this.#items.filter((other) => other !== item);
      this.#waiting -= rows;
      this.#start(next?.id ?? null);
      if (next) document.getElementById(`place-open-${next.id}`)?.focus();
      else document.getElementById('places')?.setAttribute('tabindex', '-1');
      if (!next) document.getElementById('places')?.focus();
      toasts.show(t(words, { count: rows }), { kind: 'success', action: { label: t('places.undo'), run: () => this.#undo(now, rows > 1) } });
      bus.emit('inbox:changed');
      if (action === 'settle') bus.emit('data:changed');
      else if (some || this.#items.length === 0) this.#load();
    } catch (error) {
      this.#fault(error);
      if (error.status === 412) this.#load();
    }
  }

  async #undo({ id, version }, sameText) {
    const { api, bus } = this.#app;
    try {
      await api.post(`/api/place-queue/${id}/reopen`, { sameText }, { ifMatch: `"v${version}"` });
      bus.emit('inbox:changed');
      bus.emit('data:changed');
    } catch (error) {
      this.#fault(error);
    }
  }

  #clearFault() {
    const place = this.#root?.querySelector('#places-fault');
    if (place) render(place, html``);
  }

  #fault(error) {
    const { t } = this.#app;
    const words = error.errors?.[0] ? `${error.errors[0].reason} ${error.errors[0].remedy}` : error.detail || t('places.failed');
    if (this.#root) render(this.#root.querySelector('#places-fault'), notice('danger', words));
  }
}

export const placesSection = new PlacesSection();
