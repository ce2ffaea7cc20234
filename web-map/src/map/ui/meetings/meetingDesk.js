/**
 * A meeting on the table: reads it, keeps what is written at once in the browser and soon in the service, and settles what
 * somebody else has written meanwhile. The page and the presentation share one desk, so neither shows an old meeting.
 *
 *     desk.plan, desk.told                  what people write, with what is not saved yet; the whole answer
 *     desk.change({ place: 'Kommunhuset' }) written now, saved within a second
 *     desk.subscribe(({ status, errors }) => …)   'loading' | 'ready' | 'saving' | 'waiting' | 'refused' | 'offline' | 'gone'
 */
import { mergePlans, withValue } from '../../lib/meetingPlan.js';
import { meetingConflict } from './meetingConflict.js';

export class MeetingDesk {
  static defaults = { pauseMillis: 700 };

  #app;
  #id;
  #told = null;
  #base = null;
  #plan = null;
  #status = 'loading';
  #errors = [];
  #timer = 0;
  #running = null;
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

  get isFrozen() {
    return this.#told?.state === 'approved';
  }

  /** Reads the meeting; a draft that was not saved last time is on the table again. */
  async open() {
    try {
      const { body } = await this.#app.api.get(`/api/meetings/${this.#id}`);
      this.#take(body);
      const draft = this.#app.drafts.find(this.#draftKey)?.value;
      if (draft && !this.isFrozen) this.#takeDraft(draft);
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
    this.#schedule(MeetingDesk.defaults.pauseMillis);
  }

  changeItem(index, patch) {
    this.change({ agenda: this.#plan.agenda.map((item, i) => (i === index ? { ...item, ...patch } : item)) });
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

  /** Does something that the service answers with the whole meeting: `agenda`, `approval`, `addenda`. */
  async act(what, body) {
    if (!(await this.flush())) return false;
    try {
      this.#take((await this.#app.api.post(`/api/meetings/${this.#id}/${what}`, body, { ifMatch: this.#tag })).body);
      this.#tell('ready');
      return true;
    } catch (error) {
      if (error.status === 412) await this.reload();
      this.#errors = error.errors.length ? error.errors : [error];
      this.#tell('refused');
      return false;
    }
  }

  /** Reads again what stands around the meeting, such as decisions; what is being written stays. */
  async reload() {
    const { body } = await this.#app.api.get(`/api/meetings/${this.#id}`);
    if (body.version === this.#told.version) this.#told = body;
    else if (!this.#isChanged) this.#take(body);
    this.#tell(this.#status);
  }

  async withdraw() {
    clearTimeout(this.#timer);
    await this.#app.api.delete(`/api/meetings/${this.#id}`, { ifMatch: this.#tag });
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
    return `meeting.${this.#id}`;
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
      const { body } = await this.#app.api.put(`/api/meetings/${this.#id}`, sent, { ifMatch: this.#tag });
      this.#takeSaved(body, sent);
    } catch (error) {
      if (error.status === 412 && error.body.current) return this.#settle(error.body.current, sent);
      this.#errors = error.errors.length ? error.errors : [error];
      this.#tell(error.code === 'network' ? 'offline' : 'refused');
      if (error.code === 'network') this.#schedule(5000);
    }
    return undefined;
  }

  /** Somebody was first: what only one has changed is joined; of the rest the reader sees both. */
  async #settle(current, sent) {
    const { plan, conflicts } = mergePlans(this.#base, current.state.plan, sent);
    const choices = conflicts.length ? await meetingConflict(this.#app, current, conflicts).open() : [];
    if (!choices) return this.#tell('refused');
    const merged = choices.reduce((all, { path, value }) => withValue(all, path, value), plan);
    this.#base = current.state.plan;
    this.#told = { ...this.#told, version: current.version, plan: current.state.plan, state: current.state.approved ? 'approved' : current.state.plan.state };
    this.#plan = merged;
    if (this.isFrozen) return this.open();
    return this.#isChanged ? this.#save() : this.#takeSaved(this.#told, merged);
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
    if (this.#isChanged) this.#schedule(MeetingDesk.defaults.pauseMillis);
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
