import test from 'node:test';
import assert from 'node:assert/strict';
import * as shapes from '../src/map/lib/shapes.js';

const near = (actual, expected, tolerance) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

test('a degree of latitude is about 111.2 km', () => {
  near(shapes.distanceMetres([13, 58], [13, 59]), 111195, 5);
});

test('a square of 100 metres has 400 metres round it and a hectare within', () => {
  const a = [13, 58];
  const b = shapes.movePoint(a, 100, 0);
  const c = shapes.movePoint(b, 0, 100);
  const d = shapes.movePoint(c, -100, 0);
  near(shapes.lengthMetres([a, b, c, d, a]), 400, 0.1);
  near(shapes.areaSquareMetres(shapes.geometryOf('area', [a, b, c, d])), 10000, 5);
});

test('a drawn area runs counter-clockwise and closes, whichever way it was drawn', () => {
  const clockwise = [[13, 58], [13, 58.1], [13.1, 58.1], [13.1, 58]];
  const ring = shapes.geometryOf('area', clockwise).coordinates[0];
  assert.equal(ring.length, 5);
  assert.deepEqual(ring[0], ring[4]);
  const signed = ring.slice(0, -1).reduce((sum, [x, y], i) => sum + x * ring[i + 1][1] - ring[i + 1][0] * y, 0);
  assert.ok(signed > 0);
});

test('too few corners make no geometry', () => {
  assert.equal(shapes.geometryOf('line', [[13, 58], [13, 58]]), null);
  assert.equal(shapes.geometryOf('area', [[13, 58], [13, 58.1]]), null);
  assert.equal(shapes.geometryOf('point', []), null);
});

test('a circle has the radius asked for and nearly the area of a circle', () => {
  const disc = shapes.circle([13.02, 58.07], 50);
  near(shapes.distanceMetres([13.02, 58.07], disc.coordinates[0][7]), 50, 0.2);
  near(shapes.areaSquareMetres(disc), Math.PI * 2500, 30);
});

test('holes are taken off the area', () => {
  const outer = shapes.circle([13, 58], 100).coordinates[0];
  const hole = shapes.circle([13, 58], 50).coordinates[0];
  const whole = shapes.areaSquareMetres({ type: 'Polygon', coordinates: [outer] });
  near(shapes.areaSquareMetres({ type: 'Polygon', coordinates: [outer, hole] }), whole * 0.75, 5);
});

test('corners of a drawn area come back as they were placed', () => {
  const corners = [[13, 58], [13.1, 58], [13.1, 58.1]];
  assert.deepEqual(shapes.cornersOf(shapes.geometryOf('area', corners)), corners);
  assert.equal(shapes.shapeOf(shapes.geometryOf('line', corners)), 'line');
  assert.deepEqual(shapes.boundsOf(shapes.geometryOf('line', corners)), [13, 58, 13.1, 58.1]);
});

test('an hourglass crosses itself and a square does not', () => {
  assert.equal(shapes.crossesItself([[0, 0], [1, 1], [1, 0], [0, 1]]), true);
  assert.equal(shapes.crossesItself([[0, 0], [1, 0], [1, 1], [0, 1]]), false);
});
