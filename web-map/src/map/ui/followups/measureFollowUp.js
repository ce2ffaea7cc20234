/**
 * Follows one measure up: asks the service, shows what it found, lets people choose months, widths and comparison, and
 * freezes it with their words. What is written is kept as a draft until it is frozen.
 */
import { isAbort } from '../../api.js';
import { MEASURE_WRITERS, POINT_ROLES } from '../../lib/audience.js';
import { formatDate } from '../../lib/format.js';
import { questionOf } from '../../lib/followUpScale.js';
import { html, on, render } from '../../lib/html.js';
import { notice, selectField, showErrors, textField } from '../fields.js';
import { comparisonPicker } from './comparisonPicker.js';
import { followUpView } from './followUpView.js';
import { toldFields, toldOf } from './toldFields.js';

const MONTHS = ['', '3', '6', '12', '18', '24', '36'];
const YEARS = ['1', '2', '3'];
const LEFT_OUT = ['1', '2', '3', '6'];

export class MeasureFollowUp {
  #app;
  #id;
  #go;
  #root = null;
  #stops = [];
  #measure = null;
  #result = null;
  #question = {};
  #areas = null;
  #draftKey;

  constructor(app, id, go) {
    this.#app = app;
    this.#id = id;
    this.#go = go;
    this.#draftKey = `followup.${id}`;
  }

