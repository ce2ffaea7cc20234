/** The form of one account: who it is, for which organisation, and in which roles. */
import { ROLES } from '../lib/audience.js';
import { html } from '../lib/html.js';
import { checkField, showErrors, textField } from './fields.js';

export class AccountForm {
  #t;

  /** @param {?object} account as the service has it; null makes a new one */
  constructor(t, account = null) {
    this.#t = t;
    this.account = account;
  }

  markup() {
    const t = this.#t;
    const { username = '', displayName = '', organisation = '', roles = [] } = this.account ?? {};
    const fixed = this.account !== null;
    return html`
      <form id="account-form" class="form" novalidate>
        ${textField({ name: 'username', label: t('login.username'), hint: t(fixed ? 'accounts.usernameFixed' : 'accounts.usernameHint'), required: true }, { value: username, readonly: fixed, maxlength: 100, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' })}
        <div class="form__pair">
          ${textField({ name: 'displayName', label: t('accounts.displayName'), hint: t('accounts.displayNameHint'), required: true }, { value: displayName, maxlength: 200, autocomplete: 'off' })}
          ${textField({ name: 'organisation', label: t('accounts.organisation'), hint: t('accounts.organisationHint') }, { value: organisation, maxlength: 200, autocomplete: 'off' })}
        </div>
        <fieldset class="group" data-field="roles" aria-describedby="field-roles-error">
          <legend class="group__title">${t('account.roles')}</legend>
          ${ROLES.map((role) => checkField({ name: `role-${role}`, label: t(`role.${role}`), hint: t(`accounts.sees.${role}`), checked: roles.includes(role) }))}
          <p class="field__error" id="field-roles-error" hidden></p>
        </fieldset>
      </form>`;
  }

  /** What is written in `form`, the way the service takes it: with the user name only when the account is new. */
  read(form) {
    const data = new FormData(form);
    const text = (name) => data.get(name).trim();
    const written = { displayName: text('displayName'), organisation: text('organisation'), roles: ROLES.filter((role) => data.has(`role-${role}`)) };
    return this.account ? written : { username: text('username'), ...written };
  }

  /** Says at each field what is missing; true when nothing is. */
  check(form) {
    const missing = Object.entries(this.read(form))
      .filter(([field, value]) => field !== 'organisation' && value.length === 0)
      .map(([field]) => ({ field, reason: this.#t(`accounts.need.${field}`) }));
    showErrors(form, missing);
    return missing.length === 0;
  }

  /** Writes the service's errors at their fields; answers those that no field stands for. A role among roles[1] is at roles. */
  show(form, errors) {
    return showErrors(form, errors.map((error) => ({ ...error, field: String(error.field ?? '').replace(/\[.*$/, '') })));
  }
}
