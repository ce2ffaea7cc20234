/**
 * Chooses a measure from the catalogue: what fits the place first, with how well it is known to work. What may not be
 * used is shown with the reason, because people ask for it.
 */
import { effectOf, fittingTechniques, fittingTypes, nameOf, pickFrom } from '../lib/catalogue.js';
import { attributes, html, on, render } from '../lib/html.js';
import { effectNotes, gateNotes, gradeBadge } from './evidence.js';
import { icon } from './icons.js';

export class CataloguePicker {
  static defaults = {
    entries: [],
    /** Codes of the hotspot's types, commonest first. */
    types: [],
    /** Numbers of the 25 techniques that the cause card asks for. */
    techniques: [],
    chosen: null,
    /** Told the chosen entry. */
    onChoose: () => {},
  };

  #app;
  #root;
  #options;
  #words = '';
  #onlyFitting;
  #chosen;
  #open;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...CataloguePicker.defaults, ...options };
    this.#chosen = this.#options.chosen;
    this.#onlyFitting = this.#options.types.length > 0;
    this.#open = !this.#chosen;
  }

  /** The chosen entry, or null. */
  get chosen() {
    return this.#options.entries.find((entry) => entry.code === this.#chosen) ?? null;
  }

  open() {
    const root = this.#root;
    this.#stops = [
      on(root, 'input', '[data-words]', (event, input) => this.#search(input.value)),
      on(root, 'change', '[data-fitting]', (event, box) => this.#filter(box.checked)),
      on(root, 'click', '[data-choose]', (event, button) => this.#choose(button.dataset.choose)),
      on(root, 'click', '[data-change]', () => this.#change()),
      on(root, 'keydown', '[data-words]', (event) => this.#onSearchKey(event)),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  #draw() {
    render(this.#root, this.#open ? this.#choice() : this.#summary());
    if (this.#open) this.#drawEntries();
  }

  #summary() {
    const { t, locale } = this.#app;
    const entry = this.chosen;
    return html`
      <div class="chosen" data-field="code">
        <p class="chosen__name"><strong>${entry ? nameOf(entry, locale) : this.#chosen}</strong> ${entry && gradeBadge(entry.evidenceGrade, t)}</p>
        <button type="button" class="button button--quiet button--small" id="catalogue-change" data-change>${icon('edit')} ${t('catalogue.change')}</button>
        ${entry && html`<div class="chosen__effect"><p>${t(`evidence.long.${entry.evidenceGrade}`)}</p>${effectNotes(entry, t, locale)}</div>${gateNotes(entry, t)}`}
        <p class="field__error" hidden></p>
      </div>`;
  }

  #choice() {
    const { t } = this.#app;
    const { types } = this.#options;
    return html`
      <div class="picker" data-field="code">
        <label class="field__label" for="catalogue-words">${t('catalogue.search')}</label>
        <input class="input" type="search" id="catalogue-words" data-words value="${this.#words}" autocomplete="off" aria-controls="catalogue-entries" aria-describedby="catalogue-found">
        ${types.length > 0 && html`
          <div class="field field--check">
            <input class="tick" type="checkbox" id="catalogue-fitting" data-fitting ${attributes({ checked: this.#onlyFitting })}>
            <label class="field__label" for="catalogue-fitting">${t('catalogue.onlyFitting', { types: types.slice(0, 3).map((code) => this.#app.typeName(code)).join(', ') })}</label>
          </div>`}
        <p class="field__error" hidden></p>
        <p class="muted" id="catalogue-found" role="status"></p>
        <ul class="picker__entries" id="catalogue-entries"></ul>
      </div>`;
  }

  #drawEntries() {
    const { t } = this.#app;
    const { entries, types, techniques } = this.#options;
    const typeNames = new Map(entries.flatMap((entry) => entry.types).map((code) => [code, this.#app.typeName(code)]));
    const found = pickFrom(entries, { words: this.#words, types, techniques, onlyFitting: this.#onlyFitting, typeNames, standsFor: (code) => this.#app.standsFor(code) });
    render(this.#root.querySelector('#catalogue-found'), html`${t('catalogue.found', { count: found.length })}`);
    render(this.#root.querySelector('#catalogue-entries'), html`${found.map((entry) => (entry.blocked ? this.#blocked(entry) : this.#entry(entry)))}`);
  }

  #entry(entry) {
    const { t, locale } = this.#app;
    const fits = fittingTypes(entry, this.#options.types, (code) => this.#app.standsFor(code));
    const answers = fittingTechniques(entry, this.#options.techniques);
    return html`
      <li class="entry">
        <button type="button" class="entry__choose" id="entry-${entry.code}" data-choose="${entry.code}" aria-describedby="entry-${entry.code}-about">${nameOf(entry, locale)}</button>
        <div class="entry__about" id="entry-${entry.code}-about">
          ${gradeBadge(entry.evidenceGrade, t)}
          ${fits.length > 0 && html`<span class="tag">${t('catalogue.fits', { types: fits.map((code) => this.#app.typeName(code)).join(', ') })}</span>`}
          ${answers.length > 0 && html`<span class="tag">${t('catalogue.answers', { techniques: answers.map((number) => t(`technique.${number}`)).join(', ') })}</span>`}
          ${effectNotes(entry, t, locale)}
          ${gateNotes(entry, t)}
        </div>
      </li>`;
  }

  #blocked(entry) {
    const { t, locale } = this.#app;
    return html`
      <li class="entry entry--blocked">
        <p class="entry__name">${icon('lock')} ${nameOf(entry, locale)}</p>
        <div class="entry__about">${gradeBadge(entry.evidenceGrade, t)}<p>${t('catalogue.blocked')} ${effectOf(entry, locale)}</p></div>
      </li>`;
  }

  #search(words) {
    this.#words = words;
    this.#drawEntries();
  }

  #filter(onlyFitting) {
    this.#onlyFitting = onlyFitting;
    this.#drawEntries();
  }

  /** From the search field, arrow down goes to the first entry; Enter takes it. */
  #onSearchKey(event) {
    const first = this.#root.querySelector('[data-choose]');
    if (!first || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
    event.preventDefault();
    if (event.key === 'ArrowDown') first.focus();
    else this.#choose(first.dataset.choose);
  }

  #choose(code) {
    this.#chosen = code;
    this.#open = false;
    this.#draw();
    this.#root.querySelector('[data-change]').focus();
    this.#options.onChoose(this.chosen);
  }

  #change() {
    this.#open = true;
    this.#draw();
    this.#root.querySelector('[data-words]').focus();
  }
}
