/** The town's own base map: one call opens drawn tiles and names, one closes both. */
import { basePainter, mapColours } from './baseStyle.js';
import { LabelLayer } from './labelLayer.js';
import { TileSource } from './tileSource.js';
import { VectorTileLayer } from './vectorTileLayer.js';

export class BaseLayer {
  static defaults = { pane: 'base', opacity: 1, source: null, onError: () => {} };

  #map;
  #options;
  #parameters;
  #tiles = null;
  #labels = null;

  /** `parameters` restrict the base map as they restrict everything else (datasets); option `source`: other tiles than the map page's. */
  constructor(map, parameters = {}, options = {}) {
    this.#map = map;
    this.#parameters = parameters;
    this.#options = { ...BaseLayer.defaults, ...options };
  }

  open() {
    const colours = mapColours();
    this.#labels = new LabelLayer(this.#map, colours, { opacity: this.#options.opacity }).open();
    const source = this.#options.source ?? new TileSource('base', this.#parameters);
    this.#tiles = new VectorTileLayer(source, basePainter(colours), {
      pane: this.#options.pane,
      opacity: this.#options.opacity,
      onTile: (coords, layers) => this.#labels.addTile(coords, layers),
      onTileGone: (coords) => this.#labels?.removeTile(coords),
    });
    this.#tiles.on('tileerror', ({ error }) => error?.name !== 'AbortError' && this.#options.onError());
    this.#tiles.addTo(this.#map);
    return this;
  }

  close() {
    this.#labels?.close();
    this.#labels = null;
    this.#tiles?.remove();
    this.#tiles = null;
  }

  set opacity(value) {
    this.#options.opacity = value;
    this.#tiles?.setOpacity(value);
    if (this.#labels) this.#labels.opacity = value;
  }

}
