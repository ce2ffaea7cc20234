import test from 'node:test';
import assert from 'node:assert/strict';
import { sorted } from '../src/map/lib/sorting.js';

test('Swedish letters stand last and empty cells after them in both directions', () => {
  const rows = [{ n: 'Östra' }, { n: null }, { n: 'Ängen' }, { n: 'Zeta' }];
  const names = (direction) => sorted(rows, (r) => r.n, direction, 'sv').map((r) => r.n);
  assert.deepEqual(names('ascending'), ['Zeta', 'Ängen', 'Östra', null]);
  assert.deepEqual(names('descending'), ['Östra', 'Ängen', 'Zeta', null]);
});

test('numbers sort as numbers', () => {
  assert.deepEqual(sorted([{ n: 10 }, { n: 9 }], (r) => r.n, 'ascending', 'sv').map((r) => r.n), [9, 10]);
});
