import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foremost, placeRows } from '../src/map/lib/analysisTables.js';
import { nameNear, namesNear } from '../src/map/lib/nearHotspot.js';

const hotspot = (name, lon, lat) => ({ properties: { name, centre: [lon, lat] } });
const HOTSPOTS = [hotspot('Station', 13.02, 58.08), hotspot('School', 13.03, 58.08)];
const square = (lon, lat, half, properties = {}) => ({
  properties,
  geometry: { type: 'Polygon', coordinates: [[[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half], [lon - half, lat - half]]] },
});

test('a place is called after the hotspot it covers or lies beside', () => {
  assert.equal(nameNear(square(13.0205, 58.0803, 0.001).geometry, HOTSPOTS), 'Station');
  assert.equal(nameNear(square(13.0218, 58.08, 0.0005).geometry, HOTSPOTS), 'Station');
  assert.equal(nameNear({ type: 'Point', coordinates: [13.0299, 58.08] }, HOTSPOTS), 'School');
});

test('a place far from all hotspots has no name', () => {
  assert.equal(nameNear(square(13.1, 58.2, 0.001).geometry, HOTSPOTS), null);
  assert.equal(nameNear(null, HOTSPOTS), null);
  assert.equal(nameNear(square(13.02, 58.08, 0.001).geometry, []), null);
  assert.equal(nameNear(square(13.02, 58.08, 0.001).geometry, [{ properties: { name: 'Nowhere' } }]), null);
});

test('of a large place that covers several the nearest to its middle is taken, and each name is told once', () => {
  assert.equal(nameNear(square(13.027, 58.08, 0.02).geometry, HOTSPOTS), 'School');
  assert.deepEqual(namesNear([square(13.02, 58.08, 0.001), square(13.0201, 58.08, 0.001), square(13.03, 58.08, 0.001)], HOTSPOTS), ['Station', 'School']);
});

test('the foremost places are those of the class that asks for most', () => {
  const features = [square(0, 0, 1, { class: 'none' }), square(0, 0, 1, { class: 'hot95' }), square(0, 0, 1, { class: 'hot99' })];
  assert.deepEqual(foremost(features), [features[2]]);
  assert.deepEqual(foremost([features[0]]), []);
  assert.deepEqual(foremost([square(0, 0, 1, { count: 3 })]), []);
  assert.deepEqual(foremost([]), []);
});

test('rows without a name of their own say what they lie near', () => {
  const features = [square(13.02, 58.08, 0.001, { class: 'alarm', count: 4 }), square(14, 58.08, 0.001, { class: 'watch', count: 9 })];
  const { columns, rows } = placeRows(features, ({ geometry }) => nameNear(geometry, HOTSPOTS));
  assert.deepEqual(columns, ['near', 'class', 'count']);
  assert.deepEqual(rows.map(([name]) => name), ['Station', null]);
  assert.deepEqual(placeRows([{ properties: { name: 'Own' }, geometry: null }], () => 'Other').columns, ['name']);
});
