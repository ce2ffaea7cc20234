/**
 * All analyses: what the situation is at one glance, then every method under the question it answers, with what it is
 * for and whether the data suit it. Asks the service only while it is shown.
 */
import { methodName, methodPurpose, SUITS, TOPICS } from '../../lib/analysisWords.js';
import { html, on, render } from '../../lib/html.js';
import { FILTER_KEYS } from '../../state.js';
import { notice } from '../fields.js';
import { GlanceCard } from './glanceCard.js';
import { suitsChip } from './verdictChip.js';

export class AnalysisList {
  #app;
  #onOpen;
  #root = null;
  #shown = false;
  #glance = null;
  #stops = [];

  /** @param {(method: string) => void} onOpen told which analysis the reader wants to see */
  constructor(app, onOpen) {
    this.#app = app;
    this.#onOpen = onOpen;
  }

  open(root) {
    const { analyses, state, analysisRun } = this.#app;
    this.#root = root;
    render(root, html`<div class="on-map" id="analysis-on-map"></div><section class="glance" id="glance" hidden></section><div id="analyses"></div>`);
    this.#glance = new GlanceCard(this.#app, this.#onOpen).open(root.querySelector('#glance'));
    this.#stops = [
      on(root, 'click', '[data-analysis]', (event, button) => this.#onOpen(button.dataset.analysis)),
      on(root, 'click', '[data-retry]', () => analyses.reload()),
      on(root, 'click', '[data-take-off]', () => state.set({ analysis: null, set: {} })),
      state.subscribe(FILTER_KEYS, () => this.#ask()),
      analyses.subscribe(() => this.#draw()),
      analysisRun.subscribe(() => this.#drawOnMap()),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#glance?.close();
    this.#root = null;
  }

  set shown(shown) {
    this.#shown = shown;
    this.#ask();
  }

  #ask() {
    if (!this.#shown) return;
    this.#app.loadAnalyses();
    this.#glanceAt();
  }

  #glanceAt() {
    const { status, body } = this.#app.analyses.value;
    if (this.#shown && status === 'ready') this.#app.glance.load(body.analyses);
  }

  #draw() {
    const { t, analyses } = this.#app;
    const { status, body, error } = analyses.value;
    this.#glanceAt();
    const list = this.#root.querySelector('#analyses');
    list.setAttribute('aria-busy', String(status === 'loading'));
    if (status === 'error') {
      return render(list, notice('danger', error.detail || t('analysis.listFailed'), html`<button type="button" class="button" data-retry>${t('again')}</button>`));
    }
    if (!body) return render(list, html`<p class="visually-hidden">${t('loading')}</p><div class="skeleton" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton__row"></div>`)}</div>`);
    return render(list, html`${TOPICS.map((topic) => this.#topic(topic, body.analyses.filter((each) => each.topic === topic)))}`);
  }

  #topic(topic, offered) {
    if (offered.length === 0) return null;
    const order = (each) => (SUITS.indexOf(each.suits) + SUITS.length) % SUITS.length;
    const sorted = [...offered].sort((a, b) => order(a) - order(b));
    return html`
      <section class="topic" aria-labelledby="topic-${topic}">
        <h3 class="topic__title" id="topic-${topic}">${this.#app.t(`analysis.topic.${topic}`)}</h3>
        <ul class="methods">${sorted.map((each) => this.#method(each))}</ul>
      </section>`;
  }

  #method({ method, suits, why }) {
    const { t } = this.#app;
    return html`
      <li class="method">
        <p class="method__name"><button type="button" class="method__open" id="analysis-${method}" data-analysis="${method}" aria-describedby="analysis-${method}-about">${methodName(method, t)}</button></p>
        <div id="analysis-${method}-about">
          <p class="method__purpose">${methodPurpose(method, t)}</p>
          <p class="method__suits">${suitsChip(suits, t)} <span class="muted">${why}</span></p>
        </div>
      </li>`;
  }

  /** What lies on the map stays there until somebody takes it off. */
  #drawOnMap() {
    const { t, analysisRun } = this.#app;
    const { method, status } = analysisRun.value;
    const place = this.#root.querySelector('#analysis-on-map');
    place.hidden = status === 'idle';
    if (status === 'idle') return render(place, html``);
    return render(
      place,
      html`<p>${t('analysis.onMap', { name: methodName(method, t) })}</p>
        <p class="button-row"><button type="button" class="button button--small" id="on-map-show" data-analysis="${method}">${t('analysis.show')}</button>
          <button type="button" class="button button--quiet button--small" id="on-map-off" data-take-off>${t('analysis.takeOff')}</button></p>`,
    );
  }
}
