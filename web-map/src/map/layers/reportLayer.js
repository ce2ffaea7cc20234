/** Reports from the field as squares on their points; hollow once somebody has decided. Beside crime, never added to it. */
import { boxesMeet } from '../lib/geometry.js';
import { worldX, worldY } from '../lib/mercator.js';
import { drawReport } from '../lib/symbols.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { nearestPoint } from './hits.js';
import { palette } from './palette.js';

const WAITING = ['received', 'seen'];

export class ReportLayer {
  static defaults = { pane: 'reports', opacity: 1, radiusPixels: 7 };

  #options;
  #overlay;
  #colours = palette();
  #points = [];
  #selected = null;

  constructor(map, options = {}) {
    this.#options = { ...ReportLayer.defaults, ...options };
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), this.#options);
  }

  open() {
    this.#overlay.open();
    return this;
  }

  close() {
    this.#overlay.close();
  }

  set opacity(value) {
    this.#overlay.opacity = value;
  }

  /** The features of /data/reports.geojson; one without a place is only in the list, a merged one under the other. */
  set features(features) {
    this.#points = features
      .filter(({ geometry, properties }) => geometry && !properties.duplicateOf)
      .map(({ id, geometry, properties }) => ({ id: Number(id), x: worldX(geometry.coordinates[0]), y: worldY(geometry.coordinates[1]), properties }));
    this.#overlay.redraw();
  }

  set selected(id) {
    this.#selected = id;
    this.#overlay.redraw();
  }

  hit(at) {
    const found = nearestPoint(this.#points, at, () => this.#options.radiusPixels);
    return found ? { kind: 'report', id: found.id, key: `report ${found.id}`, properties: found.properties } : null;
  }

  #draw(context, view) {
    for (const { id, x, y, properties } of this.#points) {
      if (!boxesMeet({ minX: x, maxX: x, minY: y, maxY: y }, view.bounds)) continue;
      drawReport(context, view.x(x), view.y(y), this.#options.radiusPixels, { waiting: WAITING.includes(properties.state), strong: id === this.#selected }, this.#colours);
    }
  }
}
