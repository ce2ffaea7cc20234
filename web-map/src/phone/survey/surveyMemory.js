/**
 * What this device remembers of one wave: a random word that is the person's name in it, and their own answers. Nothing
 * of it tells who they are, and `forget` takes it away. Where the browser keeps nothing the page still works, and
 * remembers until it is closed.
 */
const PREFIX = 'lageskarta.survey.';
const WORD_BYTES = 24;

export class SurveyMemory {
  #key;
  #store;
  #kept;

  /** @param {Storage} store local storage, or something that works alike */
  constructor(slug, store) {
    this.#key = PREFIX + slug;
    this.#store = store;
    this.#kept = this.#read();
  }

  /** The random word, made when it is first needed. */
  get respondent() {
    if (!this.#kept.respondent) this.#write({ ...this.#kept, respondent: randomWord(WORD_BYTES) });
    return this.#kept.respondent;
  }

  /** Own marks in the order they were made: `{ key, place, safe, reasons, time, severity, words, sent }`. */
  get marks() {
    return this.#kept.marks ?? [];
  }

  get answers() {
    return this.#kept.answers ?? {};
  }

  keepMark(mark) {
    const others = this.marks.filter(({ key }) => key !== mark.key);
    const at = this.marks.findIndex(({ key }) => key === mark.key);
    others.splice(at < 0 ? others.length : at, 0, mark);
    this.#write({ ...this.#kept, marks: others });
  }

  dropMark(gone) {
    this.#write({ ...this.#kept, marks: this.marks.filter(({ key }) => key !== gone) });
  }

  keepAnswers(answers) {
    this.#write({ ...this.#kept, answers });
  }

  forget() {
    this.#kept = {};
    try {
      this.#store.removeItem(this.#key);
    } catch {
      // nothing was kept
    }
  }

  #read() {
    try {
      const kept = JSON.parse(this.#store.getItem(this.#key) ?? '{}');
      return kept && typeof kept === 'object' ? kept : {};
    } catch {
      return {};
    }
  }

  #write(kept) {
    this.#kept = kept;
    try {
      this.#store.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // private window or full: remembered until the page is closed
    }
  }
}

/** Random characters of base64url. */
export function randomWord(bytes) {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
