/**
 * The third step: the words of the page in both languages. Where nobody has written their own, the page says what is
 * drafted from the numbers, and follows them when they change.
 */
import { attributes, html, on, render } from '../../lib/html.js';
import { notice, textField } from '../fields.js';
import { icon } from '../icons.js';
import { inLanguage } from './publicationOptions.js';

const TEXTS = ['text', 'method', 'report', 'statement'];
const LANGUAGES = ['sv', 'en'];
const LONGEST = 8000;
const ROWS = { text: 12, method: 8, report: 6, statement: 4 };

export class WordsStep {
  #app;
  #root;
  #desk;
  #drawn = null;
  #stops = [];

  constructor(app, root, { desk }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
  }

  open() {
    this.#stops = [
      on(this.#root, 'submit', 'form', (event) => event.preventDefault()),
      on(this.#root, 'click', '[data-own]', (event, button) => this.#takeOver(button.dataset)),
      on(this.#root, 'click', '[data-draft]', (event, button) => this.#giveBack(button.dataset)),
      on(this.#root, 'input', '[data-contact]', (event, field) => this.#desk.change({ statementContact: field.value })),
      on(this.#root, 'input', '[data-write]', (event, area) => this.#write(area.dataset.write, area.dataset.language, area.value)),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  follow() {
    const { status } = this.#desk;
    if (status === 'ready' && this.#state() !== this.#drawn && !this.#root.contains(document.activeElement)) this.#draw();
  }

  #state() {
    return JSON.stringify([this.#desk.plan, this.#desk.told.drafted]);
  }

  #draw() {
    const { t, locale } = this.#app;
    const { told } = this.#desk;
    this.#drawn = this.#state();
    render(
      this.#root,
      html`
        <p>${t('publish.wordsHint')}</p>
        ${told.problem && !told.drafted && notice('warning', `${t('publish.noDraft')} ${inLanguage(told.problem.text, locale)}`)}
        <form class="publish__words" novalidate aria-label="${t('publish.step.words')}">
          ${TEXTS.map((name) => html`
            <section class="publish__text" aria-labelledby="words-${name}">
              <h4 class="group__title" id="words-${name}">${t(`publish.field.${name}`)}</h4>
              <p class="field__hint">${t(`publish.${name}Hint`)}</p>
              <div class="publish__languages">${LANGUAGES.map((language) => html`<div class="publish__language" id="words-${name}-${language}" data-field="${name}.${language}">${this.#words(name, language)}</div>`)}</div>
            </section>`)}
          <section class="publish__text">
            ${textField({ name: 'statementContact', label: t('publish.field.statementContact'), hint: t('publish.statementContactHint', { contact: this.#desk.plan.contact }) }, { value: this.#desk.plan.statementContact ?? '', maxlength: 200, autocomplete: 'off', 'data-contact': true, readonly: !this.#desk.mayWrite })}
          </section>
        </form>`,
    );
  }

  #words(name, language) {
    const { t } = this.#app;
    const own = this.#desk.plan[name]?.[language];
    const drafted = this.#desk.told.drafted?.[name]?.[language] ?? '';
    const label = t('publish.fieldIn', { name: t(`publish.field.${name}`), language: t(`publish.language.${language}`) });
    const id = `words-${name}-${language}-own`;
    if (own === '' || own === undefined) return this.#drafted({ name, language, drafted, label });
    return html`
      <div class="publish__language-head"><label class="field__label" for="${id}">${label}</label> <span class="tag">${t('publish.ownWords')}</span></div>
      <textarea class="input input--area" ${attributes({ id, rows: ROWS[name], maxlength: LONGEST, lang: language, 'data-write': name, 'data-language': language, readonly: !this.#desk.mayWrite, 'aria-describedby': `${id}-error` })}>${own}</textarea>
      <p class="field__error" id="${id}-error" hidden></p>
      ${drafted && this.#desk.mayWrite && html`
        <details class="disclosure"><summary>${t('publish.seeDraft')}</summary><p class="paper__text publish__drafted" lang="${language}">${drafted}</p></details>
        <p><button type="button" class="button button--small" ${attributes({ 'data-draft': name, 'data-language': language, 'aria-label': t('publish.backToDraftOf', { name: label }) })}>${icon('undo')} ${t('publish.backToDraft')}</button></p>`}`;
  }

  #drafted({ name, language, drafted, label }) {
    const { t } = this.#app;
    return html`
      <div class="publish__language-head"><h5 class="field__label">${label}</h5> <span class="tag">${t(name === 'statement' ? 'publish.usualWords' : 'publish.fromNumbers')}</span></div>
      <div class="paper__text publish__drafted" lang="${language}">${drafted || t('publish.nothing')}</div>
      <p class="field__error" hidden></p>
      ${this.#desk.mayWrite && html`<p><button type="button" class="button button--small" ${attributes({ id: `words-${name}-${language}-change`, 'data-own': name, 'data-language': language, 'aria-label': t('publish.changeWordsOf', { name: label }) })}>${icon('edit')} ${t('publish.changeWords')}</button></p>`}`;
  }

  /** The draft becomes this person's own words, to be changed. */
  #takeOver({ own: name, language }) {
    this.#write(name, language, this.#desk.told.drafted?.[name]?.[language] || ' ');
    this.#redraw(name, language);
    this.#root.querySelector(`#words-${name}-${language}-own`).focus();
  }

  /** Own words are thrown away only after a question: they are nowhere else. */
  #giveBack({ draft: name, language }) {
    if (!confirm(this.#app.t('publish.backToDraftAsk'))) return;
    this.#write(name, language, '');
    this.#redraw(name, language);
    this.#root.querySelector(`#words-${name}-${language}-change`).focus();
  }

  #write(name, language, value) {
    this.#desk.change({ [name]: { ...this.#desk.plan[name], [language]: value } });
  }

  #redraw(name, language) {
    render(this.#root.querySelector(`#words-${name}-${language}`), this.#words(name, language));
  }
}
