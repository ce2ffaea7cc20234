/** What hotspots are told of to readers who may not see single incidents, and why it is not just what they chose. */
import { formatPeriod } from '../lib/format.js';
import { html } from '../lib/html.js';

/** @param {?object} body the answer of /api/hotspots; null when all was told that was asked */
export function toldNotice(body, { t, locale }) {
  if (!body?.told) return null;
  const { from, to } = body.told;
  return html`<p class="muted told">${from ? t('told.year', { period: formatPeriod(from, to, locale) }) : t('told.noYear')}</p>`;
}
