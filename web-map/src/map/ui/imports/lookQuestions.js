/**
 * What must be answered before the file can be read in, in one place and in plain words. A question that has been
 * answered stays, so that the answer can be changed again.
 */
import { attributes, html, on, render } from '../../lib/html.js';
import { columnsOf } from '../../lib/importLook.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { CrsChoice } from './crsChoice.js';
import { BASE_ROLES, KINDS } from './lookChoices.js';
import { renderChanged } from './renderChanged.js';

/** The order they are asked in: the sheet decides the columns, the columns decide the coordinates. */
const ORDER = ['part', 'kind', 'role', 'columns'];

export class LookQuestions {
  static defaults = { onTry: () => {} };

  #app;
  #element;
  #crs;
  #options;
  #file = null;
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...LookQuestions.defaults, ...options };
  }

  open() {
    render(this.#element, html`<div class="look__asked"></div><div class="look__ask-crs"></div>`);
    this.#crs = new CrsChoice(this.#app, this.#element.querySelector('.look__ask-crs'), { asQuestion: true, onTry: this.#options.onTry }).open();
    this.#stops = [
      on(this.#element, 'change', '[name="question-part"]', (event, radio) => this.#file.correct({ part: radio.value })),
      on(this.#element, 'change', '#question-kind', (event, select) => select.value && this.#file.correct({ kind: select.value })),
      on(this.#element, 'change', '#question-role', (event, select) => select.value && this.#file.correct({ kind: 'base', role: select.value })),
      on(this.#element, 'change', '[data-place-field]', (event, select) => this.#say(select.dataset.placeField, select.value)),
      on(this.#element, 'click', '#look-undo', () => this.#file.undo()),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#crs.close();
  }

  show(file) {
    this.#file = file;
    this.#crs.show(file);
    const asked = ORDER.filter((question) => file.asked.has(question));
    renderChanged(this.#element.querySelector('.look__asked'), html`${this.#trouble(file)}${asked.map((question) => this.#question(question, file))}${this.#other(file)}`);
  }

  #trouble({ problem }) {
    const { t } = this.#app;
    if (!problem) return null;
    const faults = (problem.errors ?? []).map(({ reason, remedy }) => `${reason ?? ''} ${remedy ?? ''}`.trim()).join(' ');
    const text = problem.code === 'network' ? t('imports.refused.network') : `${problem.detail || problem.title} ${faults}`.trim();
    return notice('danger', text, html`<button type="button" class="button" id="look-undo">${icon('undo')} ${t('imports.undo')}</button>`);
  }

  #question(question, file) {
    const { look } = file;
    const { t } = this.#app;
    const bodies = { part: () => this.#part(look), kind: () => this.#kind(look), role: () => this.#role(look), columns: () => this.#columns(look) };
    const open = look.blocking !== null && file.state === 'asks';
    return html`
      <fieldset class="question ${!open && 'question--answered'}">
        <legend class="look__title">${t(`imports.question.${question}`)}</legend>
        <p>${t(`imports.question.${question}Why`)}</p>
        ${bodies[question]()}
      </fieldset>`;
  }

  #part({ parts }) {
    const { t } = this.#app;
    return parts.map(({ name, rows, chosen }, i) => html`<label class="check"><input type="radio" name="question-part" id="question-part-${i}" value="${name}" ${attributes({ checked: chosen })}> <span>${name} ${rows !== null && html`<small>${t('imports.facts.rows', { count: rows })}</small>`}</span></label>`);
  }

  #kind({ kind }) {
    const { t } = this.#app;
    return html`<label class="field__label" for="question-kind">${t('imports.choices.kind')}</label>
      <select class="input input--select" id="question-kind">${!kind && html`<option value="">${t('imports.choices.unknownKind')}</option>`}${KINDS.map((each) => html`<option ${attributes({ value: each, selected: each === kind })}>${t(`kind.${each}`)}</option>`)}</select>`;
  }

  #role({ role }) {
    const { t } = this.#app;
    return html`<label class="field__label" for="question-role">${t('imports.choices.role')}</label>
      <select class="input input--select" id="question-role"><option value="">${t('imports.question.chooseRole')}</option>${BASE_ROLES.map((each) => html`<option ${attributes({ value: each, selected: each === role })}>${t(`baseRole.${each}`)}</option>`)}</select>`;
  }

  #columns(look) {
    const { t } = this.#app;
    const columns = columnsOf(look, t);
    const sample = (i) => look.firstRows.filter(({ line }) => line > (look.headingLine ?? 0)).map(({ cells }) => cells[i]).find(Boolean);
    const written = look.fields.find(({ name }) => ['address', 'street', 'place'].includes(name))?.name;
    return html`<div class="question__pair">${['x', 'y', ...(written ? [written] : [])].map((field) => html`
      <div class="field"><label class="field__label" for="question-${field}">${t(field === written ? 'imports.question.written' : `imports.question.${field}`)}</label>
        <select class="input input--select" id="question-${field}" data-place-field="${field}">
          <option value="">${t('imports.question.chooseColumn')}</option>
          ${columns.map(({ key, label, fields }, i) => html`<option ${attributes({ value: key, selected: fields.includes(field) })}>${label}${sample(i) && ` – ${sample(i)}`}</option>`)}
        </select></div>`)}</div>`;
  }

  /** A column may be taken twice on the way to the right one: nothing else lets go of its column here. */
  #say(field, column) {
    this.#file.correct({ mapping: { ...this.#file.choices.mapping, [field]: column } });
  }

  #other({ look, asked, state }) {
    if (state !== 'asks' || !asked.has('other') || !look.blocking) return null;
    return notice('warning', look.blocking.reason, look.blocking.remedy && html`<p>${look.blocking.remedy}</p>`);
  }
}
