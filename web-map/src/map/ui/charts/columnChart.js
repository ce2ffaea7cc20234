/** One column per row: reachability in order, PAI by area, hours of the day. Many columns stand close, few have their name. */
import { columnOf, valuesOf } from '../../lib/analysisCharts.js';
import { nameWords, plainNumber, valueWords } from '../../lib/analysisWords.js';
import { html } from '../../lib/html.js';
import { chartFigure, every, numbersOf, scales } from './chartFrame.js';

/** Which column gives the height, which the words below; `split` leaves gaps where clusters part. */
const LOOKS = {
  reachability: { height: 'reachability', words: null, most: 6 },
  pai: { height: 'pai', words: ['area', 'month', 'rule'], most: 8 },
  hours: { height: 'count', words: ['hour'], most: 8 },
  weekdays: { height: 'count', words: ['weekday'], most: 7 },
};
/** A broken reachability starts a new part of the order and has no height of its own. */
const isFinite = (value) => typeof value === 'number' && Number.isFinite(value);

export function columnChart(kind, table, { t, title }) {
  const { height, words, most } = LOOKS[kind];
  const values = valuesOf(table, height);
  const known = numbersOf(values);
  if (known.length === 0) return null;
  const named = words?.find((role) => columnOf(table, role) >= 0);
  const labels = named ? valuesOf(table, named).map((value) => labelOf(kind, table.columns[columnOf(table, named)], value, t)) : values.map((_, i) => String(i + 1));
  const scale = scales({ minX: -0.5, maxX: values.length - 0.5, minY: 0, maxY: Math.max(...known, kind === 'pai' ? 1 : 0) });
  const slot = scale.x(1) - scale.x(0);
  const wide = values.length > 60 ? slot : slot * 0.72;
  const marks = every(values.length, most).map((i) => ({ at: i, label: labels[i] }));
  const drawing = html`
    ${values.map((value, i) => isFinite(value) && html`<rect class="chart__bar" x="${scale.x(i) - wide / 2}" width="${wide}" y="${scale.y(value)}" height="${scale.y(0) - scale.y(value)}">${values.length <= 60 && html`<title>${labels[i]}: ${plainNumber(value, t.locale)}</title>`}</rect>`)}
    ${kind === 'pai' && html`<line class="chart__expected" x1="${scale.frame.left}" x2="${scale.frame.width}" y1="${scale.y(1)}" y2="${scale.y(1)}"></line>`}`;
  const top = values.indexOf(Math.max(...known));
  return chartFigure(
    {
      title,
      summary: t('analysis.chart.columnSummary', { label: labels[top], most: plainNumber(values[top], t.locale) }),
      scale,
      marks,
      xLabel: named ? nameWords(table.columns[columnOf(table, named)], t) : t('analysis.chart.order'),
      yLabel: nameWords(table.columns[columnOf(table, height)], t),
      key: kind === 'pai' ? [{ kind: 'expected', words: t('analysis.chart.paiOne') }] : [],
    },
    drawing,
    t,
  );
}

function labelOf(kind, column, value, t) {
  if (kind === 'weekdays') return t.has(`day.short.${value}`) ? t(`day.short.${value}`) : String(value);
  return kind === 'hours' ? String(value).padStart(2, '0') : valueWords(column, value, t);
}
