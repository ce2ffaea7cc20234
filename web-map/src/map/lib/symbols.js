/**
 * The symbols of the map, drawn the same on the map and in the legend. Each meaning has its own shape, so that nobody
 * has to tell colours apart. Every function draws around (x, y); sizes are pixels.
 */

/** Radius of a single incident and of the biggest dot, in pixels, from a zoom upwards. */
const DOTS = [
  { from: 16, base: 4, most: 14 },
  { from: 15, base: 3.4, most: 14 },
  { from: 13, base: 2.4, most: 9 },
  { from: 11, base: 1.5, most: 5.5 },
  { from: -Infinity, base: 0.9, most: 3.6 },
];

/**
 * Radius of a dot of incidents in pixels. The area grows with the number, a little slower than it so that one busy
 * address does not hide its street; from afar the dots are small, since the hotspots are what one looks for.
 */
export function incidentRadius(count, zoom) {
  const { base, most } = DOTS.find(({ from }) => zoom >= from);
  return Math.min(most, base * Math.pow(count, 0.4));
}

export function drawIncident(context, x, y, radius, colours) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colours.crime;
  context.globalAlpha = radius < 3 ? 0.62 : 0.75;
  context.fill();
  context.globalAlpha = 1;
  if (radius < 2.8) return;
  context.lineWidth = 1;
  context.strokeStyle = colours.paper;
  context.stroke();
}

/** An unsafe place: a triangle; a safe one: a round-cornered square with a tick. */
export function drawUnsafePlace(context, x, y, radius, safe, colours) {
  context.lineJoin = 'round';
  context.beginPath();
  if (safe) context.roundRect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, radius * 0.5);
  else {
    context.moveTo(x, y - radius * 1.15);
    context.lineTo(x + radius * 1.1, y + radius * 0.85);
    context.lineTo(x - radius * 1.1, y + radius * 0.85);
    context.closePath();
  }
  context.fillStyle = safe ? colours.safe : colours.unsafety;
  context.strokeStyle = colours.paper;
  context.lineWidth = radius < 4 ? 1.2 : 2;
  context.stroke();
  context.fill();
  if (safe && radius >= 3) drawTick(context, x, y, radius * 0.5, colours.paper);
}

/** The outline of a survey wave's area: lines as flat pixels x0, y0, …; unbroken between its dots while it asks. */
export function drawWaveLine(context, lines, asking, colours) {
  context.save();
  context.lineJoin = 'round';
  for (const line of lines) {
    context.beginPath();
    for (let i = 0; i < line.length; i += 2) context.lineTo(line[i], line[i + 1]);
    context.closePath();
    context.setLineDash([]);
    context.strokeStyle = colours.paper;
    context.lineWidth = 5;
    context.stroke();
    context.strokeStyle = colours.wave;
    context.lineWidth = asking ? 2.5 : 1.5;
    context.setLineDash(asking ? [12, 3, 2, 3] : [2, 4]);
    context.stroke();
  }
  context.restore();
}

/** A report from the field: a square on its corner, filled while it waits for a decision. */
export function drawReport(context, x, y, radius, { waiting, strong = false }, colours) {
  const diamond = (reach) => {
    context.beginPath();
    context.moveTo(x, y - reach);
    context.lineTo(x + reach, y);
    context.lineTo(x, y + reach);
    context.lineTo(x - reach, y);
    context.closePath();
  };
  diamond(radius + (strong ? 5 : 2.5));
  context.fillStyle = strong ? colours.selected : colours.paper;
  context.fill();
  diamond(radius);
  context.fillStyle = waiting ? colours.report : colours.paper;
  context.fill();
  context.strokeStyle = colours.report;
  context.lineWidth = 2;
  context.stroke();
}

export function drawTick(context, x, y, size, colour) {
  context.beginPath();
  context.moveTo(x - size, y);
  context.lineTo(x - size * 0.25, y + size * 0.75);
  context.lineTo(x + size, y - size * 0.7);
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1.4, size * 0.45);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke();
}

/** How far a measure has come, as how much of its disc is filled; later steps have a tick or a bar. */
const FILLED = { proposed: 0, decided: 0.25, 'in-progress': 0.5, done: 1, 'followed-up': 1, closed: 0 };

