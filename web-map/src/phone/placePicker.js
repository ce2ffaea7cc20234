/**
 * Where something is, told on a phone in one of three ways: the phone's own position, an address, or the map moved
 * under a cross. It works with the keyboard, without a map, and without contact with the service.
 *
 *     const picker = new PlacePicker(element, { api, t, locale, bounds, value, onChange }).open();
 *     picker.value      null, or { lon, lat, accuracyMetres, words, how }
 *     picker.close();
 *
 * `lon`, `lat` are WGS 84 degrees and `accuracyMetres` the radius within which the place lies; all three are null when
 * only words are known (option `wordsAlone`: somebody finds them on the map later). `words` is what the place is called
 * or how it was described. `how` is 'gps', 'address', 'map' or 'words'.
 *
 * Needs styles/phone.css, and in the page the import map for Leaflet (as in index.html).
 */
import { html, on, render } from '../map/lib/html.js';
import { formatNumber } from '../map/lib/format.js';
import { inSweden, toSweref } from '../map/lib/sweref.js';
import { icon } from '../map/ui/icons.js';
import { accuracyOf, locationFault } from './placeAccuracy.js';
import { PlaceField } from './placeField.js';

export class PlacePicker {
  static defaults = {
    api: null,
    t: null,
    locale: 'sv',
    /** Where the map begins: [west, south, east, north], degrees. */
    bounds: null,
    /** An area that the place should lie in, or a line it goes on from, drawn on the map: a GeoJSON geometry, or null. */
    area: null,
    /** What was chosen before. */
    value: null,
    /** True when words without a position are an answer too. */
    wordsAlone: false,
    /** Beginning of the ids of its elements. */
    id: 'place',
    searchPath: '/api/places',
    /** Answers `{ name }` for `lon` and `lat`; null when the page may not ask. */
    nearPath: '/api/places/near',
    tiles: '/tiles/base',
    locateMillis: 15_000,
    /** Whether the position is told in numbers too: for those who work with maps. */
    inNumbers: true,
    /** A position that is less sure than this asks to be looked at on the map, metres. */
    unsureMetres: 50,
    onChange: () => {},
  };

  #root;
  #options;
  #value;
  #field = null;
  #map = null;
  #locating = 0;
  #round = 0;
  #stops = [];

  constructor(root, options = {}) {
    this.#root = root;
    this.#options = { ...PlacePicker.defaults, ...options };
    this.#value = this.#options.value;
  }

  get value() {
    return this.#value;
  }

  /** Another area, or a line, to be drawn on the map. */
  set area(geometry) {
    this.#options.area = geometry;
    if (this.#map) this.#map.area = geometry;
  }

  open() {
    const { t, id } = this.#options;
    render(
      this.#root,
      html`
        <div class="picker-place">
          ${navigator.geolocation && html`<button type="button" class="button button--wide picker-place__locate" id="${id}-locate">${icon('locate')} <span>${t('map.locate')}</span></button>`}
          <p class="picker-place__fault" id="${id}-fault" role="alert" hidden></p>
          <div id="${id}-address"></div>
          <div class="picker-place__frame" id="${id}-frame">
            <div class="picker-place__map" id="${id}-map"></div>
            <div class="picker-place__cross" aria-hidden="true"></div>
            <div class="picker-place__zoom">
              <button type="button" class="map-button" id="${id}-zoom-in" aria-label="${t('map.zoomIn')}" title="${t('map.zoomIn')}">${icon('zoom-in')}</button>
              <button type="button" class="map-button" id="${id}-zoom-out" aria-label="${t('map.zoomOut')}" title="${t('map.zoomOut')}">${icon('zoom-out')}</button>
            </div>
          </div>
          <p class="field__hint" id="${id}-help">${t('picker.mapHelp')} <a href="#${id}-field" data-no-map>${t('picker.noMap')}</a></p>
          <button type="button" class="button button--wide" id="${id}-here">${icon('point')} ${t('picker.here')}</button>
          <p class="picker-place__chosen" id="${id}-chosen" role="status"></p>
        </div>`,
    );
    this.#stops = [
      on(this.#root, 'click', `#${id}-locate`, () => this.#locate()),
      on(this.#root, 'click', `#${id}-here`, () => this.#map && this.#chooseOnMap(this.#map.place)),
      on(this.#root, 'click', `#${id}-zoom-in`, () => this.#map?.zoomIn()),
      on(this.#root, 'click', `#${id}-zoom-out`, () => this.#map?.zoomOut()),
      on(this.#root, 'click', '[data-no-map]', (event) => {
        event.preventDefault();
        this.#field.focus();
      }),
    ];
    this.#openField();
    this.#openMap();
    this.#describe();
    return this;
  }

  close() {
    this.#locating++;
    this.#round++;
    for (const stop of this.#stops.splice(0)) stop();
    this.#field?.close();
    this.#map?.close();
    this.#map = null;
    this.#root.replaceChildren();
  }

  #part(name) {
    return this.#root.querySelector(`#${this.#options.id}-${name}`);
  }

  #openField() {
    const { api, t, id, searchPath, bounds } = this.#options;
    this.#field = new PlaceField(this.#part('address'), {
      api,
      t,
      id,
      path: searchPath,
      value: this.#value?.words ?? '',
      near: () => bounds,
      onPlace: (place) => this.#choose({ lon: place.lon, lat: place.lat, accuracyMetres: accuracyOf(place), words: place.name, how: 'address' }),
      onWords: (words) => this.#takeWords(words),
    }).open();
  }

