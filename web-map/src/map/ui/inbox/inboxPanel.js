/**
 * The inbox (inkorg): what people have sent in and the service could not settle alone. One section is shown at a time;
 * with more than one a row of buttons chooses, each with how much waits there.
 */
import { html, on, render } from '../../lib/html.js';

export class InboxPanel {
  #app;
  #sections;
  #counts;
  #root = null;
  #chosen = null;
  #mounted = null;
  #shown = false;
  #stops = [];

  /**
   * @param {object[]} sections those the reader may see (sections.js), at least one
   * @param {import('./inboxCounts.js').InboxCounts} counts open
   */
  constructor(app, sections, counts) {
    this.#app = app;
    this.#sections = sections;
    this.#counts = counts;
  }

  open(root) {
    const { t } = this.#app;
    this.#root = root;
    render(
      root,
      html`
        ${this.#sections.length > 1 && html`<div class="inbox__sections" role="group" aria-label="${t('inbox.sections')}"></div>`}
        <p class="muted inbox__state" role="status"></p>
        <div class="inbox__section" id="inbox-section"></div>`,
    );
    this.#stops = [
      on(root, 'click', '[data-section]', (event, button) => this.choose(button.dataset.section)),
      on(root, 'keydown', '[data-section]', (event, button) => this.#onKey(event, button)),
      this.#counts.subscribe((value) => this.#showCounts(value)),
    ];
    return this;
  }

  close() {
    this.#unmount();
    for (const stop of this.#stops.splice(0)) stop();
    this.#root = null;
  }

  /** The inbox asks and draws only while its tab is in sight. */
  set shown(shown) {
    this.#shown = shown;
    if (!shown) this.#unmount();
    else if (!this.#mounted) this.choose(this.#chosen ?? this.#fullest());
  }

  choose(id) {
    const section = this.#sections.find((each) => each.id === id) ?? this.#sections[0];
    this.#chosen = section.id;
    this.#unmount();
    this.#showCounts(this.#counts.value);
    if (!this.#shown) return;
    const place = this.#root.querySelector('#inbox-section');
    place.setAttribute('aria-label', section.title(this.#app.t));
    place.setAttribute('role', 'group');
    section.mount(place, this.#app);
    this.#mounted = section;
  }

  /** Shows a section, and one thing of it when that is named. */
  show(id, item = null) {
    if (this.#mounted?.id !== id) this.choose(id);
    if (item !== null) this.#mounted?.select?.(item);
  }

  #unmount() {
    this.#mounted?.unmount();
    this.#mounted = null;
    this.#root?.querySelector('#inbox-section').replaceChildren();
  }

  /** The first section that has something waiting, otherwise the first of all. */
  #fullest() {
    const { bySection } = this.#counts.value;
    return (this.#sections.find(({ id }) => bySection[id] > 0) ?? this.#sections[0]).id;
  }

  #showCounts({ total, bySection }) {
    const { t } = this.#app;
    const row = this.#root?.querySelector('.inbox__sections');
    if (row) {
      const chosen = this.#chosen ?? this.#sections[0].id;
      render(
        row,
        html`${this.#sections.map(
          (section) => html`
            <button type="button" class="inbox__choose" id="inbox-choose-${section.id}" data-section="${section.id}" aria-pressed="${String(section.id === chosen)}">
              ${section.title(t)} <span class="tabs__count">${bySection[section.id] ?? ''}</span>
            </button>`,
        )}`,
      );
    }
    const state = this.#root?.querySelector('.inbox__state');
    const words = total === 0 ? t('inbox.empty') : total === null ? '' : t('inbox.waiting', { count: total });
    if (state && state.textContent !== words) render(state, html`${words}`);
  }

  /** Left and right walk along the row, as in the tabs above it. */
  #onKey(event, button) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const ids = this.#sections.map(({ id }) => id);
    const next = ids[(ids.indexOf(button.dataset.section) + step + ids.length) % ids.length];
    this.#root.querySelector(`#inbox-choose-${next}`).focus();
  }
}
