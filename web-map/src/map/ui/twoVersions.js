/**
 * Somebody else has changed the same part of what several write on: both versions of each part side by side, and the reader
 * chooses. `words` says what is written on in its own words:
 *
 *     { title, name(path), content(value) }
 */
import { formatInstant } from '../lib/format.js';
import { attributes, html, on, render } from '../lib/html.js';
import { Dialog } from './dialog.js';
import { icon } from './icons.js';

export class TwoVersions {
  #app;
  #other;
  #conflicts;
  #words;
  #dialog = null;
  #settle = () => {};

  /** `other`: { who, when } of the version that is saved; `conflicts`: [{ path, current, yours }]. */
  constructor(app, other, conflicts, words) {
    this.#app = app;
    this.#other = other;
    this.#conflicts = conflicts;
    this.#words = words;
  }

  /** Resolves to [{ path, value }], or null when the reader goes back without choosing. */
  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: this.#words.title, closeLabel: t('close'), width: 'wide', onClose: () => this.#settle(null) }).open();
    render(
      this.#dialog.body,
      html`<p>${t('conflict.intro', { who: this.#other.who, when: formatInstant(this.#other.when) })}</p>
        <form id="two-versions" class="conflict">${this.#conflicts.map((conflict, i) => this.#choice(conflict, i))}</form>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button" data-close>${t('conflict.back')}</button>
        <button type="submit" class="button button--primary" form="two-versions">${icon('check')} ${t('conflict.save')}</button>`,
    );
    on(this.#dialog.body, 'submit', '#two-versions', (event) => this.#submit(event));
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
        <legend class="group__title">${this.#words.name(path)}</legend>
        <div class="conflict__choices">
          ${this.#option(i, 'current', t('conflict.theirs', { who: this.#other.who }), current)}
          ${this.#option(i, 'yours', t('conflict.yours'), yours)}
        </div>
      </fieldset>`;
  }

  #option(i, value, label, content) {
    const id = `two-versions-${i}-${value}`;
    return html`
      <div class="conflict__choice">
        <input type="radio" required ${attributes({ name: `c${i}`, id, value })}>
        <label for="${id}"><strong>${label}</strong><span class="note">${this.#words.content(content)}</span></label>
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
