/** Exports (Uttag): who took out which data, when; and who has used the area checks. For who looks after the service. */
import { html, on, render } from '../../lib/html.js';
import { CheckLog } from '../exports/checkLog.js';
import { ExportList } from '../exports/exportList.js';

const PARTS = ['files', 'checks'];

export default class ExportsPage {
  #app;
  #go;
  #root = null;
  #part = null;
  #stop = () => {};

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  get title() {
    return this.#app.t('page.exports');
  }

  open(root, item) {
    this.#root = root;
    this.#stop = on(root, 'click', '[data-part]', (event, link) => {
      event.preventDefault();
      this.#go(link.dataset.part);
    });
    this.show(item);
    return this;
  }

  show(item) {
    const { t } = this.#app;
    const shown = PARTS.includes(item) ? item : PARTS[0];
    this.#part?.close();
    render(
      this.#root,
      html`
        <nav class="documents__nav" aria-label="${t('exports.parts')}">
          ${PARTS.map((part) => html`<a class="documents__tab" href="#page=exports&item=${part}" data-part="${part}" aria-current="${part === shown ? 'page' : 'false'}">${t(`exports.part.${part}`)}</a>`)}
        </nav>
        <div class="exports"></div>`,
    );
    const place = this.#root.querySelector('.exports');
    this.#part = (shown === 'files' ? new ExportList(this.#app, place) : new CheckLog(this.#app, place)).open();
  }

  close() {
    this.#stop();
    this.#part?.close();
    this.#part = null;
  }
}
