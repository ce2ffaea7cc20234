/**
 * A publication on the table: reads it, keeps what is written at once in the browser and soon in the service, and settles
 * what somebody else has written meanwhile. All steps share one desk.
 *
 *     desk.plan, desk.told                    what people write, with what is not saved yet; the whole answer
 *     desk.change({ year: 2025 })             written now, saved within a second
 *     desk.subscribe(({ status, errors }) => …)   'loading' | 'ready' | 'saving' | 'waiting' | 'refused' | 'offline' | 'gone'
 */
import { mergePlans, withValue } from '../../lib/publicationPlan.js';
import { publicationConflict } from './publicationConflict.js';

export class PublicationDesk {
  static defaults = { pauseMillis: 1200, againMillis: 5000 };

  #app;
  #id;
  #told = null;
  #base = null;
  #plan = null;
  #status = 'loading';
  #errors = [];
  #timer = 0;
  #running = null;
  #reportSeen = null;
  #listeners = new Set();

  constructor(app, id) {
    this.#app = app;
    this.#id = id;
  }

  get id() {
    return this.#id;
  }

  get told() {
    return this.#told;
  }

  get plan() {
    return this.#plan;
  }

  get status() {
    return this.#status;
  }

  get errors() {
    return this.#errors;
  }

  /** Only a draft is written in. */
  get mayWrite() {
    return this.#told?.state === 'draft';
  }

  /** Whether the report of the version on the table has been shown to this person, in this visit. */
  get reportSeen() {
    return this.#reportSeen !== null && this.#reportSeen === this.#told?.version;
  }

  seeReport() {
    this.#reportSeen = this.#told.version;
  }

  /** Reads the publication; what was not saved last time is on the table again. */
  async open() {
    try {
      const { body } = await this.#app.api.get(`/api/publications/${this.#id}`);
      this.#take(body);
      const draft = this.#app.drafts.find(this.#draftKey)?.value;
      if (draft && this.mayWrite) this.#takeDraft(draft);
      this.#tell('ready');
      if (this.#isChanged) this.#schedule(0);
    } catch (error) {
      this.#errors = [error];
      this.#tell(error.status === 404 ? 'gone' : 'offline');
    }
    return this;
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change(patch) {
    this.#plan = { ...this.#plan, ...patch };
    this.#app.drafts.keep(this.#draftKey, { base: this.#base, plan: this.#plan });
    this.#tell('waiting');
    this.#schedule(PublicationDesk.defaults.pauseMillis);
  }

  /** Saves what is waiting; true when nothing is left to save. */
  async flush() {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (!this.#isChanged) return true;
    this.#running = this.#save().finally(() => (this.#running = null));
    await this.#running;
    return !this.#isChanged;
  }

  /**
   * Does something that the service answers with the whole publication, such as `approval`.
   * @returns {Promise<?Error>} what went wrong; null when it is done
   */
  async act(what, body) {
    if (!(await this.flush())) return this.#errors[0] ?? new Error('');
    try {
      this.#take((await this.#app.api.post(`/api/publications/${this.#id}/${what}`, body, { ifMatch: this.#tag })).body);
      this.#tell('ready');
      return null;
    } catch (error) {
      if (error.status === 412) await this.open();
      return error;
    }
  }

  /** Takes a draft away for good. */
  async remove() {
    clearTimeout(this.#timer);
    await this.#app.api.delete(`/api/publications/${this.#id}`, { ifMatch: this.#tag });
    this.#plan = this.#base;
    this.#app.drafts.drop(this.#draftKey);
  }

  close() {
    if (this.#isChanged) this.flush();
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  get #tag() {
    return `"v${this.#told.version}"`;
  }

  get #draftKey() {
    return `publication.${this.#id}`;
  }

  get #isChanged() {
    return this.#plan !== null && JSON.stringify(this.#plan) !== JSON.stringify(this.#base);
  }

  #schedule(millis) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), millis);
  }

  async #save() {
    const sent = this.#plan;
    this.#tell('saving');
    try {
      const { body } = await this.#app.api.put(`/api/publications/${this.#id}`, sent, { ifMatch: this.#tag });
      this.#takeSaved(body, sent);
    } catch (error) {
      if (error.status === 412 && error.body.current) return this.#settle(error.body.current, sent);
      this.#errors = error.errors?.length ? error.errors : [error];
      this.#tell(error.code === 'network' ? 'offline' : 'refused');
      if (error.code === 'network') this.#schedule(PublicationDesk.defaults.againMillis);
    }
    return undefined;
  }

  /** Somebody was first: what only one has changed is joined; of the rest the reader sees both. */
  async #settle(current, sent) {
    const fresh = (await this.#app.api.get(`/api/publications/${this.#id}`)).body;
    const { plan, conflicts } = mergePlans(this.#base, fresh.plan, sent);
    const choices = conflicts.length ? await publicationConflict(this.#app, { who: current.updatedBy, when: current.updatedAt }, conflicts).open() : [];
    if (!choices) return this.#tell('refused');
    this.#told = fresh;
    this.#base = fresh.plan;
    this.#plan = choices.reduce((all, { path, value }) => withValue(all, path, value), plan);
    if (!this.mayWrite) return this.open();
    return this.#isChanged ? this.#save() : this.#takeSaved(fresh, this.#plan);
  }

  #take(body) {
    this.#told = body;
    this.#base = body.plan;
    this.#plan = body.plan;
    this.#errors = [];
  }

  /** What was written while the answer was on its way stays written. */
  #takeSaved(body, sent) {
    const since = this.#plan === sent ? null : mergePlans(sent, body.plan, this.#plan).plan;
    this.#take(body);
    if (since) this.#plan = since;
    if (this.#isChanged) this.#schedule(PublicationDesk.defaults.pauseMillis);
    else this.#app.drafts.drop(this.#draftKey);
    this.#tell(this.#isChanged ? 'waiting' : 'ready');
  }

  #takeDraft({ base, plan }) {
    const { plan: merged, conflicts } = mergePlans(base, this.#told.plan, plan);
    this.#plan = conflicts.reduce((all, { path, yours }) => withValue(all, path, yours), merged);
  }

  #tell(status) {
    this.#status = status;
    for (const listener of [...this.#listeners]) listener(this);
  }
}
