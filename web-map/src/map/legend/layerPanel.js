/**
 * Layers and legend in one: what can be switched on, how strongly it shows, and what its symbols mean in numbers with
 * unit, period and source. Always within reach on the map, and part of the print.
 */
import { formatDate, formatPeriod } from '../lib/format.js';
import { html, on, render } from '../lib/html.js';
import { LAYER_DEFAULTS } from '../lib/hash.js';
import { ICONS } from '../lib/pictures.js';
import { LAYERS } from '../layers/stack.js';
import { palette } from '../layers/palette.js';
import { drawLegendSymbols } from './symbolCanvas.js';
import { analysisLegend } from './analysisLegend.js';
import { HeatLegend } from './heatLegend.js';
import { explanationOf } from './explanations.js';

/** The kind of dataset that a layer shows. */
const KINDS = { incidents: 'incidents', heat: 'incidents', unsafe: 'unsafe-places' };

export class LayerPanel {
  static defaults = { shownFromPixels: 1180, unfoldedFromPixels: 1000 };

  /** On a wide screen the legend is there from the start. */
  static startsShown() {
    return innerWidth >= LayerPanel.defaults.shownFromPixels;
  }

  #app;
  #element;
  #stack;
  #heat;
  #stops = [];
  #shown;
  /** What is opened under a heading of its own; on a low screen the map needs the room more. */
  #unfolded = new Set(innerHeight >= LayerPanel.defaults.unfoldedFromPixels ? ['measures', 'sources'] : []);
  #lit = '';

  constructor(app, element, stack) {
    this.#app = app;
    this.#element = element;
    this.#stack = stack;
    this.#shown = LayerPanel.startsShown();
    this.#heat = new HeatLegend(app, () => this.#draw());
  }

