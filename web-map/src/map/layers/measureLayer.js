/** Measures as points, lines and areas; the disc tells how far each has come, a red mark that it is late. */
import { boundsOf, boxesMeet } from '../lib/geometry.js';
import { worldGeometry } from '../lib/mercator.js';
import { drawMeasure, measureDash } from '../lib/symbols.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { nearestPoint, touches } from './hits.js';
import { palette } from './palette.js';

export class MeasureLayer {
  static defaults = { pane: 'measures', opacity: 1, radiusPixels: 9 };

  #options;
  #overlay;
  #colours = palette();
  #shapes = [];
  #selected = null;
  #hovered = null;

  constructor(map, options = {}) {
    this.#options = { ...MeasureLayer.defaults, ...options };
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

  /** The features of GET /api/measures; one that has no place yet is only in the list. */
  set features(features) {
    this.#shapes = features
      .filter(({ geometry }) => geometry)
      .map(({ id, geometry, properties }) => {
        const shape = worldGeometry(geometry);
        const sign = signPlace(shape);
        return { id: String(id), properties, box: boundsOf(shape.parts), ...shape, ...sign };
      });
    this.#overlay.redraw();
  }

  set selected(id) {
    this.#selected = id && String(id);
    this.#overlay.redraw();
  }

  set hovered(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#overlay.redraw();
  }

  hit(at) {
    const found = nearestPoint(this.#shapes, at, () => this.#options.radiusPixels) ?? this.#shapes.find((shape) => this.#onLine(shape, at));
    return found ? { kind: 'measure', id: found.id, key: `measure ${found.id}`, properties: found.properties } : null;
  }

  /** Only the edge of an area counts: what lies within it stays reachable. */
  #onLine(shape, at) {
    return shape.kind !== 'point' && touches({ kind: 'line', parts: shape.parts }, at, 6);
  }

  #draw(context, view) {
    const seen = this.#shapes.filter(({ box }) => boxesMeet(box, view.bounds));
    for (const shape of seen) if (shape.kind !== 'point') this.#line(context, view, shape);
    for (const shape of seen) this.#sign(context, view, shape);
  }

  #line(context, view, { id, kind, parts, properties }) {
    const strong = id === this.#selected || id === this.#hovered;
    context.beginPath();
    for (const part of parts) {
      for (let i = 0; i < part.length; i += 2) {
        if (i) context.lineTo(view.x(part[i]), view.y(part[i + 1]));
        else context.moveTo(view.x(part[0]), view.y(part[1]));
      }
      if (kind === 'area') context.closePath();
    }
    context.lineJoin = context.lineCap = 'round';
    if (kind === 'area') {
      context.fillStyle = this.#colours.measure;
      context.globalAlpha = strong ? 0.22 : 0.12;
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    context.setLineDash([]);
    context.strokeStyle = this.#colours.paper;
    context.lineWidth = strong ? 9 : 6.5;
    context.stroke();
    context.strokeStyle = id === this.#selected ? this.#colours.selected : this.#colours.measure;
    context.lineWidth = strong ? 5 : 3.5;
    context.setLineDash(measureDash(properties.status));
    context.stroke();
    context.setLineDash([]);
  }

  #sign(context, view, { id, x, y, properties }) {
    const px = view.x(x);
    const py = view.y(y);
    const radius = this.#options.radiusPixels;
    if (id === this.#selected || id === this.#hovered) {
      context.beginPath();
      context.arc(px, py, radius + 5, 0, 2 * Math.PI);
      context.fillStyle = this.#colours.selected;
      context.fill();
    }
    drawMeasure(context, px, py, radius, properties, this.#colours);
  }
}

/** Where the disc goes: on a point itself, in the middle of a line, at the top corner of an area. */
function signPlace({ kind, parts }) {
  const part = parts[0];
  if (kind === 'line') {
    const i = Math.floor(part.length / 4) * 2;
    return { x: part[i], y: part[i + 1] };
  }
  let best = 0;
  if (kind === 'area') for (let i = 0; i < part.length; i += 2) if (part[i + 1] < part[best + 1]) best = i;
  return { x: part[best], y: part[best + 1] };
}
