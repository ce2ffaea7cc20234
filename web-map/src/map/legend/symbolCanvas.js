/** Draws the symbols of the legend with the very functions that draw the map. */
import { styleOf } from '../lib/analysisClasses.js';
import { paintBand } from '../layers/shapePainter.js';
import { Brushes, paintArea, paintMark } from '../layers/analysisMarks.js';
import { badgeSize, drawBadge, drawIncident, drawMeasure, drawReport, drawUnsafePlace, drawWaveLine, hatch, incidentRadius, measureDash } from '../lib/symbols.js';

/** CSS pixels. */
const SIZE = 24;

/** `zoom` is the map's: dots are drawn as big as they are on it. */
export function drawLegendSymbols(root, colours, zoom) {
  const density = Math.min(2, devicePixelRatio || 1);
  for (const canvas of root.querySelectorAll('canvas[data-symbol]')) {
    const [kind, detail] = canvas.dataset.symbol.split(' ');
    const height = kind === 'incident' ? Math.max(SIZE, Math.ceil(2 * incidentRadius(Number(detail), zoom)) + 2) : SIZE;
    const width = kind === 'hotspot' || kind === 'analysis' ? height * 1.6 : height;
    canvas.width = width * density;
    canvas.height = height * density;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const context = canvas.getContext('2d');
    context.scale(density, density);
    SYMBOLS[kind](context, width / 2, height / 2, detail, colours, zoom);
  }
}

const SYMBOLS = {
  analysis: (context, x, y, detail, colours) => {
    const style = styleOf(detail);
    context.beginPath();
    context.roundRect(2, 4, 2 * x - 4, 2 * y - 8, 2);
    paintArea(context, style, new Brushes(colours), colours);
    if (style.mark) paintMark(context, x, y + 0.5, style.mark, colours, badgeFont());
  },
  measure: (context, x, y, detail, colours) => {
    const overdue = detail === 'overdue';
    drawMeasure(context, x, y, 9, { status: overdue ? 'decided' : detail, overdue }, colours);
  },
  report: (context, x, y, detail, colours) => drawReport(context, x, y, 7, { waiting: detail === 'waiting' }, colours),
  unsafe: (context, x, y, detail, colours) => drawUnsafePlace(context, x, y, 7, false, colours),
  safe: (context, x, y, detail, colours) => drawUnsafePlace(context, x, y, 7, true, colours),
  incident: (context, x, y, detail, colours, zoom) => drawIncident(context, x, y, incidentRadius(Number(detail), zoom), colours),
  wave: (context, x, y, detail, colours) => drawWaveLine(context, [[3, 5, 2 * x - 3, 5, 2 * x - 3, 2 * y - 5, 3, 2 * y - 5, 3, 5]], detail === 'open', colours),
  band: (context, x, y, detail, colours) => {
    context.beginPath();
    context.moveTo(4, y);
    context.lineTo(2 * x - 4, y);
    paintBand(context, colours, 7);
  },
  status: (context, x, y, detail, colours) => {
    const font = badgeFont();
    const size = badgeSize(context, { rank: '', status: detail, font });
    drawBadge(context, x, y, { size, stream: 'crime', strong: true, font }, colours);
  },
  hotspot: (context, x, y, detail, colours) => {
    const unsafety = detail === 'unsafety';
    const colour = colours[detail];
    context.beginPath();
    context.roundRect(2, 3, 2 * x - 4, 2 * y - 6, 8);
    context.fillStyle = unsafety ? hatch(context, colour) : colour;
    context.globalAlpha = unsafety ? 0.4 : 0.15;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.setLineDash({ disorder: [2, 3], unsafety: [5, 3] }[detail] ?? measureDash('done'));
    context.stroke();
    const font = badgeFont();
    drawBadge(context, x, y, { size: { text: '1', halfX: 8, halfY: 8 }, stream: detail, strong: false, font }, colours);
  },
};

function badgeFont() {
  return `650 11px ${getComputedStyle(document.body).fontFamily}`;
}
