/**
 * The register of organisations, kept by coordinators: how each is spelled in the plan, and the mailbox that reminders go
 * to. Of two who change the same one the second sees what the first wrote, and keeps the own words in the fields.
 */
import { html, on, render } from '../../lib/html.js';
import { clearErrors, showErrors } from '../fields.js';
import { icon } from '../icons.js';

const LONGEST_NAME = 120;
const LONGEST_ADDRESS = 200;

export class OrganisationsPart {
  #app;
  #root = null;
  #entries = [];
  #stops = [];
  #onChange;

  /** @param {() => void} onChange told when the register has changed */
  constructor(app, onChange) {
    this.#app = app;
    this.#onChange = onChange;
  }

  open(root) {
    this.#root = root;
    if (!this.#app.can('est-coordinator')) return;
    this.#stops = [
      on(root, 'submit', 'form', (event, form) => this.#save(event, form)),
      on(root, 'click', '[data-remove]', (event, button) => this.#remove(Number(button.dataset.remove))),
    ];
    this.#load();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  async #load() {
    try {
      this.#entries = (await this.#app.api.get('/api/organisations')).body.organisations;
    } catch (error) {
      this.#app.toasts.show(error.detail || this.#app.t('plan.organisations.failed'), { kind: 'danger' });
      return;
    }
    if (this.#root) this.#draw();
  }

  #draw() {
    const { t } = this.#app;
    const open = this.#root.querySelector('details')?.open;
    render(
      this.#root,
      html`
        <details class="disclosure" id="plan-organisations-part" ${open ? html`open` : null}>
          <summary>${t('plan.organisations', { count: this.#entries.length })}</summary>
          <div class="disclosure__body">
            <p class="muted">${t('plan.organisations.hint')}</p>
            ${this.#entries.map((entry) => this.#form(entry))}
            ${this.#form(null)}
          </div>
        </details>`,
    );
  }

  #form(entry) {
    const { t } = this.#app;
    const id = entry?.id ?? 'new';
    const field = (name, type, most) => html`
      <div class="field" data-field="${name}">
        <label class="field__label" for="organisation-${id}-${name}">${t(`plan.organisation.${name}`)}</label>
        <input class="input" type="${type}" id="organisation-${id}-${name}" name="${name}" maxlength="${most}" value="${entry?.state[name] ?? ''}" autocomplete="off">
        <p class="field__error" hidden></p>
      </div>`;
    return html`
      <form class="organisation" data-entry="${id}" data-version="${entry?.version ?? 0}" novalidate aria-label="${entry?.state.name ?? t('plan.organisation.add')}">
        ${field('name', 'text', LONGEST_NAME)}${field('address', 'email', LONGEST_ADDRESS)}
        <div class="button-row">
          <button type="submit" class="button button--small" id="organisation-${id}-save">${entry ? t('save') : t('plan.organisation.add')}</button>
          ${entry && html`<button type="button" class="button button--small button--quiet" id="organisation-${id}-remove" data-remove="${id}">${icon('remove')} ${t('plan.organisation.remove')}<span class="visually-hidden"> ${entry.state.name}</span></button>`}
        </div>
        <p class="organisation__message" role="status"></p>
      </form>`;
  }

  async #save(event, form) {
    event.preventDefault();
    const { api, toasts, t } = this.#app;
    const { entry, version } = form.dataset;
    const written = { name: form.elements.name.value.trim(), address: form.elements.address.value.trim() };
    clearErrors(form);
    try {
      if (entry === 'new') await api.post('/api/organisations', written);
      else await api.put(`/api/organisations/${entry}`, written, { ifMatch: `"v${version}"` });
      toasts.show(t('plan.organisation.saved', { name: written.name }), { kind: 'success' });
      await this.#load();
      this.#onChange();
    } catch (error) {
      if (error.status === 412 && error.body.current) this.#tellOther(form, error.body.current);
      else if (showErrors(form, error.errors).length > 0 || error.errors.length === 0) toasts.show(error.detail || t('form.failed'), { kind: 'danger' });
    }
  }

  /** What somebody else has written meanwhile stands below; saving again replaces it knowingly. */
  #tellOther(form, current) {
    const { name, address } = current.state;
    form.dataset.version = String(current.version);
    render(form.querySelector('.organisation__message'), html`${this.#app.t('plan.organisation.conflict', { who: current.updatedBy, words: [name, address].filter(Boolean).join(', ') })}`);
  }

  async #remove(id) {
    const { api, toasts, t } = this.#app;
    const entry = this.#entries.find((each) => each.id === id);
    try {
      await api.delete(`/api/organisations/${id}`, { ifMatch: `"v${entry.version}"` });
    } catch (error) {
      toasts.show(error.detail || t('form.failed'), { kind: 'danger' });
    }
    await this.#load();
    this.#onChange();
    this.#root?.querySelector('summary')?.focus();
  }
}
