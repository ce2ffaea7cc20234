/**
 * A tiled layer of points drawn as marks: fetches, draws, tells what is under the pointer and rings it. How a point
 * looks is told by `marks`:
 *
 *     radius(point, zoom)                    pixels, of the mark that is touched and ringed
 *     draw(context, points, view, colours)   all points in view, `view` as `canvasOverlay.js` has it
 */
import { CanvasOverlay } from './canvasOverlay.js';
import { nearestPoint } from './hits.js';
import { palette } from './palette.js';
import { PointTiles } from './pointTiles.js';

export class PointLayer {
  /** `kind` names a hit and the map pane; `tiles` is the service's name of the layer; `ringPixels` is outside the mark. */
  static defaults = { kind: '', tiles: '', opacity: 1, ringPixels: 3 };

  #map;
  #marks;
  #options;
  #tiles;
  #overlay;
  #colours = palette();
  #hover = null;

  constructor(map, parameters, marks, options = {}) {
    this.#map = map;
    this.#marks = marks;
    this.#options = { ...PointLayer.defaults, ...options };
    const { kind, tiles, opacity } = this.#options;
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { pane: kind, opacity });
    this.#tiles = new PointTiles(map, tiles, parameters, () => this.#overlay.redraw());
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
    const { kind } = this.#options;
    const zoom = this.#map.getZoom();
    const point = nearestPoint(this.#tiles.points, at, (each) => this.#marks.radius(each, zoom));
    return point && { kind, point, key: `${kind} ${point.x} ${point.y}`, ...point.properties };
  }

  set hover(hit) {
    const point = hit?.kind === this.#options.kind ? hit.point : null;
    if (point === this.#hover) return;
    this.#hover = point;
    this.#overlay.redraw();
  }

  #draw(context, view) {
    const { minX, minY, maxX, maxY } = view.bounds;
    const inView = this.#tiles.points.filter(({ x, y }) => x >= minX && x <= maxX && y >= minY && y <= maxY);
    this.#marks.draw(context, inView, view, this.#colours);
    if (this.#hover) this.#ring(context, view, this.#hover);
  }

  #ring(context, view, point) {
    context.beginPath();
    context.arc(view.x(point.x), view.y(point.y), this.#marks.radius(point, view.zoom) + this.#options.ringPixels, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.#colours.selected;
    context.stroke();
  }
}
