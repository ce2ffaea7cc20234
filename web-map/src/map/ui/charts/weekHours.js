/**
 * Weekday × hour: when it happens. More is a larger and darker square, so that the picture reads without colour; the
 * class limits stand beneath in numbers, and the whole matrix as a table.
 */
import { html } from '../../lib/html.js';
import { classOf, countClasses } from '../../lib/chartScale.js';

const CELL = 13.5;
const LEFT = 28;
const TOP = 14;
const SIDES = [0, 5, 8, 10.5, 12.5];
const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * @param {(?number)[][]} counted 7 × 24, Monday first; null is a small count hidden for privacy, drawn as none
 * @param {{t: Function, known: ?number, total: number}} options how many of the incidents have a known hour; null when that is told elsewhere
 */
export function weekHours(counted, { t, known, total }) {
  const counts = counted.map((day) => day.map((count) => count ?? 0));
  const hidden = counted.flat().includes(null);
  const limits = countClasses(Math.max(...counts.flat()));
  return html`
    <figure class="chart">
      <figcaption class="chart__title">${t('chart.weekHours')}</figcaption>
      <svg class="chart__picture" viewBox="0 0 ${LEFT + 24 * CELL + 6} ${TOP + 7 * CELL}" role="img" aria-label="${summary(counts, t)}">
        ${[0, 6, 12, 18, 24].map((hour) => html`
          <text class="chart__number" x="${LEFT + hour * CELL}" y="9" text-anchor="middle">${pad(hour)}</text>
          <line class="chart__mark" x1="${LEFT + hour * CELL}" x2="${LEFT + hour * CELL}" y1="${TOP - 2}" y2="${TOP + 7 * CELL}"></line>`)}
        ${DAYS.map((day) => html`
          <text class="chart__number" x="${LEFT - 6}" y="${TOP + (day + 0.5) * CELL + 3.5}" text-anchor="end">${t(`day.short.${day}`)}</text>
          ${HOURS.map((hour) => square(day, hour, counts[day][hour], limits, t))}`)}
      </svg>
      <ul class="chart__classes" aria-label="${t('chart.classes')}">
        ${limits.map(({ from, to }, i) => html`<li>${swatch(i + 1)} ${from === to ? from : `${from}–${to}`}</li>`)}
      </ul>
      ${known !== null && html`<p class="chart__note">${t('chart.hoursKnown', { known, total })}</p>`}
      ${hidden && html`<p class="chart__note">${t('count.hiddenWhy')}</p>`}
      ${twin(counted, t)}
    </figure>`;
}

function square(day, hour, count, limits, t) {
  const size = SIDES[classOf(count, limits)];
  if (size === 0) return null;
  const x = LEFT + (hour + 0.5) * CELL - size / 2;
  const y = TOP + (day + 0.5) * CELL - size / 2;
  return html`
    <rect class="chart__cell chart__cell--${classOf(count, limits)}" x="${x}" y="${y}" width="${size}" height="${size}" rx="1">
      <title>${t(`day.long.${day}`)} ${pad(hour)}–${pad(hour + 1)}: ${count}</title>
    </rect>`;
}

function swatch(level) {
  const size = SIDES[level];
  const at = (13 - size) / 2;
  return html`<svg class="chart__swatch" viewBox="0 0 13 13" aria-hidden="true"><rect class="chart__cell chart__cell--${level}" x="${at}" y="${at}" width="${size}" height="${size}" rx="1"></rect></svg>`;
}

function summary(counts, t) {
  let most = { day: 0, hour: 0, count: -1 };
  for (const day of DAYS) for (const hour of HOURS) if (counts[day][hour] > most.count) most = { day, hour, count: counts[day][hour] };
  if (most.count <= 0) return t('chart.weekHours');
  return t('chart.weekHoursSummary', { day: t(`day.long.${most.day}`), from: pad(most.hour), to: pad(most.hour + 1), count: most.count });
}

function twin(counts, t) {
  return html`
    <details class="chart__twin">
      <summary>${t('chart.asTable')}</summary>
      <div class="table-scroll" tabindex="0" role="region" aria-label="${t('chart.weekHours')}">
        <table class="table table--small">
          <caption class="visually-hidden">${t('chart.weekHours')}</caption>
          <thead><tr><th scope="col">${t('chart.hour')}</th>${DAYS.map((day) => html`<th scope="col" class="table__number">${t(`day.short.${day}`)}</th>`)}</tr></thead>
          <tbody>${HOURS.map((hour) => html`<tr><th scope="row">${pad(hour)}–${pad(hour + 1)}</th>${DAYS.map((day) => html`<td class="table__number">${counts[day][hour] ?? t('count.hidden')}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
    </details>`;
}

function pad(hour) {
  return String(hour).padStart(2, '0');
}
