/** What the disclosure report finds beside its areas: shares, smallest numbers, neighbours, the last release, guesses. */
import { changedCells, REASONS } from '../../lib/disclosure.js';
import { formatNumber, formatPeriod, formatShare } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { inLanguage } from './publicationOptions.js';

const MOST_CHANGES = 20;

export function disclosureFindings(report, app) {
  return html`
    ${seriesTable(report, app)}
    ${smallest(report, app)}
    ${neighbour(report, app)}
    ${guess(report, app)}
    ${difference(report, app)}
    ${nearHomes(report, app)}`;
}

function section(id, title, content) {
  return html`<section class="publish__section" aria-labelledby="disclosure-${id}"><h4 class="publish__subheading" id="disclosure-${id}">${title}</h4>${content}</section>`;
}

/** The figures that the report begins with. */
export function disclosureFigures({ from, to, noise, summary }, { t, locale }) {
  const { areas, households, incidents, placed, shownShare, cellsShown, cellsHidden } = summary;
  const hidden = REASONS.reduce((sum, reason) => sum + (cellsHidden[reason] ?? 0), 0);
  const facts = [
    [t('publish.figure.shown'), formatShare(shownShare, locale), t('publish.figure.shownAbout', { incidents, placed })],
    [t('publish.figure.cells'), t('publish.figure.cellsOf', { shown: cellsShown, all: cellsShown + hidden }), REASONS.filter((reason) => cellsHidden[reason]).map((reason) => `${t(`publish.fate.${reason}`)}: ${formatNumber(cellsHidden[reason], locale)}`).join(' · ')],
    [t('publish.figure.areas'), formatNumber(areas, locale), t('publish.figure.areasAbout', { households })],
    [t('publish.figure.period'), formatPeriod(from, to, locale), noise ? t('publish.noise') : t('publish.noNoise')],
  ];
  return html`<dl class="publish__figures">${facts.map(([name, value, about]) => html`<div class="publish__figure"><dt>${name}</dt><dd><strong>${value}</strong> <span class="muted">${about}</span></dd></div>`)}</dl>`;
}

function seriesTable({ series }, { t, locale }) {
  return section(
    'series',
    t('publish.seriesTitle'),
    table(
      t('publish.seriesTitle'),
      [t('publish.column.series'), t('publish.column.total'), t('publish.column.shown'), t('publish.column.hidden')],
      series.map((each) => [inLanguage(each.name, locale), each.total.class ? classWords(each.total.class, t) : t('publish.totalHidden', { why: t.has(`publish.why.${each.total.reason}`) ? t(`publish.why.${each.total.reason}`) : '' }), formatNumber(each.shown, locale), formatNumber(each.hidden, locale)]),
    ),
  );
}

function smallest(report, { t, locale }) {
  return section(
    'smallest',
    t('publish.smallest'),
    report.smallest.length === 0
      ? html`<p>${t('publish.noSmallest')}</p>`
      : html`<p>${t('publish.smallestWhy')}</p>${table(
          t('publish.smallest'),
          [t('publish.column.area'), t('publish.column.series'), t('publish.column.count')],
          report.smallest.map(({ areaName, series, count }) => [areaName, seriesName(report, series, locale), formatNumber(count, locale)]),
        )}`,
  );
}

function neighbour({ neighbour: sentences }, { t, locale }) {
  return section('neighbour', t('publish.neighbour'), html`<ul class="publish__sentences">${sentences.map((sentence) => html`<li>${inLanguage(sentence, locale)}</li>`)}</ul>`);
}

function guess({ guess: risk }, { t, locale }) {
  if (!risk) return null;
  const percent = (share) => `${formatNumber(share * 100, locale, 1)} %`;
  return section(
    'guess',
    t('publish.guess'),
    html`<p><strong>${t(risk.withinLimit ? 'publish.guessWithin' : 'publish.guessOver', { share: percent(risk.bestGuess), limit: percent(risk.limit) })}</strong></p>
      <p>${inLanguage(risk.text, locale)}</p>
      <p class="muted">${t('publish.guessHow', { worlds: risk.worlds, incidents: risk.incidents, households: risk.leastHouseholds })}</p>`,
  );
}

function difference(report, { t, locale }) {
  const { difference: changed } = report;
  if (!changed) return section('difference', t('publish.difference'), html`<p>${t('publish.firstRelease')}</p>`);
  const cells = changedCells(changed);
  return section(
    'difference',
    t('publish.difference'),
    html`
      <p>${t('publish.differenceSum', { slug: changed.previous.slug, rose: changed.rose, fell: changed.fell, same: changed.same })}${!changed.sameAreas && html` ${t('publish.otherAreas')}`}</p>
      ${cells.length > 0 && table(
        t('publish.difference'),
        [t('publish.column.area'), t('publish.column.series'), t('publish.column.before'), t('publish.column.now')],
        cells.slice(0, MOST_CHANGES).map(({ areaName, series, before, now }) => [areaName, seriesName(report, series, locale), classWords(before, t), classWords(now, t)]),
      )}
      ${cells.length > MOST_CHANGES && html`<p class="muted">${t('publish.moreChanges', { count: cells.length - MOST_CHANGES })}</p>`}`,
  );
}

function nearHomes({ measuresNearHomes: near }, { t, locale }) {
  if (!near?.length) return null;
  return section('near', t('publish.measuresNear'), html`<ul class="publish__sentences">${near.map(({ name, metres }) => html`<li>${t('publish.measureNear', { name, metres: formatNumber(metres, locale, 0) })}</li>`)}</ul>`);
}

export function seriesName({ series }, code, locale) {
  return inLanguage(series.find((each) => each.code === code)?.name, locale) || code;
}

/** "5–9", "50 eller fler", "färre än 5 eller för få hushåll". */
export function classWords(code, t) {
  if (code === 'few') return t('publish.class.few');
  return code.endsWith('+') ? t('publish.class.more', { least: code.slice(0, -1) }) : code.replace('-', '–');
}

function table(caption, heads, rows) {
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label="${caption}">
      <table class="table table--small table--cards"><caption class="visually-hidden">${caption}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((each, i) => html`<td data-label="${heads[i + 1]}">${each}</td>`)}</tr>`)}</tbody>
      </table>
    </div>`;
}
