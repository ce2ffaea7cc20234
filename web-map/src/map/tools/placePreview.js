/** A place that is chosen but not saved yet, on the map. */
import { cornersOf, pointsOf, shapeOf } from '../lib/shapes.js';
import { Sketch } from './sketch.js';

export class PlacePreview {
  #sketch;

  constructor(app) {
    this.#sketch = new Sketch(app.map.leaflet);
  }

  open() {
    this.#sketch.open();
    return this;
  }

  close() {
    this.#sketch.close();
  }

  /** Shows a GeoJSON geometry; null shows nothing. */
  show(geometry) {
    const shape = shapeOf(geometry) ?? 'point';
    const corners = shape === 'area' ? cornersOf(geometry) : pointsOf(geometry);
    this.#sketch.show(shape, corners, null, shape === 'point');
  }
}
