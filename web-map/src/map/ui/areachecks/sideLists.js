/** What a table cannot hold: the hotspots, what makes people unsafe, and the measures, by name and distance. */
import { formatLength } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { statusChip, streamTag } from '../statusChip.js';
import { sideTitle } from './comparisonTable.js';

export function sideLists(check, app) {
  const { t } = app;
  const parts = [
    { key: 'hotspots', of: (side) => side.hotspots, row: hotspotRow },
    { key: 'reasons', of: (side) => side.unsafe.reasons, row: reasonRow },
    { key: 'measures', of: (side) => side.measures, row: measureRow },
  ];
  return html`<div class="check-lists">${parts.map(({ key, of, row }) => html`
    <section class="check-result__part" aria-labelledby="check-list-${key}">
      <h3 class="check-result__heading" id="check-list-${key}">${t(`areaCheck.list.${key}`)}</h3>
      ${check.sides.map((side) => html`
        ${check.sides.length > 1 && html`<h4 class="check-lists__side">${sideTitle(side, check, t)}</h4>`}
        ${of(side).length ? html`<ul class="check-lists__rows">${of(side).map((each) => html`<li>${row(each, app)}</li>`)}</ul>` : html`<p class="muted">${t(`areaCheck.list.${key}None`)}</p>`}`)}
    </section>`)}</div>`;
}

function hotspotRow({ name, stream, status, distance }, { t, locale }) {
  return html`<strong>${name || t('areaCheck.hotspot')}</strong> ${streamTag(stream, t)} ${statusChip(status, t)}
    <span class="muted">${away(distance, t, locale)}</span>`;
}

function reasonRow(reason, { t }) {
  return html`${t(`reason.${reason}`)}`;
}

function measureRow({ id, name, status, owner, distance }, { t, locale }) {
  return html`<a href="#measure=${id}">${name}</a>
    <span class="muted">${[t(`measure.status.${status}`), owner, away(distance, t, locale)].filter(Boolean).join(' · ')}</span>`;
}

function away(metres, t, locale) {
  return metres < 1 ? t('areaCheck.inside') : t('areaCheck.away', { distance: formatLength(Math.round(metres), locale) });
}
