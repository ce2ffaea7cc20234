/** What the pointer touches. `at` = { x, y } in world coordinates and `pixel`, the world size of a screen pixel. */
import { distanceToLine, insideRings } from '../lib/geometry.js';

/** Extra pixels around a symbol that still count as touching it. */
export const SLACK_PIXELS = 4;

/** The nearest point whose symbol is under the pointer; `radius(point)` in pixels. Null when there is none. */
export function nearestPoint(points, at, radius) {
  let best = null;
  let bestDistance = Infinity;
  for (const point of points) {
    const distance = Math.hypot(point.x - at.x, point.y - at.y) / at.pixel;
    if (distance < bestDistance && distance <= radius(point) + SLACK_PIXELS) {
      best = point;
      bestDistance = distance;
    }
  }
  return best;
}

/** True when `shape` = { kind: 'point' | 'line' | 'area', parts } (world coordinates) is under the pointer. */
export function touches(shape, at, pixels = SLACK_PIXELS) {
  const reach = pixels * at.pixel;
  if (shape.kind === 'area' && insideRings(shape.parts, at.x, at.y)) return true;
  return shape.parts.some((part) => distanceToLine(part, at.x, at.y) <= reach);
}
