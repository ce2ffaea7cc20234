/**
 * The layers of the map from bottom to top, and who may see them. The stack opens, closes and feeds them as the state,
 * the selection and the answers of the service say. Every layer has open(), close(), `opacity`, and where it fits
 * hit(at), `hover`, `parameters`.
 */
import { HOTSPOT_ROLES, MEASURE_ROLES, POINT_ROLES, REPORT_ROLES, WAVE_ROLES } from '../lib/audience.js';
import { analysisInFocus, FILTER_KEYS, filterParameters } from '../state.js';
import { AnalysisLayer } from './analysisLayer.js';
import { BaseLayer } from './baseLayer.js';
import { GridLayer } from './gridLayer.js';
import { HeatLayer } from './heatLayer.js';
import { HotspotLayer } from './hotspotLayer.js';
import { IncidentsLayer } from './incidentsLayer.js';
import { MeasureLayer } from './measureLayer.js';
import { ReportLayer } from './reportLayer.js';
import { unsafeLayer } from './unsafeLayer.js';
import { WaveLayer } from './waveLayer.js';

/** In drawing order. `streams`: shown when the reader looks at one of these; `when`: shown in these states only;
 * `own`: the part of the state that says how it is made. */
export const LAYERS = Object.freeze([
  { name: 'base', make: ({ map }) => new BaseLayer(map) },
  { name: 'heat', roles: POINT_ROLES, streams: ['all', 'crime', 'disorder'], filtered: true, own: 'heat', make: ({ map, parameters }) => new HeatLayer(map, parameters) },
  { name: 'analysis', roles: POINT_ROLES, when: ({ analysis }) => analysis !== null, make: ({ map }) => new AnalysisLayer(map) },
  { name: 'waves', roles: WAVE_ROLES, make: ({ map }) => new WaveLayer(map) },
  { name: 'hotspots', roles: HOTSPOT_ROLES, make: ({ map }) => new HotspotLayer(map) },
  { name: 'incidents', roles: POINT_ROLES, streams: ['all', 'crime', 'disorder'], filtered: true, make: ({ map, parameters }) => new IncidentsLayer(map, parameters) },
  { name: 'unsafe', roles: POINT_ROLES, streams: ['all', 'unsafety'], filtered: true, make: ({ map, parameters }) => unsafeLayer(map, parameters) },
  { name: 'reports', roles: REPORT_ROLES, make: ({ map }) => new ReportLayer(map) },
  { name: 'measures', roles: MEASURE_ROLES, make: ({ map }) => new MeasureLayer(map) },
]);

/** While an analysis is looked at, the rest steps back so that its places are what one sees. */
const FADED = Object.freeze({ hotspots: 0.15, incidents: 0.4, unsafe: 0.35, reports: 0.3, measures: 0.25, heat: 0.4 });

