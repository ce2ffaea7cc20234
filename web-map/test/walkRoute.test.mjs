import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLast, lineOf } from '../src/phone/walk/routeLine.js';

test('a place pressed twice is added to a route once, but a route may come back to where it began', () => {
  const corners = [[18.8, 61.9], [18.81, 61.91]];
  assert.equal(isLast(corners, { lon: 18.81, lat: 61.91 }), true);
  assert.equal(isLast(corners, { lon: 18.8, lat: 61.9 }), false);
  assert.equal(isLast([], { lon: 18.8, lat: 61.9 }), false);
});

test('one place is no route yet', () => {
  assert.equal(lineOf([]), null);
  assert.equal(lineOf([[18.8, 61.9]]), null);
  assert.deepEqual(lineOf([[18.8, 61.9], [18.81, 61.91]]), { type: 'LineString', coordinates: [[18.8, 61.9], [18.81, 61.91]] });
});
