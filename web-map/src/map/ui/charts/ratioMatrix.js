/**
 * The near-repeat table: how many times more often than chance a pair lies within a distance and a time of each other.
 * It is a table to begin with; shade, weight of the frame and words tell how much more and how surely.
 */
import { columnOf, named, valuesOf } from '../../lib/analysisCharts.js';
import { plainNumber, valueWords } from '../../lib/analysisWords.js';
import { html } from '../../lib/html.js';

/** From this ratio a cell is shaded: a fifth more than chance is what the field calls a near repeat. */
const SHADES = [1.2, 1.5, 2];
const SURE = 0.05;

export function ratioMatrix(table, { t, title }) {
  const spaces = bandsOf(table, 'fromSpace', 'toSpace');
  const times = bandsOf(table, 'fromTime', 'toTime');
  const at = (space, time) => table.rows.findIndex((_, i) => spaces.keyOf(i) === space.key && times.keyOf(i) === time.key);
  return html`
    <figure class="chart">
      <div class="table-scroll" tabindex="0" role="region" aria-label="${title}">
        <table class="table matrix">
          <caption class="chart__title">${title}</caption>
          <thead><tr><th scope="col">${t('analysis.matrix.corner')}</th>${times.bands.map((time) => html`<th scope="col">${t('analysis.matrix.days', { band: words(time, t) })}</th>`)}</tr></thead>
          <tbody>${spaces.bands.map((space) => html`<tr><th scope="row">${t('analysis.matrix.metres', { band: words(space, t) })}</th>${times.bands.map((time) => cell(table, at(space, time), t))}</tr>`)}</tbody>
        </table>
      </div>
      <p class="chart__note">${t('analysis.matrix.how')}</p>
    </figure>`;
}

function cell(table, row, t) {
  if (row < 0) return html`<td>–</td>`;
  const ratio = valuesOf(table, 'ratio')[row];
  const p = named(table, 'p')?.[row] ?? null;
  if (typeof ratio !== 'number') return html`<td>–</td>`;
  const sure = typeof p === 'number' && p <= SURE;
  const shade = sure ? SHADES.filter((limit) => ratio >= limit).length : 0;
  return html`<td class="matrix__cell matrix__cell--${shade} ${sure && 'matrix__cell--sure'}">
    <strong>${t('analysis.matrix.times', { ratio: plainNumber(Math.round(ratio * 100) / 100, t.locale) })}</strong>
    ${p !== null && html`<span class="matrix__sure">${t(sure ? 'analysis.matrix.sure' : 'analysis.matrix.unsure')} (p\u00a0${valueWords('p', p, t).replace(' ', '\u00a0')})</span>`}
    <span class="matrix__count">${counts(table, row, t)}</span>
  </td>`;
}

function counts(table, row, t) {
  const observed = named(table, 'observed')?.[row];
  const expected = named(table, 'expected')?.[row];
  if (typeof observed !== 'number' || typeof expected !== 'number') return '';
  return t('analysis.matrix.counts', { observed: plainNumber(observed, t.locale), expected: plainNumber(expected, t.locale) });
}

/** The bands of one direction in order; a missing end means "and beyond". */
function bandsOf(table, from, to) {
  const lows = columnOf(table, from) >= 0 ? valuesOf(table, from) : null;
  const highs = valuesOf(table, to);
  const keyOf = (i) => `${lows?.[i] ?? ''}|${highs[i] ?? ''}`;
  const seen = new Map(table.rows.map((_, i) => [keyOf(i), { key: keyOf(i), low: lows?.[i] ?? null, high: highs[i] }]));
  const bands = [...seen.values()].sort((a, b) => (a.high ?? Infinity) - (b.high ?? Infinity));
  bands.forEach((band, i) => (band.low ??= i === 0 ? 0 : bands[i - 1].high));
  return { bands, keyOf };
}

function words({ low, high }, t) {
  if (high === 0 || (low === high && low !== null)) return plainNumber(high, t.locale);
  return high === null || high === undefined ? t('analysis.matrix.beyond', { from: plainNumber(low, t.locale) }) : `${plainNumber(low, t.locale)}–${plainNumber(high, t.locale)}`;
}
