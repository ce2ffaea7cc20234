/**
 * The points of one tiled layer within the view: fetched tile by tile, handed over all at once. Until the new points of
 * a view or a selection are complete, `points` is the former set, so nothing blinks.
 *
 * A point is { x, y, properties } in world coordinates (`lib/mercator.js`); a point in the margin of a neighbour tile
 * is taken once.
 */
import { TileSource } from './tileSource.js';

export class PointTiles {
  static defaults = { maxZoom: 18, marginTiles: 0.15 };

  #map;
  #layer;
  #options;
  #source;
  #onChange;
  #round = 0;
  #leaving = null;

  constructor(map, layer, parameters, onChange, options = {}) {
    this.#map = map;
    this.#layer = layer;
    this.#options = { ...PointTiles.defaults, ...options };
    this.#onChange = onChange;
    this.points = [];
    this.parameters = parameters;
  }

  open() {
    this.#map.on('moveend', this.#load);
    this.#load();
    return this;
  }

  close() {
    this.#map.off('moveend', this.#load);
    this.#leaving?.abort();
    this.#round++;
    this.points = [];
  }

  /** A new selection: the same view is fetched again with it. */
  set parameters(parameters) {
    this.#source = new TileSource(this.#layer, parameters);
    if (this.#leaving) this.#load();
  }

  #load = async () => {
    if (!this.#map._loaded) return;
    const round = ++this.#round;
    this.#leaving?.abort();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const source = this.#source;
    const tiles = this.#tilesInView();
    const answers = await Promise.allSettled(tiles.map(({ z, x, y }) => source.load(z, x, y, signal)));
    if (round !== this.#round) return;
    this.points = tiles.flatMap((tile, i) => this.#pointsOf(tile, answers[i].value?.get(this.#layer)));
    const failed = answers.find((answer) => answer.status === 'rejected');
    this.#onChange(failed?.reason ?? null);
  };

  #tilesInView() {
    const z = Math.min(this.#options.maxZoom, Math.round(this.#map.getZoom()));
    const scale = 256 * 2 ** (this.#map.getZoom() - z);
    const { min, max } = this.#map.getPixelBounds();
    const margin = this.#options.marginTiles;
    const last = 2 ** z - 1;
    const clamp = (value) => Math.max(0, Math.min(last, Math.floor(value)));
    const tiles = [];
    for (let x = clamp(min.x / scale - margin); x <= clamp(max.x / scale + margin); x++) {
      for (let y = clamp(min.y / scale - margin); y <= clamp(max.y / scale + margin); y++) tiles.push({ z, x, y });
    }
    return tiles;
  }

  #pointsOf({ z, x, y }, layer) {
    if (!layer) return [];
    const points = [];
    const { extent } = layer;
    for (const { type, geometry, properties } of layer.features) {
      if (type !== 1) continue;
      for (const part of geometry) {
        for (let i = 0; i < part.length; i += 2) {
          const [px, py] = [part[i], part[i + 1]];
          if (px < 0 || py < 0 || px >= extent || py >= extent) continue;
          points.push({ x: (x + px / extent) / 2 ** z, y: (y + py / extent) / 2 ** z, properties });
        }
      }
    }
    return points;
  }
}
