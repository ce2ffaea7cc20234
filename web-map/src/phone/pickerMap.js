/**
 * The map of the place picker: our own base map under a cross that stands still. Moving the map moves the place under
 * the cross, which works with a thumb in a glove, with a mouse and with the arrow keys. Fetched only when a page wants
 * a map, because Leaflet is larger than the rest of the page.
 *
 *     const map = new PickerMap(element, { label, bounds, tiles, onMoved }).open()
 *     map.show({ lon, lat, accuracyMetres })     goes there without telling onMoved
 *     map.close()
 */
import { BaseLayer } from '../map/layers/baseLayer.js';
import { TileSource } from '../map/layers/tileSource.js';
import * as L from '../map/leaflet.js';

/** Drawing order; the numbers are Leaflet pane z-indexes. */
const PANES = { base: 210, labels: 220, draw: 230 };
const METRES_AT_EQUATOR = 40_075_016.7 / 256;

export class PickerMap {
  static defaults = {
    label: '',
    describedBy: null,
    /** [west, south, east, north] degrees, or null for the whole country. */
    bounds: null,
    /** An area or a way that is drawn as a line, a GeoJSON geometry, or null. */
    area: null,
    /** Address below which the base map's tiles lie. */
    tiles: '/tiles/base',
    /** As near as a chosen place is shown. */
    closeZoom: 17,
    /** So many screen pixels beside the cross may still be the place meant. */
    slackPixels: 12,
    /** Told { lon, lat, accuracyMetres } when a person has moved the map. */
    onMoved: () => {},
    /** Told once when the base map cannot be fetched. */
    onNoTiles: () => {},
  };

  #element;
  #options;
  #leaflet = null;
  #base = null;
  #ring = null;
  #lines = [];
  #size = null;
  #ours = 0;
  #told = null;

  constructor(element, options = {}) {
    this.#element = element;
    this.#options = { ...PickerMap.defaults, ...options };
  }

  open() {
    const { label, describedBy, bounds, tiles } = this.#options;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#leaflet = L.map(this.#element, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 4,
      maxZoom: 20,
      keyboardPanDelta: 40,
      zoomAnimation: !calm,
      fadeAnimation: false,
      inertia: false,
      touchZoom: 'center',
      scrollWheelZoom: 'center',
      doubleClickZoom: 'center',
      boxZoom: false,
      // a phone that is turned moves the map, but nobody has moved it: see the observer below
      trackResize: false,
    });
    for (const [name, order] of Object.entries(PANES)) this.#leaflet.createPane(name).style.zIndex = order;
    this.#element.setAttribute('role', 'region');
    this.#element.setAttribute('aria-label', label);
    if (describedBy) this.#element.setAttribute('aria-describedby', describedBy);
    this.#silently(() => {
      if (bounds) this.#leaflet.fitBounds([[bounds[1], bounds[0]], [bounds[3], bounds[2]]], { animate: false });
      else this.#leaflet.setView([62.5, 16], 5, { animate: false });
    });
    this.#openBase(tiles);
    this.#drawArea();
    this.#leaflet.on('moveend', this.#moved);
    this.#leaflet.on('click', ({ latlng }) => this.#leaflet.panTo(latlng));
    this.#size = new ResizeObserver(() => this.#silently(() => this.#leaflet?.invalidateSize({ pan: false })));
    this.#size.observe(this.#element);
    return this;
  }

  close() {
    this.#size?.disconnect();
    this.#base?.close();
    this.#leaflet?.off('moveend', this.#moved);
    this.#leaflet?.remove();
    this.#leaflet = null;
  }

  zoomIn() {
    this.#leaflet.zoomIn();
  }

  zoomOut() {
    this.#leaflet.zoomOut();
  }

  /** What lies under the cross. */
  get place() {
    const { lat, lng } = this.#leaflet.getCenter();
    return { lon: round(lng), lat: round(lat), accuracyMetres: this.#slackMetres(lat) };
  }

  /** Puts a place under the cross, with the circle of how sure it is when that is wider than the cross. */
  show({ lon, lat, accuracyMetres }) {
    this.#told = { lon, lat };
    this.#ring?.remove();
    this.#ring = L.circle([lat, lon], { radius: accuracyMetres ?? 0, pane: 'draw', interactive: false, className: 'my-place__reach' }).addTo(this.#leaflet);
    this.#silently(() => {
      const wide = (accuracyMetres ?? 0) > 60;
      if (wide) this.#leaflet.fitBounds(this.#ring.getBounds(), { maxZoom: this.#options.closeZoom, animate: false });
      this.#leaflet.setView([lat, lon], wide ? this.#leaflet.getZoom() : Math.max(this.#leaflet.getZoom(), this.#options.closeZoom), { animate: false });
    });
  }

  set area(geometry) {
    this.#options.area = geometry;
    this.#drawArea();
  }

  /** A light line under a dark one, so that it shows on any ground. */
  #drawArea() {
    const { area } = this.#options;
    for (const line of this.#lines.splice(0)) line.remove();
    if (!area) return;
    for (const className of ['picker-place__area-ground', 'picker-place__area']) {
      this.#lines.push(L.geoJSON(area, { pane: 'draw', interactive: false, style: { className, fill: false } }).addTo(this.#leaflet));
    }
  }

  #openBase(tiles) {
    const source = new TileSource('base', {}, { address: tiles });
    let told = false;
    const onNoTiles = () => {
      if (!told) this.#options.onNoTiles();
      told = true;
    };
    this.#base = new BaseLayer(this.#leaflet, {}, { source, onError: onNoTiles }).open();
  }

  /** Only a person's movement chooses a place; our own and a mere change of zoom do not. */
  #moved = () => {
    if (this.#ours > 0) return;
    const { lon, lat, accuracyMetres } = this.place;
    if (this.#told && this.#pixelsBetween(this.#told, { lon, lat }) < 1.5) return;
    this.#told = { lon, lat };
    this.#ring?.remove();
    this.#ring = null;
    this.#options.onMoved({ lon, lat, accuracyMetres });
  };

  #pixelsBetween(a, b) {
    return this.#leaflet.latLngToContainerPoint([a.lat, a.lon]).distanceTo(this.#leaflet.latLngToContainerPoint([b.lat, b.lon]));
  }

  #slackMetres(lat) {
    const metresPerPixel = (METRES_AT_EQUATOR * Math.cos((lat * Math.PI) / 180)) / 2 ** this.#leaflet.getZoom();
    return Math.max(3, Math.round(this.#options.slackPixels * metresPerPixel));
  }

  #silently(move) {
    this.#ours++;
    try {
      move();
    } finally {
      this.#ours--;
    }
  }
}

function round(degrees) {
  return Number(degrees.toFixed(6));
}
