/**
 * Somebody else changed the measure while you did. Both versions stand side by side, field by field, and you choose;
 * what only one of you changed is chosen already, and of two notes both can be kept. Nothing is thrown away unseen.
 */
import { attributes, html, on, render } from '../lib/html.js';
import { formatInstant } from '../lib/format.js';
import { differences, mergeVersions } from '../lib/measureDiff.js';
import { Dialog } from './dialog.js';
import { icon } from './icons.js';
import { fieldWords } from './plan/fieldWords.js';

const CHOICE_BY_CHANGER = { you: 'yours', them: 'current', both: null };

export class ConflictDialog {
  #app;
  #current;
  #yours;
  #differences;
  #catalogue;
  #dialog = null;
  #settle = () => {};

  /**
   * @param {object} current Feature as the service has it
   * @param {object} yours Feature that was to be saved
   * @param {?object} base Feature that the editing started from
   * @param {object[]} catalogue entries, for their names
   */
  constructor(app, current, yours, base, catalogue = []) {
    this.#app = app;
    this.#current = current;
    this.#yours = yours;
    this.#differences = differences(current, yours, base);
    this.#catalogue = catalogue;
  }

  /** Asks; resolves to the merged Feature, or null when the reader goes back to the form. */
  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('conflict.title'), closeLabel: t('close'), width: 'wide', onClose: () => this.#settle(null) }).open();
    render(this.#dialog.body, this.#body());
    render(
      this.#dialog.footer,
      html`
        <button type="button" class="button" data-close>${t('conflict.back')}</button>
        <button type="submit" class="button button--primary" form="conflict">${icon('check')} ${t('conflict.save')}</button>`,
    );
    on(this.#dialog.body, 'submit', '#conflict', (event) => this.#submit(event));
    on(this.#dialog.body, 'click', '[data-all]', (event, button) => this.#chooseAll(button.dataset.all));
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  close() {
    this.#dialog.close();
  }

  #body() {
    const { t } = this.#app;
    const { updatedBy, updatedAt } = this.#current.properties;
    return html`
      <p>${t('conflict.intro', { who: updatedBy, when: formatInstant(updatedAt) })}</p>
      <div class="button-row">
        <button type="button" class="button button--small" data-all="current">${t('conflict.allTheirs', { who: updatedBy })}</button>
        <button type="button" class="button button--small" data-all="yours">${t('conflict.allYours')}</button>
      </div>
      <form id="conflict" class="conflict">
        ${this.#differences.length === 0 && html`<p>${t('conflict.same')}</p>`}
        ${this.#differences.map((difference) => this.#choice(difference))}
      </form>`;
  }

  #choice({ field, current, yours, base, changedBy }) {
    const { t } = this.#app;
    const chosen = CHOICE_BY_CHANGER[changedBy];
    const { updatedBy } = this.#current.properties;
    return html`
      <fieldset class="conflict__field" data-conflict="${field}">
        <legend class="group__title">${t(`field.${field}`)} <span class="tag">${t(`conflict.changedBy.${changedBy}`, { who: updatedBy })}</span></legend>
        <p class="muted">${t('conflict.before')} ${this.#words(field, base)}</p>
        <div class="conflict__choices">
          ${this.#option(field, 'current', t('conflict.theirs', { who: updatedBy }), current, chosen)}
          ${this.#option(field, 'yours', t('conflict.yours'), yours, chosen)}
          ${field === 'note' && current && yours && html`
            <div class="conflict__choice">
              <input type="radio" required ${attributes({ name: field, id: `conflict-${field}-both`, value: 'both' })}>
              <label for="conflict-${field}-both"><strong>${t('conflict.both')}</strong><span class="note">${bothNotes(current, yours)}</span></label>
            </div>`}
        </div>
      </fieldset>`;
  }

  #option(field, value, label, content, chosen) {
    return html`
      <div class="conflict__choice">
        <input type="radio" required ${attributes({ name: field, id: `conflict-${field}-${value}`, value, checked: chosen === value })}>
        <label for="conflict-${field}-${value}"><strong>${label}</strong><span class="note">${this.#words(field, content)}</span></label>
      </div>`;
  }

  #words(field, value) {
    return fieldWords(field, value, this.#app, this.#catalogue);
  }

  #chooseAll(version) {
    for (const { field } of this.#differences) document.getElementById(`conflict-${field}-${version}`).checked = true;
  }

  #submit(event) {
    event.preventDefault();
    const chosen = Object.fromEntries(new FormData(event.target));
    const merged = mergeVersions(this.#current, this.#yours, chosen);
    if (chosen.note === 'both') merged.properties.note = bothNotes(this.#current.properties.note, this.#yours.properties.note);
    const settle = this.#settle;
    this.#settle = () => {};
    this.close();
    settle(merged);
  }
}

function bothNotes(current, yours) {
  return `${current}\n\n${yours}`;
}
