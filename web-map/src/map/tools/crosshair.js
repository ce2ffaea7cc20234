/**
 * A cross over the map that the arrow keys move, so that everything a pointer can reach can be reached without one. At
 * the edge the map moves along.
 */
import { element, html } from '../lib/html.js';

/** Pixels per key press; with Shift held the large step. */
const STEP = 12;
const LARGE_STEP = 80;
/** How near the edge the cross may come before the map moves. */
const MARGIN = 48;
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export class Crosshair {
  #map;
  #node = null;
  #point = null;

  /** @param {L.Map} map */
  constructor(map) {
    this.#map = map;
  }

  get isShown() {
    return this.#point !== null;
  }

  /** Where the cross points, as a Leaflet LatLng. */
  get place() {
    return this.#map.containerPointToLatLng(this.#point);
  }

  open() {
    this.#node = element(html`<div class="crosshair" aria-hidden="true" hidden></div>`);
    this.#map.getContainer().append(this.#node);
    return this;
  }

  close() {
    this.#node?.remove();
    this.#node = null;
    this.#point = null;
  }

  /** Shows the cross in the middle of the map, unless it is somewhere already. */
  show() {
    if (!this.#point) this.#moveTo(this.#map.getSize().divideBy(2));
  }

  hide() {
    this.#point = null;
    this.#node.hidden = true;
  }

  /** Takes an arrow key; answers whether it was one. */
  takeKey(event) {
    const direction = ARROWS[event.key];
    if (!direction) return false;
    this.show();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    this.#moveTo(this.#point.add([direction[0] * step, direction[1] * step]));
    return true;
  }

  #moveTo(point) {
    const size = this.#map.getSize();
    const x = Math.min(size.x - MARGIN, Math.max(MARGIN, point.x));
    const y = Math.min(size.y - MARGIN, Math.max(MARGIN, point.y));
    if (x !== point.x || y !== point.y) this.#map.panBy([point.x - x, point.y - y], { animate: false });
    this.#point = point.clone();
    this.#point.x = x;
    this.#point.y = y;
    this.#node.hidden = false;
    this.#node.style.transform = `translate(${x}px, ${y}px)`;
  }
}
