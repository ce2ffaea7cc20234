/**
 * The areas that survey waves are about, as broad broken outlines with the wave's name: where people are or were asked.
 * A wave about the whole municipality has none.
 */
import { boxesMeet, boundsOf } from '../lib/geometry.js';
import { worldGeometry } from '../lib/mercator.js';
import { drawWaveLine } from '../lib/symbols.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { palette } from './palette.js';

const LABEL_PIXELS = 13;
/** An outline smaller than this has no room for a name, in pixels. */
const LEAST_WIDTH = 70;

export class WaveLayer {
  static defaults = { pane: 'waves', opacity: 1 };

  #overlay;
  #colours = palette();
  #areas = [];

  constructor(map, options = {}) {
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { ...WaveLayer.defaults, ...options });
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

  /** The waves of /api/survey-waves. */
  set features(waves) {
    this.#areas = waves
      .filter(({ area }) => area)
      .map(({ area, title, phase }) => {
        const { parts } = worldGeometry(area);
        return { parts, box: boundsOf(parts), title, asking: phase === 'open' };
      });
    this.#overlay.redraw();
  }

  #draw(context, view) {
    const shown = this.#areas.filter(({ box }) => boxesMeet(box, view.bounds));
    for (const { parts, asking } of shown) drawWaveLine(context, parts.map((part) => onView(part, view)), asking, this.#colours);
    for (const area of shown) this.#drawTitle(context, view, area);
  }

  /** Inside the outline's upper edge, where it does not lie on what is in the middle. */
  #drawTitle(context, view, { box, title }) {
    const left = view.x(box.minX);
    const width = view.x(box.maxX) - left;
    if (width < LEAST_WIDTH) return;
    context.save();
    context.font = `600 ${LABEL_PIXELS}px ${getComputedStyle(document.body).fontFamily}`;
    context.textAlign = 'center';
    context.textBaseline = 'bottom';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = this.#colours.paper;
    context.fillStyle = this.#colours.wave;
    const [x, y] = [left + width / 2, view.y(box.minY) - 4];
    context.strokeText(title, x, y, Math.max(width, 2 * LEAST_WIDTH));
    context.fillText(title, x, y, Math.max(width, 2 * LEAST_WIDTH));
    context.restore();
  }
}

function onView(part, view) {
  const line = new Float64Array(part.length);
  for (let i = 0; i < part.length; i += 2) {
    line[i] = view.x(part[i]);
    line[i + 1] = view.y(part[i + 1]);
  }
  return line;
}
