/**
 * Reads Mapbox Vector Tiles 2.1 (https://github.com/mapbox/vector-tile-spec/tree/master/2.1) without a library: a tile
 * is a small protocol buffer of layers → features → commands. Coordinates stay in tile units (0..extent, y down).
 *
 * Known limits: features of unknown geometry type and fields that the specification does not name are passed over.
 */

export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;

export class BrokenTileError extends Error {}

/**
 * @param {Uint8Array} bytes one tile
 * @returns {Map<string, {name: string, extent: number, features: {type: number, id: number|undefined,
 *   properties: object, geometry: Float64Array[]}[]}>} layers by name; each geometry part is x0, y0, x1, y1 …
 */
export function decodeTile(bytes) {
  const layers = new Map();
  const reader = new Reader(bytes);
  while (reader.more()) {
    const field = reader.varint();
    if (field === message(3)) {
      const layer = readLayer(reader.sub());
      layers.set(layer.name, layer);
    } else reader.skip(field);
  }
  return layers;
}

function readLayer(reader) {
  const layer = { name: '', extent: 4096, features: [] };
  const keys = [];
  const values = [];
  const raw = [];
  while (reader.more()) {
    const field = reader.varint();
    if (field === message(1)) layer.name = reader.text();
    else if (field === message(2)) raw.push(reader.sub());
    else if (field === message(3)) keys.push(reader.text());
    else if (field === message(4)) values.push(readValue(reader.sub()));
    else if (field === number(5)) layer.extent = reader.varint();
    else reader.skip(field);
  }
  for (const each of raw) layer.features.push(readFeature(each, keys, values));
  return layer;
}

function readFeature(reader, keys, values) {
  const feature = { type: 0, id: undefined, properties: {}, geometry: [] };
  while (reader.more()) {
    const field = reader.varint();
    if (field === number(1)) feature.id = reader.varint();
    else if (field === message(2)) readTags(reader.sub(), keys, values, feature.properties);
    else if (field === number(3)) feature.type = reader.varint();
    else if (field === message(4)) feature.geometry = readGeometry(reader.sub());
    else reader.skip(field);
  }
  return feature;
}

function readTags(reader, keys, values, properties) {
  while (reader.more()) {
    const key = reader.varint();
    const value = reader.varint();
    if (key >= keys.length || value >= values.length) throw new BrokenTileError(`tag ${key}=${value} is out of range`);
    properties[keys[key]] = values[value];
  }
}

/** Commands 1 MoveTo, 2 LineTo, 7 ClosePath with zigzag steps; a new part starts at each MoveTo of lines and rings. */
function readGeometry(reader) {
  const parts = [];
  let part = [];
  let x = 0;
  let y = 0;
  while (reader.more()) {
    const command = reader.varint();
    const id = command & 7;
    if (id === 7) {
      if (part.length) part.push(part[0], part[1]);
      continue;
    }
    if (id !== 1 && id !== 2) throw new BrokenTileError(`geometry command ${id} does not exist`);
    for (let i = command >> 3; i > 0; i--) {
      if (id === 1 && part.length) {
        parts.push(Float64Array.from(part));
        part = [];
      }
      x += reader.zigzag();
      y += reader.zigzag();
      part.push(x, y);
    }
  }
  if (part.length) parts.push(Float64Array.from(part));
  return parts;
}

function readValue(reader) {
  let value = null;
  while (reader.more()) {
    const field = reader.varint();
    if (field === message(1)) value = reader.text();
    else if (field === fixed32(2)) value = reader.float();
    else if (field === fixed64(3)) value = reader.double();
    else if (field === number(4) || field === number(5)) value = reader.varint();
    else if (field === number(6)) value = reader.zigzag();
    else if (field === number(7)) value = reader.varint() !== 0;
    else reader.skip(field);
  }
  return value;
}

const number = (field) => field << 3;
const fixed64 = (field) => (field << 3) | 1;
const message = (field) => (field << 3) | 2;
const fixed32 = (field) => (field << 3) | 5;

const UTF8 = new TextDecoder();

/** Reads protocol buffer fields from bytes[at..end). */
class Reader {
  #bytes;
  #view;
  #at;
  #end;

  constructor(bytes, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
    this.#end = end;
  }

  more() {
    return this.#at < this.#end;
  }

  /** Unsigned number; exact up to 2^53, which is more than any id or coordinate we send. */
  varint() {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 10; i++) {
      if (this.#at >= this.#end) throw new BrokenTileError('the tile ends in the middle of a number');
      const byte = this.#bytes[this.#at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new BrokenTileError('a number is longer than ten bytes');
  }

  zigzag() {
    const value = this.varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  sub() {
    const start = this.#skipBytes(this.varint());
    return new Reader(this.#bytes, start, this.#at);
  }

  text() {
    const start = this.#skipBytes(this.varint());
    return UTF8.decode(this.#bytes.subarray(start, this.#at));
  }

  float() {
    return this.#view.getFloat32(this.#skipBytes(4), true);
  }

  double() {
    return this.#view.getFloat64(this.#skipBytes(8), true);
  }

  skip(field) {
    const wire = field & 7;
    if (wire === 0) this.varint();
    else if (wire === 1) this.#skipBytes(8);
    else if (wire === 2) this.#skipBytes(this.varint());
    else if (wire === 5) this.#skipBytes(4);
    else throw new BrokenTileError(`wire type ${wire} does not exist`);
  }

  #skipBytes(count) {
    const start = this.#at;
    if (start + count > this.#end) throw new BrokenTileError('the tile ends in the middle of a field');
    this.#at += count;
    return start;
  }
}
