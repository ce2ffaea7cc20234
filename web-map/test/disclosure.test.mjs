import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areaRows, changedCells, fates, refusedAreas, sketchPlaces } from '../src/map/lib/disclosure.js';
import { grouped, happenings, toldEvents } from '../src/map/lib/publicationList.js';

const cell = (area, patch) => ({ area, areaName: `Område ${area}`, series: 'all', count: null, class: 'few', shown: false, reason: 'few', ...patch });
const REPORT = { cells: [cell('a1', { count: 23, class: '20-49', shown: true, reason: null }), cell('a2'), cell('a3', { reason: 'complementary', count: 7 }), cell('a1', { series: 'damage' })] };

test('every area of a series has one row, and a hidden number is in none of them', () => {
  const rows = areaRows(REPORT, 'all');
  assert.deepEqual(rows.map(({ number, name, count, fate }) => [number, name, count, fate]), [[1, 'Område a1', 23, 'shown'], [2, 'Område a2', null, 'few'], [3, 'Område a3', null, 'complementary']]);
  assert.deepEqual(fates(rows), [{ fate: 'shown', count: 1 }, { fate: 'few', count: 1 }, { fate: 'complementary', count: 1 }]);
});

test('the number of an area stands in its largest part', () => {
  const square = (west, south, side) => [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]];
  const [place] = sketchPlaces([{ rings: [square(0, 0, 1), square(10, 10, 4)] }]);
  assert.deepEqual(place.centre, [12, 12]);
});

test('an area that two refusals are about is marked once', () => {
  assert.deepEqual(refusedAreas([{ areas: ['a1', 'a2'] }, { areas: ['a2'] }]), ['a1', 'a2']);
});

test('what is no longer shown comes first among the changes', () => {
  const change = (before, now) => ({ area: `${before} ${now}`, before, now });
  assert.deepEqual(changedCells({ cells: [change('5-9', '10-19'), change('few', '5-9'), change('5-9', 'few')] }).map(({ area }) => area), ['5-9 few', 'few 5-9', '5-9 10-19']);
});

test('what waits for somebody stands first in the list and empty groups are left out', () => {
  const groups = grouped([{ id: 1, state: 'approved', year: 2023 }, { id: 2, state: 'waiting', year: 2025 }, { id: 3, state: 'approved', year: 2024 }]);
  assert.deepEqual(groups.map(({ state, publications }) => [state, publications.map(({ id }) => id)]), [['waiting', [2]], ['approved', [3, 1]]]);
});

test('a publication says who sent, approved and withdrew it, and a draft who wrote last', () => {
  const draft = { updatedBy: 'anna', updatedAt: '2026-01-02T10:00:00Z', sent: null, approvedBy: null, approvedAt: null, withdrawn: null };
  assert.deepEqual(happenings(draft).map(({ what }) => what), ['changed']);
  assert.deepEqual(happenings({ ...draft, sent: { by: 'anna', at: '2026-01-03T10:00:00Z' }, approvedBy: 'bo', approvedAt: '2026-01-04T10:00:00Z' }).map(({ what, who }) => [what, who]), [['sent', 'anna'], ['approved', 'bo']]);
});

test('a morning of small changes by one person is one line of the history', () => {
  const event = (version, what, by) => ({ version, what, by });
  const events = [event(1, 'prepared', 'anna'), event(2, 'changed', 'anna'), event(3, 'changed', 'anna'), event(4, 'changed', 'bo'), event(5, 'sent', 'anna')];
  assert.deepEqual(toldEvents(events).map(({ version }) => version), [5, 4, 3, 1]);
});
