/**
 * One canvas over the whole view and a margin around it, moved with the map and drawn anew when a movement ends. What
 * is drawn here is never cut at tile edges, and a new selection replaces the old one in one stroke.
 *
 * `draw(context, view)` gets the view: zoom, width, height (CSS pixels of the canvas), `x(worldX)` and `y(worldY)` from
 * world coordinates (`lib/mercator.js`) to canvas pixels, and `bounds` { minX, minY, maxX, maxY } in world coordinates.
 */
import * as L from '../leaflet.js';

export class CanvasOverlay {
  static defaults = { pane: 'hotspots', margin: 0.25, opacity: 1 };

  #map;
  #draw;
  #options;
  #canvas = null;
  #drawn = null;
  #frame = 0;

  constructor(map, draw, options = {}) {
    this.#map = map;
    this.#draw = draw;
    this.#options = { ...CanvasOverlay.defaults, ...options };
  }

  open() {
    this.#canvas = L.DomUtil.create('canvas', 'overlay leaflet-zoom-animated', this.#map.getPane(this.#options.pane));
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.opacity = this.#options.opacity;
    this.#map.on(this.#events, this);
    this.redraw();
    return this;
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#map.off(this.#events, this);
    this.#canvas?.remove();
    this.#canvas = null;
  }

  set opacity(value) {
    this.#options.opacity = value;
    if (this.#canvas) this.#canvas.style.opacity = value;
  }

  /** Draws before the next frame; many calls before then are one. */
  redraw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#drawNow());
  }

  #drawNow() {
    if (!this.#canvas || !this.#map._loaded) return;
    const view = this.#view();
    const density = Math.min(2, window.devicePixelRatio || 1);
    const canvas = this.#canvas;
    canvas.width = Math.round(view.width * density);
    canvas.height = Math.round(view.height * density);
    canvas.style.width = `${view.width}px`;
    canvas.style.height = `${view.height}px`;
    L.DomUtil.setTransform(canvas, this.#map.containerPointToLayerPoint(view.corner), 1);
    const context = canvas.getContext('2d');
    context.scale(density, density);
    this.#draw(context, view);
    this.#drawn = { center: this.#map.getCenter(), zoom: view.zoom };
  }

  #view() {
    const size = this.#map.getSize();
    const corner = size.multiplyBy(-this.#options.margin).round();
    const origin = this.#map.getPixelBounds().min.add(corner);
    const zoom = this.#map.getZoom();
    const scale = 256 * 2 ** zoom;
    const width = size.x - 2 * corner.x;
    const height = size.y - 2 * corner.y;
    return {
      zoom,
      corner,
      width,
      height,
      x: (worldX) => worldX * scale - origin.x,
      y: (worldY) => worldY * scale - origin.y,
      bounds: {
        minX: origin.x / scale,
        minY: origin.y / scale,
        maxX: (origin.x + width) / scale,
        maxY: (origin.y + height) / scale,
      },
    };
  }

  #events = {
    moveend: () => this.redraw(),
    viewreset: () => this.redraw(),
    resize: () => this.redraw(),
    move: () => this.#refillMargin(),
    zoomanim: ({ center, zoom }) => this.#scale(center, zoom),
  };

  /** A long drag would run out of the margin before it ends. */
  #refillMargin() {
    if (!this.#drawn || this.#drawn.zoom !== this.#map.getZoom()) return;
    const moved = this.#map.latLngToContainerPoint(this.#drawn.center).subtract(this.#map.getSize().divideBy(2));
    const margin = this.#map.getSize().multiplyBy(this.#options.margin * 0.7);
    if (Math.abs(moved.x) > margin.x || Math.abs(moved.y) > margin.y) this.redraw();
  }

  /** Follows Leaflet's zoom animation, as L.Renderer does. */
  #scale(center, zoom) {
    if (!this.#drawn || !this.#canvas) return;
    const scale = this.#map.getZoomScale(zoom, this.#drawn.zoom);
    const half = this.#map.getSize().multiplyBy(0.5 + this.#options.margin);
    const middle = this.#map.project(this.#drawn.center, zoom);
    const corner = half.multiplyBy(-scale).add(middle).subtract(this.#map._getNewPixelOrigin(center, zoom));
    L.DomUtil.setTransform(this.#canvas, corner, scale);
  }
}
