/**
 * Who answers for a measure: a known organisation, offered while one types, or a new one that the writer confirms, so
 * that one organisation does not get three spellings.
 */
import { html, on, render } from '../../lib/html.js';
import { textField } from '../fields.js';

const LONGEST_OWNER = 120;

export class OwnerField {
  #app;
  #root;
  #known = null;
  #confirmed = null;
  #stops = [];

  /** @param {{value: string, onConfirm: () => void}} options `onConfirm` is told when a new organisation is confirmed */
  constructor(app, root, options) {
    this.#app = app;
    this.#root = root;
    this.options = options;
  }

  open() {
    const { t } = this.#app;
    render(
      this.#root,
      html`${textField({ name: 'owner', label: t('field.owner'), hint: t('form.ownerHint'), required: true }, { value: this.options.value, list: 'owners', maxlength: LONGEST_OWNER, autocomplete: 'off' })}
        <datalist id="owners"></datalist>
        <div class="button-row button-row--after-field" id="owner-new" hidden></div>`,
    );
    this.#stops = [
      on(this.#root, 'input', '[name="owner"]', () => this.#hide()),
      on(this.#root, 'click', '[data-new-owner]', () => this.#confirm()),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  get value() {
    return this.#root.querySelector('[name="owner"]').value.trim();
  }

  /** True when the writer has said that the organisation, spelled as it is now, is new. */
  get confirmed() {
    return this.#confirmed !== null && this.#confirmed === this.value;
  }

  /** What is wrong with an owner nobody here knows; null when it is known, confirmed, or nobody can tell. */
  get fault() {
    if (!this.value || this.confirmed || !this.#known?.length || this.#known.includes(this.value)) return null;
    return { field: 'owner', reason: this.#app.t('plan.owner.unknown', { owner: this.value }) };
  }

  /** Shows the way to confirm; for errors of the service as well. */
  offer() {
    const place = this.#root.querySelector('#owner-new');
    place.hidden = false;
    render(place, html`<button type="button" class="button button--small" id="owner-confirm" data-new-owner>${this.#app.t('plan.owner.add', { owner: this.value })}</button>`);
  }

  #hide() {
    this.#root.querySelector('#owner-new').hidden = true;
  }

  #confirm() {
    this.#confirmed = this.value;
    this.#hide();
    this.options.onConfirm();
  }

  async #load() {
    try {
      const answer = await this.#app.api.get('/api/owners');
      this.#known = answer.body.owners;
      const list = this.#root.querySelector('#owners');
      if (list) render(list, html`${this.#known.map((owner) => html`<option value="${owner}"></option>`)}`);
    } catch {
      // the service looks at the owner as well; without the list the reader only has to type more
    }
  }
}
