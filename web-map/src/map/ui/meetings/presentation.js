/**
 * Presentation mode: the agenda step by step beside the map or a page, in large type, moved by arrow keys or a clicker.
 * It is the same map and the same pages: the body says `data-presenting` and the style sheet does the rest.
 */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { html, on, render } from '../../lib/html.js';
import { itemTitle, presentItem, stepAfterKey } from '../../lib/meetingPlan.js';
import { applyRememberedTheme } from '../../theme.js';
import { icon } from '../icons.js';
import { permittedPages } from '../pages/pages.js';
import { DecisionList } from './decisionList.js';
import { PresentedStep } from './presentedStep.js';
import { stepFacts } from './stepFacts.js';

const WRITING = 'input, textarea, select, [contenteditable]';
/** Keys of a clicker go on also while somebody writes. */
const CLICKER = ['PageDown', 'PageUp'];

export class Presentation {
  #app;
  #root;
  #desk;
  #go;
  #step;
  #stage = null;
  #list = null;
  #decisions = [];
  #started = 0;
  #shown = null;
  #stops = [];
  #onKey = (event) => this.#press(event);

  constructor(app, root, { desk, step, go }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
    this.#step = step;
    this.#go = go;
  }

  open() {
    document.body.dataset.presenting = 'sheet';
    document.documentElement.dataset.theme = 'projector';
    document.addEventListener('keydown', this.#onKey, true);
    this.#stops = [
      on(this.#root, 'click', '[data-step]', (event, button) => this.#turnTo(Number(button.dataset.step))),
      on(this.#root, 'click', '[data-end]', () => this.#end()),
      on(this.#root, 'click', '[data-decide]', () => this.#list?.begin()),
      on(this.#root, 'click', '[data-cause]', (event, button) => this.#toggleCause(button)),
      on(this.#root, 'click', '[data-full]', () => this.#fullScreen()),
      on(this.#root, 'input', '#present-notes', (event, field) => this.#desk.changeItem(this.#step - 1, { notes: field.value })),
      this.#desk.subscribe(() => this.#follow()),
    ];
    render(
      this.#root,
      html`<div class="present">
        <section class="present__card" aria-labelledby="present-title"><div class="present__body" id="present-body"></div><div class="present__nav" id="present-nav"></div></section>
        <section class="present__sheet" id="present-sheet" tabindex="0" aria-label="${this.#app.t('meeting.sheet')}"></section>
      </div>`,
    );
    this.#stage = new PresentedStep(this.#app, this.#root.querySelector('#present-sheet'), this.#desk).open();
    this.#app.map.leaflet.invalidateSize({ animate: false });
    this.#app.bus.emit('theme:changed');
    this.#follow();
    return this;
  }

  close() {
    document.removeEventListener('keydown', this.#onKey, true);
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#list?.close();
    this.#stage?.close();
    delete document.body.dataset.presenting;
    applyRememberedTheme();
    this.#app.map.leaflet.invalidateSize({ animate: false });
    this.#app.bus.emit('theme:changed');
    if (document.fullscreenElement) document.exitFullscreen();
  }

  /** The address has come to another step. */
  show(step) {
    if (step === this.#step && this.#shown === step) return;
    this.#step = step;
    this.#follow();
  }

  get #items() {
    return this.#desk.plan.agenda;
  }

  get #invented() {
    return Boolean(this.#desk.told.content.picture?.invented || this.#app.group?.invented);
  }

  get #mayWrite() {
    return this.#app.can(...MEASURE_WRITERS) && !this.#desk.isFrozen;
  }

  /** Draws once the meeting is there, and again when the step is another; never under the hands of who writes. */
  async #follow() {
    if (!this.#desk.told || this.#shown === this.#step) return;
    const first = this.#shown === null;
    this.#step = Math.max(1, Math.min(this.#step, this.#items.length || 1));
    this.#shown = this.#step;
    if (first) this.#learnDecisions();
    this.#draw();
    await this.#stage.show(this.#items[this.#step - 1] ?? null, presentItem(this.#desk.id, this.#step));
    this.#measure();
    this.#stage.prepare(this.#items[this.#step], this.#items[this.#step - 2]);
  }

  async #learnDecisions() {
    this.#decisions = (await this.#app.api.get('/api/decisions', { parameters: { meeting: this.#desk.id } })).body.decisions;
    this.#drawDecisions();
  }

  #draw() {
    const { t, announce } = this.#app;
    const item = this.#items[this.#step - 1];
    const count = Math.max(1, this.#items.length);
    const title = item ? itemTitle(item, t) : t('meeting.noAgenda');
    const atButton = document.activeElement?.closest?.('#present-nav');
    render(this.#root.querySelector('#present-body'), this.#card(item, title, count));
    render(this.#root.querySelector('#present-nav'), this.#nav(count));
    this.#drawDecisions();
    if (!atButton) this.#root.querySelector('#present-title').focus({ preventScroll: true });
    announce(t('meeting.step', { step: this.#step, count, title }));
  }

  #card(item, title, count) {
    const { t } = this.#app;
    const minutes = item?.minutes ? ` · ${t('meeting.minutesShort', { minutes: item.minutes })}` : '';
    return html`
      <p class="present__step">${t('meeting.stepOf', { step: this.#step, count })}${minutes} ${this.#invented && html`<span class="badge badge--invented">${t('demo.badge')}</span>`}</p>
      <h3 class="present__title" id="present-title" tabindex="-1">${title}</h3>
      ${item && stepFacts(this.#app, this.#desk, item)}
      ${item?.spotId && permittedPages(this.#app).some(({ id }) => id === 'cause') && html`<p><button type="button" class="button" id="present-cause" data-cause aria-pressed="false">${t('meeting.showCause')}</button></p>`}
      ${item &&
      (this.#mayWrite
        ? html`<div class="field" data-field="agenda.${this.#step - 1}.notes"><label class="field__label" for="present-notes">${t('meeting.item.notes')} <kbd>N</kbd></label><textarea class="input input--area" id="present-notes" rows="4" maxlength="4000">${item.notes}</textarea><p class="field__error" hidden></p></div>`
        : item.notes && html`<p class="agenda__notes">${item.notes}</p>`)}
      <h4 class="present__subtitle">${t('meeting.decisions')}</h4>
      <div id="present-decisions"></div>
      ${this.#mayWrite && html`<button type="button" class="button" data-decide>${icon('add')} ${t('decision.new')} <kbd>D</kbd></button>`}`;
  }

  #nav(count) {
    const { t } = this.#app;
    const turn = (id, step, picture, label, disabled) => html`<button type="button" class="button present__turn" id="present-${id}" data-step="${step}" aria-disabled="${disabled ? 'true' : 'false'}">${icon(picture)} ${label}</button>`;
    return html`${turn('previous', Math.max(1, this.#step - 1), 'previous', t('meeting.previous'), this.#step <= 1)}
      ${turn('next', Math.min(count, this.#step + 1), 'next', t('meeting.next'), this.#step >= count)}
      ${document.fullscreenEnabled && html`<button type="button" class="button" id="present-full" data-full>${icon('full-screen')} ${t('meeting.full')}</button>`}
      <button type="button" class="button" id="present-end" data-end>${icon('close')} ${t('meeting.end')}</button>`;
  }

  #drawDecisions() {
    const place = this.#root.querySelector('#present-decisions');
    if (!place) return;
    this.#list?.close();
    const spotId = this.#items[this.#step - 1]?.spotId ?? null;
    this.#list = new DecisionList(this.#app, place, {
      parameters: { meeting: this.#desk.id, ...(spotId ? { spot: spotId } : {}) },
      preset: this.#decisions.filter((decision) => !spotId || decision.spotId === spotId),
      meeting: this.#mayWrite ? this.#desk.id : null,
      addBelow: false,
      about: { spotId },
      onChange: () => this.#decisionsChanged(),
    }).open();
  }

  async #decisionsChanged() {
    this.#decisions = (await this.#app.api.get('/api/decisions', { parameters: { meeting: this.#desk.id } })).body.decisions;
    await this.#desk.reload();
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const writing = event.target.closest?.(WRITING);
    if (event.key === 'Escape') return this.#escape(event, writing);
    if (writing && !CLICKER.includes(event.key)) return undefined;
    if (event.key === ' ' && event.target.closest?.('button, a, summary')) return undefined;
    const step = stepAfterKey(event.key, this.#step, this.#items.length || 1);
    if (step !== null) return this.#taken(event, () => this.#turnTo(step));
    if (event.key === 'n' || event.key === 'N') return this.#taken(event, () => this.#root.querySelector('#present-notes')?.focus());
    if ((event.key === 'd' || event.key === 'D') && this.#mayWrite) return this.#taken(event, () => this.#list?.begin());
    return undefined;
  }

  #taken(event, act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  /** The first press leaves a field, the next one the presentation. */
  #escape(event, writing) {
    this.#taken(event, () => (writing ? this.#root.querySelector('#present-title').focus() : this.#end()));
  }

  #turnTo(step) {
    if (step === this.#step) return;
    this.#started = performance.now();
    this.#go(presentItem(this.#desk.id, step));
  }

  /** From the key to the frame in which the step is drawn; read it with performance.getEntriesByName('meeting-step'). */
  #measure() {
    const start = this.#started;
    if (!start) return;
    this.#started = 0;
    requestAnimationFrame(() => setTimeout(() => performance.measure('meeting-step', { start, end: performance.now() })));
  }

  /** Between the spot on the map and its cause card. */
  #toggleCause(button) {
    const shown = button.getAttribute('aria-pressed') !== 'true';
    const item = this.#items[this.#step - 1];
    button.setAttribute('aria-pressed', String(shown));
    this.#stage.show(shown ? { ...item, view: `page=cause&item=${item.spotId}` } : item, presentItem(this.#desk.id, this.#step));
  }

  #fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  }

  async #end() {
    await this.#desk.flush();
    this.#go(String(this.#desk.id));
  }
}
