import test from 'node:test';
import assert from 'node:assert/strict';
import { comparisonWords, span } from '../src/map/lib/comparisonWords.js';

const history = { expected: 22.33, low: 14, high: 32, years: [2022, 2023, 2024], counts: [20, 22, 25] };

test('a clear increase says the interval in whole incidents', () => {
  const words = comparisonWords(41, { ...history, status: 'growing' });
  assert.equal(words.key, 'compare.more');
  assert.deepEqual(words.args, { count: 41, expected: 22, low: 14, high: 32, years: '2022–2024' });
  assert.equal(words.sure, true);
});

test('a count within the interval is no sure change', () => {
  assert.equal(comparisonWords(24, { ...history, status: 'persistent' }).key, 'compare.noSureChange');
});

test('too few incidents claim nothing', () => {
  const words = comparisonWords(3, { ...history, status: 'too-few' });
  assert.equal(words.key, 'compare.tooFew');
  assert.equal(words.sure, false);
});

test('no earlier years claim nothing, whatever the status says', () => {
  assert.equal(comparisonWords(41, null).key, 'compare.noHistory');
  assert.equal(comparisonWords(41, { status: 'growing', expected: null, low: null, high: null, years: [], counts: [] }).key, 'compare.noHistory');
});

test('years with a gap are listed', () => {
  assert.equal(span([2024, 2022]), '2022, 2024');
  assert.equal(span([2024]), '2024');
});

test('a period over New Year names both years', () => {
  assert.equal(span([2024], true), '2024/25');
  assert.equal(span([2022, 2023, 2024], true), '2022/23–2024/25');
  assert.equal(comparisonWords(78, { status: 'persistent', expected: 73, low: 57.2, high: 91.8, years: [2099], counts: [73] }, true).args.years, '2099/00');
});
