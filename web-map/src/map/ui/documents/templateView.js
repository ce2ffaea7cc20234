/** The templates of the documents: headings, fixed words and order, in Swedish and English, with a way back to the default. */
import { changedWords, movedSection } from '../../lib/deadlines.js';
import { html, on, render } from '../../lib/html.js';
import { clearErrors, notice, selectField, showErrors, textField } from '../fields.js';
import { SavedStates } from '../savedStates.js';
import { fieldLabel } from './fieldLabel.js';
import { sectionErrors, sectionFields, writtenSections } from './sectionFields.js';

const KINDS = ['monthly', 'half-year', 'yearly', 'situation', 'action-plan'];
const LANGUAGES = ['sv', 'en'];

export class TemplateView {
  #app;
  #root;
  #kind;
  #language;
  #go;
  #told = null;
  #etag = null;
  #history = null;
  #stops = [];

  constructor(app, root, kind, language, go) {
    this.#app = app;
    this.#root = root;
    this.#kind = KINDS.includes(kind) ? kind : 'monthly';
    this.#language = LANGUAGES.includes(language) ? language : 'sv';
    this.#go = go;
  }

  open() {
    this.#stops = [
      on(this.#root, 'change', '[data-choose]', () => this.#choose()),
      on(this.#root, 'submit', '#template', (event, form) => this.#save(event, form)),
      on(this.#root, 'click', '[data-move]', (event, button) => this.#move(button)),
      on(this.#root, 'click', '[data-reset]', () => this.#reset()),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#history?.close();
  }

  get #address() {
    return `/api/document-templates/${this.#kind}/${this.#language}`;
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#take(await api.get(this.#address));
    } catch (error) {
      render(this.#root, notice('danger', error.status === 403 ? t('documents.notYours') : error.detail || t('documents.failed')));
    }
  }

  #take({ body, etag }) {
    this.#told = body;
    this.#etag = etag;
    this.#draw(body.template);
  }

  #draw(template) {
    const { t } = this.#app;
    const mayWrite = this.#app.can('est-coordinator', 'admin');
    render(
      this.#root,
      html`
        <h3 class="documents__heading">${t('documents.tab.templates')}</h3>
        <p>${t('documents.templatesWhy')}</p>
        <div class="documents__pair" data-choose>
          ${selectField({ name: 'kind', label: t('documents.field.kind') }, KINDS.map((value) => ({ value, label: t(`documents.kind.${value}`) })), this.#kind)}
          ${selectField({ name: 'language', label: t('documents.field.language') }, LANGUAGES.map((value) => ({ value, label: t(`documents.language.${value}`) })), this.#language)}
        </div>
        <p class="muted">${t('documents.placeholders', { names: this.#told.placeholders.map((name) => `[${name}]`).join(' ') })}</p>
        <p class="muted">${this.#told.version === 0 ? t('documents.standard') : t('documents.ownTemplate', { who: this.#told.updatedBy, version: this.#told.version })}</p>
        <div class="documents__message" role="status"></div>
        <form id="template" class="documents__form" novalidate aria-label="${t('documents.tab.templates')}">
          ${textField({ name: 'title', label: t('documents.field.title'), required: true }, { value: template.title, maxlength: 200 })}
          ${textField({ name: 'subtitle', label: t('documents.field.subtitle') }, { value: template.subtitle, maxlength: 200 })}
          ${textField({ name: 'footer', label: t('documents.field.footer') }, { value: template.footer, maxlength: 200 })}
          ${sectionFields(template.sections, t)}
          ${mayWrite && html`<div class="button-row documents__bar"><button type="submit" class="button button--primary">${t('documents.saveTemplate')}</button>${this.#told.version > 0 && html`<button type="button" class="button button--quiet" data-reset>${t('documents.reset')}</button>`}</div>`}
        </form>
        <div class="documents__history"></div>`,
    );
    this.#history?.close();
    this.#history = new SavedStates(this.#app, `${this.#address}/history`, { changes: changedWords, label: (name) => fieldLabel(name, template.sections, t) }).open(this.#root.querySelector('.documents__history'));
  }

  #choose() {
    const value = (name) => this.#root.querySelector(`[data-choose] [name="${name}"]`).value;
    this.#go(`templates:${value('kind')}:${value('language')}`);
  }

  #written() {
    const form = this.#root.querySelector('#template');
    const value = (name) => form.elements.namedItem(name).value;
    return { kind: this.#kind, language: this.#language, title: value('title'), subtitle: value('subtitle'), footer: value('footer'), sections: writtenSections(form) };
  }

  #move(button) {
    const template = this.#written();
    const { section } = button.closest('[data-section]').dataset;
    template.sections = movedSection(template.sections, section, Number(button.dataset.move));
    this.#draw(template);
    this.#root.querySelector(`[data-section="${CSS.escape(section)}"] [data-move]:not([disabled])`)?.focus();
  }

  async #save(event, form) {
    event.preventDefault();
    clearErrors(form);
    const { api, t, toasts } = this.#app;
    const template = this.#written();
    try {
      this.#take(await api.put(this.#address, template, { ifMatch: this.#etag }));
      toasts.show(t('documents.saved'), { kind: 'success' });
    } catch (error) {
      if (error.status === 412) {
        const { current } = error.body;
        if (current) this.#etag = `"v${current.version}"`;
        render(this.#root.querySelector('.documents__message'), notice('danger', t('documents.conflictEntry', { who: current?.updatedBy ?? '' })));
      } else {
        const homeless = showErrors(form, sectionErrors(error.errors ?? [], template.sections));
        if (homeless.length || !error.errors?.length) toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
      }
    }
  }

  async #reset() {
    const { api, t, toasts } = this.#app;
    try {
      this.#take(await api.delete(this.#address, { ifMatch: this.#etag }));
      toasts.show(t('documents.wasReset'), { kind: 'success' });
    } catch (error) {
      toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
    }
  }
}
