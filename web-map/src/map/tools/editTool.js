/**
 * Changes a drawn place: take hold of a corner and move it, press between two corners for a new one, move the whole by
 * the handle in its middle. By keyboard each handle is a tab stop: arrow keys move it, Delete takes a corner away.
 */
import * as L from '../leaflet.js';
import { cornersOf, crossesItself, geometryOf, middleOf, shapeOf } from '../lib/shapes.js';
import { placeWords } from '../ui/placeWords.js';
import { Sketch } from './sketch.js';
import { ToolBar } from './toolBar.js';

const STEP = 6;
const LARGE_STEP = 40;
const FEWEST = { point: 1, line: 2, area: 3 };
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export class EditTool {
  static defaults = {
    /** Told the changed GeoJSON geometry. */
    onFinish: () => {},
    onCancel: () => {},
  };

  #app;
  #map;
  #options;
  #shape;
  #corners;
  #history = [];
  #bar;
  #sketch;
  #handles;
  #release = () => {};
  #onKey = (event) => this.#key(event);

  /** @param {object} geometry GeoJSON Point, LineString or Polygon without holes */
  constructor(app, geometry, options = {}) {
    this.#app = app;
    this.#map = app.map.leaflet;
    this.#options = { ...EditTool.defaults, ...options };
    this.#shape = shapeOf(geometry);
    this.#corners = cornersOf(geometry).map((corner) => [...corner]);
  }

  open() {
    const { t } = this.#app;
    this.#release = this.#app.map.holdClicks();
    this.#bar = new ToolBar(this.#app.map.area ?? document.getElementById('map-area'), {
      label: t('edit.title'),
      buttons: [
        { id: 'finish', label: t('draw.finish'), icon: 'check', kind: 'primary' },
        { id: 'undo', label: t('undo'), icon: 'undo' },
        { id: 'cancel', label: t('cancel'), icon: 'close' },
      ],
      onPress: (id) => this.#pressed(id),
    }).open();
    this.#sketch = new Sketch(this.#map).open();
    this.#handles = L.layerGroup().addTo(this.#map);
    this.#map.getContainer().addEventListener('keydown', this.#onKey, true);
    this.#draw('corner-0');
    this.#app.announce(t('edit.start'));
    return this;
  }

  close() {
    this.#map.getContainer().removeEventListener('keydown', this.#onKey, true);
    this.#handles.remove();
    this.#sketch.close();
    this.#bar.close();
    this.#release();
  }

  #pressed(id) {
    if (id === 'finish') this.#finish();
    else if (id === 'undo') this.#undo();
    else this.#options.onCancel();
  }

  #finish() {
    const { t } = this.#app;
    if (this.#shape === 'area' && crossesItself(this.#corners)) {
      this.#bar.say(t('draw.crosses'));
      this.#app.announce(t('draw.crosses'));
      return;
    }
    this.#options.onFinish(geometryOf(this.#shape, this.#corners));
  }

  #undo() {
    const before = this.#history.pop();
    if (before) this.#corners = before;
    this.#draw();
  }

  /** Keeps what was, does the change, draws. */
  #change(step, focusOn = null) {
    this.#history.push(this.#corners.map((corner) => [...corner]));
    step();
    this.#draw(focusOn);
  }

  #draw(focusOn = null) {
    const { t, locale } = this.#app;
    this.#sketch.show(this.#shape, this.#corners, null, this.#shape === 'point');
    this.#handles.clearLayers();
    this.#corners.forEach((corner, i) => this.#handle(`corner-${i}`, corner, t('edit.corner', { number: i + 1 }), (to) => this.#moveCorner(i, to)));
    this.#middles().forEach(({ after, at }) => this.#middle(after, at));
    if (this.#shape !== 'point') this.#handle('whole', middleOf(this.#geometry()), t('edit.whole'), (to, from) => this.#moveWhole(from, to));
    this.#bar.enable('undo', this.#history.length > 0);
    this.#bar.say(placeWords(this.#geometry(), t, locale));
    if (focusOn) this.#map.getContainer().querySelector(`.handle--${focusOn}`)?.focus({ preventScroll: true });
  }

  #geometry() {
    return geometryOf(this.#shape, this.#corners) ?? { type: 'LineString', coordinates: this.#corners };
  }

  /** One thing to take hold of; `move(to, from)` gets lon/lat pairs. */
  #handle(name, [lon, lat], label, move) {
    const kind = name.split('-')[0];
    const marker = L.marker([lat, lon], {
      draggable: true,
      keyboard: true,
      alt: label,
      title: label,
      icon: L.divIcon({ className: `handle handle--${kind} handle--${name}`, iconSize: [24, 24] }),
    });
    marker.on('dragend', () => {
      const { lng, lat: newLat } = marker.getLatLng();
      this.#change(() => move([lng, newLat], [lon, lat]), name);
    });
    this.#handles.addLayer(marker);
    const node = marker.getElement();
    node.setAttribute('aria-label', label);
    node.dataset.handle = name;
  }

  #middle(after, at) {
    const label = this.#app.t('edit.addCorner', { number: after + 1 });
    const marker = L.marker([at[1], at[0]], {
      keyboard: true,
      alt: label,
      title: label,
      icon: L.divIcon({ className: `handle handle--middle handle--middle-${after}`, iconSize: [24, 24] }),
    });
    const add = () => this.#change(() => this.#corners.splice(after + 1, 0, at), `corner-${after + 1}`);
    marker.on('click', add).on('keypress', (event) => event.originalEvent.key === 'Enter' && add());
    this.#handles.addLayer(marker);
    marker.getElement().setAttribute('aria-label', label);
  }

  #middles() {
    if (this.#shape === 'point') return [];
    const closing = this.#shape === 'area' ? this.#corners.length : this.#corners.length - 1;
    return Array.from({ length: closing }, (_, i) => {
      const a = this.#corners[i];
      const b = this.#corners[(i + 1) % this.#corners.length];
      return { after: i, at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
    });
  }

  #moveCorner(i, to) {
    this.#corners[i] = to;
  }

  #moveWhole(from, to) {
    this.#corners = this.#corners.map(([lon, lat]) => [lon + to[0] - from[0], lat + to[1] - from[1]]);
  }

  #key(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#options.onCancel();
      return;
    }
    const name = event.target.dataset?.handle;
    if (!name) return;
    if (ARROWS[event.key]) this.#nudge(name, ARROWS[event.key], event.shiftKey ? LARGE_STEP : STEP);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && name.startsWith('corner')) this.#remove(Number(name.slice(7)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #nudge(name, [dx, dy], pixels) {
    const from = name === 'whole' ? middleOf(this.#geometry()) : this.#corners[Number(name.slice(7))];
    const point = this.#map.latLngToContainerPoint([from[1], from[0]]).add([dx * pixels, dy * pixels]);
    const { lng, lat } = this.#map.containerPointToLatLng(point);
    this.#change(() => (name === 'whole' ? this.#moveWhole(from, [lng, lat]) : this.#moveCorner(Number(name.slice(7)), [lng, lat])), name);
  }

  #remove(i) {
    if (this.#corners.length <= FEWEST[this.#shape]) {
      this.#app.announce(this.#app.t(`draw.tooFew.${this.#shape}`));
      return;
    }
    this.#change(() => this.#corners.splice(i, 1), `corner-${Math.max(0, i - 1)}`);
  }
}
