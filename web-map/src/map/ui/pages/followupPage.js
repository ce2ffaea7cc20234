/** Following measures up (uppföljning): what waits, what was frozen, what was learnt, and the follow-up of one measure. */
import { html, on, render } from '../../lib/html.js';
import { FollowUpList } from '../followups/followUpList.js';
import { FrozenFollowUp } from '../followups/frozenFollowUp.js';
import { LearningLog } from '../followups/learningLog.js';
import { MeasureFollowUp } from '../followups/measureFollowUp.js';

const LEARNING = 'learning';
const FROZEN = 'frozen:';

export default class FollowUpPage {
  #app;
  #go;
  #root = null;
  #part = null;
  #stop = null;

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  open(root, item) {
    this.#root = root;
    this.#stop = on(root, 'click', '[data-item]', (event, link) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#go(link.dataset.item || null);
    });
    this.show(item);
  }

  show(item) {
    this.#part?.close();
    const { t } = this.#app;
    const tabs = [
      { item: '', label: t('followup.tab.list') },
      { item: LEARNING, label: t('followup.tab.learning') },
    ];
    const here = item === LEARNING ? LEARNING : item ? null : '';
    render(
      this.#root,
      html`
        <nav class="follow-nav" aria-label="${t('page.followup')}"><ul class="follow-nav__links">
          ${tabs.map((tab) => html`<li><a class="follow-nav__link" href="#page=followup${tab.item && `&item=${tab.item}`}" data-item="${tab.item}" aria-current="${tab.item === here ? 'page' : 'false'}">${tab.label}</a></li>`)}
        </ul></nav>
        <div class="follow-part"></div>`,
    );
    const place = this.#root.querySelector('.follow-part');
    this.#part = this.#partFor(item);
    this.#part.open(place);
    this.#root.closest('.page')?.scrollTo(0, 0);
  }

  close() {
    this.#stop?.();
    this.#part?.close();
    this.#part = null;
  }

  #partFor(item) {
    if (!item) return new FollowUpList(this.#app);
    if (item === LEARNING) return new LearningLog(this.#app);
    if (item.startsWith(FROZEN)) return new FrozenFollowUp(this.#app, item.slice(FROZEN.length), this.#go);
    return new MeasureFollowUp(this.#app, item, this.#go);
  }
}
