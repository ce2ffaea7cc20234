/** The sheet of a step that is neither map nor page: tables large enough to be read from the back of the room. */
import { formatDate } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { itemTitle } from '../../lib/meetingPlan.js';
import { icon } from '../icons.js';

export function stepSheet(app, desk, item) {
  const { t } = app;
  if (!item) return html`<p class="present__empty">${t('meeting.noAgenda')}</p>`;
  const { content } = desk.told;
  switch (item.kind) {
    case 'decisions':
      return html`<h3>${itemTitle(item, t)}</h3><div id="sheet-decisions"></div>`;
    case 'measures':
      return html`<h3>${itemTitle(item, t)}</h3>${measures(app, content.measures, 'dueOn', t('meetingFact.noneDue'))}`;
    case 'follow-ups':
      return html`<h3>${itemTitle(item, t)}</h3>${measures(app, content.followUps, 'doneOn', t('meetingFact.noneToFollow'))}`;
    case 'picture':
    case 'areas':
    case 'year':
      return html`<h3>${itemTitle(item, t)}</h3><p class="present__empty">${t('meeting.noPictureYet')}</p>`;
    default:
      return html`<h3>${itemTitle(item, t)}</h3><p class="agenda__notes">${item.notes}</p>`;
  }
}

function measures({ t }, lines, day, none) {
  if (!lines.length) return html`<p class="present__empty">${none}</p>`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${t('meetingFact.measures')}"><table class="table">
    <thead><tr><th scope="col">${t('meetingFact.measure')}</th><th scope="col">${t('decision.owner')}</th><th scope="col">${t(`meetingFact.${day}`)}</th></tr></thead>
    <tbody>${lines.map((line) => html`<tr><th scope="row">${line.title}</th><td>${line.owner}</td><td>${formatDate(line[day])} ${line.overdue && html`<span class="tag tag--overdue">${icon('alert')} ${t('decision.overdue')}</span>`}</td></tr>`)}</tbody>
  </table></div>`;
}
