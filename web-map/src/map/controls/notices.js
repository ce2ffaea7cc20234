/**
 * What the map says about itself: that it is fetching, that nothing is found, that something went wrong and how to go
 * on, and short messages that leave by themselves.
 */
import { IMPORT_ROLES } from '../lib/audience.js';
import { html, on, render } from '../lib/html.js';

export class Notices {
  static defaults = { messageMillis: 5000, patienceMillis: 250 };

  #app;
  #element;
  #options;
  #stops = [];
  #patience = 0;
  #leaving = 0;
  #message = null;
  #busy = false;

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...Notices.defaults, ...options };
  }

  open() {
    const { hotspots, datasets } = this.#app;
    this.#stops.push(
      on(this.#element, 'click', '[data-action="retry"]', () => hotspots.reload()),
      on(this.#element, 'click', '[data-action="widen"]', () => this.#app.showWholePeriod()),
      on(this.#element, 'click', '[data-action="import"]', () => this.#app.bus.emit('import:open')),
      hotspots.subscribe(({ status }) => this.#follow(status)),
      datasets.subscribe(() => this.#draw()),
    );
    return this;
  }

  close() {
    clearTimeout(this.#patience);
    clearTimeout(this.#leaving);
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  /** Says `text` for some seconds, on the map and to screen readers. */
  say(text) {
    this.#message = text;
    this.#app.announce(text);
    this.#draw();
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      this.#message = null;
      this.#draw();
    }, this.#options.messageMillis);
  }

  #follow(status) {
    clearTimeout(this.#patience);
    this.#busy = false;
    if (status === 'loading') {
      this.#patience = setTimeout(() => {
        this.#busy = true;
        this.#draw();
      }, this.#options.patienceMillis);
    } else this.#draw();
  }

  #draw() {
    render(this.#element, html`${this.#busy && html`<div class="busy" aria-hidden="true"></div>`}${this.#message && html`<p class="notice notice--short">${this.#message}</p>`}${this.#state()}`);
  }

  #state() {
    const { t, hotspots, datasets } = this.#app;
    const { status, body, error } = hotspots.value;
    if (datasets.value.status === 'error') return this.#trouble(datasets.value.error);
    if (datasets.value.status === 'ready' && !this.#app.group) return this.#welcome();
    if (status === 'error') return this.#trouble(error);
    if (status !== 'ready' || body.features.length) return null;
    return html`<div class="notice">
      <p><strong>${t('state.empty.title')}</strong> ${t('state.empty.text')}</p>
      <button type="button" class="button button--small" data-action="widen">${t('state.empty.widen')}</button>
    </div>`;
  }

  #trouble(error) {
    const { t } = this.#app;
    const detail = error.code === 'network' ? t('state.error.network') : error.detail || t('state.error.text');
    return html`<div class="notice notice--trouble" role="alert">
      <p><strong>${t('state.error.title')}</strong> ${detail}</p>
      <button type="button" class="button button--small" data-action="retry">${t('action.retry')}</button>
    </div>`;
  }

  /** An empty installation: never grey nothing. */
  #welcome() {
    const { t } = this.#app;
    return html`<div class="notice notice--welcome">
      <h3>${t('welcome.title')}</h3>
      <p>${t('welcome.text')}</p>
      ${this.#app.can(...IMPORT_ROLES) ? html`<button type="button" class="button button--primary" data-action="import">${t('welcome.import')}</button>` : html`<p>${t('welcome.ask')}</p>`}
    </div>`;
  }
}
