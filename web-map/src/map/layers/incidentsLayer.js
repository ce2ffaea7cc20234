/** Incidents as dots whose area follows their number; the service has already put together what lies close. */
import { drawIncident, incidentRadius } from '../lib/symbols.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { nearestPoint } from './hits.js';
import { palette } from './palette.js';
import { PointTiles } from './pointTiles.js';

export class IncidentsLayer {
  static defaults = { pane: 'incidents', opacity: 1 };

  #map;
  #tiles;
  #overlay;
  #colours = palette();
  #hover = null;

  constructor(map, parameters, options = {}) {
    this.#map = map;
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { ...IncidentsLayer.defaults, ...options });
    this.#tiles = new PointTiles(map, 'incidents', parameters, () => this.#overlay.redraw());
  }

  open() {
    this.#overlay.open();
    this.#tiles.open();
    return this;
  }

  close() {
    this.#tiles.close();
    this.#overlay.close();
  }

  set opacity(value) {
    this.#overlay.opacity = value;
  }

  set parameters(parameters) {
    this.#tiles.parameters = parameters;
  }

  /** What lies under the pointer; `at` as `pointer.js` gives it. */
  hit(at) {
    const zoom = this.#map.getZoom();
    const point = nearestPoint(this.#tiles.points, at, ({ properties }) => incidentRadius(properties.count, zoom));
    return point && { kind: 'incidents', point, key: `incidents ${point.x} ${point.y}`, ...point.properties };
  }

  set hover(hit) {
    const point = hit?.kind === 'incidents' ? hit.point : null;
    if (point === this.#hover) return;
    this.#hover = point;
    this.#overlay.redraw();
  }

  #draw(context, view) {
    const points = [...this.#tiles.points].sort((a, b) => b.properties.count - a.properties.count);
    const { minX, minY, maxX, maxY } = view.bounds;
    for (const point of points) {
      if (point.x < minX || point.x > maxX || point.y < minY || point.y > maxY) continue;
      const { count } = point.properties;
      const radius = incidentRadius(count, view.zoom);
      const x = view.x(point.x);
      const y = view.y(point.y);
      drawIncident(context, x, y, radius, this.#colours);
      if (radius >= 8.5 && count >= 10) this.#number(context, x, y, count);
    }
    if (this.#hover) this.#ring(context, view, this.#hover);
  }

  #number(context, x, y, count) {
    context.font = `600 10px ${getComputedStyle(document.body).fontFamily}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = this.#colours.inkOnDark;
    context.fillText(count > 999 ? '999+' : String(count), x, y + 0.5);
  }

  #ring(context, view, { x, y, properties }) {
    context.beginPath();
    context.arc(view.x(x), view.y(y), incidentRadius(properties.count, view.zoom) + 3, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.#colours.selected;
    context.stroke();
  }
}
