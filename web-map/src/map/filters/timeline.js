/**
 * The period: a choice of named periods, a stepper that moves the period by its own length, and months as bars with two
 * handles. The handles are native range inputs; dragging over the bars does the same with the pointer.
 */
import { formatMonth, formatPeriod } from '../lib/format.js';
import { attributes, html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';
import { barCount, monthCount, toldCount } from '../lib/told.js';
import { firstDay, lastDay, monthNumber, monthRange, PRESETS, presetOf, presetPeriod, stepPeriod } from '../lib/months.js';

const HEIGHT = 44;
const BAR = 10;
/** Height of the stripe that marks months with survey answers; their number does not compare with that of incidents. */
const STRIPE = 5;

export class Timeline {
  #app;
  #element;
  #months = [];
  #stops = [];
  #dragFrom = null;
  #dragTo = null;

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#drawFrame();
    const { state, timeline } = this.#app;
    this.#stops.push(
      on(this.#element, 'change', '#period-preset', (event, select) => this.#choosePreset(select.value)),
      on(this.#element, 'click', '[data-step]', (event, button) => this.#step(Number(button.dataset.step))),
      on(this.#element, 'input', '[data-handle]', (event, input) => this.#handle(input, 'replace')),
      on(this.#element, 'change', '[data-handle]', (event, input) => this.#handle(input, 'push')),
      on(this.#element, 'pointerdown', '#bars', (event) => this.#startDrag(event)),
      on(this.#element, 'pointermove', '#bars', (event) => this.#drag(event)),
      on(this.#element, 'pointerup', '#bars', () => this.#endDrag()),
      on(this.#element, 'keydown', '.time__stepper', (event) => this.#key(event)),
      timeline.subscribe(({ body }) => this.#take(body)),
      state.subscribe(['from', 'to'], () => this.#follow()),
    );
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  #drawFrame() {
    const { t } = this.#app;
    const step = (direction, icon, key) => html`<button type="button" class="icon-button" data-step="${direction}" id="step-${icon}" aria-label="${t(key)}" title="${t(key)}">
      <svg class="icon" aria-hidden="true"><use href="${ICONS}#${icon}"></use></svg></button>`;
    render(
      this.#element,
      html`<div class="time__choice">
          <label class="visually-hidden" for="period-preset">${t('time.preset')}</label>
          <select class="select" id="period-preset">
            ${[...PRESETS, 'custom'].map((preset) => html`<option value="${preset}" ${preset === 'custom' && html`hidden disabled`}>${t(`time.${preset}`)}</option>`)}
          </select>
          <div class="time__stepper" role="group" aria-label="${t('time.stepper')}">
            ${step(-1, 'previous', 'time.previous')}
            <p class="time__period" id="period-text"></p>
            ${step(1, 'next', 'time.next')}
          </div>
        </div>
        <div class="time__chart">
          <div id="bars"></div>
          <div class="time__handles">
            <input type="range" class="time__handle" data-handle="from" id="handle-from" min="0" max="1" value="0" aria-label="${t('time.from')}" />
            <input type="range" class="time__handle" data-handle="to" id="handle-to" min="0" max="1" value="1" aria-label="${t('time.to')}" />
          </div>
        </div>`,
    );
  }

  #take(body) {
    const { from, to } = this.#app.group ?? {};
    const counted = body?.months ?? [];
    const first = [from?.slice(0, 7), counted[0]?.month].filter(Boolean).sort()[0];
    const last = [to?.slice(0, 7), counted.at(-1)?.month].filter(Boolean).sort().at(-1);
    if (!first || !last) return;
    const known = new Map(counted.map((each) => [each.month, each]));
    this.#months = monthRange(first, last).map((month) => known.get(month) ?? { month, crime: 0, disorder: 0, other: 0, unsafety: 0 });
    this.#alignHandles();
    this.#drawBars();
    this.#follow();
  }

  get #handles() {
    return [...this.#element.querySelectorAll('[data-handle]')];
  }

  /** Puts the middle of a handle under the middle of its bar. */
  #alignHandles() {
    const count = this.#months.length;
    for (const input of this.#handles) {
      input.max = String(count - 1);
      // of one month there is nothing to choose
      input.hidden = count < 2;
      input.style.left = `calc(${50 / count}% - var(--handle-width) / 2)`;
      input.style.width = `calc(${(100 * (count - 1)) / count}% + var(--handle-width))`;
    }
  }

  get #first() {
    return this.#months[0].month;
  }

  get #last() {
    return this.#months.at(-1).month;
  }

  /** The chosen months as indexes into the bars. */
  get #chosen() {
    const { from, to } = this.#app.state.value;
    const index = (day, otherwise) => (day ? monthNumber(day) - monthNumber(this.#first) : otherwise);
    const clamp = (i) => Math.max(0, Math.min(this.#months.length - 1, i));
    return { from: clamp(index(from, 0)), to: clamp(index(to, this.#months.length - 1)) };
  }

  #drawBars() {
    const { t, locale } = this.#app;
    const main = ['crime', 'disorder', 'other'].find((kind) => this.#months.some((month) => barCount(monthCount(month, kind)) > 0)) ?? 'unsafety';
    const most = Math.max(1, ...this.#months.map((each) => barCount(monthCount(each, main))));
    const width = this.#months.length * BAR;
    const high = (count) => (count / most) * (HEIGHT - STRIPE - 3);
    const bars = this.#months.map((each, i) => {
      const { month } = each;
      const told = (stream) => toldCount(monthCount(each, stream)) ?? t('count.hidden');
      const tall = high(barCount(monthCount(each, main)));
      const surveyed = main !== 'unsafety' && barCount(monthCount(each, 'unsafety')) > 0;
      return html`<g class="bar" data-month="${i}">
        <title>${formatMonth(month, locale)}: ${t('time.bar', { crime: told('crime'), disorder: told('disorder'), unsafety: told('unsafety') })}</title>
        <rect class="bar__room" x="${i * BAR}" y="0" width="${BAR}" height="${HEIGHT}"></rect>
        <rect class="bar__${main}" x="${i * BAR + 1}" y="${HEIGHT - tall}" width="${BAR - 2}" height="${tall}"></rect>
        ${surveyed && html`<rect class="bar__unsafety" x="${i * BAR + 1}" y="0" width="${BAR - 2}" height="${STRIPE}"></rect>`}
      </g>`;
    });
    render(
      this.#element.querySelector('#bars'),
      html`<svg ${attributes({ class: 'bars', viewBox: `0 0 ${width} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': this.#summary(most) })}>
          <rect class="bars__brush" id="brush" x="0" y="0" width="${width}" height="${HEIGHT}"></rect>${bars}
        </svg>
        <div class="bars__years" id="years" aria-hidden="true">${this.#years().map(({ year }) => html`<span class="bars__year">${year}</span>`)}</div>`,
    );
    const labels = [...this.#element.querySelectorAll('.bars__year')];
    this.#years().forEach(({ at }, i) => {
      labels[i].style.left = `${(at / this.#months.length) * 100}%`;
    });
  }

  #summary(most) {
    const { t, locale } = this.#app;
    if (this.#months.some(({ crime }) => crime === null)) return t('told.timeline', { first: formatMonth(this.#first, locale), last: formatMonth(this.#last, locale) });
    const sum = (key) => this.#months.reduce((total, each) => total + each[key], 0);
    return t('time.summary', { first: formatMonth(this.#first, locale), last: formatMonth(this.#last, locale), crime: sum('crime'), disorder: sum('disorder'), unsafety: sum('unsafety'), most });
  }

  /** Where a year begins; a first part of a year too short for its label is left out. */
  #years() {
    const starts = this.#months.map(({ month }, at) => ({ year: month.slice(0, 4), at, january: month.endsWith('-01') }));
    const found = starts.filter(({ january, at }) => january || at === 0);
    const room = Math.max(1, this.#months.length / 12);
    return found.filter(({ at }, i) => i === found.length - 1 || found[i + 1].at - at >= Math.min(4, room));
  }

  #follow() {
    if (!this.#months.length) return;
    const { from, to } = this.#app.state.value;
    const chosen = this.#chosen;
    const [low, high] = this.#handles;
    low.value = String(chosen.from);
    high.value = String(chosen.to);
    this.#tellHandles(chosen);
    this.#element.querySelector('#period-text').textContent = formatPeriod(from ?? firstDay(this.#first), to ?? lastDay(this.#last), this.#app.locale);
    this.#element.querySelector('#period-preset').value = presetOf(from ?? firstDay(this.#first), to ?? lastDay(this.#last), this.#first, this.#last);
    for (const button of this.#element.querySelectorAll('[data-step]')) {
      button.setAttribute('aria-disabled', String(!this.#stepped(Number(button.dataset.step))));
    }
    this.#mark(chosen);
  }

  #tellHandles({ from, to }) {
    const [low, high] = this.#handles;
    low.setAttribute('aria-valuetext', formatMonth(this.#months[from].month, this.#app.locale));
    high.setAttribute('aria-valuetext', formatMonth(this.#months[to].month, this.#app.locale));
  }

  #mark({ from, to }) {
    for (const bar of this.#element.querySelectorAll('[data-month]')) {
      const i = Number(bar.dataset.month);
      bar.classList.toggle('bar--outside', i < from || i > to);
    }
    const brush = this.#element.querySelector('#brush');
    brush?.setAttribute('x', String(from * BAR));
    brush?.setAttribute('width', String((to - from + 1) * BAR));
  }

  #choosePreset(preset) {
    if (preset !== 'custom') this.#app.state.set(presetPeriod(preset, this.#first, this.#last));
  }

  #stepped(direction) {
    const { from, to } = this.#app.state.value;
    return stepPeriod(from ?? this.#first, to ?? this.#last, direction, this.#first, this.#last);
  }

  #step(direction) {
    const period = this.#months.length ? this.#stepped(direction) : null;
    if (period) this.#app.state.set(period);
  }

  #key(event) {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!direction) return;
    event.preventDefault();
    this.#step(direction);
  }

  /** A handle may be moved past the other one: the two then change places. While it moves, only the picture follows. */
  #handle(input, history) {
    const [a, b] = this.#handles.map((each) => Number(each.value));
    const chosen = { from: Math.min(a, b), to: Math.max(a, b) };
    this.#tellHandles(chosen);
    this.#mark(chosen);
    if (history === 'push') this.#chooseMonths(chosen);
  }

  #chooseMonths({ from, to }) {
    this.#app.state.set({ from: firstDay(this.#months[from].month), to: lastDay(this.#months[to].month) });
  }

  #startDrag(event) {
    if (!this.#months.length || event.button !== 0) return;
    this.#dragFrom = this.#monthAt(event);
    this.#element.querySelector('#bars').setPointerCapture(event.pointerId);
    this.#mark({ from: this.#dragFrom, to: this.#dragFrom });
  }

  #drag(event) {
    if (this.#dragFrom === null) return;
    this.#mark(this.#between(this.#dragFrom, this.#monthAt(event)));
    this.#dragTo = this.#monthAt(event);
  }

  #endDrag() {
    if (this.#dragFrom === null) return;
    const chosen = this.#between(this.#dragFrom, this.#dragTo ?? this.#dragFrom);
    this.#dragFrom = this.#dragTo = null;
    this.#chooseMonths(chosen);
    this.#follow();
  }

  #between(a, b) {
    return { from: Math.min(a, b), to: Math.max(a, b) };
  }

  #monthAt({ clientX }) {
    const { left, width } = this.#element.querySelector('.bars').getBoundingClientRect();
    const i = Math.floor(((clientX - left) / width) * this.#months.length);
    return Math.max(0, Math.min(this.#months.length - 1, i));
  }
}
