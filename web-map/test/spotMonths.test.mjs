import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestPicture, statusesOf, stripOf } from '../src/map/lib/spotMonths.js';

const month = (name, status = 'persistent', count = 7) => ({ month: name, status, count, merged: [], followed: false });

test('a strip has every month between the first and the last, also those nobody has looked through', () => {
  const strip = stripOf([month('2025-11', 'new'), month('2026-02')]);
  assert.deepEqual(strip.map((each) => [each.month, each.status]), [
    ['2025-11', 'new'],
    ['2025-12', null],
    ['2026-01', null],
    ['2026-02', 'persistent'],
  ]);
});

test('a long strip keeps the newest two years', () => {
  const strip = stripOf([month('2020-01', 'new'), month('2026-12')]);
  assert.equal(strip.length, 24);
  assert.equal(strip[0].month, '2025-01');
  assert.equal(strip.at(-1).month, '2026-12');
});

test('a spot that no month tells of has no strip', () => {
  assert.deepEqual(stripOf([]), []);
  assert.deepEqual(statusesOf([]), []);
});

test('only statuses that occur are explained', () => {
  assert.deepEqual(statusesOf([month('2026-01', 'gone'), month('2026-02', 'new'), month('2026-03', null)]), ['new', 'gone']);
});

test('the picture to go to is the newest edition of the newest month in which the spot was there', () => {
  const months = [month('2026-01', 'new'), month('2026-02'), month('2026-03', 'gone', 0)];
  const pictures = [
    { id: 1, month: '2026-01', edition: 1 },
    { id: 2, month: '2026-02', edition: 1 },
    { id: 3, month: '2026-02', edition: 2 },
    { id: 4, month: '2026-03', edition: 1 },
  ];
  assert.equal(newestPicture(pictures, months).id, 3);
  assert.equal(newestPicture([], months), null);
});
