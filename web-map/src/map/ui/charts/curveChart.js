/** Curves over a number: how clustering grows with distance against what chance gives, and how few places hold how much. */
import { columnOf, valuesOf } from '../../lib/analysisCharts.js';
import { nameWords, plainNumber, valueWords } from '../../lib/analysisWords.js';
import { html } from '../../lib/html.js';
import { bandPath, chartFigure, every, linePath, numbersOf, scales } from './chartFrame.js';

/** L or K over distance with the envelope of chance: above it the places gather, below it they keep apart. */
export function envelopeChart(table, { t, title }) {
  const xs = valuesOf(table, 'distance');
  const level = valuesOf(table, 'level');
  const [low, high] = [valuesOf(table, 'low'), valuesOf(table, 'high')];
  const banded = Boolean(low && high);
  const all = numbersOf(level, low ?? [], high ?? []);
  const scale = scales({ minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(0, ...all), maxY: Math.max(...all) });
  const marks = every(xs.length, 6).map((i) => ({ at: xs[i], label: plainNumber(xs[i], t.locale) }));
  const name = nameWords(table.columns[columnOf(table, 'level')], t);
  const above = banded ? xs.filter((_, i) => level[i] > high[i]) : [];
  const summary = above.length
    ? t('analysis.chart.aboveSummary', { from: plainNumber(Math.min(...above), t.locale), to: plainNumber(Math.max(...above), t.locale) })
    : t('analysis.chart.curveSummary', { most: plainNumber(Math.max(...numbersOf(level)), t.locale) });
  return chartFigure(
    {
      title,
      summary,
      scale,
      marks,
      xLabel: nameWords(table.columns[columnOf(table, 'distance')], t),
      key: [{ kind: 'line', words: name }, ...(banded ? [{ kind: 'band', words: t('analysis.chart.chance') }] : [])],
    },
    html`${banded && bandPath(xs, low, high, scale)}${linePath(xs, level, scale, 'line')}`,
    t,
  );
}

/** The concentration curve against the line of an even spread. */
export function lorenzChart(table, { t, title }) {
  const xs = valuesOf(table, 'places');
  const ys = valuesOf(table, 'incidents');
  const scale = scales({ minX: 0, maxX: 1, minY: 0, maxY: 1 });
  const at = ys.findIndex((share) => share >= 0.5);
  const half = at >= 0 ? xs[at] : null;
  const marks = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ at: share, label: valueWords('share', share, t) }));
  return chartFigure(
    {
      title,
      summary: half === null ? '' : t('analysis.chart.lorenzSummary', { places: valueWords('share', half, t) }),
      scale,
      marks,
      xLabel: nameWords(table.columns[columnOf(table, 'places')], t),
      key: [
        { kind: 'line', words: nameWords(table.columns[columnOf(table, 'incidents')], t) },
        { kind: 'dashed', words: t('analysis.chart.even') },
      ],
      note: half === null ? null : t('analysis.chart.lorenzSummary', { places: valueWords('share', half, t) }),
    },
    html`${linePath([0, 1], [0, 1], scale, 'dashed')}${linePath(xs, ys, scale, 'line')}`,
    t,
  );
}
