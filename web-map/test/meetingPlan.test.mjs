import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeHash } from '../src/map/lib/hash.js';
import { inOrder, mergePlans, minutesOf, monthBefore, moved, newPlan, nextMeeting, presentItem, readItem, stepAfterKey, stepTarget, viewAddress, withValue } from '../src/map/lib/meetingPlan.js';

const item = (patch) => ({ kind: 'text', title: 'A', spotId: null, view: '', minutes: 5, notes: '', ...patch });

test('an address points at the list, a meeting, a step of it or a new one', () => {
  assert.deepEqual(readItem(null), {});
  assert.deepEqual(readItem('new'), { making: true });
  assert.deepEqual(readItem('12'), { meeting: 12 });
  assert.deepEqual(readItem(presentItem(12, 3)), { meeting: 12, step: 3 });
  for (const odd of ['0', '12/present', '12/present/0', 'x/present/1', '12/3']) assert.deepEqual(readItem(odd), {}, odd);
});

test('arrow keys, page keys, home, end and space of a clicker lead from step to step and never beyond', () => {
  for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) assert.equal(stepAfterKey(key, 1, 3), 2, key);
  for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) assert.equal(stepAfterKey(key, 2, 3), 1, key);
  assert.equal(stepAfterKey('ArrowRight', 3, 3), 3);
  assert.equal(stepAfterKey('PageUp', 1, 3), 1);
  assert.equal(stepAfterKey('Home', 3, 3), 1);
  assert.equal(stepAfterKey('End', 1, 3), 3);
  assert.equal(stepAfterKey('x', 1, 3), null);
});

test('an item moves to any place and the others keep their order', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
  assert.deepEqual(moved(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b']);
  assert.equal(minutesOf([item({}), item({ minutes: null }), item({ minutes: 10 })]), 15);
});

test('what only one has changed is taken from that one, also item by item', () => {
  const base = { ...newPlan('2026-11-03', 'EST'), agenda: [item({}), item({ title: 'B' })] };
  const current = { ...base, place: 'Skolan', agenda: [item({ notes: 'deras' }), item({ title: 'B' })] };
  const yours = { ...base, chair: 'Polisen', agenda: [item({}), item({ title: 'B', notes: 'mina' })] };
  const { plan, conflicts } = mergePlans(base, current, yours);
  assert.deepEqual(conflicts, []);
  assert.equal(plan.place, 'Skolan');
  assert.equal(plan.chair, 'Polisen');
  assert.deepEqual(plan.agenda.map(({ notes }) => notes), ['deras', 'mina']);
});

test('what both have changed is told with both versions', () => {
  const base = { ...newPlan('2026-11-03', 'EST'), agenda: [item({})] };
  const current = { ...base, agenda: [item({ notes: 'deras' })] };
  const { plan, conflicts } = mergePlans(base, current, { ...base, agenda: [item({ notes: 'mina' })] });
  assert.deepEqual(conflicts, [{ path: ['agenda', 0, 'notes'], current: 'deras', yours: 'mina' }]);
  assert.equal(plan.agenda[0].notes, 'deras');
  assert.equal(withValue(plan, conflicts[0].path, 'mina').agenda[0].notes, 'mina');
});

test('the next meeting is the earliest planned one to come, and it is listed first', () => {
  const meetings = [
    { id: 1, heldOn: '2026-09-01', state: 'approved' },
    { id: 2, heldOn: '2026-12-01', state: 'planned' },
    { id: 3, heldOn: '2026-11-24', state: 'planned' },
  ];
  assert.equal(nextMeeting(meetings, '2026-11-22').id, 3);
  assert.deepEqual(inOrder(meetings, '2026-11-22').map(({ id }) => id), [3, 2, 1]);
  assert.equal(nextMeeting([], '2026-11-22'), null);
  assert.equal(monthBefore('2026-01-12'), '2025-12');
});

test('a step shows its saved view, its spot, the page of the picture, or a sheet', () => {
  const state = { ...decodeHash('#map=14/58.07/13.02&from=2026-01-01&to=2026-06-30&hotspot=c-1'), page: 'meeting', item: '1', lang: 'en' };
  const view = viewAddress(state);
  assert.equal(view, 'map=14/58.07/13.02&from=2026-01-01&to=2026-06-30&hotspot=c-1');
  assert.equal(stepTarget(item({ view }), 5, decodeHash).state.hotspot, 'c-1');
  assert.deepEqual(stepTarget(item({ view: 'page=cause&item=7' }), 5, decodeHash), { kind: 'page', page: 'cause', item: '7' });
  assert.deepEqual(stepTarget(item({ kind: 'spot', spotId: 7 }), 5, decodeHash), { kind: 'spot', spot: 7 });
  assert.deepEqual(stepTarget(item({ kind: 'picture' }), 5, decodeHash), { kind: 'page', page: 'picture', item: '5' });
  assert.deepEqual(stepTarget(item({ kind: 'picture' }), null, decodeHash), { kind: 'sheet' });
});
