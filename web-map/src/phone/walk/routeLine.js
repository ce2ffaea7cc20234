/** The route of a walk as places in order: [longitude, latitude] in WGS 84 degrees. Pure functions. */

/** About a decimetre, degrees: what a press of the same button twice gives. */
const SAME = 1e-6;

/** True when a place is where the route already ends. */
export function isLast(corners, { lon, lat }) {
  const [x, y] = corners.at(-1) ?? [];
  return x !== undefined && Math.abs(x - lon) < SAME && Math.abs(y - lat) < SAME;
}

/** The route as GeoJSON; null while it has less than two places and is no line yet. */
export function lineOf(corners) {
  return corners.length > 1 ? { type: 'LineString', coordinates: corners } : null;
}
