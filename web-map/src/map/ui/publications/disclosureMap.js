/**
 * The areas of a release as a picture: what is shown, what is hidden and why, each with its own pattern and with the
 * number that the table has. Who cannot see it has the table, which says the same.
 */
import { sketchPlaces } from '../../lib/disclosure.js';
import { formatLength } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { outlineSketch, roundLength } from '../../lib/outlineSketch.js';

const WIDTH = 720;
const HEIGHT = 600;
const TEXT = 12;
const HALO = 3;
const PATTERNS = ['few', 'dwelling', 'complementary', 'crossing', 'changed', 'refused'];

/**
 * @param {{id: string, rings: object}[]} areas of the release
 * @param {{number: number, area: string, name: string, fate: string}[]} rows one for each area
 * @param {?string} chosen id of the area that is pointed out
 * @param {number} zoom how many times larger than the whole is drawn, around what is pointed out or where areas are closest
 */
export function disclosureMap(areas, rows, { chosen, zoom }, { t, locale }) {
  const drawn = areas.filter(({ id }) => rows.some(({ area }) => area === id));
  const sketch = outlineSketch(sketchPlaces(drawn), { width: WIDTH, height: HEIGHT, margin: 12 });
  if (!sketch) return null;
  const rowOf = ({ id }) => rows.find(({ area }) => area === id);
  const window = zoomedWindow(sketch.places, drawn.findIndex(({ id }) => id === chosen), zoom);
  const bar = roundLength((sketch.metresPerUnit * window.width) / 4);
  return html`
    <figure class="disclosure-map">
      <svg viewBox="${window.x} ${window.y} ${window.width} ${window.height}" role="img" aria-label="${t('publish.mapLabel', { count: drawn.length })}">
        <defs>${PATTERNS.map((fate) => html`<pattern id="fate-${fate}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale(${1 / zoom})">${pattern(fate)}</pattern><pattern id="key-${fate}" width="8" height="8" patternUnits="userSpaceOnUse">${pattern(fate)}</pattern>`)}</defs>
        ${drawn.map((area, i) => html`<path class="disclosure-map__area disclosure-map__area--${rowOf(area).fate} ${area.id === chosen ? 'disclosure-map__area--chosen' : ''}" d="${sketch.places[i].path}" data-point="${area.id}"><title>${rowOf(area).name}: ${t(`publish.fate.${rowOf(area).fate}`)}</title></path>`)}
        ${drawn.map((area, i) => html`<text class="disclosure-map__number" x="${sketch.places[i].x}" y="${sketch.places[i].y}" font-size="${TEXT / zoom}" stroke-width="${HALO / zoom}" text-anchor="middle" dominant-baseline="central">${String(rowOf(area).number)}</text>`)}
        <g class="disclosure-map__scale" transform="translate(${window.x} ${window.y + window.height}) scale(${1 / zoom}) translate(16 -14)"><line x1="0" x2="${(bar / sketch.metresPerUnit) * zoom}" y1="0" y2="0"></line><text x="0" y="-6">${formatLength(bar, locale)}</text></g>
      </svg>
      <figcaption class="disclosure-map__legend">${legend(rows, t)}</figcaption>
    </figure>`;
}

/** The part of the sheet that is shown: around one place, otherwise around the middle one of all, which is in the town. */
function zoomedWindow(places, chosen, zoom) {
  const width = WIDTH / zoom;
  const height = HEIGHT / zoom;
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const x = chosen < 0 ? middle(places.map((place) => place.x)) : places[chosen].x;
  const y = chosen < 0 ? middle(places.map((place) => place.y)) : places[chosen].y;
  return { x: Math.max(0, Math.min(WIDTH - width, x - width / 2)), y: Math.max(0, Math.min(HEIGHT - height, y - height / 2)), width, height };
}

function legend(rows, t) {
  const there = ['shown', ...PATTERNS].filter((fate) => rows.some((row) => row.fate === fate));
  return html`<ul class="disclosure-map__keys">${there.map((fate) => html`<li><svg class="disclosure-map__key" viewBox="0 0 24 16" aria-hidden="true" focusable="false"><rect class="disclosure-map__area disclosure-map__area--${fate}" x="1" y="1" width="22" height="14"></rect></svg> ${t(`publish.fate.${fate}`)}</li>`)}</ul>`;
}

/** Lines one way, the other way, lying and standing, dots, and crossed lines: told apart without colour. */
function pattern(fate) {
  const ground = html`<rect class="disclosure-map__ground" width="8" height="8"></rect>`;
  switch (fate) {
    case 'few':
      return html`${ground}<path class="disclosure-map__line" d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6"></path>`;
    case 'dwelling':
      return html`${ground}<circle class="disclosure-map__dot" cx="4" cy="4" r="1.6"></circle>`;
    case 'complementary':
      return html`${ground}<path class="disclosure-map__line" d="M-2 -2L10 10M6 -2L10 2M-2 6L2 10"></path>`;
    case 'crossing':
      return html`${ground}<path class="disclosure-map__line" d="M0 2H8M0 6H8"></path>`;
    case 'changed':
      return html`${ground}<path class="disclosure-map__line" d="M2 0V8M6 0V8"></path>`;
    default:
      return html`${ground}<path class="disclosure-map__line disclosure-map__line--refused" d="M0 0L8 8M8 0L0 8"></path>`;
  }
}
