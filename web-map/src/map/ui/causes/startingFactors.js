/** Factors that are common for the types of the card: offered, never chosen beforehand. */
import { addFactor, allFactors, PERSPECTIVES } from '../../lib/causeCard.js';
import { html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';

export class StartingFactors {
  #app;
  #editor;
  #catalogue;
  #root = null;
  #stops = [];

  constructor(app, editor, catalogue) {
    this.#app = app;
    this.#editor = editor;
    this.#catalogue = catalogue;
  }

  open(root) {
    this.#root = root;
    this.#stops = [
      this.#editor.subscribe((what) => what !== 'selected' && this.#draw()),
      on(root, 'click', '[data-offer]', (event, button) => this.#add(button.dataset.offer)),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #name(factor) {
    return this.#app.locale === 'sv' ? factor.nameSv : factor.nameEn;
  }

  /** Those of the card's types, and those that are common for all; what stands on the card already is left out. */
  #offered() {
    const { types } = this.#editor.card;
    const taken = new Set(allFactors(this.#editor.card).map(({ factor }) => factor.words));
    return this.#catalogue().factors.filter((factor) => (factor.types.length === 0 || factor.types.some((code) => types.includes(code))) && !taken.has(this.#name(factor)));
  }

  #draw() {
    const { t } = this.#app;
    const open = this.#root.querySelector('details')?.open;
    const offered = this.#offered();
    render(
      this.#root,
      html`
        <details class="offers" id="cause-offers">
          <summary>${t('cause.offers', { count: offered.length })}</summary>
          <p class="field__hint">${t('cause.offersHint')}</p>
          ${PERSPECTIVES.map((side) => html`
            <h4 class="offers__side">${t(`cause.side.${side}`)}</h4>
            <ul class="offers__list">${offered.filter(({ perspective }) => perspective === side).map((factor) => html`
              <li><button type="button" class="button button--small" id="offer-${factor.code}" data-offer="${factor.code}">${icon('add')} ${this.#name(factor)}</button></li>`)}</ul>`)}
        </details>`,
    );
    if (open) this.#root.querySelector('details').open = true;
  }

  #add(code) {
    const { t } = this.#app;
    const factor = this.#catalogue().factors.find((each) => each.code === code);
    const added = addFactor(this.#editor.card, factor.perspective, { words: this.#name(factor), techniques: factor.techniques });
    if (!added.id) {
      this.#app.announce(t('cause.full'));
      return;
    }
    this.#editor.change(added.card);
    this.#editor.select(added.id);
    this.#app.announce(t('cause.added', { words: this.#name(factor), side: t(`cause.side.${factor.perspective}`) }));
    (this.#root.querySelector('[data-offer]') ?? this.#root.querySelector('summary')).focus();
  }
}
