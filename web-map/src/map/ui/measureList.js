/**
 * All measures, filtered by where they are in their flow, who answers for them and whether they are late.
 */
import { MEASURE_WRITERS } from '../lib/audience.js';
import { attributes, html, on, render } from '../lib/html.js';
import { isOpen, MEASURE_STATUSES } from '../lib/measureFlow.js';
import { sorted } from '../lib/sorting.js';
import { notice } from './fields.js';
import { icon } from './icons.js';
import { measureRow } from './measureRow.js';

const ALL = '';
const OPEN = 'open';

export class MeasureList {
  #app;
  #root = null;
  #filter = { status: OPEN, owner: ALL, late: false };
  #stops = [];
  #options;

  /** @param {{onOpen: (id: string) => void, onNew: () => void}} options */
  constructor(app, options) {
    this.#app = app;
    this.#options = options;
  }

  open(root) {
    const { measures, bus } = this.#app;
    this.#root = root;
    const hover = (event, row) => bus.emit('measure:hover', row.dataset.measureRow);
    const leave = (event, row) => {
      if (!row.contains(event.relatedTarget)) bus.emit('measure:hover', null);
    };
    this.#stops = [
      on(root, 'click', '[data-measure]', (event, button) => this.#options.onOpen(button.dataset.measure)),
      on(root, 'click', '[data-new]', () => this.#options.onNew()),
      on(root, 'click', '[data-retry]', () => measures.reload()),
      on(root, 'change', '[data-filter]', (event, control) => this.#refilter(control)),
      on(root, 'pointerover', '[data-measure-row]', hover),
      on(root, 'pointerout', '[data-measure-row]', leave),
      on(root, 'focusin', '[data-measure-row]', hover),
      on(root, 'focusout', '[data-measure-row]', leave),
      bus.listen('measure:hover', (id) => this.#mark(id)),
      measures.subscribe((answer) => this.#show(answer)),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  #matching(features) {
    const { status, owner, late } = this.#filter;
    const matches = features.filter(
      ({ properties: p }) =>
        (status === ALL || (status === OPEN ? isOpen(p.status) : p.status === status)) && (owner === ALL || p.owner === owner) && (!late || p.overdue),
    );
    return sorted(matches, (f) => f.properties.dueOn, 'ascending', this.#app.locale);
  }

  #show({ status, body, error }) {
    const { t } = this.#app;
    this.#root.setAttribute('aria-busy', String(status === 'loading'));
    if (status === 'error' && error.status === 403) {
      render(this.#root, notice('info', t('measures.notForRole')));
    } else if (status === 'error') {
      render(this.#root, notice('danger', error.detail || t('measures.failed'), html`<button type="button" class="button" data-retry>${t('again')}</button>`));
    } else if (body) {
      render(this.#root, this.#list(body.features));
    }
  }

  #list(features) {
    const { t, locale } = this.#app;
    const shown = this.#matching(features);
    return html`
      ${this.#mayWrite() && html`<button type="button" class="button button--primary button--wide" id="measure-new" data-new>${icon('add')} ${t('measures.new')}</button>`}
      ${features.length === 0 ? html`<div class="empty"><h3>${t('measures.none')}</h3><p>${t(this.#mayWrite() ? 'measures.noneHow' : 'measures.noneRead')}</p></div>` : html`
        ${this.#filters(features)}
        <p class="muted" role="status">${t('measures.shown', { count: shown.length, of: features.length })}</p>
        ${shown.length === 0 && html`<p class="empty">${t('measures.noMatch')}</p>`}
        <ul class="measures">${shown.map((feature) => measureRow(feature, { t, locale }))}</ul>
        <p class="downloads">${icon('download')} ${t('list.download')} <a href="/data/measures.csv" download>CSV</a> <a href="/data/measures.geojson" download>GeoJSON</a></p>`}`;
  }

  #filters(features) {
    const { t, locale } = this.#app;
    const owners = sorted([...new Set(features.map((f) => f.properties.owner).filter(Boolean))], (owner) => owner, 'ascending', locale);
    const late = features.filter((f) => f.properties.overdue).length;
    return html`
      <div class="filter-row" role="group" aria-label="${t('measures.filter')}">
        <div class="field">
          <label class="field__label" for="measures-status">${t('field.status')}</label>
          <select class="input input--select input--small" id="measures-status" data-filter="status">
            ${this.#option(OPEN, t('measures.open'), 'status')}
            ${MEASURE_STATUSES.map((name) => this.#option(name, t(`measure.status.${name}`), 'status'))}
            ${this.#option(ALL, t('measures.all'), 'status')}
          </select>
        </div>
        <div class="field">
          <label class="field__label" for="measures-owner">${t('field.owner')}</label>
          <select class="input input--select input--small" id="measures-owner" data-filter="owner">
            ${this.#option(ALL, t('measures.allOwners'), 'owner')}
            ${owners.map((owner) => this.#option(owner, owner, 'owner'))}
          </select>
        </div>
        <div class="field field--check">
          <input class="tick" type="checkbox" id="measures-late" data-filter="late" ${attributes({ checked: this.#filter.late })}>
          <label class="field__label" for="measures-late">${t('measures.onlyLate', { late })}</label>
        </div>
      </div>`;
  }

  #option(value, label, name) {
    return html`<option ${attributes({ value, selected: this.#filter[name] === value })}>${label}</option>`;
  }

  #refilter(control) {
    this.#filter = { ...this.#filter, [control.dataset.filter]: control.type === 'checkbox' ? control.checked : control.value };
    this.#show(this.#app.measures.value);
  }

  #mayWrite() {
    return this.#app.can(...MEASURE_WRITERS);
  }

  #mark(id) {
    for (const row of this.#root.querySelectorAll('[data-measure-row]')) row.classList.toggle('measure-row--hover', row.dataset.measureRow === id);
  }
}
