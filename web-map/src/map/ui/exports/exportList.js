/** Files that have been taken out, the latest first, found by person, kind and day; older lines are added on request. */
import { endOf, exportQuestion, takenOf } from '../../lib/exportLines.js';
import { formatInstant } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { notice, selectField, showErrors, textField } from '../fields.js';

export class ExportList {
  #app;
  #root;
  #wanted = { who: '', what: '', from: '', to: '' };
  #lines = [];
  #kinds = [];
  #more = false;
  #asked = 0;
  #stops = [];

  constructor(app, root) {
    this.#app = app;
    this.#root = root;
  }

  open() {
    const { t } = this.#app;
    this.#stops = [
      on(this.#root, 'submit', '#exports-search', (event, form) => this.#search(event, form)),
      on(this.#root, 'click', '[data-older]', () => this.#load(this.#lines.at(-1)?.id ?? null)),
      on(this.#root, 'click', '[data-retry]', () => this.#load()),
    ];
    render(
      this.#root,
      html`
        <p>${t('exports.intro')}</p>
        <form class="form exports__search" id="exports-search" novalidate aria-label="${t('exports.search')}"></form>
        <p class="muted" id="exports-count" role="status">${t('loading')}</p>
        <div id="exports-lines"></div>`,
    );
    this.#drawSearch();
    this.#load();
    return this;
  }

  close() {
    this.#asked++;
    for (const stop of this.#stops.splice(0)) stop();
  }

  #drawSearch() {
    const { t } = this.#app;
    const { who, what, from, to } = this.#wanted;
    const kinds = [{ value: '', label: t('exports.anyKind') }, ...this.#kinds.map((kind) => ({ value: kind, label: t(`exports.kind.${kind}`) }))];
    render(
      this.#root.querySelector('#exports-search'),
      html`
        ${textField({ name: 'who', label: t('exports.who') }, { value: who, maxlength: 100, autocomplete: 'off' })}
        ${selectField({ name: 'what', label: t('exports.what') }, kinds, what)}
        ${textField({ name: 'from', label: t('exports.from') }, { value: from, type: 'date' })}
        ${textField({ name: 'to', label: t('exports.to') }, { value: to, type: 'date' })}
        <div class="exports__go"><button type="submit" class="button button--primary">${t('exports.find')}</button></div>`,
    );
  }

  #search(event, form) {
    event.preventDefault();
    this.#wanted = Object.fromEntries(['who', 'what', 'from', 'to'].map((name) => [name, form.elements.namedItem(name).value]));
    this.#load();
  }

  /** `before`: the line to go on after; without, the list begins anew. */
  async #load(before = null) {
    const { api, t } = this.#app;
    const asked = ++this.#asked;
    try {
      const { body } = await api.get(exportQuestion(this.#wanted, before));
      if (asked !== this.#asked) return;
      const first = this.#kinds.length === 0;
      this.#lines = before === null ? body.exports : [...this.#lines, ...body.exports];
      this.#kinds = body.kinds;
      this.#more = body.more;
      if (first) this.#drawSearch();
      this.#draw(before);
    } catch (error) {
      if (asked !== this.#asked) return;
      const form = this.#root.querySelector('#exports-search');
      const homeless = showErrors(form, error.errors ?? []);
      if (error.errors?.length && !homeless.length) return;
      render(this.#root.querySelector('#exports-lines'), notice('danger', error.detail || t('exports.failed'), html`<button type="button" class="button" data-retry>${t('exports.again')}</button>`));
    }
  }

  #draw(before) {
    const { t } = this.#app;
    showErrors(this.#root.querySelector('#exports-search'), []);
    render(this.#root.querySelector('#exports-count'), html`${t('exports.count', { count: this.#lines.length })}`);
    const heads = ['when', 'who', 'what', 'filter', 'end'];
    render(
      this.#root.querySelector('#exports-lines'),
      this.#lines.length === 0
        ? html`<p class="empty">${t('exports.none')}</p>`
        : html`
          <div class="table-scroll" tabindex="0" role="region" aria-label="${t('exports.part.files')}">
            <table class="table table--small table--cards exports__table"><caption class="visually-hidden">${t('exports.part.files')}</caption>
              <thead><tr>${heads.map((head) => html`<th scope="col">${t(`exports.column.${head}`)}</th>`)}</tr></thead>
              <tbody>${this.#lines.map((line) => this.#row(line))}</tbody>
            </table>
          </div>
          ${this.#more && html`<p><button type="button" class="button" data-older>${t('exports.older')}</button></p>`}`,
    );
    // who reads on from the keyboard goes on at the first new line
    if (before !== null) this.#root.querySelector(`#export-${this.#lines.find(({ id }) => id < before)?.id}`)?.focus();
  }

  #row(line) {
    const { t } = this.#app;
    const { name, form } = takenOf(line.address);
    const end = endOf(line);
    const column = (key) => t(`exports.column.${key}`);
    return html`
      <tr>
        <th scope="row" tabindex="-1" ${attributes({ id: `export-${line.id}` })}>${formatInstant(line.at)}</th>
        <td data-label="${column('who')}">${line.who}</td>
        <td data-label="${column('what')}"><span><strong>${t(`exports.kind.${line.what}`)}</strong>${name && html` ${t.has(`exports.layer.${name}`) ? t(`exports.layer.${name}`) : name}`}${form && html` (${form.toUpperCase()})`} <code class="exports__address">${line.address}</code></span></td>
        <td data-label="${column('filter')}">${line.filter ? html`<code class="exports__address">${line.filter}</code>` : t('exports.noFilter')}</td>
        <td data-label="${column('end')}">${t(`exports.end.${line.shown && end === 'sent' ? 'shown' : end}`)}</td>
      </tr>`;
  }
}
