/** A report in the inbox: what, where, when, in whose words, with its pictures and what to look out for. */
import { formatDate, formatInstant } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { icon } from '../icons.js';

/** The markup of one report. `open`: its decision is being written below it. */
export function reportCard(report, { app, open }) {
  const { t } = app;
  const { id, type, place, words, photos, handling, state, answer, answeredAt, forwardedTo } = report;
  const mayHandle = app.can('est-coordinator') && handling.ownState !== 'withdrawn';
  return html`
    <li class="report-item report-item--${handling.ownState}" data-report-row="${id}">
      <h3 class="report-item__title"><button type="button" class="report-item__open" id="report-${id}" data-open="${id}" aria-expanded="${String(open)}">${app.typeName(type)}</button>
        <span class="muted">${t('inbox.report.number', { id })}</span></h3>
      <p class="report-item__line"><span class="report-state report-state--${state}">${t(`report.state.${state}`)}</span>
        ${handling.counted && html`<span class="tag">${t('inbox.report.isCounted')}</span>`}
        ${report.invented && html`<span class="tag tag--invented">${t('demo.badge')}</span>`}</p>
      <p class="muted">${formatDate(report.when)} · ${place.words || t('inbox.report.noName')}${place.accuracyMetres !== null && html` (± ${Math.round(place.accuracyMetres)} m)`}${handling.organisation && html` · ${handling.organisation}`}</p>
      ${words && html`<p class="note">${words}</p>`}
      ${handling.masked.length > 0 && html`<p class="report-item__flag">${icon('alert')} ${t('inbox.report.masked', { kinds: handling.masked.map((kind) => t(`report.personal.${kind}`)).join(', ') })}</p>`}
      ${place.lon === null && html`<p class="report-item__flag">${icon('alert')} ${t('inbox.report.noPlace')}</p>`}
      ${handling.near.length > 0 && html`<p class="report-item__flag">${icon('copy')} ${t(handling.near[0].metres === 0 ? 'inbox.report.nearHere' : 'inbox.report.near', { count: handling.near.length, metres: handling.near[0].metres })}</p>`}
      ${handling.duplicates.length > 0 && html`<p class="muted">${t('inbox.report.standsFor', { count: handling.duplicates.length, ids: handling.duplicates.join(', ') })}</p>`}
      ${handling.duplicateOf && html`<p class="muted">${t('inbox.report.duplicateOf', { id: handling.duplicateOf })}</p>`}
      ${photos.length > 0 && html`<ul class="report-thumbs">${photos.map(
        (photo, i) => html`<li><a href="/api/reports/${id}/photos/${photo.id}" target="_blank" rel="noopener"><img src="/api/reports/${id}/photos/${photo.id}?size=small" alt="${t('inbox.report.photo', { id, number: i + 1 })}" width="96" height="96" loading="lazy"></a></li>`,
      )}</ul>`}
      ${forwardedTo && html`<p>${t('report.forwardedTo', { to: forwardedTo })}</p>`}
      ${answer && html`<p class="report-item__answer"><strong>${t('inbox.report.answered')}</strong> ${answer} <span class="muted">${formatInstant(answeredAt)}</span></p>`}
      ${report.erased && html`<p class="muted">${t('report.erased')}</p>`}
      <div class="button-row">
        ${place.lon !== null && html`<button type="button" class="button button--small" data-show="${id}">${icon('zoom')} ${t('inbox.report.show')}</button>`}
        ${mayHandle && !handling.measureId && place.lon !== null && html`<button type="button" class="button button--small" data-measure-of="${id}">${icon('add')} ${t('inbox.report.makeMeasure')}</button>`}
        ${handling.measureId && html`<button type="button" class="button button--small" data-to-measure="${handling.measureId}">${t('inbox.report.toMeasure')}</button>`}
      </div>
      <div class="report-item__handling" id="report-handling-${id}"></div>
    </li>`;
}
