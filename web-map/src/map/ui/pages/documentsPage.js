/** Documents (Dokument): what is due, what has been written, the registers of pledges and agreements, and the templates. */
import { html, render } from '../../lib/html.js';
import { DocumentOverview } from '../documents/documentOverview.js';
import { DocumentView } from '../documents/documentView.js';
import { DutyRegister } from '../documents/dutyRegister.js';
import { TemplateView } from '../documents/templateView.js';

const TABS = ['', 'pledges', 'agreements', 'templates'];
const READERS = ['est-member', 'est-coordinator', 'steering'];
const TEMPLATE_ROLES = ['est-member', 'est-coordinator', 'admin'];

export default class DocumentsPage {
  #app;
  #go;
  #root = null;
  #view = null;

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  get title() {
    return this.#app.t('documents.title');
  }

  open(root, item) {
    this.#root = root;
    this.show(item);
  }

  show(item) {
    this.#view?.close();
    const { t } = this.#app;
    const tabs = this.#tabs();
    const at = tabs.includes('') ? item ?? '' : item ?? 'templates';
    const tab = tabs.find((each) => each && at.startsWith(each)) ?? '';
    render(
      this.#root,
      html`
        <nav class="documents__nav" aria-label="${t('documents.parts')}">
          ${tabs.map((each) => html`<a class="documents__tab" href="#page=documents${each ? `&item=${each}` : ''}" aria-current="${each === tab ? 'page' : 'false'}">${t(`documents.tab.${each || 'all'}`)}</a>`)}
        </nav>
        <div class="documents__view"></div>`,
    );
    this.#view = this.#viewOf(at, this.#root.querySelector('.documents__view'));
    this.#view.open();
  }

  close() {
    this.#view?.close();
    this.#view = null;
  }

  /** An administrator who is no member sees the templates only; the steering group sees all else. */
  #tabs() {
    return TABS.filter((tab) => (tab === 'templates' ? this.#app.can(...TEMPLATE_ROLES) : this.#app.can(...READERS)));
  }

  #viewOf(at, root) {
    const [part, ...rest] = at.split(':');
    if (part === 'document') return new DocumentView(this.#app, root, rest[0], this.#go);
    if (part === 'pledges' || part === 'agreements') return new DutyRegister(this.#app, root, part);
    if (part === 'templates') return new TemplateView(this.#app, root, rest[0] ?? 'monthly', rest[1] ?? 'sv', this.#go);
    return new DocumentOverview(this.#app, root, this.#go);
  }
}
