/** A register of duties: pledges to the inhabitants, or agreements on working together. */
import { html, on, render } from '../../lib/html.js';
import { changedMembers } from '../../lib/savedStates.js';
import { areaField, clearErrors, notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { SavedStates } from '../savedStates.js';

const WRITERS = ['est-member', 'est-coordinator'];
/** Fields of each register: name, kind of control, most characters, needed. */
const FIELDS = {
  pledges: [
    ['promise', 'area', 600, true], ['from', 'date', null, true], ['to', 'date', null, true], ['places', 'text', 300, false], ['activities', 'area', 2000, false],
    ['responsible', 'text', 200, true], ['indicator', 'text', 400, false], ['kept', 'choice', null, false], ['result', 'area', 2000, false],
  ],
  agreements: [
    ['parties', 'text', 400, true], ['purpose', 'area', 2000, true], ['signedOn', 'date', null, false], ['validTo', 'date', null, false], ['number', 'text', 60, false],
    ['followUpOn', 'date', null, false], ['note', 'area', 2000, false],
  ],
};
const COLUMNS = { pledges: ['promise', 'from', 'to', 'responsible', 'kept'], agreements: ['parties', 'purpose', 'signedOn', 'validTo', 'followUpOn'] };
const OUTCOMES = ['open', 'kept', 'partly', 'broken'];

export class DutyRegister {
  #app;
  #root;
  #name;
  #entries = [];
  #editing = null;
  #history = null;
  #stops = [];

  constructor(app, root, name) {
    this.#app = app;
    this.#root = root;
    this.#name = name;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-new]', () => this.#edit(null)),
      on(this.#root, 'click', '[data-edit]', (event, button) => this.#edit(Number(button.dataset.edit))),
      on(this.#root, 'click', '[data-cancel]', () => this.#cancel()),
      on(this.#root, 'click', '[data-withdraw]', () => this.#withdraw()),
      on(this.#root, 'input', '#duty', () => this.#app.drafts.keep(this.#draftKey, this.#written())),
      on(this.#root, 'submit', '#duty', (event, form) => this.#save(event, form)),
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
    return `${this.#name}-${this.#editing?.id ?? 'new'}`;
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#entries = (await api.get(`/api/${this.#name}`)).body[this.#name];
      this.#draw();
    } catch (error) {
      render(this.#root, notice('danger', error.detail || t('documents.failed')));
    }
  }

  #draw() {
    const { t } = this.#app;
    const title = t(`documents.tab.${this.#name}`);
    render(
      this.#root,
      html`
        <h3 class="documents__heading" id="duty-title">${title}</h3>
        <p>${t(`documents.why.${this.#name}`)}</p>
        ${this.#entries.length === 0 ? html`<p class="message">${t(`documents.none.${this.#name}`)}</p>` : this.#table()}
        <div class="duty__place">${this.#app.can(...WRITERS) && html`<button type="button" class="button" id="duty-new" data-new>${icon('add')} ${t(`documents.new.${this.#name}`)}</button>`}</div>`,
    );
  }

  #table() {
    const { t } = this.#app;
    const columns = COLUMNS[this.#name];
    const shown = (name, value) => (name === 'kept' ? t(`documents.kept.${value}`) : value || '–');
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="duty-title">
        <table class="table table--wordy">
          <thead><tr>${columns.map((name) => html`<th scope="col">${t(`documents.field.${name}`)}</th>`)}${this.#app.can(...WRITERS) && html`<th scope="col">${t('documents.change')}</th>`}</tr></thead>
          <tbody>${this.#entries.map(({ id, state }) => html`
            <tr>${columns.map((name, i) => (i === 0 ? html`<th scope="row">${state[name]}</th>` : html`<td>${shown(name, state[name])}</td>`))}
              ${this.#app.can(...WRITERS) && html`<td><button type="button" class="button button--small" id="duty-${id}" data-edit="${id}">${t('documents.change')}<span class="visually-hidden"> ${state[columns[0]]}</span></button></td>`}</tr>`)}
          </tbody>
        </table>
      </div>`;
  }

  #edit(id) {
    const { t } = this.#app;
    this.#editing = this.#entries.find((entry) => entry.id === id) ?? null;
    const kept = this.#app.drafts.find(this.#draftKey)?.value;
    const values = kept ?? this.#editing?.state ?? {};
    render(
      this.#root.querySelector('.duty__place'),
      html`
        <form id="duty" class="documents__form" novalidate aria-label="${t(`documents.tab.${this.#name}`)}">
          ${kept && notice('info', t('documents.kept'))}
          <div class="duty__message" role="status"></div>
          ${FIELDS[this.#name].map((each) => this.#field(each, values))}
          <div class="button-row">
            <button type="submit" class="button button--primary">${t('documents.saveEntry')}</button>
            <button type="button" class="button" data-cancel>${t('documents.cancel')}</button>
            ${this.#editing && this.#app.can('est-coordinator') && html`<button type="button" class="button button--quiet" data-withdraw>${t('documents.withdraw')}</button>`}
          </div>
        </form>
        <div class="documents__history"></div>`,
    );
    this.#openHistory();
    this.#root.querySelector('#duty input, #duty textarea').focus();
  }

  #openHistory() {
    this.#history?.close();
    this.#history = null;
    if (!this.#editing) return;
    const { t } = this.#app;
    this.#history = new SavedStates(this.#app, `/api/${this.#name}/${this.#editing.id}/history`, {
      changes: changedMembers(FIELDS[this.#name].map(([name]) => name)),
      label: (name) => t(`documents.field.${name}`),
    }).open(this.#root.querySelector('.documents__history'));
  }

  #field([name, kind, maxlength, required], values) {
    const { t } = this.#app;
    const options = { name, label: t(`documents.field.${name}`), required };
    if (kind === 'area') return areaField(options, { value: values[name] ?? '', maxlength });
    if (kind === 'choice') return selectField(options, OUTCOMES.map((value) => ({ value, label: t(`documents.kept.${value}`) })), values[name] ?? 'open');
    return textField(options, { type: kind, value: values[name] ?? '', maxlength });
  }

  #written() {
    const form = this.#root.querySelector('#duty');
    return Object.fromEntries(FIELDS[this.#name].map(([name, kind]) => [name, form.elements.namedItem(name).value || (kind === 'date' ? null : '')]));
  }

  #cancel() {
    const id = this.#editing?.id;
    this.#app.drafts.drop(this.#draftKey);
    this.#editing = null;
    this.#draw();
    this.#root.querySelector(id ? `#duty-${id}` : '#duty-new')?.focus();
  }

  async #save(event, form) {
    event.preventDefault();
    clearErrors(form);
    const { api, t, toasts, drafts } = this.#app;
    const key = this.#draftKey;
    try {
      if (this.#editing) await api.put(`/api/${this.#name}/${this.#editing.id}`, this.#written(), { ifMatch: `"v${this.#editing.version}"` });
      else await api.post(`/api/${this.#name}`, this.#written());
      drafts.drop(key);
      toasts.show(t('documents.saved'), { kind: 'success' });
      this.#editing = null;
      await this.#load();
      this.#root.querySelector('#duty-new')?.focus();
    } catch (error) {
      if (error.status === 412) this.#conflict(error.body.current);
      else {
        const homeless = showErrors(form, error.errors ?? []);
        if (homeless.length || !error.errors?.length) toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
      }
    }
  }

  /** The other's words stand beside yours; saving again keeps yours. */
  #conflict(current) {
    const { t } = this.#app;
    const yours = this.#written();
    this.#editing = current;
    const differing = FIELDS[this.#name].filter(([name]) => (current.state[name] ?? '') !== (yours[name] ?? ''));
    render(
      this.#root.querySelector('.duty__message'),
      notice('danger', t('documents.conflictEntry', { who: current.updatedBy }), html`<dl class="paper__facts">${differing.map(([name]) => html`<div><dt>${t(`documents.field.${name}`)}</dt><dd>${current.state[name] || t('documents.nothing')}</dd></div>`)}</dl>`),
    );
  }

  async #withdraw() {
    const { api, t, toasts } = this.#app;
    const { id, version } = this.#editing;
    try {
      await api.delete(`/api/${this.#name}/${id}`, { ifMatch: `"v${version}"` });
      this.#editing = null;
      await this.#load();
      toasts.show(t('documents.withdrawn'), { action: { label: t('documents.undo'), run: () => this.#restore(id) } });
    } catch (error) {
      toasts.show(error.detail || t('documents.failed'), { kind: 'danger' });
    }
  }

  async #restore(id) {
    await this.#app.api.post(`/api/${this.#name}/${id}/restore`, {});
    await this.#load();
  }
}
