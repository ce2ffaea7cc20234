/** Shows the page that the address names over the map, which waits behind it as it was. */
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { permittedPages } from './pages.js';

export class PageHost {
  #app;
  #root;
  #behind;
  #page = null;
  #id = null;
  #stops = [];

  /** `behind`: what cannot be used while a page is open. */
  constructor(app, root, behind) {
    this.#app = app;
    this.#root = root;
    this.#behind = behind;
  }

  open() {
    this.#stops = [
      this.#app.state.subscribe(['page', 'item'], () => this.#follow()),
      on(this.#root, 'click', '[data-reload]', () => location.reload()),
    ];
    this.#follow();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#leave();
  }

  async #follow() {
    const { page, item } = this.#app.state.value;
    const listed = permittedPages(this.#app).find(({ id }) => id === page) ?? null;
    this.#cover(listed !== null);
    if (!listed) return this.#leave();
    if (this.#id === listed.id) return this.#page?.show(item);
    this.#leave();
    this.#id = listed.id;
    const { t } = this.#app;
    this.#frame(t(listed.label));
    try {
      const { default: Page } = await listed.load();
      if (this.#id !== listed.id) return;
      this.#page = new Page(this.#app, { go: (next) => this.#app.state.set({ item: next }) });
      this.#page.open(this.#root.querySelector('.page__body'), this.#app.state.value.item);
    } catch (error) {
      console.error(error);
      render(this.#root.querySelector('.page__body'), notice('danger', t('page.failed'), html`<button type="button" class="button" data-reload>${t('page.reload')}</button>`));
    }
  }

  #frame(title) {
    render(this.#root, html`<div class="page__inner"><h2 class="page__title" tabindex="-1">${title}</h2><div class="page__body"></div></div>`);
    this.#root.scrollTop = 0;
    this.#root.querySelector('.page__title').focus();
  }

  #cover(covered) {
    this.#root.hidden = !covered;
    document.body.toggleAttribute('data-page', covered);
    for (const part of this.#behind) part.inert = covered;
  }

  #leave() {
    this.#page?.close();
    this.#page = null;
    this.#id = null;
    this.#root.replaceChildren();
  }
}
