/**
 * Names on the base map: places, water, green, streets along their line, house numbers. Drawn over the whole view so
 * that no name is cut at a tile edge, each name once within sight of itself, the important ones first and none over
 * another.
 */
import { boundsOf, boxesMeet, labelPlace, ringArea } from '../lib/geometry.js';
import { roadClass } from './baseStyle.js';
import { CanvasOverlay } from './canvasOverlay.js';

/** What gets a name, from which zoom, how it looks; `order` decides who wins a place. */
const STYLES = {
  settlement: { order: 0, from: 8, size: 15, weight: 650, colour: 'text', apart: 600 },
  place: { order: 1, from: 12, size: 13, weight: 600, colour: 'text-soft', apart: 400 },
  district: { order: 2, from: 11, size: 13, weight: 600, colour: 'district', apart: 800, spaced: true },
  water: { order: 3, from: 12, size: 13, weight: 500, colour: 'water-text', apart: 500, italic: true },
  green: { order: 4, from: 14, size: 12, weight: 500, colour: 'green-text', apart: 400 },
  mainRoad: { order: 5, from: 12, size: 12, weight: 550, colour: 'text', apart: 420 },
  road: { order: 6, from: 15, size: 12, weight: 450, colour: 'text-soft', apart: 380 },
  path: { order: 7, from: 16, size: 11, weight: 450, colour: 'text-soft', apart: 420, italic: true },
  stop: { order: 8, from: 17, size: 11, weight: 500, colour: 'text-soft', apart: 60 },
  address: { order: 9, from: 18, size: 11, weight: 400, colour: 'text-soft', apart: 0 },
};
const SETTLEMENTS = new Set(['city', 'town', 'village', 'locality', 'hamlet']);
const STOPS = new Set(['bus_stop', 'stop']);
const WATERS = new Set(['lake', 'sea', 'river']);
const GREENS = new Set(['park', 'forest', 'allotments']);
/** A stop's name stands above its square. */
const STOP_LIFT_PIXELS = 11;
const ALONG = new Set(['mainRoad', 'road', 'path']);

export class LabelLayer {
  static defaults = { pane: 'labels', opacity: 1, settleMillis: 80 };

  #map;
  #colours;
  #options;
  #overlay;
  #tiles = new Map();
  #widths = new Map();
  #timer = 0;
  #family = getComputedStyle(document.body).fontFamily;
  #scale;

