/**
 * The classes of the heat surface in numbers, as the service paints them for the present view and selection, and how it
 * is made, which the reader may change.
 */
import { formatLength, formatNumber } from '../lib/format.js';
import { BANDWIDTHS, EDGES, KERNELS, withHeat } from '../lib/heatForm.js';
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
    this.#stops.push(this.#app.state.subscribe([...FILTER_KEYS, 'layers', 'heat'], load));
    this.#app.map.leaflet.on('zoomend', load);
    this.#stops.push(() => this.#app.map.leaflet.off('zoomend', load));
    load();
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
  }

  get markup() {
    if (!this.#classes) return null;
    const { t, locale, state } = this.#app;
    const { classes, bandwidthMetres, incidents = 0, spread = 0, notPlaced = 0 } = this.#classes;
    const limit = (value) => formatNumber(value, locale, 0);
    return html`<ul class="legend__classes">
        <li><svg class="swatch" viewBox="0 0 20 12" aria-hidden="true"><rect class="swatch__none" width="20" height="12"></rect></svg><span>${t('legend.heatNone', { from: limit(classes[0]?.from ?? 0) })}</span></li>
        ${classes.map(
          ({ from, to, colour }) => html`<li><svg class="swatch" viewBox="0 0 20 12" aria-hidden="true"><rect width="20" height="12" fill="${colour}"></rect></svg>
            <span>${to === null || to === undefined ? t('legend.heatFrom', { from: limit(from) }) : `${limit(from)}–${limit(to)}`}</span></li>`,
        )}
      </ul>
      <p class="legend__note">${t(`legend.heat.${countedIn(state.value)}`, { bandwidth: formatLength(bandwidthMetres, locale) })}</p>
      ${spread > 0 && html`<p class="legend__note" data-heat-spread>${t('legend.heatSpread', { count: spread, all: limit(incidents) })}</p>`}
      ${notPlaced > 0 && html`<p class="legend__note" data-heat-left>${t('legend.heatLeft', { count: notPlaced })}</p>`}`;
  }

  /** What the reader may choose of how the surface is made; nothing before the service has told what it offers. */
  get how() {
    if (!this.#classes) return null;
    const { t, locale, state } = this.#app;
    const { heat } = state.value;
    const { edge, edges, bandwidthMetres, bandwidthAutomatic } = this.#classes;
    const metres = (value) => formatLength(Number(value), locale);
    const chosen = heat.bandwidth && !BANDWIDTHS.includes(Number(heat.bandwidth)) ? [...BANDWIDTHS, Number(heat.bandwidth)].sort((a, b) => a - b) : BANDWIDTHS;
    return html`${this.#choice('bandwidth', heat.bandwidth ?? '', ['', ...chosen.map(String)], (value) => (value ? metres(value) : t('heat.bandwidth.automatic', { bandwidth: bandwidthAutomatic ? metres(bandwidthMetres) : '200–500 m' })))}
      ${!bandwidthAutomatic && bandwidthMetres > Number(heat.bandwidth ?? Infinity) && html`<p class="legend__note">${t('heat.bandwidth.widened', { bandwidth: metres(bandwidthMetres) })}</p>`}
      ${this.#choice('kernel', heat.kernel ?? KERNELS[0], KERNELS, (value) => t(`heat.kernel.${value}`))}
      ${edges.length > 1
        ? html`${this.#choice('edge', edge, EDGES, (value) => t(`heat.edge.${value}`))}<p class="legend__note">${t(`heat.edge.${edge}.why`)}</p>`
        : html`<p class="legend__note">${t('heat.edge.missing')}</p>`}`;
  }

  /** Takes over what was chosen in one of the fields. */
  choose(name, value) {
    const { state } = this.#app;
    state.set({ heat: withHeat(state.value.heat, name, value) });
  }

  #choice(name, chosen, values, label) {
    const { t } = this.#app;
    return html`<label class="legend__choice"><span>${t(`heat.${name}`)}</span>
      <select class="input input--select input--small" id="heat-${name}" data-heat="${name}">
        ${values.map((value) => html`<option value="${value}" ${value === chosen && html`selected`}>${label(value)}</option>`)}
      </select></label>`;
  }

  async #load() {
    const { state, api, map } = this.#app;
    const allowed = this.#app.can(...POINT_ROLES);
    if (!allowed || !(state.value.layers.heat > 0)) return;
    const parameters = { ...filterParameters(state.value), ...state.value.heat, zoom: Math.round(map.leaflet.getZoom()) };
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

/** What a surface counts: types chosen by name as they are, otherwise crime, or disorder when that is looked at. */
function countedIn({ stream, types }) {
  if (stream === 'disorder' || stream === 'crime') return stream;
  return types.length ? 'types' : 'crime';
}
