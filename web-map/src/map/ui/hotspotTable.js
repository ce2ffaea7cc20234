/** All hotspots of the present selection as one wide table: the map's twin for those who read rather than look. */
import { html, on, render } from '../lib/html.js';
import { formatArea, formatNumber, formatShare } from '../lib/format.js';
import { comparisonOf, expectedInterval } from '../lib/comparisonWords.js';
import { knownFeature } from '../lib/knownFeature.js';
import { leastCount, toldCount } from '../lib/told.js';
import { Dialog } from './dialog.js';
import { SortableTable } from './sortableTable.js';
import { statusChip, streamTag } from './statusChip.js';

export class HotspotTable {
  #app;
  #onOpen;
  #dialog;
  #table = null;

  /** @param {(feature: object) => void} onOpen told which hotspot the reader wants to see */
  constructor(app, onOpen) {
    this.#app = app;
    this.#onOpen = onOpen;
  }

  open() {
    const { t, locale, hotspots } = this.#app;
    this.#dialog = new Dialog({ title: t('list.tableTitle'), closeLabel: t('close'), width: 'wide', onClose: () => this.#table?.close() }).open();
    this.#table = new SortableTable(this.#dialog.body, { caption: t('list.tableTitle'), locale, columns: this.#columns(), order: { key: 'rank', direction: 'ascending' } }).open();
    this.#table.show(hotspots.value.body?.features ?? []);
    on(this.#dialog.body, 'click', '[data-open]', (event, button) => this.#choose(button.dataset.open));
    render(this.#dialog.footer, html`<button type="button" class="button" data-close>${t('close')}</button>`);
    return this;
  }

  close() {
    this.#dialog.close();
  }

  #choose(id) {
    const feature = knownFeature(this.#app.hotspots, id);
    this.close();
    this.#onOpen(feature);
  }

  #columns() {
    const { t, locale } = this.#app;
    const number = (value, decimals = 0) => (value === null || value === undefined ? '–' : formatNumber(value, locale, decimals));
    return [
      { key: 'rank', label: t('column.rank'), numeric: true, value: (f) => f.properties.rank },
      { key: 'name', label: t('column.name'), value: (f) => f.properties.name, cell: (f) => html`<button type="button" class="link" data-open="${f.id}">${f.properties.name}</button>` },
      { key: 'stream', label: t('column.stream'), value: (f) => f.properties.stream, cell: (f) => streamTag(f.properties.stream, t) },
      { key: 'status', label: t('column.status'), value: (f) => t(`status.${comparisonOf(f.properties).status}`), cell: (f) => statusChip(comparisonOf(f.properties).status, t) },
      { key: 'count', label: t('column.count'), numeric: true, first: 'descending', value: (f) => leastCount(f.properties), cell: (f) => toldCount(f.properties) ?? '–' },
      { key: 'expected', label: t('column.expected'), numeric: true, first: 'descending', value: (f) => comparisonOf(f.properties).expected, cell: (f) => expectedInterval(comparisonOf(f.properties), locale) },
      { key: 'type', label: t('column.mainType'), value: (f) => (f.properties.types[0] ? this.#app.typeName(f.properties.types[0].code) : null) },
      { key: 'area', label: t('column.area'), numeric: true, first: 'descending', value: (f) => f.properties.areaM2, cell: (f) => formatArea(f.properties.areaM2, locale) },
      { key: 'density', label: t('column.density'), numeric: true, first: 'descending', value: (f) => f.properties.perKm2, cell: (f) => number(f.properties.perKm2) },
      { key: 'dark', label: t('column.dark'), numeric: true, first: 'descending', value: (f) => f.properties.darkShare, cell: (f) => (f.properties.darkShare === null || f.properties.darkShare === undefined ? '–' : formatShare(f.properties.darkShare, locale)) },
      { key: 'measures', label: t('column.measures'), numeric: true, first: 'descending', value: (f) => f.properties.openMeasures },
    ];
  }
}
