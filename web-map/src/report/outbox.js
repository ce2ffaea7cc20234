/**
 * Reports on their way. Each is kept on the phone until the service has said that it has it, with all its pictures, and
 * is sent again until then; the key that the phone made lets the service know it when it comes twice.
 *
 *     outbox.subscribe((items) => …)        called at once and after every change
 *     await outbox.add(item)                keeps it, then tries to send
 *     await outbox.send()                   sends what is due; at most one round at a time, in all tabs together
 *
 * item: { key, account, madeAt, body, photos: [{ key, blob, sent }], id, state, fault }. `state` is 'waiting' (for a
 * network), 'sending', 'log-in' (the session has ended) or 'refused' (with `fault`: what the service said; the person
 * sets it right or throws it away). `body` is what POST /api/reports takes, without its key.
 */
const LOCK = 'lageskarta.outbox';

export class Outbox {
  static defaults = {
    /** Runs `act` unless another tab is at it. */
    alone: (act) => (navigator.locks ? navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => lock && act()) : act()),
    /** Logs in anew when the session has ended; true when that worked. */
    enter: async () => false,
    /** Told the answer of the service for each report that has arrived. */
    onArrived: () => {},
  };

  #store;
  #api;
  #options;
  #account = null;
  #items = [];
  #subscribers = new Set();
  #running = null;

  constructor(store, api, options = {}) {
    this.#store = store;
    this.#api = api;
    this.#options = { ...Outbox.defaults, ...options };
  }

  /** Begins for an account; what another account has left on this phone waits for that one. */
  async open(account) {
    this.#account = account;
    await this.#refresh();
    return this;
  }

  /** This account's reports on their way, the oldest first. */
  get items() {
    return this.#items.filter((item) => item.account === this.#account);
  }

  /** How many other accounts have left here. */
  get others() {
    return this.#items.length - this.items.length;
  }

  subscribe(listener) {
    this.#subscribers.add(listener);
    listener(this.items);
    return () => this.#subscribers.delete(listener);
  }

  /** Keeps a report, then sends it if it can. The promise is fulfilled as soon as it is kept. */
  async add(item) {
    await this.#store.put({ ...item, account: this.#account, id: null, state: 'waiting', fault: null });
    await this.#refresh();
    this.send();
  }

  /** Takes a report out again, to be changed or thrown away; null when it has gone meanwhile. */
  async take(key) {
    const item = this.items.find((each) => each.key === key) ?? null;
    if (item) await this.#store.remove(key);
    await this.#refresh();
    return item;
  }

  /** One round over all that waits; a round that is going on is joined. */
  send() {
    this.#running ??= Promise.resolve(this.#options.alone(() => this.#round()))
      .catch(() => {})
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  async #round() {
    await this.#refresh();
    let entered = false;
    for (const item of this.items) {
      if (item.state === 'refused') continue;
      let outcome = await this.#sendOne(item);
      if (outcome === 'log-in' && !entered) {
        entered = true;
        if (await this.#options.enter()) outcome = await this.#sendOne(item);
      }
      // without a network, or without a session, the rest would fare no better
      if (outcome === 'waiting' || outcome === 'log-in') break;
    }
    await this.#refresh();
  }

  /** Sends one report and its pictures; answers what became of it. */
  async #sendOne(item) {
    try {
      await this.#keep({ ...item, state: 'sending', fault: null });
      const answer = await this.#api.post('/api/reports', { ...item.body, key: item.key });
      let kept = { ...item, id: answer.body.id, state: 'sending' };
      await this.#keep(kept);
      const lost = [];
      for (const photo of kept.photos) {
        if (!photo.sent) lost.push(...(await this.#sendPhoto(kept.id, photo)));
        kept = { ...kept, photos: kept.photos.map((each) => (each.key === photo.key ? { ...each, sent: true, blob: null } : each)) };
        await this.#keep(kept);
      }
      await this.#store.remove(item.key);
      await this.#refresh();
      this.#options.onArrived(answer.body, lost);
      return 'arrived';
    } catch (error) {
      const [state, fault] = outcomeOf(error);
      const stored = (await this.#store.all()).find((each) => each.key === item.key) ?? item;
      await this.#keep({ ...stored, state, fault });
      return state;
    }
  }

  /** A picture that the service cannot take does not hold the report back; answers what it said. */
  async #sendPhoto(id, { key, blob }) {
    const form = new FormData();
    form.set('key', key);
    form.set('file', blob, 'bild.jpg');
    try {
      await this.#api.post(`/api/reports/${id}/photos`, form);
      return [];
    } catch (error) {
      if (outcomeOf(error)[0] !== 'refused') throw error;
      return [error.errors?.[0]?.reason ?? error.detail ?? error.title];
    }
  }

  async #keep(item) {
    await this.#store.put(item);
    await this.#refresh();
  }

  async #refresh() {
    this.#items = await this.#store.all();
    for (const listener of [...this.#subscribers]) listener(this.items);
  }
}

/** What a failed request means for a report: [state, fault]. Only what the service says about the report itself is final. */
export function outcomeOf(error) {
  if (error.status === 401 || error.status === 403) return ['log-in', null];
  if ([400, 409, 413, 415, 422].includes(error.status)) return ['refused', { detail: error.detail || error.title, errors: error.errors ?? [] }];
  return ['waiting', error.status === 429 ? { detail: error.detail, errors: [] } : null];
}
