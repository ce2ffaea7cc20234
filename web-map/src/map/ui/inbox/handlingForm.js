/** What becomes of a report: the decision, what the reporter is told, and what has to be set right before. */
import { attributes, html, on, render } from '../../lib/html.js';
import { PlaceField } from '../../../phone/placeField.js';
import { accuracyOf } from '../../../phone/placeAccuracy.js';
import { notice, showErrors } from '../fields.js';
import { handlingOf } from './reportRequests.js';

const STATES = ['seen', 'forwarded', 'fixed', 'not-fixed', 'duplicate'];
/** Ready-made answers by decision; the words are texts. */
const TEMPLATES = { seen: ['thanks'], forwarded: ['sentOn'], fixed: ['done', 'cleaned', 'lamp'], 'not-fixed': ['notOurs', 'notFound', 'later'], duplicate: [] };

export class HandlingForm {
  #app;
  #root;
  #report;
  #options;
  #decision;
  #field = null;
  #stops = [];

  /**
   * @param {object} report as GET /api/reports has it
   * @param {{types: object[], owners: string[], onSave: (patch: object) => Promise<void>}} options
   */
  constructor(app, root, report, options) {
    this.#app = app;
    this.#root = root;
    this.#report = report;
    this.#options = options;
    this.#decision = handlingOf(report);
  }

