/** Reports that the service has received while this page is open, by the key of the phone, with what it said. */
export class Arrivals {
  #byKey = new Map();
  #subscribers = new Set();

  /** @param {object} report what the service answered  @param {string[]} lost why pictures were not taken */
  add(report, lost = []) {
    this.#byKey.set(report.key, { report, lost });
    for (const listener of [...this.#subscribers]) listener();
  }

  of(key) {
    return this.#byKey.get(key) ?? null;
  }

  subscribe(listener) {
    this.#subscribers.add(listener);
    listener();
    return () => this.#subscribers.delete(listener);
  }
}
