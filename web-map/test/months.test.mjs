import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, firstDay, lastDay, monthRange, monthsBetween, presetOf, presetPeriod, stepPeriod } from '../src/map/lib/months.js';

test('months are added across years in both directions', () => {
  assert.equal(addMonths('2026-11', 2), '2027-01');
  assert.equal(addMonths('2026-01', -1), '2025-12');
  assert.equal(addMonths('2026-01', -25), '2023-12');
});

test('February knows its leap years', () => {
  assert.deepEqual(['2024-02', '2026-02', '2100-02', '2000-02'].map(lastDay), ['2024-02-29', '2026-02-28', '2100-02-28', '2000-02-29']);
  assert.equal(firstDay('2026-04-17'), '2026-04-01');
});

test('a range has both its ends', () => {
  assert.deepEqual(monthRange('2025-11', '2026-02'), ['2025-11', '2025-12', '2026-01', '2026-02']);
  assert.equal(monthsBetween('2025-11-01', '2026-02-28'), 4);
});

test('named periods end with the newest month that has data', () => {
  const period = (preset) => Object.values(presetPeriod(preset, '2023-11-03', '2026-10-12'));
  assert.deepEqual(period('last-month'), ['2026-10-01', '2026-10-31']);
  assert.deepEqual(period('last-3'), ['2026-08-01', '2026-10-31']);
  assert.deepEqual(period('last-12'), ['2025-11-01', '2026-10-31']);
  assert.deepEqual(period('same-month-last-year'), ['2025-10-01', '2025-10-31']);
  assert.deepEqual(period('all'), ['2023-11-01', '2026-10-31']);
  assert.throws(() => presetPeriod('decade', '2023-11', '2026-10'), RangeError);
});

test('twelve months of data that began five months ago are five months', () => {
  assert.deepEqual(Object.values(presetPeriod('last-12', '2018-10-01', '2019-02-28')), ['2018-10-01', '2019-02-28']);
});

test('a period is recognised by its name, and any other is the reader’s own', () => {
  assert.equal(presetOf('2025-11-01', '2026-10-31', '2023-11-03', '2026-10-12'), 'last-12');
  assert.equal(presetOf('2025-11-02', '2026-10-31', '2023-11-03', '2026-10-12'), 'custom');
});

test('the stepper moves by the length of the period and stops where the data stop', () => {
  assert.deepEqual(stepPeriod('2026-10-01', '2026-10-31', -1, '2023-11', '2026-10'), { from: '2026-09-01', to: '2026-09-30' });
  assert.deepEqual(stepPeriod('2025-11-01', '2026-10-31', -1, '2023-11', '2026-10'), { from: '2024-11-01', to: '2025-10-31' });
  assert.equal(stepPeriod('2026-10-01', '2026-10-31', 1, '2023-11', '2026-10'), null);
});
