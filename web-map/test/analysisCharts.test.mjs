import assert from 'node:assert/strict';
import { test } from 'node:test';
import english from '../src/i18n/en.js';
import { chartOf } from '../src/map/lib/analysisCharts.js';
import { figuresOf, inOurWords, placeRows, tablesOf } from '../src/map/lib/analysisTables.js';
import { valueScale } from '../src/map/lib/chartScale.js';
import { translator } from '../src/map/lib/translate.js';
import { tableChart } from '../src/map/ui/charts/tableChart.js';

const t = translator(english, 'en');
const table = (name, columns, ...rows) => ({ name, columns, rows });
const draw = (each, figures = {}) => String(tableChart(each, { t, title: 'Title', figures }));

const TABLES = {
  series: table('series', ['month', 'count', 'trend', 'season'], ['2026-01', 3, 2.5, 1], ['2026-02', null, 2.6, 0], ['2026-03', 9, 2.7, -1]),
  envelope: table('k', ['distanceM', 'lMinusR', 'low', 'high'], [0, 0, -5, 5], [100, 20, -6, 6], [200, 4, -7, 7]),
  reachability: table('reachability', ['order', 'reachabilityM'], [0, null], [1, 20], [2, 30]),
  matrix: table('pairs', ['fromM', 'toM', 'fromDays', 'toDays', 'observed', 'expected', 'ratio', 'p'], [0, 100, 0, 7, 30, 10, 3, 0.001], [0, 100, 7, null, 9, 10, 0.9, 0.6]),
  lorenz: table('lorenz', ['shareOfPlaces', 'shareOfIncidents'], [0, 0], [0.1, 0.5], [1, 1]),
  pai: table('pai', ['shareOfArea', 'shareOfIncidents', 'pai', 'pei'], [0.01, 0.3, 30, 0.8], [0.02, 0.4, 20, 0.7]),
  weekHours: table('weekHours', ['weekday', 'hour', 'count'], [0, 22, 3], [6, 1, 5]),
  hours: table('hours', ['hour', 'count'], [0, 3], [1, 5]),
  weekdays: table('weekdays', ['weekday', 'count'], [0, 3], [1, 5]),
  bandwidths: table('bandwidths', ['rule', 'metres'], ['scott', 934], ['likelihood', 410]),
};

test('the picture is told by the columns of the table', () => {
  for (const [kind, each] of Object.entries(TABLES)) assert.equal(chartOf(each), kind);
  assert.equal(chartOf(table('places', ['name', 'p'], ['a', 1], ['b', 2])), null);
  assert.equal(chartOf(table('series', ['month', 'count'], ['2026-01', 3])), null);
});

test('every picture is drawn without a broken number and says what it shows', () => {
  for (const [kind, each] of Object.entries(TABLES)) {
    const markup = draw(each, { slopePerMonth: 0.2 });
    assert.doesNotMatch(markup, /NaN|undefined|Infinity/, kind);
    assert.match(markup, /Title|Weekday/, kind);
  }
});

test('a picture of nothing but missing or equal values is drawn all the same', () => {
  assert.doesNotMatch(draw(table('series', ['month', 'count'], ['2026-01', 0], ['2026-02', 0])), /NaN|Infinity/);
  assert.doesNotMatch(draw(table('k', ['distanceM', 'l'], [0, 0], [0, 0])), /NaN|Infinity/);
  assert.equal(tableChart(table('reachability', ['reachabilityM'], [null], [null]), { t, title: '' }), null);
});

test('the near-repeat table tells ratio, certainty and counts in words', () => {
  const markup = draw(TABLES.matrix);
  assert.match(markup, /3 times/);
  assert.match(markup, /not sure \(p\u00a00.6\)/);
  assert.match(markup, /30 pairs, 10 expected/);
  assert.match(markup, /from 7 days/);
});

test('marks go around any two numbers', () => {
  assert.deepEqual(valueScale(-12, 31), { low: -20, high: 40, marks: [-20, 0, 20, 40] });
  assert.deepEqual(valueScale(0, 1).marks, [0, 0.5, 1]);
  assert.ok(valueScale(3, 3).high > 3);
});

test('places are rows with the most urgent first, and know their feature', () => {
  const features = [{ class: 'none', count: 9 }, { class: 'hot95', count: 4 }, { class: 'hot99', count: 2 }, { class: 'hot95', count: 7, x: 1 }].map((properties) => ({ properties }));
  const { columns, rows } = placeRows(features);
  assert.deepEqual(columns, ['class', 'count']);
  assert.deepEqual(rows.map(({ place }) => place), [2, 3, 1, 0]);
});

test('tables without rows are left out', () => {
  assert.deepEqual(tablesOf({ tables: [table('a', ['x'])] }), []);
  assert.deepEqual(tablesOf({}), []);
});

test('the fields of crime and unsafety are not mistaken for those of local Moran', () => {
  const body = { method: 'four-field', figures: { fields: { 'high-low': 5 } }, features: { features: [{ properties: { class: 'high-low' } }] } };
  assert.equal(inOurWords(body).features.features[0].properties.class, 'crime-only');
  assert.deepEqual(inOurWords(body).figures.fields, { 'crime-only': 5 });
  const moran = { ...body, method: 'local-moran' };
  assert.equal(inOurWords(moran), moran);
});

test('the first short figures come first and nothing is lost', () => {
  const { first, more } = figuresOf({ a: 1, b: null, c: { hot99: 2 }, areaM2: 12_000, d: 4 }, t, 2);
  assert.deepEqual(first.map(({ words }) => words), ['1', '1.2 ha']);
  assert.deepEqual(first.map(({ name }) => name), ['A', 'Area']);
  assert.deepEqual(more.map(({ words }) => words), ['Sure concentration, 99% 2', '4']);
});
