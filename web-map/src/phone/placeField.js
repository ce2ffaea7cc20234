/**
 * A field for an address, street, place name or coordinates that proposes what the municipality's own layers know. A
 * combobox as the ARIA Authoring Practices describe it: arrows choose, Enter takes, Esc closes. Enter never sends the
 * form around it.
 */
import { isAbort } from '../map/api.js';
import { attributes, html, on, render } from '../map/lib/html.js';

export class PlaceField {
  static defaults = {
    api: null,
    t: null,
    /** Beginning of the ids of its elements. */
    id: 'place',
    /** Address that answers `{ places: [{ name, kind, lon, lat, bounds }] }`. */
    path: '/api/places',
    limit: 6,
    pauseMillis: 200,
    value: '',
    /** What the map shows, as [west, south, east, north]: the nearer of two equal names comes first. */
    near: () => null,
    /** Told the place that was taken. */
    onPlace: () => {},
    /** Told the words as they stand when the field is left without a place taken. */
    onWords: () => {},
  };

  #root;
  #options;
  #places = [];
  #at = -1;
  #timer = 0;
  #taken;
  #stops = [];

  constructor(root, options = {}) {
    this.#root = root;
    this.#options = { ...PlaceField.defaults, ...options };
    this.#taken = this.#options.value;
  }

  open() {
    const { t, id, value } = this.#options;
    render(
      this.#root,
      html`
        <div class="field">
          <label class="field__label" for="${id}-field">${t('picker.address')}</label>
          <p class="field__hint" id="${id}-hint">${t('picker.addressHint')}</p>
          <input class="input" id="${id}-field" type="text" role="combobox" autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="200"
            aria-expanded="false" aria-controls="${id}-found" aria-autocomplete="list" aria-describedby="${id}-hint ${id}-said" value="${value}">
          <ul class="search__results" id="${id}-found" role="listbox" aria-label="${t('picker.found')}" hidden></ul>
          <p class="field__hint" id="${id}-said" role="status"></p>
        </div>`,
    );
    const field = `#${id}-field`;
    this.#stops = [
      on(this.#root, 'input', field, () => this.#typed()),
      on(this.#root, 'keydown', field, (event) => this.#key(event)),
      on(this.#root, 'focusout', field, () => this.#left()),
      on(this.#root, 'pointerdown', '[data-place]', (event, row) => this.#point(event, row)),
    ];
    return this;
  }

  close() {
    clearTimeout(this.#timer);
    for (const stop of this.#stops.splice(0)) stop();
  }

  focus() {
    this.#input.focus();
  }

  get words() {
    return this.#input.value.trim();
  }

  /** Writes the name of a place that was chosen elsewhere. */
  set words(text) {
    this.#input.value = text;
    this.#taken = text;
    this.#show([]);
  }

  get #input() {
    return this.#root.querySelector(`#${this.#options.id}-field`);
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), this.#options.pauseMillis);
  }

  async #ask() {
    const { api, t, path, limit, near, id } = this.#options;
    const q = this.words;
    if (q.length < 2) return this.#show([]);
    try {
      const { body } = await api.get(path, { parameters: { q, limit, bbox: near()?.join(',') }, supersede: `field ${id}` });
      this.#show(body.places, q);
    } catch (error) {
      if (isAbort(error)) return;
      this.#show([]);
      this.#say(error.code === 'network' ? t('picker.searchOffline') : error.detail || t('picker.searchFailed'));
    }
  }

  #show(places, asked = '') {
    const { t, id } = this.#options;
    this.#places = places;
    this.#at = -1;
    const list = this.#root.querySelector(`#${id}-found`);
    render(
      list,
      html`${places.map(
        ({ name, kind }, i) => html`<li ${attributes({ id: `${id}-found-${i}`, class: 'search__row', role: 'option', 'data-place': i, 'aria-selected': 'false' })}>
          <span>${name}</span> <small>${t(`search.kind.${kind}`)}</small></li>`,
      )}`,
    );
    list.hidden = places.length === 0;
    this.#input.setAttribute('aria-expanded', String(places.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
    this.#say(!asked ? '' : places.length ? t('search.found', { count: places.length }) : t('search.none', { text: asked }));
  }

  #say(text) {
    render(this.#root.querySelector(`#${this.#options.id}-said`), html`${text}`);
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#enter();
    } else if (event.key === 'Escape' && this.#places.length) {
      event.stopPropagation();
      this.#show([]);
    } else if (step && this.#places.length) {
      event.preventDefault();
      this.#move((this.#at < 0 && step < 0 ? this.#places.length : this.#at + step + this.#places.length) % this.#places.length);
    }
  }

  async #enter() {
    if (!this.#places.length) {
      clearTimeout(this.#timer);
      await this.#ask();
    }
    const place = this.#places[Math.max(0, this.#at)];
    if (place) this.#take(place);
    else this.#leaveWords();
  }

  #move(index) {
    this.#at = index;
    for (const row of this.#root.querySelectorAll('[data-place]')) row.setAttribute('aria-selected', String(Number(row.dataset.place) === index));
    this.#input.setAttribute('aria-activedescendant', `${this.#options.id}-found-${index}`);
  }

  #point(event, row) {
    event.preventDefault();
    this.#take(this.#places[Number(row.dataset.place)]);
  }

  #take(place) {
    this.words = place.name;
    this.#options.onPlace(place);
  }

  #left() {
    this.#show([]);
    this.#leaveWords();
  }

  #leaveWords() {
    if (this.words === this.#taken) return;
    this.#taken = this.words;
    this.#options.onWords(this.words);
  }
}
