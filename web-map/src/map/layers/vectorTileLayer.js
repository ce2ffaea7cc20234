/**
 * Vector tiles drawn on canvas by paint rules, sharp on dense screens. Leaflet's grid keeps the old tiles until the new
 * ones are drawn, so zooming does not flicker. Labels are not drawn here: they would be cut at tile edges
 * (`labelLayer.js` draws them over the whole view; `onTile` hands it what was read).
 */
import * as L from '../leaflet.js';

export class VectorTileLayer extends L.GridLayer {
  static defaults = {
    pane: 'base',
    tileSize: 256,
    minZoom: 0,
    maxZoom: 22,
    maxNativeZoom: 18,
    updateWhenZooming: false,
    keepBuffer: 3,
    onTile: () => {},
    onTileGone: () => {},
  };

  #source;
  #painter;

  /** `painter(context, layers, tile)` draws one tile; `tile` = { size, zoom, coords }. */
  constructor(source, painter, options = {}) {
    super({ ...VectorTileLayer.defaults, ...options });
    this.#source = source;
    this.#painter = painter;
    this.on('tileunload', ({ coords, tile }) => {
      tile.leaving?.abort();
      this.options.onTileGone(coords);
    });
  }

  createTile(coords, done) {
    const canvas = document.createElement('canvas');
    const size = this.getTileSize().x;
    const density = Math.min(2, window.devicePixelRatio || 1);
    canvas.width = canvas.height = size * density;
    canvas.leaving = new AbortController();
    this.#source
      .load(coords.z, coords.x, coords.y, canvas.leaving.signal)
      .then((layers) => {
        const context = canvas.getContext('2d');
        context.scale(density, density);
        this.#painter(context, layers, { size, zoom: this._tileZoom ?? coords.z, coords });
        this.options.onTile(coords, layers);
        done(null, canvas);
      })
      .catch((error) => done(error, canvas));
    return canvas;
  }
}
