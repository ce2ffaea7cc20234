import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, boxesMeet, distanceToLine, insideRings, labelPlace, lineLength, ringArea } from '../src/map/lib/geometry.js';
import { boundsMeet, boundsOfGeometry, grownBounds, joinBounds } from '../src/map/lib/bounds.js';
import { latOf, lonOf, metresPerPixel, worldGeometry, worldX, worldY } from '../src/map/lib/mercator.js';

const SQUARE = [0, 0, 10, 0, 10, 10, 0, 10];
const HOLE = [4, 4, 6, 4, 6, 6, 4, 6];

test('the pointer is inside an area but not in its hole', () => {
  assert.equal(insideRings([SQUARE, HOLE], 2, 2), true);
  assert.equal(insideRings([SQUARE, HOLE], 5, 5), false);
  assert.equal(insideRings([SQUARE, HOLE], 12, 5), false);
});

test('the distance to a line is the distance to its nearest stretch', () => {
  assert.equal(distanceToLine([0, 0, 10, 0], 5, 3), 3);
  assert.equal(distanceToLine([0, 0, 10, 0], 13, 4), 5);
  assert.equal(distanceToLine([1, 1], 4, 5), 5);
});

test('length, area and box', () => {
  assert.equal(lineLength([0, 0, 3, 4, 3, 10]), 11);
  assert.equal(ringArea(SQUARE), 100);
  assert.deepEqual(boundsOf([SQUARE, [20, -5]]), { minX: 0, minY: -5, maxX: 20, maxY: 10 });
  assert.equal(boxesMeet({ minX: 0, minY: 0, maxX: 1, maxY: 1 }, { minX: 1, minY: 1, maxX: 2, maxY: 2 }), true);
  assert.equal(boxesMeet({ minX: 0, minY: 0, maxX: 1, maxY: 1 }, { minX: 1.1, minY: 0, maxX: 2, maxY: 1 }), false);
});

test('a street name lies along the street and is never upside down', () => {
  const place = labelPlace([100, 0, 0, 0], 40);
  assert.deepEqual([place.x, place.y], [50, 0]);
  assert.equal(Math.abs(place.angle), 0);
});

test('a street that is too short or too bent gets no name', () => {
  assert.equal(labelPlace([0, 0, 30, 0], 40), null);
  assert.equal(labelPlace([0, 0, 20, 0, 20, 20, 0, 20, 0, 0], 60), null);
});

test('the world is one wide and comes back', () => {
  assert.equal(worldX(-180), 0);
  assert.equal(worldX(180), 1);
  assert.ok(Math.abs(worldY(85.0511287798)) < 1e-9);
  for (const [lon, lat] of [[13.02, 58.08], [-122, -37], [0, 0]]) {
    assert.ok(Math.abs(lonOf(worldX(lon)) - lon) < 1e-9 && Math.abs(latOf(worldY(lat)) - lat) < 1e-9);
  }
});

test('a pixel at zoom 0 on the equator is a 256th of the way round', () => {
  assert.ok(Math.abs(metresPerPixel(0, 0) - 156543.0339) < 0.001);
});

test('GeoJSON becomes flat world coordinates by kind', () => {
  assert.equal(worldGeometry({ type: 'Point', coordinates: [0, 0] }).kind, 'point');
  const area = worldGeometry({ type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]] });
  assert.equal(area.kind, 'area');
  assert.equal(area.parts.length, 2);
  assert.deepEqual([...area.parts[0].slice(0, 2)], [0.5, 0.5]);
  assert.throws(() => worldGeometry({ type: 'GeometryCollection' }), TypeError);
});

test('the box of a geometry of any depth, and the box around boxes', () => {
  assert.deepEqual(boundsOfGeometry({ coordinates: [[[[13, 58], [14, 58], [14, 59]]], [[[12.5, 58.5]]]] }), [12.5, 58, 14, 59]);
  assert.deepEqual(boundsOfGeometry({ coordinates: [13, 58] }), [13, 58, 13, 58]);
  assert.equal(boundsMeet([13, 58, 14, 59], [14, 59, 15, 60]), true);
  assert.equal(boundsMeet([13, 58, 14, 59], [0, 51, 1, 52]), false);
  assert.deepEqual(joinBounds([[13, 58, 14, 59], [12, 58.5, 13, 60]]), [12, 58, 14, 60]);
});

test('a box grows on every side but not out of the world', () => {
  assert.deepEqual(grownBounds([13, 58, 14, 59], 0.5), [12.5, 57.5, 14.5, 59.5]);
  assert.deepEqual(grownBounds([-180, -90, 180, 90], 0.5), [-180, -90, 180, 90]);
  assert.deepEqual(grownBounds([-0.0037899638677535, 50.873003003201184, 1.4464949681425716, 51.5], 0.5), [-0.5038, 50.373, 1.9465, 52]);
});
