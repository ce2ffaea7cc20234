/**
 * The action plan: every measure as a board, a list, a calendar and on the map; one measure with all it ever said; and
 * the way to a new one for a lasting place. The address says which, and what it is filtered by.
 */
import { parseItem } from '../../lib/actionPlan.js';
import { MeasureView } from '../plan/measureView.js';
import { NewMeasure } from '../plan/newMeasure.js';
import { PlanOverview } from '../plan/planOverview.js';

export default class PlanPage {
  #app;
  #go;
  #root = null;
  #view = null;

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  get title() {
    return this.#app.t('page.plan');
  }

  open(root, item) {
    this.#root = root;
    this.show(item);
  }

  show(item) {
    const asked = parseItem(item);
    if ('view' in asked && this.#view instanceof PlanOverview) {
      this.#view.show(asked);
      return;
    }
    this.#view?.close();
    if ('measure' in asked) this.#view = new MeasureView(this.#app, asked.measure, this.#go);
    else if ('spot' in asked) this.#view = new NewMeasure(this.#app, asked.spot);
    else this.#view = new PlanOverview(this.#app, this.#go, asked);
    this.#view.open(this.#root);
  }

  close() {
    this.#view?.close();
    this.#view = null;
  }
}
