/** Problems by kind and by line, the same before and after an import. */
import { formatNumber } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { fateOf, fieldName } from '../../lib/importLook.js';
import { mark } from './marks.js';

/** What is wrong, told once for all rows of its kind. @param {object[]} sums see problemSums */
export function problemSummary(sums, { t, locale }) {
  return html`<ul class="problem-sums">${sums.map(({ count, reason, remedy, fate }) => html`
    <li><strong class="problem-sums__count">${formatNumber(count, locale, 0)}</strong> <span>${reason} ${remedy && html`<span class="muted">${remedy}</span>`}</span> ${became(fate, t)}</li>`)}</ul>`;
}

function became(fate, t) {
  return html`<span class="problem-table__fate">${fate === 'noted' ? t('imports.became.noted') : html`${mark(fate)} ${t(`imports.became.${fate}`)}`}</span>`;
}

/** @param {{line: number, field: string, value: string, fate: string, reason: string, remedy: string}[]} problems */
export function problemTable(problems, { t }, { remedies = true, waits = true } = {}) {
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label="${t('imports.problems.title')}">
      <table class="table table--small table--stacks problem-table">
        <caption class="visually-hidden">${t('imports.problems.title')}</caption>
        <thead><tr><th scope="col" class="table__number">${t('imports.table.line')}</th><th scope="col">${t('imports.problems.field')}</th><th scope="col">${t('imports.problems.value')}</th><th scope="col">${t('imports.problems.reason')}</th><th scope="col">${t('imports.problems.fate')}</th></tr></thead>
        <tbody>${problems.map(({ code, line, field, value, fate, reason, remedy }) => html`
          <tr>
            <td class="table__number" data-label="${t('imports.table.line')}">${line}</td><td data-label="${t('imports.problems.field')}">${field && fieldName(field, t)}</td><td class="problem-table__value" data-label="${t('imports.problems.value')}">${value && html`<code>${value}</code>`}</td>
            <td data-label="${t('imports.problems.reason')}"><span>${reason} ${remedies && remedy && html`<span class="muted">${remedy}</span>`}</span></td>
            <td data-label="${t('imports.problems.fate')}">${became(fateOf({ code, fate }, waits), t)}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}
