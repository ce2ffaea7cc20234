/** The few facts on the card of a step: how many, how it stands, what is open. */
import { formatMonth, formatNumber } from '../../lib/format.js';
import { html } from '../../lib/html.js';

export function stepFacts(app, desk, item) {
  const { t, locale } = app;
  const { content, plan } = desk.told;
  const facts = {
    spot: () => spotFacts(app, content, item),
    decisions: () => [[t('meetingFact.open'), content.earlier.length], [t('meetingFact.overdue'), content.earlier.filter(({ overdue }) => overdue).length]],
    measures: () => [[t('meetingFact.due'), content.measures.length], [t('meetingFact.overdue'), content.measures.filter(({ overdue }) => overdue).length]],
    'follow-ups': () => [[t('meetingFact.toFollow'), content.followUps.length]],
    picture: () => (content.picture ? [[t('meetingFact.month'), formatMonth(content.picture.month, locale)], [t('meetingFact.spots'), content.picture.spots.length]] : []),
  }[item.kind]?.() ?? [];
  if (!facts.length) return null;
  return html`<dl class="present__facts" data-next="${plan.nextOn ?? ''}">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** What the picture of the month says of the spot; without a picture what the map says now. */
function spotFacts(app, content, { spotId }) {
  const { t, locale } = app;
  const seen = content.picture?.spots.find((spot) => spot.spotId === spotId);
  const live = app.hotspots.value.body?.features.find(({ properties }) => properties.spot?.id === spotId)?.properties;
  const status = seen?.status ?? live?.spot?.status ?? live?.status;
  const count = seen ? seen.count : live?.count;
  return [
    ...(typeof count === 'number' ? [[t('meetingFact.count'), formatNumber(count, locale, 0)]] : []),
    ...(status ? [[t('meetingFact.status'), t(`spotStatus.${status}`)]] : []),
  ];
}
