/** What the picture holds beside the places: the month by type, the four fields, the measures, and how it was made. */
import { formatDate, formatNumber, formatPeriod } from '../../lib/format.js';
import { span } from '../../lib/comparisonWords.js';
import { html } from '../../lib/html.js';
import { interval, sureWords } from './measuredPlace.js';

const FIELDS = ['high-high', 'high-low', 'low-high', 'low-low'];
const GROUPS = ['overdue', 'due', 'done', 'open'];

export function totalsTable({ totals, comparedWith }, { t, locale }) {
  const named = (types) => types.map((type) => ({ ...type, name: type[locale] ?? type.sv }));
  // pictures that were frozen before crime was counted by itself have no kinds
  const apart = 'disorder' in totals;
  const ofKinds = (...kinds) => named(totals.types.filter(({ kind }) => kinds.includes(kind)));
  const rows = apart
    ? [{ name: t('picture.allCrime'), ...totals.all }, ...ofKinds('crime'), { name: t('picture.allDisorder'), ...totals.disorder }, ...ofKinds('disorder'), ...ofKinds('perceived', 'other')]
    : [{ name: t('picture.allTypes'), ...totals.all }, ...named(totals.types)];
  const written = (value) => (value === null ? '–' : formatNumber(value, locale, 0));
  return html`
    <section class="picture__part" aria-labelledby="picture-totals">
      <h3 class="picture__heading" id="picture-totals">${t('picture.totals')}</h3>
      <p>${comparedWith.length ? t('picture.totalsWhy', { years: span(comparedWith) }) : t('picture.totalsAlone')}</p>
      ${apart && html`<p class="muted">${t('picture.totalsApart')}</p>`}
      <div class="table-scroll" tabindex="0" role="region" aria-label="${t('picture.totals')}">
        <table class="table">
          <thead><tr><th scope="col">${t('picture.type')}</th><th scope="col" class="table__number">${t('picture.now')}</th><th scope="col" class="table__number">${t('picture.expectedHead')}</th><th scope="col" class="table__number">${t('picture.chance')}</th><th scope="col" class="picture__drawn">${t('picture.drawn')}</th><th scope="col">${t('picture.means')}</th></tr></thead>
          <tbody>${rows.map((row) => html`
            <tr><th scope="row">${row.name}${row.policeActivity && html` <span class="tag">${t('picture.policeActivity')}</span>`}</th>
              <td class="table__number">${row.count ?? '<5'}</td>
              <td class="table__number">${written(row.expected)}</td>
              <td class="table__number">${row.low === null ? '–' : `${written(row.low)}–${written(row.high)}`}</td>
              <td class="picture__drawn">${interval(row.count, row)}</td>
              <td>${sureWords(row, t)}</td></tr>`)}
          </tbody>
        </table>
      </div>
      ${totals.types.some(({ policeActivity }) => policeActivity) && html`<p class="muted">${t('picture.policeWhy')}</p>`}
    </section>`;
}

export function fourFields({ id, fourFields: four }, { t, locale }) {
  const places = (code) => four.fields.find((field) => field.code === code)?.places ?? [];
  return html`
    <section class="picture__part" aria-labelledby="picture-fields">
      <h3 class="picture__heading" id="picture-fields">${t('picture.fields')}</h3>
      <p>${t('picture.fieldsWhy')}</p>
      ${four.status === 'too-few'
        ? html`<p class="message">${t('picture.fieldsFew', { crimes: four.crimes, marks: four.marks })}</p>`
        : html`<div class="four-fields">${FIELDS.map((code) => html`
            <div class="four-fields__field four-fields__field--${code}">
              <h4>${t(`picture.field.${code}`)}</h4>
              ${code === 'low-low'
                ? html`<p>${t('picture.fieldRest')}</p>`
                : places(code).length
                  ? html`<p class="four-fields__do">${four.fields.find((field) => field.code === code)[locale]}</p><ul>${places(code).map((place) => html`<li><a href="#page=picture&item=${id}/spot/${place.spot}" data-item="${id}/spot/${place.spot}">${place.name}</a> <span class="muted">${t('picture.fieldNumbers', { crimes: place.crimes ?? '<5', people: place.people ?? '<5' })}</span></li>`)}</ul>`
                  : html`<p class="muted">${t('picture.fieldNone')}</p>`}
            </div>`)}</div>`}
    </section>`;
}

export function measureLists({ measures }, app) {
  const { t } = app;
  return html`
    <section class="picture__part" aria-labelledby="picture-measures">
      <h3 class="picture__heading" id="picture-measures">${t('picture.measures')}</h3>
      <p class="muted">${t('picture.measuresWhy')}</p>
      ${GROUPS.every((group) => measures[group].length === 0) && html`<p class="message">${t('picture.measuresNone')}</p>`}
      <div class="picture__columns">${GROUPS.filter((group) => measures[group].length).map((group) => html`
        <div><h4>${t(`picture.measures.${group}`, { count: measures[group].length })}</h4>
          <ul class="picture__lines">${measures[group].map((line) => html`<li><a href="#measure=${line.id}" data-measure="${line.id}">${line.title}</a><br><span class="muted">${line.owner} · ${t(`measure.status.${line.status}`)}${line.doneOn ? ` · ${t('picture.doneOn', { day: formatDate(line.doneOn) })}` : line.dueOn ? ` · ${t('picture.dueOn', { day: formatDate(line.dueOn) })}` : ''}</span></li>`)}</ul></div>`)}
      </div>
    </section>`;
}

export function goneList({ gone }, { t, locale }, month) {
  if (!gone.length) return null;
  return html`
    <details class="picture__gone"><summary>${t('picture.gone', { count: gone.length })}</summary>
      <ul class="picture__lines">${gone.map((one) => html`<li><strong>${one.spot.name}</strong> <span class="muted">${t('picture.goneSince', { month: month(one.since) })}${one.inside ? ` · ${t('picture.goneNow', { count: one.inside.count ?? '<5', expected: one.inside.expected === null ? '–' : formatNumber(one.inside.expected, locale, 0) })}` : ''}</span></li>`)}</ul>
    </details>`;
}

export function methodPart(picture, { t, locale }) {
  const language = locale === 'en' ? 'En' : 'Sv';
  return html`
    <details class="picture__part picture__method"><summary>${t('picture.how')}</summary>
      ${picture.parameters.map((method) => html`<p><strong>${t(`stream.${method.stream}`)}.</strong> ${method[`sentence${language}`]} ${method[`why${language}`]} ${t('picture.used', { used: method.used, n: method.n })}</p>`)}
      <p>${t('picture.howTest')}</p>
      <dl class="facts">
        <dt>${t('picture.data')}</dt><dd>${picture.scope.datasets.map(({ name, revision, rows }) => t('picture.dataset', { name, revision, rows: formatNumber(rows, locale) })).join('; ')}</dd>
        <dt>${t('picture.period')}</dt><dd>${formatPeriod(picture.period.from, picture.period.to, locale)}</dd>
        <dt>${t('picture.dataHash')}</dt><dd><code>${picture.dataHash}</code></dd>
        <dt>${t('picture.seed')}</dt><dd>${picture.seed}</dd>
        <dt>${t('picture.version')}</dt><dd>${picture.version}</dd>
      </dl>
    </details>`;
}
