/**
 * Draws a point, a line or an area on the map with the pointer, a finger or the keyboard: arrow keys move a cross,
 * Enter sets a corner, Backspace takes the last one back, Enter twice at the same place finishes, Esc gives up. Buttons
 * do the same.
 */
import * as L from '../leaflet.js';
import { areaSquareMetres, crossesItself, geometryOf, lengthMetres } from '../lib/shapes.js';
import { formatArea, formatLength } from '../lib/format.js';
import { Crosshair } from './crosshair.js';
import { Sketch } from './sketch.js';
import { ToolBar } from './toolBar.js';

/** A press this near the first corner of an area, or the last of a line, finishes it (a finger is wide). */
const CLOSE_PIXELS = 14;
const FEWEST = { point: 1, line: 2, area: 3 };

export class DrawTool {
  static defaults = {
    shape: 'point',
    /** What is asked for before anything is drawn: a key of the texts; null asks where a measure is to be. */
    ask: null,
    /** Told the drawn GeoJSON geometry. */
    onFinish: () => {},
    onCancel: () => {},
  };

  #app;
  #map;
  #options;
  #corners = [];
  #pointer = null;
  #bar;
  #sketch;
  #cross;
  #release = () => {};
  #onClick = (event) => this.#press(event.latlng);
  #onMove = (event) => this.#hover(event.latlng);
  #onDouble = (event) => {
    L.DomEvent.stop(event);
    this.#finish();
  };
  #onKey = (event) => this.#key(event);
  #hadDoubleClickZoom = true;

  constructor(app, options = {}) {
    this.#app = app;
    this.#map = app.map.leaflet;
    this.#options = { ...DrawTool.defaults, ...options };
  }

  open() {
    const { t } = this.#app;
    const { shape } = this.#options;
    this.#release = this.#app.map.holdClicks();
    this.#bar = new ToolBar(this.#app.map.area ?? document.getElementById('map-area'), {
      label: t(`draw.title.${shape}`),
      buttons: [
        ...(shape === 'point' ? [] : [{ id: 'finish', label: t('draw.finish'), icon: 'check', kind: 'primary' }, { id: 'undo', label: t('draw.undo'), icon: 'undo' }]),
        { id: 'cancel', label: t('cancel'), icon: 'close' },
      ],
      onPress: (id) => this.#pressed(id),
    }).open();
    this.#sketch = new Sketch(this.#map).open();
    this.#cross = new Crosshair(this.#map).open();
    this.#hadDoubleClickZoom = this.#map.doubleClickZoom.enabled();
    this.#map.doubleClickZoom.disable();
    this.#map.keyboard.disable();
    this.#map.on('click', this.#onClick).on('mousemove', this.#onMove).on('dblclick', this.#onDouble);
    const container = this.#map.getContainer();
    container.addEventListener('keydown', this.#onKey);
    container.classList.add('map--drawing');
    container.focus({ preventScroll: true });
    this.#draw();
    this.#app.announce(`${this.#asked()} ${t('draw.keys')}`);
    return this;
  }

  close() {
    const container = this.#map.getContainer();
    container.removeEventListener('keydown', this.#onKey);
    container.classList.remove('map--drawing');
    this.#map.off('click', this.#onClick).off('mousemove', this.#onMove).off('dblclick', this.#onDouble);
    if (this.#hadDoubleClickZoom) this.#map.doubleClickZoom.enable();
    this.#map.keyboard.enable();
    this.#cross.close();
    this.#sketch.close();
    this.#bar.close();
    this.#release();
  }

  #asked() {
    const { ask, shape } = this.#options;
    return this.#app.t(ask ?? `draw.start.${shape}`);
  }

  #pressed(id) {
    if (id === 'finish') this.#finish();
    else if (id === 'undo') this.#undo();
    else this.#options.onCancel();
  }

  #press(place) {
    this.#cross.hide();
    if (this.#closes(place)) this.#finish();
    else this.#add(place);
  }

  /** True when a press at a place means "done" rather than another corner. */
  #closes(place) {
    const { shape } = this.#options;
    if (shape === 'point' || this.#corners.length < FEWEST[shape]) return false;
    const end = shape === 'area' ? this.#corners[0] : this.#corners[this.#corners.length - 1];
    const at = (latlng) => this.#map.latLngToContainerPoint(latlng);
    return at(place).distanceTo(at([end[1], end[0]])) <= CLOSE_PIXELS;
  }

  #add({ lng, lat }) {
    this.#corners.push([lng, lat]);
    if (this.#options.shape === 'point') {
      this.#finish();
      return;
    }
    this.#draw();
    this.#app.announce(`${this.#app.t('draw.corner', { count: this.#corners.length })} ${this.#size()}`);
  }

  #undo() {
    if (this.#corners.length === 0) return;
    this.#corners.pop();
    this.#draw();
    this.#app.announce(this.#app.t('draw.undone', { count: this.#corners.length }));
  }

  #finish() {
    const { t } = this.#app;
    const geometry = geometryOf(this.#options.shape, this.#corners);
    if (!geometry) return this.#say(t(`draw.tooFew.${this.#options.shape}`));
    if (this.#options.shape === 'area' && crossesItself(this.#corners)) return this.#say(t('draw.crosses'));
    return this.#options.onFinish(geometry);
  }

  #hover({ lng, lat }) {
    this.#pointer = [lng, lat];
    if (this.#corners.length > 0) this.#sketch.show(this.#options.shape, this.#corners, this.#pointer);
  }

  #key(event) {
    if (event.target !== this.#map.getContainer()) return;
    if (this.#cross.takeKey(event)) {
      const { lng, lat } = this.#cross.place;
      this.#hover({ lng, lat });
    } else if (event.key === 'Enter' || event.key === ' ') this.#setAtCross();
    else if (event.key === 'Backspace' || (event.key === 'z' && (event.ctrlKey || event.metaKey))) this.#undo();
    else if (event.key === 'Escape') this.#options.onCancel();
    else if (event.key === '+' || event.key === '-') this.#map.setZoom(this.#map.getZoom() + (event.key === '+' ? 1 : -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #setAtCross() {
    this.#cross.show();
    const place = this.#cross.place;
    const last = this.#corners[this.#corners.length - 1];
    const stays = last && this.#map.latLngToContainerPoint(place).distanceTo(this.#map.latLngToContainerPoint([last[1], last[0]])) < 2;
    if (stays || this.#closes(place)) this.#finish();
    else this.#add(place);
  }

  #draw() {
    const { shape } = this.#options;
    const { t } = this.#app;
    this.#sketch.show(shape, this.#corners, this.#corners.length > 0 ? this.#pointer : null);
    if (shape !== 'point') {
      this.#bar.enable('finish', this.#corners.length >= FEWEST[shape]);
      this.#bar.enable('undo', this.#corners.length > 0);
    }
    this.#bar.say(this.#corners.length === 0 ? this.#asked() : `${t('draw.corner', { count: this.#corners.length })} ${this.#size()}`);
  }

  #size() {
    const { locale } = this.#app;
    const { shape } = this.#options;
    const geometry = geometryOf(shape, this.#corners);
    if (!geometry) return '';
    return shape === 'line' ? formatLength(lengthMetres(geometry.coordinates), locale) : formatArea(areaSquareMetres(geometry), locale);
  }

  #say(text) {
    this.#bar.say(text);
    this.#app.announce(text);
  }
}
