/** A part of the page that is fetched and then drawn, with what is said meanwhile and when it fails. */
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';

/** What is drawn extends this with `fetch(api)`, a promise, and `view(fetched)`, its markup. */
export class FetchedView {
  app;
  #root = null;
  #stop = null;

  constructor(app) {
    this.app = app;
  }

  open(root) {
    this.#root = root;
    this.#stop = on(root, 'click', '[data-again]', () => this.#load());
    this.#load();
  }

  close() {
    this.#stop?.();
    this.#root = null;
  }

  async #load() {
    const { t, api } = this.app;
    render(this.#root, html`<p class="follow-wait" role="status">${t('followup.loading')}</p>`);
    try {
      const fetched = await this.fetch(api);
      if (this.#root) render(this.#root, this.view(fetched));
    } catch (error) {
      if (this.#root) render(this.#root, notice('danger', error.detail || t('followup.failed'), html`<button type="button" class="button" data-again>${t('again')}</button>`));
    }
  }
}
