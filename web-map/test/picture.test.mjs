import assert from 'node:assert/strict';
import test from 'node:test';
import { intervalScale } from '../src/map/lib/intervalScale.js';
import { outlineSketch, roundLength, spreadMarks } from '../src/map/lib/outlineSketch.js';
import { pictureAddress, pictureItem } from '../src/map/lib/pictureItem.js';
import { YEAR_TEMPLATES, yearStrip } from '../src/map/lib/yearStrip.js';

test('an address names a picture, a place in it or today, and nonsense names the newest', () => {
  assert.deepEqual(pictureItem('12/spot/5'), { id: 12, spot: 5, today: false });
  assert.deepEqual(pictureItem('12/today'), { id: 12, spot: null, today: true });
  for (const nonsense of [null, '', 'x', '0', '-3', '1e9', '../1']) assert.equal(pictureItem(nonsense).id, null);
  assert.deepEqual(pictureItem('12/spot/x'), { id: 12, spot: null, today: false });
  for (const address of ['12', '12/spot/5', '12/today']) assert.equal(pictureAddress(pictureItem(address)), address);
});

test('a count is drawn against chance only when there is something to compare with', () => {
  assert.equal(intervalScale(5, { expected: null, low: null, high: null }), null);
  assert.equal(intervalScale(null, { expected: 3, low: 1, high: 8 }), null);
  const scale = intervalScale(40, { expected: 14, low: 5, high: 27 });
  assert.ok(scale.low < scale.expected && scale.expected < scale.high && scale.high < scale.count && scale.count < 100);
});

test('outlines keep their shape: as many metres a unit to the east as to the north', () => {
  const square = (lon, lat, metres) => {
    const [e, n] = [metres / (111195 * Math.cos((58 * Math.PI) / 180)), metres / 111195];
    return { centre: [lon, lat], outline: { coordinates: [[[[lon - e, lat - n], [lon + e, lat - n], [lon + e, lat + n], [lon - e, lat + n], [lon - e, lat - n]]]] } };
  };
  const { places, metresPerUnit } = outlineSketch([square(13, 58, 1000)], { width: 600, height: 600 });
  const xs = [...places[0].path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [+x, +y]);
  const wide = Math.max(...xs.map(([x]) => x)) - Math.min(...xs.map(([x]) => x));
  const high = Math.max(...xs.map(([, y]) => y)) - Math.min(...xs.map(([, y]) => y));
  assert.ok(Math.abs(wide - high) < 0.5);
  assert.ok(Math.abs(wide * metresPerUnit - 2000) < 5);
  assert.equal(outlineSketch([], { width: 1, height: 1 }), null);
});

test('numbers do not lie on each other', () => {
  const marks = spreadMarks([{ x: 10, y: 10 }, { x: 12, y: 11 }, { x: 11, y: 10 }], 20);
  for (const a of marks) for (const b of marks) assert.ok(a === b || Math.abs(a.x - b.x) >= 20 || Math.abs(a.y - b.y) >= 20);
});

test('a scale bar has a round length', () => {
  assert.deepEqual([999, 1000, 260, 51].map(roundLength), [500, 1000, 200, 50]);
});

test('events that meet in time get lanes of their own, and those beyond the year are cut at it', () => {
  const [a, b, c] = yearStrip([{ from: '2025-12-20', to: '2026-01-08' }, { from: '2026-01-05', to: '2026-01-05' }, { from: '2026-01-09', to: '2026-12-31' }], 2026);
  assert.deepEqual([a.lane, b.lane, c.lane], [0, 1, 0]);
  assert.equal(a.left, 0);
  assert.ok(Math.abs(c.left + c.width - 100) < 0.02);
});

test('days that differ between municipalities are left to fill in', () => {
  for (const { key, kind, day } of YEAR_TEMPLATES) assert.equal(kind === 'school' && day !== null, false, key);
});
