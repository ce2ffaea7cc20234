/**
 * The situation at one glance: the few analyses that tell a meeting what has changed, where and how surely, run one
 * after the other for the present selection, each as soon as the one before has answered.
 *
 *     glance.load()                                  for the selection as it is; nothing when it has been done already
 *     glance.subscribe((findings) => …)              [{ method, status, body, error, why }]
 *
 * `status` is 'waiting', 'ready', 'error', or 'skipped' when the data do not suit; `why` then tells why.
 */
import { withParameters } from './api.js';
import { inOurWords } from './lib/analysisTables.js';
import { ServiceRun } from './serviceRun.js';
import { filterParameters } from './state.js';

export class Glance {
  /** In the order they are told. */
  static defaults = { methods: ['scan', 'hotspots', 'trend', 'near-repeat', 'backtest'] };

  #app;
  #options;
  #findings = Object.freeze([]);
  #answered = null;
  #run = null;
  #subscribers = new Set();

  constructor(app, options = {}) {
    this.#app = app;
    this.#options = { ...Glance.defaults, ...options };
  }

  get findings() {
    return this.#findings;
  }

  subscribe(listener) {
    this.#subscribers.add(listener);
    listener(this.#findings);
    return () => this.#subscribers.delete(listener);
  }

  close() {
    this.#run?.giveUp();
    this.#run = null;
    this.#subscribers.clear();
  }

  /** @param {{method: string, suits: string, why: string}[]} offered as `/api/analyses` answers them for this selection */
  async load(offered) {
    const parameters = filterParameters(this.#app.state.value);
    const key = withParameters(offered.map(({ method, suits }) => `${method} ${suits}`).join(), parameters);
    if (key === this.#answered) return;
    this.#answered = key;
    this.#run?.giveUp();
    this.#set(this.#plan(offered));
    for (const { method, status } of this.#findings) {
      if (status !== 'waiting') continue;
      const run = new ServiceRun(this.#app.api, `/api/analyses/${method}`, parameters);
      this.#run = run;
      const found = await answerOf(run);
      if (this.#run !== run || this.#answered !== key) return;
      this.#set(this.#findings.map((each) => (each.method === method ? { ...each, ...found } : each)));
    }
  }

  /** Forgets what was answered: the data have changed. */
  forget() {
    this.#answered = null;
  }

  #plan(offered) {
    return this.#options.methods.flatMap((method) => {
      const offer = offered.find((each) => each.method === method);
      if (!offer || offer.suits === 'unsuited') return [];
      return [{ method, why: offer.why, status: offer.suits === 'too-few' ? 'skipped' : 'waiting', body: null, error: null }];
    });
  }

  #set(findings) {
    this.#findings = Object.freeze(findings);
    for (const listener of [...this.#subscribers]) listener(this.#findings);
  }
}

async function answerOf(run) {
  try {
    return { status: 'ready', body: inOurWords(await run.answer) };
  } catch (error) {
    return { status: 'error', error };
  }
}
