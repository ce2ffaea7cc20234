/** The first step: what the publication is called, which year, which groups beside the whole, and how the areas are made. */
import { attributes, html, on, render } from '../../lib/html.js';
import { textField } from '../fields.js';
import { icon } from '../icons.js';
import { inLanguage, withOptions } from './publicationOptions.js';
import { problemNotice } from './publicationList.js';
import { yearChoice } from './yearChoice.js';

export class ProfileStep {
  #app;
  #root;
  #desk;
  #options = null;
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
      on(this.#root, 'input', '[data-words]', (event, field) => this.#word(field)),
      on(this.#root, 'input', '[data-text]', (event, field) => this.#desk.change({ [field.name]: field.value })),
      on(this.#root, 'change', '[name="year"]', (event, field) => this.#desk.change({ year: Number(field.value) })),
      on(this.#root, 'change', '[name="part"]', (event, field) => this.#desk.change({ part: field.value })),
      on(this.#root, 'change', '[name="newAreas"]', (event, box) => this.#desk.change({ newAreas: box.checked })),
      on(this.#root, 'change', '[name="groups"]', () => this.#chooseGroups()),
      on(this.#root, 'change', '[name="datasets"]', () => this.#chooseDatasets()),
      on(this.#root, 'click', '[data-import]', () => this.#app.bus.emit('import:open')),
    ];
    withOptions(this.#app, this.#root, this.#desk.plan, (options) => {
      this.#options = options;
      this.#draw();
    });
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Somebody else's words, or a conflict that was settled, are drawn; while this person writes nothing moves. */
  follow() {
    const { plan, status } = this.#desk;
    if (this.#options && status === 'ready' && JSON.stringify(plan) !== this.#drawn && !this.#root.contains(document.activeElement)) this.#draw();
  }

  #draw() {
    const { t } = this.#app;
    const { plan, told, mayWrite } = this.#desk;
    this.#drawn = JSON.stringify(plan);
    const fixed = { readonly: !mayWrite };
    render(
      this.#root,
      html`
        ${told.problem && problemNotice(told.problem, this.#app)}
        <form class="form publish__form" novalidate aria-label="${t('publish.step.profile')}">
          <div class="form__pair">
            ${['sv', 'en'].map((language) => textField({ name: `title.${language}`, label: t(`publish.titleIn.${language}`), required: language === 'sv' }, { value: plan.title[language], maxlength: 120, autocomplete: 'off', lang: language, 'data-words': language, ...fixed }))}
          </div>
          ${yearChoice(this.#options.periods, plan.year, this.#app, !mayWrite)}
          ${this.#part(plan, mayWrite)}
          ${this.#groups(plan, mayWrite)}
          ${this.#areas(plan, mayWrite)}
          ${this.#options.datasets.length > 1 && this.#datasets(plan, mayWrite)}
          ${textField({ name: 'slug', label: t('publish.field.slug'), hint: t('publish.slugHint'), required: true }, { value: plan.slug, maxlength: 60, autocomplete: 'off', spellcheck: 'false', 'data-text': true, ...fixed })}
          <div class="form__pair">
            ${textField({ name: 'publisher', label: t('publish.field.publisher'), hint: t('publish.publisherHint'), required: true }, { value: plan.publisher, maxlength: 120, 'data-text': true, ...fixed })}
            ${textField({ name: 'contact', label: t('publish.field.contact'), hint: t('publish.contactHint'), required: true }, { value: plan.contact, maxlength: 200, autocomplete: 'off', 'data-text': true, ...fixed })}
          </div>
        </form>`,
    );
  }

  #part(plan, mayWrite) {
    const { t } = this.#app;
    return html`
      <div class="field" data-field="part">
        <label class="field__label" for="field-part">${t('publish.field.part')}</label>
        <p class="field__hint" id="field-part-hint">${t('publish.partHint')}</p>
        <select class="input input--select" id="field-part" name="part" aria-describedby="field-part-hint" ${attributes({ disabled: !mayWrite })}>
          ${this.#options.parts.map((part) => html`<option ${attributes({ value: part, selected: part === plan.part })}>${t(`publish.part.${part}`)}</option>`)}
        </select>
        <p class="field__error" hidden></p>
      </div>`;
  }

  /** Also those that cannot be chosen, with the reason: what is never told of is no secret. */
  #groups(plan, mayWrite) {
    const { t, locale } = this.#app;
    const { groups, mostGroups } = this.#options;
    const full = plan.groups.length >= mostGroups;
    return html`
      <fieldset class="group" data-field="groups" aria-describedby="field-groups-hint">
        <legend class="group__title">${t('publish.field.groups')}</legend>
        <p class="field__hint" id="field-groups-hint">${t('publish.groupsHint', { most: mostGroups })}</p>
        <div class="publish__option"><input class="tick" type="checkbox" id="group-all" checked disabled><label for="group-all">${t('publish.groupAll')}</label></div>
        ${groups.map((group) => {
          const chosen = plan.groups.includes(group.code);
          const blocked = !group.allowed || (full && !chosen);
          return html`
            <div class="publish__option ${group.allowed ? '' : 'publish__option--blocked'}">
              <input class="tick" type="checkbox" name="groups" ${attributes({ id: `group-${group.code}`, value: group.code, checked: chosen, disabled: !mayWrite || (blocked && !chosen), 'aria-describedby': `group-${group.code}-about` })}>
              <label for="group-${group.code}">${inLanguage(group.name, locale)}</label>
              <p class="field__hint" id="group-${group.code}-about">${inLanguage(group.holds, locale)}${!group.allowed && html` <span class="publish__why">${icon('lock')} ${inLanguage(group.why, locale)}</span>`}</p>
            </div>`;
        })}
        <p class="field__error" hidden></p>
      </fieldset>`;
  }

  #areas(plan, mayWrite) {
    const { t } = this.#app;
    const { addresses, areas } = this.#options;
    return html`
      <section class="publish__told" aria-labelledby="areas-told">
        <h4 class="group__title" id="areas-told">${t('publish.areas')}</h4>
        <p>${t('publish.areasRule')}</p>
        ${addresses && html`<p>${t('publish.areasMade', { areas: areas?.count ?? 0, homes: addresses.homes, households: addresses.households })}${areas?.since && html` ${t('publish.areasSince', { day: areas.since })}`}</p>`}
        ${(areas?.since || plan.newAreas) && html`
          <div class="publish__option" data-field="newAreas">
            <input class="tick" type="checkbox" name="newAreas" ${attributes({ id: 'new-areas', checked: plan.newAreas, disabled: !mayWrite, 'aria-describedby': 'new-areas-about' })}>
            <label for="new-areas">${t('publish.field.newAreas')}</label>
            <p class="field__hint" id="new-areas-about">${t('publish.newAreasHint')}</p>
          </div>`}
      </section>`;
  }

  #datasets(plan, mayWrite) {
    const { t } = this.#app;
    return html`
      <fieldset class="group" data-field="datasets">
        <legend class="group__title">${t('publish.field.datasets')}</legend>
        ${this.#options.datasets.map(
          ({ id, name, from, to, invented }) => html`
            <div class="publish__option">
              <input class="tick" type="checkbox" name="datasets" ${attributes({ id: `dataset-${id}`, value: id, checked: plan.datasets.includes(id), disabled: !mayWrite, 'aria-describedby': `dataset-${id}-about` })}>
              <label for="dataset-${id}">${name}</label>
              <p class="field__hint" id="dataset-${id}-about">${t('publish.datasetPeriod', { from: from ?? '', to: to ?? '' })}${invented && html` ${t('publish.invented')}`}</p>
            </div>`,
        )}
        <p class="field__error" hidden></p>
      </fieldset>`;
  }

  #word(field) {
    this.#desk.change({ title: { ...this.#desk.plan.title, [field.dataset.words]: field.value } });
  }

  #chooseGroups() {
    const boxes = [...this.#root.querySelectorAll('[name="groups"]')];
    const groups = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const full = groups.length >= this.#options.mostGroups;
    for (const box of boxes) box.disabled = !box.checked && (full || !this.#options.groups.find(({ code }) => code === box.value).allowed);
    this.#desk.change({ groups });
  }

  #chooseDatasets() {
    const datasets = [...this.#root.querySelectorAll('[name="datasets"]')].filter(({ checked }) => checked).map(({ value }) => Number(value));
    this.#desk.change({ datasets });
  }
}
