/** Numbers of a follow-up as they are drawn and asked for. Pure functions. */

/** Marks of the axis: how many times as many incidents as expected. */
const TIMES = [0.1, 0.2, 0.25, 0.5, 0.67, 1, 1.5, 2, 4, 5, 10];
const WIDEST = 10;

/**
 * An estimate RES (above 1: better than the comparison) turned round to "times as many as expected" with its interval.
 * @returns {{times: number, low: number, high: number}}
 */
export function timesOf({ ratio, low, high }) {
  return { times: 1 / ratio, low: 1 / high, high: 1 / low };
}

/** Ends of a log axis that holds all intervals, half and twice as many, at most a tenth to tenfold. */
export function logEnds(rows) {
  let least = 0.5;
  let most = 2;
  for (const { low, high } of rows) {
    least = Math.min(least, low);
    most = Math.max(most, high);
  }
  return { low: Math.max(1 / WIDEST, least / 1.08), high: Math.min(WIDEST, most * 1.08) };
}

/** Where a value lies on a log axis, 0 to 1; what is beyond the axis lies at its end. */
export function logPlace(value, { low, high }) {
  const place = Math.log(value / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, place));
}

/** Marks that lie on the axis and not too close. */
export function logMarks(ends, least = 0.15) {
  const marks = [1];
  for (const value of [...TIMES].sort((a, b) => Math.abs(Math.log(b)) - Math.abs(Math.log(a)))) {
    const place = logPlace(value, ends);
    if (value < ends.low || value > ends.high) continue;
    if (marks.every((mark) => Math.abs(logPlace(mark, ends) - place) >= least)) marks.push(value);
  }
  return marks.sort((a, b) => a - b);
}

/** "−40 %", "+50 %", "0 %" for times as many. */
export function changeOf(times) {
  const percent = Math.round(100 * (times - 1));
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)}`;
}

/** The query of a follow-up from what the form says; what is left as it is chosen for one is left out. */
export function questionOf({ months, years, leftOut, reach, widths, types, comparison }) {
  const question = {};
  if (months) question.months = String(months);
  if (years && String(years) !== '1') question.years = String(years);
  if (leftOut && String(leftOut) !== '1') question.leftOut = String(leftOut);
  if (reach !== undefined && reach !== null && reach !== '') question.reach = String(reach).replace(',', '.');
  if (widths) question.widths = widths.replace(/\s+/g, '');
  if (types?.length) question.types = types.join(',');
  if (comparison) question.comparison = comparison.length ? comparison.join(',') : 'none';
  return question;
}

/**
 * Areas in degrees as paths of a picture, true in shape around their middle.
 * @param {object[]} geometries GeoJSON
 * @param {{width: number, height: number, margin: number}} frame
 * @returns {{paths: string[], metres: number}} metres of one unit of the picture
 */
export function pathsOf(geometries, { width, height, margin }) {
  const rings = geometries.map(ringsOf);
  const places = rings.flat(2);
  const lats = places.map(([, lat]) => lat);
  const lons = places.map(([lon]) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const perLat = 111_195;
  const perLon = perLat * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const metres = Math.max(((east - west) * perLon) / (width - 2 * margin), ((north - south) * perLat) / (height - 2 * margin), 1e-6);
  const left = (width - ((east - west) * perLon) / metres) / 2;
  const top = (height - ((north - south) * perLat) / metres) / 2;
  const at = ([lon, lat]) => `${round(left + ((lon - west) * perLon) / metres)} ${round(top + ((north - lat) * perLat) / metres)}`;
  return { metres, paths: rings.map((parts) => parts.map((ring) => `M${ring.map(at).join('L')}Z`).join('')) };
}

/** The middle of a path's box, where its number stands. */
export function middleOf(path) {
  const numbers = path.match(/-?\d+(\.\d+)?/g).map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return { x: round((Math.min(...xs) + Math.max(...xs)) / 2), y: round((Math.min(...ys) + Math.max(...ys)) / 2) };
}

/** A round length in metres that is about a quarter of the picture. */
export function scaleLength(metresPerUnit, width) {
  const wanted = (metresPerUnit * width) / 4;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= wanted) ?? power;
}

function ringsOf(geometry) {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
}

function round(value) {
  return Math.round(value * 10) / 10;
}
