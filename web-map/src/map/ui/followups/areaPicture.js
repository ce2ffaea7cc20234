/** Where: the target, the three rings around it and what it is compared with, with a scale, beside a table of the same. */
import { formatLength, formatNumber } from '../../lib/format.js';
import { middleOf, pathsOf, scaleLength } from '../../lib/followUpScale.js';
import { html } from '../../lib/html.js';

const FRAME = { width: 460, height: 300, margin: 22 };

export function areaPicture(result, { t, locale }) {
  const rings = [...result.rings].reverse();
  const compared = result.comparison.map((place) => place.area);
  const { paths, metres } = pathsOf([...rings, result.area, ...compared], FRAME);
  const length = scaleLength(metres, FRAME.width);
  const bar = length / metres;
  const target = middleOf(paths[rings.length]);
  return html`
    <figure class="chart follow-areas">
      <figcaption class="chart__title">${t('followup.areas.title')}</figcaption>
      <svg class="chart__picture follow-areas__picture" viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label="${t('followup.areas.summary', { count: compared.length })}">
        ${paths.map((path, i) => html`<path class="follow-areas__${i < rings.length ? 'ring' : i === rings.length ? 'target' : 'compared'}" fill-rule="evenodd" d="${path}"></path>`)}
        <text class="follow-areas__label" x="${target.x}" y="${target.y + 4}" text-anchor="middle">T</text>
        ${compared.map((_, i) => {
          const { x, y } = middleOf(paths[rings.length + 1 + i]);
          return html`<text class="follow-areas__label" x="${x}" y="${y + 4}" text-anchor="middle">J${i + 1}</text>`;
        })}
        <path class="follow-areas__scale" d="M12 ${FRAME.height - 14}v6h${Math.round(bar)}v-6" fill="none"></path>
        <text class="chart__number" x="${18 + Math.round(bar)}" y="${FRAME.height - 7}">${formatLength(length, locale)}</text>
        <text class="chart__number" x="${FRAME.width - 12}" y="18" text-anchor="end">${t('followup.areas.north')} ↑</text>
      </svg>
    </figure>
    ${areaTable(result, t, locale)}`;
}

function areaTable(result, t, locale) {
  const { years } = result;
  const rows = [
    { mark: 'T', name: t('followup.area.target'), counts: result.target },
    ...result.around.map((width) => ({ mark: '', name: t('followup.area.ring', { metres: formatNumber(width.width, locale, 0) }), counts: width.ring })),
  ];
  if (result.comparison.length) rows.push({ mark: result.comparison.map((_, i) => `J${i + 1}`).join(' '), name: t('followup.area.compared'), counts: result.compared });
  return html`
    <div class="follow-scroll" tabindex="0" role="region" aria-label="${t('followup.table.counts')}">
      <table class="follow-table">
        <caption>${t('followup.table.counts')}${years > 1 ? ` ${t('followup.table.years', { count: years })}` : ''}</caption>
        <thead><tr><th scope="col">${t('followup.table.area')}</th><th scope="col" class="number">${t('followup.table.before')}</th><th scope="col" class="number">${t('followup.table.after')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<tr><th scope="row">${row.mark && html`<b>${row.mark}</b> `}${row.name}</th><td class="number">${countOf(row.counts.before, t)}</td><td class="number">${countOf(row.counts.after, t)}</td></tr>`)}</tbody>
      </table>
    </div>`;
}

function countOf(count, t) {
  return count ?? t('followup.hidden');
}
