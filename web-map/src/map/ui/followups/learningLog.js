/** What was learnt over all follow-ups, by kind of measure; kinds are never mixed without saying so. */
import { formatNumber } from '../../lib/format.js';
import { changeOf, timesOf } from '../../lib/followUpScale.js';
import { html } from '../../lib/html.js';
import { FetchedView } from './fetchedView.js';
import { verdictMark } from './verdictMark.js';

export class LearningLog extends FetchedView {
  async fetch(api) {
    return (await api.get('/api/learning')).body;
  }

  view({ kinds, together, fewest }) {
    const { t } = this.app;
    return html`
      <p>${t('followup.learning.intro', { fewest })}</p>
      ${kinds.length === 0 && html`<p class="empty">${t('followup.learning.none')}</p>`}
      ${kinds.map((kind) => this.#kind(kind, fewest))}
      ${together && html`<section class="follow-card"><h3>${t('followup.learning.together')}</h3><p>${t('followup.learning.mixed')}</p>${this.#pooled(together)}</section>`}
      <details class="disclosure"><summary>${t('followup.how')}</summary><div class="disclosure__body"><p>${t('followup.learning.how')}</p></div></details>`;
  }

  #kind(kind, fewest) {
    const { t, locale } = this.app;
    const name = locale === 'en' ? kind.nameEn : kind.nameSv;
    return html`
      <section class="follow-card">
        <h3>${kind.code} ${name}</h3>
        <p>${t('followup.learning.count', { count: kind.measures })}${kind.grade && ` · ${t('followup.learning.grade', { grade: kind.grade })}`}</p>
        ${kind.effect ? this.#pooled(kind.effect) : html`<p><b>${t('followup.learning.few', { count: kind.pooled, fewest })}</b></p>`}
        <ul class="follow-list">${kind.followUps.map((one) => this.#one(one))}</ul>
      </section>`;
  }

  #one(one) {
    const { t, locale } = this.app;
    const times = one.ratio === null ? null : timesOf(one);
    return html`<li class="follow-list__row"><a class="follow-list__link" href="#page=followup&item=frozen:${one.id}" data-item="frozen:${one.id}">${one.title}</a>
      ${verdictMark({ code: one.verdict, sv: one.sv, en: one.en }, locale)}
      <span class="follow-list__more">${times && t('followup.interval', { at: changeOf(times.times), low: changeOf(times.low), high: changeOf(times.high) })}${one.lesson && html` · ${one.lesson}`}</span></li>`;
  }

  #pooled({ measures, fixed, mixed, inconsistency }) {
    const { t, locale } = this.app;
    const row = (label, mean) => {
      const times = timesOf(mean);
      return html`<tr><th scope="row">${label}</th><td class="number">${formatNumber(mean.ratio, locale, 2)} (${formatNumber(mean.low, locale, 2)}–${formatNumber(mean.high, locale, 2)})</td><td>${t('followup.interval', { at: changeOf(times.times), low: changeOf(times.low), high: changeOf(times.high) })}</td><td>${t(`followup.verdict.${mean.verdict}`)}</td></tr>`;
    };
    return html`
      <div class="follow-scroll" tabindex="0" role="region" aria-label="${t('followup.learning.pooled', { count: measures })}">
        <table class="follow-table">
          <caption>${t('followup.learning.pooled', { count: measures })}</caption>
          <thead><tr><th scope="col">${t('followup.learning.model')}</th><th scope="col" class="number">${t('followup.table.res')}</th><th scope="col">${t('followup.table.change')}</th><th scope="col">${t('followup.table.sure')}</th></tr></thead>
          <tbody>${row(t('followup.learning.mixedModel'), mixed)}${row(t('followup.learning.fixedModel'), fixed)}</tbody>
        </table>
      </div>
      <p class="chart__note">${t('followup.learning.i2', { percent: Math.round(100 * inconsistency) })}</p>`;
  }
}
