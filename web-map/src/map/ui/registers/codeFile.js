/**
 * A code table comes back as a file: what it would change is told first, line by line, then one click saves all of it.
 * When somebody saves in between, the file is compared anew and nothing is lost.
 */
import { formatNumber } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { countChanges, meaningsInWords, typeDifferences } from '../../lib/codeTable.js';
import { checkField, notice } from '../fields.js';
import { icon } from '../icons.js';

/** Lines drawn; the service tells no more than 500. */
const SHOWN = 200;

export class CodeFile {
  #app;
  #dialog;
  #table;
  #onSaved;
  #file = null;
  #seen = null;
  #etag = null;
  #stops = [];

  /**
   * @param {'words'|'types'} table
   * @param {(saved: {changed: number, retyped: number}) => void} onSaved
   */
  constructor(app, dialog, table, onSaved) {
    this.#app = app;
    this.#dialog = dialog;
    this.#table = table;
    this.#onSaved = onSaved;
  }

  open() {
    const { t } = this.#app;
    const words = this.#table === 'words';
    this.#dialog.title = t(`codes.file.title.${this.#table}`);
    render(
      this.#dialog.body,
      html`
        <div id="code-file" class="form">
          <p>${t('codes.file.intro')}</p>
          <p class="downloads">${icon('download')} <a href="/api/code-tables/${this.#table}.csv" download>${t('codes.file.take')}</a></p>
          <div class="field">
            <label class="field__label" for="code-file-input">${t('codes.file.choose')}</label>
            <p class="field__hint" id="code-file-hint">${t(`codes.file.hint.${this.#table}`)}</p>
            <input class="codes__file" type="file" id="code-file-input" accept=".csv,.txt,text/csv" aria-describedby="code-file-hint">
          </div>
          ${words && checkField({ name: 'code-file-whole', id: 'code-file-whole', label: t('codes.file.whole'), hint: t('codes.file.wholeHint') })}
          <div id="code-file-message" aria-live="polite"></div>
          <div class="codes__seen" id="code-file-seen"></div>
        </div>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button button--primary" id="code-file-save" disabled>${icon('check')} <span>${t('codes.file.save', { count: 0 })}</span></button>
        <button type="button" class="button" data-list="${this.#table}">${t('cancel')}</button>`,
    );
    const { body, footer } = this.#dialog;
    this.#stops = [
      on(body, 'click', '#code-file-input', (event, input) => (input.value = '')),
      on(body, 'change', '#code-file-input', (event, input) => this.#take(input.files[0])),
      on(body, 'change', '#code-file-whole', () => this.#file && this.#look()),
      on(footer, 'click', '#code-file-save', () => this.#save()),
    ];
    this.#dialog.focusTitle();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Kept as it is now: the file may be written again by a spreadsheet before it is saved. */
  async #take(file) {
    if (!file) return;
    this.#file = { name: file.name, bytes: new Blob([await file.arrayBuffer()]) };
    await this.#look();
  }

  async #look(message = html``) {
    const { api, t } = this.#app;
    this.#enable(0);
    this.#message(html`<p class="muted">${t('loading')}</p>`);
    try {
      const { body, etag } = await api.post(`/api/code-tables/${this.#table}/look`, this.#form(), { parameters: this.#parameters(), supersede: 'code-file' });
      if (!this.#isOpen()) return;
      this.#seen = body;
      this.#etag = etag;
      this.#message(message);
      this.#draw();
    } catch (error) {
      if (error.name === 'AbortError' || !this.#isOpen()) return;
      this.#seen = null;
      render(this.#part('#code-file-seen'), html``);
      this.#message(notice('danger', this.#reasons(error)));
    }
  }

  async #save() {
    const { api, t } = this.#app;
    const applyToExisting = this.#part('#code-file-apply')?.checked ?? false;
    this.#enable(0);
    try {
      const { body } = await api.post(`/api/code-tables/${this.#table}`, this.#form(), { ifMatch: this.#etag, parameters: { ...this.#parameters(), applyToExisting: applyToExisting || null } });
      if (this.#isOpen()) this.#onSaved(body);
    } catch (error) {
      if (!this.#isOpen()) return;
      if (error.status === 412) await this.#look(notice('warning', t('codes.file.stale')));
      else {
        this.#enable(this.#seen.changes);
        this.#message(notice('danger', this.#reasons(error)));
      }
    }
  }

  #draw() {
    const { t, locale } = this.#app;
    const { words, types, changes, unchanged, refused, refusals, zeros, unread } = this.#seen;
    const told = this.#table === 'words' ? words : types;
    const counts = countChanges(told);
    const whole = changes === told.length;
    const affected = words.reduce((sum, { incidents }) => sum + incidents, 0);
    render(
      this.#part('#code-file-seen'),
      html`
        <h3 class="section__title">${this.#file.name}</h3>
        <p id="code-file-sum">${changes === 0 ? t('codes.file.nothing') : whole ? t('codes.file.sum', counts) : t('codes.file.sumAll', { count: changes })} ${t('codes.file.unchanged', { count: unchanged })}</p>
        ${zeros > 0 && html`<p>${t('codes.file.zeros', { count: zeros })}</p>`}
        ${unread.length > 0 && html`<p>${t('codes.file.unread', { names: unread.join(', ') })}</p>`}
        ${refused > 0 && html`${notice('danger', t('codes.file.refused', { count: refused }))}${this.#refusals(refusals.slice(0, SHOWN))}`}
        ${told.length > 0 && this.#changes(told.slice(0, SHOWN))}
        ${told.length > SHOWN && html`<p class="muted">${t('codes.file.more', { shown: SHOWN, count: changes })}</p>`}
        ${affected > 0 && refused === 0 && html`<label class="check"><input type="checkbox" id="code-file-apply" checked><span>${t('codes.file.apply', { count: formatNumber(affected, locale, 0) })}</span></label>`}`,
    );
    this.#enable(refused > 0 ? 0 : changes);
  }

  #refusals(refusals) {
    const { t } = this.#app;
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-label="${t('codes.file.refusals')}">
        <table class="table table--small problem-table">
          <caption class="visually-hidden">${t('codes.file.refusals')}</caption>
          <thead><tr><th scope="col" class="table__number">${t('imports.table.line')}</th><th scope="col">${t('imports.problems.field')}</th><th scope="col">${t('imports.problems.value')}</th><th scope="col">${t('imports.problems.reason')}</th></tr></thead>
          <tbody>${refusals.map(({ line, field, value, reason, remedy }) => html`<tr>
            <td class="table__number">${line}</td><td>${field}</td><td class="problem-table__value">${value && html`<code>${value}</code>`}</td><td>${reason} <span class="muted">${remedy}</span></td></tr>`)}</tbody>
        </table>
      </div>`;
  }

  #changes(changes) {
    const { t, locale } = this.#app;
    const words = this.#table === 'words';
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-label="${t('codes.file.changes')}">
        <table class="table table--small codes__changes">
          <caption class="visually-hidden">${t('codes.file.changes')}</caption>
          <thead><tr><th scope="col">${t(words ? 'codes.word' : 'codes.code')}</th><th scope="col">${t('codes.file.what')}</th><th scope="col">${t('codes.file.before')}</th><th scope="col">${t('codes.file.after')}</th>${words && html`<th scope="col" class="table__number">${t('codes.here')}</th>`}</tr></thead>
          <tbody>${changes.map((each) => html`<tr>
            <th scope="row">${words ? each.word : each.after.code}</th>
            <td><span class="tag tag--code-${each.change}">${t(`codes.file.change.${each.change}`)}</span></td>
            ${words ? this.#wordCells(each) : this.#typeCells(each)}
            ${words && html`<td class="table__number">${formatNumber(each.incidents, locale, 0)}</td>`}</tr>`)}</tbody>
        </table>
      </div>`;
  }

  #wordCells({ before, after }) {
    const lines = (meanings) => meaningsInWords(meanings, (code) => this.#app.typeName(code), this.#app.t).map((line) => html`<span class="codes__period">${line}</span>`);
    return html`<td>${lines(before)}</td><td>${lines(after)}</td>`;
  }

  #typeCells({ before, after }) {
    const differences = typeDifferences(before, after);
    return html`<td>${before ? differences.map((each) => this.#typeLine(each.field, each.before)) : '–'}</td><td>${differences.map((each) => this.#typeLine(each.field, each.after))}</td>`;
  }

  #typeLine(field, value) {
    const { t } = this.#app;
    const labels = { class: 'codes.class', nameSv: 'codes.nameSv', nameEn: 'codes.nameEn', colour: 'codes.colour', kind: 'codes.kind', like: 'codes.like', retired: 'codes.retire' };
    const text = field === 'kind' ? t(`kind.${value}`) : field === 'retired' ? t(value ? 'codes.yes' : 'codes.no') : value;
    return html`<span class="codes__period"><span class="muted">${t(labels[field])}:</span> ${text}</span>`;
  }

  #form() {
    const form = new FormData();
    form.append('file', this.#file.bytes, 'table.csv');
    return form;
  }

  #parameters() {
    return { removeOthers: this.#part('#code-file-whole')?.checked ? 'true' : null };
  }

  #enable(count) {
    const button = this.#dialog.footer.querySelector('#code-file-save');
    if (!button) return;
    button.disabled = count === 0;
    render(button.querySelector('span'), html`${this.#app.t('codes.file.save', { count })}`);
  }

  #reasons(error) {
    return (error.errors ?? []).map(({ reason, remedy }) => `${reason} ${remedy ?? ''}`).join(' ') || error.detail || this.#app.t('codes.failed');
  }

  #message(markup) {
    const place = this.#part('#code-file-message');
    render(place, markup);
    place.scrollIntoView({ block: 'nearest' });
  }

  #isOpen() {
    return this.#dialog.isOpen && this.#part('#code-file') !== null;
  }

  #part(selector) {
    return this.#dialog.body.querySelector(selector);
  }
}
