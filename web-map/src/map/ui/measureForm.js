/**
 * Plans a new measure or changes one. What is written is kept as a draft in the browser until it is saved; a change
 * that somebody else made meanwhile is settled field by field.
 */
import { html, on, render } from '../lib/html.js';
import { nameOf, shapesOf } from '../lib/catalogue.js';
import { CataloguePicker } from './cataloguePicker.js';
import { ConflictDialog } from './conflictDialog.js';
import { areaField, clearErrors, notice, showErrors, textField } from './fields.js';
import { icon } from './icons.js';
import { formatInstant } from '../lib/format.js';
import { PlaceEditor } from './placeEditor.js';
import { hasDoneDay } from '../lib/measureFlow.js';
import { OwnerField } from './plan/ownerField.js';
import { PlanFields } from './plan/planFields.js';
import { statusStepper } from './statusStepper.js';

/** Months from today that the due date can be set to with one press. */
const DUE_MONTHS = [1, 3, 6];
const LONGEST_TITLE = 120;
const LONGEST_NOTE = 4000;

export class MeasureForm {
  static defaults = {
    /** The measure to change, or null for a new one. */
    feature: null,
    /** The ETag of the measure to change. */
    etag: null,
    /** The hotspot the new measure is for, or null. */
    hotspot: null,
    /** The report from the field the new measure answers, or null: { id, type, name, geometry }. */
    report: null,
    back: null,
    /** Told the saved Feature. */
    onSaved: () => {},
    /** Told when the reader throws the draft away: the form should be opened afresh. */
    onDropDraft: () => {},
    /** Told true while the map is needed for drawing. */
    onDrawing: () => {},
  };

  #app;
  #options;
  #base;
  #etag;
  #draftKey;
  #form = null;
  #footer = null;
  #picker = null;
  #place = null;
  #owner = null;
  #plan = null;
  #titleTouched = false;
  #placeTouched = false;
  #saving = false;
  #entries = [];
  #stops = [];

  constructor(app, options = {}) {
    this.#app = app;
    this.#options = { ...MeasureForm.defaults, ...options };
    this.#base = this.#options.feature;
    this.#etag = this.#options.etag;
    this.#draftKey = this.#base ? `measure.${this.#base.id}` : `measure.new.${this.#options.hotspot?.id ?? this.#options.hotspot?.properties.spot.id ?? (this.#options.report ? `report-${this.#options.report.id}` : '')}`;
    this.#titleTouched = this.#base !== null;
    this.#placeTouched = this.#base !== null || this.#options.report !== null;
  }

  get title() {
    return this.#app.t(this.#base ? 'form.editTitle' : 'form.newTitle');
  }

  get back() {
    return this.#options.back;
  }

