/** The ranked hotspots on paper: one line each, so that a sheet holds what the screen needs a long list for. */
import { html } from '../lib/html.js';
import { comparisonOf, expectedInterval } from '../lib/comparisonWords.js';
import { toldCount } from '../lib/told.js';
import { statusChip } from './statusChip.js';

/** @param {(properties: object) => string} mixOf the commonest types or reasons of a hotspot in words */
export function hotspotSheet(features, { t, locale }, mixOf) {
  return html`
    <table class="table">
      <caption>${t('list.tableTitle')}</caption>
      <thead><tr>
        <th scope="col">${t('column.rank')}</th><th scope="col">${t('column.name')}</th><th scope="col">${t('column.status')}</th>
        <th scope="col" class="table__number">${t('column.count')}</th><th scope="col" class="table__number">${t('column.expected')}</th>
        <th scope="col">${t('column.mix')}</th>
      </tr></thead>
      <tbody>${features.map(({ properties: p }) => html`<tr class="hotspot--${p.stream}">
        <td><span class="hotspot__rank">${p.rank}</span></td>
        <th scope="row">${p.name}</th>
        <td>${statusChip(comparisonOf(p).status, t)}</td>
        <td class="table__number">${p.stream === 'unsafety' ? (p.respondents ?? toldCount(p)) : toldCount(p)}</td>
        <td class="table__number">${expectedInterval(comparisonOf(p), locale)}</td>
        <td>${mixOf(p)}</td>
      </tr>`)}</tbody>
    </table>`;
}
