/** What the lines and tints of a check's map mean; only what is on the map is named. */
import { html } from '../../lib/html.js';

/** What is asked about comes first. */
const ORDER = ['area', 'alternative', 'buffer', 'before', 'covered', 'few', 'outside', 'crime', 'unsafety', 'neighbourhood'];

/** `shapes` as the map shows them; `buffer` in metres; `compares`: two alternatives. */
export function checkLegend(shapes, { t, buffer = 0, compares = false }) {
  const shown = ORDER.filter((kind) => shapes.some((shape) => shape.kind === kind));
  if (!shown.length) return html`<p class="muted">${t('areaCheck.legend.empty')}</p>`;
  return html`<ul class="check-legend" aria-label="${t('areaCheck.legend')}">${shown.map((kind) => html`
    <li class="check-legend__row"><svg class="check-swatch" viewBox="0 0 28 18" aria-hidden="true" focusable="false"><rect class="check-swatch__${kind}" x="2" y="2" width="24" height="14" rx="2"></rect>${['few', 'outside'].includes(kind) && html`<path class="check-swatch__hatch" d="M4 16L14 2M12 16L22 2M20 16L25 9"></path>`}</svg> ${t(wordsFor(kind, compares), { metres: buffer })}</li>`)}</ul>`;
}

function wordsFor(kind, compares) {
  return kind === 'area' && compares ? 'areaCheck.legend.areaA' : `areaCheck.legend.${kind}`;
}