  async open(root) {
    this.#root = root;
    this.#stops = [
      on(root, 'submit', '[data-design]', (event) => this.#design(event)),
      on(root, 'submit', '[data-freeze]', (event) => this.#freeze(event)),
      on(root, 'input', '[data-freeze]', () => this.#keep()),
      on(root, 'click', '[data-again]', () => this.#load()),
      on(root, 'click', '[data-automatic]', () => this.#automatic()),
      on(root, 'click', '[data-print]', () => window.print()),
      on(root, 'click', '[data-map]', () => this.#app.state.set({ page: null, item: null, measure: this.#id, hotspot: null })),
    ];
    await this.#load();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  get #mayTune() {
    return this.#app.can(...POINT_ROLES);
  }

  async #load() {
    const { t, api } = this.#app;
    render(this.#root, html`<p class="follow-wait" role="status">${t('followup.computing')}</p>`);
    try {
      const { body } = await api.get(`/api/measures/${encodeURIComponent(this.#id)}`);
      this.#measure = body;
    } catch (error) {
      if (this.#root) render(this.#root, notice('danger', error.status === 404 ? t('followup.noMeasure') : error.detail || t('followup.failed'), html`<a class="button" href="#page=followup" data-item="">${t('followup.tab.list')}</a>`));
      return;
    }
    if (!this.#root) return;
    this.#frame();
    await this.#compute();
  }

  #frame() {
    const { t } = this.#app;
    const { title, owner, doneOn } = this.#measure.properties;
    render(
      this.#root,
      html`
        <header class="follow-head">
          <h3 class="follow-head__title">${title}</h3>
          <p class="follow-list__more">${owner}${doneOn && ` · ${t('followup.doneOn', { day: formatDate(doneOn) })}`}</p>
          <p class="follow-actions"><button type="button" class="button" data-map>${t('followup.onMap')}</button> <button type="button" class="button" data-print>${t('followup.print')}</button></p>
        </header>
        ${this.#mayTune && html`
          <form class="follow-design" data-design novalidate>
            <details class="disclosure" data-choices><summary>${t('followup.design')}</summary><div class="disclosure__body"><div class="follow-design__fields">${this.#fields()}</div><div data-places></div>
            <p class="follow-actions"><button type="submit" class="button button--primary">${t('followup.recompute')}</button> <button type="button" class="button" data-automatic>${t('followup.automatic')}</button></p></div></details>
          </form>`}
        <div class="follow-answer" role="status" aria-live="polite"></div>
        <div data-result></div>
        <div data-words></div>`,
    );
  }

  #fields() {
    const { t } = this.#app;
    const asked = this.#question;
    const count = (values, key) => values.map((value) => ({ value, label: value ? t(value === '1' ? `${key}.one` : key, { count: Number(value) }) : t('followup.field.months.auto') }));
    return html`
      ${selectField({ name: 'months', label: t('followup.field.months') }, count(MONTHS, 'followup.months.count'), asked.months ?? '')}
      ${selectField({ name: 'years', label: t('followup.field.years'), hint: t('followup.field.years.hint') }, count(YEARS, 'followup.years.count'), asked.years ?? '1')}
      ${selectField({ name: 'leftOut', label: t('followup.field.leftOut') }, count(LEFT_OUT, 'followup.months.count'), asked.leftOut ?? '1')}
      ${textField({ name: 'reach', label: t('followup.field.reach'), hint: t('followup.field.reach.hint') }, { inputmode: 'decimal', value: asked.reach ?? '' })}
      ${textField({ name: 'widths', label: t('followup.field.widths'), hint: t('followup.field.widths.hint') }, { value: asked.widths ?? '', placeholder: '100,150,200' })}
      ${textField({ name: 'types', label: t('followup.field.types'), hint: t('followup.field.types.hint') }, { value: asked.types ?? '', placeholder: 'SKA,INF' })}`;
  }

  async #compute() {
    const { t, api } = this.#app;
    const status = this.#root.querySelector('.follow-answer');
    status.textContent = t('followup.computing');
    try {
      const { body } = await api.get(`/api/measures/${encodeURIComponent(this.#id)}/follow-up`, { parameters: this.#question, supersede: 'follow-up' });
      if (!this.#root) return;
      this.#result = body;
      status.replaceChildren();
      render(this.#root.querySelector('[data-result]'), followUpView(body, this.#app));
      this.#words();
      if (this.#mayTune) await this.#places();
    } catch (error) {
      if (!this.#root || isAbort(error)) return;
      this.#refused(error, status);
    }
  }

  /** A fault stands at its field; what no field answers for stands above the result. */
  #refused(error, status) {
    const { t } = this.#app;
    this.#result = null;
    this.#root.querySelector('[data-result]').replaceChildren();
    this.#root.querySelector('[data-words]').replaceChildren();
    const form = this.#root.querySelector('[data-design]');
    const faults = error.errors ?? [];
    const choices = form?.querySelector('[data-choices]');
    if (choices && faults.some(({ field }) => form.querySelector(`[data-field="${CSS.escape(String(field))}"]`))) choices.open = true;
    if (form) showErrors(form, faults);
    const first = faults[0];
    render(status, notice('info', first ? `${first.reason} ${first.remedy ?? ''}` : error.detail || t('followup.failed'), !first && html`<button type="button" class="button" data-again>${t('again')}</button>`));
  }

  async #places() {
    const { api } = this.#app;
    const { comparison, ...rest } = this.#question;
    const { body } = await api.get(`/api/measures/${encodeURIComponent(this.#id)}/comparison-areas`, { parameters: rest, supersede: 'comparison' });
    if (!this.#root) return;
    this.#areas = body;
    render(this.#root.querySelector('[data-places]'), comparisonPicker(body, this.#result.parameters.comparison, this.#app));
  }

  #design(event) {
    event.preventDefault();
    const form = event.target;
    const value = (name) => form.elements[name].value.trim();
    const ticked = [...form.querySelectorAll('input[name="comparison"]:checked')].map((box) => box.value);
    this.#question = questionOf({
      months: value('months'),
      years: value('years'),
      leftOut: value('leftOut'),
      reach: value('reach'),
      widths: value('widths'),
      types: value('types').toUpperCase().split(/[\s,;]+/).filter(Boolean),
      comparison: this.#chosenByPeople(ticked) ? ticked : null,
    });
    for (const place of form.querySelectorAll('.field__error')) place.hidden = true;
    return this.#compute();
  }

  /** The places chosen for one stay so until somebody ticks otherwise; then other months have other best places. */
  #chosenByPeople(ticked) {
    if (!this.#areas || !this.#result) return false;
    const { comparison, chosenBy } = this.#result.parameters;
    return chosenBy === 'people' || [...ticked].sort().join() !== [...comparison].sort().join();
  }

  #automatic() {
    this.#question = {};
    render(this.#root.querySelector('.follow-design__fields'), this.#fields());
    return this.#compute();
  }

  #words() {
    const { t } = this.#app;
    const place = this.#root.querySelector('[data-words]');
    if (!this.#app.can(...MEASURE_WRITERS) || place.querySelector('form')) return;
    const draft = this.#app.drafts?.find(this.#draftKey)?.value ?? {};
    render(
      place,
      html`
        <form class="follow-words" data-freeze novalidate aria-labelledby="follow-freeze">
          <h4 id="follow-freeze">${t('followup.freeze.title')}</h4>
          <p>${t('followup.freeze.intro')}</p>
          ${toldFields(draft, t)}
          <p class="follow-actions"><button type="submit" class="button button--primary">${t('followup.freeze')}</button></p>
          <div data-answer></div>
        </form>`,
    );
  }

  #keep() {
    this.#app.drafts?.keep(this.#draftKey, toldOf(this.#root.querySelector('[data-freeze]')));
  }

  async #freeze(event) {
    event.preventDefault();
    const form = event.target;
    const { api, t } = this.#app;
    const button = form.querySelector('[type="submit"]');
    button.disabled = true;
    try {
      const { body } = await api.post(`/api/measures/${encodeURIComponent(this.#id)}/follow-up`, { ...toldOf(form), dataHash: this.#result.dataHash }, { parameters: this.#question });
      this.#app.drafts?.drop(this.#draftKey);
      this.#app.announce(t('followup.frozen'));
      this.#go(`frozen:${body.id}`);
    } catch (error) {
      button.disabled = false;
      if (error.status === 409) await this.#compute();
      const homeless = showErrors(form, error.errors ?? []);
      if (!error.errors?.length || homeless.length) render(form.querySelector('[data-answer]'), notice('danger', error.detail || t('followup.failed')));
    }
  }
}