/** Dash of the lines of a measure: what is only proposed is broken. */
export function measureDash(status) {
  return status === 'proposed' ? [3, 5] : status === 'decided' ? [9, 5] : [];
}

export function drawMeasure(context, x, y, radius, { status, overdue }, colours) {
  disc(context, x, y, radius + 2, colours.paper);
  disc(context, x, y, radius, colours.measure);
  disc(context, x, y, radius - 2, colours.paper);
  const share = FILLED[status] ?? 0;
  if (share > 0) {
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y, radius - 2, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
    context.closePath();
    context.fillStyle = colours.measure;
    context.fill();
  }
  if (status === 'followed-up') drawTick(context, x, y, radius * 0.45, colours.paper);
  if (status === 'closed') stroke(context, x - radius * 0.45, y, x + radius * 0.45, y, colours.measure);
  if (overdue) drawOverdue(context, x + radius * 0.85, y - radius * 0.85, radius * 0.55, colours);
}

function drawOverdue(context, x, y, radius, colours) {
  disc(context, x, y, radius + 1.5, colours.paper);
  disc(context, x, y, radius, colours.danger);
  stroke(context, x, y - radius * 0.5, x, y + radius * 0.1, colours.paper);
  disc(context, x, y + radius * 0.55, 0.9, colours.paper);
}

function disc(context, x, y, radius, colour) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

function stroke(context, x0, y0, x1, y1, colour) {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.lineCap = 'round';
  context.setLineDash([]);
  context.stroke();
}

/** The mark of a status, the same in list, badge and legend. */
export const STATUS_MARKS = Object.freeze({
  new: '★',
  growing: '▲',
  persistent: '=',
  fading: '▼',
  gone: '○',
  'too-few': '',
  'no-history': '',
});

/**
 * The badge with the rank of a hotspot: round for recorded crime, eight-cornered for disorder, square for perceived unsafety.
 * Answers its half width and half height.
 */
export function badgeSize(context, { rank, status, font, scale = 1 }) {
  context.font = font;
  const text = badgeText(rank, status);
  const half = Math.max(11 * scale, context.measureText(text).width / 2 + 6 * scale);
  return { text, halfX: half, halfY: 11 * scale };
}

function badgeText(rank, status) {
  const mark = STATUS_MARKS[status] ?? '';
  return mark ? `${rank} ${mark}` : String(rank);
}

export function drawBadge(context, x, y, { size, stream, strong, font }, colours) {
  const { halfX, halfY, text } = size;
  context.beginPath();
  badgeShape(context, { x, y, halfX, halfY }, stream);
  context.fillStyle = strong ? colours.selected : colours[stream];
  context.strokeStyle = colours.paper;
  context.lineWidth = 3;
  context.setLineDash([]);
  context.stroke();
  context.fill();
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.inkOnDark;
  context.fillText(text, x, y + 0.5);
}

function badgeShape(context, { x, y, halfX, halfY }, stream) {
  if (stream !== 'disorder') {
    context.roundRect(x - halfX, y - halfY, 2 * halfX, 2 * halfY, stream === 'unsafety' ? 4 : halfY);
    return;
  }
  const cut = halfY * 0.6;
  const [left, right, top, bottom] = [x - halfX, x + halfX, y - halfY, y + halfY];
  context.moveTo(left + cut, top);
  for (const [toX, toY] of [[right - cut, top], [right, top + cut], [right, bottom - cut], [right - cut, bottom], [left + cut, bottom], [left, bottom - cut], [left, top + cut]]) context.lineTo(toX, toY);
  context.closePath();
}

/** A pattern of slanted lines: what tells perceived unsafety from recorded crime without colour. */
export function hatch(context, colour, step = 7) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = step;
  const brush = tile.getContext('2d');
  brush.strokeStyle = colour;
  brush.lineWidth = 1.2;
  brush.beginPath();
  for (const shift of [-step, 0, step]) {
    brush.moveTo(shift, step);
    brush.lineTo(shift + step, 0);
  }
  brush.stroke();
  return context.createPattern(tile, 'repeat');
}
