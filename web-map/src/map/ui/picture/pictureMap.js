/** The places as outlines with the numbers of the list; who cannot see it has the list, which says the same. */
import { formatLength } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { outlineSketch, roundLength, spreadMarks } from '../../lib/outlineSketch.js';

const WIDTH = 640;
const HEIGHT = 560;
const MARK = 26;

export function pictureMap(places, { app, picture, chosen }) {
  const { t, locale } = app;
  const sketch = outlineSketch(places, { width: WIDTH, height: HEIGHT, margin: 36 });
  if (!sketch) return null;
  const marks = spreadMarks(sketch.places, MARK);
  const bar = roundLength((sketch.metresPerUnit * WIDTH) / 4);
  return html`
    <figure class="picture-map">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${t('picture.map', { count: places.length })}">
        ${places.map((place, i) => html`<path class="picture-map__outline picture-map__outline--${place.stream} ${place.spot.id === chosen ? 'picture-map__outline--chosen' : ''}" d="${sketch.places[i].path}"></path>`)}
        ${marks.map((mark, i) => html`
          <g class="picture-map__mark picture-map__mark--${places[i].stream}" data-item="${picture.id}/spot/${places[i].spot.id}">
            ${Math.abs(mark.y - sketch.places[i].y) > 1 && html`<line class="picture-map__lead" x1="${mark.x}" y1="${sketch.places[i].y}" x2="${mark.x}" y2="${mark.y}"></line>`}
            ${places[i].stream === 'unsafety'
              ? html`<path class="picture-map__shape" d="M${mark.x} ${mark.y - 15}L${mark.x + 15} ${mark.y}L${mark.x} ${mark.y + 15}L${mark.x - 15} ${mark.y}Z"></path>`
              : html`<circle class="picture-map__shape" cx="${mark.x}" cy="${mark.y}" r="12"></circle>`}
            <text class="picture-map__number" x="${mark.x}" y="${mark.y + 5}" text-anchor="middle">${i + 1}</text>
            <title>${places[i].spot.name}</title>
          </g>`)}
        <g class="picture-map__scale" transform="translate(16 ${HEIGHT - 18})">
          <line x1="0" x2="${bar / sketch.metresPerUnit}" y1="0" y2="0"></line>
          <text x="0" y="-6">${formatLength(bar, locale)}</text>
        </g>
      </svg>
      <figcaption class="picture-map__caption">${t('picture.mapCaption')}</figcaption>
    </figure>`;
}
