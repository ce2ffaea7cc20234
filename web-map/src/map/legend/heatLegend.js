/** The classes of the heat surface in numbers, as the service paints them for the present view and selection. */
import { formatLength, formatNumber } from '../lib/format.js';
import { html } from '../lib/html.js';
import { isAbort } from '../api.js';
import { POINT_ROLES } from '../lib/audience.js';
import { FILTER_KEYS, filterParameters } from '../state.js';

export class HeatLegend {
  #app;
  #onChange;
  #stops = [];
  #classes = null;

  constructor(app, onChange) {
    this.#app = app;
    this.#onChange = onChange;
  }

  open() {
    const load = () => this.#load();
    this.#stops.push(this.#app.state.subscribe([...FILTER_KEYS, 'layers'], load));
    this.#app.map.leaflet.on('zoomend', load);
    this.#stops.push(() => this.#app.map.leaflet.off('zoomend', load));
    load();
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
  }

  get markup() {
    if (!this.#classes) return null;
    const { t, locale } = this.#app;
    const { classes, bandwidthMetres } = this.#classes;
    const limit = (value) => formatNumber(value, locale, 0);
    return html`<ul class="legend__classes">
        <li><svg class="swatch" viewBox="0 0 20 12" aria-hidden="true"><rect class="swatch__none" width="20" height="12"></rect></svg><span>${t('legend.heatNone', { from: limit(classes[0]?.from ?? 0) })}</span></li>
        ${classes.map(
          ({ from, to, colour }) => html`<li><svg class="swatch" viewBox="0 0 20 12" aria-hidden="true"><rect width="20" height="12" fill="${colour}"></rect></svg>
            <span>${to === null || to === undefined ? t('legend.heatFrom', { from: limit(from) }) : `${limit(from)}–${limit(to)}`}</span></li>`,
        )}
      </ul>
      <p class="legend__note">${t('legend.heat', { bandwidth: formatLength(bandwidthMetres, locale) })}</p>`;
  }

  async #load() {
    const { state, api, map } = this.#app;
    const allowed = this.#app.can(...POINT_ROLES);
    if (!allowed || !(state.value.layers.heat > 0)) return;
    const parameters = { ...filterParameters(state.value), zoom: Math.round(map.leaflet.getZoom()) };
    try {
      this.#classes = (await api.get('/api/surface/legend', { parameters, supersede: 'heat-legend' })).body;
      this.#onChange();
    } catch (error) {
      if (isAbort(error)) return;
      this.#classes = null;
      this.#onChange();
    }
  }
}
