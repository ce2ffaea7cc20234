import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromSweref, inSweden, toSweref } from '../src/map/lib/sweref.js';

test('Herrljunga has the coordinates that PROJ gives it', () => {
  const { north, east } = toSweref(13.0221, 58.0777);
  assert.ok(Math.abs(north - 6439069.968) < 0.001, `north ${north}`);
  assert.ok(Math.abs(east - 383351.459) < 0.001, `east ${east}`);
});

test('there and back again gives the same place all over Sweden', () => {
  for (const [lon, lat] of [[11.1, 58.9], [12.97, 55.34], [15, 62], [18.07, 59.33], [24.15, 65.84], [20.3, 69.05]]) {
    const { north, east } = toSweref(lon, lat);
    const back = fromSweref(north, east);
    assert.ok(Math.abs(back.lon - lon) < 1e-9 && Math.abs(back.lat - lat) < 1e-9, `${lon} ${lat} → ${back.lon} ${back.lat}`);
  }
});

test('the central meridian is 500 km east', () => {
  assert.equal(toSweref(15, 60).east, 500000);
});

test('Kent is not in Sweden', () => {
  assert.equal(inSweden(0.5, 51.3), false);
  assert.equal(inSweden(13.02, 58.08), true);
});
