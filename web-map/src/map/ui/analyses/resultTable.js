/**
 * Rows of an answer as a table that can be sorted. With `linked` its rows are the places on the map: pointing at one, or
 * moving the focus to it, marks the place, and the other way round. Long tables show their first rows until asked.
 */
import { nameWords, plainNumber, valueWords } from '../../lib/analysisWords.js';
import { html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';
import { SortableTable } from '../sortableTable.js';

const TYPES_SHOWN = 3;
/** Longer words get a column that holds them in a few lines. */
const WIDE_FROM_LETTERS = 30;

export class ResultTable {
  static defaults = {
    caption: '',
    columns: [],
    /** Arrays of values in the order of the columns; a linked row carries its place's index as property `place`. */
    rows: [],
    linked: false,
    /** Rows shown before the reader asks for all. */
    first: 12,
    order: null,
    /** Rows there are in all, when the service sent only the first. */
    total: 0,
    onPoint: () => {},
    onZoom: () => {},
  };

  #app;
  #root;
  #options;
  #table = null;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...ResultTable.defaults, ...options };
  }

  open() {
    const { caption, rows, first, linked, order, total } = this.#options;
    const { t, locale } = this.#app;
    render(this.#root, html`<div data-table></div>${rows.length > first && html`<p class="table-more"><button type="button" class="button button--quiet button--small" data-all>${t('analysis.table.all', { count: rows.length })}</button></p>`}${total > rows.length && html`<p class="muted">${t('analysis.table.cut', { shown: rows.length, count: total })}</p>`}`);
    this.#table = new SortableTable(this.#root.querySelector('[data-table]'), {
      caption,
      locale,
      columns: this.#columns(),
      order: order ?? { key: '', direction: 'ascending' },
      most: first,
      small: true,
      wordy: true,
      rowAttributes: (row) => (linked ? { 'data-place': row.place } : {}),
    }).open();
    this.#table.show(rows);
    this.#stops = [on(this.#root, 'click', '[data-all]', () => this.#showAll())];
    if (linked) this.#link();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#table?.close();
  }

  /** Marks the row of a place; with `reveal` also brings it into sight, first of all when it would be hidden. */
  mark(place, { reveal = false } = {}) {
    if (reveal && place !== null && !this.#rowOf(place)) this.#table.pinned = this.#options.rows.find((row) => row.place === place);
    for (const row of this.#root.querySelectorAll('tr[data-place]')) row.classList.toggle('table__row--hover', Number(row.dataset.place) === place);
    if (!reveal) return;
    const row = this.#rowOf(place);
    if (!row) return;
    scrollTo(row, this.#root.closest('.panel__body'));
    row.querySelector('[data-zoom-to]').focus({ preventScroll: true });
  }

  #rowOf(place) {
    return this.#root.querySelector(`tr[data-place="${place}"]`);
  }

  #showAll() {
    this.#table.most = Infinity;
    this.#root.querySelector('.table-more')?.remove();
  }

  #link() {
    const place = (row) => Number(row.dataset.place);
    const leave = (event, row) => {
      if (row.contains(event.relatedTarget)) return;
      const focused = event.type === 'pointerout' ? document.activeElement?.closest('tr[data-place]') : null;
      this.#options.onPoint(focused && this.#root.contains(focused) ? place(focused) : null);
    };
    this.#stops.push(
      on(this.#root, 'pointerover', 'tr[data-place]', (event, row) => this.#options.onPoint(place(row))),
      on(this.#root, 'pointerout', 'tr[data-place]', leave),
      on(this.#root, 'focusin', 'tr[data-place]', (event, row) => this.#options.onPoint(place(row))),
      on(this.#root, 'focusout', 'tr[data-place]', leave),
      on(this.#root, 'click', '[data-zoom-to]', (event, button) => this.#options.onZoom(Number(button.dataset.zoomTo))),
    );
  }

  #columns() {
    const { t } = this.#app;
    const { columns, rows, linked } = this.#options;
    const all = columns.map((name, i) => {
      const numeric = rows.some((row) => typeof row[i] === 'number') && !/weekday$|^monthOfYear$/i.test(name);
      return {
        key: name,
        label: nameWords(name, t),
        numeric,
        wide: rows.some((row) => typeof row[i] !== 'number' && this.#words(name, row[i]).length > WIDE_FROM_LETTERS),
        first: numeric ? 'descending' : 'ascending',
        value: (row) => (typeof row[i] === 'number' || row[i] === null || row[i] === undefined ? row[i] : valueWords(name, row[i], t)),
        cell: (row) => html`${this.#words(name, row[i])}`,
      };
    });
    if (!linked) return all;
    const zoom = {
      key: 'show',
      label: html`<span class="visually-hidden">${t('hotspot.zoom')}</span>`,
      fixed: true,
      value: () => null,
      cell: (row) => html`<button type="button" class="button button--quiet button--icon button--small" data-zoom-to="${row.place}" aria-label="${t('analysis.table.zoom', { name: this.#nameOf(row) })}">${icon('zoom')}</button>`,
    };
    return [zoom, ...all];
  }

  /** Types of incidents have names of their own; the commonest few say enough. */
  #words(name, value) {
    const { t } = this.#app;
    if (name === 'type' && typeof value === 'string') return this.#app.typeName(value);
    if (name !== 'types' || value === null || typeof value !== 'object' || Array.isArray(value)) return valueWords(name, value, t);
    return Object.entries(value).slice(0, TYPES_SHOWN).map(([code, count]) => `${this.#app.typeName(code)} ${count}`).join(' · ');
  }

  /** What a button calls its row: the name of the place or of what it lies near, and its number in the service's order. */
  #nameOf(row) {
    const at = this.#options.columns.findIndex((name) => name === 'name' || name === 'near');
    const number = plainNumber(row.place + 1, this.#app.locale);
    return at >= 0 && typeof row[at] === 'string' ? `${row[at]} (${number})` : number;
  }
}

/** Only the panel's own body scrolls; on a phone, where the page does, the browser brings the row into sight. */
function scrollTo(row, body) {
  const [inner, outer] = [row.getBoundingClientRect(), body.getBoundingClientRect()];
  if (body.scrollHeight > body.clientHeight) body.scrollTop += inner.top - outer.top - outer.height / 3;
  else row.scrollIntoView({ block: 'center' });
}
