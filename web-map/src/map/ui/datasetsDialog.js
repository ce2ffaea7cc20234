/** What data there are, where they come from, and the way to take a data set back. */
import { IMPORT_ROLES } from '../lib/audience.js';
import { html, on, render } from '../lib/html.js';
import { formatDate, formatInstant, formatNumber } from '../lib/format.js';
import { Dialog } from './dialog.js';
import { notice } from './fields.js';
import { icon } from './icons.js';
import { SortableTable } from './sortableTable.js';

export class DatasetsDialog {
  #app;
  #dialog;
  #table;
  #asked = null;
  #stop = () => {};

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { t, locale, datasets } = this.#app;
    this.#dialog = new Dialog({ title: t('datasets.title'), closeLabel: t('close'), width: 'wide', onClose: () => this.#closed() }).open();
    render(this.#dialog.body, html`<div id="datasets-message"></div><div id="datasets-table"></div>`);
    this.#table = new SortableTable(this.#dialog.body.querySelector('#datasets-table'), { caption: t('datasets.title'), locale, columns: this.#columns(), order: { key: 'imported', direction: 'descending' } }).open();
    on(this.#dialog.body, 'click', '[data-show]', (event, button) => this.#show(button.dataset.show));
    on(this.#dialog.body, 'click', '[data-withdraw]', (event, button) => this.#ask(button.dataset.withdraw));
    on(this.#dialog.body, 'click', '[data-sure]', () => this.#withdraw());
    on(this.#dialog.body, 'click', '[data-keep]', () => this.#message(html``));
    render(this.#dialog.footer, html`<button type="button" class="button" data-close>${t('close')}</button>`);
    this.#stop = datasets.subscribe(({ body }) => this.#table.show(body?.datasets ?? []));
    return this;
  }

  close() {
    this.#dialog.close();
  }

  #closed() {
    this.#stop();
    this.#table.close();
  }

  #columns() {
    const { t, locale } = this.#app;
    const mayWithdraw = this.#app.can(...IMPORT_ROLES);
    return [
      { key: 'name', label: t('column.name'), value: (d) => d.name, cell: (d) => html`${d.name} ${d.invented && html`<span class="tag tag--invented">${t('datasets.invented')}</span>`}` },
      { key: 'kind', label: t('import.kind'), value: (d) => t(`kind.${d.kind}`), cell: (d) => html`${t(`kind.${d.kind}`)}${d.role && html`: ${t(`baseRole.${d.role}`)}`}` },
      { key: 'rows', label: t('import.rows'), numeric: true, first: 'descending', value: (d) => d.rows, cell: (d) => formatNumber(d.rows, locale, 0) },
      { key: 'period', label: t('datasets.period'), value: (d) => d.from, cell: (d) => (d.from ? `${formatDate(d.from)} – ${formatDate(d.to)}` : '–') },
      { key: 'crs', label: t('import.crs'), value: (d) => d.crs },
      { key: 'imported', label: t('datasets.imported'), first: 'descending', value: (d) => d.importedAt, cell: (d) => formatInstant(d.importedAt) },
      {
        key: 'actions',
        label: t('datasets.actions'),
        fixed: true,
        value: () => null,
        cell: (d) => html`
          ${d.bounds && html`<button type="button" class="button button--quiet button--small" data-show="${d.id}">${icon('zoom')} ${t('hotspot.zoom')}</button>`}
          ${mayWithdraw && html`<button type="button" class="button button--quiet button--small" data-withdraw="${d.id}">${icon('undo')} ${t('datasets.withdraw')}</button>`}`,
      },
    ];
  }

  #find(id) {
    return this.#app.datasets.value.body.datasets.find((d) => String(d.id) === id);
  }

  #message(markup) {
    render(this.#dialog.body.querySelector('#datasets-message'), markup);
  }

  #show(id) {
    const { bounds, group, kind } = this.#find(id);
    this.close();
    if (kind !== 'base' && group && group !== this.#app.group?.id) this.#app.chooseGroup(group);
    this.#app.map.fit(bounds);
  }

  #ask(id) {
    const { t } = this.#app;
    this.#asked = id;
    const { name, rows } = this.#find(id);
    this.#message(
      notice(
        'warning',
        t('datasets.sure', { name, count: rows }),
        html`<div class="button-row"><button type="button" class="button button--danger" id="datasets-sure" data-sure>${t('datasets.withdraw')}</button><button type="button" class="button" data-keep>${t('cancel')}</button></div>`,
      ),
    );
    this.#dialog.body.querySelector('#datasets-sure').focus();
  }

  async #withdraw() {
    const { api, bus, t, datasets } = this.#app;
    const { name } = this.#find(this.#asked);
    try {
      await api.delete(`/api/datasets/${encodeURIComponent(this.#asked)}`);
      this.#message(notice('success', t('datasets.withdrawn', { name })));
      bus.emit('data:changed');
      await datasets.reload();
    } catch (error) {
      this.#message(notice('danger', error.detail || t('datasets.withdrawFailed')));
    }
  }
}
