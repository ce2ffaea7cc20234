/** Where the most urgent places of an analysis are, by the names people use; nothing when none is near a known place. */
import { html } from '../../lib/html.js';
import { namesNear } from '../../lib/nearHotspot.js';

const SHOWN = 3;

/** @param {object[]} features the places that ask for most attention */
export function whereLine(features, hotspots, t) {
  const names = namesNear(features, hotspots);
  if (names.length === 0) return null;
  const rest = names.length - SHOWN;
  return html`<p class="where"><strong>${t('analysis.where')}</strong> ${names.slice(0, SHOWN).join(', ')}${rest > 0 && ` ${t('analysis.whereMore', { count: rest })}`}</p>`;
}
