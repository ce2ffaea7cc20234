/** Somebody else has changed the same part of a publication: both versions side by side, and the reader chooses. */
import { formatInstant } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { Dialog } from '../dialog.js';
import { icon } from '../icons.js';

export class PublicationConflict {
  #app;
  #other;
  #conflicts;
  #dialog = null;
  #settle = () => {};

  /** `other`: { who, when } of the version that is saved; `conflicts`: as mergePlans tells them. */
  constructor(app, other, conflicts) {
    this.#app = app;
    this.#other = other;
    this.#conflicts = conflicts;
  }

  /** Resolves to [{ path, value }], or null when the reader goes back without choosing. */
  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('publish.conflict'), closeLabel: t('close'), width: 'wide', onClose: () => this.#settle(null) }).open();
    render(
      this.#dialog.body,
      html`<p>${t('conflict.intro', { who: this.#other.who, when: formatInstant(this.#other.when) })}</p>
        <form id="publication-conflict" class="conflict">${this.#conflicts.map((conflict, i) => this.#choice(conflict, i))}</form>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button" data-close>${t('conflict.back')}</button>
        <button type="submit" class="button button--primary" form="publication-conflict">${icon('check')} ${t('conflict.save')}</button>`,
    );
    on(this.#dialog.body, 'submit', '#publication-conflict', (event) => this.#submit(event));
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  close() {
    this.#dialog.close();
  }

  #choice({ path, current, yours }, i) {
    const { t } = this.#app;
    return html`
      <fieldset class="conflict__field">
        <legend class="group__title">${fieldName(path, t)}</legend>
        <div class="conflict__choices">
          ${this.#option(i, 'current', t('conflict.theirs', { who: this.#other.who }), current)}
          ${this.#option(i, 'yours', t('conflict.yours'), yours)}
        </div>
      </fieldset>`;
  }

  #option(i, value, label, content) {
    const id = `publication-conflict-${i}-${value}`;
    return html`
      <div class="conflict__choice">
        <input type="radio" required ${attributes({ name: `c${i}`, id, value })}>
        <label for="${id}"><strong>${label}</strong><span class="note">${valueWords(content, this.#app.t)}</span></label>
      </div>`;
  }

  #submit(event) {
    event.preventDefault();
    const chosen = new FormData(event.target);
    const settle = this.#settle;
    this.#settle = () => {};
    this.#dialog.close();
    settle(this.#conflicts.map(({ path, current, yours }, i) => ({ path, value: chosen.get(`c${i}`) === 'yours' ? yours : current })));
  }
}

/** "Texten på sidan (engelska)", "Åtgärder, nummer 12". */
function fieldName([field, part], t) {
  const name = t(`publish.field.${field}`);
  if (part === undefined) return name;
  return typeof part === 'number' ? t('publish.fieldThing', { name, id: String(part) }) : t('publish.fieldIn', { name, language: t(`publish.language.${part}`) });
}

function valueWords(value, t) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) return t('publish.nothing');
  if (typeof value === 'boolean') return t(value ? 'publish.yes' : 'publish.no');
  if (Array.isArray(value)) return value.map((each) => valueWords(each, t)).join('\n');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, each]) => `${t.has(`publish.field.${name}`) ? t(`publish.field.${name}`) : t.has(`publish.language.${name}`) ? t(`publish.language.${name}`) : name}: ${valueWords(each, t)}`)
    .join('\n');
}
