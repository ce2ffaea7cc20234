/** What an analysis says at the first glance, and whether data suit it: a shape and a word; the colour only repeats them. */
import { html } from '../../lib/html.js';

const VERDICTS = {
  alarm: 'M8 1 15.5 15H.5zM7.1 6v4.6h1.8V6zm0 5.8v1.7h1.8v-1.7z',
  sure: 'M6.4 13.2 1.6 8.4l1.9-1.9 2.9 2.9 6.1-6.1 1.9 1.9z',
  change: 'M8 1l6 6h-3.5v7h-5V7H2z',
  result: 'M2 9h3v5H2zM6.5 2h3v12h-3zM11 6h3v8h-3z',
  none: 'M2 6.8h12v2.6H2z',
  'no-alarm': 'M2 6.8h12v2.6H2z',
  'no-change': 'M2 6.8h12v2.6H2z',
  'too-few': 'M2.5 7h3v3h-3zM6.5 7h3v3h-3zM10.5 7h3v3h-3z',
};

const SUITS = {
  recommended: 'M6.4 13.2 1.6 8.4l1.9-1.9 2.9 2.9 6.1-6.1 1.9 1.9z',
  possible: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  'too-few': VERDICTS['too-few'],
  unsuited: 'M3.6 2 8 6.4 12.4 2 14 3.6 9.6 8l4.4 4.4-1.6 1.6L8 9.6 3.6 14 2 12.4 6.4 8 2 3.6z',
};

/** @param {string} verdict as `verdictOf` tells it */
export function verdictChip(verdict, t) {
  return chip(`verdict-${verdict}`, VERDICTS[verdict], t(`analysis.verdict.${verdict}`));
}

/** @param {'recommended'|'possible'|'too-few'|'unsuited'} suits */
export function suitsChip(suits, t) {
  const known = SUITS[suits] ? suits : 'possible';
  return chip(`suits-${known}`, SUITS[known], t(`analysis.suits.${known}`));
}

function chip(kind, shape, words) {
  return html`<span class="chip chip--${kind}"><svg class="chip__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d="${shape}"></path></svg>${words}</span>`;
}