  async open(body, footer) {
    const { t } = this.#app;
    this.#footer = footer;
    const draft = this.#app.drafts.find(this.#draftKey);
    const start = draft?.value ?? this.#base?.properties ?? this.#newProperties();
    this.#titleTouched ||= Boolean(draft);
    this.#placeTouched ||= Boolean(draft?.value.geometry);
    render(body, this.#markup(start, draft));
    render(
      footer,
      html`
        <button type="submit" class="button button--primary" id="measure-save" form="measure-form">${icon('check')} ${t('save')}</button>
        <button type="button" class="button" data-cancel>${t('cancel')}</button>`,
    );
    footer.hidden = false;
    this.#form = body.querySelector('#measure-form');
    this.#stops = [
      on(body, 'submit', '#measure-form', (event) => this.#submit(event)),
      on(body, 'input', '#measure-form', () => this.#keepDraft()),
      on(body, 'change', '[name="status"]', () => this.#drawStatus()),
      on(body, 'input', '[name="title"]', () => (this.#titleTouched = true)),
      on(body, 'click', '[data-due]', (event, button) => this.#setDue(Number(button.dataset.due))),
      on(body, 'click', '[data-drop-draft]', () => this.#dropDraft()),
      on(footer, 'click', '[data-cancel]', () => this.#cancel()),
    ];
    this.#showDoneDay();
    this.#owner = new OwnerField(this.#app, body.querySelector('#form-owner'), { value: start.owner ?? '', onConfirm: () => this.#form.requestSubmit() }).open();
    this.#plan = new PlanFields(this.#app, body.querySelector('#form-plan'), {
      start,
      geometry: () => this.#place?.geometry ?? null,
      types: this.#types(),
      techniques: this.#options.hotspot?.properties.techniques ?? [],
      onChange: () => this.#keepDraft(),
    }).open();
    this.#openPlace(body.querySelector('#form-place'), draft?.value.geometry ?? this.#base?.geometry ?? this.#options.report?.geometry ?? null);
    await this.#openPicker(body.querySelector('#form-catalogue'), start.code);
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#picker?.close();
    this.#place?.close();
    this.#owner?.close();
    this.#plan?.close();
    this.#form = null;
  }

  #newProperties() {
    return { code: null, title: '', owner: this.#app.session.organisation ?? '', status: 'proposed', dueOn: null, note: '' };
  }

  #markup(start, draft) {
    const { t } = this.#app;
    const { hotspot, report } = this.#options;
    return html`
      ${draft && notice('info', t('form.draft', { when: formatInstant(draft.keptAt) }), html`<button type="button" class="button button--small" data-drop-draft>${t('form.dropDraft')}</button>`)}
      ${hotspot && html`<p class="muted">${t('form.forHotspot', { name: hotspot.properties.name })}</p>`}
      ${report && html`<p class="muted">${t('inbox.report.forReport', { id: report.id })}</p>`}
      <div id="form-message"></div>
      <form id="measure-form" class="form" novalidate>
        <fieldset class="group">
          <legend class="group__title">${t('field.code')}</legend>
          <div id="form-catalogue"><p class="muted">${t('loading')}</p></div>
        </fieldset>
        <div id="form-place"></div>
        ${textField({ name: 'title', label: t('field.title'), required: true }, { value: start.title ?? '', maxlength: LONGEST_TITLE, autocomplete: 'off' })}
        <div id="form-owner"></div>
        ${textField({ name: 'dueOn', label: t('field.dueOn') }, { type: 'date', value: start.dueOn ?? '' })}
        <div class="button-row button-row--after-field">${DUE_MONTHS.map((months) => html`<button type="button" class="button button--small button--quiet" data-due="${months}">${t('form.inMonths', { count: months })}</button>`)}</div>
        <div id="form-status">${statusStepper(this.#base?.properties ?? null, start.status ?? 'proposed', t)}</div>
        <div id="form-done" hidden>${textField({ name: 'doneOn', label: t('field.doneOn'), hint: t('form.doneHint') }, { type: 'date', value: start.doneOn ?? '' })}</div>
        <div id="form-plan" class="form"></div>
        ${areaField({ name: 'note', label: t('field.note'), hint: t('form.noteHint') }, { value: start.note ?? '', rows: 4, maxlength: LONGEST_NOTE })}
      </form>`;
  }

  #openPlace(root, geometry) {
    this.#place = new PlaceEditor(this.#app, root, {
      geometry,
      hotspot: this.#options.hotspot,
      onChange: () => {
        this.#placeTouched = true;
        this.#plan.placeChanged();
        this.#keepDraft();
      },
      onDrawing: this.#options.onDrawing,
    }).open();
    if (!geometry) this.#place.geometry = this.#place.proposalFor([]);
  }

  async #openPicker(root, code) {
    const { t } = this.#app;
    try {
      this.#entries = await this.#app.catalogue.entries();
    } catch (error) {
      render(root, notice('danger', error.detail || t('catalogue.failed')));
      return;
    }
    if (!this.#form) return;
    const techniques = await this.#techniques();
    if (!this.#form) return;
    this.#picker = new CataloguePicker(this.#app, root, { entries: this.#entries, types: this.#types(), techniques, chosen: code, onChoose: (entry) => this.#onEntry(entry) }).open();
    if (!this.#picker.chosen) return;
    this.#place.shapes = shapesOf(this.#picker.chosen);
    this.#plan.take(this.#picker.chosen, false);
  }

  /** The techniques that the place's cause card points to; none without a card. */
  async #techniques() {
    const { techniques, spot } = this.#options.hotspot?.properties ?? {};
    if (techniques || !spot) return techniques ?? [];
    const answer = await this.#app.api.get(`/api/spots/${encodeURIComponent(spot.id)}/cause`).catch(() => null);
    return answer?.body.techniques ?? [];
  }

  /** What has happened at the place, the commonest first. */
  #types() {
    const { hotspot, report } = this.#options;
    return report ? [report.type] : (hotspot?.properties.types ?? []).map((type) => type.code);
  }

  /** A newly chosen measure proposes a title and a place, unless the reader has given them already. */
  #onEntry(entry) {
    const { hotspot, report } = this.#options;
    if (!this.#titleTouched) {
      const measure = nameOf(entry, this.#app.locale);
      const place = hotspot?.properties.name ?? report?.name;
      this.#form.elements.title.value = place ? this.#app.t('form.titleAt', { measure, place }) : measure;
    }
    this.#plan.take(entry, true);
    this.#place.shapes = shapesOf(entry);
    if (!this.#placeTouched || this.#place.fault(this.#place.geometry)) this.#place.geometry = this.#place.proposalFor(shapesOf(entry));
    this.#keepDraft();
  }

  #drawStatus() {
    const chosen = this.#form.elements.status.value;
    const place = this.#form.querySelector('#form-status');
    render(place, statusStepper(this.#base?.properties ?? null, chosen, this.#app.t));
    place.querySelector(`#status-${chosen}`).focus();
    this.#plan.statusChosen(chosen);
    this.#showDoneDay();
  }

  #showDoneDay() {
    this.#form.querySelector('#form-done').hidden = !hasDoneDay(this.#form.elements.status.value);
  }

  #setDue(months) {
    const now = new Date();
    const day = new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, now.getDate()));
    const field = this.#form.elements.dueOn;
    field.value = day.toISOString().slice(0, 10);
    this.#keepDraft();
    this.#app.announce(`${this.#app.t('field.dueOn')}: ${field.value}`);
  }

