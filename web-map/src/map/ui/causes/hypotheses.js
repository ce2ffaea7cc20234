/**
 * The hypotheses of a card with their verdicts, and those that are asked of every spot with what the figures say: a
 * suggestion with its rule, which the group takes over or does not.
 */
import { addHypothesis, changeHypothesis, MOST_HYPOTHESES, PERSPECTIVES, removeHypothesis, suggestedHypothesis, VERDICTS } from '../../lib/causeCard.js';
import { html, on, render } from '../../lib/html.js';
import { areaField, selectField } from '../fields.js';
import { icon } from '../icons.js';
import { saysChip, verdictChip } from './verdictChip.js';

const FIELDS = ['words', 'perspective', 'verdict', 'ground', 'test'];

export class Hypotheses {
  #app;
  #editor;
  #catalogue;
  #root = null;
  #figures = null;
  #stops = [];

  constructor(app, editor, catalogue) {
    this.#app = app;
    this.#editor = editor;
    this.#catalogue = catalogue;
  }

  open(root) {
    this.#root = root;
    const edit = (event, field) => this.#edit(field);
    this.#stops = [
      this.#editor.subscribe((what) => what !== 'selected' && !this.#isTyping(what) && this.draw()),
      on(root, 'input', 'textarea', edit),
      on(root, 'change', 'select', edit),
      on(root, 'click', '[data-new-hypothesis]', () => this.#add({})),
      on(root, 'click', '[data-take]', (event, button) => this.#take(button.dataset.take)),
      on(root, 'click', '[data-ground]', (event, button) => this.#useAsGround(button.dataset.ground)),
      on(root, 'click', '[data-drop]', (event, button) => this.#remove(button.dataset.drop)),
    ];
    this.draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  set figures(figures) {
    this.#figures = figures;
    this.draw();
  }

  #isTyping(what) {
    return what === 'card' && this.#root.contains(document.activeElement) && document.activeElement.matches('textarea');
  }

  draw() {
    const { t } = this.#app;
    const { hypotheses } = this.#editor.card;
    const opened = new Set([...this.#root.querySelectorAll('details[open]')].map(({ id }) => id));
    render(
      this.#root,
      html`
        <h3 class="section__title" id="hypotheses-title" tabindex="-1">${t('hypotheses.title')}</h3>
        <p class="muted">${t('hypotheses.intro')}</p>
        ${hypotheses.length === 0 && html`<p>${t('hypotheses.none')}</p>`}
        <ol class="hypotheses">${hypotheses.map((each) => this.#row(each))}</ol>
        ${hypotheses.length < MOST_HYPOTHESES && html`<button type="button" class="button" id="hypothesis-new" data-new-hypothesis>${icon('add')} ${t('hypotheses.add')}</button>`}
        ${this.#suggestions()}`,
    );
    for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  }

  #row({ id, words, perspective, verdict, ground, test, standard }) {
    const { t } = this.#app;
    const said = this.#figures?.hypotheses[standard];
    return html`
      <li class="hypothesis" id="hypothesis-${id}">
        <p class="hypothesis__verdict">${verdictChip(verdict, t)} <span class="tag">${t(`cause.side.${perspective}`)}</span></p>
        ${areaField({ name: `words-${id}`, id: `words-${id}`, label: t('hypothesis.words') }, { value: words, rows: 1, maxlength: 300 })}
        <div class="form__pair">
          ${selectField({ name: `perspective-${id}`, id: `perspective-${id}`, label: t('hypothesis.perspective') }, PERSPECTIVES.map((value) => ({ value, label: t(`cause.side.${value}`) })), perspective)}
          ${selectField({ name: `verdict-${id}`, id: `verdict-${id}`, label: t('hypothesis.verdict') }, VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) })), verdict)}
        </div>
        ${areaField({ name: `ground-${id}`, id: `ground-${id}`, label: t('hypothesis.ground'), hint: t('hypothesis.groundHint') }, { value: ground, rows: 2, maxlength: 1000 })}
        ${areaField({ name: `test-${id}`, id: `test-${id}`, label: t('hypothesis.test') }, { value: test, rows: 1, maxlength: 1000 })}
        ${said && html`<div class="hypothesis__said"><p>${t('hypotheses.figuresSay')} ${saysChip(said, t)}</p>${this.#findings(standard, `said-${id}`)}
          <button type="button" class="button button--small" id="hypothesis-ground-${id}" data-ground="${id}">${t('hypotheses.asGround')}</button></div>`}
        <button type="button" class="button button--small" id="hypothesis-drop-${id}" data-drop="${id}">${icon('remove')} ${t('hypotheses.remove')}<span class="visually-hidden">: ${words}</span></button>
      </li>`;
  }

  #suggestions() {
    const { t, locale } = this.#app;
    if (!this.#figures) return null;
    const onCard = new Set(this.#editor.card.hypotheses.map(({ standard }) => standard));
    const left = this.#catalogue().hypotheses.filter(({ code }) => !onCard.has(code) && this.#figures.hypotheses[code]);
    if (left.length === 0) return null;
    return html`
      <section class="section suggestions">
        <h4 class="section__title">${t('hypotheses.standard')}</h4>
        <p class="muted">${t('hypotheses.standardHint')}</p>
        <ul class="suggestions__list">${left.map((each) => html`
          <li class="suggestion">
            <p class="suggestion__head"><strong>${locale === 'sv' ? each.nameSv : each.nameEn}</strong> ${saysChip(this.#figures.hypotheses[each.code], t)}</p>
            ${this.#findings(each.code, `how-${each.code}`)}
            <button type="button" class="button button--small" id="take-${each.code}" data-take="${each.code}">${icon('add')} ${t('hypotheses.take')}<span class="visually-hidden">: ${locale === 'sv' ? each.nameSv : each.nameEn}</span></button>
          </li>`)}</ul>
      </section>`;
  }

  #findings(code, id) {
    const { t, locale } = this.#app;
    const findings = this.#figures.findings.filter(({ hypothesis }) => hypothesis === code);
    return html`
      <ul class="suggestion__findings">${findings.map(({ sentence }) => html`<li>${sentence[locale] ?? sentence.sv}</li>`)}</ul>
      <details class="suggestion__how" id="${id}"><summary>${t('hypotheses.how')}</summary>${findings.map(({ how, q }) => html`<p>${how[locale] ?? how.sv}${q !== null && html` <span class="muted">q = ${q < 0.001 ? '< 0,001' : q.toFixed(3).replace('.', locale === 'sv' ? ',' : '.')}</span>`}</p>`)}</details>`;
  }

  #edit(field) {
    const at = field.name.indexOf('-');
    const [name, id] = [field.name.slice(0, at), field.name.slice(at + 1)];
    if (FIELDS.includes(name)) this.#editor.change(changeHypothesis(this.#editor.card, id, { [name]: field.value }), field.name);
  }

  #add(hypothesis) {
    const added = addHypothesis(this.#editor.card, hypothesis);
    this.#editor.change(added.card);
    document.getElementById(`words-${added.id}`)?.focus();
  }

  #standard(code) {
    const standard = this.#catalogue().hypotheses.find((each) => each.code === code);
    const findings = this.#figures.findings.filter(({ hypothesis }) => hypothesis === code);
    return suggestedHypothesis(standard, findings, this.#figures.hypotheses[code], this.#app.locale);
  }

  #take(code) {
    const { t } = this.#app;
    this.#add(this.#standard(code));
    this.#app.announce(t('hypotheses.taken'));
  }

  #useAsGround(id) {
    const { standard } = this.#editor.card.hypotheses.find((each) => each.id === id);
    const { verdict, ground } = this.#standard(standard);
    this.#editor.change(changeHypothesis(this.#editor.card, id, verdict === 'untested' ? { verdict } : { verdict, ground }));
    document.getElementById(`hypothesis-ground-${id}`)?.focus();
  }

  #remove(id) {
    const { t } = this.#app;
    const { words } = this.#editor.card.hypotheses.find((each) => each.id === id);
    this.#editor.change(removeHypothesis(this.#editor.card, id));
    this.#root.querySelector('#hypotheses-title').focus();
    this.#app.toasts.show(t('cause.removed', { words: words || t('hypothesis.words') }), { action: { label: t('undo'), run: () => this.#editor.undo() } });
  }
}
