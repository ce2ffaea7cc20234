import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../src/map/api.js';
import { TileSource } from '../src/map/layers/tileSource.js';

/* One test only: a page is left once, and each file of tests is a page of its own. */
test('who logs out gives up everything under way first, and nothing is asked after it', async () => {
  const asked = [];
  globalThis.document = { cookie: 'XSRF-TOKEN=t' };
  globalThis.fetch = (address, { signal, method = 'GET' }) => {
    asked.push({ address, method, signal });
    return method === 'POST' ? Promise.resolve(new Response(null, { status: 204 })) : new Promise((resolve, reject) => signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));
  };
  const api = new Api();
  const tiles = new TileSource('base');
  const heard = [];
  const listen = (name, promise) => promise.then(() => heard.push(name), () => heard.push(name));
  listen('list', api.get('/api/hotspots', { supersede: 'hotspots' }));
  listen('tile', tiles.load(1, 0, 0));

  await api.logOut();
  listen('counter', api.get('/api/inbox'));
  listen('other tile', tiles.load(1, 0, 1));
  listen('run', api.delete('/api/analyses/runs/1'));
  await new Promise((resolve) => setTimeout(resolve, 20));

  assert.deepEqual(asked.map(({ address, method }) => `${method} ${address}`), ['GET /api/hotspots', 'GET /tiles/base/1/0/0.mvt', 'POST /logout']);
  assert.deepEqual(asked.map(({ signal }) => signal?.aborted), [true, true, undefined]);
  assert.deepEqual(heard, [], 'nobody is told of a failure on a page that is about to go');
});
