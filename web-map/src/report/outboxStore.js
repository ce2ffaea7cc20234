/**
 * What is kept on the phone until the service has it: reports on their way, the draft being written, and what the
 * service last said. IndexedDB, because pictures are too large for anything else; every call is one transaction.
 *
 * Items are { key, account, … }; see outbox.js. The memory twin has the same calls, for browsers that forbid storage
 * (then nothing survives a reload, and the page says so) and for tests.
 */
const NAME = 'lageskarta-report';
const VERSION = 1;

export class OutboxStore {
  #database;

  constructor(database) {
    this.#database = database;
  }

  /** The store of this browser; a memory store when it allows none. */
  static async open() {
    try {
      return new OutboxStore(await openDatabase());
    } catch {
      return new MemoryStore();
    }
  }

  get lasts() {
    return true;
  }

  /** All reports on their way, the oldest first. */
  async all() {
    const items = await this.#run('outbox', 'readonly', (store) => store.getAll());
    return items.sort((a, b) => a.madeAt - b.madeAt);
  }

  put(item) {
    return this.#run('outbox', 'readwrite', (store) => store.put(item, item.key));
  }

  remove(key) {
    return this.#run('outbox', 'readwrite', (store) => store.delete(key));
  }

  /** Something small under a name: the draft, the form, who was here last. */
  async recall(name) {
    return (await this.#run('kept', 'readonly', (store) => store.get(name))) ?? null;
  }

  remember(name, value) {
    return this.#run('kept', 'readwrite', (store) => store.put(value, name));
  }

  forget(name) {
    return this.#run('kept', 'readwrite', (store) => store.delete(name));
  }

  #run(name, mode, act) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(name, mode);
      const request = act(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
    });
  }
}

export class MemoryStore {
  #outbox = new Map();
  #kept = new Map();

  get lasts() {
    return false;
  }

  async all() {
    return [...this.#outbox.values()].sort((a, b) => a.madeAt - b.madeAt);
  }

  async put(item) {
    this.#outbox.set(item.key, structuredClone(item));
  }

  async remove(key) {
    this.#outbox.delete(key);
  }

  async recall(name) {
    return this.#kept.get(name) ?? null;
  }

  async remember(name, value) {
    this.#kept.set(name, structuredClone(value));
  }

  async forget(name) {
    this.#kept.delete(name);
  }
}

function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox');
      request.result.createObjectStore('kept');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
