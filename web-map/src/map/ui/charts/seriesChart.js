/**
 * Counts over time as bars, with what the method sees in them as lines: the smoothed trend, what was expected, and the
 * straight line of the even change (Sen's slope).
 */
import { named, valuesOf } from '../../lib/analysisCharts.js';
import { plainNumber, valueWords } from '../../lib/analysisWords.js';
import { median } from '../../lib/chartScale.js';
import { html } from '../../lib/html.js';
import { bandPath, chartFigure, every, linePath, numbersOf, scales } from './chartFrame.js';

const SLOPES = ['slopePerMonth', 'senSlopePerMonth', 'slopePerStep', 'slopePerPeriod', 'senSlope', 'slope'];

export function seriesChart(table, { t, title, figures = {} }) {
  const months = valuesOf(table, 'month');
  const counts = valuesOf(table, 'count');
  const trend = named(table, 'trend');
  const expected = named(table, 'expected') ?? named(table, 'seasonal') ?? seasonal(trend, named(table, 'season'));
  const [low, high] = [valuesOf(table, 'low'), valuesOf(table, 'high')];
  const straight = senLine(counts, figures);
  const xs = months.map((_, i) => i);
  const scale = scales({ minX: -0.5, maxX: months.length - 0.5, minY: 0, maxY: Math.max(1, ...numbersOf(counts, trend ?? [], expected ?? [], high ?? [])) });
  const slot = scale.x(1) - scale.x(0);
  const bar = (count, i) => typeof count === 'number' && html`
    <rect class="chart__bar" x="${scale.x(i) - slot * 0.36}" width="${slot * 0.72}" y="${scale.y(Math.max(0, count))}" height="${scale.y(0) - scale.y(Math.max(0, count))}"><title>${valueWords('month', months[i], t)}: ${plainNumber(count, t.locale)}</title></rect>`;
  const drawing = html`${counts.map(bar)}${low && high && bandPath(xs, low, high, scale)}${expected && linePath(xs, expected, scale, 'line-thin')}${trend && linePath(xs, trend, scale, 'line')}${straight && linePath(xs, straight, scale, 'dashed')}`;
  const key = [
    { kind: 'bar', words: t('analysis.chart.count') },
    trend && { kind: 'line', words: t('analysis.chart.trend') },
    expected && { kind: 'line-thin', words: t('analysis.chart.expected') },
    low && high && { kind: 'band', words: t('analysis.chart.chance') },
    straight && { kind: 'dashed', words: t('analysis.chart.slope', { slope: plainNumber(slopeOf(figures), t.locale) }) },
  ].filter(Boolean);
  const marks = every(months.length, 6).map((i) => ({ at: i, label: shortMonth(months[i]) }));
  return chartFigure({ title, summary: summary(months, counts, t), scale, marks, key }, drawing, t);
}

function seasonal(trend, season) {
  if (!trend || !season) return null;
  return trend.map((value, i) => (typeof value === 'number' && typeof season[i] === 'number' ? Math.max(0, value + season[i]) : null));
}

function slopeOf(figures) {
  return SLOPES.map((name) => figures[name]).find((value) => typeof value === 'number');
}

/** The line with Sen's slope through the middle of the series. */
function senLine(counts, figures) {
  const slope = slopeOf(figures);
  if (slope === undefined) return null;
  const known = numbersOf(counts);
  if (known.length < 3) return null;
  const middle = (counts.length - 1) / 2;
  return counts.map((_, i) => Math.max(0, median(known) + slope * (i - middle)));
}

function summary(months, counts, t) {
  const known = numbersOf(counts);
  const most = Math.max(...known);
  return t('analysis.chart.seriesSummary', { first: valueWords('month', months[0], t), last: valueWords('month', months.at(-1), t), most, when: valueWords('month', months[counts.indexOf(most)], t) });
}

function shortMonth(month) {
  return /^\d{4}-\d{2}/.test(month) ? String(month).slice(2, 7) : String(month);
}
