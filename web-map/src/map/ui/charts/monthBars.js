/**
 * Counts month by month as bars, with a line at what was to be expected; the same numbers stand in a table beneath.
 */
import { html } from '../../lib/html.js';
import { countScale } from '../../lib/chartScale.js';
import { formatMonth, formatNumber } from '../../lib/format.js';
import { barCount, toldCount } from '../../lib/told.js';

const WIDTH = 360;
const HEIGHT = 132;
const LEFT = 26;
const BOTTOM = 18;
const TOP = 6;

/**
 * @param {{month: string, count: ?number}[]} counted without gaps; a count told as a band is drawn at its middle, one not told as none
 * @param {{t: Function, locale: string, label: string, unit?: string, expectedPerMonth?: ?number}} options
 */
export function monthBars(counted, { t, locale, label, expectedPerMonth = null }) {
  const months = counted.map((each) => ({ month: each.month, count: barCount(each), written: toldCount(each) ?? t('count.hidden'), hidden: toldCount(each) === null }));
  const largest = Math.max(0, expectedPerMonth ?? 0, ...months.map((m) => m.count));
  const { top, marks } = countScale(largest);
  const y = (count) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / top);
  const slot = (WIDTH - LEFT) / Math.max(1, months.length);
  return html`
    <figure class="chart">
      <figcaption class="chart__title">${label}</figcaption>
      <svg class="chart__picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary(months, t, locale, label)}">
        ${marks.map((mark) => html`
          <line class="chart__mark" x1="${LEFT}" x2="${WIDTH}" y1="${y(mark)}" y2="${y(mark)}"></line>
          <text class="chart__number" x="${LEFT - 5}" y="${y(mark) + 3.5}" text-anchor="end">${formatNumber(mark, locale, 0)}</text>`)}
        ${months.map(({ month, count, written }, i) => html`
          <rect class="chart__bar" x="${LEFT + i * slot + slot * 0.14}" width="${slot * 0.72}" y="${y(count)}" height="${y(0) - y(count)}" rx="1">
            <title>${formatMonth(month, locale)}: ${written}</title>
          </rect>
          ${labelled(i, months.length) && html`<text class="chart__number" x="${LEFT + (i + 0.5) * slot}" y="${HEIGHT - 4}" text-anchor="middle">${shortMonth(month, locale, months.length)}</text>`}`)}
        ${expectedPerMonth !== null && html`<line class="chart__expected" x1="${LEFT}" x2="${WIDTH}" y1="${y(expectedPerMonth)}" y2="${y(expectedPerMonth)}"></line>`}
      </svg>
      ${expectedPerMonth !== null && html`<p class="chart__key"><span class="chart__key-line" aria-hidden="true"></span> ${t('chart.expected', { expected: formatNumber(expectedPerMonth, locale, 1) })}</p>`}
      ${months.some(({ hidden }) => hidden) && html`<p class="chart__note">${t('count.hiddenWhy')}</p>`}
      ${twin(months, t, locale, label)}
    </figure>`;
}

function summary(months, t, locale, label) {
  if (months.length === 0) return label;
  const most = months.reduce((best, m) => (m.count > best.count ? m : best));
  const total = months.reduce((sum, m) => sum + m.count, 0);
  if (months.some(({ count, written }) => count > 0 && written !== count)) return `${label}. ${t('told.monthsSummary', { months: months.length, most: most.written, month: formatMonth(most.month, locale) })}`;
  return `${label}. ${t('chart.monthsSummary', { count: total, months: months.length, most: most.count, month: formatMonth(most.month, locale) })}`;
}

function twin(months, t, locale, label) {
  return html`
    <details class="chart__twin">
      <summary>${t('chart.asTable')}</summary>
      <table class="table table--small">
        <caption class="visually-hidden">${label}</caption>
        <thead><tr><th scope="col">${t('chart.month')}</th><th scope="col" class="table__number">${t('chart.count')}</th></tr></thead>
        <tbody>${months.map(({ month, written }) => html`<tr><th scope="row">${formatMonth(month, locale)}</th><td class="table__number">${written}</td></tr>`)}</tbody>
      </table>
    </details>`;
}

/** Which bars get a word: all of twelve, else so few that they do not meet. */
function labelled(i, length) {
  return i % Math.max(1, Math.ceil(length / 12)) === 0;
}

function shortMonth(month, locale, length) {
  if (length > 12) return month.slice(2);
  return formatMonth(month, locale, 'short').replace(/\.? ?\d{4}/, '').slice(0, 3);
}
