/** A cause card that is being edited: the card now, the steps back, and what is chosen. Told to whoever draws it. */

/** Steps that can be undone; more are forgotten from the start. */
const MOST_STEPS = 100;

export class CauseEditor {
  #card;
  #steps = [];
  #selected = null;
  #listeners = new Set();

  constructor(card) {
    this.#card = card;
  }

  get card() {
    return this.#card;
  }

  /** Id of a factor, code of a side, or null. */
  get selected() {
    return this.#selected;
  }

  get canUndo() {
    return this.#steps.length > 0;
  }

  /**
   * A new card in place of the old one.
   * @param {object} next
   * @param {string} [step] changes of one step, such as letters typed in one field, are undone together
   */
  change(next, step = '') {
    if (next === this.#card) return;
    const last = this.#steps[this.#steps.length - 1];
    if (!step || last?.step !== step) this.#steps.push({ card: this.#card, step });
    if (this.#steps.length > MOST_STEPS) this.#steps.shift();
    this.#card = next;
    this.#tell('card');
  }

  /** Another card altogether, such as the one that was saved: there is nothing to undo. */
  replace(card) {
    this.#card = card;
    this.#steps = [];
    this.#tell('card');
  }

  undo() {
    const last = this.#steps.pop();
    if (!last) return;
    this.#card = last.card;
    this.#tell('undo');
  }

  select(id) {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#tell('selected');
  }

  /** Calls `listener(what)` with 'card', 'undo' or 'selected' after each; answers a function that stops it. */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(what) {
    for (const listener of [...this.#listeners]) listener(what);
  }
}
