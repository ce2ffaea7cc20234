/** Withdraws what is public: why, in both languages, because the notice stands where the page stood. */
import { html, on, render } from '../../lib/html.js';
import { Dialog } from '../dialog.js';
import { areaField, notice, showErrors } from '../fields.js';
import { icon } from '../icons.js';

const LONGEST = 1000;

export class WithdrawDialog {
  #app;
  #desk;
  #dialog = null;
  #busy = false;

  constructor(app, desk) {
    this.#app = app;
    this.#desk = desk;
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('publish.withdrawAsk'), closeLabel: t('close'), mayClose: () => !this.#busy }).open();
    const words = (language) => areaField({ name: language, label: t(`publish.reasonIn.${language}`), hint: language === 'sv' ? t('publish.reasonHint') : '', required: true }, { rows: 3, maxlength: LONGEST });
    render(
      this.#dialog.body,
      html`
        <p>${t('publish.withdrawIntro', { address: this.#desk.told.addresses.page })}</p>
        <form id="withdrawal" class="form" novalidate>${words('sv')}${words('en')}</form>
        <div id="withdrawal-message" aria-live="polite"></div>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button" data-close>${t('publish.cancel')}</button>
        <button type="submit" class="button button--danger" form="withdrawal">${icon('remove')} ${t('publish.withdrawNow')}</button>`,
    );
    on(this.#dialog.body, 'submit', '#withdrawal', (event) => this.#submit(event));
    this.#dialog.body.querySelector('textarea').focus();
    return this;
  }

  close() {
    this.#dialog?.close();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { t, toasts } = this.#app;
    const form = event.target;
    const reason = { sv: form.elements.sv.value.trim(), en: form.elements.en.value.trim() };
    const missing = Object.keys(reason).filter((language) => !reason[language]).map((field) => ({ field, reason: t('publish.reasonMissing') }));
    if (missing.length) return showErrors(form, missing);
    this.#busy = true;
    const error = await this.#desk.act('withdraw', { reason });
    this.#busy = false;
    if (!this.#dialog.isOpen) return;
    if (!error) {
      this.#dialog.close();
      toasts.show(t('publish.withdrawnNow'), { kind: 'success' });
      return;
    }
    const homeless = showErrors(form, error.errors ?? []);
    render(this.#dialog.body.querySelector('#withdrawal-message'), homeless.length || !error.errors?.length ? notice('danger', error.detail || error.message) : html``);
  }
}
