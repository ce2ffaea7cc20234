// Unsaved work survives a closed tab or a lost login: kept in the browser's own storage, per person and measure.

/** Drafts older than this are thrown away unread. */
const KEEP_DAYS = 30;
const DAY_MILLIS = 86_400_000;

export class Drafts {
  #storage;
  #prefix;
  #now;

  /**
   * @param {Storage} storage usually `window.localStorage`
   * @param {string} owner whose drafts; another person at the same computer does not see them
   * @param {() => number} [now] milliseconds since 1970
   */
  constructor(storage, owner, now = Date.now) {
    this.#storage = storage;
    this.#prefix = `lageskarta.draft.${owner}.`;
    this.#now = now;
  }

  /** Keeps a draft; a full or forbidden storage loses only the convenience. */
  keep(key, value) {
    try {
      this.#storage.setItem(this.#prefix + key, JSON.stringify({ keptAt: this.#now(), value }));
      return true;
    } catch {
      return false;
    }
  }

  /** The draft kept under a key as {keptAt, value}, or null. */
  find(key) {
    try {
      const text = this.#storage.getItem(this.#prefix + key);
      const draft = text ? JSON.parse(text) : null;
      if (!draft || this.#now() - draft.keptAt > KEEP_DAYS * DAY_MILLIS) return null;
      return draft;
    } catch {
      return null;
    }
  }

  drop(key) {
    try {
      this.#storage.removeItem(this.#prefix + key);
    } catch {
      // storage is forbidden here, so nothing was kept either
    }
  }
}
