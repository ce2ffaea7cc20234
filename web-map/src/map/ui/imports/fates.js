/** The sum of a file's rows: in = placed + uncertain + waiting for a place + rejected, each with its sign. */
import { formatNumber } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { sumOf } from '../../lib/importLook.js';
import { mark } from './marks.js';

/** @param {object|null} counts rows, placed, uncertain, rejected and waiting; null draws dashes */
export function fates(counts, { t, locale }, rowsKey = 'imports.result.rows') {
  const number = (value) => (counts ? formatNumber(value, locale, 0) : '–');
  const { rows, ...became } = sumOf(counts ?? {});
  const shown = Object.entries(became).filter(([fate, count]) => fate !== 'waiting' || count > 0);
  return html`
    <dl class="fates">
      <div><dt>${t(rowsKey)}</dt><dd>${number(rows)}</dd></div>
      ${shown.map(([fate, count]) => html`<div class="${count === 0 && 'fates__none'}"><dt>${mark(fate)} ${t(`imports.fate.${fate}`)}</dt><dd>${number(count)}</dd></div>`)}
    </dl>`;
}
