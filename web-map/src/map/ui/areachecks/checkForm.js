/** A new check: the area, perhaps another to compare with, how far around them, and what the case is. */
import { formatInstant } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { isAbort } from '../../api.js';
import { BUFFERS, requestOf, STAGES, yearsOf } from '../../lib/areaCheck.js';
import { IMPORT_ROLES } from '../../lib/audience.js';
import { areaSquareMetres } from '../../lib/shapes.js';
import { notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { AreaField } from './areaField.js';
import { checkLegend } from './checkLegend.js';
import { CheckMap } from './checkMap.js';

/** The draft of a check that has not been made yet. */
export const DRAFT = 'area-check';
const SECOND_MILLIS = 1000;
/** Refusals that end when somebody has imported what is missing. */
const CURED_BY_IMPORT = ['areacheck.no-addresses', 'areacheck.few-addresses', 'areacheck.no-data'];
const EMPTY = Object.freeze({ title: '', caseNumber: '', stage: 'detailed-plan', buffer: 100, area: null, alternative: null, compares: false, fromYear: '', toYear: '' });

export class CheckForm {
  #app;
  #root;
  #go;
  #draft;
  #kept = null;
  #map = null;
  #fields = {};
  #asking = null;
  #clock = 0;
  #stops = [];

  /** @param {?string} hotspot id of a hotspot whose outline is proposed as the area */
  constructor(app, root, go, hotspot = null) {
    this.#app = app;
    this.#root = root;
    this.#go = go;
    const kept = app.drafts.find(DRAFT);
    this.#kept = kept && !hotspot ? kept.keptAt : null;
    this.#draft = { ...EMPTY, ...(hotspot ? {} : kept?.value) };
    if (hotspot) this.#draft.area = this.#outlineOf(hotspot);
  }

  open() {
    const { t } = this.#app;
    const { title, caseNumber, stage, buffer } = this.#draft;
    render(
      this.#root,
      html`
        <form class="check-form" id="check-form" novalidate aria-label="${t('areaCheck.new')}">
          <div class="check-form__parts">
            <p>${t('areaCheck.intro')}</p>
            ${this.#kept && html`<div class="check-form__kept">${notice('info', t('areaCheck.kept', { when: formatInstant(this.#kept) }), html`<button type="button" class="button button--small" data-drop-draft>${t('areaCheck.dropKept')}</button>`)}</div>`}
            <div id="check-area"></div>
            <div id="check-alternative"></div>
            <fieldset class="group" data-field="buffer">
              <legend class="check-form__legend">${t('areaCheck.buffer')}</legend>
              <p class="field__hint">${t('areaCheck.bufferHint')}</p>
              <div class="choices">${BUFFERS.map((metres) => html`
                <span class="choice"><input type="radio" name="buffer" ${attributes({ id: `buffer-${metres}`, value: metres, checked: metres === buffer })}><label for="buffer-${metres}">${t('areaCheck.metres', { metres })}</label></span>`)}</div>
              <p class="field__error" hidden></p>
            </fieldset>
            <fieldset class="group">
              <legend class="check-form__legend">${t('areaCheck.case')}</legend>
              ${selectField({ name: 'stage', label: t('areaCheck.stage'), hint: t('areaCheck.stageHint') }, STAGES.map((each) => ({ value: each, label: t(`areaCheck.stage.${each}`) })), stage)}
              <div class="form__pair">
                ${textField({ name: 'caseNumber', label: t('areaCheck.caseNumber'), hint: t('areaCheck.caseNumberHint') }, { value: caseNumber, maxlength: 60, autocomplete: 'off' })}
                ${textField({ name: 'title', label: t('areaCheck.name'), hint: t('areaCheck.nameHint'), required: true }, { value: title, maxlength: 120, autocomplete: 'off' })}
              </div>
              ${this.#years()}
            </fieldset>
            <div class="check-form__message"></div>
            <div class="button-row check-form__bar">
              <button type="submit" class="button button--primary" id="check-run">${icon('search')} ${t('areaCheck.run')}</button>
              <div class="check-form__progress" role="status"></div>
            </div>
          </div>
          <section class="check-form__map" aria-label="${t('areaCheck.map')}">
            <div class="check-map" id="check-map"></div>
            <div id="check-legend"></div>
          </section>
        </form>`,
    );
    this.#map = new CheckMap(this.#app, this.#root.querySelector('#check-map'), t('areaCheck.map')).open();
    this.#openFields();
    this.#listen();
    this.#drawMap();
    this.#map.fitAll();
    return this;
  }

  /** Which years to count; without a choice the service takes those that are whole. */
  #years() {
    const { t, group } = this.#app;
    const years = yearsOf(group);
    const { fromYear, toYear } = this.#draft;
    const choice = (name, value) => selectField({ name, label: t(`areaCheck.year.${name}`) }, [{ value: '', label: t('areaCheck.year.any') }, ...years.map((year) => ({ value: year, label: year }))], value);
    return years.length > 0 && html`
      <details class="disclosure" ${attributes({ open: Boolean(fromYear || toYear) })}><summary>${t('areaCheck.years')}</summary>
        <div class="disclosure__body form__pair">${choice('from', fromYear)}${choice('to', toYear)}</div>
      </details>`;
  }

  close() {
    clearInterval(this.#clock);
    this.#asking?.abort();
    for (const field of Object.values(this.#fields)) field.close();
    this.#map?.close();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #listen() {
    const root = this.#root;
    this.#stops = [
      on(root, 'submit', '#check-form', (event) => this.#submit(event)),
      on(root, 'change', '[name=buffer]', () => this.#changed(true)),
      on(root, 'input', '[name=title], [name=caseNumber], select', () => this.#keep()),
      on(root, 'click', '[data-cancel]', () => this.#cancel()),
      on(root, 'click', '[data-drop-draft]', () => this.#dropDraft()),
      on(root, 'click', '[data-compare]', () => this.#compare(true)),
      on(root, 'click', '[data-alone]', () => this.#compare(false)),
      on(root, 'click', '[data-import]', () => this.#app.bus.emit('import:open')),
    ];
  }

  #openFields() {
    this.#openField('area');
    if (this.#draft.compares) this.#openField('alternative');
    else this.#offerAlternative();
  }

  #openField(name) {
    const { t } = this.#app;
    const place = this.#root.querySelector(`#check-${name}`);
    const second = name === 'alternative';
    render(place, html`<div class="check-area__field"></div>${second && html`<button type="button" class="button button--quiet button--small" data-alone>${icon('close')} ${t('areaCheck.alone')}</button>`}`);
    const titleOf = this.#draft.compares ? (second ? 'areaCheck.areaB' : 'areaCheck.areaA') : 'areaCheck.area';
    this.#fields[name] = new AreaField(this.#app, this.#map, place.querySelector('.check-area__field'), {
      name,
      title: t(titleOf),
      value: this.#draft[name],
      onChange: (chosen) => this.#changed(chosen),
      onDrawing: (drawing) => this.#root.querySelector('.check-form').classList.toggle('check-form--drawing', drawing),
    }).open();
  }

  #offerAlternative() {
    const { t } = this.#app;
    render(
      this.#root.querySelector('#check-alternative'),
      html`<button type="button" class="button" id="check-compare" data-compare>${icon('add')} ${t('areaCheck.compare')}</button><p class="field__hint">${t('areaCheck.compareHint')}</p>`,
    );
  }

  /** With a second area, the first is called A; without, it is just the area. What was drawn stays. */
  #compare(compares) {
    this.#draft = { ...this.#written(), compares, alternative: compares ? this.#draft.alternative : null };
    for (const field of Object.values(this.#fields)) field.close();
    this.#fields = {};
    this.#openFields();
    this.#changed();
    document.getElementById(compares ? 'tab-alternative-draw' : 'check-compare')?.focus();
  }

  #written() {
    const form = this.#root.querySelector('#check-form');
    return {
      title: form.elements.namedItem('title').value,
      caseNumber: form.elements.namedItem('caseNumber').value,
      stage: form.elements.namedItem('stage').value,
      buffer: Number(form.elements.namedItem('buffer').value),
      area: this.#fields.area?.value ?? null,
      alternative: this.#fields.alternative?.value ?? null,
      compares: this.#draft.compares,
      fromYear: form.elements.namedItem('from')?.value ?? '',
      toYear: form.elements.namedItem('to')?.value ?? '',
    };
  }

  /** `fits`: the map shows all of it anew. */
  #changed(fits = false) {
    this.#keep();
    this.#drawMap();
    if (fits) this.#map.fitAll();
  }

  #keep() {
    this.#draft = this.#written();
    this.#app.drafts.keep(DRAFT, this.#draft);
  }

  #dropDraft() {
    this.#app.drafts.drop(DRAFT);
    this.close();
    this.#draft = { ...EMPTY };
    this.#kept = null;
    this.#fields = {};
    this.open();
    document.getElementById('tab-area-draw').focus();
  }

  #drawMap() {
    const { t } = this.#app;
    const { buffer, compares } = this.#draft;
    const shapes = Object.entries(this.#fields).flatMap(([kind, field]) => [
      ...(field.value && buffer ? [{ kind: 'buffer', geometry: field.value.geometry, metres: buffer }] : []),
      ...(field.value ? [{ kind, geometry: field.value.geometry, label: compares ? (kind === 'area' ? 'A' : 'B') : null }] : []),
      ...(field.before ? [{ kind: 'before', geometry: field.before }] : []),
    ]);
    this.#map.show(shapes);
    render(this.#root.querySelector('#check-legend'), checkLegend(shapes, { t, buffer, compares }));
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#asking) return;
    const { api, t, drafts, announce } = this.#app;
    const { request, faults } = requestOf(this.#written());
    const form = this.#root.querySelector('#check-form');
    this.#say(null);
    this.#showFaults(form, faults.map(({ field, why }) => ({ field, reason: t(`areaCheck.fault.${why}`) })));
    if (faults.length) return;
    this.#asking = new AbortController();
    this.#showProgress(Date.now());
    announce(t('areaCheck.running'));
    try {
      const { body } = await api.post('/api/area-checks', request, { signal: this.#asking.signal });
      drafts.drop(DRAFT);
      this.#asking = null;
      return this.#go(String(body.id));
    } catch (error) {
      this.#asking = null;
      if (isAbort(error)) return this.#say(notice('info', t('areaCheck.cancelled')));
      return this.#refused(form, error);
    } finally {
      this.#hideProgress();
    }
  }

  #refused(form, error) {
    const { t } = this.#app;
    const faults = error.errors ?? [];
    const homeless = this.#showFaults(form, faults);
    const told = homeless.map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`.trim());
    const mayImport = this.#app.can(...IMPORT_ROLES) && faults.some(({ code }) => CURED_BY_IMPORT.includes(code));
    if (faults.length && !homeless.length && !mayImport) return;
    const words = told.join(' ') || (mayImport && t('areaCheck.importFirst')) || error.detail || t('areaCheck.failed');
    this.#say(notice('danger', words, mayImport && html`<button type="button" class="button button--small" data-import>${t('import.open')}</button>`));
  }

  /** Writes each fault where it belongs, the areas' first; answers those that no field of the form answers for. */
  #showFaults(form, faults) {
    for (const fault of faults) form.querySelector(`[data-field="${CSS.escape(placeOf(fault))}"]`)?.closest('details')?.setAttribute('open', '');
    const own = Object.entries(this.#fields).map(([name, field]) => [field, faults.find((fault) => placeOf(fault) === name)]);
    const homeless = showErrors(form, faults.filter((fault) => !this.#fields[placeOf(fault)]));
    for (const [field, fault] of own.reverse()) field.showFault(fault ? `${fault.reason} ${fault.remedy ?? ''}`.trim() : null);
    return homeless;
  }

  #cancel() {
    this.#asking?.abort();
    this.#root.querySelector('#check-run').focus();
  }

  #showProgress(since) {
    const { t } = this.#app;
    this.#root.querySelector('#check-run').setAttribute('aria-disabled', 'true');
    render(
      this.#root.querySelector('.check-form__progress'),
      html`<span>${t('areaCheck.running')}</span> <span aria-hidden="true" id="check-seconds"></span>
        <progress class="progress" aria-label="${t('areaCheck.running')}"></progress>
        <button type="button" class="button button--small" data-cancel>${t('cancel')}</button>`,
    );
    const seconds = this.#root.querySelector('#check-seconds');
    this.#clock = setInterval(() => {
      seconds.textContent = t('areaCheck.seconds', { count: Math.round((Date.now() - since) / SECOND_MILLIS) });
    }, SECOND_MILLIS);
  }

  #hideProgress() {
    clearInterval(this.#clock);
    const place = this.#root.querySelector('.check-form__progress');
    if (!place) return;
    render(place, html``);
    this.#root.querySelector('#check-run').removeAttribute('aria-disabled');
  }

  #say(markup) {
    render(this.#root.querySelector('.check-form__message'), markup ?? html``);
  }

  #outlineOf(id) {
    const feature = this.#app.hotspots.value.body?.features.find((each) => String(each.id) === id);
    if (!feature) return null;
    return { geometry: feature.geometry, name: feature.properties.name ?? feature.properties.placeName ?? '', way: 'draw', squareMetres: areaSquareMetres(feature.geometry), repaired: null, notes: [] };
  }
}

/** The field of the form that a fault is about: `area.coordinates` is about the area. */
function placeOf({ field }) {
  return String(field ?? '').split(/[.[]/)[0];
}
