import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnalysisRun } from '../src/map/analysisRun.js';
import { Glance } from '../src/map/glance.js';
import { DEFAULT_STATE } from '../src/map/lib/hash.js';
import { ServiceRun } from '../src/map/serviceRun.js';

const tick = (millis = 0) => new Promise((done) => setTimeout(done, millis));

/** A service whose answers are given by hand. */
class Service {
  asked = [];
  deleted = [];

  get(path, { parameters, signal }) {
    return new Promise((resolve, reject) => {
      this.asked.push({ path, parameters, answer: (body) => resolve({ body }), refuse: reject });
      signal.addEventListener('abort', () => reject(Object.assign(new Error('aborted'), { name: 'AbortError' })));
    });
  }

  async delete(path) {
    this.deleted.push(path);
  }
}

class Page {
  api = new Service();
  seesPoints = true;
  bus = { listen: () => () => {} };
  #listeners = [];

  constructor(value) {
    const subscribe = (keys, listener) => {
      this.#listeners.push(listener);
      return () => {};
    };
    this.state = { value: { ...DEFAULT_STATE, ...value }, subscribe };
  }

  change(patch) {
    this.state.value = { ...this.state.value, ...patch };
    for (const listener of this.#listeners) listener(this.state.value);
  }
}

test('a run given up early ends by itself, and one that goes on is stopped in the service', async () => {
  const api = new Service();
  const short = new ServiceRun(api, '/api/analyses/grid', {}, { momentMillis: 20 });
  short.giveUp();
  api.asked[0].answer({ a: 1 });
  assert.deepEqual(await short.answer, { a: 1 });
  await tick(40);
  assert.deepEqual(api.deleted, []);

  const long = new ServiceRun(api, '/api/analyses/scan', { cell: 5 }, { momentMillis: 20 });
  long.giveUp();
  await assert.rejects(long.answer, { name: 'AbortError' });
  assert.match(api.asked[1].path, /scan\?cell=5$/);
  assert.deepEqual(api.deleted, [`/api/analyses/runs/${api.asked[1].parameters.run}`]);
});

test('the analysis of the address runs with its settings, and again when they change', async () => {
  const page = new Page({ analysis: 'gi-star', set: { cell: '500' }, from: '2026-01-01' });
  const run = new AnalysisRun(page).open();
  assert.equal(run.value.status, 'running');
  assert.equal(page.api.asked[0].path, '/api/analyses/gi-star?from=2026-01-01&cell=500');
  page.api.asked[0].answer({ features: { features: [1] } });
  await tick();
  assert.deepEqual(run.features, [1]);
  page.change({ set: { cell: '250' } });
  assert.equal(run.value.status, 'running');
  assert.deepEqual(run.features, [1], 'the former places stay while it computes');
  page.change({ analysis: 'trend', set: {} });
  assert.deepEqual(run.features, [], 'places of another method do not');
  page.api.asked[1].answer({ features: { features: [2] } });
  await tick();
  assert.equal(run.value.status, 'running', 'an outdated answer is not shown');
  page.change({ analysis: null });
  assert.equal(run.value.status, 'idle');
});

test('a cancelled run says so and can be run again', async () => {
  const page = new Page({ analysis: 'scan' });
  const run = new AnalysisRun(page).open();
  run.cancel();
  assert.equal(run.value.status, 'cancelled');
  run.again();
  assert.equal(run.value.status, 'running');
  page.api.asked[1].refuse(Object.assign(new Error('no'), { status: 422 }));
  await tick();
  assert.equal(run.value.status, 'error');
});

test('an analysis of given numbers waits for them', () => {
  const page = new Page({ analysis: 'wdd' });
  const run = new AnalysisRun(page).open();
  assert.equal(run.value.status, 'asking');
  page.change({ set: { targetBefore: '20' } });
  assert.equal(run.value.status, 'running');
});

test('who may not see points runs nothing', () => {
  const page = new Page({ analysis: 'scan' });
  page.seesPoints = false;
  assert.equal(new AnalysisRun(page).open().value.status, 'idle');
  assert.equal(page.api.asked.length, 0);
});

test('the glance asks one after the other, skips what is too few and leaves out what does not suit', async () => {
  const page = new Page({});
  const glance = new Glance(page);
  glance.load([
    { method: 'trend', suits: 'possible', why: '' },
    { method: 'scan', suits: 'recommended', why: '' },
    { method: 'near-repeat', suits: 'too-few', why: '23 of 50' },
    { method: 'backtest', suits: 'unsuited', why: '' },
  ]);
  assert.deepEqual(glance.findings.map(({ method, status }) => [method, status]), [['scan', 'waiting'], ['trend', 'waiting'], ['near-repeat', 'skipped']]);
  assert.equal(page.api.asked.length, 1);
  page.api.asked[0].answer({ headline: 'x' });
  await tick();
  assert.equal(glance.findings[0].body.headline, 'x');
  assert.equal(page.api.asked.length, 2);
  page.api.asked[1].refuse(new Error('no'));
  await tick();
  assert.equal(glance.findings[1].status, 'error');
});
