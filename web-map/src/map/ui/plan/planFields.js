/** The part of the form that makes a measure part of the action plan: conditions, goal, days, cost and cause. */
import { attributes, html, on, render } from '../../lib/html.js';
import { fittingTypes } from '../../lib/catalogue.js';
import { areaField, textField } from '../fields.js';
import { GateFields } from './gateFields.js';
import { GoalFields } from './goalFields.js';
import { today } from './moveMeasure.js';

const LONGEST_CAUSE = 1000;
const LONGEST_FUNDING = 120;
const MOST_SEK = 10_000_000_000;

export class PlanFields {
  #app;
  #root;
  #options;
  #entry = null;
  #techniques;
  #gates = null;
  #goal = null;
  #stops = [];

  /** @param {{start: object, geometry: () => ?object, types: string[], techniques: number[], onChange: () => void}} options */
  constructor(app, root, options) {
    this.#app = app;
    this.#root = root;
    this.#options = options;
    this.#techniques = new Set(options.start.techniques ?? []);
  }

  open() {
    const { t } = this.#app;
    const { start } = this.#options;
    const day = (name) => textField({ name, label: t(`field.${name}`) }, { type: 'date', value: start[name] ?? '', max: today() });
    const kronor = (part) => textField({ name: part, label: t(`plan.cost.${part}`) }, { type: 'number', min: 0, max: MOST_SEK, step: 1, value: start.cost?.[part] ?? '' });
    render(
      this.#root,
      html`
        <div id="form-gates" data-field="gates"></div>
        <details class="disclosure" id="form-goal-part" ${attributes({ open: Boolean(start.goal) })}>
          <summary>${t('plan.form.goal')}</summary>
          <div class="disclosure__body form" id="form-goal"></div>
        </details>
        <details class="disclosure" id="form-more" ${attributes({ open: Boolean(start.cost || start.causeWords || start.decidedOn) })}>
          <summary>${t('plan.form.more')}</summary>
          <div class="disclosure__body form">
            <div class="form__pair">${day('decidedOn')}${day('startedOn')}</div>
            <div class="form__pair">${kronor('estimate')}${kronor('outcome')}</div>
            ${textField({ name: 'funding', label: t('field.funding'), hint: t('plan.fundingHint') }, { value: start.funding ?? '', maxlength: LONGEST_FUNDING, list: 'owners', autocomplete: 'off' })}
            ${areaField({ name: 'causeWords', label: t('field.causeWords'), hint: t('plan.causeHint') }, { value: start.causeWords ?? '', rows: 3, maxlength: LONGEST_CAUSE })}
            <fieldset class="group" data-field="techniques"><legend class="group__title">${t('field.techniques')}</legend><div id="form-techniques"></div><p class="field__error" hidden></p></fieldset>
          </div>
        </details>`,
    );
    this.#gates = new GateFields(this.#root.querySelector('#form-gates'), t, start.gates ?? []).open();
    this.#goal = new GoalFields(this.#app, this.#root.querySelector('#form-goal'), {
      goal: start.goal ?? null,
      geometry: this.#options.geometry,
      types: () => this.#types(),
      onChange: this.#options.onChange,
    }).open();
    this.#stops = [on(this.#root, 'change', '[data-technique]', (event, box) => (box.checked ? this.#techniques.add(Number(box.value)) : this.#techniques.delete(Number(box.value))))];
    this.#drawTechniques();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#gates?.close();
    this.#goal?.close();
  }

  /** The chosen entry of the catalogue; `anew` when the reader has just chosen it. */
  take(entry, anew) {
    this.#entry = entry;
    if (anew) this.#techniques = new Set(entry.techniques);
    this.#gates.gates = entry.gates;
    this.#drawTechniques();
    this.#goal.ask();
  }

  placeChanged() {
    this.#goal?.ask();
  }

  /** A step forward notes its day, which can be corrected. */
  statusChosen(status) {
    const note = (name) => {
      const field = this.#root.querySelector(`#field-${name}`);
      if (!field.value) field.value = today();
    };
    if (status === 'decided') note('decidedOn');
    if (status === 'in-progress') note('startedOn');
  }

  /** Opens what holds a field, so that a fault in it can be seen. */
  reveal(errors) {
    for (const { field } of errors) {
      const name = String(field ?? '').split('.').pop();
      const details = this.#root.querySelector(`[data-field="${CSS.escape(name)}"]`)?.closest('details');
      if (details) details.open = true;
    }
  }

  /** As the properties of a measure. */
  get written() {
    const value = (name) => this.#root.querySelector(`#field-${name}`).value.trim();
    const whole = (name) => (value(name) === '' ? null : Number(value(name)));
    const cost = { estimate: whole('estimate'), outcome: whole('outcome') };
    return {
      decidedOn: value('decidedOn') || null,
      startedOn: value('startedOn') || null,
      cost: cost.estimate === null && cost.outcome === null ? null : cost,
      funding: value('funding') || null,
      causeWords: value('causeWords'),
      techniques: [...this.#techniques].sort((a, b) => a - b),
      goal: this.#goal.written,
      gates: this.#gates.written,
    };
  }

  #types() {
    if (!this.#entry) return this.#options.types;
    const here = fittingTypes(this.#entry, this.#options.types, (code) => this.#app.standsFor(code));
    return here.length > 0 ? here : this.#entry.types.filter((code) => code !== 'ALL').slice(0, 50);
  }

  #drawTechniques() {
    const { t } = this.#app;
    const offered = [...new Set([...(this.#entry?.techniques ?? []), ...this.#options.techniques, ...this.#techniques])].sort((a, b) => a - b);
    render(
      this.#root.querySelector('#form-techniques'),
      offered.length === 0 ? html`<p class="muted">${t('plan.noTechniques')}</p>` : html`${offered.map((number) => html`
        <div class="field field--check"><input class="tick" type="checkbox" data-technique ${attributes({ id: `technique-${number}`, value: number, checked: this.#techniques.has(number) })}><label class="field__label" for="technique-${number}">${t(`technique.${number}`)}</label></div>`)}`,
    );
  }
}
