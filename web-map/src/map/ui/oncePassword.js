/** A password that the service has just made: it is shown here once, to be handed over, and cannot be asked for again. */
import { html, render } from '../lib/html.js';
import { notice, textField } from './fields.js';
import { icon } from './icons.js';

export class OncePassword {
  #t;
  #root;
  #username;
  #password;

  constructor(t, root, { username, password }) {
    this.#t = t;
    this.#root = root;
    this.#username = username;
    this.#password = password;
  }

  open() {
    const t = this.#t;
    const quiet = { readonly: true, autocomplete: 'off', spellcheck: 'false' };
    render(
      this.#root,
      html`
        ${notice('warning', t('accounts.once'))}
        ${textField({ name: 'once-username', label: t('login.username') }, { ...quiet, value: this.#username })}
        ${textField({ name: 'once-password', label: t('login.password') }, { ...quiet, value: this.#password })}
        <div class="button-row"><button type="button" class="button" data-copy>${icon('copy')} ${t('accounts.copy')}</button></div>
        <p class="muted" id="once-copied" role="status"></p>`,
    );
    return this;
  }

  close() {
    this.#root.replaceChildren();
  }

  /** Copies the password. Where the browser does not allow it, the password is marked, to be copied by key. */
  async copy() {
    const said = this.#root.querySelector('#once-copied');
    try {
      await navigator.clipboard.writeText(this.#password);
      render(said, html`${icon('check')} ${this.#t('accounts.copied')}`);
    } catch {
      this.#root.querySelector('#field-once-password').select();
      render(said, html`${this.#t('accounts.marked')}`);
    }
  }
}
