import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { filterParameters, State } from '../src/map/state.js';

/* A browser's address and history, as far as the state needs them. */
let steps;
let listeners;
beforeEach(() => {
  steps = ['/'];
  listeners = new Map();
  const go = (address) => {
    const at = address.indexOf('#');
    globalThis.location.hash = at < 0 ? '' : address.slice(at);
  };
  globalThis.location = { pathname: '/', search: '', hash: '' };
  globalThis.history = {
    pushState: (data, title, address) => (steps.push(address), go(address)),
    replaceState: (data, title, address) => (steps.splice(-1, 1, address), go(address)),
    back: () => (steps.pop(), go(steps.at(-1)), listeners.get('popstate')()),
  };
  globalThis.addEventListener = (type, listener) => listeners.set(type, listener);
  globalThis.removeEventListener = (type) => listeners.delete(type);
});

test('back undoes a filter step and tells those who listen', () => {
  const state = new State().open();
  const seen = [];
  state.subscribe(['stream'], ({ stream }) => seen.push(stream));
  state.set({ stream: 'crime' });
  state.set({ stream: 'unsafety' });
  history.back();
  assert.equal(state.value.stream, 'crime');
  history.back();
  assert.deepEqual(seen, ['crime', 'unsafety', 'crime', 'all']);
});

test('moving the map is not a step', () => {
  const state = new State().open();
  state.set({ stream: 'crime' });
  state.set({ map: { zoom: 14, lat: 58, lon: 13 } }, { history: 'replace' });
  assert.deepEqual(steps, ['/', '/#map=14/58/13&stream=crime']);
});

test('a change to the same value is no change', () => {
  const state = new State().open();
  let calls = 0;
  state.subscribe(['types'], () => calls++);
  state.set({ types: [] });
  assert.equal(calls, 0);
  assert.deepEqual(steps, ['/']);
});

test('the filter of the service leaves out what is not restricted', () => {
  const { value } = new State();
  assert.deepEqual(filterParameters(value), {});
  assert.deepEqual(filterParameters({ ...value, from: '2026-01-01', types: ['SKA', 'KLO'], stream: 'crime' }), { from: '2026-01-01', types: 'SKA,KLO', stream: 'crime' });
});

test('questions name the place, or those of its datasets that were chosen', () => {
  const { value } = new State();
  assert.deepEqual(filterParameters({ ...value, group: 'g1' }), { group: 'g1' });
  assert.deepEqual(filterParameters({ ...value, group: 'g1', datasets: ['1', '4'] }), { datasets: '1,4' });
});
