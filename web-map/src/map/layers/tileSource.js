/**
 * Fetches and reads the vector tiles of one address, each once. A tile nobody waits for any longer is aborted.
 *
 * `load(z, x, y)` → layers by name (an empty Map where there is nothing); rejects when the service cannot be reached or
 * the tile is broken. A failed tile is not remembered, so that the next look asks again.
 */
import { decodeTile } from '../lib/mvt.js';
import { Lru } from '../lib/lru.js';
import { withParameters } from '../api.js';
import { whileHere } from '../leaving.js';

export class TileSource {
  static defaults = { capacity: 400, /** Address that the tiles lie below; null for that of `name`. */ address: null };

  #address;
  #parameters;
  #tiles;

  /** `name`: layer names of the service, separated by commas; `parameters`: the filter. */
  constructor(name, parameters = {}, options = {}) {
    this.#parameters = parameters;
    const { capacity, address } = { ...TileSource.defaults, ...options };
    this.#address = address ?? `/tiles/${name}`;
    this.#tiles = new Lru(capacity);
  }

  load(z, x, y, signal) {
    const key = `${z}/${x}/${y}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    const tile = whileHere((here) => this.#fetch(key, here), signal);
    this.#tiles.set(key, tile);
    tile.catch(() => this.#tiles.delete(key));
    return tile;
  }

  async #fetch(key, signal) {
    const address = withParameters(`${this.#address}/${key}.mvt`, this.#parameters);
    const response = await fetch(address, { credentials: 'same-origin', signal });
    if (response.status === 204) return new Map();
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return decodeTile(new Uint8Array(await response.arrayBuffer()));
  }
}
