/** The form of one word or offence code: what it means, and from when to when when that has changed over the years. */
import { attributes, html, on, render } from '../../lib/html.js';
import { checkField, textField } from '../fields.js';
import { icon } from '../icons.js';

/** As many as the service takes. */
const MOST_PERIODS = 20;

export class WordForm {
  #app;
  #form = null;
  #rows = [];
  #stops = [];

  /** @param {?object} word as `/api/type-words` has it; null makes a new one */
  constructor(app, word = null) {
    this.#app = app;
    this.word = word;
    const said = word?.periods?.length ? word.periods : [{ code: word?.code ?? '', from: null, to: null }];
    this.#rows = said.map(({ code, from, to }) => ({ code: code ?? '', from: from ?? '', to: to ?? '' }));
  }

  markup() {
    const { t } = this.#app;
    const incidents = this.word?.incidents ?? 0;
    return html`
      <form id="word-form" class="form" novalidate>
        ${textField({ name: 'word', label: t('codes.wordOrCode'), hint: t(this.word ? 'codes.wordFixed' : 'codes.wordHint'), required: true }, { value: this.word?.word ?? '', readonly: this.word !== null, maxlength: 200, autocomplete: 'off', spellcheck: 'false' })}
        <fieldset class="codes__periods">
          <legend class="field__label">${t('codes.means')}</legend>
          <p class="field__hint">${t('codes.periodsHint')}</p>
          <div id="word-periods"></div>
          <button type="button" class="button button--small" id="word-add">${icon('add')} ${t('codes.addPeriod')}</button>
        </fieldset>
        ${incidents > 0 && checkField({ name: 'applyToExisting', label: t('codes.applyToExisting', { count: incidents }), checked: true })}
      </form>`;
  }

  /** Begins to listen; the markup is on the page now. */
  open(form) {
    this.#form = form;
    this.#stops = [
      on(form, 'click', '#word-add', () => this.#add()),
      on(form, 'click', '[data-remove-period]', (event, button) => this.#remove(Number(button.dataset.removePeriod))),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** What is written, the way the service takes it. */
  read() {
    this.#keep();
    const data = new FormData(this.#form);
    const word = { word: (data.get('word') ?? '').trim(), applyToExisting: data.has('applyToExisting') };
    const always = this.#rows.length === 1 && !this.#rows[0].from && !this.#rows[0].to;
    return always ? { ...word, code: this.#rows[0].code } : { ...word, periods: this.#rows };
  }

  /** Writes the service's errors at their fields; answers those that no field stands for. */
  show(errors) {
    for (const place of this.#form.querySelectorAll('.field__error')) place.hidden = true;
    for (const control of this.#form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
    const homeless = errors.filter((error) => !this.#showOne(error));
    this.#form.querySelector('[aria-invalid]')?.focus();
    return homeless;
  }

  #showOne({ field, reason, remedy }) {
    const name = field === 'code' ? 'periods.0.code' : field;
    const control = this.#form.elements.namedItem(name);
    const place = control && this.#form.querySelector(`[id="field-${name}-error"]`);
    if (!place) return false;
    control.setAttribute('aria-invalid', 'true');
    render(place, html`${reason} ${remedy ?? ''}`);
    place.hidden = false;
    return true;
  }

  #add() {
    this.#keep();
    if (this.#rows.length < MOST_PERIODS) this.#rows.push({ code: '', from: '', to: '' });
    this.#draw();
    this.#form.elements.namedItem(`periods.${this.#rows.length - 1}.code`).focus();
  }

  #remove(index) {
    this.#keep();
    this.#rows.splice(index, 1);
    this.#draw();
    this.#form.querySelector('#word-add').focus();
  }

  #keep() {
    this.#rows = this.#rows.map((row, i) => {
      const value = (name) => this.#form.elements.namedItem(`periods.${i}.${name}`)?.value ?? '';
      return { code: value('code'), from: value('from'), to: value('to') };
    });
  }

  #draw() {
    const { t } = this.#app;
    const several = this.#rows.length > 1;
    render(
      this.#form.querySelector('#word-periods'),
      html`${this.#rows.map((row, i) => html`
        <div class="codes__period-row" role="group" aria-label="${t('codes.meaningNumber', { number: i + 1 })}">
          ${this.#control(i, 'code', t('codes.type'), (carry) => html`<select class="input input--select" ${carry}><option value="">${t('codes.chooseType')}</option>${this.#choices(row.code)}</select>`)}
          ${this.#control(i, 'from', t('codes.from'), (carry) => html`<input class="input" type="date" min="1900-01-01" max="2200-12-31" ${carry} ${attributes({ value: row.from })}>`)}
          ${this.#control(i, 'to', t('codes.to'), (carry) => html`<input class="input" type="date" min="1900-01-01" max="2200-12-31" ${carry} ${attributes({ value: row.to })}>`)}
          ${several && html`<button type="button" class="button button--quiet button--icon" data-remove-period="${i}" aria-label="${t('codes.removePeriod', { number: i + 1 })}" title="${t('codes.removePeriod', { number: i + 1 })}">${icon('remove')}</button>`}
        </div>`)}`,
    );
    this.#form.querySelector('#word-add').disabled = this.#rows.length >= MOST_PERIODS;
  }

  #control(i, name, label, control) {
    const id = `field-periods.${i}.${name}`;
    return html`
      <div class="field">
        <label class="field__label" for="${id}">${label}</label>
        ${control(attributes({ id, name: `periods.${i}.${name}`, 'aria-describedby': `${id}-error` }))}
        <p class="field__error" id="${id}-error" hidden></p>
      </div>`;
  }

  #choices(chosen) {
    const { types: all = [], classes = [] } = this.#app.types.value.body ?? {};
    return classes.map(({ class: letter }) => html`<optgroup label="${this.#app.className(letter)}">${all
      .filter((type) => type.class === letter && (!type.retired || type.code === chosen))
      .map((type) => html`<option ${attributes({ value: type.code, selected: type.code === chosen })}>${this.#app.typeName(type.code)}</option>`)}</optgroup>`);
  }
}
