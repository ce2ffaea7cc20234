/** What is being drawn, on the map: corners, the line or area between them, and the way to the pointer. */
import * as L from '../leaflet.js';

/** The map's pane for what is being drawn (map.js). */
const PANE = 'draw';

export class Sketch {
  #map;
  #group;
  #renderer;

  /** @param {L.Map} map */
  constructor(map) {
    this.#map = map;
  }

  open() {
    this.#renderer = L.svg({ pane: PANE });
    this.#group = L.layerGroup().addTo(this.#map);
    return this;
  }

  close() {
    this.#group?.remove();
    this.#renderer?.remove();
    this.#group = null;
  }

  /**
   * Draws anew.
   * @param {'point'|'line'|'area'} shape
   * @param {number[][]} corners lon, lat
   * @param {?number[]} next where the next corner would be
   * @param {boolean} [dots] whether the corners are shown
   */
  show(shape, corners, next = null, dots = true) {
    this.#group.clearLayers();
    const path = next ? [...corners, next] : corners;
    const places = path.map(([lon, lat]) => [lat, lon]);
    const options = { renderer: this.#renderer, pane: PANE, interactive: false };
    if (shape === 'area' && places.length > 2) this.#group.addLayer(L.polygon(places, { ...options, className: 'sketch sketch--area' }));
    else if (places.length > 1) this.#group.addLayer(L.polyline(places, { ...options, className: 'sketch sketch--line' }));
    if (!dots) return;
    for (const [lon, lat] of corners) {
      this.#group.addLayer(L.circleMarker([lat, lon], { ...options, radius: shape === 'point' ? 9 : 5, className: 'sketch sketch--corner' }));
    }
  }
}
