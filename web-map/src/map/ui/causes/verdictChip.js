/** What the data say of a hypothesis, as a shape and a word; the colour only repeats them. */
import { html } from '../../lib/html.js';

const SHAPES = {
  supported: 'M6.5 13 1.5 8l1.8-1.8 3.2 3.2 6.2-6.4L14.5 5z',
  contradicted: 'M3.5 1.7 8 6.2l4.5-4.5 1.8 1.8L9.8 8l4.5 4.5-1.8 1.8L8 9.8l-4.5 4.5-1.8-1.8L6.2 8 1.7 3.5z',
  untested: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 2.4a4.1 4.1 0 1 1 0 8.2 4.1 4.1 0 0 1 0-8.2z',
};
const SAYS = { for: 'supported', against: 'contradicted' };

/** @param {'supported'|'contradicted'|'untested'} verdict */
export function verdictChip(verdict, t) {
  return chip(verdict, t(`verdict.${verdict}`));
}

/** What figures say: a suggestion, in the same shapes. */
export function saysChip(says, t) {
  return chip(SAYS[says] ?? 'untested', t(`says.${says}`));
}

function chip(kind, words) {
  return html`<span class="chip chip--cause-${kind}"><svg class="chip__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="${SHAPES[kind]}"></path></svg>${words}</span>`;
}