  /** The map is fetched apart, so that the rest can be used at once and without it. */
  async #openMap() {
    const { t, id, bounds, area, tiles } = this.#options;
    const round = ++this.#round;
    try {
      const { PickerMap } = await import('./pickerMap.js');
      if (round !== this.#round) return;
      this.#map = new PickerMap(this.#part('map'), {
        label: t('map.title'),
        describedBy: `${id}-help`,
        bounds,
        area,
        tiles,
        onMoved: (place) => this.#chooseOnMap(place),
        onNoTiles: () => this.#sayNoMap(),
      }).open();
      if (this.#value?.lon != null) this.#map.show(this.#value);
    } catch {
      if (round !== this.#round) return;
      this.#part('frame').hidden = true;
      this.#part('here').hidden = true;
      this.#sayNoMap();
    }
  }

  #sayNoMap() {
    const help = this.#part('help');
    if (help) render(help, html`${this.#options.t('picker.mapAway')}`);
  }

  #locate() {
    const { t, locateMillis } = this.#options;
    const button = this.#part('locate');
    if (button.getAttribute('aria-disabled') === 'true') return;
    const asked = ++this.#locating;
    this.#fault('');
    button.setAttribute('aria-disabled', 'true');
    render(button.querySelector('span'), html`${t('picker.locating')}`);
    const done = (then) => (answer) => {
      if (asked !== this.#locating) return;
      button.setAttribute('aria-disabled', 'false');
      render(button.querySelector('span'), html`${t('map.locate')}`);
      then(answer);
    };
    navigator.geolocation.getCurrentPosition(
      done(({ coords }) => this.#located(coords)),
      done((error) => this.#fault(t(locationFault(error)))),
      { enableHighAccuracy: true, timeout: locateMillis, maximumAge: 10_000 },
    );
  }

  #located({ longitude, latitude, accuracy }) {
    const place = { lon: round(longitude), lat: round(latitude), accuracyMetres: Math.max(1, Math.round(accuracy)) };
    this.#choose({ ...place, words: '', how: 'gps' });
    this.#nameIt();
  }

  #chooseOnMap(place) {
    this.#choose({ ...place, words: '', how: 'map' });
    this.#nameIt();
  }

  /** What people would call the place, when the service can be asked; it is told, not needed. */
  async #nameIt() {
    const { api, nearPath } = this.#options;
    const named = this.#value;
    if (!nearPath) return;
    try {
      const { body } = await api.get(nearPath, { parameters: { lon: named.lon, lat: named.lat }, supersede: `near ${this.#options.id}` });
      if (this.#value === named && body.name) this.#set({ ...named, words: body.name });
    } catch {
      // the place is known without its name
    }
  }

  #choose(value) {
    this.#fault('');
    if (value.how !== 'map') this.#map?.show(value);
    this.#set(value);
  }

  #set(value) {
    this.#value = value;
    this.#field.words = value?.words ?? '';
    this.#describe();
    this.#options.onChange(value);
  }

  /** Words that no place goes by describe the place already chosen, or are the place when words alone are enough. */
  #takeWords(words) {
    const { wordsAlone } = this.#options;
    if (this.#value?.lon != null && this.#value.how !== 'address') this.#set({ ...this.#value, words });
    else if (wordsAlone && words.length > 2) this.#set({ lon: null, lat: null, accuracyMetres: null, words, how: 'words' });
    else if (this.#value) {
      this.#value = null;
      this.#describe();
      this.#options.onChange(null);
    }
  }

  #fault(text) {
    const place = this.#part('fault');
    place.hidden = !text;
    place.textContent = text;
  }

  #describe() {
    render(this.#part('chosen'), html`${this.#inWords()}`);
  }

  #inWords() {
    const { t, locale, unsureMetres, inNumbers } = this.#options;
    if (!this.#value) return t('picker.none');
    const { lon, lat, accuracyMetres, words, how } = this.#value;
    if (how === 'words') return t('picker.wordsOnly', { words });
    const parts = [words ? t('picker.chosen', { words, metres: accuracyMetres }) : t('picker.chosenHere', { metres: accuracyMetres })];
    if (inNumbers) parts.push(coordinates(lon, lat, locale));
    if (accuracyMetres > unsureMetres) parts.push(t(how === 'map' ? 'picker.zoomIn' : 'picker.unsure'));
    return parts.join(' ');
  }
}

/** The position as text, on the Swedish grid within Sweden. */
function coordinates(lon, lat, locale) {
  if (inSweden(lon, lat)) {
    const { north, east } = toSweref(lon, lat);
    return `SWEREF 99 TM N ${Math.round(north)}, E ${Math.round(east)}.`;
  }
  return `WGS 84 ${formatNumber(lat, locale, 5)}; ${formatNumber(lon, locale, 5)}.`;
}

function round(degrees) {
  return Number(degrees.toFixed(6));
}
