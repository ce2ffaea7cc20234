/** Area check (Områdeskoll): what the planner knows about an area before a plan or a permit, and the checks made before. */
import { readItem } from '../../lib/areaCheck.js';
import { CHECK_ROLES } from '../../lib/audience.js';
import { html, render } from '../../lib/html.js';
import { CheckForm } from '../areachecks/checkForm.js';
import { CheckList } from '../areachecks/checkList.js';
import { CheckView } from '../areachecks/checkView.js';

const PARTS = [
  { view: 'new', item: 'new' },
  { view: 'list', item: 'list' },
];

export default class CheckPage {
  #app;
  #go;
  #root = null;
  #view = null;

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  get title() {
    return this.#app.t('areaCheck.title');
  }

  open(root, item) {
    this.#root = root;
    this.show(item);
  }

  show(item) {
    this.#view?.close();
    const { t } = this.#app;
    const makes = this.#app.can(...CHECK_ROLES);
    const read = readItem(item);
    // the steering group reads what others have checked
    const at = read.view === 'new' && !makes ? { view: 'list', id: null } : read;
    render(
      this.#root,
      html`
        <nav class="documents__nav check-nav" aria-label="${t('areaCheck.parts')}">
          ${PARTS.filter(({ view }) => makes || view !== 'new').map(({ view, item: part }) => html`<a class="documents__tab" href="#page=check&item=${part}" aria-current="${view === at.view ? 'page' : 'false'}">${t(`areaCheck.part.${view}`)}</a>`)}
        </nav>
        <div class="check-page"></div>`,
    );
    this.#view = this.#viewOf(at, this.#root.querySelector('.check-page'));
    this.#view.open();
  }

  close() {
    this.#view?.close();
    this.#view = null;
  }

  #viewOf({ view, id }, root) {
    if (view === 'list') return new CheckList(this.#app, root);
    if (view === 'check') return new CheckView(this.#app, root, id, this.#go);
    return new CheckForm(this.#app, root, this.#go, id);
  }
}
