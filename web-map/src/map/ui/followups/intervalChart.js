/** The verdict drawn: how many times as many incidents as expected, each estimate with its interval, on a log axis. */
import { formatNumber } from '../../lib/format.js';
import { changeOf, logEnds, logMarks, logPlace, timesOf } from '../../lib/followUpScale.js';
import { html } from '../../lib/html.js';

const ROW = 26;
const TOP = 8;
const FOOT = 34;
const LEFT = 150;
const WIDTH = 460;
const RIGHT = 14;

/** @param {object} result a follow-up with estimates */
export function intervalChart(result, { t, locale }) {
  const rows = rowsOf(result, t, locale);
  if (rows.length === 0) return null;
  const ends = logEnds(rows);
  const x = (value) => Math.round((LEFT + logPlace(value, ends) * (WIDTH - LEFT - RIGHT)) * 10) / 10;
  const base = TOP + rows.length * ROW;
  return html`
    <figure class="chart follow-interval">
      <figcaption class="chart__title">${t('followup.chart.title')}</figcaption>
      <svg class="chart__picture" viewBox="0 0 ${WIDTH} ${base + FOOT}" role="img" aria-label="${t('followup.chart.title')}. ${rows.map((row) => `${row.name}: ${row.words}`).join('. ')}">
        <rect class="follow-interval__better" x="${LEFT}" y="${TOP}" width="${x(1) - LEFT}" height="${base - TOP}"></rect>
        ${logMarks(ends).map((mark) => html`
          <line class="${mark === 1 ? 'follow-interval__none' : 'chart__mark'}" x1="${x(mark)}" x2="${x(mark)}" y1="${TOP}" y2="${base}"></line>
          <text class="chart__number" x="${x(mark)}" y="${base + 13}" text-anchor="middle">${changeOf(mark)} %</text>`)}
        <text class="chart__number chart__axis" x="${x(1) - 6}" y="${base + 28}" text-anchor="end">← ${t('followup.chart.fewer')}</text>
        <text class="chart__number chart__axis" x="${x(1) + 6}" y="${base + 28}" text-anchor="start">${t('followup.chart.more')} →</text>
        ${rows.map((row, i) => drawnRow(row, TOP + (i + 0.5) * ROW, x))}
      </svg>
      <p class="chart__note">${t('followup.chart.note')}</p>
    </figure>`;
}

/** The same numbers for who reads rather than looks. */
export function intervalTable(result, { t, locale }) {
  const rows = rowsOf(result, t, locale);
  return html`
    <div class="follow-scroll" tabindex="0" role="region" aria-label="${t('followup.table.estimates')}">
      <table class="follow-table">
        <caption>${t('followup.table.estimates')}</caption>
        <thead><tr><th scope="col">${t('followup.table.what')}</th><th scope="col" class="number">${t('followup.table.res')}</th><th scope="col">${t('followup.table.change')}</th><th scope="col">${t('followup.table.sure')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<tr><th scope="row">${row.name}</th><td class="number">${formatNumber(1 / row.times, locale, 2)} (${formatNumber(1 / row.high, locale, 2)}–${formatNumber(1 / row.low, locale, 2)})</td><td class="nowrap">${row.words}</td><td>${row.sure ? t('followup.sure.yes') : t('followup.sure.no')}</td></tr>`)}</tbody>
      </table>
    </div>`;
}

function rowsOf(result, t, locale) {
  const rows = result.estimates.map((estimate) => ({ ...timesOf(estimate), name: t(`followup.scatter.${estimate.scatter}`), main: estimate.scatter === 'variance-by-mean', kind: 'target' }));
  for (const width of result.around) {
    rows.push({ ...timesOf(width), name: t('followup.whole', { metres: formatNumber(width.width, locale, 0) }), main: false, kind: 'whole' });
  }
  return rows.map((row) => ({
    ...row,
    sure: row.high < 1 || row.low > 1,
    words: t('followup.interval', { at: changeOf(row.times), low: changeOf(row.low), high: changeOf(row.high) }),
  }));
}

/** A square for the target, a ring for the target with its surroundings; filled where the change is sure. */
function drawnRow({ name, low, high, times, main, kind, sure }, y, x) {
  const look = `follow-interval__mark${sure ? ' follow-interval__mark--sure' : ''}`;
  const at = x(times);
  return html`
    <text class="chart__number${main ? ' follow-interval__main' : ''}" x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${name}</text>
    <line class="follow-interval__line${main ? ' follow-interval__line--main' : ''}" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}"></line>
    ${[low, high].map((end) => html`<line class="follow-interval__line" x1="${x(end)}" x2="${x(end)}" y1="${y - 4}" y2="${y + 4}"></line>`)}
    ${kind === 'target' ? html`<rect class="${look}" x="${at - 5}" y="${y - 5}" width="10" height="10"></rect>` : html`<circle class="${look}" cx="${at}" cy="${y}" r="5"></circle>`}`;
}