  #written() {
    const data = Object.fromEntries(new FormData(this.#form));
    return {
      code: this.#picker?.chosen?.code ?? this.#base?.properties.code ?? null,
      title: data.title.trim(),
      owner: data.owner.trim(),
      status: data.status,
      dueOn: data.dueOn || null,
      doneOn: hasDoneDay(data.status) ? data.doneOn || null : (this.#base?.properties.doneOn ?? null),
      note: data.note.trim() || null,
      ...this.#plan.written,
    };
  }

  #keepDraft() {
    if (this.#form && !this.#saving) this.#app.drafts.keep(this.#draftKey, { ...this.#written(), geometry: this.#place.geometry });
  }

  #dropDraft() {
    this.#app.drafts.drop(this.#draftKey);
    this.#options.onDropDraft();
  }

  #cancel() {
    this.#app.drafts.drop(this.#draftKey);
    this.#options.back.run();
  }

  #feature() {
    const { hotspot } = this.#options;
    const before = this.#base?.properties ?? {
      hotspotId: hotspot?.id ?? null,
      hotspotName: hotspot?.properties.name ?? null,
      spotId: hotspot?.properties.spot?.id ?? null,
      spotName: hotspot?.properties.spot?.name ?? null,
    };
    const properties = { ...before, ...this.#written(), ...(this.#owner.confirmed ? { newOwner: true } : {}) };
    const feature = { type: 'Feature', geometry: this.#place.geometry, properties };
    return this.#base ? { ...feature, id: this.#base.id } : feature;
  }

  /** What can be told without asking the service. */
  #missing(feature) {
    const { t } = this.#app;
    const errors = [];
    if (!feature.properties.code) errors.push({ field: 'code', reason: t('form.needCode') });
    const wrongPlace = this.#place.fault(feature.geometry);
    if (wrongPlace) errors.push({ field: 'geometry', reason: wrongPlace });
    if (!feature.properties.title) errors.push({ field: 'title', reason: t('form.needTitle') });
    if (!feature.properties.owner) errors.push({ field: 'owner', reason: t('form.needOwner') });
    if (this.#owner.fault && feature.properties.owner !== this.#base?.properties.owner) errors.push(this.#owner.fault);
    return errors;
  }

  #submit(event) {
    event.preventDefault();
    clearErrors(this.#form);
    render(this.#message(), html``);
    const feature = this.#feature();
    const missing = this.#missing(feature);
    if (missing.length > 0) this.#showErrors(missing);
    else this.#save(feature);
  }

  async #save(feature) {
    if (this.#saving) return;
    this.#saving = true;
    this.#footer.querySelector('#measure-save').setAttribute('aria-disabled', 'true');
    try {
      const answer = this.#base
        ? await this.#app.api.put(`/api/measures/${encodeURIComponent(this.#base.id)}`, feature, { ifMatch: this.#etag })
        : await this.#app.api.post('/api/measures', feature);
      this.#app.drafts.drop(this.#draftKey);
      this.#options.onSaved(answer.body);
    } catch (error) {
      this.#saving = false;
      this.#footer.querySelector('#measure-save')?.removeAttribute('aria-disabled');
      if (this.#form) await this.#onProblem(error, feature);
    }
  }

  async #onProblem(error, feature) {
    const { t } = this.#app;
    if (error.status === 412 && error.body.current) return this.#settleConflict(error.body.current, feature);
    if (error.status === 404 && this.#base) return this.#offerAsNew(feature);
    const homeless = this.#showErrors(error.errors);
    if (homeless.length > 0 || error.errors.length === 0) {
      const text = error.code === 'network' ? t('form.noContact') : [error.detail || t('form.failed'), ...homeless.map((e) => `${e.reason} ${e.remedy ?? ''}`)].join(' ');
      render(this.#message(), notice('danger', text));
      this.#message().scrollIntoView({ block: 'nearest' });
    }
    return undefined;
  }

  async #settleConflict(current, yours) {
    const merged = await new ConflictDialog(this.#app, current, yours, this.#base, this.#entries).open();
    if (!merged) return;
    this.#base = current;
    this.#etag = `"v${current.properties.version}"`;
    await this.#save(merged);
  }

  /** The measure was deleted meanwhile: what was written can become a measure of its own. */
  #offerAsNew(feature) {
    const { t } = this.#app;
    render(this.#message(), notice('warning', t('form.deletedMeanwhile'), html`<button type="button" class="button" data-as-new>${t('form.saveAsNew')}</button>`));
    this.#message().querySelector('[data-as-new]').addEventListener('click', () => {
      this.#base = null;
      const { version, createdAt, createdBy, updatedAt, updatedBy, overdue, invented, ...written } = feature.properties;
      this.#save({ type: 'Feature', geometry: feature.geometry, properties: { ...written, status: 'proposed' } });
    });
  }

  /** A name nobody knows can be confirmed where it is written. */
  #showErrors(errors) {
    this.#plan.reveal(errors);
    if (errors.some(({ field }) => field === 'owner') && this.#owner.value) this.#owner.offer();
    return showErrors(this.#form, errors);
  }

  #message() {
    return this.#form.parentElement.querySelector('#form-message');
  }
}
