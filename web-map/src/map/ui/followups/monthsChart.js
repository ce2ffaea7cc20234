/** Incidents by month at the target, around it and at the comparison, with the months compared and the one left out. */
import { valueScale } from '../../lib/chartScale.js';
import { formatMonth, formatNumber } from '../../lib/format.js';
import { html } from '../../lib/html.js';

const WIDTH = 460;
const HEIGHT = 96;
const LEFT = 34;
const TOP = 16;
const BOTTOM = 20;
const NAMED = 8;

export function monthsChart(result, { t, locale }) {
  const { months } = result;
  if (months.length === 0) return null;
  const middle = Math.min(1, result.parameters.widths.length - 1);
  const lines = [
    { name: t('followup.area.target'), values: months.map((month) => month.target) },
    { name: t('followup.area.ring', { metres: formatNumber(result.parameters.widths[middle], locale, 0) }), values: months.map((month) => month.rings[middle]) },
  ];
  if (result.comparison.length) lines.push({ name: t('followup.area.compared'), values: months.map((month) => month.compared) });
  return html`
    <figure class="chart follow-months">
      <figcaption class="chart__title">${t('followup.months.title')}</figcaption>
      ${lines.map((line) => oneChart(line, months, t, locale))}
      <ul class="chart__keys">
        ${['earlier', 'before', 'left-out', 'after'].map((window) => html`<li><svg class="chart__key-swatch" viewBox="0 0 26 12" aria-hidden="true" focusable="false"><rect class="follow-months__bar follow-months__bar--${window}" x="1" y="1" width="24" height="10"></rect></svg> ${t(`followup.window.${window}`)}</li>`)}
      </ul>
      <details class="disclosure">
        <summary>${t('followup.months.table')}</summary>
        <div class="disclosure__body follow-scroll" tabindex="0" role="region" aria-label="${t('followup.months.title')}">
          <table class="follow-table">
            <caption>${t('followup.months.title')}</caption>
            <thead><tr><th scope="col">${t('followup.months.month')}</th><th scope="col">${t('followup.months.window')}</th>${lines.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
            <tbody>${months.map((month, i) => html`<tr><th scope="row">${month.month}</th><td>${t(`followup.window.${month.window}`)}</td>${lines.map(({ values }) => html`<td class="number">${values[i]}</td>`)}</tr>`)}</tbody>
          </table>
        </div>
      </details>
    </figure>`;
}

function oneChart({ name, values }, months, t, locale) {
  const { low, high, marks } = valueScale(0, Math.max(1, ...values));
  const slot = (WIDTH - LEFT - 6) / months.length;
  const y = (value) => Math.round((TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low))) * 10) / 10;
  const x = (i) => Math.round((LEFT + i * slot) * 10) / 10;
  const step = Math.ceil(months.length / NAMED);
  const out = months.findIndex(({ window }) => window === 'left-out');
  const sum = (window) => values.filter((_, i) => months[i].window === window).reduce((a, b) => a + b, 0);
  return html`
    <svg class="chart__picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}: ${t('followup.months.sums', { before: sum('before'), after: sum('after') })}">
      <text class="chart__number follow-interval__main" x="${LEFT}" y="10">${name}</text>
      ${[marks[0], marks[marks.length - 1]].map((mark) => html`
        <line class="chart__mark" x1="${LEFT}" x2="${WIDTH - 6}" y1="${y(mark)}" y2="${y(mark)}"></line>
        <text class="chart__number" x="${LEFT - 5}" y="${y(mark) + 4}" text-anchor="end">${mark}</text>`)}
      ${out >= 0 && html`<line class="follow-months__done" x1="${x(out) + slot / 2}" x2="${x(out) + slot / 2}" y1="${TOP - 4}" y2="${HEIGHT - BOTTOM}"></line>`}
      ${values.map((value, i) => html`<rect class="follow-months__bar follow-months__bar--${months[i].window}" x="${x(i) + slot * 0.1}" width="${Math.round(slot * 8) / 10}" y="${y(value)}" height="${Math.round((y(0) - y(value)) * 10) / 10}"><title>${formatMonth(months[i].month, locale)}: ${value}</title></rect>`)}
      ${months.map(({ month }, i) => i % step === 0 && html`<text class="chart__number" x="${x(i)}" y="${HEIGHT - 6}">${formatMonth(month, locale, 'short')}</text>`)}
    </svg>`;
}
