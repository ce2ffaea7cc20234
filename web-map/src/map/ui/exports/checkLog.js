/** Who made, opened, changed and printed which area check, the latest first. */
import { formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';

export class CheckLog {
  #app;
  #root;
  #stop = () => {};
  #closed = false;

  constructor(app, root) {
    this.#app = app;
    this.#root = root;
  }

  open() {
    this.#stop = on(this.#root, 'click', '[data-retry]', () => this.#load());
    this.#load();
    return this;
  }

  close() {
    this.#closed = true;
    this.#stop();
  }

  async #load() {
    const { api, t } = this.#app;
    render(this.#root, html`<p class="muted" role="status">${t('loading')}</p>`);
    try {
      const { body } = await api.get('/api/area-checks/log?limit=1000');
      if (!this.#closed) this.#draw(body.log);
    } catch (error) {
      if (!this.#closed) render(this.#root, notice('danger', error.detail || t('exports.failed'), html`<button type="button" class="button" data-retry>${t('exports.again')}</button>`));
    }
  }

  #draw(log) {
    const { t } = this.#app;
    const column = (key) => t(`exports.column.${key}`);
    render(
      this.#root,
      html`
        <p>${t('exports.checksIntro')}</p>
        ${log.length === 0 ? html`<p class="empty">${t('exports.checksNone')}</p>` : html`
          <div class="table-scroll" tabindex="0" role="region" aria-label="${t('exports.part.checks')}">
            <table class="table table--small table--cards"><caption class="visually-hidden">${t('exports.part.checks')}</caption>
              <thead><tr>${['when', 'who', 'deed', 'check'].map((head) => html`<th scope="col">${column(head)}</th>`)}</tr></thead>
              <tbody>${log.map(({ at, who, what, checkId }) => html`
                <tr><th scope="row">${formatInstant(at)}</th><td data-label="${column('who')}">${who}</td><td data-label="${column('deed')}">${t(`exports.deed.${what}`)}</td><td data-label="${column('check')}">${t('exports.checkNumber', { id: String(checkId) })}</td></tr>`)}</tbody>
            </table>
          </div>`}`,
    );
  }
}