  open() {
    const { state, datasets, bus, analysisRun } = this.#app;
    this.#stops.push(
      on(this.#element, 'click', '#legend-button', () => this.#toggle()),
      on(this.#element, 'click', '[data-unfold]', (event, button) => this.#unfold(button.dataset.unfold)),
      on(this.#element, 'change', '[data-layer]', (event, input) => this.#switch(input.dataset.layer, input.checked)),
      on(this.#element, 'change', '[data-heat]', (event, select) => this.#heat.choose(select.dataset.heat, select.value)),
      on(this.#element, 'input', '[data-opacity]', (event, input) => this.#fade(input.dataset.opacity, input.value, 'replace')),
      on(this.#element, 'keydown', '*', (event) => {
        if (event.key === 'Escape' && this.#shown) this.#toggle();
      }),
      state.subscribe(['layers'], () => this.#followLayers()),
      state.subscribe(['stream', 'from', 'to', 'datasets', 'analysis'], () => this.#draw()),
      datasets.subscribe(() => this.#draw()),
      analysisRun.subscribe(() => this.#draw()),
      bus.listen('theme:changed', () => this.#draw()),
    );
    this.#app.map.leaflet.on('zoomend', this.#drawSymbols);
    this.#heat.open();
    this.#draw();
    return this;
  }

  close() {
    this.#app.map.leaflet.off('zoomend', this.#drawSymbols);
    this.#heat.close();
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  get shown() {
    return this.#shown;
  }

  #toggle() {
    this.#shown = !this.#shown;
    this.#draw();
    this.#element.querySelector('#legend-button').focus();
  }

  #unfold(part) {
    if (!this.#unfolded.delete(part)) this.#unfolded.add(part);
    this.#draw();
    this.#element.querySelector(`[data-unfold="${part}"]`).focus();
  }

  #switch(name, on) {
    const { layers } = this.#app.state.value;
    const opacity = on ? LAYER_DEFAULTS[name] || 0.7 : 0;
    this.#app.state.set({ layers: { ...layers, [name]: opacity } });
  }

  #fade(name, percent, history) {
    const { layers } = this.#app.state.value;
    this.#app.state.set({ layers: { ...layers, [name]: Number(percent) / 100 } }, { history });
  }

  /** While a slider is being moved it must stay the same element; only on and off changes what is listed. */
  #followLayers() {
    const lit = JSON.stringify(Object.entries(this.#app.state.value.layers).filter(([, opacity]) => opacity > 0).map(([name]) => name));
    if (lit !== this.#lit) this.#draw();
    this.#lit = lit;
  }

  #draw() {
    const { t } = this.#app;
    render(
      this.#element,
      html`<section class="legend" aria-labelledby="legend-button">
        <h3 class="legend__title"><button type="button" class="legend__button" id="legend-button" aria-expanded="${String(this.#shown)}" aria-controls="legend-box">
          <svg class="icon" aria-hidden="true"><use href="${ICONS}#layers"></use></svg>
          <span class="legend__words">${t('legend.title')}</span>
          <svg class="icon legend__arrow" aria-hidden="true"><use href="${ICONS}#chevron-down"></use></svg>
        </button></h3>
        <div class="legend__box" id="legend-box" ${!this.#shown && html`hidden`}>
          <ul class="legend__layers">${this.#listed().map((layer) => this.#layer(layer))}</ul>
          ${this.#sources()}
        </div>
      </section>`,
    );
    this.#drawSymbols();
  }

  /** From top to bottom as they are drawn; what is looked at only for a while stands first. */
  #listed() {
    const listed = [...LAYERS].reverse().filter((layer) => this.#stack.permitted.includes(layer) && (!layer.when || layer.when(this.#app.state.value)));
    return [...listed.filter(({ when }) => when), ...listed.filter(({ when }) => !when)];
  }

  #drawSymbols = () => {
    drawLegendSymbols(this.#element, palette(), this.#app.map.leaflet.getZoom());
  };

  #layer({ name, streams }) {
    const { t, state } = this.#app;
    const opacity = state.value.layers[name] ?? 0;
    const wrongStream = streams && !streams.includes(state.value.stream);
    return html`<li class="legend__layer ${opacity === 0 && 'legend__layer--off'}">
      <div class="legend__row">
        <label class="check check--layer"><input type="checkbox" id="layer-${name}" data-layer="${name}" ${opacity > 0 && html`checked`} /><span>${t(`layer.${name}`)}</span></label>
        ${opacity > 0 && html`<input type="range" class="opacity" id="opacity-${name}" data-opacity="${name}" min="10" max="100" step="10" value="${Math.round(opacity * 100)}" aria-label="${t('legend.opacity', { layer: t(`layer.${name}`) })}" />`}
      </div>
      ${opacity > 0 && wrongStream && html`<p class="legend__note">${t('legend.otherStream')}</p>`}
      ${opacity > 0 && this.#nothingHere(name) && html`<p class="legend__note">${t(name === 'base' ? 'legend.noBase' : 'legend.noData')}</p>`}
      ${opacity > 0 && !wrongStream && !this.#nothingHere(name) && this.#explanation(name)}
    </li>`;
  }

  #explanation(name) {
    const { t } = this.#app;
    if (name === 'heat') {
      const how = this.#heat.how;
      return html`${this.#heat.markup}${how && this.#folded(name, t('explain.show'), how)}`;
    }
    if (name === 'analysis') return analysisLegend(this.#app);
    return name === 'measures' ? this.#folded(name, t('legend.measures'), explanationOf(name, t)) : explanationOf(name, t);
  }

  #folded(part, heading, content) {
    const open = this.#unfolded.has(part);
    return html`<button type="button" class="legend__fold" id="legend-fold-${part}" data-unfold="${part}" aria-expanded="${String(open)}" aria-controls="legend-${part}">
        <svg class="icon legend__arrow" aria-hidden="true"><use href="${ICONS}#chevron-down"></use></svg>${heading}</button>
      <div class="legend__folded" id="legend-${part}" ${!open && html`hidden`}>${content}</div>`;
  }

  /** True for a layer without any data in the place that is looked at: shown as such, not as an empty map. */
  #nothingHere(name) {
    if (name === 'base') return this.#app.baseDatasets.length === 0;
    const kind = KINDS[name];
    return kind !== undefined && !this.#app.factsOf(this.#app.group?.id).some((dataset) => dataset.kind === kind);
  }

  #sources() {
    const { t, locale, state } = this.#app;
    const { from, to } = state.value;
    const facts = this.#app.factsOf(this.#app.group?.id);
    const content = html`${from && to && html`<p>${t('legend.period', { period: formatPeriod(from, to, locale) })}</p>`}
      ${facts.map(({ name, source, importedAt, invented }) => html`<p>${t('legend.source', { name, source: source || t('legend.noSource'), date: formatDate(importedAt?.slice(0, 10) ?? '') })}${invented && html` <strong>${t('demo.badge')}</strong>`}</p>`)}`;
    return html`<footer class="legend__sources">${this.#folded('sources', t('legend.sources'), content)}</footer>`;
  }
}
