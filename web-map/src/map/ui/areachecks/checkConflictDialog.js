/** Somebody else wrote in the same check: both versions side by side, and the reader chooses; nothing is lost unseen. */
import { checkDifferences } from '../../lib/areaCheck.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { Dialog } from '../dialog.js';
import { icon } from '../icons.js';
import { inWords } from './checkWords.js';

const CHOICE_BY_CHANGER = { you: 'yours', them: 'current', both: null };

export class CheckConflictDialog {
  #app;
  #versions;
  #differences;
  #dialog = null;
  #settle = () => {};

  /** @param {{current: object, yours: object, base: object, who: string, aspects: object[]}} versions */
  constructor(app, versions) {
    this.#app = app;
    this.#versions = versions;
    this.#differences = checkDifferences(versions.current, versions.yours, versions.base);
  }

  /** Asks; resolves to the choices by field, or null when the reader goes back to the form. */
  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('areaCheck.conflict'), closeLabel: t('close'), width: 'wide', onClose: () => this.#settle(null) }).open();
    render(
      this.#dialog.body,
      html`
        <p>${t('areaCheck.conflictIntro', { who: this.#versions.who })}</p>
        <form id="check-conflict" class="conflict">
          ${this.#differences.length === 0 && html`<p>${t('areaCheck.conflictSame')}</p>`}
          ${this.#differences.map((difference) => this.#choice(difference))}
        </form>`,
    );
    render(
      this.#dialog.footer,
      html`
        <button type="button" class="button" data-close>${t('conflict.back')}</button>
        <button type="submit" class="button button--primary" form="check-conflict">${icon('check')} ${t('conflict.save')}</button>`,
    );
    on(this.#dialog.body, 'submit', '#check-conflict', (event) => this.#submit(event));
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #choice({ field, current, yours, changedBy }) {
    const { t } = this.#app;
    const { who } = this.#versions;
    return html`
      <fieldset class="conflict__field">
        <legend class="group__title">${this.#name(field)} <span class="tag">${t(`conflict.changedBy.${changedBy}`, { who })}</span></legend>
        <div class="conflict__choices">
          ${[['current', t('conflict.theirs', { who }), current], ['yours', t('conflict.yours'), yours]].map(([value, label, content]) => html`
            <div class="conflict__choice">
              <input type="radio" required ${attributes({ name: field, id: `check-conflict-${field}-${value}`, value, checked: CHOICE_BY_CHANGER[changedBy] === value })}>
              <label for="check-conflict-${field}-${value}"><strong>${label}</strong><span class="note">${this.#words(content)}</span></label>
            </div>`)}
        </div>
      </fieldset>`;
  }

  #name(field) {
    const { t, locale } = this.#app;
    if (field === 'title') return t('areaCheck.name');
    if (field === 'caseNumber') return t('areaCheck.caseNumber');
    return inWords(this.#versions.aspects.find(({ id }) => id === field)?.name, locale) || field;
  }

  #words(content) {
    const { t } = this.#app;
    if (typeof content === 'string') return content || t('areaCheck.nothing');
    return [t(`areaCheck.state.${content.state}`), content.note].filter(Boolean).join(': ');
  }

  #submit(event) {
    event.preventDefault();
    const choices = Object.fromEntries(new FormData(event.target));
    const settle = this.#settle;
    this.#settle = () => {};
    this.#dialog.close();
    settle(choices);
  }
}
