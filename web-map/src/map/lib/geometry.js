/**
 * Plane geometry on flat arrays x0, y0, x1, y1 … in any one unit (pixels, tile units): what a pointer touches and where
 * a label goes. Pure functions.
 */

/** Squared distance from (x, y) to the segment a–b. */
function segmentDistance2(x, y, ax, ay, bx, by) {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const t = length2 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  const ex = x - ax - t * dx;
  const ey = y - ay - t * dy;
  return ex * ex + ey * ey;
}

/** Distance from a point to a line; Infinity when the line has no point. */
export function distanceToLine(line, x, y) {
  let best = Infinity;
  if (line.length === 2) return Math.hypot(x - line[0], y - line[1]);
  for (let i = 0; i + 3 < line.length; i += 2) {
    best = Math.min(best, segmentDistance2(x, y, line[i], line[i + 1], line[i + 2], line[i + 3]));
  }
  return Math.sqrt(best);
}

/** True when the point is inside the rings by the even-odd rule: holes and several polygons in one go. */
export function insideRings(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const crosses = ring[i + 1] > y !== ring[j + 1] > y;
      if (crosses && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) inside = !inside;
    }
  }
  return inside;
}

/** Signed area of a ring (positive when it turns from x towards y). */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  return sum / 2;
}

/** Length of a line. */
export function lineLength(line) {
  let sum = 0;
  for (let i = 0; i + 3 < line.length; i += 2) sum += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
  return sum;
}

/** The box around parts as { minX, minY, maxX, maxY }. */
export function boundsOf(parts) {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      box.minX = Math.min(box.minX, part[i]);
      box.maxX = Math.max(box.maxX, part[i]);
      box.minY = Math.min(box.minY, part[i + 1]);
      box.maxY = Math.max(box.maxY, part[i + 1]);
    }
  }
  return box;
}

/** True when two boxes { minX, minY, maxX, maxY } share a point. */
export function boxesMeet(a, b) {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/**
 * The straightest stretch of `line` that is at least `width` long, for a label along a street:
 * { x, y, angle } of its middle with angle in -90°..90° (radians) so that the text is never upside down, or null when
 * the line is shorter or bends more than `bend` radians there.
 */
export function labelPlace(line, width, bend = 0.35) {
  const total = lineLength(line);
  if (total < width) return null;
  let best = null;
  for (const share of [0.5, 0.3, 0.7]) {
    const start = pointAlong(line, Math.max(0, Math.min(total - width, total * share - width / 2)));
    const middle = pointAlong(line, start.at + width / 2);
    const end = pointAlong(line, start.at + width);
    const turn = Math.abs(angleBetween(Math.atan2(middle.y - start.y, middle.x - start.x), Math.atan2(end.y - middle.y, end.x - middle.x)));
    if (turn <= bend && (!best || turn < best.turn)) {
      best = { x: middle.x, y: middle.y, turn, angle: upright(Math.atan2(end.y - start.y, end.x - start.x)) };
    }
  }
  return best;
}

function pointAlong(line, distance) {
  let left = distance;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const step = Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
    if (left <= step || i + 5 >= line.length) {
      const t = step ? Math.min(1, left / step) : 0;
      return { at: distance, x: line[i] + t * (line[i + 2] - line[i]), y: line[i + 1] + t * (line[i + 3] - line[i + 1]) };
    }
    left -= step;
  }
  return { at: 0, x: line[0], y: line[1] };
}

function angleBetween(a, b) {
  return Math.atan2(Math.sin(b - a), Math.cos(b - a));
}

function upright(angle) {
  if (angle > Math.PI / 2) return angle - Math.PI;
  return angle <= -Math.PI / 2 ? angle + Math.PI : angle;
}
