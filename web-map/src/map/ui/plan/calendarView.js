/** A month of the plan: what is decided, begun, due and done on which day, as a grid and as an equal list. */
import { monthEvents, monthsFrom, monthWeeks, weekNumber } from '../../lib/actionPlan.js';
import { formatMonth, tag } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { today } from './moveMeasure.js';

export class CalendarView {
  #app;
  #options;
  #root = null;
  #stops = [];

  /** @param {{onOpen: (id: string) => void, onMonth: (month: string) => void}} options */
  constructor(app, options) {
    this.#app = app;
    this.#options = options;
  }

  open(root) {
    this.#root = root;
    this.#stops = [
      on(root, 'click', '[data-measure]', (event, button) => this.#options.onOpen(button.dataset.measure)),
      on(root, 'click', '[data-month]', (event, button) => this.#options.onMonth(button.dataset.month)),
    ];
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  show(features, month) {
    const { t, locale } = this.#app;
    const events = monthEvents(features, month);
    const now = today();
    const step = (id, target, label) => html`<button type="button" class="button button--small" id="month-${id}" data-month="${target}">${label}</button>`;
    render(
      this.#root,
      html`
        <div class="calendar__head">
          <h3 class="calendar__month" role="status">${formatMonth(month, locale)}</h3>
          <div class="button-row">
            ${step('previous', monthsFrom(month, -1), t('plan.month.previous'))}
            ${step('now', now.slice(0, 7), t('plan.month.now'))}
            ${step('next', monthsFrom(month, 1), t('plan.month.next'))}
          </div>
        </div>
        <div class="calendar__scroll" tabindex="0" role="region" aria-label="${formatMonth(month, locale)}">
          <table class="calendar">
            <caption class="visually-hidden">${t('plan.month.caption', { month: formatMonth(month, locale) })}</caption>
            <thead><tr><th scope="col">${t('plan.week')}</th>${weekdays(locale).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
            <tbody>${monthWeeks(month).map((week) => html`<tr><th scope="row">${weekNumber(week[0].day)}</th>${week.map((day) => this.#day(day, events, now))}</tr>`)}</tbody>
          </table>
        </div>
        <h3 class="section__title">${t('plan.month.list')}</h3>
        ${events.length === 0 ? html`<p class="muted">${t('plan.month.none')}</p>` : html`<ul class="calendar__list">${events.map(({ day, what, feature }, i) => html`
          <li><time datetime="${day}">${day}</time> <span class="tag">${t(`plan.day.${what}`)}</span> <button type="button" class="link" id="event-${i}" data-measure="${feature.id}">${feature.properties.title}</button> <span class="muted">${feature.properties.owner}</span></li>`)}</ul>`}`,
    );
  }

  #day({ day, inMonth }, events, now) {
    const { t } = this.#app;
    const here = inMonth ? events.filter((event) => event.day === day) : [];
    return html`
      <td class="calendar__day ${inMonth ? '' : 'calendar__day--other'} ${day === now ? 'calendar__day--now' : ''}">
        <span class="calendar__number">${Number(day.slice(8))}${day === now ? html`<span class="visually-hidden"> ${t('plan.today')}</span>` : null}</span>
        ${here.length > 0 && html`<ul class="calendar__events">${here.map(({ what, feature }) => html`<li><button type="button" class="calendar__event calendar__event--${what}" data-measure="${feature.id}"><span class="calendar__what">${t(`plan.day.${what}`)}</span> ${feature.properties.title}</button></li>`)}</ul>`}
      </td>`;
  }
}

/** Monday to Sunday, short. */
function weekdays(locale) {
  const format = new Intl.DateTimeFormat(tag(locale), { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, i) => format.format(new Date(Date.UTC(2026, 0, 5 + i))));
}
