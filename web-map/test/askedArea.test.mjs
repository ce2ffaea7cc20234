import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAsked } from '../src/phone/survey/askedArea.js';

const SQUARE = { type: 'Polygon', coordinates: [[[13, 58], [13.02, 58], [13.02, 58.01], [13, 58.01], [13, 58]]] };
const HOLED = { type: 'MultiPolygon', coordinates: [[SQUARE.coordinates[0], [[13.005, 58.002], [13.015, 58.002], [13.015, 58.008], [13.005, 58.008], [13.005, 58.002]]]] };
const wave = (area) => ({ area, areaMarginMetres: 50 });

test('a place inside the area is asked about, one far outside is not', () => {
  assert.equal(isAsked(wave(SQUARE), { lon: 13.01, lat: 58.005 }), true);
  assert.equal(isAsked(wave(SQUARE), { lon: 13.03, lat: 58.005 }), false);
});

test('across the street is still asked about', () => {
  assert.equal(isAsked(wave(SQUARE), { lon: 13.0205, lat: 58.005 }), true);
  assert.equal(isAsked(wave(SQUARE), { lon: 13.022, lat: 58.005 }), false);
});

test('a hole in the area is outside', () => {
  assert.equal(isAsked(wave(HOLED), { lon: 13.01, lat: 58.005 }), false);
  assert.equal(isAsked(wave(HOLED), { lon: 13.0025, lat: 58.005 }), true);
});

test('a wave of the whole municipality leaves it to the service', () => {
  assert.equal(isAsked(wave(null), { lon: 0, lat: 0 }), true);
});
