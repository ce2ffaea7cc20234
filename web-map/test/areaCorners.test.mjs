import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cornerRows, hasCornerList, readCorners, systemFor } from '../src/map/lib/areaCorners.js';
import { areaSquareMetres } from '../src/map/lib/shapes.js';

const SQUARE = { type: 'Polygon', coordinates: [[[13.01, 58.07], [13.012, 58.07], [13.012, 58.071], [13.01, 58.071], [13.01, 58.07]]] };

test('an area written as corners and read again is the same area', () => {
  for (const system of ['sweref', 'wgs84']) {
    for (const locale of ['sv', 'en']) {
      const { geometry, faults } = readCorners(cornerRows(SQUARE, system, locale), system);
      assert.deepEqual(faults, []);
      const ratio = areaSquareMetres(geometry) / areaSquareMetres(SQUARE);
      assert.ok(Math.abs(ratio - 1) < 0.02, `${system} ${locale}: ${ratio}`);
    }
  }
});

test('corners are read with spaces between thousands and decimal commas', () => {
  const rows = [['6 437 100', '382 700,5'], ['6\u00a0437\u00a0100', '382800'], ['6437200', '382800']];
  assert.equal(readCorners(rows, 'sweref').geometry.coordinates[0].length, 4);
});

test('each corner that cannot be read is named, with what is wrong', () => {
  const rows = [['6437100', '382700'], ['sex', '382700'], ['6437100', ''], ['382700', '6437100'], ['', '']];
  assert.deepEqual(readCorners(rows, 'sweref'), {
    geometry: null,
    faults: [{ row: 1, what: 'number' }, { row: 2, what: 'half' }, { row: 3, what: 'outside' }],
  });
});

test('two corners are no area yet', () => {
  assert.deepEqual(readCorners([['6437100', '382700'], ['6437200', '382700'], ['', '']], 'sweref'), { geometry: null, faults: [] });
});

test('an area with holes or in several parts has no list of corners', () => {
  assert.equal(hasCornerList(null), true);
  assert.equal(hasCornerList(SQUARE), true);
  assert.equal(hasCornerList({ type: 'Polygon', coordinates: [SQUARE.coordinates[0], SQUARE.coordinates[0]] }), false);
  assert.equal(hasCornerList({ type: 'MultiPolygon', coordinates: [SQUARE.coordinates] }), false);
});

test('areas in Sweden are written on the Swedish grid, others in degrees', () => {
  assert.equal(systemFor(SQUARE), 'sweref');
  assert.equal(systemFor(null), 'sweref');
  assert.equal(systemFor({ type: 'Polygon', coordinates: [[[0.5, 51.2], [0.6, 51.2], [0.6, 51.3], [0.5, 51.2]]] }), 'wgs84');
});
