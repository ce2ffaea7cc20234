import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Api, ApiProblem, isAbort, withParameters } from '../src/map/api.js';
import { Resource } from '../src/map/resource.js';

const answer = (status, body, headers = {}) =>
  new Response(body === null ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

let asked;
beforeEach(() => {
  asked = [];
  globalThis.document = { cookie: 'theme=x; XSRF-TOKEN=a%2Bb' };
});
afterEach(() => {
  delete globalThis.document;
});

function serve(handler) {
  globalThis.fetch = (address, options) => {
    asked.push({ address, ...options });
    return new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      Promise.resolve(handler(address, options)).then(resolve, reject);
    });
  };
}

test('parameters that say nothing are left out of the address', () => {
  assert.equal(withParameters('/a', { from: '2026-01-01', types: 'SKA,KLO', to: null, q: '' }), '/a?from=2026-01-01&types=SKA,KLO');
  assert.equal(withParameters('/a?x=1', { y: 'å' }), '/a?x=1&y=%C3%A5');
  assert.equal(withParameters('/tiles/{z}.png', {}), '/tiles/{z}.png');
});

test('what changes something carries the token, the version and the language', async () => {
  serve(() => answer(200, { id: 1 }, { ETag: '"v4"' }));
  const { body, etag } = await new Api({ language: 'en' }).put('/api/measures/1', { a: 1 }, { ifMatch: '"v3"' });
  assert.deepEqual(body, { id: 1 });
  assert.equal(etag, '"v4"');
  const { headers, method } = asked[0];
  assert.equal(method, 'PUT');
  assert.equal(headers['X-XSRF-TOKEN'], 'a+b');
  assert.equal(headers['If-Match'], '"v3"');
  assert.equal(headers['Accept-Language'], 'en');
  assert.equal(headers['Content-Type'], 'application/json');
});

test('a problem of the service becomes an error that names field and remedy', async () => {
  serve(() => answer(412, { title: 'Ändrad', status: 412, code: 'measure.stale', detail: 'Någon annan …', current: { id: 1 } }, { 'Content-Type': 'application/problem+json' }));
  await assert.rejects(new Api().delete('/api/measures/1', { ifMatch: '"v1"' }), (error) => {
    assert.ok(error instanceof ApiProblem);
    assert.deepEqual([error.status, error.code, error.body.current.id], [412, 'measure.stale', 1]);
    return true;
  });
});

test('a service that does not answer is a problem of its own kind', async () => {
  serve(() => Promise.reject(new TypeError('refused')));
  await assert.rejects(new Api().get('/api/types'), { code: 'network', status: 0 });
});

test('who is not logged in is told once', async () => {
  let told = 0;
  serve(() => answer(401, { code: 'unauthenticated' }));
  await assert.rejects(new Api({ onUnauthenticated: () => told++ }).get('/api/types'));
  assert.equal(told, 1);
});

test('a newer request of the same name aborts the older one', async () => {
  serve((address) => new Promise((resolve) => setTimeout(() => resolve(answer(200, { address })), 20)));
  const api = new Api();
  const first = api.get('/api/hotspots', { parameters: { from: '2025-01-01' }, supersede: 'hotspots' });
  const second = api.get('/api/hotspots', { parameters: { from: '2026-01-01' }, supersede: 'hotspots' });
  await assert.rejects(first, isAbort);
  assert.equal((await second).body.address, '/api/hotspots?from=2026-01-01');
});

test('while something new is fetched the former answer stays', async () => {
  serve((address) => answer(200, { address }));
  const resource = new Resource(new Api(), '/api/hotspots');
  const seen = [];
  resource.subscribe(({ status, body }) => seen.push([status, body?.address]));
  await resource.load({ stream: 'crime' });
  await resource.load({ stream: 'unsafety' });
  assert.deepEqual(seen, [
    ['idle', undefined],
    ['loading', undefined],
    ['ready', '/api/hotspots?stream=crime'],
    ['loading', '/api/hotspots?stream=crime'],
    ['ready', '/api/hotspots?stream=unsafety'],
  ]);
});

