/**
 * Tabs as WAI-ARIA's pattern has them: one tab stop, arrow keys choose, Home and End go to the ends.
 */
import { html, on, render } from '../lib/html.js';

export class Tabs {
  static defaults = {
    label: '',
    /** [{ id, label, count? }] */
    tabs: [],
    selected: null,
    onSelect: () => {},
  };

  #root;
  #options;
  #selected;
  #stops = [];

  constructor(root, options = {}) {
    this.#root = root;
    this.#options = { ...Tabs.defaults, ...options };
    this.#selected = this.#options.selected ?? this.#options.tabs[0]?.id;
  }

  get selected() {
    return this.#selected;
  }

  /** The element that belongs to a tab. */
  panel(id) {
    return this.#root.querySelector(`#tabpanel-${id}`);
  }

  open() {
    const { label, tabs } = this.#options;
    render(
      this.#root,
      html`
        <div class="tabs" role="tablist" aria-label="${label}">
          ${tabs.map(
            ({ id, label: text }) => html`
              <button type="button" class="tabs__tab" role="tab" id="tab-${id}" data-tab="${id}" aria-controls="tabpanel-${id}">
                ${text} <span class="tabs__count" data-count="${id}"></span>
              </button>`,
          )}
        </div>
        ${tabs.map(({ id }) => html`<div class="tabs__panel" role="tabpanel" id="tabpanel-${id}" aria-labelledby="tab-${id}"></div>`)}`,
    );
    this.#stops = [
      on(this.#root, 'click', '[data-tab]', (event, tab) => this.select(tab.dataset.tab)),
      on(this.#root, 'keydown', '[data-tab]', (event, tab) => this.#onKey(event, tab)),
    ];
    this.#mark();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  select(id) {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#mark();
    this.#options.onSelect(id);
  }

  /** Shows a number beside the tab's word; null takes it away. */
  count(id, text) {
    const place = this.#root.querySelector(`[data-count="${id}"]`);
    if (place) render(place, html`${text}`);
  }

  #mark() {
    for (const { id } of this.#options.tabs) {
      const tab = this.#root.querySelector(`#tab-${id}`);
      const chosen = id === this.#selected;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      this.panel(id).hidden = !chosen;
    }
  }

  #onKey(event, tab) {
    const ids = this.#options.tabs.map(({ id }) => id);
    const at = ids.indexOf(tab.dataset.tab);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const id = ids[(next + ids.length) % ids.length];
    this.select(id);
    this.#root.querySelector(`#tab-${id}`).focus();
  }
}
