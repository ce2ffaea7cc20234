/**
 * The protocol of a safety walk, to read and to print: what, who, which way, a map with numbered places, and the same
 * places as a table.
 */
import { html, render } from '../../map/lib/html.js';
import { comeIn, whenWords } from './comeIn.js';
import { paragraphs } from '../survey/surveyWords.js';
import { hasPlaces, WalkMap } from './walkMap.js';

/** What a row says beside its number, by column. */
function cells({ category, place, lat, lon, words, status, owner, plan, measureTitle }, t) {
  return [
    ['what', t(`walk.category.${category}`)],
    ['place', place ?? `${lat.toFixed(5)}, ${lon.toFixed(5)}`],
    ['words', words],
    ['status', t(`walk.status.${status}`)],
    ['owner', owner],
    ['plan', [plan, measureTitle].filter(Boolean).join(' · ')],
  ];
}

function protocol({ t, id, walk }) {
  const { title, participants, people, routeWords, summary, report, reportedOn, findings, earlier, earlierTitle, owner } = walk;
  return html`
    <h1>${t('walk.protocolOf', { title })}</h1>
    <dl class="facts">
      ${[
        [t('walk.when'), whenWords(walk, t)],
        [t('walk.owner'), owner],
        [t('walk.participants'), participants.length ? `${participants.map(({ organisation, number }) => `${organisation} (${number})`).join(', ')}. ${t('walk.people', { count: people })}.` : ''],
        [t('walk.route'), routeWords],
      ].filter(([, value]) => value).map(([name, value]) => html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${summary && html`<h2>${t('walk.summary')}</h2>${paragraphs(summary).map((text) => html`<p>${text}</p>`)}`}
    <p class="muted">${t('walk.oneVoice')}</p>
    ${hasPlaces(walk) && html`<div class="walk-map" id="walk-map" role="img" aria-label="${t('walk.mapLabel', { count: findings.length })}"></div>`}
    <h2>${t('walk.findings', { count: findings.length })}</h2>
    ${findings.length > 0 && html`
      <div class="table-scroll" tabindex="0" role="region" aria-label="${t('walk.findings', { count: findings.length })}">
        <table class="table table--stacks">
          <caption class="visually-hidden">${t('walk.tableCaption')}</caption>
          <thead><tr>${['number', 'what', 'place', 'words', 'status', 'owner', 'plan'].map((key) => html`<th scope="col">${t(`walk.column.${key}`)}</th>`)}</tr></thead>
          <tbody>${findings.map((f) => html`<tr>
            <th scope="row">${f.number}</th>${cells(f, t).map(([key, value]) => html`<td class="${!value && 'table__empty'}" data-label="${t(`walk.column.${key}`)}">${value}</td>`)}</tr>`)}</tbody>
        </table>
      </div>`}
    ${findings.some(({ photos }) => photos.length) && html`<h2>${t('walk.photos')}</h2><div class="walk-photos">${findings.flatMap((f) => f.photos.map((photo, i) => html`
      <figure><img class="walk-photo" src="/api/walks/${id}/findings/${f.id}/photos/${photo}" alt="${t('walk.photo', { number: f.number, photo: i + 1 })}"><figcaption>${f.number}. ${f.words}</figcaption></figure>`))}</div>`}
    ${earlier.length > 0 && html`
      <h2>${t('walk.earlier', { title: earlierTitle ?? '' })}</h2>
      <ul>${earlier.map(({ finding, outcome }) => html`<li>${finding.number}. ${finding.words} – <strong>${t(outcome ? `walk.outcome.${outcome}` : 'walk.outcome.none')}</strong></li>`)}</ul>`}
    ${(report || reportedOn) && html`<h2>${t('walk.report')} ${reportedOn ?? ''}</h2>${paragraphs(report).map((text) => html`<p>${text}</p>`)}`}`;
}

const main = document.getElementById('main');
const come = await comeIn(main);
if (come) {
  const { t, id, walk } = come;
  document.title = t('walk.protocolOf', { title: walk.title });
  render(
    document.getElementById('nav'),
    html`<a class="survey-languages__one" href="/walk/${id}">${t('walk.walk')}</a><a class="survey-languages__one" href="/walk/${id}/protocol" aria-current="true">${t('walk.protocol')}</a><a class="survey-languages__one" href="/api/walks/${id}/findings.csv" download>CSV</a><button type="button" class="survey-languages__one walk-print" id="print">${t('walk.print')}</button>`,
  );
  document.getElementById('print').addEventListener('click', () => window.print());
  render(main, protocol(come));
  const place = document.getElementById('walk-map');
  if (place) {
    new WalkMap(place, walk).open();
    // on paper the map is as wide as it was drawn, so that nothing is cut off or left empty
    addEventListener('beforeprint', () => (place.style.width = `${place.offsetWidth}px`));
    addEventListener('afterprint', () => (place.style.width = ''));
  }
}
