/**
 * Where a measure is: the hotspot's own place, drawn on the map, or by address or coordinates with a radius in metres,
 * so that nobody needs the map to give a place.
 */
import { attributes, html, on, render } from '../lib/html.js';
import { boundsOf, circle, geometryOf, middleOf, shapeOf } from '../lib/shapes.js';
import { isAbort } from '../api.js';
import { DrawTool } from '../tools/drawTool.js';
import { EditTool } from '../tools/editTool.js';
import { PlacePreview } from '../tools/placePreview.js';
import { icon } from './icons.js';
import { placeWords } from './placeWords.js';

const SHAPES = ['point', 'line', 'area'];
/** A radius above this is no longer a place for one measure. */
const LARGEST_RADIUS_METRES = 2000;
const DEFAULT_RADIUS_METRES = 25;
const SMALLEST_RADIUS_METRES = 5;
const SEARCH_FROM_LETTERS = 2;
const SEARCH_PAUSE_MILLIS = 200;

export class PlaceEditor {
  static defaults = {
    geometry: null,
    /** The Feature of the hotspot the measure is for, or null. */
    hotspot: null,
    /** Told each new geometry. */
    onChange: () => {},
    /** Told true when drawing starts and false when it ends, so that the page can make room for the map. */
    onDrawing: () => {},
  };

