/**
 * What a place of an analysis is called: the name of the hotspot it covers or lies beside. Coordinates are degrees, and
 * distances are short enough to reckon on a plane.
 */
import { boundsOfGeometry } from './bounds.js';

const METRES_PER_DEGREE = 111_320;
/** Farther away than this a name would mislead. */
const REACH_METRES = 120;

/**
 * @param {?object} geometry GeoJSON
 * @param {object[]} hotspots features of /api/hotspots, with `name` and `centre` [lon, lat]
 * @returns {?string} the nearest name within reach
 */
export function nameNear(geometry, hotspots, reachMetres = REACH_METRES) {
  if (!geometry) return null;
  const [west, south, east, north] = boundsOfGeometry(geometry);
  const middle = [(west + east) / 2, (south + north) / 2];
  const across = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  let best = null;
  for (const { properties } of hotspots) {
    const [lon, lat] = properties.centre ?? [NaN, NaN];
    const outside = Math.hypot(Math.max(west - lon, 0, lon - east) * across, Math.max(south - lat, 0, lat - north) * METRES_PER_DEGREE);
    const apart = Math.hypot((lon - middle[0]) * across, (lat - middle[1]) * METRES_PER_DEGREE);
    if (outside <= reachMetres && (!best || apart < best.apart)) best = { name: properties.name, apart };
  }
  return best?.name ?? null;
}

/** Names of several places, each once, in their order. */
export function namesNear(features, hotspots) {
  return [...new Set(features.map(({ geometry }) => nameNear(geometry, hotspots)).filter(Boolean))];
}