  constructor(map, colours, options = {}) {
    this.#map = map;
    this.#colours = colours;
    this.#scale = Number(colours['text-scale']) || 1;
    this.#options = { ...LabelLayer.defaults, ...options };
    const { pane, opacity } = this.#options;
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { pane, opacity });
  }

  open() {
    this.#overlay.open();
    return this;
  }

  close() {
    clearTimeout(this.#timer);
    this.#overlay.close();
    this.#tiles.clear();
  }

  set opacity(value) {
    this.#overlay.opacity = value;
  }

  addTile(coords, layers) {
    this.#tiles.set(`${coords.z}/${coords.x}/${coords.y}`, { coords, names: namesOf(layers, coords) });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#overlay.redraw(), this.#options.settleMillis);
  }

  removeTile(coords) {
    this.#tiles.delete(`${coords.z}/${coords.x}/${coords.y}`);
  }

  #draw(context, view) {
    const names = [];
    for (const { coords, names: found } of this.#tiles.values()) {
      if (coords.z === Math.min(18, Math.round(view.zoom))) names.push(...found);
    }
    names.sort((a, b) => a.style.order - b.style.order || b.weight - a.weight || (a.text < b.text ? -1 : 1));
    const taken = [];
    const placed = new Map();
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const name of names) {
      if (view.zoom < name.style.from) continue;
      const place = this.#place(context, name, view);
      if (!place || taken.some((box) => boxesMeet(box, place.box)) || this.#tooNear(placed, name, place)) continue;
      taken.push(place.box);
      this.#write(context, name, place);
    }
  }

  #place(context, name, view) {
    const width = this.#width(context, name);
    const at = name.along ? labelPlace(onScreen(name.line, view), width + 8) : { x: view.x(name.x), y: view.y(name.y) - (name.style === STYLES.stop ? STOP_LIFT_PIXELS : 0), angle: 0 };
    if (!at) return null;
    const cos = Math.abs(Math.cos(at.angle));
    const sin = Math.abs(Math.sin(at.angle));
    const height = name.style.size * this.#scale * 1.15;
    const halfX = (width * cos + height * sin) / 2 + 3;
    const halfY = (width * sin + height * cos) / 2 + 2;
    return { ...at, box: { minX: at.x - halfX, maxX: at.x + halfX, minY: at.y - halfY, maxY: at.y + halfY } };
  }

  #tooNear(placed, name, place) {
    const same = placed.get(name.text) ?? [];
    if (same.some((other) => Math.hypot(other.x - place.x, other.y - place.y) < name.style.apart)) return true;
    placed.set(name.text, [...same, place]);
    return false;
  }

  #write(context, name, place) {
    context.save();
    context.translate(place.x, place.y);
    context.rotate(place.angle);
    context.font = font(name.style, this.#family, this.#scale);
    context.letterSpacing = name.style.spaced ? '1.5px' : '0px';
    context.strokeStyle = this.#colours.halo;
    context.lineWidth = 3.5;
    context.strokeText(name.text, 0, 0);
    context.fillStyle = this.#colours[name.style.colour];
    context.fillText(name.text, 0, 0);
    context.restore();
  }

  #width(context, { text, style }) {
    const key = `${style.order}${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      context.font = font(style, this.#family, this.#scale);
      width = context.measureText(text).width + (style.spaced ? text.length * 1.5 : 0);
      this.#widths.set(key, width);
    }
    return width;
  }
}

/** The canvas writes in the page's own typeface (`--font`). */
function font({ size, weight, italic }, family, scale) {
  return `${italic ? 'italic ' : ''}${weight} ${Math.round(size * scale)}px ${family}`;
}

function onScreen(line, view) {
  const out = new Float64Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    out[i] = view.x(line[i]);
    out[i + 1] = view.y(line[i + 1]);
  }
  return out;
}

/** The names in one tile, in world coordinates. */
function namesOf(layers, { x, y, z }) {
  const names = [];
  const tiles = 2 ** z;
  for (const layer of layers.values()) {
    for (const feature of layer.features) {
      const style = styleOf(layer.name, feature);
      const text = style === 'address' ? houseNumber(feature.properties.name) : feature.properties.name;
      if (!style || !text) continue;
      const world = (part) => part.map((value, i) => ((i % 2 ? y : x) + value / layer.extent) / tiles);
      if (ALONG.has(style)) {
        for (const line of feature.geometry) names.push({ text, style: STYLES[style], along: true, line: world(line), weight: line.length });
      } else names.push({ text, style: STYLES[style], along: false, ...middle(feature, world) });
    }
  }
  return names;
}

function styleOf(layer, { properties: { kind }, type }) {
  switch (layer) {
    case 'places':
      if (SETTLEMENTS.has(kind)) return 'settlement';
      if (STOPS.has(kind)) return 'stop';
      return WATERS.has(kind) ? 'water' : GREENS.has(kind) ? 'green' : 'place';
    case 'districts':
      return 'district';
    case 'water':
      return type === 2 ? 'path' : 'water';
    case 'green':
      return 'green';
    case 'roads':
      if (type === 3) return 'place';
      return roadClass(kind).from <= 10 ? 'mainRoad' : 'road';
    case 'paths':
      return 'path';
    case 'addresses':
      return 'address';
    default:
      return null;
  }
}

function houseNumber(name) {
  return /\s(\d+\s?\w?)$/.exec(name ?? '')?.[1] ?? '';
}

/** A point for an area's name: the middle of its box, weighted by its size so that the largest piece gets the name. */
function middle(feature, world) {
  const rings = feature.geometry.map(world);
  const box = boundsOf(rings);
  const weight = feature.type === 3 ? Math.abs(ringArea(rings[0])) : 0;
  return { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2, weight };
}
