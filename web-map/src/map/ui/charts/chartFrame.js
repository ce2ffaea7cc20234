/** What the charts of analyses share: the frame with axes, marks and a key. Sizes are units of the picture. */
import { plainNumber } from '../../lib/analysisWords.js';
import { valueScale } from '../../lib/chartScale.js';
import { html } from '../../lib/html.js';

export const FRAME = Object.freeze({ width: 360, height: 168, left: 38, right: 14, top: 8, bottom: 30 });

/**
 * Scales for a picture: `x(value)` and `y(value)` in units of the picture.
 * @param {{minX: number, maxX: number, minY: number, maxY: number}} range
 */
export function scales({ minX, maxX, minY, maxY }, frame = FRAME) {
  const vertical = valueScale(minY, maxY);
  const width = frame.width - frame.left - frame.right;
  const height = frame.height - frame.top - frame.bottom;
  return {
    frame,
    vertical,
    x: (value) => round(frame.left + (maxX > minX ? ((value - minX) / (maxX - minX)) * width : width / 2)),
    y: (value) => round(frame.top + height * (1 - (value - vertical.low) / (vertical.high - vertical.low))),
  };
}

/** The whole figure: title, picture with its axes, and the key. `marks` on the x axis are [{ at, label }]. */
export function chartFigure({ title, summary, scale, marks, xLabel = '', yLabel = '', key = [], note = null }, drawing, t) {
  const { frame, vertical, x, y } = scale;
  const base = frame.height - frame.bottom;
  return html`
    <figure class="chart">
      <figcaption class="chart__title">${title}</figcaption>
      <svg class="chart__picture" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${title}. ${summary}">
        ${vertical.marks.map((mark) => html`
          <line class="chart__mark" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${y(mark)}" y2="${y(mark)}"></line>
          <text class="chart__number" x="${frame.left - 5}" y="${y(mark) + 3.5}" text-anchor="end">${plainNumber(mark, t.locale)}</text>`)}
        ${drawing}
        ${marks.map(({ at, label }) => html`<text class="chart__number" x="${x(at)}" y="${base + 12}" text-anchor="middle">${label}</text>`)}
        <text class="chart__number chart__axis" x="${(frame.left + frame.width - frame.right) / 2}" y="${frame.height - 4}" text-anchor="middle">${xLabel}</text>
      </svg>
      ${yLabel && html`<p class="chart__note">${yLabel}</p>`}
      ${key.length > 0 && html`<ul class="chart__keys">${key.map(({ kind, words }) => html`<li>${keySwatch(kind)} ${words}</li>`)}</ul>`}
      ${note && html`<p class="chart__note">${note}</p>`}
    </figure>`;
}

/** A small piece of what the key explains. */
function keySwatch(kind) {
  const shape = kind === 'band' || kind === 'bar' ? html`<rect class="chart__${kind}" x="1" y="2" width="24" height="8"></rect>` : html`<line class="chart__${kind}" x1="1" x2="25" y1="6" y2="6"></line>`;
  return html`<svg class="chart__key-swatch" viewBox="0 0 26 12" aria-hidden="true" focusable="false">${shape}</svg>`;
}

/** A line through the points that have a value; a gap where there is none. `kind` is its look. */
export function linePath(xs, ys, scale, kind) {
  let path = '';
  let pen = 'M';
  ys.forEach((value, i) => {
    if (typeof value !== 'number') pen = 'M';
    else {
      path += `${pen}${scale.x(xs[i])} ${scale.y(value)}`;
      pen = 'L';
    }
  });
  return path && html`<path class="chart__${kind}" d="${path}" fill="none"></path>`;
}

/** The area between two lines. */
export function bandPath(xs, low, high, scale) {
  const known = xs.map((_, i) => i).filter((i) => typeof low[i] === 'number' && typeof high[i] === 'number');
  if (known.length < 2) return null;
  const up = known.map((i) => `${scale.x(xs[i])} ${scale.y(high[i])}`);
  const down = known.reverse().map((i) => `${scale.x(xs[i])} ${scale.y(low[i])}`);
  return html`<path class="chart__band" d="M${[...up, ...down].join('L')}Z"></path>`;
}

/** At most so many evenly chosen indices, the first among them. */
export function every(length, most) {
  const step = Math.max(1, Math.ceil(length / most));
  return Array.from({ length: Math.ceil(length / step) }, (_, i) => i * step);
}

export function numbersOf(...lists) {
  return lists.flat().filter((value) => typeof value === 'number' && Number.isFinite(value));
}

function round(value) {
  return Math.round(value * 100) / 100;
}
