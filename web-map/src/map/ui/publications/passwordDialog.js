/** Asks who is at the computer for the password once more, before something that the whole municipality will see. */
import { html, on, render } from '../../lib/html.js';
import { Dialog } from '../dialog.js';
import { notice, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';

export class PasswordDialog {
  #app;
  #options;
  #dialog = null;
  #busy = false;

  /**
   * @param {{title: string, intro: string, label: string, send: (password: string) => Promise<?Error>, onDone: () => void}} options
   *     `send` answers what went wrong, null when it is done
   */
  constructor(app, options) {
    this.#app = app;
    this.#options = options;
  }

  open() {
    const { t, session } = this.#app;
    const { title, intro, label } = this.#options;
    this.#dialog = new Dialog({ title, closeLabel: t('close'), width: 'narrow', mayClose: () => !this.#busy }).open();
    render(
      this.#dialog.body,
      html`
        <p>${intro}</p>
        <form id="step-up" class="form" novalidate>
          <input type="text" name="username" autocomplete="username" value="${session.username ?? ''}" hidden>
          ${textField({ name: 'password', label: t('publish.password'), hint: t('publish.passwordHint'), required: true }, { type: 'password', autocomplete: 'current-password', maxlength: 200 })}
        </form>
        <div id="step-up-message" aria-live="polite"></div>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button" data-close>${t('publish.cancel')}</button>
        <button type="submit" class="button button--primary" form="step-up">${icon('lock')} ${label}</button>`,
    );
    on(this.#dialog.body, 'submit', '#step-up', (event) => this.#submit(event));
    this.#dialog.body.querySelector('[name="password"]').focus();
    return this;
  }

  close() {
    this.#dialog?.close();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { t } = this.#app;
    const form = event.target;
    const { password } = form.elements;
    const message = this.#dialog.body.querySelector('#step-up-message');
    if (!password.value) return showErrors(form, [{ field: 'password', reason: t('publish.passwordMissing') }]);
    this.#busy = true;
    render(message, html`<p class="muted">${t('publish.working')}</p>`);
    const error = await this.#options.send(password.value);
    this.#busy = false;
    if (!this.#dialog.isOpen) return;
    if (!error) {
      this.#dialog.close();
      return this.#options.onDone();
    }
    password.value = '';
    const homeless = showErrors(form, error.errors ?? []);
    const told = homeless.length || !error.errors?.length ? [error.detail || error.message, ...homeless.map(({ reason, remedy }) => [reason, remedy].filter(Boolean).join(' '))].join(' ') : '';
    render(message, told ? notice('danger', told) : html``);
    password.focus();
  }
}
