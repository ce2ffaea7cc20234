/** Asks for a few words before something is done that others will read about, such as why a publication is withdrawn. */
import { html, on, render } from '../../lib/html.js';
import { Dialog } from '../dialog.js';
import { areaField, notice, showErrors } from '../fields.js';
import { icon } from '../icons.js';

const LONGEST = 1000;

export class WordsDialog {
  #app;
  #options;
  #dialog = null;
  #busy = false;

  /**
   * @param {{title: string, intro: string, field: string, label: string, hint: string, missing: string, button: string,
   *     picture: string, danger?: boolean, send: (words: string) => Promise<?Error>, onDone: () => void}} options
   */
  constructor(app, options) {
    this.#app = app;
    this.#options = options;
  }

  open() {
    const { t } = this.#app;
    const { title, intro, field, label, hint, button, picture, danger } = this.#options;
    this.#dialog = new Dialog({ title, closeLabel: t('close'), mayClose: () => !this.#busy }).open();
    render(
      this.#dialog.body,
      html`
        <p>${intro}</p>
        <form id="asked-words" class="form" novalidate>${areaField({ name: field, label, hint, required: true }, { rows: 4, maxlength: LONGEST })}</form>
        <div id="asked-message" aria-live="polite"></div>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button" data-close>${t('publish.cancel')}</button>
        <button type="submit" class="button ${danger ? 'button--danger' : 'button--primary'}" form="asked-words">${icon(picture)} ${button}</button>`,
    );
    on(this.#dialog.body, 'submit', '#asked-words', (event) => this.#submit(event));
    this.#dialog.body.querySelector('textarea').focus();
    return this;
  }

  close() {
    this.#dialog?.close();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { field, missing, send, onDone } = this.#options;
    const form = event.target;
    const words = form.elements.namedItem(field).value.trim();
    if (!words) return showErrors(form, [{ field, reason: missing }]);
    this.#busy = true;
    const error = await send(words);
    this.#busy = false;
    if (!this.#dialog.isOpen) return;
    if (!error) {
      this.#dialog.close();
      return onDone();
    }
    const homeless = showErrors(form, error.errors ?? []);
    const told = homeless.length || !error.errors?.length ? [error.detail || error.message, ...homeless.map(({ reason }) => reason)].join(' ') : '';
    render(this.#dialog.body.querySelector('#asked-message'), told ? notice('danger', told) : html``);
  }
}
