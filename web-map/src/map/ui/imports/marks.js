/** The signs of what becomes of a row: shape and colour, the same on the map and in the counts. */
import { html } from '../../lib/html.js';

const SHAPES = {
  placed: html`<circle cx="8" cy="8" r="5"/>`,
  uncertain: html`<path d="M8 1.5 14.5 8 8 14.5 1.5 8Z"/>`,
  waiting: html`<path d="M2.5 2.5h11v11h-11Z"/>`,
  rejected: html`<path d="m3 3 10 10M13 3 3 13"/>`,
};

/** The sign of a fate as a small picture beside its word. */
export function mark(fate) {
  return html`<svg class="fate-mark fate-mark--${fate}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${SHAPES[fate]}</svg>`;
}

/** Draws the sign of a fate on a canvas, `colours` by fate. */
export function drawMark(context, fate, x, y, colours) {
  context.fillStyle = context.strokeStyle = colours[fate];
  context.lineWidth = 2;
  context.beginPath();
  if (fate === 'placed') {
    context.arc(x, y, 4.5, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = colours.halo;
    context.lineWidth = 1;
  } else if (fate === 'uncertain') {
    polygon(context, [[x, y - 6], [x + 6, y], [x, y + 6], [x - 6, y]]);
    fillLight(context, colours);
  } else if (fate === 'waiting') {
    context.rect(x - 5, y - 5, 10, 10);
    fillLight(context, colours);
  } else {
    context.moveTo(x - 5, y - 5);
    context.lineTo(x + 5, y + 5);
    context.moveTo(x + 5, y - 5);
    context.lineTo(x - 5, y + 5);
  }
  context.stroke();
}

function polygon(context, [first, ...rest]) {
  context.moveTo(...first);
  for (const corner of rest) context.lineTo(...corner);
  context.closePath();
}

function fillLight(context, { halo }) {
  context.fillStyle = halo;
  context.fill();
}
