/** One place of the picture in the ranked list: what it is called, how it stands, and how sure that is. */
import { formatNumber, formatShare } from '../../lib/format.js';
import { attributes, html } from '../../lib/html.js';
import { intervalScale } from '../../lib/intervalScale.js';
import { weekHours } from '../charts/weekHours.js';
import { statusChip, streamTag } from '../statusChip.js';

const MOST_TYPES = 4;

export function measuredPlace(place, { app, picture, chosen, number }) {
  const { t, locale } = app;
  const { spot, stream, status } = place;
  const current = chosen !== null && spot.id === chosen;
  return html`
    <li class="spot ${current ? 'spot--current' : ''}" data-place="${spot.id}">
      <div class="spot__head">
        <span class="spot__number spot__number--${stream}" aria-hidden="true">${number}</span>
        <h4 class="spot__name"><a href="#page=picture&item=${picture.id}/spot/${spot.id}" data-item="${picture.id}/spot/${spot.id}" ${attributes({ 'aria-current': current ? 'true' : null })}>${spot.name}</a></h4>
        ${statusChip(status, t)}
      </div>
      <div class="spot__facts">
        ${countLine(place, app)}
        ${sparkline(place, picture, app)}
      </div>
      <p class="spot__mix">${mixWords(place, app)}</p>
      <ul class="spot__tags">
        ${place.evidence === 'both' && html`<li>${t('picture.both')}</li>`}
        ${place.darkShare !== null && html`<li>${t('picture.dark', { share: formatShare(place.darkShare, locale) })}</li>`}
        <li>${t(place.openMeasures.length ? 'picture.openMeasures' : 'picture.noMeasures', { count: place.openMeasures.length })}</li>
      </ul>
      ${stream === 'crime' && !picture.masked && (place.weekHour
        ? html`<details class="spot__when"><summary>${t('picture.when', { name: spot.name })}</summary>${weekHours(place.weekHour, { t, known: place.weekHourKnown, total: place.count })}</details>`
        : html`<p class="spot__few">${t('picture.whenFew', { known: place.weekHourKnown })}</p>`)}
    </li>`;
}

/** "40 händelser, väntat 14 (5–27)" with the range drawn: the words say all that the drawing does. */
export function countLine(place, { t, locale }) {
  if (place.stream === 'unsafety') return html`<p class="spot__count"><strong>${t('picture.people', { count: place.people })}</strong></p>`;
  const written = (value) => formatNumber(value, locale, 0);
  const words = html`<strong>${t('picture.incidents', { count: place.count })}</strong> ${
    place.expected === null
      ? t('picture.notCompared')
      : t('picture.expected', { expected: written(place.expected), low: written(place.low), high: written(place.high) })
  }`;
  return html`<div class="spot__count"><p>${words}</p>${interval(place.inside?.count ?? place.count, place)}<p class="spot__sure">${sureWords(place.inside, t)}</p></div>`;
}

/** What the exact test says: never a change where chance explains it. */
export function sureWords(counted, t) {
  const status = counted?.status ?? 'no-history';
  return t(`picture.sure.${status}`);
}

/** The range by chance as a band, what was expected as a line, the count as a mark; hidden from readers, who have the words. */
export function interval(count, chance) {
  const scale = intervalScale(count, chance);
  if (!scale) return null;
  const outside = count < chance.low || count > chance.high;
  return html`
    <svg class="interval" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <line class="interval__line" x1="0" x2="100" y1="6" y2="6"></line>
      <rect class="interval__band" x="${scale.low}" width="${Math.max(0.8, scale.high - scale.low)}" y="2" height="8"></rect>
      <line class="interval__expected" x1="${scale.expected}" x2="${scale.expected}" y1="1" y2="11"></line>
      <rect class="interval__count ${outside ? 'interval__count--outside' : ''}" x="${Math.max(0, scale.count - 0.9)}" width="1.8" y="0" height="12"></rect>
    </svg>`;
}

function sparkline(place, picture, { t }) {
  const counts = place.months.map((count) => count ?? 0);
  const most = Math.max(1, ...counts);
  const label = t('picture.months', { counts: place.months.map((count) => count ?? '<5').join(', ') });
  return html`
    <svg class="spark" viewBox="0 0 96 28" role="img" aria-label="${label}">
      ${counts.map((count, i) => html`<rect class="spark__bar spark__bar--${place.stream}" x="${i * 8 + 1}" width="6" y="${27 - (count / most) * 26}" height="${Math.max(count ? 1 : 0, (count / most) * 26)}"></rect>`)}
      <line class="spark__base" x1="0" x2="96" y1="27.5" y2="27.5"></line>
    </svg>`;
}

function mixWords(place, app) {
  const { t } = app;
  const mix = place.stream === 'unsafety' ? place.reasons : place.types;
  const name = (code) => (place.stream === 'unsafety' ? (t.has(`reason.${code.toLowerCase()}`) ? t(`reason.${code.toLowerCase()}`) : code) : app.typeName(code));
  return mix
    .slice(0, MOST_TYPES)
    .map(({ code, count }) => `${name(code)} ${count ?? '<5'}`)
    .join(' · ');
}

/** The heading of a group of places. */
export function streamHeading(stream, count, t) {
  return html`<h3 class="picture__heading">${streamTag(stream, t)} <span class="picture__count">${t(`picture.places.${stream}`, { count })}</span></h3>`;
}
