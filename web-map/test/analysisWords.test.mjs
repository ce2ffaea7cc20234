import assert from 'node:assert/strict';
import { test } from 'node:test';
import english from '../src/i18n/en.js';
import swedish from '../src/i18n/sv.js';
import { methodName, methodPurpose, nameWords, readable, valueWords, verdictOf } from '../src/map/lib/analysisWords.js';
import { translator } from '../src/map/lib/translate.js';

const sv = translator(swedish, 'sv');
const en = translator(english, 'en');
const plain = (text) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const METHODS =
  'dbscan st-dbscan hdbscan optics hotspots kde bandwidth dual-kde grid gi-star local-moran global-autocorrelation emerging-hotspots four-field risk-features nearest-neighbour ripley-k centrography concentration backtest near-repeat scan trend time-profile small-counts before-after wdq wdd e-test minimum-detectable-effect'.split(' ');

test('every method has a name and a purpose in both languages', () => {
  for (const method of METHODS) {
    for (const t of [sv, en]) {
      assert.notEqual(methodName(method, t), method, method);
      assert.notEqual(methodPurpose(method, t), '', method);
    }
  }
  assert.equal(methodName('something-new', sv), 'something-new');
});

test('a name that nobody has translated is read from its letters, with its unit', () => {
  assert.equal(readable('meanCentreX'), 'Mean centre x');
  assert.equal(nameWords('radiusM', sv), 'Radie (m)');
  assert.equal(nameWords('strangeNumberKm2', sv), 'Strange number (km²)');
  assert.equal(nameWords('M', sv), 'M');
});

test('values are written the way their name asks for', () => {
  assert.equal(valueWords('p', 0.00004, sv), '< 0,001');
  assert.equal(valueWords('p', 0.0312, sv), '0,031');
  assert.equal(plain(valueWords('shareOfArea', 0.014, sv)), '1,4 %');
  assert.equal(plain(valueWords('hitRate', 0.38, sv)), '38 %');
  assert.equal(valueWords('hitRate', 0.38, en), '38%');
  assert.equal(plain(valueWords('count', 12345, sv)), '12 345');
  assert.equal(valueWords('z', 3.14159, sv), '3,14');
  assert.equal(valueWords('z', -0.012345, sv), '−0,0123');
  assert.equal(valueWords('interval', [1.5, 3], sv), '1,5–3');
  assert.equal(valueWords('class', 'hot99', en), 'Sure concentration, 99%');
  assert.equal(valueWords('fdr', true, sv), 'ja');
  assert.equal(valueWords('firstDay', '2026-11-02', sv), '2026-11-02');
  assert.equal(valueWords('recurrenceMonths', 5.5e9, en), 'over a hundred years');
  assert.equal(valueWords('z', null, sv), '–');
  assert.equal(valueWords('z', NaN, sv), '–');
});

test('the verdict says alarm, change, pattern or too few', () => {
  assert.equal(verdictOf({ method: 'scan', status: 'too-few' }), 'too-few');
  assert.equal(verdictOf({ method: 'scan', status: 'nothing-found' }), 'no-alarm');
  const places = (word) => ({ features: [{ properties: { class: word } }] });
  assert.equal(verdictOf({ method: 'scan', status: 'ok', features: places('alarm') }), 'alarm');
  assert.equal(verdictOf({ method: 'scan', status: 'ok', features: places('watch') }), 'no-alarm');
  assert.equal(verdictOf({ method: 'scan', status: 'ok', figures: { alarms: 0 } }), 'no-alarm');
  assert.equal(verdictOf({ method: 'trend', status: 'ok', figures: { p: 0.01 } }), 'change');
  assert.equal(verdictOf({ method: 'trend', status: 'ok', figures: { p: 0.4 } }), 'no-change');
  assert.equal(verdictOf({ method: 'trend', status: 'nothing-found' }), 'no-change');
  assert.equal(verdictOf({ method: 'gi-star', status: 'ok' }), 'sure');
  assert.equal(verdictOf({ method: 'gi-star', status: 'nothing-found' }), 'none');
  assert.equal(verdictOf({ method: 'hotspots', status: 'ok', figures: { statuses: { new: 1, persistent: 4 } } }), 'change');
  assert.equal(verdictOf({ method: 'hotspots', status: 'ok', figures: { statuses: { new: 0, persistent: 4 } } }), 'no-change');
  assert.equal(verdictOf({ method: 'grid', status: 'ok' }), 'result');
});

test('every verdict has words', () => {
  for (const verdict of ['alarm', 'no-alarm', 'change', 'no-change', 'sure', 'none', 'result', 'too-few']) assert.ok(sv.has(`analysis.verdict.${verdict}`));
});
