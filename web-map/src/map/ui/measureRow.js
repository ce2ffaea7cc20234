/** A measure in a list: what, where in its flow, who and until when. */
import { html } from '../lib/html.js';
import { MEASURE_STATUSES } from '../lib/measureFlow.js';
import { icon } from './icons.js';

/**
 * A list item with a button that carries `data-measure`.
 * @param {object} feature a measure
 * @param {{t: Function}} words
 */
export function measureRow({ id, properties: p }, { t }) {
  return html`
    <li class="measure-row" data-measure-row="${id}">
      <p class="measure-row__title"><button type="button" class="measure-row__open" id="measure-${id}" data-measure="${id}">${p.title}</button></p>
      <p class="measure-row__line">${measureStatus(p.status, t)} <span class="muted">${p.owner}</span></p>
      ${p.dueOn && html`<p class="measure-row__line ${p.overdue ? 'measure-row__late' : 'muted'}">${p.overdue ? icon('alert') : null} ${t(p.overdue ? 'measure.late' : 'measure.due', { date: p.dueOn })}</p>`}
    </li>`;
}

/** Status as steps taken out of all steps, and the word. */
export function measureStatus(status, t) {
  const at = MEASURE_STATUSES.indexOf(status);
  return html`<span class="steps steps--${status}"><svg class="steps__picture" viewBox="0 0 48 8" aria-hidden="true" focusable="false">${MEASURE_STATUSES.map(
    (name, i) => html`<rect class="${i <= at ? 'steps__taken' : 'steps__left'}" x="${i * 8 + 0.5}" y="1" width="6.5" height="6" rx="1"></rect>`,
  )}</svg>${t(`measure.status.${status}`)}</span>`;
}
