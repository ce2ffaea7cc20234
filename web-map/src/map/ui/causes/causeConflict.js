/** Somebody else saved the card while you wrote: part by part both versions stand side by side, and you choose. */
import { differingParts, mergeCards, partOf, PERSPECTIVES } from '../../lib/causeCard.js';
import { formatInstant } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { Dialog } from '../dialog.js';
import { icon } from '../icons.js';

const CHOICE_BY_CHANGER = { you: 'yours', them: 'current', both: null };

export class CauseConflict {
  #app;
  #entry;
  #yours;
  #parts;
  #dialog = null;
  #settle = () => {};

  /**
   * @param {object} entry what the service has: { state, version, updatedBy, updatedAt }
   * @param {object} yours card that was to be saved
   * @param {?object} base card that both began with
   */
  constructor(app, entry, yours, base) {
    this.#app = app;
    this.#entry = entry;
    this.#yours = yours;
    this.#parts = differingParts(entry.state, yours, base);
  }

  /** Asks; resolves to the merged card, or null when the reader goes back. */
  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('cause.conflict'), closeLabel: t('close'), width: 'wide', onClose: () => this.#settle(null) }).open();
    render(this.#dialog.body, this.#body());
    render(
      this.#dialog.footer,
      html`
        <button type="button" class="button" data-close>${t('cause.conflictBack')}</button>
        <button type="submit" class="button button--primary" form="cause-conflict">${icon('check')} ${t('conflict.save')}</button>`,
    );
    on(this.#dialog.body, 'submit', '#cause-conflict', (event) => this.#submit(event));
    on(this.#dialog.body, 'click', '[data-all]', (event, button) => this.#chooseAll(button.dataset.all));
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #body() {
    const { t } = this.#app;
    const { updatedBy, updatedAt } = this.#entry;
    return html`
      <p>${t('cause.conflictIntro', { who: updatedBy, when: formatInstant(updatedAt) })}</p>
      <div class="button-row">
        <button type="button" class="button button--small" data-all="current">${t('conflict.allTheirs', { who: updatedBy })}</button>
        <button type="button" class="button button--small" data-all="yours">${t('conflict.allYours')}</button>
      </div>
      <form id="cause-conflict" class="conflict">
        ${this.#parts.length === 0 && html`<p>${t('conflict.same')}</p>`}
        ${this.#parts.map(({ part, changedBy }) => html`
          <fieldset class="conflict__field">
            <legend class="group__title">${t(`cause.part.${part}`)} <span class="tag">${t(`conflict.changedBy.${changedBy}`, { who: updatedBy })}</span></legend>
            <div class="conflict__choices">
              ${this.#option(part, 'current', t('conflict.theirs', { who: updatedBy }), this.#entry.state, changedBy)}
              ${this.#option(part, 'yours', t('conflict.yours'), this.#yours, changedBy)}
            </div>
          </fieldset>`)}
      </form>`;
  }

  #option(part, value, label, card, changedBy) {
    const lines = this.#lines(part, partOf(card, part));
    return html`
      <div class="conflict__choice">
        <input type="radio" required ${attributes({ name: part, id: `conflict-${part}-${value}`, value, checked: CHOICE_BY_CHANGER[changedBy] === value })}>
        <label for="conflict-${part}-${value}"><strong>${label}</strong>
          ${lines.length === 0 ? html`<span class="note">${this.#app.t('conflict.empty')}</span>` : lines.map((line) => html`<span class="note conflict__line">${line}</span>`)}</label>
      </div>`;
  }

  #lines(part, value) {
    const { t } = this.#app;
    if (part === 'problem') return ['what', 'where', 'when', 'who'].filter((name) => value[name]).map((name) => `${t(`problem.${name}`)}: ${value[name]}`);
    if (part === 'types') return value.map((code) => this.#app.typeName(code));
    if (part === 'hypotheses') return value.map(({ words, verdict, ground }) => `${words} (${t(`verdict.${verdict}`)})${ground ? ` – ${ground}` : ''}`);
    if (!PERSPECTIVES.includes(part)) return value;
    return value.flatMap(({ words, causes }) => [words, ...causes.map((cause) => `– ${cause.words}`)]);
  }

  #chooseAll(version) {
    for (const { part } of this.#parts) document.getElementById(`conflict-${part}-${version}`).checked = true;
  }

  #submit(event) {
    event.preventDefault();
    const merged = mergeCards(this.#entry.state, this.#yours, Object.fromEntries(new FormData(event.target)));
    const settle = this.#settle;
    this.#settle = () => {};
    this.#dialog.close();
    settle(merged);
  }
}
