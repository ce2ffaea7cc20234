/**
 * How much waits in the inbox. Asked for when the page opens, after every change and once a minute while the page is
 * looked at; a section that cannot be asked keeps its former number, and the others still count.
 *
 *     const stop = counts.subscribe(({ total, bySection }) => …)    called at once and after every change
 */
export class InboxCounts {
  static defaults = { everyMillis: 60_000 };

  #app;
  #sections;
  #options;
  #value = Object.freeze({ total: null, bySection: Object.freeze({}) });
  #subscribers = new Set();
  #stops = [];
  #round = 0;

  constructor(app, sections, options = {}) {
    this.#app = app;
    this.#sections = sections;
    this.#options = { ...InboxCounts.defaults, ...options };
  }

  open() {
    const { bus } = this.#app;
    const seen = () => document.visibilityState === 'visible' && this.ask();
    const timer = setInterval(seen, this.#options.everyMillis);
    document.addEventListener('visibilitychange', seen);
    this.#stops = [
      bus.listen('inbox:changed', () => this.ask()),
      bus.listen('data:changed', () => this.ask()),
      () => clearInterval(timer),
      () => document.removeEventListener('visibilitychange', seen),
    ];
    this.ask();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#subscribers.clear();
  }

  get value() {
    return this.#value;
  }

  subscribe(listener) {
    this.#subscribers.add(listener);
    listener(this.#value);
    return () => this.#subscribers.delete(listener);
  }

  /** Asks every section; a later question makes an earlier one's answers void. */
  async ask() {
    const round = ++this.#round;
    const answers = await Promise.allSettled(this.#sections.map((section) => section.count(this.#app)));
    if (round !== this.#round) return;
    const bySection = {};
    this.#sections.forEach(({ id }, i) => {
      bySection[id] = answers[i].status === 'fulfilled' ? answers[i].value : (this.#value.bySection[id] ?? null);
    });
    const known = Object.values(bySection).filter((count) => count !== null);
    const total = known.length ? known.reduce((sum, count) => sum + count, 0) : null;
    this.#value = Object.freeze({ total, bySection: Object.freeze(bySection) });
    for (const listener of [...this.#subscribers]) listener(this.#value);
  }
}
