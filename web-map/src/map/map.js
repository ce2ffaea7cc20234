/**
 * The map itself: Leaflet with our own buttons, so that all of them have names, a size for fingers and enough contrast.
 * Layers are in `layers/`, the buttons in `controls/`.
 */
import * as L from './leaflet.js';

/** Drawing order inside the map, bottom to top; the numbers are Leaflet pane z-indexes and stay inside --z-map. */
const PANES = ['base', 'grid', 'heat', 'analysis', 'labels', 'waves', 'hotspots', 'incidents', 'unsafe', 'reports', 'measures', 'badges', 'draw'];
const FIRST_PANE = 210;

export class TownMap {
  static defaults = { minZoom: 4, maxZoom: 20, moveStepPixels: 80, label: '', coveredRight: () => 0 };

  #state;
  #coveredRight;
  #held = 0;
  #myPlace = null;
  #found = null;
  #stops = [];

  constructor(container, state, options = {}) {
    const { minZoom, maxZoom, moveStepPixels, label, coveredRight } = { ...TownMap.defaults, ...options };
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#state = state;
    this.#coveredRight = coveredRight;
    this.leaflet = L.map(container, {
      minZoom,
      maxZoom,
      zoomControl: false,
      attributionControl: false,
      keyboardPanDelta: moveStepPixels,
      zoomAnimation: !calm,
      fadeAnimation: false,
      inertia: !calm,
    });
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', label);
    container.setAttribute('aria-describedby', 'map-help');
    PANES.forEach((name, i) => {
      this.leaflet.createPane(name).style.zIndex = FIRST_PANE + i * 10;
    });
  }

  /** Shows `start` (bounds [west, south, east, north]) unless the address names a view, and follows the address. */
  open(start) {
    const view = this.#state.value.map;
    if (view) this.leaflet.setView([view.lat, view.lon], view.zoom, { animate: false });
    else if (start) this.fit(start, { animate: false });
    else this.leaflet.setView([62.5, 16], 5, { animate: false });
    this.leaflet.on('moveend', this.#remember);
    this.#stops.push(this.#state.subscribe(['map'], ({ map }) => this.#follow(map)));
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.leaflet.remove();
  }

  /** Moves so that `target` fits: [west, south, east, north] or a GeoJSON geometry. */
  fit(target, { maxZoom = 17, animate = true } = {}) {
    const bounds = Array.isArray(target)
      ? L.latLngBounds([target[1], target[0]], [target[3], target[2]])
      : L.geoJSON(target).getBounds();
    this.leaflet.fitBounds(bounds, { paddingTopLeft: [56, 32], paddingBottomRight: [24 + this.#covered(), 40], maxZoom, animate });
  }

  /** Pixels at the right that something lies over; none when that would leave too little of the map. */
  #covered() {
    const covered = this.#coveredRight();
    return covered < this.leaflet.getSize().x * 0.4 ? covered : 0;
  }

  flyTo(lon, lat, zoom = Math.max(this.leaflet.getZoom(), 16)) {
    this.leaflet.setView([lat, lon], zoom);
  }

  /** Marks where the reader stands, with the circle of how sure the device is (metres). */
  showMyPlace(lon, lat, accuracyMetres) {
    this.#myPlace?.remove();
    this.#myPlace = L.layerGroup([
      L.circle([lat, lon], { radius: accuracyMetres, className: 'my-place__reach', pane: 'draw', interactive: false }),
      L.circleMarker([lat, lon], { radius: 7, className: 'my-place', pane: 'draw', interactive: false }),
    ]).addTo(this.leaflet);
    this.flyTo(lon, lat);
  }

  /** Marks a place that was looked for, and goes there; `bounds` shows the whole of a street. */
  showPlace(lon, lat, bounds = null) {
    this.#found?.remove();
    this.#found = L.circleMarker([lat, lon], { radius: 11, className: 'found-place', pane: 'draw', interactive: false }).addTo(this.leaflet);
    if (bounds && bounds[0] < bounds[2]) this.fit(bounds);
    else this.flyTo(lon, lat, Math.max(this.leaflet.getZoom(), 17));
  }

  /** While at least one holder has not released, map layers do not answer the pointer: a tool is drawing. */
  holdClicks() {
    this.#held++;
    let released = false;
    return () => {
      if (!released) this.#held--;
      released = true;
    };
  }

  get clicksHeld() {
    return this.#held > 0;
  }

  #remember = () => {
    const { lat, lng } = this.leaflet.getCenter();
    const map = { zoom: this.leaflet.getZoom(), lat: round(lat), lon: round(lng) };
    this.#state.set({ map }, { history: 'replace' });
  };

  #follow(view) {
    if (!view) return;
    const { lat, lng } = this.leaflet.getCenter();
    const there = view.zoom === this.leaflet.getZoom() && view.lat === round(lat) && view.lon === round(lng);
    if (!there) this.leaflet.setView([view.lat, view.lon], view.zoom, { animate: false });
  }
}

function round(degrees) {
  return Number(degrees.toFixed(5));
}
