/**
 * The heat surface as picture tiles painted by the service. A new selection is put on top of the old one when all its
 * tiles are there, and only then the old one goes.
 */
import * as L from '../leaflet.js';
import { withParameters } from '../api.js';

export class HeatLayer {
  static defaults = { pane: 'heat', opacity: 0.7 };

  #map;
  #parameters;
  #options;
  #shown = null;
  #coming = null;

  constructor(map, parameters, options = {}) {
    this.#map = map;
    this.#parameters = parameters;
    this.#options = { ...HeatLayer.defaults, ...options };
  }

  open() {
    this.#shown = this.#tiles().addTo(this.#map);
    return this;
  }

  close() {
    this.#shown?.remove();
    this.#coming?.remove();
    this.#shown = this.#coming = null;
  }

  set opacity(value) {
    this.#options.opacity = value;
    this.#shown?.setOpacity(value);
    this.#coming?.setOpacity(value);
  }

  set parameters(parameters) {
    this.#parameters = parameters;
    if (!this.#shown) return;
    this.#coming?.remove();
    const coming = this.#tiles();
    this.#coming = coming;
    coming.once('load', () => {
      if (this.#coming !== coming) return;
      this.#shown?.remove();
      this.#shown = coming;
      this.#coming = null;
    });
    coming.addTo(this.#map);
  }

  #tiles() {
    const { pane, opacity } = this.#options;
    return L.tileLayer(withParameters('/tiles/surface/{z}/{x}/{y}.png', this.#parameters), {
      pane,
      opacity,
      maxNativeZoom: 18,
      maxZoom: 22,
      updateWhenZooming: false,
      className: 'heat-tile',
    });
  }
}
