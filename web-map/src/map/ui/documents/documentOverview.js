/** What is due when, the kinds of document with their next step, and all documents there are. */
import { formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { dueWords } from '../../lib/deadlines.js';
import { clearErrors, notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';

const WRITERS = ['est-member', 'est-coordinator'];

export class DocumentOverview {
  #app;
  #root;
  #go;
  #told = null;
  #stops = [];

  constructor(app, root, go) {
    this.#app = app;
    this.#root = root;
    this.#go = go;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-begin]', (event, button) => this.#begin(button.dataset.begin)),
      on(this.#root, 'click', '[data-retry]', () => this.#load()),
      on(this.#root, 'submit', '[data-elsewhere]', (event, form) => this.#note(event, form)),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  async #load() {
    const { api, t } = this.#app;
    render(this.#root, html`<p class="muted" role="status">${t('documents.loading')}</p>`);
    try {
      this.#told = (await api.get('/api/documents')).body;
      this.#draw();
    } catch (error) {
      render(this.#root, notice('danger', error.detail || t('documents.failed'), html`<button type="button" class="button" data-retry>${t('documents.retry')}</button>`));
    }
  }

  #draw() {
    const { t } = this.#app;
    const { documents } = this.#told;
    render(
      this.#root,
      html`
        ${this.#deadlines()}
        <section aria-labelledby="documents-kinds">
          <h3 class="documents__heading" id="documents-kinds">${t('documents.kinds')}</h3>
          <ul class="documents__kinds">${this.#told.kinds.map((kind) => this.#kind(kind))}</ul>
        </section>
        <section aria-labelledby="documents-list">
          <h3 class="documents__heading" id="documents-list">${t('documents.list')}</h3>
          ${documents.length === 0 ? html`<p class="message">${t('documents.empty')}</p>` : this.#table(documents)}
        </section>
        ${this.#app.can(...WRITERS) && this.#elsewhere()}`,
    );
  }

  #deadlines() {
    const { t } = this.#app;
    const urgent = this.#told.deadlines.filter(({ state }) => state !== 'later');
    const later = this.#told.deadlines.filter(({ state }) => state === 'later');
    return html`
      <section aria-labelledby="documents-due">
        <h3 class="documents__heading" id="documents-due">${t('documents.due')}</h3>
        <p class="muted">${t('documents.dueWhy')}</p>
        <ul class="deadlines">${[...urgent, ...later].map((each) => this.#deadline(each))}</ul>
      </section>`;
  }

  #deadline(each) {
    const { t } = this.#app;
    return html`
      <li class="deadline deadline--${each.state}">
        <p class="deadline__what">${t(`documents.about.${each.about}`)}${each.words && html`: ${each.words}`} ${each.statutory && html`<span class="tag">${t('documents.statutory')}</span>`}</p>
        <p class="deadline__when">${each.state === 'overdue' ? icon('alert') : null} <strong>${dueWords(each, t)}</strong>${each.due && html` <span class="muted">${each.due}</span>`}</p>
        ${each.last && html`<p class="muted">${t('documents.last', { day: each.last })}</p>`}
      </li>`;
  }

  #kind({ code, months }) {
    const { t } = this.#app;
    return html`
      <li class="document-kind">
        <h4 class="document-kind__title">${t(`documents.kind.${code}`)}</h4>
        <p>${t(`documents.for.${code}`)}</p>
        <p class="muted">${t(`documents.every.${months}`)}</p>
        ${this.#app.can(...WRITERS) && html`<button type="button" class="button" id="begin-${code}" data-begin="${code}">${icon('add')} ${t('documents.begin')}<span class="visually-hidden"> ${t(`documents.kind.${code}`)}</span></button>`}
      </li>`;
  }

  #table(documents) {
    const { t } = this.#app;
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="documents-list">
        <table class="table table--wordy">
          <thead><tr><th scope="col">${t('documents.column.title')}</th><th scope="col">${t('documents.column.period')}</th><th scope="col">${t('documents.column.state')}</th><th scope="col">${t('documents.column.decided')}</th><th scope="col">${t('documents.column.files')}</th></tr></thead>
          <tbody>${documents.map((each) => html`
            <tr>
              <th scope="row"><a href="#page=documents&item=document:${each.id}">${each.title}</a></th>
              <td>${each.state === 'elsewhere' ? '–' : t('documents.period', { from: each.from, to: each.to })}</td>
              <td>${t(`documents.state.${each.state}`)}<br><span class="muted">${formatInstant(each.approvedAt ?? each.updatedAt)}</span></td>
              <td>${[each.organ, each.decidedOn, each.number].filter(Boolean).join(', ') || '–'}</td>
              <td>${each.state === 'elsewhere' ? '–' : ['pdf', 'docx', 'html'].map((form) => html`<a class="documents__file" href="/api/documents/${each.id}/file.${form}" download>${form.toUpperCase()}<span class="visually-hidden"> ${each.title}</span></a> `)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>`;
  }

  #elsewhere() {
    const { t } = this.#app;
    const kinds = this.#told.kinds.filter(({ decided }) => decided).map(({ code }) => ({ value: code, label: t(`documents.kind.${code}`) }));
    return html`
      <details class="documents__more">
        <summary>${t('documents.elsewhere')}</summary>
        <p>${t('documents.elsewhereWhy')}</p>
        <form class="documents__form" data-elsewhere novalidate>
          ${selectField({ name: 'kind', label: t('documents.field.kind') }, kinds)}
          ${textField({ name: 'title', label: t('documents.field.title') }, { maxlength: 200 })}
          ${textField({ name: 'decidedOn', label: t('documents.field.decidedOn'), required: true }, { type: 'date' })}
          ${textField({ name: 'organ', label: t('documents.field.organ') }, { maxlength: 120 })}
          ${textField({ name: 'number', label: t('documents.field.number') }, { maxlength: 60 })}
          <div class="button-row"><button type="submit" class="button">${t('documents.note')}</button></div>
        </form>
      </details>`;
  }

  async #begin(kind) {
    const { api, t, toasts, locale } = this.#app;
    const button = this.#root.querySelector(`#begin-${CSS.escape(kind)}`);
    button.disabled = true;
    try {
      const { body } = await api.post('/api/documents', { kind, language: locale?.startsWith('en') ? 'en' : 'sv' });
      this.#go(`document:${body.id}`);
    } catch (error) {
      toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
      button.disabled = false;
    }
  }

  async #note(event, form) {
    event.preventDefault();
    clearErrors(form);
    const { api, t, toasts } = this.#app;
    const written = Object.fromEntries(new FormData(form));
    try {
      await api.post('/api/documents', { ...written, decidedOn: written.decidedOn || null, elsewhere: true });
      toasts.show(t('documents.noted'), { kind: 'success' });
      await this.#load();
    } catch (error) {
      const homeless = showErrors(form, error.errors ?? []);
      if (homeless.length || !error.errors?.length) toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
    }
  }
}
