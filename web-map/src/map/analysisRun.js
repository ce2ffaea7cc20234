/**
 * The analysis the address names, run anew when it, its settings or the selection change. Map, legend and panel share it:
 *
 *     analysisRun.subscribe(({ status, method, body, error, startedAt }) => …)   called at once and after every change
 *     analysisRun.cancel()                                                       stops it here and in the service
 *
 * `status` is 'idle', 'asking' (the reader must give numbers first), 'running', 'ready', 'cancelled' or 'error'. While the same method runs again, `body` is the former
 * answer, so that nothing has to disappear from the map before there is something to put in its place.
 */
import { isAbort } from './api.js';
import { inOurWords } from './lib/analysisTables.js';
import { awaitsNumbers } from './lib/analysisWords.js';
import { ServiceRun } from './serviceRun.js';
import { FILTER_KEYS, filterParameters } from './state.js';

const NO_FEATURES = Object.freeze([]);
const NOTHING = Object.freeze({ status: 'idle', method: null, body: null, error: null, startedAt: 0 });

/** The address of an analysis with everything that decides its answer. */
export function analysisRequest(method, state) {
  return { path: `/api/analyses/${encodeURIComponent(method)}`, parameters: { ...filterParameters(state), ...state.set } };
}

export class AnalysisRun {
  #app;
  #value = NOTHING;
  #subscribers = new Set();
  #running = null;
  #stops = [];

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { state, bus } = this.#app;
    if (!this.#app.seesPoints) return this;
    this.#stops = [
      state.subscribe(['analysis', 'set', ...FILTER_KEYS], () => this.#follow()),
      bus.listen('data:changed', () => this.#follow()),
    ];
    this.#follow();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#abort();
  }

  get value() {
    return this.#value;
  }

  /** The places of the answer, as GeoJSON features in the order of the service; their index is their name on the page. */
  get features() {
    return this.#value.body?.features?.features ?? NO_FEATURES;
  }

  subscribe(listener) {
    this.#subscribers.add(listener);
    listener(this.#value);
    return () => this.#subscribers.delete(listener);
  }

  /** Runs the same again, after trouble or a cancel. */
  again() {
    this.#follow();
  }

  cancel() {
    if (!this.#running) return;
    this.#abort();
    this.#set({ status: 'cancelled' });
  }

  #follow() {
    const { analysis, set } = this.#app.state.value;
    this.#abort();
    if (analysis && awaitsNumbers(analysis, set)) this.#set({ ...NOTHING, status: 'asking', method: analysis });
    else if (analysis) this.#start(analysis);
    else this.#set(NOTHING);
  }

  async #start(method) {
    const { path, parameters } = analysisRequest(method, this.#app.state.value);
    const former = this.#value.method === method ? this.#value.body : null;
    const run = new ServiceRun(this.#app.api, path, parameters);
    this.#running = run;
    this.#set({ status: 'running', method, body: former, error: null, startedAt: performance.now() });
    try {
      const body = await run.answer;
      if (this.#running !== run) return;
      this.#running = null;
      this.#set({ status: 'ready', body: inOurWords(body) });
    } catch (error) {
      if (this.#running !== run || isAbort(error)) return;
      this.#running = null;
      this.#set({ status: 'error', body: null, error });
    }
  }

  #abort() {
    this.#running?.giveUp();
    this.#running = null;
  }

  #set(patch) {
    this.#value = Object.freeze({ ...this.#value, ...patch });
    for (const listener of [...this.#subscribers]) listener(this.#value);
  }
}
