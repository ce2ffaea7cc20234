/** Step 1: what it is about, as large buttons, the most used first. Deficiencies and events are told apart by a word. */
import { html, on, render } from '../map/lib/html.js';

/** As many as fit a phone without scrolling; the rest is one press away. */
const SHOWN = 8;

export class TypeButtons {
  #root;
  #options;
  #all = false;
  #stops = [];

  /** @param {{t: Function, locale: string, types: object[], chosen: ?string, onChoose: (code: string) => void}} options */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
    this.#all = options.types.slice(SHOWN).some(({ code }) => code === options.chosen);
  }

  open() {
    this.#draw();
    this.#stops = [
      on(this.#root, 'click', '[data-type]', (event, button) => this.#options.onChoose(button.dataset.type)),
      on(this.#root, 'click', '[data-more]', () => {
        this.#all = true;
        this.#draw();
        this.#root.querySelectorAll('[data-type]')[SHOWN]?.focus();
      }),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #draw() {
    const { t, locale, types, chosen } = this.#options;
    const shown = this.#all ? types : types.slice(0, SHOWN);
    render(
      this.#root,
      html`
        <ul class="report-types">
          ${shown.map(
            ({ code, nameSv, nameEn, deficiency }) => html`
              <li><button type="button" class="report-type" id="type-${code}" data-type="${code}" aria-pressed="${String(code === chosen)}">
                <span class="report-type__name">${breakable(locale === 'sv' ? nameSv : nameEn)}</span>
                <span class="report-type__kind">${t(deficiency ? 'report.deficiency' : 'report.event')}</span>
              </button></li>`,
          )}
        </ul>
        ${!this.#all && types.length > SHOWN && html`<button type="button" class="button button--wide" id="types-more" data-more>${t('report.moreTypes', { count: types.length - SHOWN })}</button>`}`,
    );
  }
}

/** A long word may be parted after its stroke, which browsers do not do by themselves. */
function breakable(name) {
  return name.split('/').map((part, i) => html`${i > 0 && html`/<wbr>`}${part}`);
}
