/** An area that is a property, found by its designation in the municipality's own layer of properties. */
import { isAbort } from '../../api.js';
import { html, on, render } from '../../lib/html.js';
import { areaSquareMetres } from '../../lib/shapes.js';
import { icon } from '../icons.js';
import { sizeWords } from './checkWords.js';

const SEARCH_FROM_LETTERS = 2;
const SEARCH_PAUSE_MILLIS = 250;

export class PropertyWay {
  static defaults = {
    /** Beginning of the ids of its elements. */
    id: 'area',
    /** Told { geometry, name, squareMetres, repaired, notes } when a property has been chosen. */
    onArea: () => {},
  };

  #app;
  #root;
  #options;
  #found = [];
  #timer = 0;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...PropertyWay.defaults, ...options };
  }

  open() {
    const { t } = this.#app;
    const { id } = this.#options;
    render(
      this.#root,
      html`
        <div class="field">
          <label class="field__label" for="${id}-property">${t('areaCheck.property.label')}</label>
          <p class="field__hint" id="${id}-property-hint">${t('areaCheck.property.hint')}</p>
          <input class="input" type="search" id="${id}-property" data-property autocomplete="off" aria-describedby="${id}-property-hint ${id}-property-count">
        </div>
        <p class="muted" id="${id}-property-count" role="status"></p>
        <ul class="found"></ul>`,
    );
    this.#stops = [
      on(this.#root, 'input', '[data-property]', (event, input) => this.#search(input.value.trim())),
      on(this.#root, 'keydown', '[data-property]', (event) => event.key === 'Enter' && event.preventDefault()),
      on(this.#root, 'click', '[data-found]', (event, button) => this.#choose(this.#found[Number(button.dataset.found)])),
    ];
    return this;
  }

  close() {
    clearTimeout(this.#timer);
    for (const stop of this.#stops.splice(0)) stop();
  }

  #search(q) {
    clearTimeout(this.#timer);
    this.#found = [];
    if (q.length < SEARCH_FROM_LETTERS) return this.#draw(html``);
    this.#timer = setTimeout(() => this.#ask(q), SEARCH_PAUSE_MILLIS);
    return this.#timer;
  }

  async #ask(q) {
    const { api, t } = this.#app;
    try {
      const { body } = await api.get('/api/area-checks/properties', { parameters: { q }, supersede: `area-property-${this.#options.id}` });
      this.#found = body.properties;
      this.#draw(html`${this.#found.length ? t('areaCheck.property.found', { count: this.#found.length }) : t('areaCheck.property.none', { words: q })}`);
    } catch (error) {
      if (!isAbort(error)) this.#draw(html`${icon('alert')} ${error.detail || t('areaCheck.property.failed')}`);
    }
  }

  #draw(words) {
    const { locale } = this.#app;
    const { id } = this.#options;
    render(this.#root.querySelector(`#${id}-property-count`), words);
    render(
      this.#root.querySelector('.found'),
      html`${this.#found.map(({ designation, geometry }, i) => html`<li><button type="button" class="found__choose" id="${id}-found-${i}" data-found="${i}">${designation} <span class="muted">${sizeWords(areaSquareMetres(geometry), locale)}</span></button></li>`)}`,
    );
  }

  #choose({ designation, geometry }) {
    this.#root.querySelector('[data-property]').value = designation;
    this.#found = [];
    this.#draw(html``);
    this.#root.querySelector('[data-property]').focus();
    this.#options.onArea({ geometry, name: designation, squareMetres: areaSquareMetres(geometry), repaired: null, notes: [] });
  }
}
