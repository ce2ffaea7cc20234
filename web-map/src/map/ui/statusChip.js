/**
 * What has changed at a hotspot, as a shape and a word; the colour only repeats them.
 */
import { html } from '../lib/html.js';

const SHAPES = {
  new: 'M8 1l2 5 5 .3-3.9 3.3L12.4 15 8 12l-4.4 3 1.3-5.4L1 6.3 6 6z',
  growing: 'M8 2.5 15 13.5H1z',
  persistent: 'M2 4h12v3H2zM2 9.5h12v3H2z',
  fading: 'M8 13.5 1 2.5h14z',
  gone: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  returned: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5h-2.4A3.1 3.1 0 1 1 8 4.9V8l5-4.3L8-.5z',
  'too-few': 'M2.5 7h3v3h-3zM6.5 7h3v3h-3zM10.5 7h3v3h-3z',
  'no-history': 'M2 7h12v2.5H2z',
};

/** @param {string} status as `comparison.status` has it */
export function statusChip(status, t) {
  const known = SHAPES[status] ? status : 'no-history';
  return html`<span class="chip chip--${known}"><svg class="chip__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="${SHAPES[known]}"></path></svg>${t(`status.${known}`)}</span>`;
}

/** The shape of a status within 16 by 16, for a picture that draws many. */
export function statusShape(status) {
  return SHAPES[status] ?? SHAPES['no-history'];
}

const STREAM_SHAPES = {
  crime: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  disorder: 'M4 1h4l3 3v4l-3 3H4L1 8V4z',
  unsafety: 'M6 .8 11.2 6 6 11.2.8 6z',
};

/** Recorded crime, disorder or perceived unsafety, as a shape and a word. */
export function streamTag(stream, t) {
  return html`<span class="stream stream--${stream}"><svg class="stream__shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="${STREAM_SHAPES[stream]}"></path></svg>${t(`stream.${stream}`)}</span>`;
}
