import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstChoice, letterOf, nextAfter, settlement, whenWords, writtenWords } from '../src/map/lib/placeQueue.js';

const STREET = { name: 'Storgatan', lon: 13, lat: 58, precision: 'street', score: 0.6, shape: { type: 'LineString', coordinates: [] } };
const POINT = { name: 'ICA', lon: 13.1, lat: 58.1, precision: 'address', score: 0.2, shape: null };

test('candidates are named by letters', () => {
  assert.equal(letterOf(0), 'A');
  assert.equal(letterOf(7), 'H');
});

test('what is written is told once, without what is empty', () => {
  assert.equal(writtenWords({ text: 'vid ICA', locality: 'Ljung', property: '' }), 'vid ICA, Ljung');
  assert.equal(writtenWords({ text: '', locality: '', property: 'Hudene 1:23' }), 'Hudene 1:23');
});

test('only a candidate that stands out is chosen beforehand', () => {
  assert.equal(firstChoice([STREET, POINT]), 0);
  assert.equal(firstChoice([POINT]), -1);
  assert.equal(firstChoice([STREET, { ...STREET, score: 0.4 }]), -1);
  assert.equal(firstChoice([]), -1);
});

test('a street is sent with its line unless it is a point that is meant', () => {
  const row = { candidates: [STREET, POINT], choice: 0, own: null, sameText: true };
  assert.deepEqual(settlement({ ...row, precision: 'street' }), { lon: 13, lat: 58, precision: 'street', name: 'Storgatan', sameText: true, shape: 0 });
  assert.equal(settlement({ ...row, precision: 'address' }).shape, undefined);
  assert.equal(settlement({ ...row, choice: 1, precision: 'area' }).shape, undefined);
});

test('a place of one’s own is sent by its coordinates, and nothing when none is chosen', () => {
  assert.deepEqual(settlement({ candidates: [], choice: 'own', own: { lon: 1, lat: 2 }, precision: 'address', sameText: false }), { lon: 1, lat: 2, precision: 'address', name: '', sameText: false });
  assert.equal(settlement({ candidates: [STREET], choice: -1, own: null, precision: 'address', sameText: false }), null);
});

test('the next item follows the one that is gone, at the end the one before', () => {
  const items = [{ id: 1 }, { id: 2 }, { id: 3 }];
  assert.equal(nextAfter(items, 2).id, 3);
  assert.equal(nextAfter(items, 3).id, 2);
  assert.equal(nextAfter([{ id: 1 }], 1), null);
});

test('a whole day has no clock', () => {
  assert.equal(whenWords({ from: '2026-01-05T00:00', to: '2026-01-06T00:00' }), '2026-01-05');
  assert.equal(whenWords({ from: '2026-01-05T21:30', to: '2026-01-05T21:31' }), '2026-01-05 21:30');
  assert.equal(whenWords(null), '');
});
