/**
 * Something the service knows, fetched once and shared by map, list and charts.
 *
 *     hotspots.subscribe(({ status, body, error }) => …)    called at once and after every change
 *     hotspots.load({ from: '2026-01-01' })                 fetches; a newer load aborts an older one
 *     hotspots.reload()                                     the same again, after an edit
 *
 * `status` is 'idle', 'loading', 'ready' or 'error'. While loading, `body` is the former answer, so that nothing on the
 * page has to disappear before there is something to put in its place.
 */
import { isAbort, withParameters } from './api.js';

export class Resource {
  #api;
  #path;
  #parameters = {};
  #value = Object.freeze({ status: 'idle', body: null, error: null });
  #subscribers = new Set();
  #asked = 0;

  constructor(api, path) {
    this.#api = api;
    this.#path = path;
  }

  get value() {
    return this.#value;
  }

  get parameters() {
    return this.#parameters;
  }

  /** True when what is there, or on its way, is the answer to `parameters`. */
  answers(parameters) {
    return ['loading', 'ready'].includes(this.#value.status) && withParameters('', parameters) === withParameters('', this.#parameters);
  }

  async load(parameters = {}) {
    this.#parameters = parameters;
    const asked = ++this.#asked;
    this.#set({ status: 'loading', error: null });
    try {
      const answer = await this.#api.get(this.#path, { parameters, supersede: this.#path });
      if (asked === this.#asked) this.#set({ status: 'ready', body: answer.body });
    } catch (error) {
      if (isAbort(error) || asked !== this.#asked) return;
      this.#set({ status: 'error', error });
    }
  }

  reload() {
    return this.load(this.#parameters);
  }

  subscribe(listener) {
    this.#subscribers.add(listener);
    listener(this.#value);
    return () => this.#subscribers.delete(listener);
  }

  #set(patch) {
    this.#value = Object.freeze({ ...this.#value, ...patch });
    for (const listener of [...this.#subscribers]) listener(this.#value);
  }
}
