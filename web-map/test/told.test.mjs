import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barCount, isBanded, leastCount, monthCount, toldCount } from '../src/map/lib/told.js';

test('a count that is told stands as it is', () => {
  assert.equal(toldCount({ count: 0 }), 0);
  assert.equal(toldCount({ count: 12, countFrom: 10, countTo: 19 }), 12);
  assert.equal(isBanded({ count: 0 }), false);
});

test('a band is written with both its ends and drawn at its middle', () => {
  const band = { count: null, countFrom: 10, countTo: 19 };
  assert.equal(toldCount(band), '10–19');
  assert.equal(barCount(band), 14.5);
  assert.equal(leastCount(band), 10);
  assert.equal(isBanded(band), true);
});

test('what is not told is null, and no bar', () => {
  assert.equal(toldCount({ count: null, countFrom: null, countTo: null }), null);
  assert.equal(barCount({ count: null, countFrom: null, countTo: null }), 0);
  assert.equal(leastCount({}), 0);
});

test('a month tells of incidents and of marks apart', () => {
  const month = { month: '2025-01', crime: null, crimeBand: { from: 5, to: 9 }, unsafety: null, unsafetyBand: null };
  assert.equal(toldCount(monthCount(month, 'crime')), '5–9');
  assert.equal(toldCount(monthCount(month, 'unsafety')), null);
  assert.equal(toldCount(monthCount({ month: '2025-01', crime: 3, unsafety: 0 }, 'crime')), 3);
});
