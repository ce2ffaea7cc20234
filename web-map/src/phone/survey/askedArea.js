/** Whether a place lies where a wave asks. Pure functions; the service decides in any case. */
import { distanceToLine, insideRings } from '../../map/lib/geometry.js';

const METRES_PER_DEGREE = 111_195;

/**
 * True when a place lies in the wave's area or within its margin, or the wave asks of the whole municipality (the service
 * knows how far that reaches).
 * @param {{area: ?object, areaMarginMetres: number}} wave
 * @param {{lon: number, lat: number}} place degrees
 */
export function isAsked({ area, areaMarginMetres }, { lon, lat }) {
  if (!area) return true;
  const rings = ringsOf(area, lon, lat);
  return insideRings(rings, 0, 0) || rings.some((ring) => distanceToLine(ring, 0, 0) <= areaMarginMetres);
}

/** The rings in metres east and north of the place. */
function ringsOf({ type, coordinates }, lon, lat) {
  const east = Math.cos((lat * Math.PI) / 180) * METRES_PER_DEGREE;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.flat().map((ring) => ring.flatMap(([x, y]) => [(x - lon) * east, (y - lat) * METRES_PER_DEGREE]));
}
