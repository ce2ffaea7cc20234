/**
 * The first rows exactly as they stand in the file, and above each column a choice of what it holds. What no column
 * holds is not read and not stored.
 */
import { attributes, html, on } from '../../lib/html.js';
import { columnsOf, constantsOf, fieldGroups, fieldName, mappingAfter, missingFields } from '../../lib/importLook.js';
import { notice } from '../fields.js';
import { renderChanged } from './renderChanged.js';

export class LookTable {
  #app;
  #element;
  #file = null;
  #walk = null;
  #stop = () => {};

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#stop = on(this.#element, 'change', '[data-column]', (event, select) => this.#say(select.dataset.column, select.value));
    return this;
  }

  close() {
    this.#stop();
  }

  /**
   * Who walks through a select with the arrow keys passes fields that other columns hold: what is said is reckoned from
   * how it was before the walk, so that only the field it ends on moves.
   */
  #say(column, field) {
    const { look, choices } = this.#file;
    const walking = this.#walk?.column === column && this.#walk.made === choices.mapping;
    const { look: before, mapping: said } = walking ? this.#walk : { look, mapping: choices.mapping };
    const made = mappingAfter(before, column, field, said);
    this.#walk = { column, look: before, mapping: said, made };
    this.#file.correct({ mapping: made });
  }

  show(file) {
    if (file !== this.#file) this.#walk = null;
    this.#file = file;
    const { look } = file;
    this.#element.hidden = look.firstRows.length === 0;
    if (look.firstRows.length > 0) renderChanged(this.#element, this.#markup(look));
  }

  #markup(look) {
    const { t } = this.#app;
    const columns = columnsOf(look, t);
    const missing = missingFields(look);
    const constants = constantsOf(look);
    return html`
      <h4 class="look__title">${t('imports.table.title')}</h4>
      <p class="muted">${t(look.kind === 'base' ? 'imports.table.hintLayer' : 'imports.table.hint')}</p>
      ${missing.length > 0 && notice('warning', t('imports.table.missing', { fields: missing.map((field) => fieldName(field, t)).join(', ') }))}
      <div class="table-scroll" tabindex="0" role="region" aria-label="${t('imports.table.title')}">
        <table class="first-rows">
          <caption class="visually-hidden">${t('imports.table.title')}</caption>
          <thead><tr><th scope="col" class="first-rows__line">${t('imports.table.line')}</th>${columns.map((column, i) => this.#head(column, i, look))}</tr></thead>
          <tbody>${rowsOf(look).map((row) => this.#row(row, columns, look))}</tbody>
        </table>
      </div>
      ${constants.length > 0 && html`<p class="muted">${t('imports.table.constants', { values: constants.map(([field, value]) => `${fieldName(field, t)}: ${value}`).join(', ') })}</p>`}`;
  }

  #head({ key, label, fields, why }, i, look) {
    const { t } = this.#app;
    const [field = ''] = fields;
    const option = (name) => html`<option ${attributes({ value: name, selected: name === field })}>${fieldName(name, t)}</option>`;
    return html`
      <th scope="col" class="first-rows__column ${field && 'first-rows__column--used'}">
        <label class="first-rows__label" for="column-${i}">${label}</label>
        <select class="input input--select input--small" id="column-${i}" data-column="${key}" aria-label="${t('imports.table.holds', { column: label })}">
          <option value="">${t(look.kind === 'base' ? 'imports.table.along' : 'imports.table.unused')}</option>
          ${fieldGroups(look).map(({ group, fields: names }) => html`<optgroup label="${t(`imports.group.${group}`)}">${names.map(option)}</optgroup>`)}
        </select>
        <span class="first-rows__why">${fields.length > 1 ? t('imports.table.also', { fields: fields.slice(1).map((each) => fieldName(each, t)).join(', ') }) : why ? t(`imports.why.${why}`) : ''}</span>
      </th>`;
  }

  #row({ line, cells }, columns, { headingLine }) {
    const { t } = this.#app;
    const place = line === headingLine ? 'heading' : headingLine && line < headingLine ? 'before' : 'data';
    return html`
      <tr class="first-rows__row--${place}">
        <th scope="row" class="first-rows__line">${line}${place !== 'data' && html` <span class="visually-hidden">${t(`imports.table.${place}`)}</span>`}</th>
        ${columns.map(({ fields }, i) => html`<td class="${fields.length > 0 ? 'first-rows__used' : ''}">${cells[i] ?? ''}</td>`)}
      </tr>`;
  }
}

/** The heading line stands among the rows also when the service told it by itself. */
function rowsOf({ firstRows, headingLine, headings }) {
  if (!headingLine || firstRows.some(({ line }) => line === headingLine)) return firstRows;
  return [{ line: headingLine, cells: headings }, ...firstRows];
}
