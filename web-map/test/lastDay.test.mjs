import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedEarly } from '../src/map/lib/lastDay.js';

test('a survey that was closed before its last day never says that a day to come was its last', () => {
  const now = new Date(2026, 10, 23, 23, 30);
  assert.equal(closedEarly('2026-12-23', now), true);
  assert.equal(closedEarly('2026-11-23', now), true);
  assert.equal(closedEarly('2026-11-22', now), false);
});
