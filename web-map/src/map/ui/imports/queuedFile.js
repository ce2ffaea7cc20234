/**
 * One file on its way in: sent once, looked at after every correction, read in, and taken back. It knows nothing of the
 * page; whoever shows it listens.
 *
 * `state`: 'queued', 'sending', 'refused', 'asks' (something must be answered), 'ready', 'waits' (for the file before it),
 * 'importing', 'complete', 'failed', 'cancelled', 'withdrawn'. `busy` is true while a correction is being looked at.
 */
import { isAbort } from '../../api.js';
import { choicesAfter, importParts, isCorrected, nameOf, questionsOf, takenOver } from '../../lib/importLook.js';

const ENDED = ['complete', 'failed', 'cancelled', 'withdrawn'];
let sequence = 0;

export class QueuedFile {
  static defaults = {
    /** How long a correction waits for the next one before the file is looked at. */
    settleMillis: 250,
    askEveryMillis: 500,
    /** What the file is meant to be, when it is asked for from elsewhere: { kind, dataset }. */
    wanted: null,
    onChange: () => {},
    /** Told once an import has ended or was taken back. */
    onEnd: () => {},
  };

  id = ++sequence;
  state = 'queued';
  look = null;
  choices = {};
  details = { dataset: '', source: '', owner: '', legalNote: '', invented: false, replace: false, saveMapping: '' };
  job = null;
  /** What the service said when it refused something; { title, detail, errors }. */
  problem = null;
  busy = false;
  /** Share of the file that has been sent, 0 to 1. */
  sent = 0;
  /** True from the wish to cancel until the import has ended. */
  cancelling = false;
  /** Questions that had to be answered once: they stay where they are also when they are. */
  asked = new Set();
  /** Words for types that were not known at some look, with how often they stand there. */
  words = new Map();

  #api;
  #file;
  #upload = null;
  #sending = null;
  #options;
  #settle = 0;
  #proposedName = '';
  #looked = {};

  constructor(api, file, options = {}) {
    this.#api = api;
    this.#file = file;
    this.#options = { ...QueuedFile.defaults, ...options };
    this.name = file.name;
    this.bytes = file.size;
  }

  get hasEnded() {
    return ENDED.includes(this.state);
  }

  get isCorrected() {
    const { kind, ...others } = this.choices;
    return isCorrected(kind !== undefined && kind === this.#options.wanted?.kind ? others : this.choices);
  }

  /** True while it can be corrected. */
  get isOpen() {
    return this.state === 'ready' || this.state === 'asks';
  }

  /** Sends the file; what cannot be read at all is refused and not kept by the service. */
  async send() {
    this.sent = 0;
    this.#sending = new AbortController();
    this.#become('sending');
    const body = new FormData();
    body.set('file', this.#file, this.name);
    try {
      const { body: answer } = await this.#api.post('/api/imports/uploads', body, { signal: this.#sending.signal, onProgress: (share) => this.#tellSent(share) });
      this.#upload = answer.id;
      if (this.look) await this.#look();
      else this.#meet(answer.look);
    } catch (error) {
      if (isAbort(error)) return;
      this.problem = error;
      this.#become('refused');
    } finally {
      this.#sending = null;
    }
  }

  /** Whole percents only: the list is not drawn more often than it changes. */
  #tellSent(share) {
    const changed = Math.floor(share * 100) !== Math.floor(this.sent * 100);
    this.sent = share;
    if (changed) this.#options.onChange(this);
  }

  /** The first look: what is saved for files of this shape is followed, and the data are called as the file. */
  #meet(look) {
    this.details.dataset = nameOf(this.name);
    this.#proposedName = this.details.dataset;
    if (look.savedMapping?.followed) this.choices = { savedMapping: look.savedMapping.id };
    this.#show(look);
    this.#want();
  }

