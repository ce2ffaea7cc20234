/**
 * Incidents as dots whose area follows their number; the service has already put together what lies close. Those that
 * lie somewhere along a street or in an area are a band or a hatched field below the dots.
 */
import { drawIncident, incidentRadius } from '../lib/symbols.js';
import { palette } from './palette.js';
import { PointLayer } from './pointLayer.js';
import { shapePainter } from './shapePainter.js';
import { TileSource } from './tileSource.js';
import { VectorTileLayer } from './vectorTileLayer.js';

/** A dot that is smaller has no room for its number. */
const NUMBERED_FROM = { pixels: 8.5, count: 10 };

const DOTS = {
  radius: ({ properties }, zoom) => incidentRadius(properties.count, zoom),

  /** The large ones first, so that they hide no small ones. */
  draw(context, points, view, colours) {
    for (const point of points.sort((a, b) => b.properties.count - a.properties.count)) {
      const { count } = point.properties;
      const radius = DOTS.radius(point, view.zoom);
      const [x, y] = [view.x(point.x), view.y(point.y)];
      drawIncident(context, x, y, radius, colours);
      if (radius >= NUMBERED_FROM.pixels && count >= NUMBERED_FROM.count) writeNumber(context, x, y, count, colours);
    }
  },
};

export class IncidentsLayer {
  #map;
  #dots;
  #parameters;
  #shapes = null;
  #opacity = 1;

  constructor(map, parameters) {
    this.#map = map;
    this.#parameters = parameters;
    this.#dots = new PointLayer(map, parameters, DOTS, { kind: 'incidents', tiles: 'incidents' });
  }

  open() {
    this.#dots.open();
    this.#openShapes();
    return this;
  }

  close() {
    this.#dots.close();
    this.#shapes?.remove();
    this.#shapes = null;
  }

  set opacity(value) {
    this.#opacity = value;
    this.#dots.opacity = value;
    this.#shapes?.setOpacity(value);
  }

  set parameters(parameters) {
    this.#parameters = parameters;
    this.#dots.parameters = parameters;
    if (this.#shapes) {
      this.#shapes.remove();
      this.#openShapes();
    }
  }

  hit(at) {
    return this.#dots.hit(at);
  }

  set hover(hit) {
    this.#dots.hover = hit;
  }

  #openShapes() {
    const source = new TileSource('incident-shapes', this.#parameters);
    this.#shapes = new VectorTileLayer(source, shapePainter(palette()), { pane: 'incidents', opacity: this.#opacity }).addTo(this.#map);
  }
}

function writeNumber(context, x, y, count, colours) {
  context.font = `600 10px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.inkOnDark;
  context.fillText(count > 999 ? '999+' : String(count), x, y + 0.5);
}
