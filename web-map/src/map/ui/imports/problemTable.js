/** Problems by line as a table, the same before and after an import. */
import { html } from '../../lib/html.js';
import { fieldName } from '../../lib/importLook.js';
import { mark } from './marks.js';

const FATES = ['uncertain', 'rejected'];

/** @param {{line: number, field: string, value: string, fate: string, reason: string, remedy: string}[]} problems */
export function problemTable(problems, { t }) {
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label="${t('imports.problems.title')}">
      <table class="table table--small table--stacks problem-table">
        <caption class="visually-hidden">${t('imports.problems.title')}</caption>
        <thead><tr><th scope="col" class="table__number">${t('imports.table.line')}</th><th scope="col">${t('imports.problems.field')}</th><th scope="col">${t('imports.problems.value')}</th><th scope="col">${t('imports.problems.reason')}</th><th scope="col">${t('imports.problems.fate')}</th></tr></thead>
        <tbody>${problems.map(({ line, field, value, fate, reason, remedy }) => html`
          <tr>
            <td class="table__number" data-label="${t('imports.table.line')}">${line}</td><td data-label="${t('imports.problems.field')}">${field && fieldName(field, t)}</td><td class="problem-table__value" data-label="${t('imports.problems.value')}">${value && html`<code>${value}</code>`}</td>
            <td data-label="${t('imports.problems.reason')}"><span>${reason} ${remedy && html`<span class="muted">${remedy}</span>`}</span></td>
            <td class="problem-table__fate" data-label="${t('imports.problems.fate')}"><span>${FATES.includes(fate) ? html`${mark(fate)} ${t(`imports.became.${fate}`)}` : t('imports.became.noted')}</span></td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}
