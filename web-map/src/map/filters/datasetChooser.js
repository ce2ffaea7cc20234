/**
 * Which data are on the map. Datasets that lie in the same place form a group; one group at a time is looked at, so that
 * two towns, or a town and the invented demo, are never mixed.
 */
import { formatPeriod } from '../lib/format.js';
import { html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';
import { Popover } from './popover.js';

export class DatasetChooser {
  #app;
  #element;
  #popover;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    const { t, state, datasets } = this.#app;
    render(
      this.#element,
      html`<div class="popover">
        <button type="button" class="chooser" id="dataset-button" data-popover-button aria-expanded="false">
          <span class="chooser__label">${t('filter.data')}</span> <span class="chooser__value" id="dataset-summary"></span>
          <svg class="icon" aria-hidden="true"><use href="${ICONS}#chevron-down"></use></svg>
        </button>
        <div class="popover__box" data-popover-box hidden></div>
      </div>`,
    );
    this.#popover = new Popover(this.#element.firstElementChild, (box) => this.#drawBox(box)).open();
    this.#stops.push(
      on(this.#element, 'change', '[name="group"]', (event, input) => this.#app.chooseGroup(input.value)),
      on(this.#element, 'change', '[data-dataset]', () => this.#takeDatasets()),
      datasets.subscribe(() => this.#follow()),
      state.subscribe(['group', 'datasets'], () => this.#follow()),
    );
    return this;
  }

  close() {
    this.#popover.close();
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  #takeDatasets() {
    const inputs = [...this.#element.querySelectorAll('[data-dataset]')];
    const ticked = inputs.filter((input) => input.checked).map((input) => input.dataset.dataset);
    this.#app.chooseDatasets(ticked.length ? ticked : inputs.map((input) => input.dataset.dataset));
  }

  #follow() {
    const group = this.#app.group;
    const { datasets } = this.#app.state.value;
    const members = this.#app.factsOf(group?.id);
    const some = datasets.length && datasets.length < members.length;
    const name = group?.name ?? this.#app.t('filter.noData');
    this.#element.querySelector('#dataset-summary').textContent = some ? `${name} (${datasets.length}/${members.length})` : name;
    if (this.#popover.shown) this.#drawBox(this.#element.querySelector('[data-popover-box]'));
  }

  #drawBox(box) {
    const { t } = this.#app;
    const { groups = [] } = this.#app.datasets.value.body ?? {};
    render(
      box,
      html`<fieldset class="data-groups">
        <legend class="popover__help">${t('filter.dataHelp')}</legend>
        ${groups.length ? groups.map((group) => this.#group(group)) : html`<p>${t('filter.noData')}</p>`}
      </fieldset>`,
    );
  }

  #group(group) {
    const { t, locale } = this.#app;
    const chosen = group.id === this.#app.group?.id;
    return html`<div class="data-group">
      <label class="check check--head">
        <input type="radio" name="group" id="group-${group.id}" value="${group.id}" ${chosen && html`checked`} />
        <span>${group.name} ${group.invented && html`<span class="badge badge--invented">${t('demo.badge')}</span>`}
          <small>${formatPeriod(group.from, group.to, locale)}</small></span>
      </label>
      ${chosen && this.#members(group)}
    </div>`;
  }

  #members(group) {
    const { t, locale, state } = this.#app;
    const members = this.#app.factsOf(group.id);
    const { datasets } = state.value;
    const ticked = ({ id }) => !datasets.length || datasets.includes(String(id));
    return html`<div class="data-members">
      ${members.map(
        (dataset) => html`<label class="check">
          <input type="checkbox" id="dataset-${dataset.id}" data-dataset="${dataset.id}" ${ticked(dataset) && html`checked`} />
          <span>${dataset.name} <small>${t(`data.rows.${dataset.kind}`, { count: dataset.rows })}${dataset.source && html`, ${dataset.source}`}</small></span>
        </label>`,
      )}
    </div>`;
  }
}
