import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracyOf, locationFault } from '../src/phone/placeAccuracy.js';

const around = (lon, lat, half) => [lon - half, lat - half, lon + half, lat + half];

test('a house is surer than the street it stands in', () => {
  const house = accuracyOf({ kind: 'address', bounds: around(13, 58, 0) });
  const street = accuracyOf({ kind: 'street', bounds: [13, 58, 13.01, 58] });
  assert.ok(house < street);
  assert.ok(Math.abs(street - 295) < 3, `half of 590 m of street at 58° is ${street} m`);
});

test('a square that came as a point is not taken for exact, and a whole region not for usable', () => {
  assert.equal(accuracyOf({ kind: 'place', bounds: around(13, 58, 0) }), 15);
  assert.equal(accuracyOf({ kind: 'place', bounds: around(13, 58, 2) }), 5000);
});

test('who has refused is told where to allow it, who waited is told to go outdoors', () => {
  assert.equal(locationFault({ code: 1 }), 'picker.locateDenied');
  assert.equal(locationFault({ code: 3 }), 'picker.locateSlow');
  assert.equal(locationFault({ code: 2 }), 'picker.locateFailed');
});
