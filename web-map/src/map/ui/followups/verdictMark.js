/** A verdict as a word with a shape: never by colour alone. */
import { html } from '../../lib/html.js';

const SIGNS = { decrease: '▼', increase: '▲', 'no-sure-change': '◇', 'too-few': '·', 'not-compared': '–' };

export function verdictMark(verdict, locale) {
  return html`<span class="follow-verdict follow-verdict--${verdict.code}"><span aria-hidden="true">${SIGNS[verdict.code] ?? ''}</span> ${verdict[locale] ?? verdict.sv}</span>`;
}
