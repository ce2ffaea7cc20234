/** The picture of a table of an analysis, or nothing when the table says it best itself. */
import { chartOf, columnOf, valuesOf } from '../../lib/analysisCharts.js';
import { valueWords } from '../../lib/analysisWords.js';
import { columnChart } from './columnChart.js';
import { envelopeChart, lorenzChart } from './curveChart.js';
import { ratioMatrix } from './ratioMatrix.js';
import { seriesChart } from './seriesChart.js';
import { shareBars } from './shareBars.js';
import { weekHours } from './weekHours.js';

/**
 * @param {{name: string, columns: string[], rows: any[][]}} table
 * @param {{t: Function, title: string, figures: object}} options
 */
export function tableChart(table, options) {
  switch (chartOf(table)) {
    case 'matrix':
      return ratioMatrix(table, options);
    case 'weekHours':
      return weekHourChart(table, options);
    case 'lorenz':
      return lorenzChart(table, options);
    case 'envelope':
      return envelopeChart(table, options);
    case 'series':
      return seriesChart(table, options);
    case 'bandwidths':
      return bandwidths(table, options);
    case null:
      return null;
    default:
      return columnChart(chartOf(table), table, options);
  }
}

function weekHourChart(table, { t }) {
  const days = valuesOf(table, 'weekday');
  const hours = valuesOf(table, 'hour');
  const counts = valuesOf(table, 'count');
  const matrix = Array.from({ length: 7 }, () => Array(24).fill(0));
  counts.forEach((count, i) => {
    if (!(days[i] in matrix) || !(hours[i] in matrix[0])) return;
    matrix[days[i]][hours[i]] = Math.round(count * 10) / 10;
  });
  return weekHours(matrix, { t, known: null, total: 0 });
}

function bandwidths(table, { t, title }) {
  const rules = table.columns[columnOf(table, 'rule')];
  const rows = valuesOf(table, 'rule').map((rule, i) => ({ name: valueWords(rules, rule, t), count: Math.round(valuesOf(table, 'metres')[i]) }));
  return shareBars(rows, { t, locale: t.locale, caption: title, nameLabel: title });
}
