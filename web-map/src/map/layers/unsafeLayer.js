/** Places marked in surveys: triangles where people feel unsafe, ticked squares where they feel safe. */
import { drawUnsafePlace } from '../lib/symbols.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { nearestPoint } from './hits.js';
import { palette } from './palette.js';
import { PointTiles } from './pointTiles.js';

export class UnsafeLayer {
  static defaults = { pane: 'unsafe', opacity: 1 };

  #map;
  #tiles;
  #overlay;
  #colours = palette();
  #hover = null;

  constructor(map, parameters, options = {}) {
    this.#map = map;
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { ...UnsafeLayer.defaults, ...options });
    this.#tiles = new PointTiles(map, 'unsafe-places', parameters, () => this.#overlay.redraw());
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

  hit(at) {
    const zoom = this.#map.getZoom();
    const point = nearestPoint(this.#tiles.points, at, ({ properties }) => radiusOf(properties.count, zoom));
    return point && { kind: 'unsafe', point, key: `unsafe ${point.x} ${point.y}`, ...point.properties };
  }

  set hover(hit) {
    const point = hit?.kind === 'unsafe' ? hit.point : null;
    if (point === this.#hover) return;
    this.#hover = point;
    this.#overlay.redraw();
  }

  #draw(context, view) {
    for (const point of this.#tiles.points) {
      const radius = radiusOf(point.properties.count, view.zoom);
      drawUnsafePlace(context, view.x(point.x), view.y(point.y), radius, point.properties.safe, this.#colours);
    }
    if (!this.#hover) return;
    context.beginPath();
    context.arc(view.x(this.#hover.x), view.y(this.#hover.y), radiusOf(this.#hover.properties.count, view.zoom) + 5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.#colours.selected;
    context.stroke();
  }
}

function radiusOf(count, zoom) {
  const base = zoom >= 16 ? 6.5 : zoom >= 15 ? 5 : zoom >= 13 ? 3.6 : 3;
  return Math.min(12, base * Math.pow(count ?? 1, 0.3));
}
