/** The row of filters above map and list: stream, types, data, and back to the start. */
import { html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';
import { DatasetChooser } from './datasetChooser.js';
import { StreamChooser } from './streamChooser.js';
import { TypeChooser } from './typeChooser.js';

export class FilterBar {
  #app;
  #element;
  #parts = [];
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    const { t, state } = this.#app;
    render(
      this.#element,
      html`<div id="stream-chooser"></div>
        <div id="type-chooser"></div>
        <div id="dataset-chooser"></div>
        <button type="button" class="button button--quiet" id="reset-filter" hidden>
          <svg class="icon" aria-hidden="true"><use href="${ICONS}#reset"></use></svg>${t('filter.reset')}
        </button>
        <p class="filters__result" id="filter-result"></p>`,
    );
    const place = (id) => this.#element.querySelector(`#${id}`);
    this.#parts = [
      new StreamChooser(this.#app, place('stream-chooser')).open(),
      new TypeChooser(this.#app, place('type-chooser')).open(),
      new DatasetChooser(this.#app, place('dataset-chooser')).open(),
    ];
    this.#stops.push(
      on(this.#element, 'click', '#reset-filter', () => this.#reset()),
      state.subscribe(['types', 'stream'], () => this.#drawReset()),
      this.#app.hotspots.subscribe((answer) => this.#drawResult(answer)),
    );
    this.#drawReset();
    return this;
  }

  close() {
    for (const part of this.#parts.splice(0)) part.close();
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  #reset() {
    this.#app.state.set({ types: [], stream: 'all' });
    this.#element.querySelector('input, button')?.focus();
  }

  #drawReset() {
    const { types, stream } = this.#app.state.value;
    this.#element.querySelector('#reset-filter').hidden = !types.length && stream === 'all';
  }

  #drawResult({ status, body }) {
    if (status !== 'ready') return;
    const { t } = this.#app;
    const hotspots = t('filter.hotspots', { count: body.numberMatched ?? body.features.length });
    const used = body.analysis?.used ?? body.analysis?.n;
    const incidents = used === undefined ? '' : t(`filter.counted.${body.analysis.stream}`, { count: used });
    this.#element.querySelector('#filter-result').textContent = [hotspots, incidents].filter(Boolean).join(' · ');
  }
}
