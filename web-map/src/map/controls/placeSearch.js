/**
 * Finds addresses, streets, place names and written coordinates in what the town has imported: nothing is asked of the
 * outside. A combobox as the ARIA Authoring Practices describe it: arrows choose, Enter goes there, Esc closes.
 */
import { isAbort } from '../api.js';
import { attributes, html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';

export class PlaceSearch {
  static defaults = { limit: 8, typingMillis: 150 };

  #app;
  #element;
  #options;
  #places = [];
  #chosen = -1;
  #typing = 0;
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...PlaceSearch.defaults, ...options };
  }

  open() {
    const { t } = this.#app;
    render(
      this.#element,
      html`<form class="search" role="search" aria-label="${t('search.label')}">
        <svg class="icon search__icon" aria-hidden="true"><use href="${ICONS}#search"></use></svg>
        <input class="search__input" id="place-search" type="text" role="combobox" autocomplete="off" spellcheck="false"
          aria-label="${t('search.label')}" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list" placeholder="${t('search.hint')}" />
        <ul class="search__results" id="search-results" role="listbox" aria-label="${t('search.results')}" hidden></ul>
        <p class="search__none" id="search-none" hidden></p>
      </form>`,
    );
    this.#stops.push(
      on(this.#element, 'input', '#place-search', () => this.#typed()),
      on(this.#element, 'keydown', '#place-search', (event) => this.#key(event)),
      on(this.#element, 'submit', 'form', (event) => this.#submit(event)),
      on(this.#element, 'pointerdown', '[data-place]', (event, row) => this.#point(event, row)),
      on(this.#element, 'focusout', '#place-search', () => this.#show([])),
    );
    return this;
  }

  close() {
    clearTimeout(this.#typing);
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  get #input() {
    return this.#element.querySelector('#place-search');
  }

  #typed() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask(), this.#options.typingMillis);
  }

  async #ask() {
    const q = this.#input.value.trim();
    if (q.length < 2) return this.#show([]);
    try {
      const { body } = await this.#app.api.get('/api/places', { parameters: { q, limit: this.#options.limit }, supersede: 'place-search' });
      this.#show(body.places, q);
    } catch (error) {
      if (!isAbort(error)) this.#say(error.detail || this.#app.t('state.error.text'));
    }
  }

  #show(places, asked = '') {
    const { t } = this.#app;
    this.#places = places;
    this.#chosen = -1;
    const list = this.#element.querySelector('#search-results');
    render(
      list,
      html`${places.map(
        ({ name, kind }, i) => html`<li ${attributes({ id: `search-${i}`, class: 'search__row', role: 'option', 'data-place': i, 'aria-selected': 'false' })}>
          <span>${name}</span> <small>${t(`search.kind.${kind}`)}</small></li>`,
      )}`,
    );
    list.hidden = places.length === 0;
    this.#input.setAttribute('aria-expanded', String(places.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
    this.#say(asked && places.length === 0 ? t('search.none', { text: asked }) : '');
    if (places.length) this.#app.announce(t('search.found', { count: places.length }));
  }

  #say(text) {
    const none = this.#element.querySelector('#search-none');
    none.textContent = text;
    none.hidden = !text;
    if (text) this.#app.announce(text);
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.#places.length === 0) this.#input.value = '';
      this.#show([]);
    } else if (step && this.#places.length) {
      event.preventDefault();
      const count = this.#places.length;
      this.#choose((Math.max(this.#chosen, step < 0 ? 0 : -1) + step + count) % count);
    }
  }

  #choose(index) {
    this.#chosen = index;
    for (const row of this.#element.querySelectorAll('[data-place]')) {
      row.setAttribute('aria-selected', String(Number(row.dataset.place) === index));
    }
    this.#input.setAttribute('aria-activedescendant', `search-${index}`);
    this.#element.querySelector(`#search-${index}`).scrollIntoView({ block: 'nearest' });
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#places.length === 0) {
      clearTimeout(this.#typing);
      await this.#ask();
    }
    const place = this.#places[Math.max(0, this.#chosen)];
    if (place) this.#go(place);
  }

  #point(event, row) {
    event.preventDefault();
    this.#go(this.#places[Number(row.dataset.place)]);
  }

  #go({ name, lon, lat, bounds }) {
    this.#input.value = name;
    this.#show([]);
    this.#app.map.showPlace(lon, lat, bounds);
    this.#app.announce(this.#app.t('search.shown', { name }));
  }
}
