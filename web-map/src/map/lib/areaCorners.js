/**
 * The corners of an area as coordinates that a person reads and writes, so that an area can be given without a map.
 * `system` is 'sweref' (SWEREF 99 TM, north and east in whole metres) or 'wgs84' (latitude and longitude in degrees).
 * Pure functions.
 */
import { cornersOf, geometryOf } from './shapes.js';
import { fromSweref, inSweden, toSweref } from './sweref.js';

export const SYSTEMS = Object.freeze(['sweref', 'wgs84']);
/** As many corners as somebody may be asked to write by hand; a longer outline comes from a file. */
export const MOST_CORNERS = 60;
/** Six decimals of a degree are a decimetre. */
const DEGREE_DECIMALS = 6;
const SWEREF_NORTH = [6_000_000, 7_800_000];
const SWEREF_EAST = [200_000, 1_000_000];

/** The system that suits where an area lies; SWEREF 99 TM until something is known. */
export function systemFor(geometry) {
  const corners = cornersOf(geometry);
  return corners.every(([lon, lat]) => inSweden(lon, lat)) ? 'sweref' : 'wgs84';
}

/** True when the corners of an area can be shown as one list: one part, no holes, not too many. */
export function hasCornerList(geometry) {
  if (!geometry) return true;
  return geometry.type === 'Polygon' && geometry.coordinates.length === 1 && cornersOf(geometry).length <= MOST_CORNERS;
}

/**
 * The rows of the list: two texts for each corner, north and east or latitude and longitude.
 * @returns {string[][]} three empty rows when there is no area yet
 */
export function cornerRows(geometry, system, locale) {
  const corners = cornersOf(geometry);
  if (corners.length === 0) return [['', ''], ['', ''], ['', '']];
  return corners.map(([lon, lat]) => {
    if (system === 'wgs84') return [degrees(lat, locale), degrees(lon, locale)];
    const { north, east } = toSweref(lon, lat);
    return [String(Math.round(north)), String(Math.round(east))];
  });
}

/**
 * Reads the rows. Empty rows are passed over.
 * @returns {{geometry: ?object, faults: {row: number, what: 'number'|'outside'|'half'}[]}} the geometry is null while
 *     there are faults or fewer than three different corners; it may cross itself, which the service mends and shows
 */
export function readCorners(rows, system) {
  const faults = [];
  const corners = [];
  rows.forEach(([first, second], row) => {
    if (!first.trim() && !second.trim()) return;
    const corner = readCorner(first, second, system);
    if (typeof corner === 'string') faults.push({ row, what: corner });
    else corners.push(corner);
  });
  return { geometry: faults.length ? null : geometryOf('area', corners), faults };
}

function readCorner(first, second, system) {
  if (!first.trim() || !second.trim()) return 'half';
  const [a, b] = [readNumber(first), readNumber(second)];
  if (a === null || b === null) return 'number';
  if (system === 'wgs84') return Math.abs(a) <= 90 && Math.abs(b) <= 180 ? [b, a] : 'outside';
  if (!within(a, SWEREF_NORTH) || !within(b, SWEREF_EAST)) return 'outside';
  const { lon, lat } = fromSweref(a, b);
  return [lon, lat];
}

/** A number as people write it: decimal comma or point, spaces between thousands. */
function readNumber(text) {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.').replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function within(value, [least, most]) {
  return value >= least && value <= most;
}

function degrees(value, locale) {
  const text = value.toFixed(DEGREE_DECIMALS);
  return locale === 'sv' ? text.replace('.', ',') : text;
}
