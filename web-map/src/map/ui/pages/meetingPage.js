/** Meetings: the list, one meeting from its agenda to its protocol, and the presentation of it. */
import { readItem } from '../../lib/meetingPlan.js';
import { MeetingDesk } from '../meetings/meetingDesk.js';
import { MeetingList } from '../meetings/meetingList.js';
import { MeetingView } from '../meetings/meetingView.js';
import { PrepareForm } from '../meetings/prepareForm.js';
import { Presentation } from '../meetings/presentation.js';

export default class MeetingPage {
  #app;
  #go;
  #root = null;
  #part = null;
  #desk = null;

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  get title() {
    return this.#app.t('meeting.page');
  }

  open(root, item) {
    this.#root = root;
    this.show(item);
    return this;
  }

  show(item) {
    const { meeting, step, making } = readItem(item);
    if (!meeting) return this.#replace(null, () => (making ? new PrepareForm(this.#app, this.#root, { go: this.#go }) : new MeetingList(this.#app, this.#root, { go: this.#go })));
    if (step && this.#part instanceof Presentation && this.#desk?.id === meeting) return this.#part.show(step);
    const desk = this.#desk?.id === meeting ? this.#desk : new MeetingDesk(this.#app, meeting);
    return this.#replace(desk, () => (step ? new Presentation(this.#app, this.#root, { desk, step, go: this.#go }) : new MeetingView(this.#app, this.#root, { desk, go: this.#go })));
  }

  close() {
    this.#replace(null, () => null);
    this.#root?.replaceChildren();
  }

  #replace(desk, make) {
    this.#part?.close();
    if (this.#desk && this.#desk !== desk) this.#desk.close();
    const fresh = desk && desk !== this.#desk;
    this.#desk = desk;
    this.#root?.replaceChildren();
    this.#part = make();
    this.#part?.open();
    if (fresh) desk.open();
  }
}