  #want() {
    const { wanted } = this.#options;
    if (!wanted) return;
    this.details.dataset = wanted.dataset;
    if (this.look.kind === wanted.kind) this.#options.onChange(this);
    else this.correct({ kind: wanted.kind });
  }

  /** What it is meant to be is said of every part of it, whatever else is recognised anew. */
  #meant() {
    const { wanted } = this.#options;
    return wanted ? { kind: wanted.kind } : {};
  }

  /** Corrects something; the file is looked at anew when no further correction comes. */
  correct(patch) {
    this.choices = choicesAfter(this.choices, patch);
    this.#lookAgain();
  }

  /** Takes over what was said of another file of the same shape. */
  takeOver(other) {
    this.choices = takenOver(other.choices);
    for (const name of ['source', 'owner', 'legalNote', 'invented']) this.details[name] = other.details[name];
    this.#lookAgain();
  }

  /** Forgets all corrections: what is not saved from earlier is recognised again. */
  recogniseAgain() {
    this.choices = choicesAfter({}, { savedMapping: this.choices.savedMapping, ...this.#meant() });
    this.#lookAgain();
  }

  /** Back to the corrections of the last look that went well. */
  undo() {
    this.choices = this.#looked;
    this.#lookAgain();
  }

  #lookAgain() {
    this.busy = true;
    this.#options.onChange(this);
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#look(), this.#options.settleMillis);
  }

  /** The latest correction wins: an answer to an earlier one is not shown. */
  async #look() {
    const { choices } = this;
    try {
      const { body } = await this.#api.post(`${this.#address}/look`, choices, { supersede: `look-${this.id}` });
      if (choices !== this.choices) return;
      this.busy = false;
      this.#show(body);
    } catch (error) {
      if (isAbort(error) || choices !== this.choices) return;
      this.busy = false;
      this.problem = error;
      this.#become('asks');
    }
  }

  #show(look) {
    this.look = look;
    this.problem = null;
    if (look.dataset?.name && this.details.dataset === this.#proposedName) this.details.dataset = look.dataset.name;
    this.#proposedName = look.dataset?.name || this.#proposedName;
    this.#looked = this.choices;
    for (const question of questionsOf(look)) this.asked.add(question);
    for (const { value, count } of look.check?.unknownTypes ?? []) this.words.set(value, count);
    this.#become(look.ready ? 'ready' : 'asks');
  }

  /** Waits for its turn. */
  wait() {
    this.#become('waits');
  }

  /** Reads it in; settles when the import has ended. */
  async readIn() {
    this.cancelling = false;
    this.job = null;
    this.#become('importing');
    const body = new FormData();
    for (const [name, value] of Object.entries(importParts(this.#upload, this.choices, this.details))) body.set(name, value);
    try {
      const answer = await this.#api.post('/api/imports', body, { headers: { Prefer: 'respond-async' } });
      this.job = answer.body ?? (await this.#api.get(answer.location)).body;
      this.problem = null;
    } catch (error) {
      this.problem = error;
      this.#become(this.look.ready ? 'ready' : 'asks');
      return;
    }
    if (this.cancelling) await this.cancel();
    await this.#follow();
  }

  async #follow() {
    while (!ENDED.includes(this.job.state)) {
      this.#options.onChange(this);
      await new Promise((resolve) => setTimeout(resolve, this.#options.askEveryMillis));
      try {
        this.job = (await this.#api.get(this.#jobAddress)).body;
        this.problem = null;
      } catch (error) {
        this.problem = error;
        if (error.status !== 0) break;
      }
    }
    // a file that is in is kept no longer by the service, unless it was said to be a part of the file
    if (this.job.state === 'complete' && this.choices.part === undefined) this.#upload = null;
    this.#become(ENDED.includes(this.job.state) ? this.job.state : 'failed');
    this.#options.onEnd(this);
  }

  /** Wishes the import away; as long as the service has not answered that it has begun, the wish waits. */
  async cancel() {
    this.cancelling = true;
    this.#options.onChange(this);
    if (!this.job) return;
    try {
      await this.#api.post(`${this.#jobAddress}/cancel`, {});
    } catch (error) {
      // it ended before the wish arrived: the next answer says how
      if (error.status !== 409) this.problem = error;
    }
  }

  /** Takes the import back, whole. */
  async takeBack() {
    try {
      await this.#api.delete(this.#jobAddress);
      this.job = { ...this.job, state: 'withdrawn' };
      this.problem = null;
      this.#become('withdrawn');
      this.#options.onEnd(this);
    } catch (error) {
      this.problem = error;
      this.#options.onChange(this);
    }
  }

  /** The part after the one that has been read in; null when there is none. */
  get nextPart() {
    const { parts } = this.look;
    return parts[parts.findIndex(({ chosen }) => chosen) + 1]?.name ?? null;
  }

  /** Goes on with another sheet or layer of the same file; nothing that was said of the last one is said of it. */
  readNextPart() {
    this.choices = { part: this.nextPart, ...this.#meant() };
    this.details.dataset = this.#options.wanted?.dataset ?? this.#proposedName;
    this.details.replace = false;
    this.correctAgain();
  }

  /** Back to the corrections, after a cancelled, failed or withdrawn import; what is no longer there is sent again. */
  correctAgain() {
    this.job = null;
    this.problem = null;
    if (!this.#upload) {
      this.send();
      return;
    }
    this.#lookAgain();
    this.#become(this.look.ready ? 'ready' : 'asks');
  }

  /** Leaves the queue, also while it is being sent; the service forgets what it was sent. */
  async remove() {
    clearTimeout(this.#settle);
    this.#sending?.abort();
    if (!this.#upload) return;
    await this.#api.delete(this.#address).catch(() => {}); // it lives a day at most in any case
  }

  get #address() {
    return `/api/imports/uploads/${encodeURIComponent(this.#upload)}`;
  }

  get #jobAddress() {
    return `/api/imports/${encodeURIComponent(this.job.id)}`;
  }

  #become(state) {
    this.state = state;
    this.#options.onChange(this);
  }
}
