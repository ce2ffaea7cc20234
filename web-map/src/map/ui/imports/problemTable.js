/** Problems by line as a table, the same before and after an import. */
import { html } from '../../lib/html.js';
import { fieldName } from '../../lib/importLook.js';
import { mark } from './marks.js';

const FATES = ['uncertain', 'rejected'];

/** @param {{line: number, field: string, value: string, fate: string, reason: string, remedy: string}[]} problems */
export function problemTable(problems, { t }) {
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label="${t('imports.problems.title')}">
      <table class="table table--small problem-table">
        <caption class="visually-hidden">${t('imports.problems.title')}</caption>
        <thead><tr><th scope="col" class="table__number">${t('imports.table.line')}</th><th scope="col">${t('imports.problems.field')}</th><th scope="col">${t('imports.problems.value')}</th><th scope="col">${t('imports.problems.reason')}</th><th scope="col">${t('imports.problems.fate')}</th></tr></thead>
        <tbody>${problems.map(({ line, field, value, fate, reason, remedy }) => html`
          <tr>
            <td class="table__number">${line}</td><td>${field && fieldName(field, t)}</td><td class="problem-table__value">${value && html`<code>${value}</code>`}</td>
            <td>${reason} ${remedy && html`<span class="muted">${remedy}</span>`}</td>
            <td class="problem-table__fate">${FATES.includes(fate) ? html`${mark(fate)} ${t(`imports.became.${fate}`)}` : t('imports.became.noted')}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}
