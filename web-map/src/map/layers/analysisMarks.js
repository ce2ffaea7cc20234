/** How a place of an analysis is drawn, on the map and in the legend alike. Styles are those of `lib/analysisClasses.js`. */

const TILE = 8;

/** Fills the path that stands in `context`: all that is seen of a place of a few pixels. */
export function fillArea(context, style, brushes) {
  context.globalAlpha = style.alpha;
  context.fillStyle = brushes.of(context, style);
  context.fill();
  context.globalAlpha = 1;
}

/** Fills and outlines the path that stands in `context`. `strength` 1 is pointed at, 2 is chosen. */
export function paintArea(context, style, brushes, colours, strength = 0) {
  const brush = brushes.of(context, style);
  if (brush) {
    context.globalAlpha = Math.min(1, style.alpha + strength * 0.08);
    context.fillStyle = brush;
    context.fill('evenodd');
  }
  context.globalAlpha = style.fill === 'none' && strength === 0 ? Math.min(1, 0.2 + style.line * 0.25) : 1;
  context.lineJoin = 'round';
  if (style.line >= 1.5 || strength > 0) {
    context.setLineDash([]);
    context.strokeStyle = colours.paper;
    context.lineWidth = style.line + 2 + strength * 2;
    context.stroke();
  }
  context.setLineDash(style.dash);
  context.strokeStyle = strength > 0 ? colours.selected : colours[style.colour];
  context.lineWidth = style.line + strength * 1.5;
  // a canvas takes a width of 0 for no new width
  if (style.line + strength > 0) context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

export function paintPoint(context, x, y, style, colours, strength = 0) {
  context.beginPath();
  context.arc(x, y, 6 + strength * 2, 0, 2 * Math.PI);
  context.fillStyle = style.fill === 'none' ? colours.paper : colours[style.colour];
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = strength > 0 ? colours.selected : style.fill === 'none' ? colours[style.colour] : colours.paper;
  context.stroke();
}

/** The letters of a class in the middle of a place, on a little paper so that they read on any ground. */
export function paintMark(context, x, y, mark, colours, font) {
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colours.paper;
  context.strokeText(mark, x, y);
  context.fillStyle = colours.ink;
  context.fillText(mark, x, y);
}

/** Makes each pattern once for a drawing. */
export class Brushes {
  #colours;
  #made = new Map();

  constructor(colours) {
    this.#colours = colours;
  }

  /** What to fill with; null for nothing. */
  of(context, { fill, colour }) {
    if (fill === 'none') return null;
    if (fill === 'solid') return this.#colours[colour];
    const key = `${fill} ${colour}`;
    if (!this.#made.has(key)) this.#made.set(key, pattern(context, fill, this.#colours[colour]));
    return this.#made.get(key);
  }
}

function pattern(context, fill, colour) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE;
  const brush = tile.getContext('2d');
  brush.strokeStyle = brush.fillStyle = colour;
  brush.lineWidth = 1.6;
  brush.beginPath();
  if (fill === 'dots') {
    for (const [x, y] of [[2, 2], [6, 6]]) {
      brush.moveTo(x + 1.4, y);
      brush.arc(x, y, 1.4, 0, 2 * Math.PI);
    }
    brush.fill();
    return context.createPattern(tile, 'repeat');
  }
  for (const shift of [-TILE, 0, TILE]) {
    brush.moveTo(shift, TILE);
    brush.lineTo(shift + TILE, 0);
    if (fill === 'cross') {
      brush.moveTo(shift, 0);
      brush.lineTo(shift + TILE, TILE);
    }
  }
  brush.stroke();
  return context.createPattern(tile, 'repeat');
}
