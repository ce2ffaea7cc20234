/**
 * A short list of named counts, each with a bar: types of incidents, or reasons for feeling unsafe. It is a table to
 * begin with, so it needs no twin; a hidden count says why it is hidden.
 */
import { html } from '../../lib/html.js';
import { formatShare } from '../../lib/format.js';
import { barCount, toldCount } from '../../lib/told.js';

/**
 * @param {{name: string, count: ?number}[]} rows most first; null is a count hidden for privacy
 * @param {{t: Function, locale: string, caption: string, nameLabel: string, total?: ?number, kind?: 'crime'|'unsafety'}} options `total` makes shares
 */
export function shareBars(rows, { t, locale, caption, nameLabel, total = null, kind = 'crime' }) {
  const largest = Math.max(1, ...rows.map(barCount));
  return html`
    <table class="table table--bars">
      <caption class="chart__title">${caption}</caption>
      <thead class="visually-hidden"><tr><th scope="col">${nameLabel}</th><td></td><th scope="col">${t('chart.count')}</th></tr></thead>
      <tbody>
        ${rows.map(({ name, ...each }) => html`
          <tr>
            <th scope="row">${name}</th>
            <td class="table__bar"><svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="meter__ground" width="100" height="8"></rect>
              <rect class="meter__fill meter__fill--${kind}" width="${(100 * barCount(each)) / largest}" height="8"></rect>
            </svg></td>
            <td class="table__number">${toldCount(each) === null ? html`<span title="${t('count.hiddenWhy')}">${t('count.hidden')}</span>` : html`${toldCount(each)}${total ? html` <span class="muted">${formatShare(each.count / total, locale)}</span>` : null}`}</td>
          </tr>`)}
      </tbody>
    </table>`;
}
