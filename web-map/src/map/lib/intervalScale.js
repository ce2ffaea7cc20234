/** Where a count and the range that chance alone explains lie on a line, in per cent of its length. Pure. */

/**
 * @param {?number} count
 * @param {{expected: ?number, low: ?number, high: ?number}} chance
 * @returns {?{count: number, expected: number, low: number, high: number, top: number}} null when there is nothing to compare with
 */
export function intervalScale(count, { expected, low, high }) {
  if (![count, expected, low, high].every((value) => typeof value === 'number' && Number.isFinite(value))) return null;
  const top = Math.max(count, high, 1) * 1.08;
  const at = (value) => Math.round((value / top) * 1000) / 10;
  return { count: at(count), expected: at(expected), low: at(low), high: at(high), top };
}