  #app;
  #root;
  #options;
  #geometry;
  #shapes = SHAPES;
  #addressShape = 'point';
  #route = [];
  #preview;
  #tool = null;
  #found = [];
  #chosenPlace = null;
  #timer = 0;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...PlaceEditor.defaults, ...options };
    this.#geometry = this.#options.geometry;
    this.#preview = new PlacePreview(app);
  }

  get geometry() {
    return this.#geometry;
  }

  get isDrawing() {
    return this.#tool !== null;
  }

  /** The shapes that the chosen measure may have; the first one is proposed. */
  set shapes(shapes) {
    this.#shapes = shapes.length > 0 ? shapes : SHAPES;
    if (!this.#shapes.includes(this.#addressShape)) this.#addressShape = this.#shapes[0];
    if (!this.#tool) this.#draw();
  }

  /** What is wrong with a place for the chosen measure, in words; null when nothing is. */
  fault(geometry) {
    const { t } = this.#app;
    if (!geometry) return t('form.needPlace');
    if (this.#shapes.includes(shapeOf(geometry))) return null;
    return t('place.wrongShape', { shapes: this.#shapes.map((shape) => t(`shape.${shape}`)).join(', ') });
  }

  open() {
    const root = this.#root;
    this.#preview.open();
    this.#stops = [
      on(root, 'click', '[data-shape]', (event, button) => this.#startDrawing(button.dataset.shape)),
      on(root, 'click', '[data-edit-place]', () => this.#startEditing()),
      on(root, 'click', '[data-use]', (event, button) => this.#useHotspot(button.dataset.use)),
      on(root, 'click', '[data-zoom]', () => this.#app.map.fit(this.#geometry)),
      on(root, 'input', '[data-search]', (event, input) => this.#search(input.value)),
      on(root, 'keydown', '[data-search]', (event) => event.key === 'Enter' && event.preventDefault()),
      on(root, 'click', '[data-found]', (event, button) => this.#usePlace(this.#found[Number(button.dataset.found)])),
      on(root, 'change', '[data-radius]', () => this.#chosenPlace?.lon !== undefined && this.#useCircle(this.#chosenPlace)),
      on(root, 'change', '[data-as]', (event, radio) => this.#setAddressShape(radio.value)),
    ];
    this.#draw();
    this.#preview.show(this.#geometry);
    return this;
  }

  close() {
    this.#stopTool();
    clearTimeout(this.#timer);
    this.#preview.close();
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Takes a geometry from outside, such as the proposal for a newly chosen measure. */
  set geometry(geometry) {
    this.#geometry = geometry;
    this.#preview.show(geometry);
    this.#draw();
  }

  /** The hotspot's place in a shape that the measure may have: its middle, else its outline; a line has none. */
  proposalFor(shapes) {
    const { hotspot } = this.#options;
    if (!hotspot) return null;
    if (shapes.length === 0 || shapes.includes('point')) return middlePoint(hotspot);
    return shapes.includes('area') ? outlineOf(hotspot) : null;
  }

  #draw() {
    const { t, locale } = this.#app;
    render(
      this.#root,
      html`
        <fieldset class="group" data-field="geometry">
          <legend class="group__title">${t('place.title')}</legend>
          <p class="place__words" id="place-words">${icon(shapeOf(this.#geometry) ?? 'point')} ${placeWords(this.#geometry, t, locale)}
            ${this.#geometry && html`<button type="button" class="button button--quiet button--small" id="place-zoom" data-zoom>${icon('zoom')} ${t('hotspot.zoom')}</button>`}
          </p>
          <div class="button-row">
            ${this.#options.hotspot && this.#shapes.includes('point') && html`<button type="button" class="button button--small" id="place-middle" data-use="middle">${icon('point')} ${t('place.useMiddle')}</button>`}
            ${this.#options.hotspot && this.#shapes.includes('area') && html`<button type="button" class="button button--small" id="place-outline" data-use="outline">${icon('area')} ${t('place.useOutline')}</button>`}
            ${this.#shapes.map((shape) => html`<button type="button" class="button button--small" id="place-draw-${shape}" data-shape="${shape}">${icon(shape)} ${t(`place.draw.${shape}`)}</button>`)}
            ${this.#mayEdit() && html`<button type="button" class="button button--small" id="place-edit" data-edit-place>${icon('move')} ${t('place.edit')}</button>`}
          </div>
          <details class="disclosure" ${attributes({ open: this.#chosenPlace !== null })}>
            <summary>${t('place.byAddress')}</summary>
            <div class="disclosure__body">${this.#byAddress()}</div>
          </details>
          <p class="field__error" hidden></p>
        </fieldset>`,
    );
    this.#drawFound();
  }

  #byAddress() {
    const { t } = this.#app;
    return html`
      <div class="field">
        <label class="field__label" for="measure-place-search">${t('place.search')}</label>
        <p class="field__hint" id="measure-place-hint">${t('place.searchHint')}</p>
        <input class="input" type="search" id="measure-place-search" data-search autocomplete="off" aria-describedby="measure-place-hint place-found-count" value="${this.#chosenPlace?.name ?? ''}">
      </div>
      <p class="muted" id="place-found-count" role="status"></p>
      <ul class="found" id="place-found"></ul>
      ${this.#shapes.length > 1 && html`
        <fieldset class="group">
          <legend class="field__label">${t('place.as')}</legend>
          <div class="choices">${this.#shapes.map((shape) => html`
            <span class="choice"><input type="radio" name="place-as" data-as ${attributes({ id: `place-as-${shape}`, value: shape, checked: shape === this.#addressShape })}>
            <label for="place-as-${shape}">${t(`shape.${shape}`)}</label></span>`)}</div>
        </fieldset>`}
      ${this.#addressShape === 'line' && html`<p class="field__hint">${this.#route.length === 0 ? t('place.lineHint') : t('place.lineSoFar', { names: this.#route.map((place) => place.name).join(' → ') })}</p>`}
      ${this.#addressShape === 'area' && this.#radiusField()}`;
  }

  #radiusField() {
    const { t } = this.#app;
    return html`
      <div class="field">
        <label class="field__label" for="place-radius">${t('place.radius')}</label>
        <p class="field__hint" id="place-radius-hint">${t('place.radiusHint')}</p>
        <input class="input input--number" type="number" id="place-radius" data-radius min="5" max="${LARGEST_RADIUS_METRES}" step="5" inputmode="numeric" aria-describedby="place-radius-hint" value="${this.#chosenPlace?.radius ?? DEFAULT_RADIUS_METRES}">
      </div>`;
  }

  /** Corners can be moved on everything we draw ourselves; an area in several parts or with holes is only replaced. */
  #mayEdit() {
    const geometry = this.#geometry;
    return geometry && ['Point', 'LineString', 'Polygon'].includes(geometry.type) && (geometry.type !== 'Polygon' || geometry.coordinates.length === 1);
  }

  #startDrawing(shape) {
    this.#startTool(
      new DrawTool(this.#app, {
        shape,
        onFinish: (geometry) => this.#finishTool(geometry, `place-draw-${shape}`),
        onCancel: () => this.#finishTool(null, `place-draw-${shape}`),
      }),
    );
  }

  #startEditing() {
    const bounds = boundsOf(this.#geometry);
    if (bounds) this.#app.map.fit(this.#geometry, { animate: false });
    this.#startTool(
      new EditTool(this.#app, this.#geometry, {
        onFinish: (geometry) => this.#finishTool(geometry, 'place-edit'),
        onCancel: () => this.#finishTool(null, 'place-edit'),
      }),
    );
  }

  #startTool(tool) {
    this.#stopTool();
    this.#preview.show(null);
    this.#options.onDrawing(true);
    this.#tool = tool;
    tool.open();
  }

  #stopTool() {
    if (!this.#tool) return;
    this.#tool.close();
    this.#tool = null;
    this.#options.onDrawing(false);
  }

  #finishTool(geometry, focusOn) {
    this.#stopTool();
    if (geometry) this.#choose(geometry);
    else this.#preview.show(this.#geometry);
    document.getElementById(focusOn)?.focus();
  }

  #choose(geometry) {
    const { t, locale } = this.#app;
    this.#geometry = geometry;
    this.#preview.show(geometry);
    this.#draw();
    this.#app.announce(t('place.chosen', { place: placeWords(geometry, t, locale) }));
    this.#options.onChange(geometry);
  }

  #useHotspot(what) {
    const { hotspot } = this.#options;
    this.#chosenPlace = null;
    this.#choose(what === 'outline' ? outlineOf(hotspot) : middlePoint(hotspot));
  }

  #search(words) {
    clearTimeout(this.#timer);
    if (words.trim().length < SEARCH_FROM_LETTERS) {
      this.#found = [];
      this.#drawFound();
      return;
    }
    this.#timer = setTimeout(() => this.#ask(words.trim()), SEARCH_PAUSE_MILLIS);
  }

  async #ask(q) {
    const { api, t } = this.#app;
    const count = this.#root.querySelector('#place-found-count');
    try {
      const answer = await api.get('/api/places', { parameters: { q, limit: 8 }, supersede: 'place-editor' });
      this.#found = answer.body.places;
      this.#drawFound();
      render(count, html`${t('place.found', { count: this.#found.length })}`);
    } catch (error) {
      if (!isAbort(error)) render(count, html`${error.detail || t('place.searchFailed')}`);
    }
  }

  #drawFound() {
    const { t } = this.#app;
    render(
      this.#root.querySelector('#place-found'),
      html`${this.#found.map((place, i) => html`<li><button type="button" class="found__choose" id="found-${i}" data-found="${i}">${place.name} <span class="muted">${t(`placeKind.${place.kind}`)}</span></button></li>`)}`,
    );
  }

  #usePlace(place) {
    this.#found = [];
    if (this.#addressShape === 'line') this.#extendRoute(place);
    else if (this.#addressShape === 'area') this.#useCircle(place);
    else this.#usePoint(place);
  }

  #usePoint(place) {
    this.#chosenPlace = place;
    this.#choose({ type: 'Point', coordinates: [place.lon, place.lat] });
    this.#app.map.fit(this.#geometry);
    document.getElementById('measure-place-search')?.focus();
  }

  #useCircle(place) {
    const typed = Number(this.#root.querySelector('#place-radius').value);
    const radius = Math.min(LARGEST_RADIUS_METRES, Math.max(SMALLEST_RADIUS_METRES, Number.isFinite(typed) ? typed : DEFAULT_RADIUS_METRES));
    this.#chosenPlace = { ...place, radius };
    this.#choose(circle([place.lon, place.lat], radius));
    this.#app.map.fit(this.#geometry);
    document.getElementById('place-radius')?.focus();
  }

  /** A line goes from place to place in the order they are chosen. */
  #extendRoute(place) {
    this.#chosenPlace = { ...place, name: '' };
    this.#route = [...this.#route, place];
    const line = geometryOf('line', this.#route.map(({ lon, lat }) => [lon, lat]));
    if (line) {
      this.#choose(line);
      this.#app.map.fit(line);
    } else this.#draw();
    document.getElementById('measure-place-search')?.focus();
  }

  #setAddressShape(shape) {
    this.#addressShape = shape;
    this.#route = [];
    this.#chosenPlace ??= { name: '' };
    this.#draw();
    document.getElementById(`place-as-${shape}`)?.focus();
  }
}

function middlePoint(hotspot) {
  return { type: 'Point', coordinates: hotspot.properties.centre ?? middleOf(hotspot.geometry) };
}

/** The hotspot's outline as one area: of several parts the one with most corners, without holes. */
function outlineOf({ geometry }) {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const [largest] = [...polygons].sort((a, b) => b[0].length - a[0].length);
  return { type: 'Polygon', coordinates: [largest[0]] };
}
