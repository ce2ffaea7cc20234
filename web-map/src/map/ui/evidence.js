/** How well a measure is known to work, and what must be settled before it may be done: always in words. */
import { effectOf } from '../lib/catalogue.js';
import { html } from '../lib/html.js';
import { icon } from './icons.js';

/** The grade's letter with its word; the letter alone would be a riddle. */
export function gradeBadge(grade, t) {
  return html`<span class="grade grade--${grade.toLowerCase()}"><strong>${grade}</strong> ${t(`evidence.short.${grade}`)}</span>`;
}

/** What is known of the effect, in the page's language, and where from. */
export function effectNotes(entry, t, locale) {
  const effect = effectOf(entry, locale);
  return html`${effect && html`<p class="effect">${effect}</p>`}${entry.source && html`<p class="effect__source">${t('evidence.source', { source: entry.source })}</p>`}`;
}

/** Permits and duties that stand before the measure. */
export function gateNotes({ gates = [] }, t) {
  if (gates.length === 0) return null;
  return html`<ul class="gates">${gates.map((gate) => html`<li>${icon('lock')} ${t.has(`gate.${gate}`) ? t(`gate.${gate}`) : gate}</li>`)}</ul>`;
}
