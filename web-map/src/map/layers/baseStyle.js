/**
 * How the town's own layers are drawn: a muted town map under the data. Colours are tokens (`--map-*`), so the
 * projector theme is the same rules with stronger colours. Sizes are screen pixels; a pair list is interpolated by zoom.
 */

/** Line widths by zoom for the classes of roads, from the widest down. */
const ROADS = [
  { kinds: ['motorway', 'trunk', 'highway'], fill: 'road-main', casing: 'casing-major', from: 5, width: [[6, 1], [12, 3], [15, 8], [18, 22]] },
  { kinds: ['primary', 'main'], fill: 'road-main', casing: 'casing-major', from: 8, width: [[8, 0.8], [12, 2.2], [15, 7], [18, 20]] },
  { kinds: ['secondary', 'arterial'], fill: 'road-major', casing: 'casing-major', from: 10, width: [[10, 0.8], [13, 2.2], [15, 6], [18, 18]] },
  { kinds: ['tertiary', 'collector', 'rural', 'industrial', 'main-street'], fill: 'road', casing: 'casing', from: 11, width: [[11, 0.8], [13, 1.8], [15, 5], [18, 15]] },
  { kinds: [], fill: 'road', casing: 'casing', from: 12, width: [[12, 0.7], [14, 1.8], [15, 3.6], [16, 5.5], [18, 13]] },
  { kinds: ['service', 'driveway', 'alley', 'track'], fill: 'road', casing: 'casing', from: 14, width: [[14, 0.6], [16, 2.6], [18, 7]] },
];
const OTHER_ROADS = ROADS[4];
const NARROW_FIRST = [...ROADS].reverse();

/** Fill of a green area by its kind, in drawing order; any other kind is a park. */
const GREENS = [
  { fill: 'field', kinds: ['farmland', 'field', 'allotments'] },
  { fill: 'yard', kinds: ['school', 'yard', 'playground'] },
  { fill: 'park', kinds: [] },
  { fill: 'forest', kinds: ['forest', 'wood'] },
  { fill: 'grass', kinds: ['grass', 'pitch', 'meadow', 'sports'] },
];
const OTHER_GREEN = GREENS[2];
const PUBLIC_BUILDINGS = new Set(['public', 'school', 'church', 'station', 'townhall', 'library', 'civic', 'hospital', 'sports']);

/** Reads the colours of the theme now in force. */
export function mapColours(root = document.documentElement) {
  const style = getComputedStyle(root);
  return new Proxy({}, { get: (seen, name) => (seen[name] ??= style.getPropertyValue(`--map-${name}`).trim()) });
}

/** The value at `zoom` of [[zoom, value], …], straight lines in between. */
export function byZoom(pairs, zoom) {
  if (zoom <= pairs[0][0]) return pairs[0][1];
  for (let i = 1; i < pairs.length; i++) {
    const [z1, v1] = pairs[i];
    const [z0, v0] = pairs[i - 1];
    if (zoom <= z1) return v0 + ((zoom - z0) / (z1 - z0)) * (v1 - v0);
  }
  return pairs.at(-1)[1];
}

/** The class of a road by its kind; an unknown kind is an ordinary street. */
export function roadClass(kind) {
  return ROADS.find((road) => road.kinds.includes(kind)) ?? OTHER_ROADS;
}

/** Makes the painter of base tiles for `VectorTileLayer`. */
export function basePainter(colours) {
  return function paint(context, layers, { size, zoom }) {
    const brush = new Brush(context, layers, size, colours);
    context.lineJoin = 'round';
    paintGround(brush, zoom);
    paintBuildings(brush, zoom);
    paintWays(brush, zoom);
    paintLimits(brush, zoom);
    paintPoints(brush, zoom);
  };
}

function paintGround(brush, zoom) {
  const greenOf = ({ properties }) => GREENS.find(({ kinds }) => kinds.includes(properties.kind)) ?? OTHER_GREEN;
  for (const green of GREENS) brush.areas('green', (feature) => greenOf(feature) === green, green.fill);
  if (zoom >= 14) brush.areas('green', ({ properties }) => properties.kind === 'pitch', 'grass', 'park', 1);
  brush.areas('water', (feature) => feature.type === 3, 'water', 'water-line', zoom < 13 ? 0.5 : 1);
  const width = byZoom([[10, 0.8], [14, 2], [18, 7]], zoom);
  brush.lines('water', () => true, 'water-line', width);
  if (zoom >= 13) brush.areas('roads', () => true, 'square', zoom >= 15 ? 'casing' : null, 0.8);
}

function paintBuildings(brush, zoom) {
  if (zoom < 13) return;
  const line = zoom >= 15 ? 'building-line' : null;
  const isPublic = (feature) => PUBLIC_BUILDINGS.has(feature.properties.kind);
  brush.areas('buildings', (feature) => !isPublic(feature), 'building', line, 0.8);
  brush.areas('buildings', isPublic, 'building-public', line, 0.8);
}