test('what is sent tells how far it has come and can be stopped', async () => {
  const listening = { up: {}, own: {} };
  let sent = null;
  globalThis.XMLHttpRequest = class {
    upload = { addEventListener: (name, heard) => (listening.up[name] = heard) };
    status = 201;
    responseText = '{"id":"u1"}';
    headers = {};
    addEventListener(name, heard) {
      listening.own[name] = heard;
    }
    open(method, address) {
      this.address = `${method} ${address}`;
    }
    setRequestHeader(name, value) {
      this.headers[name] = value;
    }
    getAllResponseHeaders() {
      return 'content-type: application/json\r\netag: "v1"\r\n';
    }
    send(body) {
      sent = { ...this, body };
    }
    abort() {
      listening.own.abort();
    }
  };
  try {
    const shares = [];
    const controller = new AbortController();
    const body = new FormData();
    const answering = new Api().post('/api/imports/uploads', body, { onProgress: (share) => shares.push(share), signal: controller.signal });
    listening.up.progress({ lengthComputable: true, loaded: 1, total: 4 });
    listening.own.load();
    const got = await answering;
    assert.deepEqual([got.status, got.body, got.etag], [201, { id: 'u1' }, '"v1"']);
    assert.deepEqual(shares, [0.25]);
    assert.equal(sent.address, 'POST /api/imports/uploads');
    assert.equal(sent.headers['X-XSRF-TOKEN'], 'a+b');

    const stopped = new Api().post('/api/imports/uploads', body, { onProgress: () => {}, signal: controller.signal });
    controller.abort();
    await assert.rejects(stopped, isAbort);
    const lost = new Api().post('/api/imports/uploads', body, { onProgress: () => {} });
    listening.own.error();
    await assert.rejects(lost, ({ code }) => code === 'network');
  } finally {
    delete globalThis.XMLHttpRequest;
  }
});

test('who presses twice while it is on its way has pressed once, and again when it has come', async () => {
  let answerLater;
  serve(() => new Promise((resolve) => (answerLater = () => resolve(answer(201, { id: asked.length })))));
  const api = new Api();
  const [first, second] = [api.post('/api/walks', { title: 'Runda' }), api.post('/api/walks', { title: 'Runda' })];
  answerLater();
  assert.deepEqual([(await first).body, (await second).body], [{ id: 1 }, { id: 1 }]);
  assert.equal(asked.length, 1);
  const third = api.post('/api/walks', { title: 'Runda' });
  answerLater();
  assert.deepEqual((await third).body, { id: 2 });
});

test('what says something else, or from another version, is sent beside what is on its way', async () => {
  serve(() => answer(200, {}));
  const api = new Api();
  await Promise.all([
    api.put('/api/walks/1', { title: 'A' }, { ifMatch: '"v1"' }),
    api.put('/api/walks/1', { title: 'B' }, { ifMatch: '"v1"' }),
    api.put('/api/walks/1', { title: 'A' }, { ifMatch: '"v2"' }),
    api.get('/api/walks'),
    api.get('/api/walks'),
  ]);
  assert.equal(asked.length, 5);
});

test('a refusal of what was pressed twice is told to both, and leaves the way open', async () => {
  serve(() => answer(409, { code: 'busy' }));
  const api = new Api();
  const presses = await Promise.allSettled([api.delete('/api/walks/1'), api.delete('/api/walks/1')]);
  assert.deepEqual(presses.map(({ reason }) => reason.code), ['busy', 'busy']);
  await assert.rejects(api.delete('/api/walks/1'), { code: 'busy' });
  assert.equal(asked.length, 2);
});

test('an answer that was there before a newer question is not taken for the answer to it', async () => {
  const waiting = [];
  const things = new Resource({ get: () => new Promise((resolve) => waiting.push(resolve)) }, '/api/things');
  const first = things.load({ from: '2025-01-01' });
  const second = things.load({ from: '2026-01-01' });
  waiting[0]({ body: 'old' });
  await first;
  assert.deepEqual([things.value.status, things.value.body], ['loading', null]);
  waiting[1]({ body: 'new' });
  await second;
  assert.deepEqual([things.value.status, things.value.body], ['ready', 'new']);
});
