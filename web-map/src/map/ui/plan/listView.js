/** The plan as a table that can be sorted, and taken to a spreadsheet as it is shown. */
import { csv } from '../../lib/actionPlan.js';
import { nameOf } from '../../lib/catalogue.js';
import { formatNumber } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { MEASURE_STATUSES } from '../../lib/measureFlow.js';
import { icon } from '../icons.js';
import { measureStatus } from '../measureRow.js';
import { SortableTable } from '../sortableTable.js';

export class ListView {
  #app;
  #options;
  #table = null;
  #features = [];
  #stops = [];

  /** @param {{entries: () => object[], onOpen: (id: string) => void}} options */
  constructor(app, options) {
    this.#app = app;
    this.#options = options;
  }

  open(root) {
    const { t, locale } = this.#app;
    render(
      root,
      html`<div class="plan__table"></div>
        <p class="downloads">${icon('download')} ${t('list.download')} <button type="button" class="link" id="plan-csv" data-csv>CSV</button></p>`,
    );
    this.#table = new SortableTable(root.querySelector('.plan__table'), {
      caption: t('plan.view.list'),
      locale,
      wordy: true,
      order: { key: 'dueOn', direction: 'ascending' },
      columns: this.#columns(),
    }).open();
    this.#stops = [
      on(root, 'click', '[data-measure]', (event, link) => this.#follow(event, link)),
      on(root, 'click', '[data-csv]', () => this.#download()),
    ];
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#table?.close();
  }

  show(features) {
    this.#features = features;
    this.#table.show(features);
  }

  #follow(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#options.onOpen(link.dataset.measure);
  }

  #columns() {
    const { t, locale } = this.#app;
    const day = (name) => ({ key: name, label: t(`field.${name}`), value: ({ properties: p }) => p[name] });
    const kronor = (part, key) => ({
      key,
      label: t(`plan.cost.short.${part}`),
      numeric: true,
      value: ({ properties: p }) => p.cost?.[part] ?? null,
      cell: ({ properties: p }) => html`${p.cost?.[part] === null || p.cost?.[part] === undefined ? '–' : formatNumber(p.cost[part], locale, 0)}`,
    });
    return [
      {
        key: 'title',
        label: t('field.title'),
        wide: true,
        value: ({ properties: p }) => p.title,
        cell: ({ id, properties: p }) => html`<a href="#page=plan&amp;item=${id}" id="row-${id}" data-measure="${id}">${p.title}</a>`,
      },
      { key: 'status', label: t('field.status'), value: ({ properties: p }) => MEASURE_STATUSES.indexOf(p.status), cell: ({ properties: p }) => html`${measureStatus(p.status, t)}` },
      { key: 'owner', label: t('field.owner'), value: ({ properties: p }) => p.owner },
      {
        ...day('dueOn'),
        cell: ({ properties: p }) => html`${p.dueOn ?? '–'} ${p.overdue && html`<span class="plan__late">${icon('alert')} ${t('plan.late')}</span>`}`,
      },
      { key: 'spot', label: t('field.spotId'), value: ({ properties: p }) => p.spotName ?? p.hotspotName, cell: ({ properties: p }) => html`${p.spotName ?? p.hotspotName ?? '–'}` },
      kronor('estimate', 'estimate'),
      kronor('outcome', 'outcome'),
    ];
  }

  #download() {
    const { t, locale } = this.#app;
    const entries = this.#options.entries();
    const kind = (code) => {
      const entry = entries.find((each) => each.code === code);
      return entry ? nameOf(entry, locale) : code;
    };
    const columns = ['title', 'code', 'status', 'owner', 'decidedOn', 'startedOn', 'dueOn', 'doneOn', 'spotId', 'funding', 'note'];
    const value = (p, name) => {
      if (name === 'status') return t(`measure.status.${p.status}`);
      if (name === 'code') return kind(p.code);
      if (name === 'spotId') return p.spotName ?? p.hotspotName;
      return p[name];
    };
    const head = ['id', ...columns.map((name) => t(`field.${name}`)), t('plan.cost.estimate'), t('plan.cost.outcome')];
    const rows = this.#features.map(({ id, properties: p }) => [Number(id), ...columns.map((name) => value(p, name)), p.cost?.estimate ?? null, p.cost?.outcome ?? null]);
    save(csv([head, ...rows]), `${t('plan.file')}.csv`, 'text/csv');
  }
}

/** Hands a text to the reader as a file. */
function save(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
