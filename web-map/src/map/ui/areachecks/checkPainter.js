/**
 * How the areas of a check look on the map. Each kind differs from the others by its line, not by its colour alone:
 * what is drawn, the alternative, the buffer, the areas answered for, hotspots, and an outline before it was mended.
 * Drawn on a canvas, so that the map on paper is the map on the screen.
 */
import { metresPerPixel, worldGeometry } from '../../lib/mercator.js';
import { middleOf } from '../../lib/shapes.js';

const HATCH_APART = 7;

/** By kind, from back to front; colours are names of tokens. */
export const KINDS = Object.freeze({
  covered: { fill: 'analysis-step2', fillOpacity: 0.38, line: 'analysis-step4', width: 1.5 },
  neighbourhood: { line: 'line-strong', width: 2, dash: [1, 5] },
  few: { fill: 'ground-deep', fillOpacity: 0.5, line: 'analysis-step4', width: 1.5, hatch: 'line-strong' },
  outside: { fill: 'paper', fillOpacity: 0.75, line: 'danger', width: 1.5, dash: [2, 3], hatch: 'danger' },
  buffer: { fill: 'action', fillOpacity: 0.1, line: 'action', width: 1.5 },
  before: { line: 'danger', width: 2.5, dash: [2, 4] },
  crime: { fill: 'crime', fillOpacity: 0.1, line: 'crime', width: 2.5 },
  unsafety: { fill: 'unsafety', fillOpacity: 0.1, line: 'unsafety', width: 2.5, dash: [6, 3] },
  area: { fill: 'ink', fillOpacity: 0.06, line: 'ink', width: 3, halo: true },
  alternative: { fill: 'ink', fillOpacity: 0.03, line: 'ink', width: 3, dash: [10, 6], halo: true },
});
const ORDER = Object.keys(KINDS);

/** Paints shapes, { kind, geometry, metres?, label? }; `metres` widens the shape by that much on all sides. */
export function paintShapes(context, view, shapes, latitude) {
  const token = tokens();
  const sorted = [...shapes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const shape of sorted) {
    const path = pathOf(shape.geometry, view);
    if (shape.metres) paintWidened(context, path, KINDS[shape.kind], shape.metres / metresPerPixel(latitude, view.zoom), token);
    else paint(context, path, KINDS[shape.kind], token);
  }
  for (const shape of sorted) if (shape.label) paintLabel(context, view, shape, token);
}

function tokens() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

function pathOf(geometry, view) {
  const path = new Path2D();
  for (const ring of worldGeometry(geometry).parts) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [view.x(ring[i]), view.y(ring[i + 1])];
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

function paint(context, path, { fill, fillOpacity = 1, line, width, dash = [], hatch = null, halo = false }, token) {
  context.save();
  context.lineJoin = 'round';
  if (fill) {
    context.globalAlpha = fillOpacity;
    context.fillStyle = token(fill);
    context.fill(path, 'evenodd');
    context.globalAlpha = 1;
  }
  if (hatch) paintHatch(context, path, token(hatch));
  if (halo) {
    context.strokeStyle = token('paper');
    context.lineWidth = width + 3;
    context.stroke(path);
  }
  context.setLineDash(dash);
  context.strokeStyle = token(line);
  context.lineWidth = width;
  context.stroke(path);
  context.restore();
}

function paintHatch(context, path, colour) {
  context.save();
  context.clip(path, 'evenodd');
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.globalAlpha = 0.6;
  context.beginPath();
  const { width, height } = context.canvas;
  for (let x = -height; x < width; x += HATCH_APART) {
    context.moveTo(x, 0);
    context.lineTo(x + height, height);
  }
  context.stroke();
  context.restore();
}

/** A line as thick as twice the distance, drawn on a sheet of its own: its outer edge lies the distance away, round at corners. */
function paintWidened(context, path, style, pixels, token) {
  const sheet = new OffscreenCanvas(context.canvas.width, context.canvas.height);
  const ink = sheet.getContext('2d');
  ink.setTransform(context.getTransform());
  ink.lineJoin = 'round';
  ink.fillStyle = ink.strokeStyle = token(style.line);
  ink.lineWidth = 2 * pixels + style.width;
  ink.stroke(path);
  ink.fill(path, 'evenodd');
  ink.globalCompositeOperation = 'destination-out';
  ink.lineWidth = Math.max(0.1, 2 * pixels - style.width);
  ink.stroke(path);
  ink.fill(path, 'evenodd');
  ink.globalCompositeOperation = 'destination-over';
  ink.clip(around(path, sheet), 'evenodd');
  ink.globalAlpha = style.fillOpacity;
  ink.strokeStyle = token(style.fill);
  ink.lineWidth = 2 * pixels;
  ink.stroke(path);
  context.save();
  context.resetTransform();
  context.drawImage(sheet, 0, 0);
  context.restore();
}

/** All but a path, filled by the even-odd rule. */
function around(path, { width, height }) {
  const all = new Path2D();
  all.rect(-width, -height, 3 * width, 3 * height);
  all.addPath(path);
  return all;
}

function paintLabel(context, view, { geometry, label }, token) {
  const [lon, lat] = middleOf(geometry);
  const { parts } = worldGeometry({ type: 'Point', coordinates: [lon, lat] });
  const [x, y] = [view.x(parts[0][0]), view.y(parts[0][1])];
  context.save();
  context.font = `${token('weight-bold')} 16px ${token('font')}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 5;
  context.strokeStyle = token('paper');
  context.strokeText(label, x, y);
  context.fillStyle = token('ink');
  context.fillText(label, x, y);
  context.restore();
}