function paintWays(brush, zoom) {
  const dash = zoom >= 16 ? [5, 4] : [3, 3];
  if (zoom >= 14) brush.lines('paths', () => true, 'road', byZoom([[14, 2], [18, 6]], zoom));
  if (zoom >= 14) brush.lines('paths', () => true, 'path', byZoom([[14, 0.8], [18, 1.8]], zoom), dash);
  for (const road of NARROW_FIRST) paintRoads(brush, road, zoom, true);
  for (const road of NARROW_FIRST) paintRoads(brush, road, zoom, false);
  if (zoom < 9) return;
  brush.lines('rail', () => true, 'rail', byZoom([[9, 1], [14, 2], [18, 4]], zoom));
  if (zoom >= 13) brush.lines('rail', () => true, 'road', byZoom([[13, 0.8], [18, 2]], zoom), [8, 8]);
}

function paintRoads(brush, road, zoom, casing) {
  if (zoom < road.from) return;
  const width = byZoom(road.width, zoom);
  if (casing && width < 1.6) return;
  const colour = !casing && width < 1.6 ? road.casing : casing ? road.casing : road.fill;
  brush.lines('roads', (feature) => roadClass(feature.properties.kind) === road, colour, casing ? width + 1.6 : width);
}

function paintLimits(brush, zoom) {
  if (zoom >= 16) brush.outlines('properties', 'property', 0.7, []);
  if (zoom >= 11) brush.outlines('districts', 'district', 1, [2, 4]);
  brush.outlines('boundary', 'boundary', byZoom([[6, 1], [14, 2]], zoom), [10, 4, 2, 4]);
}

function paintPoints(brush, zoom) {
  if (zoom >= 15) brush.squares('places', ({ properties }) => properties.kind === 'bus_stop', 'rail', byZoom([[15, 2], [18, 4]], zoom));
  if (zoom < 16) return;
  const radius = byZoom([[16, 1.5], [19, 3]], zoom);
  const isBroken = ({ properties }) => properties.kind === 'lamp-broken';
  brush.dots('lamps', (feature) => !isBroken(feature), 'lamp', radius);
  brush.rings('lamps', isBroken, 'lamp-broken', radius + 1.5);
}

/** Draws the features of one tile, all of one look in one path. */
class Brush {
  #context;
  #layers;
  #size;
  #colours;

  constructor(context, layers, size, colours) {
    this.#context = context;
    this.#layers = layers;
    this.#size = size;
    this.#colours = colours;
  }

  /** Fills by winding: rings of a tile turn one way outside and the other in holes, and areas may lie on each other. */
  areas(name, wanted, fill, stroke = null, width = 1) {
    if (!this.#trace(name, (feature) => feature.type === 3 && wanted(feature))) return;
    this.#context.fillStyle = this.#colours[fill];
    this.#context.fill();
    if (stroke) this.#stroke(stroke, width, []);
  }

  lines(name, wanted, colour, width, dash = []) {
    if (this.#trace(name, (feature) => feature.type === 2 && wanted(feature))) this.#stroke(colour, width, dash);
  }

  outlines(name, colour, width, dash) {
    if (this.#trace(name, (feature) => feature.type !== 1)) this.#stroke(colour, width, dash);
  }

  dots(name, wanted, colour, radius) {
    if (!this.#circles(name, wanted, radius)) return;
    this.#context.fillStyle = this.#colours[colour];
    this.#context.fill();
  }

  rings(name, wanted, colour, radius) {
    if (this.#circles(name, wanted, radius)) this.#stroke(colour, 1.4, []);
  }

  squares(name, wanted, colour, half) {
    const layer = this.#layers.get(name);
    if (!layer) return;
    const scale = this.#size / layer.extent;
    this.#context.fillStyle = this.#colours[colour];
    for (const feature of layer.features) {
      if (feature.type !== 1 || !wanted(feature)) continue;
      for (const [x, y] of feature.geometry) this.#context.fillRect(x * scale - half, y * scale - half, 2 * half, 2 * half);
    }
  }

  #circles(name, wanted, radius) {
    const layer = this.#layers.get(name);
    if (!layer) return false;
    const scale = this.#size / layer.extent;
    const context = this.#context;
    context.beginPath();
    for (const feature of layer.features) {
      if (feature.type !== 1 || !wanted(feature)) continue;
      for (const part of feature.geometry) {
        for (let i = 0; i < part.length; i += 2) {
          context.moveTo(part[i] * scale + radius, part[i + 1] * scale);
          context.arc(part[i] * scale, part[i + 1] * scale, radius, 0, 2 * Math.PI);
        }
      }
    }
    return true;
  }

  #stroke(colour, width, dash) {
    const context = this.#context;
    context.strokeStyle = this.#colours[colour];
    context.lineWidth = width;
    context.lineCap = dash.length ? 'butt' : 'round';
    context.setLineDash(dash);
    context.stroke();
    context.setLineDash([]);
  }

  #trace(name, wanted) {
    const layer = this.#layers.get(name);
    if (!layer) return false;
    const scale = this.#size / layer.extent;
    const context = this.#context;
    let any = false;
    context.beginPath();
    for (const feature of layer.features) {
      if (!wanted(feature)) continue;
      any = true;
      for (const part of feature.geometry) {
        context.moveTo(part[0] * scale, part[1] * scale);
        for (let i = 2; i < part.length; i += 2) context.lineTo(part[i] * scale, part[i + 1] * scale);
      }
    }
    return any;
  }
}
