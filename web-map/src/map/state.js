/**
 * The one state object behind map, list, charts and export. Its home is the address of the page (`lib/hash.js`), so
 * every view can be linked to, and "back" in the browser undoes the last step.
 *
 *     state.value.from                                  read
 *     state.set({ from: '2026-01-01' })                 a step that "back" undoes
 *     state.set({ map: … }, { history: 'replace' })     a change too small to be a step
 *     const stop = state.subscribe(['from', 'to'], (value, changed) => …)
 *
 * `value` is frozen; a change makes a new one. Subscribers are called once per change, after the address is written.
 */
import { decodeHash, encodeHash } from './lib/hash.js';

export const FILTER_KEYS = Object.freeze(['from', 'to', 'types', 'group', 'datasets', 'stream']);

export class State {
  #value;
  #subscribers = new Set();
  #onAddress = () => this.#take(decodeHash(location.hash));

  constructor() {
    this.#value = Object.freeze(decodeHash(location.hash));
  }

  open() {
    addEventListener('popstate', this.#onAddress);
    addEventListener('hashchange', this.#onAddress);
    return this;
  }

  close() {
    removeEventListener('popstate', this.#onAddress);
    removeEventListener('hashchange', this.#onAddress);
    this.#subscribers.clear();
  }

  get value() {
    return this.#value;
  }

  /** Changes the named parts. `history`: 'push' (default) makes a step that "back" undoes, 'replace' does not. */
  set(patch, { history: mode = 'push' } = {}) {
    const next = { ...this.#value, ...patch };
    if (sameValue(next, this.#value)) return;
    const address = location.pathname + location.search + encodeHash(next);
    if (mode === 'replace') history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#take(next);
  }

  /** Calls `listener(value, changedKeys)` when any of `keys` has changed. Answers a function that stops it. */
  subscribe(keys, listener) {
    const subscriber = { keys, listener };
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  #take(next) {
    const changed = Object.keys(next).filter((key) => !sameValue(next[key], this.#value[key]));
    if (!changed.length) return;
    this.#value = Object.freeze({ ...next });
    for (const { keys, listener } of [...this.#subscribers]) {
      if (keys.some((key) => changed.includes(key))) listener(this.#value, changed);
    }
  }
}

/**
 * The filter parameters every address of the service understands; what is not restricted is left out. The place is always
 * said once it is known: without it the service answers about the one with the newest data, which may be another in a minute.
 */
export function filterParameters(value) {
  const parameters = {};
  if (value.from) parameters.from = value.from;
  if (value.to) parameters.to = value.to;
  if (value.types.length) parameters.types = value.types.join(',');
  if (value.datasets.length) parameters.datasets = value.datasets.join(',');
  else if (value.group) parameters.group = value.group;
  if (value.stream !== 'all') parameters.stream = value.stream;
  return parameters;
}

/** True while the panel shows the analysis; it stays on the map when the panel goes on to something else. */
export function analysisInFocus({ analysis, hotspot, measure, panel }) {
  return analysis !== null && hotspot === null && measure === null && panel === null;
}

function sameValue(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
