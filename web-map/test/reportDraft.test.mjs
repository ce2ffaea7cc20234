import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, draftOf, emptyDraft, isBegun } from '../src/report/draft.js';
import { newKey } from '../src/report/newKey.js';
import { keptSize } from '../src/report/shrink.js';
import { liesAhead, minuteOf, whenOf } from '../src/report/when.js';

const place = { lon: 13, lat: 58, accuracyMetres: 8, words: 'Storgatan', how: 'gps' };

test('"now" is the minute the report was written, however late it is sent', () => {
  const written = new Date(2026, 10, 22, 9, 5);
  assert.equal(whenOf({ kind: 'now' }, written), '2026-11-22T09:05');
  assert.equal(bodyOf({ ...emptyDraft(), type: 'BEL', place }, written).when, '2026-11-22T09:05');
});

test('a day without an hour stays a day', () => {
  assert.equal(whenOf({ kind: 'then', day: '2026-11-20', time: '' }, new Date()), '2026-11-20');
  assert.equal(whenOf({ kind: 'then', day: '2026-11-20', time: '23:10' }, new Date()), '2026-11-20T23:10');
  assert.equal(whenOf({ kind: 'then', day: '', time: '' }, new Date()), null);
});

test('what lies ahead is told, today is not ahead', () => {
  const now = new Date(2026, 10, 22, 9, 5);
  assert.equal(liesAhead('2026-11-22', now), false);
  assert.equal(liesAhead('2026-11-22T09:05', now), false);
  assert.equal(liesAhead('2026-11-22T09:06', now), true);
  assert.equal(liesAhead('2026-11-23', now), true);
  assert.equal(minuteOf(now), '2026-11-22T09:05');
});

test('a refused report becomes a draft with the same key and everything in it', () => {
  const draft = { ...emptyDraft(), type: 'BEL', place, words: 'mörkt' };
  const again = draftOf({ key: draft.key, body: bodyOf(draft, new Date(2026, 10, 22, 9, 5)), photos: [{ key: 'p', blob: new Blob(['x']) }] });
  assert.equal(again.key, draft.key);
  assert.deepEqual([again.type, again.words, again.place.lon, again.photos.length, again.when.day], ['BEL', 'mörkt', 13, 1, '2026-11-22']);
});

test('an untouched draft holds nothing to miss', () => {
  assert.equal(isBegun(emptyDraft()), false);
  assert.equal(isBegun({ ...emptyDraft(), words: 'a' }), true);
});

test('keys are random UUIDs, also without the browser’s own maker', () => {
  assert.match(newKey(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const own = crypto.randomUUID;
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  try {
    assert.match(newKey(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  } finally {
    Object.defineProperty(crypto, 'randomUUID', { value: own, configurable: true });
  }
});

test('a picture keeps its proportions', () => {
  assert.deepEqual(keptSize(4000, 3000), [1600, 1200]);
  assert.deepEqual(keptSize(3000, 4000), [1200, 1600]);
  assert.deepEqual(keptSize(800, 600), [800, 600]);
  assert.deepEqual(keptSize(100_000, 1), [1600, 1]);
});
