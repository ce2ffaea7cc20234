/** Paints streets and areas that incidents lie somewhere in: a broad pale band or a hatched field, never a spot. */
import { hatch } from '../lib/symbols.js';

/** Widths in CSS pixels. */
const NARROWEST = 4;
const WIDEST = 12;

/** How broad the band is: it grows with the number, and stops before it hides the town. */
export function bandWidth(count) {
  return Math.min(WIDEST, NARROWEST + 2 * Math.log2(Math.max(1, count)));
}

/** @returns `painter(context, layers, tile)` as `vectorTileLayer.js` takes it */
export function shapePainter(colours) {
  return (context, layers, { size }) => {
    const layer = layers.get('incident-shapes');
    if (!layer) return;
    const scale = size / layer.extent;
    for (const { type, geometry, properties } of layer.features) {
      context.beginPath();
      for (const part of geometry) trace(context, part, scale);
      if (type === 3) paintField(context, colours);
      else if (type === 2) paintBand(context, colours, bandWidth(properties.count));
    }
  };
}

function trace(context, part, scale) {
  context.moveTo(part[0] * scale, part[1] * scale);
  for (let i = 2; i < part.length; i += 2) context.lineTo(part[i] * scale, part[i + 1] * scale);
}

export function paintBand(context, colours, width) {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = colours.crime;
  context.globalAlpha = 0.35;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = 0.9;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function paintField(context, colours) {
  context.globalAlpha = 0.35;
  context.fillStyle = hatch(context, colours.crime);
  context.fill('evenodd');
  context.globalAlpha = 0.9;
  context.strokeStyle = colours.crime;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}
