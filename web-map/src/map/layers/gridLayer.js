/**
 * A coordinate grid for towns without a base map, so that the map is never grey nothing: SWEREF 99 TM in Sweden, with
 * the coordinates at the edges; elsewhere degrees.
 */
import { latOf, lonOf, worldX, worldY } from '../lib/mercator.js';
import { fromSweref, inSweden, toSweref } from '../lib/sweref.js';
import { mapColours } from './baseStyle.js';
import { CanvasOverlay } from './canvasOverlay.js';

/** Distances between lines, metres and degrees; the smallest that keeps lines 90 px apart is taken. */
const METRES = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];
const DEGREES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
const APART_PIXELS = 90;
const BENDS = 8;

export class GridLayer {
  static defaults = { pane: 'grid', opacity: 1 };

  #overlay;
  #colours = mapColours();
  #format;

  /** `format(number)` writes a coordinate. */
  constructor(map, format, options = {}) {
    this.#format = format;
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { ...GridLayer.defaults, ...options });
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

  #draw(context, view) {
    const corners = cornersOf(view.bounds);
    const system = corners.every(([lon, lat]) => inSweden(lon, lat)) ? SWEREF : GEOGRAPHIC;
    const own = corners.map(([lon, lat]) => system.to(lon, lat));
    const range = (axis) => [Math.min(...own.map((c) => c[axis])), Math.max(...own.map((c) => c[axis]))];
    const [a0, a1] = range(0);
    const [b0, b1] = range(1);
    const step = system.steps.find((each) => (each / (a1 - a0)) * view.width >= APART_PIXELS) ?? system.steps.at(-1);
    context.strokeStyle = this.#colours.grid;
    context.lineWidth = 1;
    context.fillStyle = this.#colours['grid-text'];
    context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
    for (let a = Math.ceil(a0 / step) * step; a <= a1; a += step) this.#line(context, view, system, (b) => [a, b], [b0, b1], a, true);
    for (let b = Math.ceil(b0 / step) * step; b <= b1; b += step) this.#line(context, view, system, (a) => [a, b], [a0, a1], b, false);
  }

  #line(context, view, system, at, [from, to], value, upwards) {
    context.beginPath();
    for (let i = 0; i <= BENDS; i++) {
      const [lon, lat] = system.from(...at(from + ((to - from) * i) / BENDS));
      const x = view.x(worldX(lon));
      const y = view.y(worldY(lat));
      if (i) context.lineTo(x, y);
      else context.moveTo(x, y);
    }
    context.stroke();
    const [lon, lat] = system.from(...at(from + (to - from) / 2));
    context.save();
    context.translate(view.x(worldX(lon)), view.y(worldY(lat)));
    if (upwards) context.rotate(-Math.PI / 2);
    context.fillText(this.#format(Number(value.toFixed(3))), 4, -4);
    context.restore();
  }
}

const SWEREF = {
  steps: METRES,
  to: (lon, lat) => {
    const { north, east } = toSweref(lon, lat);
    return [east, north];
  },
  from: (east, north) => {
    const { lon, lat } = fromSweref(north, east);
    return [lon, lat];
  },
};
const GEOGRAPHIC = { steps: DEGREES, to: (lon, lat) => [lon, lat], from: (lon, lat) => [lon, lat] };

function cornersOf({ minX, minY, maxX, maxY }) {
  return [[minX, minY], [maxX, minY], [minX, maxY], [maxX, maxY]].map(([x, y]) => [lonOf(x), latOf(Math.min(0.999, Math.max(0.001, y)))]);
}
