/** Measures that wait for a follow-up, those whose time has not come, and those that have been followed up. */
import { formatDate, formatInstant, formatMonth } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { FetchedView } from './fetchedView.js';
import { verdictMark } from './verdictMark.js';

export class FollowUpList extends FetchedView {
  async fetch(api) {
    const [due, done] = await Promise.all([api.get('/api/follow-ups/due'), api.get('/api/follow-ups')]);
    return { waiting: due.body.measures, frozen: done.body.followUps };
  }

  view({ waiting, frozen }) {
    const { t, locale } = this.app;
    const due = waiting.filter((each) => each.due);
    const later = waiting.filter((each) => !each.due);
    return html`
      <section aria-labelledby="follow-due"><h3 id="follow-due">${t('followup.due.title', { count: due.length })}</h3>
        ${due.length === 0 ? html`<p class="empty">${t('followup.due.none')}</p>` : html`<ul class="follow-list">${due.map((each) => this.#waiting(each, t('followup.due.since', { months: each.months })))}</ul>`}
      </section>
      <section aria-labelledby="follow-later"><h3 id="follow-later">${t('followup.later.title', { count: later.length })}</h3>
        ${later.length === 0 ? html`<p class="empty">${t('followup.later.none')}</p>` : html`<ul class="follow-list">${later.map((each) => this.#waiting(each, t('followup.later.earliest', { month: formatMonth(each.earliest, locale) })))}</ul>`}
      </section>
      <section aria-labelledby="follow-done"><h3 id="follow-done">${t('followup.done.title', { count: frozen.length })}</h3>
        ${frozen.length === 0 ? html`<p class="empty">${t('followup.done.none')}</p>` : html`<ul class="follow-list">${frozen.map((each) => this.#frozen(each))}</ul>`}
      </section>
      ${this.#others(frozen)}`;
  }

  #waiting(each, words) {
    const { t } = this.app;
    return html`<li class="follow-list__row"><a class="follow-list__link" href="#page=followup&item=${each.measureId}" data-item="${each.measureId}">${each.title}</a>
      <span class="follow-list__more">${each.owner} · ${t('followup.doneOn', { day: formatDate(each.doneOn) })} · ${words}</span></li>`;
  }

  #frozen(each) {
    const { t, locale } = this.app;
    return html`<li class="follow-list__row"><a class="follow-list__link" href="#page=followup&item=frozen:${each.id}" data-item="frozen:${each.id}">${each.title}</a>
      ${verdictMark(each.verdict, locale)}
      <span class="follow-list__more">${t('followup.frozenBy', { day: formatInstant(each.frozenAt), who: each.frozenBy })}${each.lesson && html` · ${each.lesson}`}</span></li>`;
  }

  /** Said to be followed up without a frozen follow-up here: it can still be made. */
  #others(frozen) {
    const { t, measures } = this.app;
    const known = new Set(frozen.map((each) => each.measureId));
    const said = (measures.value.body?.features ?? []).filter(({ id, properties }) => properties.status === 'followed-up' && !known.has(Number(id)));
    if (said.length === 0) return null;
    return html`
      <section aria-labelledby="follow-said"><h3 id="follow-said">${t('followup.said.title', { count: said.length })}</h3>
        <ul class="follow-list">${said.map(({ id, properties }) => html`<li class="follow-list__row"><a class="follow-list__link" href="#page=followup&item=${id}" data-item="${id}">${properties.title}</a>
          <span class="follow-list__more">${properties.owner} · ${t('followup.doneOn', { day: formatDate(properties.doneOn) })}</span></li>`)}</ul>
      </section>`;
  }
}
