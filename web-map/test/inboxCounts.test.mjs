import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bus } from '../src/map/bus.js';
import { InboxCounts } from '../src/map/ui/inbox/inboxCounts.js';
import { permittedSections } from '../src/map/ui/inbox/sections.js';

const app = { bus: new Bus(), can: (...roles) => roles.includes('est-member') };
const section = (id, count, roles = ['est-member']) => ({ id, roles, count });

test('the badge is the sum of what waits in every section', async () => {
  const counts = new InboxCounts(app, [section('reports', async () => 3), section('places', async () => 4)]);
  await counts.ask();
  assert.deepEqual(counts.value, { total: 7, bySection: { reports: 3, places: 4 } });
});

test('a section that cannot be asked does not take the others with it, and keeps its former number', async () => {
  let away = true;
  const flaky = section('places', async () => {
    if (away) throw new Error('no contact');
    return 5;
  });
  const counts = new InboxCounts(app, [section('reports', async () => 3), flaky]);
  await counts.ask();
  assert.deepEqual(counts.value, { total: 3, bySection: { reports: 3, places: null } });
  away = false;
  await counts.ask();
  away = true;
  await counts.ask();
  assert.equal(counts.value.total, 8);
});

test('an answer that a newer question has overtaken is not shown', async () => {
  let release;
  const answers = [new Promise((resolve) => (release = resolve)), Promise.resolve(1)];
  const counts = new InboxCounts(app, [section('reports', () => answers.shift())]);
  const slow = counts.ask();
  await counts.ask();
  release(9);
  await slow;
  assert.equal(counts.value.total, 1);
});

test('nobody is told of a section that is not for them', () => {
  const all = [section('reports', async () => 0), section('texts', async () => 0, ['communicator'])];
  assert.deepEqual(permittedSections(app, all).map(({ id }) => id), ['reports']);
});
