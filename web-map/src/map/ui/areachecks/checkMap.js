/**
 * The map of an area check: the town's base map with the areas of the check on it, its own buttons, and what the
 * drawing tools need (`leaflet`, `area`, `holdClicks()`, `fit()`), so that they work here as on the map of the page.
 */
import { BaseLayer } from '../../layers/baseLayer.js';
import { CanvasOverlay } from '../../layers/canvasOverlay.js';
import { GridLayer } from '../../layers/gridLayer.js';
import * as L from '../../leaflet.js';
import { formatLength } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { metresPerPixel } from '../../lib/mercator.js';
import { roundLength } from '../../lib/outlineSketch.js';
import { boundsOf } from '../../lib/shapes.js';
import { PrintMap } from '../../printMap.js';
import { icon } from '../icons.js';
import { paintShapes } from './checkPainter.js';

/** Drawing order; the numbers are Leaflet pane z-indexes and stay inside the map. */
const PANES = { base: 210, grid: 220, labels: 230, shapes: 240, draw: 250 };
const BAR_PIXELS = 110;
const CLOSEST_ZOOM = 17;
/** The whole of Sweden, when nothing else is known. */
const NOWHERE = { centre: [62.5, 16], zoom: 5 };

export class CheckMap {
  #app;
  #root;
  #label;
  #shapes = [];
  #layers = [];
  #overlay = null;
  #print = null;
  #size = null;
  #stop = () => {};

  /** @param {string} label what the map shows, for those who do not see it */
  constructor(app, root, label) {
    this.#app = app;
    this.#root = root;
    this.#label = label;
  }

  /** Where the drawing tools put their bar. */
  get area() {
    return this.#root.querySelector('.check-map__frame');
  }

  open() {
    const { t } = this.#app;
    render(
      this.#root,
      html`
        <div class="check-map__frame">
          <div class="check-map__map" role="region" aria-label="${this.#label}"></div>
          <div class="check-map__buttons map-buttons__group" role="group" aria-label="${t('map.tools')}">
            ${[['zoom-in', 'map.zoomIn'], ['zoom-out', 'map.zoomOut'], ['home', 'areaCheck.showAll']].map(([name, label]) => html`<button type="button" class="map-button" data-map="${name}" aria-label="${t(label)}" title="${t(label)}">${icon(name)}</button>`)}
          </div>
          <div class="scale-bar check-map__scale"></div>
        </div>
        <canvas class="check-map__print" width="0" height="0" aria-hidden="true"></canvas>`,
    );
    this.#openLeaflet();
    this.#openLayers();
    this.#stop = on(this.#root, 'click', '[data-map]', (event, button) => this.#press(button.dataset.map));
    const bar = this.#root.querySelector('.check-map__scale');
    this.#print = new PrintMap(this.leaflet, this.#root.querySelector('.check-map__print'), { scaleBar: () => bar }).open();
    this.#size = new ResizeObserver(() => this.leaflet?.invalidateSize({ pan: false }));
    this.#size.observe(this.leaflet.getContainer());
    this.#drawScale();
    return this;
  }

  close() {
    this.#stop();
    this.#size?.disconnect();
    this.#print?.close();
    for (const layer of this.#layers) layer.close();
    this.leaflet?.remove();
    this.leaflet = null;
  }

  /** The tools stop the layers of the page's map from answering the pointer; here none does. */
  holdClicks() {
    return () => {};
  }

  /** Shows shapes, { kind, geometry, metres?, label? } (checkPainter.js). */
  show(shapes) {
    this.#shapes = shapes.filter(({ geometry }) => geometry);
    this.#overlay.redraw();
  }

  /** Moves so that a geometry fits, with so many metres around it. */
  fit(geometry, { metres = 0, animate = false } = {}) {
    const bounds = boundsOf(geometry);
    if (!bounds) return;
    const [west, south, east, north] = bounds;
    const dLat = metres / 111_000;
    const dLon = dLat / Math.cos((south * Math.PI) / 180);
    this.leaflet.fitBounds([[south - dLat, west - dLon], [north + dLat, east + dLon]], { padding: [28, 28], maxZoom: CLOSEST_ZOOM, animate });
  }

  /** Moves so that all shapes fit (or those that count) with so many metres around; the place of the data when there are none. */
  fitAll(counts = () => true, aroundMetres = 0) {
    const boxes = this.#shapes.filter(counts).map(({ geometry, metres = 0 }) => ({ box: boundsOf(geometry), metres })).filter(({ box }) => box);
    if (!boxes.length) return this.#showPlace();
    const corners = boxes.flatMap(({ box: [west, south, east, north] }) => [[west, south], [east, north]]);
    return this.fit({ type: 'MultiPoint', coordinates: corners }, { metres: Math.max(aroundMetres, ...boxes.map(({ metres }) => metres)) });
  }

  #openLeaflet() {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const element = this.#root.querySelector('.check-map__map');
    this.leaflet = L.map(element, { zoomControl: false, attributionControl: false, minZoom: 4, maxZoom: 20, keyboardPanDelta: 40, zoomAnimation: !calm, fadeAnimation: false, inertia: !calm, scrollWheelZoom: true });
    for (const [name, order] of Object.entries(PANES)) this.leaflet.createPane(name).style.zIndex = order;
    this.#showPlace();
    this.leaflet.on('moveend', () => this.#drawScale());
  }

  #openLayers() {
    if (this.#app.baseDatasets.length) this.#layers.push(new BaseLayer(this.leaflet).open());
    else this.#layers.push(new GridLayer(this.leaflet, (value) => String(value)).open());
    this.#overlay = new CanvasOverlay(this.leaflet, (context, view) => paintShapes(context, view, this.#shapes, this.leaflet.getCenter().lat), { pane: 'shapes' }).open();
    this.#layers.push(this.#overlay);
  }

  #showPlace() {
    const here = this.#app.group?.bounds;
    if (here) this.leaflet.fitBounds([[here[1], here[0]], [here[3], here[2]]], { animate: false });
    else this.leaflet.setView(NOWHERE.centre, NOWHERE.zoom, { animate: false });
  }

  #press(name) {
    if (name === 'zoom-in') this.leaflet.zoomIn();
    else if (name === 'zoom-out') this.leaflet.zoomOut();
    else this.fitAll();
  }

  #drawScale() {
    // a movement may end when the page has been left
    if (!this.leaflet) return;
    const { lat } = this.leaflet.getCenter();
    const perPixel = metresPerPixel(lat, this.leaflet.getZoom());
    const metres = roundLength(perPixel * BAR_PIXELS);
    const bar = this.#root.querySelector('.check-map__scale');
    bar.style.width = `${Math.round(metres / perPixel)}px`;
    bar.textContent = formatLength(metres, this.#app.locale);
  }
}
