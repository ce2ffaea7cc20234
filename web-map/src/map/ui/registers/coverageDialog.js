/**
 * How much of the published crime counts is among the data here, for each type, year and quarter; and the way to enter
 * what has been published. A picture of an extract that misses half the bicycle thefts must say so.
 */
import { IMPORT_ROLES } from '../../lib/audience.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { formatDate, formatNumber, formatShare } from '../../lib/format.js';
import { lowest, pasted, publishedOf, verdict, wholeNumber, withCount, written, yearTable, years } from '../../lib/coverageTable.js';
import { Dialog } from '../dialog.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';

export class CoverageDialog {
  #app;
  #dialog;
  #answer = null;
  #counts = [];
  #year = null;
  #may;
  #changed = false;

  constructor(app) {
    this.#app = app;
    this.#may = app.can(...IMPORT_ROLES);
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('coverage.title'), closeLabel: t('close'), width: 'wide', mayClose: () => this.#mayClose() }).open();
    const { body, footer } = this.#dialog;
    on(body, 'change', '#coverage-year', (event, select) => this.#choose(Number(select.value)));
    on(body, 'change', '[data-cell]', (event, input) => this.#write(input));
    on(body, 'click', '[data-paste]', () => this.#paste());
    on(body, 'click', '[data-drop]', () => this.#drop());
    on(footer, 'click', '[data-save]', () => this.#save());
    render(body, html`<p class="muted">${t('loading')}</p>`);
    this.#load();
    return this;
  }

  close() {
    this.#dialog.close();
  }

  /** What is written and not saved is not thrown away without a question. */
  #mayClose() {
    if (!this.#changed) return true;
    const { t } = this.#app;
    this.#message(notice('warning', t('coverage.unsaved'), html`<div class="button-row"><button type="button" class="button button--danger" data-drop>${t('coverage.dropChanges')}</button></div>`));
    return false;
  }

  #drop() {
    this.#changed = false;
    this.close();
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#take((await api.get('/api/coverage', { parameters: { datasets: this.#app.lookedAt.join(',') } })).body);
    } catch (error) {
      if (this.#dialog.isOpen) render(this.#dialog.body, notice('danger', error.detail || t('coverage.failed')));
    }
  }

  #take(answer) {
    if (!this.#dialog.isOpen) return;
    this.#answer = answer;
    this.#counts = publishedOf(answer.rows);
    this.#changed = false;
    this.#year ??= years(answer.rows)[0] ?? new Date().getFullYear();
    this.#draw();
  }

  #draw() {
    const { t, locale } = this.#app;
    const { rows, from, to, withoutTime } = this.#answer;
    const choices = [...new Set([...years(rows), this.#year, (years(rows)[0] ?? this.#year) + 1])].sort((a, b) => b - a);
    render(
      this.#dialog.body,
      html`
        <p>${t('coverage.intro')}</p>
        <p class="muted">${from ? t('coverage.covers', { from: formatDate(from), to: formatDate(to) }) : t('coverage.noData')} ${withoutTime > 0 && t('coverage.withoutTime', { count: withoutTime })}</p>
        ${this.#summary()}
        <div id="coverage-message" aria-live="polite"></div>
        <div class="field"><label class="field__label" for="coverage-year">${t('coverage.year')}</label>
          <select class="input input--select" id="coverage-year">${choices.map((year) => html`<option ${attributes({ value: year, selected: year === this.#year })}>${year}</option>`)}</select></div>
        <div id="coverage-table"></div>
        ${this.#may && html`
          <details class="section"><summary>${t('coverage.pasteTitle')}</summary>
            <p class="field__hint" id="coverage-paste-hint">${t('coverage.pasteHint')}</p>
            <label class="visually-hidden" for="coverage-paste">${t('coverage.pasteTitle')}</label>
            <textarea class="input input--area" id="coverage-paste" rows="5" aria-describedby="coverage-paste-hint"></textarea>
            <button type="button" class="button" data-paste>${icon('add')} ${t('coverage.pasteAdd')}</button>
          </details>`}`,
    );
    this.#drawTable();
    render(
      this.#dialog.footer,
      html`${this.#may && html`<button type="button" class="button button--primary" id="coverage-save" data-save>${icon('check')} ${t('save')}</button>`}
        <button type="button" class="button" data-close>${t('close')}</button>`,
    );
  }

  #summary() {
    const { t, locale } = this.#app;
    const worst = lowest(this.#answer.rows);
    if (worst.length === 0) return html``;
    const places = worst.map((row) => t('coverage.worst', { type: this.#app.typeName(row.type), period: this.#period(row), share: formatShare(row.share, locale), here: formatNumber(row.here, locale, 0), published: formatNumber(row.published, locale, 0) }));
    return notice('warning', t('coverage.low', { places: places.join('; ') }));
  }

  #period({ year, quarter }) {
    return quarter === 0 ? String(year) : this.#app.t('coverage.quarterOf', { quarter, year });
  }

  #drawTable() {
    const { t, types } = this.#app;
    const codes = (types.value.body?.types ?? []).filter(({ code, kind }) => kind === 'crime' || this.#answer.rows.some((row) => row.type === code && row.published !== null)).map(({ code }) => code);
    const lines = yearTable(this.#answer.rows, this.#year, codes);
    const entered = new Set(lines.map(({ type }) => type));
    const others = this.#may ? codes.filter((code) => !entered.has(code)) : [];
    const heads = [t('coverage.wholeYear'), ...[1, 2, 3, 4].map((quarter) => t('coverage.quarter', { quarter }))];
    const place = this.#dialog.body.querySelector('#coverage-table');
    if (lines.length + others.length === 0) {
      render(place, html`<p class="empty">${t('coverage.empty')}</p>`);
      return;
    }
    render(
      place,
      html`
        <div class="table-scroll" tabindex="0" role="region" aria-label="${t('coverage.title')} ${this.#year}">
          <table class="table coverage">
            <caption class="visually-hidden">${t('coverage.title')} ${this.#year}</caption>
            <thead><tr><th scope="col">${t('coverage.type')}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
            <tbody>
              ${lines.map(({ type, cells }) => this.#line(type, cells, heads))}
              ${others.map((type) => this.#line(type, [null, null, null, null, null], heads))}
            </tbody>
          </table>
        </div>`,
    );
  }

  #line(type, cells, heads) {
    return html`<tr><th scope="row">${this.#app.typeName(type)}</th>${cells.map((cell, quarter) => html`<td>${this.#cell(type, cell, quarter, heads[quarter])}</td>`)}</tr>`;
  }

  #cell(type, cell, quarter, head) {
    const { t, locale } = this.#app;
    const count = this.#counts.find((each) => each.type === type && each.year === this.#year && each.quarter === quarter);
    const here = cell?.here ?? 0;
    const judged = verdict(cell);
    const words = judged ? t(`coverage.verdict.${judged}`, { share: formatShare(cell.share, locale) }) : '';
    const label = t('coverage.cell', { type: this.#app.typeName(type), period: `${head} ${this.#year}` });
    return html`
      ${this.#may ? html`<input class="input coverage__number" inputmode="numeric" aria-label="${label}" data-cell data-type="${type}" data-quarter="${quarter}" value="${count ? count.number : ''}">` : count && html`<span>${formatNumber(count.number, locale, 0)}</span>`}
      <span class="coverage__here">${t('coverage.here', { count: formatNumber(here, locale, 0) })}</span>
      ${words && html`<span class="coverage__share coverage__share--${judged}">${words}</span>`}`;
  }

  #choose(year) {
    this.#year = year;
    this.#drawTable();
  }

  #write(input) {
    const { t } = this.#app;
    const number = wholeNumber(input.value);
    if (Number.isNaN(number)) {
      input.setAttribute('aria-invalid', 'true');
      this.#message(notice('danger', t('coverage.notNumber', { value: input.value })));
      return;
    }
    input.removeAttribute('aria-invalid');
    this.#message(html``);
    this.#counts = withCount(this.#counts, { type: input.dataset.type, year: this.#year, quarter: Number(input.dataset.quarter), number, source: t('coverage.source') });
    this.#changed = true;
  }

  #paste() {
    const { t, types } = this.#app;
    const area = this.#dialog.body.querySelector('#coverage-paste');
    const all = types.value.body?.types ?? [];
    const codeOf = (word) => all.find(({ code, nameSv, nameEn }) => [code, nameSv, nameEn].some((name) => name.toLocaleLowerCase('sv') === word.toLocaleLowerCase('sv')))?.code ?? null;
    const { counts, wrong } = pasted(area.value, codeOf, t('coverage.source'));
    for (const count of counts) this.#counts = withCount(this.#counts, count);
    this.#changed ||= counts.length > 0;
    if (counts.length > 0) this.#year = counts[0].year;
    this.#drawTable();
    area.value = wrong.map(({ text }) => text).join('\n');
    this.#message(notice(wrong.length ? 'warning' : 'success', [t('coverage.pasted', { count: counts.length }), wrong.length ? t('coverage.pastedWrong', { count: wrong.length, lines: wrong.slice(0, 10).map(({ line }) => line).join(', ') }) : ''].join(' ')));
  }

  async #save() {
    const { api, t } = this.#app;
    const button = this.#dialog.footer.querySelector('#coverage-save');
    if (this.#dialog.body.querySelector('[data-cell][aria-invalid]')) {
      this.#dialog.body.querySelector('[data-cell][aria-invalid]').focus();
      return;
    }
    button.disabled = true;
    try {
      const { body } = await api.put('/api/coverage', { counts: this.#counts }, { ifMatch: `"v${this.#answer.version}"`, parameters: { datasets: this.#app.lookedAt.join(',') } });
      this.#take(body);
      this.#message(notice('success', t('coverage.saved')));
    } catch (error) {
      if (!this.#dialog.isOpen) return;
      if (error.status === 412) return this.#onTop();
      button.disabled = false;
      const reasons = error.errors.slice(0, 5).map((e) => `${e.reason} ${e.remedy ?? ''}`);
      this.#message(notice('danger', [error.code === 'network' ? t('form.noContact') : error.detail, ...reasons].filter(Boolean).join(' ') || t('coverage.failed')));
    }
  }

  /** Somebody has saved meanwhile: their numbers are fetched, and what is written here is laid on top, to be looked at and saved. */
  async #onTop() {
    const mine = written(publishedOf(this.#answer.rows), this.#counts);
    await this.#load();
    if (!this.#dialog.isOpen) return;
    for (const count of mine) this.#counts = withCount(this.#counts, count);
    this.#changed = mine.length > 0;
    this.#drawTable();
    this.#message(notice('warning', this.#app.t('coverage.onTop', { count: mine.length })));
  }

  #message(markup) {
    const place = this.#dialog.isOpen && this.#dialog.body.querySelector('#coverage-message');
    if (!place) return;
    render(place, markup);
    place.scrollIntoView({ block: 'nearest' });
  }
}
