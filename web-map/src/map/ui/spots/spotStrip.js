/** A spot month by month: how many, and how it stood as a shape under each bar; the same stands in a table beneath. */
import { html } from '../../lib/html.js';
import { countScale } from '../../lib/chartScale.js';
import { formatMonth, formatNumber } from '../../lib/format.js';
import { barCount, toldCount } from '../../lib/told.js';
import { statusesOf, stripOf } from '../../lib/spotMonths.js';
import { statusChip, statusShape } from '../statusChip.js';

const WIDTH = 360;
const LEFT = 26;
const TOP = 6;
const BASE = 84;
const SHAPES = 90;
const HEIGHT = 122;
const WIDEST = 40;
const LARGEST_SHAPE = 14;

/**
 * @param {{month: string, count: ?number, status: string, merged: number[], followed: boolean}[]} months as the service tells them
 * @param {(id: number) => string} nameOf what another spot is called
 */
export function spotStrip(months, { t, locale }, nameOf) {
  const strip = stripOf(months);
  if (!strip.length) return html`<p class="muted">${t('spot.noMonths')}</p>`;
  const { top, marks } = countScale(Math.max(1, ...strip.map(barCount)));
  const y = (count) => TOP + (BASE - TOP) * (1 - count / top);
  const slot = Math.min(WIDEST, (WIDTH - LEFT) / strip.length);
  return html`
    <figure class="chart">
      <figcaption class="chart__title">${t('spot.months')}</figcaption>
      <svg class="chart__picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary(months, t, locale)}">
        ${marks.map((mark) => html`
          <line class="chart__mark" x1="${LEFT}" x2="${WIDTH}" y1="${y(mark)}" y2="${y(mark)}"></line>
          <text class="chart__number" x="${LEFT - 5}" y="${y(mark) + 3.5}" text-anchor="end">${formatNumber(mark, locale, 0)}</text>`)}
        ${strip.map((each, i) => column(each, LEFT + i * slot, slot, y, { t, locale }))}
        ${strip.map(({ month }, i) => years(month, i, strip.length) && html`<text class="chart__number" x="${LEFT + i * slot + 1}" y="${HEIGHT - 3}">${formatMonth(month, locale, 'short')}</text>`)}
      </svg>
      <p class="spot-key">${statusesOf(strip).map((status) => html`${statusChip(status, t)} `)}</p>
      <p class="chart__note">${t('spot.countsWhat')}${months.some(({ followed }) => followed) && html` ${t('spot.countsFollowed')}`}</p>
      ${twin(months, { t, locale }, nameOf)}
    </figure>`;
}

function column({ month, status, followed, ...each }, x, slot, y, { t, locale }) {
  if (status === null) return null;
  const size = Math.min(LARGEST_SHAPE, slot * 0.8);
  return html`
    <g class="spot-month spot-month--${status}">
      <title>${formatMonth(month, locale)}: ${t(`status.${status}`)}, ${toldCount(each) ?? t('count.hidden')}</title>
      <rect class="spot-month__bar${followed ? ' spot-month__bar--followed' : ''}" x="${x + slot * 0.14}" width="${slot * 0.72}" y="${y(barCount(each))}" height="${y(0) - y(barCount(each))}" rx="1"></rect>
      <svg x="${x + (slot - size) / 2}" y="${SHAPES}" width="${size}" height="${size}" viewBox="0 0 16 16"><path class="spot-month__shape" d="${statusShape(status)}"></path></svg>
    </g>`;
}

/** A word under the first month and each January, as long as they do not meet. */
function years(month, i, length) {
  return i === 0 || (month.endsWith('-01') && i > length / 6 && i < length - length / 8);
}

function summary(months, t, locale) {
  const last = months.at(-1);
  const values = { months: months.length, first: formatMonth(months[0].month, locale), last: formatMonth(last.month, locale), status: t(`status.${last.status}`) };
  return t('spot.summary', values);
}

function twin(months, { t, locale }, nameOf) {
  return html`
    <details class="chart__twin">
      <summary>${t('chart.asTable')}</summary>
      <table class="table table--small">
        <caption class="visually-hidden">${t('spot.months')}</caption>
        <thead><tr><th scope="col">${t('chart.month')}</th><th scope="col">${t('spot.status')}</th><th scope="col" class="table__number">${t('chart.count')}</th></tr></thead>
        <tbody>${[...months].reverse().map(({ month, status, merged, followed, ...each }) => html`<tr>
          <th scope="row">${formatMonth(month, locale)}</th>
          <td>${statusChip(status, t)}${merged.length > 0 && html` ${t('spot.merged', { names: merged.map(nameOf).join(', ') })}`}${followed && html` ${t('spot.followedThen')}`}</td>
          <td class="table__number">${toldCount(each) ?? t('count.hidden')}</td>
        </tr>`)}</tbody>
      </table>
    </details>`;
}
