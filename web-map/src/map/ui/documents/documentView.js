/** One document: a draft with its words beside what it would say, or what was approved with its files. */
import { changedWords, movedSection } from '../../lib/deadlines.js';
import { formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { clearErrors, notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { SavedStates } from '../savedStates.js';
import { fieldLabel } from './fieldLabel.js';
import { paperPreview } from './paperPreview.js';
import { sectionErrors, sectionFields, writtenSections } from './sectionFields.js';

const WRITERS = ['est-member', 'est-coordinator'];
const MONTH_LENGTH = 7;

export class DocumentView {
  #app;
  #root;
  #id;
  #go;
  #told = null;
  #etag = null;
  #pictures = [];
  #history = null;
  #stops = [];

  constructor(app, root, id, go) {
    this.#app = app;
    this.#root = root;
    this.#id = id;
    this.#go = go;
  }

  open() {
    this.#stops = [
      on(this.#root, 'submit', '#document-words', (event, form) => this.#save(event, form)),
      on(this.#root, 'input', '#document-words', () => this.#keep()),
      on(this.#root, 'click', '[data-move]', (event, button) => this.#move(button)),
      on(this.#root, 'click', '[data-approve]', () => this.#approve()),
      on(this.#root, 'click', '[data-remove]', () => this.#remove()),
      on(this.#root, 'click', '[data-mine]', () => this.#overwrite()),
      on(this.#root, 'click', '[data-theirs]', () => this.#takeTheirs()),
      on(this.#root, 'click', '[data-drop-draft]', () => this.#takeTheirs()),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#history?.close();
  }

  get #draftKey() {
    return `document-${this.#id}`;
  }

  async #load() {
    const { api, t } = this.#app;
    render(this.#root, html`<p class="muted" role="status">${t('documents.composing')}</p>`);
    try {
      const [answer, pictures] = await Promise.all([api.get(`/api/documents/${this.#id}`), api.get('/api/pictures').catch(() => ({ body: { pictures: [] } }))]);
      this.#pictures = pictures.body.pictures;
      this.#take(answer);
    } catch (error) {
      render(this.#root, notice('danger', error.detail || t('documents.failed')));
    }
  }

  #take({ body, etag }) {
    this.#told = body;
    this.#etag = etag;
    this.#draw(body.plan);
  }

  #draw(plan, message = null) {
    const { state } = this.#told;
    const draft = state === 'draft';
    const kept = draft && this.#app.can(...WRITERS) ? this.#app.drafts.find(this.#draftKey) : null;
    render(
      this.#root,
      html`
        ${this.#head()}
        <div class="documents__message" role="status">${message}${!message && kept && this.#keptNotice()}</div>
        ${draft ? html`<div class="documents__halves">${this.#app.can(...WRITERS) && this.#form(kept ? kept.value : plan)}${this.#preview()}</div>` : this.#approved()}
        <div class="documents__history"></div>`,
    );
    this.#openHistory(plan);
  }

  #openHistory(plan) {
    this.#history?.close();
    this.#history = null;
    if (!this.#app.can(...WRITERS)) return;
    const { t } = this.#app;
    this.#history = new SavedStates(this.#app, `/api/documents/${this.#id}/history`, {
      changes: (before, after) => changedWords(before.plan, after.plan),
      label: (name) => fieldLabel(name, plan.sections, t),
    }).open(this.#root.querySelector('.documents__history'));
  }

  #head() {
    const { t } = this.#app;
    const { state, plan } = this.#told;
    return html`
      <p><a href="#page=documents">${t('documents.back')}</a></p>
      <h3 class="documents__heading">${plan.title} <span class="tag">${t(`documents.state.${state}`)}</span></h3>
      ${state !== 'elsewhere' && html`<p class="documents__files">${icon('download')} ${['pdf', 'docx', 'html'].map((form) => html`<a class="documents__file" href="/api/documents/${this.#id}/file.${form}" download>${t(`documents.form.${form}`)}</a> `)}</p>`}`;
  }

  #keptNotice() {
    const { t } = this.#app;
    return notice('info', t('documents.kept'), html`<button type="button" class="button button--small" data-drop-draft>${t('documents.dropKept')}</button>`);
  }

  #form(plan) {
    const { t } = this.#app;
    const pictures = [{ value: '', label: t('documents.noPicture') }, ...this.#pictures.map((each) => ({ value: String(each.id), label: `${String(each.month).slice(0, MONTH_LENGTH)} · ${each.scopeName} (${each.id})` }))];
    const decided = ['situation', 'action-plan'].includes(plan.kind);
    return html`
      <form id="document-words" class="documents__form" novalidate aria-label="${t('documents.words')}">
        ${textField({ name: 'title', label: t('documents.field.title'), required: true }, { value: plan.title, maxlength: 200 })}
        ${textField({ name: 'subtitle', label: t('documents.field.subtitle') }, { value: plan.subtitle, maxlength: 200 })}
        <div class="documents__pair">
          ${textField({ name: 'from', label: t('documents.field.from'), required: true }, { type: 'date', value: plan.from })}
          ${textField({ name: 'to', label: t('documents.field.to'), required: true }, { type: 'date', value: plan.to })}
        </div>
        ${selectField({ name: 'pictureId', label: t('documents.field.picture'), hint: t('documents.pictureWhy') }, pictures, plan.pictureId === null ? '' : String(plan.pictureId))}
        ${textField({ name: 'number', label: t('documents.field.number') }, { value: plan.number, maxlength: 60 })}
        ${decided && html`
          <div class="documents__pair">
            ${textField({ name: 'organ', label: t('documents.field.organ') }, { value: plan.organ, maxlength: 120 })}
            ${textField({ name: 'decidedOn', label: t('documents.field.decidedOn') }, { type: 'date', value: plan.decidedOn ?? '' })}
          </div>`}
        ${['yearly', 'situation'].includes(plan.kind) && textField({ name: 'population', label: t('documents.field.population'), hint: t('documents.populationWhy') }, { type: 'number', min: 1, step: 1, value: plan.population ?? '' })}
        ${sectionFields(plan.sections, t)}
        <div class="button-row documents__bar">
          <button type="submit" class="button button--primary">${t('documents.save')}</button>
          ${this.#app.can('est-coordinator') && html`<button type="button" class="button" data-approve>${t('documents.approve')}</button><button type="button" class="button button--quiet" data-remove>${t('documents.remove')}</button>`}
        </div>
        <p class="muted">${t('documents.approveWhy')}</p>
      </form>`;
  }

  #preview() {
    const { t } = this.#app;
    return html`<section class="documents__preview" aria-labelledby="documents-preview"><h4 class="documents__heading" id="documents-preview">${t('documents.preview')}</h4>${this.#length()}${paperPreview(this.#told.preview, t)}</section>`;
  }

  /** A page meant for one sheet says when it has become two. */
  #length() {
    const { t } = this.#app;
    const { pages, mostPages } = this.#told;
    if (!pages) return '';
    if (pages <= mostPages) return html`<p class="muted">${t('documents.pages', { count: pages })}</p>`;
    return notice('warning', t('documents.tooLong', { count: pages, most: mostPages }));
  }

  #approved() {
    const { t } = this.#app;
    const { approved, plan, state } = this.#told;
    return html`
      <dl class="paper__facts">
        <div><dt>${t('documents.approvedAt')}</dt><dd>${formatInstant(approved.at)}, ${approved.by}</dd></div>
        ${plan.organ && html`<div><dt>${t('documents.field.organ')}</dt><dd>${plan.organ}</dd></div>`}
        ${plan.decidedOn && html`<div><dt>${t('documents.field.decidedOn')}</dt><dd>${plan.decidedOn}</dd></div>`}
        ${plan.number && html`<div><dt>${t('documents.field.number')}</dt><dd>${plan.number}</dd></div>`}
      </dl>
      <p>${t(state === 'elsewhere' ? 'documents.elsewhereTold' : 'documents.frozenTold')}</p>
      ${state === 'elsewhere' && this.#app.can('est-coordinator') && html`<button type="button" class="button button--quiet" data-remove>${t('documents.remove')}</button>`}
      ${approved.files.length > 0 && html`
        <details class="documents__more"><summary>${t('documents.checksums')}</summary>
          <ul>${approved.files.map((file) => html`<li>${file.name}<br><code class="documents__sum">${file.sha256}</code></li>`)}</ul>
        </details>`}`;
  }

  #written() {
    const form = this.#root.querySelector('#document-words');
    const value = (name) => form.elements.namedItem(name)?.value ?? '';
    const { plan } = this.#told;
    return {
      kind: plan.kind,
      language: plan.language,
      from: value('from') || null,
      to: value('to') || null,
      pictureId: value('pictureId') ? Number(value('pictureId')) : null,
      title: value('title'),
      subtitle: value('subtitle'),
      number: value('number'),
      organ: form.elements.namedItem('organ') ? value('organ') : plan.organ,
      decidedOn: form.elements.namedItem('decidedOn') ? value('decidedOn') || null : plan.decidedOn,
      population: form.elements.namedItem('population') && value('population') ? Number(value('population')) : null,
      sections: writtenSections(form),
    };
  }

  #keep() {
    this.#app.drafts.keep(this.#draftKey, this.#written());
  }

  #move(button) {
    const plan = this.#written();
    const { section } = button.closest('[data-section]').dataset;
    plan.sections = movedSection(plan.sections, section, Number(button.dataset.move));
    this.#app.drafts.keep(this.#draftKey, plan);
    this.#draw(plan);
    this.#root.querySelector(`[data-section="${CSS.escape(section)}"] [data-move="${button.dataset.move}"]:not([disabled]), [data-section="${CSS.escape(section)}"] [data-move]:not([disabled])`)?.focus();
  }

  async #save(event, form) {
    event.preventDefault();
    clearErrors(form);
    return this.#put(this.#written());
  }

  /** Answers true once the words are saved. */
  async #put(plan) {
    const { api, t, toasts, drafts } = this.#app;
    try {
      const answer = await api.put(`/api/documents/${this.#id}`, plan, { ifMatch: this.#etag });
      drafts.drop(this.#draftKey);
      this.#take(answer);
      toasts.show(t('documents.saved'), { kind: 'success' });
      return true;
    } catch (error) {
      if (error.status === 412) this.#conflict(error.body.current, plan);
      else {
        const form = this.#root.querySelector('#document-words');
        const homeless = form ? showErrors(form, sectionErrors(error.errors ?? [], plan.sections)) : [];
        if (homeless.length || !error.errors?.length) toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
      }
      return false;
    }
  }

  /** Somebody saved meanwhile: both versions are shown, and the reader chooses. Nothing is lost: the draft is kept. */
  #conflict(current, yours) {
    const { t } = this.#app;
    this.#app.drafts.keep(this.#draftKey, yours);
    const theirs = current.state.plan;
    const words = (value) => (value === '' || value === null ? t('documents.nothing') : String(value));
    this.#etag = `"v${current.version}"`;
    const place = this.#root.querySelector('.documents__message');
    render(
      place,
      notice(
        'danger',
        t('documents.conflict', { who: current.updatedBy }),
        html`
          <div class="table-scroll" tabindex="0" role="region" aria-label="${t('documents.versions')}">
            <table class="table table--wordy"><thead><tr><th scope="col">${t('documents.column.field')}</th><th scope="col">${current.updatedBy}</th><th scope="col">${t('documents.yours')}</th></tr></thead>
            <tbody>${changedWords(theirs, yours).map(([name, their, your]) => html`<tr><th scope="row">${fieldLabel(name, yours.sections, t)}</th><td>${words(their)}</td><td>${words(your)}</td></tr>`)}</tbody></table>
          </div>
          <div class="button-row"><button type="button" class="button button--primary" data-mine>${t('documents.keepMine')}</button><button type="button" class="button" data-theirs>${t('documents.takeTheirs')}</button></div>`,
      ),
    );
    place.querySelector('[data-mine]').focus();
  }

  #overwrite() {
    return this.#put(this.#written());
  }

  #takeTheirs() {
    this.#app.drafts.drop(this.#draftKey);
    return this.#load();
  }

  async #approve() {
    const { api, t, toasts, drafts } = this.#app;
    if (JSON.stringify(this.#written()) !== JSON.stringify(this.#told.plan) && !(await this.#put(this.#written()))) return;
    try {
      this.#take(await api.post(`/api/documents/${this.#id}/approval`, {}, { ifMatch: this.#etag }));
      drafts.drop(this.#draftKey);
      toasts.show(t('documents.approved'), { kind: 'success' });
    } catch (error) {
      toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
    }
  }

  async #remove() {
    const { api, t, toasts, drafts } = this.#app;
    try {
      await api.delete(`/api/documents/${this.#id}`, { ifMatch: this.#etag });
      drafts.drop(this.#draftKey);
      toasts.show(t('documents.removed'), { kind: 'success' });
      this.#go(null);
    } catch (error) {
      toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
    }
  }
}
