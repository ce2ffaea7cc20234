/** How sure a place is that was found by its name, and why a phone did not tell its position. Pure functions. */

const METRES_PER_DEGREE = 111_195;
/** A house on its plot. */
const ADDRESS_METRES = 15;
/** A position somebody typed. */
const COORDINATES_METRES = 5;
const LEAST_METRES = 15;
const MOST_METRES = 5_000;

/**
 * Radius in metres within which a place of GET /api/places lies: half the way across a street or square.
 * @param {{kind: string, bounds: number[]}} place bounds in degrees
 */
export function accuracyOf({ kind, bounds }) {
  if (kind === 'address') return ADDRESS_METRES;
  if (kind === 'coordinates') return COORDINATES_METRES;
  const [west, south, east, north] = bounds;
  const wide = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const metres = (Math.hypot(wide, north - south) / 2) * METRES_PER_DEGREE;
  return Math.round(Math.min(MOST_METRES, Math.max(LEAST_METRES, metres)));
}

/** The text for a GeolocationPositionError: 1 is refused by the person, 3 took too long, 2 is everything else. */
export function locationFault({ code }) {
  return { 1: 'picker.locateDenied', 3: 'picker.locateSlow' }[code] ?? 'picker.locateFailed';
}
