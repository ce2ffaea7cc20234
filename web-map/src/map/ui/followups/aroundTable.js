/** Did trouble move, or did next door gain too? The three widths beside each other, with the quotient only where it means something. */
import { formatNumber } from '../../lib/format.js';
import { html } from '../../lib/html.js';

export function aroundTable(result, { t, locale }) {
  if (result.around.length === 0) return null;
  const number = (value, decimals = 1) => formatNumber(value, locale, decimals);
  return html`
    <div class="follow-scroll" tabindex="0" role="region" aria-label="${t('followup.around.title')}">
      <table class="follow-table">
        <caption>${t('followup.around.title')}</caption>
        <thead><tr><th scope="col">${t('followup.around.width')}</th><th scope="col">${t('followup.around.wdq')}</th><th scope="col">${t('followup.around.wdd')}</th><th scope="col" class="number">${t('followup.around.tne')}</th><th scope="col">${t('followup.around.whole')}</th></tr></thead>
        <tbody>
          ${result.around.map((width) => html`
            <tr>
              <th scope="row">${number(width.width, 0)} m</th>
              <td>${width.wdq === null ? t(`followup.noQuotient.${width.noQuotient}`) : html`${number(width.wdq, 2)}: ${t(`followup.meaning.${width.meaning}`)}`}</td>
              <td>${t('followup.around.wddValue', { total: number(width.wdd, 0), low: number(width.wddLow, 0), high: number(width.wddHigh, 0) })}</td>
              <td class="number">${width.tne === null ? '–' : number(width.tne)}</td>
              <td>${t(`followup.verdict.${width.verdict}`)}</td>
            </tr>`)}
        </tbody>
      </table>
    </div>`;
}
