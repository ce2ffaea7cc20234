/** On narrow screens the filters are folded away behind this button, which tells how many of them restrict. */
import { html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';

export class FilterToggle {
  #app;
  #element;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#stops.push(
      on(this.#element, 'click', 'button', () => this.#toggle()),
      this.#app.state.subscribe(['types', 'stream'], () => this.#draw()),
    );
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  get #shown() {
    return document.body.dataset.filters === 'open';
  }

  #toggle() {
    document.body.dataset.filters = this.#shown ? '' : 'open';
    this.#draw();
    this.#app.map.leaflet.invalidateSize({ pan: false });
    if (this.#shown) scrollTo({ top: 0 });
  }

  #draw() {
    const { t, state } = this.#app;
    const count = (state.value.types.length ? 1 : 0) + (state.value.stream === 'all' ? 0 : 1);
    render(
      this.#element,
      html`<button type="button" class="button button--header filter-toggle" id="filter-toggle-button" aria-expanded="${String(this.#shown)}" aria-controls="filters time">
        <svg class="icon" aria-hidden="true"><use href="${ICONS}#filter"></use></svg>${t('filter.title')}${count > 0 && html` <span class="count">${count}</span>`}
      </button>`,
    );
  }
}
