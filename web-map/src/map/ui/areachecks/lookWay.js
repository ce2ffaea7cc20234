/**
 * An area out of a file or out of pasted coordinates: the service reads it, says what it found and mended, and when
 * there are several areas one is chosen.
 */
import { isAbort } from '../../api.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { crsName } from '../../lib/importLook.js';
import { icon } from '../icons.js';
import { SYSTEMS } from '../imports/crsChoice.js';
import { inWords, sizeWords } from './checkWords.js';

const LOOK = '/api/area-checks/look';
const ACCEPTED = '.geojson,.json,.gpkg,.zip';

export class LookWay {
  static defaults = {
    /** 'file' or 'text'. */
    kind: 'file',
    /** Beginning of the ids of its elements. */
    id: 'area',
    /** Told { geometry, name, squareMetres, repaired, notes } when an area has been chosen. */
    onArea: () => {},
  };

  #app;
  #root;
  #options;
  #answer = null;
  #file = null;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...LookWay.defaults, ...options };
  }

  open() {
    const root = this.#root;
    const { kind } = this.#options;
    render(root, html`${kind === 'file' ? this.#fileControl() : this.#textControl()}<div class="check-look" role="status"></div>`);
    this.#stops = [
      on(root, 'change', '[data-file]', (event, input) => input.files.length && this.#lookAtFile(input.files[0])),
      on(root, 'change', '[data-crs]', () => this.#file && this.#lookAtFile(this.#file)),
      on(root, 'click', '[data-read]', () => this.#lookAtText()),
      on(root, 'change', '[data-pick]', (event, radio) => this.#pick(Number(radio.value))),
      ...['dragover', 'dragleave', 'drop'].map((type) => on(root, type, '.drop', (event, drop) => this.#onDrag(event, drop))),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #fileControl() {
    const { t } = this.#app;
    const { id } = this.#options;
    return html`
      <div class="drop check-drop">
        <label class="field__label" for="${id}-file">${t('areaCheck.file.label')}</label>
        <p class="field__hint" id="${id}-file-hint">${t('areaCheck.file.hint')}</p>
        <input class="check-drop__input" type="file" id="${id}-file" data-file accept="${ACCEPTED}" aria-describedby="${id}-file-hint">
      </div>
      <details class="disclosure"><summary>${t('areaCheck.file.crs')}</summary>
        <div class="disclosure__body field">
          <label class="field__label" for="${id}-crs">${t('areaCheck.corners.system')}</label>
          <p class="field__hint" id="${id}-crs-hint">${t('areaCheck.file.crsHint')}</p>
          <select class="input input--select" id="${id}-crs" data-crs aria-describedby="${id}-crs-hint">
            <option value="">${t('areaCheck.file.crsOwn')}</option>
            ${SYSTEMS.map(([group, codes]) => html`<optgroup label="${t(`imports.crs.group.${group}`)}">${codes.map((code) => html`<option value="${code}">${crsName(code, t)}</option>`)}</optgroup>`)}
          </select>
        </div>
      </details>`;
  }

  #textControl() {
    const { t } = this.#app;
    const { id } = this.#options;
    return html`
      <div class="field">
        <label class="field__label" for="${id}-text">${t('areaCheck.text.label')}</label>
        <p class="field__hint" id="${id}-text-hint">${t('areaCheck.text.hint')}</p>
        <textarea class="input input--area check-text" id="${id}-text" rows="5" spellcheck="false" aria-describedby="${id}-text-hint"></textarea>
      </div>
      <button type="button" class="button" id="${id}-read" data-read>${icon('check')} ${t('areaCheck.text.read')}</button>`;
  }

  #onDrag(event, drop) {
    event.preventDefault();
    event.stopPropagation();
    drop.classList.toggle('drop--over', event.type === 'dragover');
    const [file] = event.type === 'drop' ? event.dataTransfer.files : [];
    if (file) this.#lookAtFile(file);
  }

  #lookAtFile(file) {
    this.#file = file;
    const form = new FormData();
    form.append('file', file);
    return this.#look(form, { crs: this.#root.querySelector('[data-crs]').value });
  }

  #lookAtText() {
    const text = this.#root.querySelector('textarea').value.trim();
    if (text) return this.#look({ text });
    this.#say(this.#problem(this.#app.t('areaCheck.text.empty')));
    return this.#root.querySelector('textarea').focus();
  }

  async #look(body, parameters = {}) {
    const { api, t } = this.#app;
    this.#say(html`<p class="muted">${t('areaCheck.look.reading')}</p>`);
    try {
      this.#answer = (await api.post(LOOK, body, { parameters, supersede: `area-look-${this.#options.id}` })).body;
      this.#drawAnswer();
      if (this.#answer.areas.length === 1) this.#pick(0);
      else this.#root.querySelector('[data-pick]')?.focus();
    } catch (error) {
      if (isAbort(error)) return;
      const reasons = (error.errors ?? []).map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`.trim());
      this.#say(this.#problem([error.detail, ...reasons].filter(Boolean).join(' ') || t('areaCheck.look.failed')));
    }
  }

  #drawAnswer() {
    const { t, locale } = this.#app;
    const { areas, crs, notes = [] } = this.#answer;
    this.#say(html`
      <p>${t('areaCheck.look.found', { count: areas.length })} ${crs && t('areaCheck.look.crs', { crs: crsName(crs, t) })}</p>
      ${notes.length > 0 && html`<ul class="check-notes">${notes.map((note) => html`<li>${inWords(note, locale)}</li>`)}</ul>`}
      ${areas.length > 1 && html`
        <fieldset class="group">
          <legend class="field__label">${t('areaCheck.look.choose')}</legend>
          <div class="check-picks">${areas.map((area, i) => html`
            <span class="choice"><input type="radio" data-pick ${attributes({ name: `${this.#options.id}-pick`, id: `${this.#options.id}-pick-${i}`, value: i })}>
            <label for="${this.#options.id}-pick-${i}">${area.name || t('areaCheck.look.unnamed', { number: i + 1 })} <span class="muted">${sizeWords(area.squareMetres, locale)}${area.repaired && html` · ${t('areaCheck.look.mended')}`}</span></label></span>`)}</div>
        </fieldset>`}`);
  }

  #pick(at) {
    const area = this.#answer.areas[at];
    this.#options.onArea({ ...area, notes: this.#answer.notes ?? [] });
  }

  #problem(text) {
    return html`<p class="field__error">${icon('alert')} ${text}</p>`;
  }

  #say(markup) {
    render(this.#root.querySelector('.check-look'), markup);
  }
}
