/** The line at the lower edge of the map: scale bar, coordinates under the pointer (WGS 84 and SWEREF 99 TM), sources. */
import { formatLength, formatNumber } from '../lib/format.js';
import { html, render } from '../lib/html.js';
import { metresPerPixel } from '../lib/mercator.js';
import { inSweden, toSweref } from '../lib/sweref.js';

export class Readout {
  static defaults = { barPixels: 110 };

  #app;
  #element;
  #options;
  #frame = 0;
  #stop = () => {};

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...Readout.defaults, ...options };
  }

  open() {
    render(
      this.#element,
      html`<div class="readout">
        <div class="scale-bar" id="scale-bar"></div>
        <p class="readout__coordinates" id="coordinates" aria-hidden="true"></p>
        <p class="readout__sources" id="sources"></p>
      </div>`,
    );
    const { leaflet } = this.#app.map;
    leaflet.on('moveend', this.#moved);
    leaflet.on('mousemove', this.#pointed);
    const stops = [this.#app.datasets.subscribe(() => this.#drawSources()), this.#app.state.subscribe(['group', 'datasets'], () => this.#drawSources())];
    this.#stop = () => stops.forEach((stop) => stop());
    this.#moved();
    return this;
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#app.map.leaflet.off('moveend', this.#moved);
    this.#app.map.leaflet.off('mousemove', this.#pointed);
    this.#stop();
    render(this.#element, html``);
  }

  #moved = () => {
    const { lat, lng } = this.#app.map.leaflet.getCenter();
    const zoom = this.#app.map.leaflet.getZoom();
    const metres = roundDown(metresPerPixel(lat, zoom) * this.#options.barPixels);
    const width = Math.round(metres / metresPerPixel(lat, zoom));
    const bar = this.#element.querySelector('#scale-bar');
    bar.style.width = `${width}px`;
    bar.textContent = formatLength(metres, this.#app.locale);
    this.#drawCoordinates(lng, lat);
  };

  #pointed = ({ latlng }) => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#drawCoordinates(latlng.lng, latlng.lat));
  };

  #drawCoordinates(lon, lat) {
    const { t, locale } = this.#app;
    const degrees = t('map.wgs84', { lat: fixed(lat, locale), lon: fixed(lon, locale) });
    const { north, east } = toSweref(lon, lat);
    const sweref = inSweden(lon, lat) ? ` · SWEREF 99 TM ${Math.round(north)}, ${Math.round(east)}` : '';
    this.#element.querySelector('#coordinates').textContent = degrees + sweref;
  }

  #drawSources() {
    const sources = [...new Set(this.#app.baseDatasets.map(({ source }) => source).filter(Boolean))];
    const text = sources.length ? this.#app.t('map.baseSource', { source: sources.join(', ') }) : '';
    this.#element.querySelector('#sources').textContent = text;
  }
}

function fixed(degrees, locale) {
  return formatNumber(degrees, locale, 5);
}

/** The largest of 1, 2, 5 × 10ⁿ that is not above `value`. */
export function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}