  open() {
    this.#draw();
    this.#stops = [
      on(this.#root, 'change', '[name="state"]', (event, radio) => this.#choose(radio.value)),
      on(this.#root, 'change', '[name="type"]', (event, select) => this.#retype(select.value)),
      on(this.#root, 'change', '[name="template"]', (event, select) => this.#fill(select)),
      on(this.#root, 'click', '[data-here]', () => this.#placeFromMap()),
      on(this.#root, 'submit', 'form', (event) => this.#submit(event)),
    ];
    return this;
  }

  close() {
    this.#field?.close();
    for (const stop of this.#stops.splice(0)) stop();
    this.#root.replaceChildren();
  }

  #choose(state) {
    this.#read();
    this.#decision.state = state;
    this.#draw();
    this.#root.querySelector(`#handling-${state}`).focus();
  }

  #retype(type) {
    this.#read();
    this.#decision.type = type;
    this.#draw();
    this.#root.querySelector('#field-type').focus();
  }

  get #countable() {
    return ['A', 'B', 'C', 'D'].includes(this.#options.types.find(({ code }) => code === this.#decision.type)?.class);
  }

  #draw() {
    const { t } = this.#app;
    const { id, handling } = this.#report;
    const { state, type, forwardedTo, answer, counted, duplicateOf, place } = this.#decision;
    this.#field?.close();
    render(
      this.#root,
      html`
        <form class="form" novalidate aria-label="${t('inbox.report.handle', { id })}">
          <div data-fault></div>
          <fieldset class="group" data-field="state">
            <legend class="group__title">${t('inbox.report.decision')}</legend>
            <div class="choices">${STATES.map(
              (name) => html`<label class="choice"><input type="radio" name="state" ${attributes({ id: `handling-${name}`, value: name, checked: name === state })}> ${t(`report.state.${name}`)}</label>`,
            )}</div>
          </fieldset>
          ${state === 'forwarded' && html`<div class="field" data-field="forwardedTo"><label class="field__label" for="field-forwardedTo">${t('inbox.report.to')}</label>
            <input class="input" id="field-forwardedTo" name="forwardedTo" list="report-owners" maxlength="120" value="${forwardedTo}" aria-describedby="field-forwardedTo-error">
            <datalist id="report-owners">${this.#options.owners.map((owner) => html`<option value="${owner}"></option>`)}</datalist><p class="field__error" id="field-forwardedTo-error" hidden></p></div>`}
          ${state === 'duplicate' && this.#duplicateField(duplicateOf)}
          ${state !== 'duplicate' && html`
            ${TEMPLATES[state].length > 0 && html`<div class="field"><label class="field__label" for="field-template">${t('inbox.report.template')}</label>
              <select class="input input--select" id="field-template" name="template"><option value="">${t('inbox.report.noTemplate')}</option>${TEMPLATES[state].map((name) => html`<option value="${name}">${t(`inbox.answer.${name}`)}</option>`)}</select></div>`}
            <div class="field" data-field="answer"><label class="field__label" for="field-answer">${t('inbox.report.answer')}</label>
              <p class="field__hint" id="field-answer-hint">${t('inbox.report.answerHint')}</p>
              <textarea class="input input--area" id="field-answer" name="answer" rows="3" maxlength="2000" aria-describedby="field-answer-hint field-answer-error">${answer}</textarea><p class="field__error" id="field-answer-error" hidden></p></div>`}
          <div class="field" data-field="type"><label class="field__label" for="field-type">${t('inbox.report.type')}</label>
            <select class="input input--select" id="field-type" name="type">${this.#options.types.map((each) => html`<option ${attributes({ value: each.code, selected: each.code === type })}>${this.#app.typeName(each.code)}</option>`)}</select>
            <p class="field__error" id="field-type-error" hidden></p></div>
          ${state !== 'duplicate' && (this.#countable
            ? html`<div class="field field--check" data-field="counted"><input class="tick" type="checkbox" id="field-counted" name="counted" aria-describedby="field-counted-hint" ${attributes({ checked: counted, disabled: place.lon === null })}>
                <label class="field__label" for="field-counted">${t('inbox.report.count')}</label><p class="field__hint" id="field-counted-hint">${t('inbox.report.countHint')}</p><p class="field__error" hidden></p></div>`
            : html`<p class="muted">${t('inbox.report.notCounted')}</p>`)}
          <fieldset class="group" data-field="place"><legend class="group__title">${t('inbox.report.place')}</legend>
            <p class="muted" role="status" data-place-words>${place.lon === null ? t('inbox.report.noPlace') : place.words || t('inbox.report.noName')}</p>
            <div data-place-field></div>
            <button type="button" class="button button--small" data-here>${t('inbox.report.placeFromMap')}</button><p class="field__error" hidden></p></fieldset>
          <button type="submit" class="button button--primary" id="handling-save">${t('inbox.report.save')}</button>
        </form>`,
    );
    this.#field = new PlaceField(this.#root.querySelector('[data-place-field]'), {
      api: this.#app.api,
      t,
      id: `report-place-${id}`,
      value: place.words,
      near: () => this.#app.group?.bounds ?? null,
      onPlace: (found) => this.#place({ lon: found.lon, lat: found.lat, accuracyMetres: accuracyOf(found), words: found.name }),
      onWords: (words) => this.#place({ ...this.#decision.place, words }),
    }).open();
  }

  #duplicateField(duplicateOf) {
    const { t } = this.#app;
    const { near } = this.#report.handling;
    return html`
      <div class="field" data-field="duplicateOf"><label class="field__label" for="field-duplicateOf">${t('inbox.report.sameAs')}</label>
        <p class="field__hint" id="field-duplicateOf-hint">${t('inbox.report.sameAsHint')}</p>
        <input class="input input--number" type="number" min="1" id="field-duplicateOf" name="duplicateOf" list="report-near" inputmode="numeric" value="${duplicateOf ?? near[0]?.id ?? ''}" aria-describedby="field-duplicateOf-hint field-duplicateOf-error">
        <datalist id="report-near">${near.map((each) => html`<option value="${each.id}">${this.#app.typeName(each.type)}, ${each.metres} m</option>`)}</datalist>
        <p class="field__error" id="field-duplicateOf-error" hidden></p></div>`;
  }

  #fill(select) {
    if (!select.value) return;
    const { t } = this.#app;
    this.#root.querySelector('#field-answer').value = t(`inbox.answer.${select.value}`);
    this.#app.announce(t('inbox.report.filled'));
  }

  #place(place) {
    this.#read();
    this.#decision.place = place;
    render(this.#root.querySelector('[data-place-words]'), html`${place.words || this.#app.t('inbox.report.noName')}`);
    const counted = this.#root.querySelector('#field-counted');
    if (counted) counted.disabled = place.lon === null;
  }

  /** Where the map's middle is: for a place that nobody has a name for. */
  #placeFromMap() {
    const { lat, lng } = this.#app.map.leaflet.getCenter();
    this.#place({ ...this.#decision.place, lon: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)), accuracyMetres: 10 });
    this.#app.map.showPlace(lng, lat);
    this.#app.announce(this.#app.t('inbox.report.placed'));
  }

  /** What the form says now, kept before it is drawn anew. */
  #read() {
    const data = Object.fromEntries(new FormData(this.#root.querySelector('form')));
    const { state } = this.#decision;
    const own = this.#decision;
    if ('answer' in data) own.answer = data.answer;
    if ('forwardedTo' in data) own.forwardedTo = data.forwardedTo;
    own.counted = state !== 'duplicate' && data.counted === 'on';
    own.duplicateOf = state === 'duplicate' && data.duplicateOf ? Number(data.duplicateOf) : null;
  }

  /** What a decision of its kind needs; the service asks for the same. */
  #missing({ state, forwardedTo, answer, duplicateOf }) {
    const { t } = this.#app;
    if (state === 'forwarded' && !forwardedTo.trim()) return [{ field: 'forwardedTo', reason: t('inbox.report.needWhom') }];
    if (state === 'not-fixed' && !answer.trim()) return [{ field: 'answer', reason: t('inbox.report.needWhy') }];
    if (state === 'duplicate' && !duplicateOf) return [{ field: 'duplicateOf', reason: t('inbox.report.needNumber') }];
    return [];
  }

  async #submit(event) {
    event.preventDefault();
    this.#read();
    const patch = { ...this.#decision };
    if (patch.state !== 'forwarded') patch.forwardedTo = '';
    if (patch.state === 'duplicate') Object.assign(patch, { answer: '', counted: false });
    if (!this.#countable) patch.counted = false;
    const missing = this.#missing(patch);
    if (missing.length) {
      showErrors(this.#root.querySelector('form'), missing);
      return;
    }
    try {
      await this.#options.onSave(patch);
    } catch (error) {
      const form = this.#root.querySelector('form');
      if (!form) return;
      const homeless = showErrors(form, error.errors ?? []);
      if (homeless.length || !error.errors?.length) {
        render(form.querySelector('[data-fault]'), notice('danger', [error.detail || this.#app.t('form.failed'), ...homeless.map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`)].join(' ')));
      }
    }
  }
}