export class LayerStack {
  #app;
  #open = new Map();
  #grid = null;
  #stops = [];

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { state, bus, hotspots, measures, reports, waves, datasets, analysisRun } = this.#app;
    this.#arrange();
    this.#stops.push(
      state.subscribe(['layers', 'stream', 'datasets', 'analysis', 'hotspot', 'measure', 'panel'], () => this.#arrange()),
      state.subscribe(FILTER_KEYS, () => this.#refilter()),
      state.subscribe(['heat'], () => this.#refilter(({ own }) => own === 'heat')),
      state.subscribe(['hotspot', 'measure'], () => this.#mark()),
      hotspots.subscribe(() => this.#feed('hotspots', hotspots)),
      measures.subscribe(() => this.#feed('measures', measures)),
      reports.subscribe(() => this.#feed('reports', reports)),
      waves.subscribe(() => this.#feed('waves', waves)),
      analysisRun.subscribe(() => this.#followAnalysis()),
      datasets.subscribe(() => this.#arrange()),
      bus.listen('hotspot:hover', (id) => this.#point('hotspots', id)),
      bus.listen('measure:hover', (id) => this.#point('measures', id)),
      bus.listen('analysis:hover', (id) => this.#point('analysis', id)),
      bus.listen('data:changed', () => this.refresh()),
      bus.listen('theme:changed', () => this.refresh()),
    );
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    for (const layer of this.#open.values()) layer.close();
    this.#open.clear();
    this.#grid?.close();
    this.#grid = null;
  }

  /** The layers this reader may see. */
  get permitted() {
    return LAYERS.filter(({ roles }) => !roles || this.#app.can(...roles));
  }

  /** True when the layer is on and the stream the reader looks at has it. */
  shows(name) {
    return this.#open.has(name);
  }

  /** Opens every layer anew: the colours or the data behind them have changed. */
  refresh() {
    for (const layer of this.#open.values()) layer.close();
    this.#open.clear();
    this.#grid?.close();
    this.#grid = null;
    this.#arrange();
  }

  /** What lies under the pointer, topmost layer first; null when there is nothing. */
  hit(at) {
    for (const name of this.#touchOrder()) {
      const found = this.#open.get(name)?.hit?.(at);
      if (found) return found;
    }
    return null;
  }

  /** Marks what the pointer is on. */
  hover(hit) {
    for (const name of ['incidents', 'unsafe']) {
      const layer = this.#open.get(name);
      if (layer) layer.hover = hit;
    }
  }

  /** From top to bottom; while an analysis is looked at, its places come before the hotspots that lie on them. */
  #touchOrder() {
    const names = LAYERS.map(({ name }) => name).reverse();
    if (!analysisInFocus(this.#app.state.value)) return names;
    const others = names.filter((name) => name !== 'analysis');
    others.splice(others.indexOf('hotspots'), 0, 'analysis');
    return others;
  }

  #arrange() {
    const { value } = this.#app.state;
    const faded = analysisInFocus(value) && this.#app.analysisRun.features.length > 0 ? FADED : {};
    for (const definition of this.permitted) {
      const { name, streams, when } = definition;
      const opacity = (value.layers[name] ?? 0) * (faded[name] ?? 1);
      const wanted = opacity > 0 && (!streams || streams.includes(value.stream)) && (!when || when(value));
      const layer = this.#open.get(name);
      if (wanted && layer) layer.opacity = opacity;
      else if (wanted) this.#openLayer(definition, opacity);
      else if (layer) {
        layer.close();
        this.#open.delete(name);
      }
    }
    this.#arrangeGrid(value);
    this.#app.bus.emit('layers:changed');
  }

  #openLayer({ name, own, make }, opacity) {
    const layer = make({ map: this.#app.map.leaflet, parameters: this.#parameters(own) });
    layer.opacity = opacity;
    this.#open.set(name, layer.open());
    if (name === 'hotspots') this.#feed(name, this.#app.hotspots);
    if (name === 'measures') this.#feed(name, this.#app.measures);
    if (name === 'reports') this.#feed(name, this.#app.reports);
    if (name === 'waves') this.#feed(name, this.#app.waves);
    if (name === 'analysis') this.#feedAnalysis();
    this.#mark();
  }

  /** The grid stands in where there is no base map, or none is wanted. */
  #arrangeGrid() {
    const wanted = !this.#open.has('base') || !this.#hasBaseMap();
    if (wanted && !this.#grid) {
      this.#grid = new GridLayer(this.#app.map.leaflet, (value) => String(value)).open();
    } else if (!wanted && this.#grid) {
      this.#grid.close();
      this.#grid = null;
    }
  }

  #hasBaseMap() {
    return this.#app.baseDatasets.length > 0;
  }

  #refilter(concerns = () => true) {
    for (const { name, filtered, own } of LAYERS.filter(concerns)) {
      const layer = this.#open.get(name);
      if (filtered && layer) layer.parameters = this.#parameters(own);
    }
  }

  #parameters(own) {
    const { value } = this.#app.state;
    return { ...filterParameters(value), ...(own ? value[own] : {}) };
  }

  #feed(name, resource) {
    const layer = this.#open.get(name);
    const { status, body } = resource.value;
    if (layer && body && status === 'ready') layer.features = body.features ?? body.waves;
  }

  #followAnalysis() {
    this.#arrange();
    this.#feedAnalysis();
  }

  #feedAnalysis() {
    const layer = this.#open.get('analysis');
    if (layer) layer.features = this.#app.analysisRun.features;
  }

  #mark() {
    const { hotspot, measure } = this.#app.state.value;
    const hotspots = this.#open.get('hotspots');
    const measures = this.#open.get('measures');
    if (hotspots) hotspots.selected = hotspot;
    if (measures) measures.selected = measure;
  }

  #point(name, id) {
    const layer = this.#open.get(name);
    if (layer) layer.hovered = id;
  }
}
