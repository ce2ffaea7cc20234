/**
 * Places that words may mean, on the map: each with its letter, a street as its line and an area as its outline. The
 * chosen one stands out by its size and its line, not by colour alone.
 */
import * as L from '../leaflet.js';

/** Markers lie in the order of their pixels; the drawing of the lines has the number 200. */
const ABOVE_LINES = 10_000;

export class CandidateMarks {
  #map;
  #drawn = null;

  constructor(app) {
    this.#map = app.map;
  }

  close() {
    this.#drawn?.remove();
    this.#drawn = null;
  }

  /**
   * @param {{ letter: string, lon: number, lat: number, shape: object | null }[]} places
   * @param {number} chosen index of the chosen one, -1 for none
   */
  show(places, chosen) {
    this.close();
    const parts = places.flatMap((place, i) => [
      ...(place.shape ? [L.geoJSON(place.shape, { interactive: false, pane: 'draw', style: { className: `candidate-shape${i === chosen ? ' candidate-shape--chosen' : ''}` } })] : []),
      L.marker([place.lat, place.lon], { interactive: false, keyboard: false, pane: 'draw', zIndexOffset: ABOVE_LINES, icon: letterIcon(place.letter, i === chosen) }),
    ]);
    this.#drawn = L.layerGroup(parts).addTo(this.#map.leaflet);
  }

  /** Moves the map so that all of them are seen. */
  fit(places) {
    if (places.length === 0) return;
    const box = L.latLngBounds([]);
    for (const { lon, lat, shape } of places) {
      box.extend([lat, lon]);
      if (shape) box.extend(L.geoJSON(shape).getBounds());
    }
    this.#map.fit([box.getWest(), box.getSouth(), box.getEast(), box.getNorth()]);
  }
}

function letterIcon(letter, chosen) {
  const element = document.createElement('span');
  element.textContent = letter;
  return L.divIcon({ className: `candidate${chosen ? ' candidate--chosen' : ''}`, html: element, iconSize: chosen ? [34, 34] : [26, 26] });
}
