/** The links to the map and the pages in the header; on a narrow screen behind one button. */
import { html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';
import { permittedPages } from './pages.js';

export class PageNav {
  #app;
  #root;
  #stops = [];
  #onOutside = (event) => {
    if (!this.#root.contains(event.target)) this.#toggle(false);
  };

  constructor(app, root) {
    this.#app = app;
    this.#root = root;
  }

  open() {
    const { state } = this.#app;
    if (!this.#listed().length) return this;
    this.#draw();
    document.addEventListener('pointerdown', this.#onOutside);
    this.#stops = [
      state.subscribe(['page'], () => this.#draw()),
      on(this.#root, 'click', '[data-page]', (event, link) => this.#choose(event, link.dataset.page || null)),
      on(this.#root, 'click', '[data-toggle]', () => this.#toggle()),
      on(this.#root, 'keydown', '*', (event) => this.#onKey(event)),
    ];
    return this;
  }

  close() {
    document.removeEventListener('pointerdown', this.#onOutside);
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  /** The pages that stand in the header; the others are opened from a place or a picture. */
  #listed() {
    return permittedPages(this.#app).filter(({ hidden }) => !hidden);
  }

  #draw() {
    const { t, state } = this.#app;
    const links = [{ id: '', label: 'page.map' }, ...this.#listed()];
    const here = links.find(({ id }) => id === (state.value.page ?? '')) ?? (state.value.page ? { id: null, label: `page.${state.value.page}` } : links[0]);
    render(
      this.#root,
      html`
        <button type="button" class="button button--header page-nav__button" aria-expanded="false" aria-controls="page-links" data-toggle><span class="page-nav__here">${t(here.label)}</span><span class="page-nav__menu">${t('page.menu')}</span> ${icon('down')}</button>
        <ul class="page-nav__links" id="page-links">
          ${links.map(
            ({ id, label }) => html`<li><a class="page-nav__link" href="${id ? `#page=${id}` : '#'}" data-page="${id}" aria-current="${id === here.id ? 'page' : 'false'}">${t(label)}</a></li>`,
          )}
        </ul>`,
    );
  }

  /** The place looked at stays in the address, so that "map" comes back to it. */
  #choose(event, page) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#toggle(false);
    this.#app.state.set({ page, item: null });
  }

  #toggle(open = !this.#root.classList.contains('page-nav--open')) {
    this.#root.classList.toggle('page-nav--open', open);
    this.#root.querySelector('[data-toggle]')?.setAttribute('aria-expanded', String(open));
  }

  #onKey(event) {
    if (event.key !== 'Escape' || !this.#root.classList.contains('page-nav--open')) return;
    event.stopPropagation();
    this.#toggle(false);
    this.#root.querySelector('[data-toggle]').focus();
  }
}
