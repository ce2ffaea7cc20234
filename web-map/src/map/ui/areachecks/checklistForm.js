/**
 * The checklist of a check by the stage of the plan: for each aspect what one thinks of it and a note. Saved with the
 * version it was read in; when somebody saved meanwhile, both versions are shown. What is written is kept as a draft.
 */
import { checklistCounts, mergeChecks, STATES, writtenChecklist } from '../../lib/areaCheck.js';
import { formatInstant } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { notice, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { CheckConflictDialog } from './checkConflictDialog.js';
import { inWords } from './checkWords.js';

const NOTE_LENGTH = 1000;

export class ChecklistForm {
  static defaults = {
    /** The check as the service has it. */
    check: null,
    etag: null,
    /** False for those who only read it. */
    mayWrite: true,
    /** Told the check as it was saved. */
    onSaved: () => {},
  };

  #app;
  #root;
  #options;
  #check;
  #etag;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...ChecklistForm.defaults, ...options };
    this.#check = this.#options.check;
    this.#etag = this.#options.etag;
  }

  open() {
    this.#stops = [
      on(this.#root, 'input', 'form', () => this.#keep()),
      on(this.#root, 'change', '[type=radio]', () => this.#keep()),
      on(this.#root, 'submit', 'form', (event) => this.#submit(event)),
      on(this.#root, 'click', '[data-drop-draft]', () => this.#dropDraft()),
    ];
    if (!this.#options.mayWrite) return this.#read();
    const kept = this.#app.drafts.find(this.#draftKey);
    this.#draw(kept?.value ?? ownWords(this.#check), kept ? this.#keptNotice(kept.keptAt) : null);
    return this;
  }

  /** What others have thought of each aspect, without anything to write in. */
  #read() {
    const { t, locale } = this.#app;
    const words = ownWords(this.#check);
    render(
      this.#root,
      html`
        <p>${this.#counts(words.checklist)}</p>
        ${groupsOf(this.#check.checklist ?? []).map(({ group, own }) => html`
          <h4 class="checklist__group">${inWords(group, locale)}</h4>
          <ul class="checklist__aspects">${own.map(({ id, name, look }) => {
            const { state, note } = words.checklist[id] ?? { state: 'open', note: '' };
            return html`<li class="aspect aspect--${state}"><p><strong>${inWords(name, locale)}</strong> <span class="tag">${t(`areaCheck.state.${state}`)}</span></p><p class="field__hint">${inWords(look, locale)}</p>${note && html`<p class="aspect__note">${note}</p>`}</li>`;
          })}</ul>`)}`,
    );
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
  }

  get #draftKey() {
    return `area-check-${this.#check.id}`;
  }

  #keptNotice(when) {
    const { t } = this.#app;
    return notice('info', t('areaCheck.kept', { when: formatInstant(when) }), html`<button type="button" class="button button--small" data-drop-draft>${t('areaCheck.dropKept')}</button>`);
  }

  #draw(words, message = null) {
    const { t } = this.#app;
    const aspects = this.#check.checklist ?? [];
    render(
      this.#root,
      html`
        <form class="checklist" novalidate aria-label="${t('areaCheck.checklist')}">
          <p class="muted">${t('areaCheck.checklistWhy', { stage: t(`areaCheck.stage.${this.#check.stage}`) })}</p>
          <div class="checklist__message" role="status">${message}</div>
          <p id="checklist-counts">${this.#counts(words.checklist)}</p>
          ${groupsOf(aspects).map(({ group, own }) => html`
            <h4 class="checklist__group">${inWords(group, this.#app.locale)}</h4>
            <ol class="checklist__aspects">${own.map((aspect) => html`<li>${this.#aspect(aspect, words.checklist[aspect.id] ?? { state: 'open', note: '' })}</li>`)}</ol>`)}
          <details class="disclosure checklist__names"><summary>${t('areaCheck.rename')}</summary>
            <div class="disclosure__body form__pair">
              ${textField({ name: 'caseNumber', label: t('areaCheck.caseNumber') }, { value: words.caseNumber, maxlength: 60, autocomplete: 'off' })}
              ${textField({ name: 'title', label: t('areaCheck.name'), required: true }, { value: words.title, maxlength: 120, autocomplete: 'off' })}
            </div>
          </details>
          <div class="button-row checklist__bar"><button type="submit" class="button button--primary" id="checklist-save">${icon('check')} ${t('areaCheck.save')}</button></div>
        </form>`,
    );
  }

  #counts(checklist) {
    const { t } = this.#app;
    const counts = checklistCounts(checklist);
    return STATES.map((state) => t(`areaCheck.count.${state}`, { count: counts[state] })).join(' · ');
  }

  #aspect({ id, name, look }, { state, note }) {
    const { t, locale } = this.#app;
    return html`
      <fieldset class="group aspect aspect--${state}" data-field="${id}" data-aspect="${id}">
        <legend class="group__title">${inWords(name, locale)}</legend>
        <p class="field__hint">${inWords(look, locale)}</p>
        <div class="choices">${STATES.map((each) => html`
          <span class="choice"><input type="radio" ${attributes({ id: `aspect-${id}-${each}`, name: `aspect-${id}`, value: each, checked: each === state })}><label for="aspect-${id}-${each}">${t(`areaCheck.state.${each}`)}</label></span>`)}</div>
        <div class="field">
          <label class="field__label" for="aspect-${id}-note">${t('areaCheck.note')}</label>
          <textarea class="input input--area" id="aspect-${id}-note" rows="2" maxlength="${NOTE_LENGTH}" data-note>${note}</textarea>
          <p class="aspect__printed">${note}</p>
        </div>
        <p class="field__error" hidden></p>
      </fieldset>`;
  }

  #written() {
    const form = this.#root.querySelector('form');
    const checklist = {};
    for (const aspect of form.querySelectorAll('[data-aspect]')) {
      const state = aspect.querySelector('[type=radio]:checked')?.value ?? 'open';
      checklist[aspect.dataset.aspect] = { state, note: aspect.querySelector('[data-note]').value };
    }
    return { title: form.elements.namedItem('title').value, caseNumber: form.elements.namedItem('caseNumber').value, checklist };
  }

  #keep() {
    const words = this.#written();
    this.#app.drafts.keep(this.#draftKey, words);
    for (const aspect of this.#root.querySelectorAll('[data-aspect]')) {
      aspect.className = `group aspect aspect--${words.checklist[aspect.dataset.aspect].state}`;
      aspect.querySelector('.aspect__printed').textContent = words.checklist[aspect.dataset.aspect].note;
    }
    render(this.#root.querySelector('#checklist-counts'), html`${this.#counts(words.checklist)}`);
  }

  #dropDraft() {
    this.#app.drafts.drop(this.#draftKey);
    this.#draw(ownWords(this.#check));
    this.#root.querySelector('[type=radio]')?.focus();
  }

  #submit(event) {
    event.preventDefault();
    return this.#put(this.#written());
  }

  async #put(words) {
    const { api, t, toasts, drafts } = this.#app;
    try {
      const { body, etag } = await api.put(`/api/area-checks/${this.#check.id}`, words, { ifMatch: this.#etag });
      drafts.drop(this.#draftKey);
      this.#check = { ...this.#check, ...body };
      this.#etag = etag;
      this.#draw(ownWords(this.#check));
      toasts.show(t('areaCheck.saved'), { kind: 'success' });
      this.#options.onSaved(this.#check);
    } catch (error) {
      if (error.status === 412) await this.#conflict(words);
      else this.#refused(error);
    }
  }

  #refused(error) {
    const { t, toasts } = this.#app;
    const form = this.#root.querySelector('form');
    if ((error.errors ?? []).some(({ field }) => field === 'title' || field === 'caseNumber')) form.querySelector('.checklist__names').open = true;
    const faults = (error.errors ?? []).map((fault) => ({ ...fault, field: aspectOf(fault.field) }));
    const homeless = showErrors(form, faults);
    if (homeless.length || !error.errors?.length) toasts.show(error.detail || t('areaCheck.failed'), { kind: 'danger' });
  }

  /** Somebody saved meanwhile: their version is fetched, both are shown, and what is chosen is saved over theirs. */
  async #conflict(yours) {
    const { api, t, toasts } = this.#app;
    try {
      const { body, etag } = await api.get(`/api/area-checks/${this.#check.id}`);
      const base = ownWords(this.#check);
      const choices = await new CheckConflictDialog(this.#app, { current: ownWords(body), yours, base, who: body.updatedBy ?? body.createdBy, aspects: body.checklist }).open();
      if (!choices) return;
      this.#check = body;
      this.#etag = etag;
      await this.#put(mergeChecks(ownWords(body), yours, choices));
    } catch (error) {
      toasts.show(error.detail || t('areaCheck.failed'), { kind: 'danger' });
    }
  }
}

/** The part of a check that people write. */
function ownWords({ title, caseNumber, checklist }) {
  return { title, caseNumber: caseNumber ?? '', checklist: writtenChecklist(checklist ?? []) };
}

/** The aspects in their order, those under one heading together. */
function groupsOf(aspects) {
  const groups = new Map();
  for (const aspect of aspects) {
    const { own } = groups.get(aspect.group.sv) ?? groups.set(aspect.group.sv, { group: aspect.group, own: [] }).get(aspect.group.sv);
    own.push(aspect);
  }
  return [...groups.values()];
}

/** `checklist.sight.note` is about the aspect "sight". */
function aspectOf(field) {
  return /^checklist\.([^.]+)/.exec(field)?.[1] ?? field;
}
