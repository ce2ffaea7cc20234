import { html } from '../lib/html.js';

/** A QR code as one path, with the quiet edge of four squares that readers need. */
export function qrCode(rows, label) {
  const side = rows.length + 8;
  const path = rows.flatMap((row, y) => [...row].map((dark, x) => (dark === '1' ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect class="qr__ground" width="${side}" height="${side}"></rect><path class="qr__dark" d="${path}"></path></svg>`;
}
