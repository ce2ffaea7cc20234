import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox, outcomeOf } from '../src/report/outbox.js';
import { MemoryStore } from '../src/report/outboxStore.js';

const problem = (status, more = {}) => Object.assign(new Error(String(status)), { status, detail: `fel ${status}`, errors: [], ...more });

/** A service that remembers keys, and can be away or lose its answer. */
class Service {
  reports = new Map();
  photos = [];
  posts = 0;
  fails = [];

  async post(path, body) {
    this.posts++;
    const fail = this.fails.shift();
    if (fail === 'away') throw problem(0, { code: 'network' });
    if (typeof fail === 'number') throw problem(fail);
    if (path === '/api/reports') {
      if (!this.reports.has(body.key)) this.reports.set(body.key, { id: this.reports.size + 1, key: body.key });
      if (fail === 'answer lost') throw problem(0, { code: 'network' });
      return { body: this.reports.get(body.key) };
    }
    this.photos.push(path);
    return { body: {} };
  }
}

const item = (key, photos = []) => ({ key, madeAt: Number(key.slice(1)), body: { type: 'BEL', words: '', place: {} }, photos });

async function outboxOf(service, options = {}) {
  const store = new MemoryStore();
  const arrived = [];
  const outbox = await new Outbox(store, service, { alone: (act) => act(), onArrived: (report) => arrived.push(report.key), ...options }).open('anna');
  return { outbox, arrived, store };
}

test('what is written without a network goes on its way when there is one', async () => {
  const service = new Service();
  service.fails = ['away'];
  const { outbox, arrived } = await outboxOf(service);
  await outbox.add(item('k1'));
  await outbox.send();
  assert.equal(outbox.items[0].state, 'waiting');
  await outbox.send();
  assert.deepEqual([outbox.items.length, arrived], [0, ['k1']]);
});

test('an answer that is lost on its way does not make a second report', async () => {
  const service = new Service();
  service.fails = ['answer lost'];
  const { outbox, arrived } = await outboxOf(service);
  await outbox.add(item('k1'));
  await outbox.send();
  await outbox.send();
  assert.equal(service.reports.size, 1);
  assert.deepEqual(arrived, ['k1']);
});

test('a report survives a reload with the pictures that are not sent yet', async () => {
  const service = new Service();
  const { outbox, store } = await outboxOf(service);
  service.fails = [null, null, 'away'];
  await outbox.add(item('k1', [{ key: 'p1', blob: new Blob(['1']), sent: false }, { key: 'p2', blob: new Blob(['2']), sent: false }]));
  await outbox.send();
  assert.equal(service.photos.length, 1);
  const after = await new Outbox(store, service, { alone: (act) => act() }).open('anna');
  assert.deepEqual(after.items[0].photos.map(({ sent }) => sent), [true, false]);
  await after.send();
  assert.deepEqual([service.reports.size, service.photos.length, after.items.length], [1, 2, 0]);
});

test('when the session has ended it is begun anew once and the report goes', async () => {
  const service = new Service();
  service.fails = [401];
  let entered = 0;
  const { outbox, arrived } = await outboxOf(service, { enter: async () => (entered++, true) });
  await outbox.add(item('k1'));
  await outbox.send();
  assert.deepEqual([entered, arrived], [1, ['k1']]);
});

test('a report that the service refuses stays to be set right, and does not hold up the next', async () => {
  const service = new Service();
  service.fails = [422];
  const { outbox, arrived } = await outboxOf(service);
  await outbox.add(item('k1'));
  await outbox.add(item('k2'));
  await outbox.send();
  await outbox.send();
  assert.deepEqual(outbox.items.map(({ key, state, fault }) => [key, state, fault.detail]), [['k1', 'refused', 'fel 422']]);
  assert.deepEqual(arrived, ['k2']);
  const taken = await outbox.take('k1');
  assert.equal(taken.body.type, 'BEL');
  assert.equal(outbox.items.length, 0);
});

test('what another account has left on the phone is not sent as mine', async () => {
  const service = new Service();
  const { outbox, store } = await outboxOf(service);
  await store.put({ ...item('k1'), account: 'bo', state: 'waiting' });
  await outbox.send();
  assert.deepEqual([service.posts, outbox.items.length, outbox.others], [0, 0, 1]);
});

test('only what the service says about the report itself is final', () => {
  assert.equal(outcomeOf(problem(0, { code: 'network' }))[0], 'waiting');
  for (const status of [429, 500, 503]) assert.equal(outcomeOf(problem(status))[0], 'waiting', String(status));
  for (const status of [401, 403]) assert.equal(outcomeOf(problem(status))[0], 'log-in', String(status));
  for (const status of [400, 413, 422]) assert.equal(outcomeOf(problem(status))[0], 'refused', String(status));
});
