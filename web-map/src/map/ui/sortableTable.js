/**
 * A table whose columns can be sorted by a button in the head. The order is told by `aria-sort`; the body is drawn
 * again in place, so that the focus stays on the button.
 */
import { attributes, html, on, render } from '../lib/html.js';
import { sorted } from '../lib/sorting.js';

export class SortableTable {
  static defaults = {
    caption: '',
    locale: 'sv',
    /** [{ key, label, value: row => text|number|null, cell?: row => Markup, numeric?, wide?, fixed?,
     *  first?: 'ascending'|'descending' }]; a `fixed` column is not sorted by */
    columns: [],
    /** { key, direction }; a key that is no column keeps the order the rows came in */
    order: null,
    rowAttributes: () => ({}),
    /** Rows shown at most. */
    most: Infinity,
    small: false,
    /** Words keep a width that reads; the table may then be scrolled sideways. */
    wordy: false,
    /** On a narrow screen each row is a card, every cell beside the name of its column. */
    stacks: false,
  };

  #root;
  #options;
  #order;
  #rows = [];
  #pinned = null;
  #stop = () => {};

  constructor(root, options = {}) {
    this.#root = root;
    this.#options = { ...SortableTable.defaults, ...options };
    this.#order = this.#options.order ?? { key: this.#options.columns[0].key, direction: 'ascending' };
  }

  open() {
    const { caption, columns } = this.#options;
    render(
      this.#root,
      html`
        <div class="table-scroll" tabindex="0" role="region" aria-label="${caption}">
          <table class="table ${this.#options.small && 'table--small'} ${this.#options.wordy && 'table--wordy'} ${this.#options.stacks && 'table--stacks'}">
            <caption class="visually-hidden">${caption}</caption>
            <thead><tr>${columns.map((column) => html`
              <th scope="col" data-column="${column.key}" class="${column.numeric ? 'table__number' : ''}">
                ${column.fixed ? column.label : html`<button type="button" class="table__sort" data-sort="${column.key}">${column.label}<span class="table__arrow" aria-hidden="true"></span></button>`}
              </th>`)}
            </tr></thead>
            <tbody></tbody>
          </table>
        </div>`,
    );
    this.#stop = on(this.#root, 'click', '[data-sort]', (event, button) => this.#sortBy(button.dataset.sort));
    return this;
  }

  close() {
    this.#stop();
    this.#root.replaceChildren();
  }

  show(rows) {
    this.#rows = rows;
    this.#draw();
  }

  /** A row that stands first, whatever the order; null for none. */
  set pinned(row) {
    this.#pinned = row;
    this.#draw();
  }

  /** Shows more or fewer rows. */
  set most(most) {
    this.#options.most = most;
    this.#draw();
  }

  #sortBy(key) {
    const column = this.#options.columns.find((c) => c.key === key);
    const first = column.first ?? 'ascending';
    const turned = this.#order.direction === 'ascending' ? 'descending' : 'ascending';
    this.#order = { key, direction: this.#order.key === key ? turned : first };
    this.#draw();
  }

  #draw() {
    const { columns, locale, rowAttributes, most } = this.#options;
    const { key, direction } = this.#order;
    const column = columns.find((c) => c.key === key);
    for (const head of this.#root.querySelectorAll('[data-column]')) {
      if (head.dataset.column === key) head.setAttribute('aria-sort', direction);
      else head.removeAttribute('aria-sort');
    }
    const inOrder = column ? sorted(this.#rows, column.value, direction, locale) : this.#rows;
    const rows = this.#pinned ? [this.#pinned, ...inOrder.filter((row) => row !== this.#pinned)].slice(0, most) : inOrder.slice(0, most);
    render(
      this.#root.querySelector('tbody'),
      html`${rows.map((row) => html`<tr ${attributes(rowAttributes(row))}>${columns.map((c) => html`
        <td data-label="${c.label}" class="${c.numeric ? 'table__number' : c.wide ? 'table__wide' : ''}">${c.cell ? c.cell(row) : c.value(row)}</td>`)}</tr>`)}`,
    );
  }
}
