/**
 * The disclosure report of a release as rows: what is shown, what is hidden and why, area by area. A hidden number is in
 * nobody's hands, so it is not in here either. Pure.
 */

/** Why a number is hidden, in the order in which the reasons are explained. */
export const REASONS = ['few', 'dwelling', 'complementary', 'crossing', 'changed'];

/**
 * One row for each area in one series, in the order of the report, with the number that stands on the map.
 *
 * @returns {{number: number, area: string, name: string, count: ?number, class: ?string, fate: string}[]} `fate` is `shown`
 *     or one of REASONS
 */
export function areaRows({ cells }, series) {
  return cells.filter((cell) => cell.series === series).map((cell, i) => ({ number: i + 1, area: cell.area, name: cell.areaName, count: cell.shown ? cell.count : null, class: cell.shown ? cell.class : null, fate: cell.shown ? 'shown' : cell.reason ?? 'few' }));
}

/** How many areas there are of each fate, without those that there are none of: [{ fate, count }]. */
export function fates(rows) {
  return ['shown', ...REASONS, 'refused'].map((fate) => ({ fate, count: rows.filter((row) => row.fate === fate).length })).filter(({ count }) => count > 0);
}

/** Areas as outlineSketch takes them: rings in degrees, with the middle of the largest part. */
export function sketchPlaces(areas) {
  return areas.map(({ rings }) => ({ outline: { coordinates: rings }, centre: middleOf(rings) }));
}

/** The middle of the box around the largest polygon. */
function middleOf(rings) {
  const boxes = rings.map(([outer]) => {
    const lons = outer.map(([lon]) => lon);
    const lats = outer.map(([, lat]) => lat);
    return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) };
  });
  const [largest] = boxes.sort((a, b) => size(b) - size(a));
  return [(largest.west + largest.east) / 2, (largest.south + largest.north) / 2];
}

function size({ west, east, south, north }) {
  return (east - west) * (north - south);
}

/** Ids of the areas that refusals are about, each once. */
export function refusedAreas(refusals) {
  return [...new Set(refusals.flatMap(({ areas }) => areas))];
}

/** What changed since the last release, largest interest first: what was shown and is hidden, then the other way, then the rest. */
export function changedCells({ cells }) {
  const rank = ({ before, now }) => (now === 'few' ? 0 : before === 'few' ? 1 : 2);
  return [...cells].sort((a, b) => rank(a) - rank(b));
}
