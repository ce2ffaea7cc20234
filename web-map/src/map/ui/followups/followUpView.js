/** A follow-up as it is read: verdict, interval, months, areas, surroundings, notes, survey and how it was made. */
import { html } from '../../lib/html.js';
import { areaPicture } from './areaPicture.js';
import { aroundTable } from './aroundTable.js';
import { intervalChart, intervalTable } from './intervalChart.js';
import { methodWords } from './methodWords.js';
import { monthsChart } from './monthsChart.js';
import { verdictMark } from './verdictMark.js';

/** @param {object} result as the service answers it or as it was frozen */
export function followUpView(result, { t, locale }) {
  const words = { t, locale };
  const { verdict, survey } = result;
  return html`
    <section class="follow-glance" aria-labelledby="follow-verdict">
      <h4 class="follow-glance__title" id="follow-verdict">${verdictMark(verdict, locale)}</h4>
      <p class="follow-glance__sentence">${locale === 'en' ? verdict.sentenceEn : verdict.sentenceSv}</p>
      ${result.masked && html`<p class="chart__note">${t('followup.masked')}</p>`}
      ${result.invented && html`<p class="chart__note">${t('followup.invented')}</p>`}
    </section>
    <div class="follow-columns">
      <div>${intervalChart(result, words)}${result.estimates.length > 0 && intervalTable(result, words)}</div>
      <div>${areaPicture(result, words)}</div>
    </div>
    ${monthsChart(result, words)}
    ${result.around.length > 0 && html`<section aria-labelledby="follow-around"><h4 id="follow-around">${t('followup.around.heading')}</h4>${aroundTable(result, words)}</section>`}
    ${result.notes.length > 0 && html`
      <section class="follow-notes" aria-labelledby="follow-notes"><h4 id="follow-notes">${t('followup.notes')}</h4>
        <ul>${result.notes.map((note) => html`<li>${note[locale]}</li>`)}</ul></section>`}
    <section class="follow-survey" aria-labelledby="follow-survey"><h4 id="follow-survey">${t('followup.survey')}</h4>
      <p>${survey[locale]}</p><p class="chart__note">${t('followup.survey.apart')}</p></section>
    ${methodWords(result, words)}`;
}
