/**
 * What may be said about a hotspot's count against the same months of earlier years, and nothing more than that.
 * Answers keys of the texts, not sentences, so that both languages say the same.
 */

import { formatNumber } from './format.js';

/**
 * @param {number} count in the period shown
 * @param {?{status: string, expected: ?number, low: ?number, high: ?number, years: number[], counts: number[]}} comparison
 * @param {boolean} overNewYear whether the period shown begins in one year and ends in the next: 2024 then reads 2024/25
 * Readers who may not see single incidents get the status and the years without numbers; so do the words then.
 *
 * @returns {{key: string, args: object, sure: boolean}} `sure` is false when no change may be claimed
 */
export function comparisonWords(count, comparison, overNewYear = false) {
  const years = span(comparison?.years ?? [], overNewYear);
  if (!comparison || comparison.status === 'no-history' || years === '') return { key: 'compare.noHistory', args: {}, sure: false };
  if (comparison.status === 'too-few') return { key: 'compare.tooFew', args: { count, years }, sure: false };
  const { expected, low, high } = comparison;
  if (comparison.expected === undefined) return { key: `compare.told.${comparison.status}`, args: { years }, sure: comparison.status !== 'persistent' };
  if (comparison.status === 'new') return { key: 'compare.new', args: { count, years, before: comparison.counts.map((n) => n ?? '<5').join(', ') }, sure: true };
  if (comparison.status === 'gone') return { key: 'compare.gone', args: { years, before: comparison.counts.map((n) => n ?? '<5').join(', ') }, sure: true };
  if (!isNumber(expected) || !isNumber(low) || !isNumber(high)) return { key: 'compare.noHistory', args: {}, sure: false };
  const args = { count, expected: whole(expected), low: whole(low), high: whole(high), years };
  if (comparison.status === 'growing') return { key: 'compare.more', args, sure: true };
  if (comparison.status === 'fading') return { key: 'compare.fewer', args, sure: true };
  return { key: 'compare.noSureChange', args, sure: false };
}

/** A hotspot's comparison; when none was made, one that claims nothing. */
export function comparisonOf({ comparison }) {
  return comparison ?? { status: 'no-history', expected: null, low: null, high: null, years: [], counts: [] };
}

/** "73 (51–99)": what was expected, with the range that chance alone explains; a dash when nothing is known. */
export function expectedInterval({ expected, low, high }, locale) {
  const written = (value) => formatNumber(value, locale, 0);
  return isNumber(expected) ? `${written(expected)} (${written(low)}–${written(high)})` : '–';
}

/** "2022–2024" for [2022, 2023, 2024]; the single year for one; the years with commas where some are missing. */
export function span(years, overNewYear = false) {
  if (years.length === 0) return '';
  const written = (year) => (overNewYear ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : String(year));
  const inOrder = [...years].sort((a, b) => a - b);
  const first = inOrder[0];
  const last = inOrder[inOrder.length - 1];
  if (first === last) return written(first);
  return last - first === inOrder.length - 1 ? `${written(first)}–${written(last)}` : inOrder.map(written).join(', ');
}

function isNumber(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Counts are whole: a tenth of an incident would pretend a precision nobody has. */
function whole(value) {
  return Math.round(value);
}
