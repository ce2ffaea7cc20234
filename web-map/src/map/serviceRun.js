/**
 * One run of an analysis in the service, with the way to give it up. A run that nobody waits for any longer is stopped
 * there too; one that has just begun is given a moment, since most end within it.
 *
 *     const run = new ServiceRun(api, '/api/analyses/scan', { from });
 *     const body = await run.answer;       rejects with ApiProblem, or an AbortError once given up
 *     run.giveUp();
 */
import { withParameters } from './api.js';

export class ServiceRun {
  static defaults = { momentMillis: 500 };

  #api;
  #options;
  #id = newId();
  #controller = new AbortController();
  #startedAt = performance.now();
  #ended = false;

  constructor(api, path, parameters, options = {}) {
    this.#api = api;
    this.#options = { ...ServiceRun.defaults, ...options };
    this.answer = this.#ask(withParameters(path, parameters));
  }

  giveUp() {
    const age = performance.now() - this.#startedAt;
    setTimeout(() => this.#stop(), Math.max(0, this.#options.momentMillis - age));
  }

  async #ask(address) {
    try {
      return (await this.#api.get(address, { parameters: { run: this.#id }, signal: this.#controller.signal })).body;
    } finally {
      this.#ended = true;
    }
  }

  #stop() {
    if (this.#ended) return;
    this.#controller.abort();
    this.#api.delete(`/api/analyses/runs/${this.#id}`).catch(() => {});
  }
}

/** Random enough to be one's own, also where the page is served without TLS. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
