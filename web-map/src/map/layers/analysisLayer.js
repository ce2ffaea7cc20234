/**
 * The places of the open analysis, coloured by class. Each class has its own fill, outline and letters; the one that
 * list or pointer is on is drawn last and heavier.
 */
import { classesOf } from '../lib/analysisClasses.js';
import { boundsOf, boxesMeet } from '../lib/geometry.js';
import { worldGeometry } from '../lib/mercator.js';
import { Brushes, fillArea, paintArea, paintMark, paintPoint } from './analysisMarks.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { touches } from './hits.js';
import { palette } from './palette.js';

/** Small areas filled in one go. */
const TOGETHER = 40;

export class AnalysisLayer {
  /** A place gets the letters of its class when it is at least so many pixels wide and high, an outline when so wide. */
  static defaults = { pane: 'analysis', opacity: 1, markFromPixels: 28, outlineFromPixels: 7, pointPixels: 9 };

  #options;
  #overlay;
  #colours = palette();
  #shapes = [];
  #fed = null;
  #hovered = null;

  constructor(map, options = {}) {
    this.#options = { ...AnalysisLayer.defaults, ...options };
    const { pane, opacity } = this.#options;
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { pane, opacity });
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

  /** The features of an answer; those without a geometry are in the table only. */
  set features(features) {
    if (features === this.#fed) return;
    this.#fed = features;
    const { classOf } = classesOf(features);
    this.#shapes = features.flatMap((feature, id) => {
      if (!feature.geometry) return [];
      const shape = worldGeometry(feature.geometry);
      return [{ id, properties: feature.properties, style: classOf(feature).style, box: boundsOf(shape.parts), ...shape }];
    });
    this.#hovered = null;
    this.#overlay.redraw();
  }

  set hovered(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#overlay.redraw();
  }

  /** The smallest place under the pointer, so that a place within another can be reached. */
  hit(at) {
    const reach = this.#options.pointPixels * at.pixel;
    const size = ({ box }) => (box.maxX - box.minX) * (box.maxY - box.minY);
    const found = this.#shapes
      .filter(({ box }) => at.x >= box.minX - reach && at.x <= box.maxX + reach && at.y >= box.minY - reach && at.y <= box.maxY + reach)
      .filter((shape) => touches(shape, at, shape.kind === 'area' ? 0 : this.#options.pointPixels))
      .sort((a, b) => size(a) - size(b))[0];
    return found ? { kind: 'analysis', id: found.id, key: `analysis ${found.id}`, properties: found.properties } : null;
  }

  #draw(context, view) {
    const brushes = new Brushes(this.#colours);
    const scale = Number(this.#colours.mapTextScale) || 1;
    const font = `650 ${Math.round(11 * scale)}px ${getComputedStyle(document.body).fontFamily}`;
    const seen = this.#shapes.filter(({ box }) => boxesMeet(box, view.bounds));
    const small = seen.filter((shape) => this.#isSmall(shape, view));
    this.#fillTogether(context, view, small, brushes);
    for (const shape of seen) if (shape.id !== this.#hovered && !this.#isSmall(shape, view)) this.#paint(context, view, shape, brushes, 0);
    for (const shape of seen) this.#letter(context, view, shape, font);
    const hovered = seen.find(({ id }) => id === this.#hovered);
    if (hovered) this.#paint(context, view, hovered, brushes, 1);
  }

  /** An area of a few pixels is filled and nothing more. */
  #isSmall({ kind, style, box }, view) {
    return kind === 'area' && style.fill !== 'none' && view.x(box.maxX) - view.x(box.minX) < this.#options.outlineFromPixels;
  }

  /** Some areas of one class are one path: fewer calls than one each, and a path of thousands is slow to fill. */
  #fillTogether(context, view, shapes, brushes) {
    for (const style of new Set(shapes.map((shape) => shape.style))) {
      const alike = shapes.filter((shape) => shape.style === style);
      for (let i = 0; i < alike.length; i += TOGETHER) {
        context.beginPath();
        for (const shape of alike.slice(i, i + TOGETHER)) this.#trace(context, view, shape);
        fillArea(context, style, brushes);
      }
    }
  }

  #trace(context, view, { kind, parts }) {
    for (const part of parts) {
      for (let i = 0; i < part.length; i += 2) {
        if (i) context.lineTo(view.x(part[i]), view.y(part[i + 1]));
        else context.moveTo(view.x(part[0]), view.y(part[1]));
      }
      if (kind === 'area') context.closePath();
    }
  }

  #paint(context, view, shape, brushes, strength) {
    const { kind, parts, style } = shape;
    if (kind === 'point') {
      for (const [x, y] of parts) paintPoint(context, view.x(x), view.y(y), style, this.#colours, strength);
      return;
    }
    context.beginPath();
    this.#trace(context, view, shape);
    paintArea(context, kind === 'area' ? style : { ...style, fill: 'none' }, brushes, this.#colours, strength);
  }

  #letter(context, view, { kind, box, style }, font) {
    if (!style.mark || kind !== 'area') return;
    const [left, right, top, bottom] = [view.x(box.minX), view.x(box.maxX), view.y(box.minY), view.y(box.maxY)];
    if (right - left < this.#options.markFromPixels || bottom - top < this.#options.markFromPixels) return;
    paintMark(context, (left + right) / 2, (top + bottom) / 2, style.mark, this.#colours, font);
  }
}
