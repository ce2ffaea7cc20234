/** The protocol: its marking, its files, its approval, and what is added afterwards. */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { formatDate } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { areaField, notice, showErrors } from '../fields.js';
import { icon } from '../icons.js';

const FORMS = ['pdf', 'docx', 'html'];

export class ProtocolPart {
  #app;
  #root;
  #desk;
  #mayWrite;
  #asked = false;
  #stops = [];

  constructor(app, root, { desk, mayWrite }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
    this.#mayWrite = mayWrite;
  }

  open() {
    this.#stops = [
      on(this.#root, 'change', '#meeting-secrecy', (event, field) => this.#desk.change({ secrecy: field.value })),
      on(this.#root, 'click', '[data-form]', (event, link) => this.#download(event, link)),
      on(this.#root, 'click', '[data-approve]', () => this.#approve()),
      on(this.#root, 'click', '[data-not-yet]', () => this.#ask(false)),
      on(this.#root, 'submit', '#addendum', (event) => this.#add(event)),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #draw() {
    const { t } = this.#app;
    const { plan, told } = this.#desk;
    render(
      this.#root,
      html`
        ${this.#mayWrite
          ? html`<div class="field" data-field="secrecy">
              <label class="field__label" for="meeting-secrecy">${t('meeting.field.secrecy')}</label>
              <p class="field__hint" id="meeting-secrecy-hint">${t('meeting.secrecyHint')}</p>
              <input class="input" id="meeting-secrecy" type="text" maxlength="200" value="${plan.secrecy}" aria-describedby="meeting-secrecy-hint">
              <p class="field__error" hidden></p>
            </div>`
          : plan.secrecy && html`<p>${t('meeting.field.secrecy')}: <strong>${plan.secrecy}</strong></p>`}
        <div class="button-row">${FORMS.map((form) => html`<a class="button" data-form="${form}" href="/api/meetings/${this.#desk.id}/protocol.${form}?language=${this.#app.locale}" download>${icon('download')} ${t(`protocol.${form}`)}</a>`)}</div>
        <div data-message aria-live="polite"></div>
        ${this.#mayWrite && this.#approval()}
        ${this.#desk.isFrozen && this.#addenda(told)}`,
    );
  }

  #approval() {
    const { t } = this.#app;
    if (!this.#asked) return html`<div class="button-row"><button type="button" class="button" id="approve" data-approve>${icon('lock')} ${t('protocol.approve')}</button></div>`;
    return notice('warning', t('protocol.ask'), html`<div class="button-row"><button type="button" class="button button--primary" id="approve" data-approve>${icon('lock')} ${t('protocol.yes')}</button><button type="button" class="button" data-not-yet>${t('protocol.notYet')}</button></div>`);
  }

  #addenda({ addenda }) {
    const { t } = this.#app;
    return html`
      <h4 class="section__title">${t('protocol.addenda')}</h4>
      ${addenda.length === 0 && html`<p class="muted">${t('protocol.noAddenda')}</p>`}
      <ul>${addenda.map(({ text, writtenOn }) => html`<li><strong>${formatDate(writtenOn)}</strong> ${text}</li>`)}</ul>
      ${this.#app.can(...MEASURE_WRITERS) && html`<form id="addendum" class="form" novalidate>
        ${areaField({ name: 'text', id: 'addendum-text', label: t('protocol.addendum') }, { rows: 3, maxlength: 4000 })}
        <button type="submit" class="button">${icon('add')} ${t('protocol.add')}</button>
      </form>`}`;
  }

  /** The file holds what has been written until now. */
  async #download(event, link) {
    if (link.dataset.ready) return delete link.dataset.ready;
    event.preventDefault();
    await this.#desk.flush();
    link.dataset.ready = 'true';
    return link.click();
  }

  #ask(asked) {
    this.#asked = asked;
    this.#draw();
    this.#root.querySelector('#approve').focus();
  }

  async #approve() {
    if (!this.#asked) return this.#ask(true);
    this.#asked = false;
    if (!(await this.#desk.act('approval'))) this.#ask(false);
    return undefined;
  }

  async #add(event) {
    event.preventDefault();
    const form = event.target;
    if (await this.#desk.act('addenda', { text: form.elements.text.value })) this.#draw();
    else showErrors(form, this.#desk.errors);
  }
}
