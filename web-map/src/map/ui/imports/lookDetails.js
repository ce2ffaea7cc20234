/** What the data are to be called, where they come from and what may be done with them; and whether to remember the choices. */
import { attributes, html, on, render } from '../../lib/html.js';
import { areaField, checkField, textField } from '../fields.js';

export class LookDetails {
  #app;
  #element;
  #file = null;
  #drawn = null;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#stops = [on(this.#element, 'input', '[name]', (event, control) => this.#say(control))];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
  }

  /** The fields are drawn once: nothing that a person writes is drawn over. */
  show(file) {
    if (this.#drawn !== file) this.#draw(file);
    this.#file = file;
    this.#follow(file.details);
    this.#told();
  }

  /** Another part of the file has another name; it is not drawn over what a person is writing. */
  #follow({ dataset, replace }) {
    const name = this.#element.querySelector('[name=dataset]');
    if (name !== document.activeElement && name.value !== dataset) name.value = dataset;
    this.#element.querySelector('[name=replace]').checked = replace;
  }

  #draw(file) {
    const { t, datasets } = this.#app;
    const { dataset, source, owner, legalNote, invented, saveMapping } = file.details;
    const names = (datasets.value.body?.datasets ?? []).filter(({ kind }) => kind === file.look.kind).map(({ name }) => name);
    this.#drawn = file;
    render(
      this.#element,
      html`
        <h4 class="look__title">${t('imports.details.title')}</h4>
        <div class="form">
          <div>${textField({ name: 'dataset', label: t('imports.details.dataset'), hint: t('imports.details.datasetHint') }, { value: dataset, maxlength: 120, list: 'import-datasets', autocomplete: 'off' })}
            <p class="field__told" id="import-dataset-told" role="status"></p></div>
          <datalist id="import-datasets">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>
          <div class="form__pair">
            ${textField({ name: 'source', label: t('imports.details.source'), hint: t('imports.details.sourceHint') }, { value: source, maxlength: 200, autocomplete: 'off' })}
            ${textField({ name: 'owner', label: t('imports.details.owner'), hint: t('imports.details.ownerHint') }, { value: owner, maxlength: 200, autocomplete: 'off' })}
          </div>
          ${areaField({ name: 'legalNote', label: t('imports.details.legalNote'), hint: t('imports.details.legalNoteHint') }, { value: legalNote, rows: 2, maxlength: 1000 })}
          ${checkField({ name: 'invented', label: t('imports.details.invented'), hint: t('imports.details.inventedHint'), checked: invented })}
          <div id="import-replace" hidden>${checkField({ name: 'replace', label: t('imports.details.replace'), hint: t('imports.details.replaceHint'), checked: file.details.replace })}</div>
          <div class="remember" id="import-remember" hidden>
            ${checkField({ name: 'remember', label: t('imports.details.remember'), hint: t('imports.details.rememberHint'), checked: saveMapping !== '' })}
            <div id="import-remember-name" ${attributes({ hidden: saveMapping === '' })}>${textField({ name: 'saveMapping', label: t('imports.details.rememberName') }, { value: saveMapping, maxlength: 120, autocomplete: 'off' })}</div>
          </div>
        </div>`,
    );
  }

  #say(control) {
    const { details } = this.#file;
    if (control.name === 'remember') this.#remember(control.checked);
    else details[control.name] = control.type === 'checkbox' ? control.checked : control.value;
    this.#told();
  }

  #remember(yes) {
    const { details } = this.#file;
    const name = this.#element.querySelector('[name="saveMapping"]');
    if (yes && !name.value) name.value = details.source || details.dataset;
    details.saveMapping = yes ? name.value : '';
    this.#element.querySelector('#import-remember-name').hidden = !yes;
  }

  #told() {
    const { t, datasets } = this.#app;
    const { details, isCorrected, look } = this.#file;
    this.#element.querySelector('#import-remember').hidden = !isCorrected;
    if (!isCorrected) details.saveMapping = '';
    const known = (datasets.value.body?.datasets ?? []).some(({ name, kind, role }) => kind === look.kind && (kind !== 'base' || role === look.role) && name.toLowerCase() === details.dataset.trim().toLowerCase());
    const mayReplace = known && look.kind === 'base';
    this.#element.querySelector('#import-replace').hidden = !mayReplace;
    if (!mayReplace) details.replace = false;
    const told = this.#element.querySelector('#import-dataset-told');
    const text = known ? t(details.replace ? 'imports.details.replaces' : 'imports.details.joins') : '';
    if (told.textContent !== text) told.textContent = text;
  }
}
