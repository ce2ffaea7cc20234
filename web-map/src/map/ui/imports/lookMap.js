/**
 * Where the rows land, on the town's own map, before anything is stored. A coordinate system that is tried shows its
 * points at once, while the service looks at the whole file.
 */
import { boundsMeet } from '../../lib/bounds.js';
import { formatLength, formatNumber } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { crsName, extentOf } from '../../lib/importLook.js';
import { worldX, worldY } from '../../lib/mercator.js';
import { ICONS } from '../../lib/pictures.js';
import { BaseLayer } from '../../layers/baseLayer.js';
import { CanvasOverlay } from '../../layers/canvasOverlay.js';
import { GridLayer } from '../../layers/gridLayer.js';
import { palette } from '../../layers/palette.js';
import { icon } from '../icons.js';
import * as L from '../../leaflet.js';
import { drawMark } from './marks.js';

const PANES = ['base', 'grid', 'labels', 'places'];
const FIRST_PANE = 210;
/** What is drawn over what: the few over the many. */
const ORDER = ['placed', 'waiting', 'uncertain', 'rejected'];

const LINE_PX = 1.5;
const DASHES_PX = [4, 3];
const FILL = 0.15;
const SMALLEST_PX = 4;

export class LookMap {
  #app;
  #element;
  #map = null;
  #points = null;
  #grid = null;
  #base = null;
  #places = [];
  #shapes = [];
  #box = null;
  #sizes;
  #stop = () => {};

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    const { t, locale } = this.#app;
    render(
      this.#element,
      html`
        <div class="look-map"><div class="look-map__map" id="look-map" role="region" aria-label="${t('imports.map.title')}"></div>
          <div class="look-map__buttons">
            <button type="button" class="map-button" data-zoom="1" aria-label="${t('map.zoomIn')}" title="${t('map.zoomIn')}"><svg class="icon" aria-hidden="true"><use href="${ICONS}#zoom-in"></use></svg></button>
            <button type="button" class="map-button" data-zoom="-1" aria-label="${t('map.zoomOut')}" title="${t('map.zoomOut')}"><svg class="icon" aria-hidden="true"><use href="${ICONS}#zoom-out"></use></svg></button>
          </div>
        </div>
        <p class="look-map__words" id="look-map-words"></p>`,
    );
    const container = this.#element.querySelector('#look-map');
    this.#map = L.map(container, { zoomControl: false, attributionControl: false, fadeAnimation: false, zoomAnimation: false, minZoom: 3, maxZoom: 19 });
    PANES.forEach((name, i) => {
      this.#map.createPane(name).style.zIndex = FIRST_PANE + i * 10;
    });
    this.#map.fitBounds(this.#home(), { animate: false });
    this.#grid = new GridLayer(this.#map, (value) => formatNumber(value, locale, 0)).open();
    this.#base = new BaseLayer(this.#map).open();
    this.#points = new CanvasOverlay(this.#map, (context, view) => this.#draw(context, view), { pane: 'places' }).open();
    this.#stop = on(this.#element, 'click', '[data-zoom]', (event, button) => this.#map.setZoom(this.#map.getZoom() + Number(button.dataset.zoom)));
    this.#sizes = new ResizeObserver(() => this.#resized());
    this.#sizes.observe(container);
    return this;
  }

  close() {
    this.#stop();
    this.#sizes.disconnect();
    for (const part of [this.#points, this.#base, this.#grid]) part.close();
    this.#map.remove();
  }

  show({ look, busy }) {
    if (busy) return;
    const proposal = look.places.length + look.shapes.length > 0 ? null : look.crs?.proposals[0];
    const places = proposal ? this.#proposed(proposal) : look.places;
    const shapes = proposal ? [] : look.shapes;
    if (JSON.stringify([places, shapes]) !== JSON.stringify([this.#places, this.#shapes])) this.#showPlaces(places, shapes);
    this.#tell(proposal);
  }

  /** Shows at once where the points of a proposal would land. */
  preview(proposal) {
    this.#showPlaces(this.#proposed(proposal));
    this.#tell(proposal);
  }

  #proposed(proposal) {
    return (proposal?.places ?? []).map(([lon, lat]) => ({ lon, lat, fate: 'placed' }));
  }

  /** Goes to the places that are good; the others may lie anywhere. */
  #showPlaces(places, shapes = []) {
    this.#places = places;
    this.#shapes = shapes;
    this.#points.redraw();
    const corners = [...places, ...shapes.flatMap(cornersOf)];
    const box = boundsOf(corners.filter(({ fate }) => fate === 'placed')) ?? boundsOf(corners);
    if (box && JSON.stringify(box) !== JSON.stringify(this.#box)) this.#fit(box);
    this.#box = box;
  }

  #fit([west, south, east, north]) {
    this.#map.fitBounds([[south, west], [north, east]], { padding: [24, 24], maxZoom: 16, animate: false });
  }

  #resized() {
    this.#map.invalidateSize({ animate: false, pan: false });
    if (this.#box) this.#fit(this.#box);
  }

  #home() {
    const [west, south, east, north] = this.#app.group?.bounds ?? [10.5, 55, 24.5, 69.2];
    return [[south, west], [north, east]];
  }

  /** The map in words, for those who do not see it. */
  #tell(proposal) {
    const { t, locale, group } = this.#app;
    const words = this.#element.querySelector('#look-map-words');
    if (this.#places.length + this.#shapes.length === 0) {
      words.textContent = t('imports.map.none');
      return;
    }
    const { width, height } = extentOf(this.#box);
    const what = proposal ? t('imports.map.proposed', { name: crsName(proposal.crs, t, [proposal]) }) : t('imports.map.extent', { width: formatLength(width, locale), height: formatLength(height, locale) });
    const there = group?.bounds && boundsMeet(this.#box, group.bounds);
    const here = there && 2 * this.#places.filter(({ lon, lat }) => boundsMeet([lon, lat, lon, lat], group.bounds)).length >= this.#places.length;
    const away = group?.bounds && !there && !group.invented;
    render(words, html`${what} ${here && t('imports.map.here', { place: group.name })}${away && html`<strong class="look-map__away">${icon('alert')} ${t('imports.map.elsewhere', { place: group.name })}</strong>`}`);
  }

  #draw(context, view) {
    const tokens = palette();
    const colours = { placed: tokens.action, uncertain: tokens.warning, waiting: tokens.unsafety, rejected: tokens.danger, halo: tokens.paper };
    for (const shape of this.#shapes) drawShape(context, view, shape, colours);
    for (const { lon, lat, fate } of [...this.#places].sort((a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate))) {
      drawMark(context, fate, view.x(worldX(lon)), view.y(worldY(lat)), colours);
    }
  }
}

function cornersOf({ lonLat, fate }) {
  return Array.from({ length: lonLat.length / 2 }, (none, i) => ({ lon: lonLat[2 * i], lat: lonLat[2 * i + 1], fate }));
}

/** A street or an area; one too small to be seen is a point. */
function drawShape(context, view, shape, colours) {
  const { lonLat, area, fate } = shape;
  const [west, south, east, north] = boundsOf(cornersOf(shape));
  const [left, top, right, bottom] = [view.x(worldX(west)), view.y(worldY(north)), view.x(worldX(east)), view.y(worldY(south))];
  if (Math.max(right - left, bottom - top) < SMALLEST_PX) {
    drawMark(context, fate, (left + right) / 2, (top + bottom) / 2, colours);
    return;
  }
  context.beginPath();
  for (let i = 0; i < lonLat.length; i += 2) context.lineTo(view.x(worldX(lonLat[i])), view.y(worldY(lonLat[i + 1])));
  context.strokeStyle = context.fillStyle = colours[fate];
  context.lineWidth = LINE_PX;
  context.setLineDash(fate === 'uncertain' ? DASHES_PX : []);
  if (area) {
    context.closePath();
    context.globalAlpha = FILL;
    context.fill();
    context.globalAlpha = 1;
  }
  context.stroke();
  context.setLineDash([]);
}

function boundsOf(places) {
  if (places.length === 0) return null;
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
