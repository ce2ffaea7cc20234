/** The one table of a check: the area, its alternative and the municipality side by side; on a phone each row is a card. */
import { comparisonRows } from '../../lib/areaCheckTable.js';
import { html } from '../../lib/html.js';

/** How each verdict is drawn; the words stand beside. */
const SIGNS = { more: '▲', fewer: '▼', 'no-sure-difference': '≈', 'too-few': '·' };

/** "Alternativ A", or "Området" when there is nothing to compare with. */
export function sideTitle({ which }, { alternative }, t) {
  if (!alternative) return t('areaCheck.side.area');
  return t(which === 'alternative' ? 'areaCheck.side.b' : 'areaCheck.side.a');
}

export function comparisonTable(check, { t, locale }) {
  const groups = comparisonRows(check.sides, t, locale);
  const titles = check.sides.map((side) => sideTitle(side, check, t));
  return html`
    <div class="table-scroll check-table__scroll" tabindex="0" role="region" aria-label="${t('areaCheck.numbers')}">
      <table class="table check-table">
        <caption class="visually-hidden">${t('areaCheck.tableCaption')}</caption>
        <thead><tr><th scope="col">${t('areaCheck.column.what')}</th>${titles.map((title) => html`<th scope="col">${title}</th>`)}<th scope="col">${t('areaCheck.column.municipality')}</th></tr></thead>
        ${groups.map(({ key, rows }) => html`
          <tbody class="check-table__group">
            <tr><th class="check-table__heading" scope="rowgroup" colspan="${titles.length + 2}">${t(`areaCheck.group.${key}`)}</th></tr>
            ${rows.map((row) => html`
              <tr>
                <th scope="row">${row.label}</th>
                ${row.cells.map((cell, i) => html`<td data-label="${titles[i]}">${figure(cell, row.change ? 'change' : 'verdict', t)}</td>`)}
                <td class="check-table__municipality ${!row.municipality && 'check-table__nothing'}" data-label="${t('areaCheck.column.municipality')}">${row.municipality || html`<span aria-hidden="true">–</span><span class="visually-hidden">${t('areaCheck.noFigure')}</span>`}</td>
              </tr>`)}
          </tbody>`)}
      </table>
    </div>
    <p class="muted check-table__note">${t('areaCheck.intervalNote')}</p>`;
}

function figure({ value, note, verdict }, about, t) {
  return html`
    <span class="check-figure__value">${value}</span>
    ${note && html`<span class="check-figure__note">${note}</span>`}
    ${verdict && html`<span class="check-figure__verdict check-figure__verdict--${verdict}"><span aria-hidden="true">${SIGNS[verdict] ?? ''}</span> ${t(`areaCheck.${about}.${verdict}`)}</span>`}`;
}
