/** The map of a walk: its route and its findings by number. A picture: the same places stand in the list beside it. */
import { BaseLayer } from '../../map/layers/baseLayer.js';
import * as L from '../../map/leaflet.js';

const PANES = { base: 210, labels: 220, draw: 230 };

/** True when a walk has something to show on a map. */
export function hasPlaces({ findings, route }) {
  return findings.length > 0 || (route?.coordinates.length ?? 0) > 1;
}

export class WalkMap {
  #element;
  #walk;
  #map = null;
  #base = null;

  constructor(element, walk) {
    this.#element = element;
    this.#walk = walk;
  }

  open() {
    const { findings, route } = this.#walk;
    const map = L.map(this.#element, { zoomControl: false, attributionControl: false, keyboard: false, dragging: false, scrollWheelZoom: false, doubleClickZoom: false, touchZoom: false, boxZoom: false, zoomAnimation: false, fadeAnimation: false, zoomSnap: 0 });
    this.#map = map;
    for (const [name, order] of Object.entries(PANES)) map.createPane(name).style.zIndex = order;
    const line = (route?.coordinates ?? []).map(([lon, lat]) => [lat, lon]);
    map.fitBounds(L.latLngBounds([...line, ...findings.map(({ lon, lat }) => [lat, lon])]).pad(0.15), { maxZoom: 18, animate: false });
    this.#base = new BaseLayer(map, {}).open();
    if (line.length > 1) L.polyline(line, { pane: 'draw', interactive: false, className: 'walk-route' }).addTo(map);
    for (const { lon, lat, number, category } of findings) {
      L.marker([lat, lon], { interactive: false, keyboard: false, icon: L.divIcon({ className: `walk-number walk-number--${category}`, html: String(number), iconSize: [28, 28] }) }).addTo(map);
    }
    return this;
  }

  close() {
    this.#base?.close();
    this.#map?.remove();
    this.#map = null;
  }
}
