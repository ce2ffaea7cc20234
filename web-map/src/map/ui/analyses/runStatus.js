/** "Räknar …": that an analysis runs and for how long, the way to stop it, and what to do when it was stopped or failed. */
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';

export class RunStatus {
  /** A run shorter than `patienceMillis` is not announced. */
  static defaults = { patienceMillis: 800, tickMillis: 1000 };

  #app;
  #root;
  #options;
  #timer = 0;
  #patience = 0;
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...RunStatus.defaults, ...options };
  }

  open() {
    const { analysisRun } = this.#app;
    this.#stops = [
      on(this.#root, 'click', '[data-cancel-run]', () => this.#cancel()),
      on(this.#root, 'click', '[data-retry]', () => analysisRun.again()),
      analysisRun.subscribe((run) => this.#follow(run)),
    ];
    return this;
  }

  close() {
    this.#stopClock();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    render(this.#root, html``);
  }

  #cancel() {
    const { t, analysisRun, announce } = this.#app;
    analysisRun.cancel();
    announce(t('analysis.cancelled'));
    this.#root.querySelector('[data-retry]')?.focus();
  }

  #follow({ status, error, startedAt }) {
    const { t } = this.#app;
    this.#stopClock();
    const retry = html`<button type="button" class="button" id="run-again" data-retry>${t('again')}</button>`;
    if (status === 'running') return this.#run(startedAt);
    if (status === 'asking') return render(this.#root, notice('info', t('analysis.giveNumbers')));
    if (status === 'cancelled') return render(this.#root, notice('info', t('analysis.cancelled'), retry));
    if (status === 'error') return render(this.#root, this.#trouble(error, retry));
    return render(this.#root, html``);
  }

  #run(startedAt) {
    const { t, announce } = this.#app;
    render(
      this.#root,
      html`<div class="run">
        <p><strong>${t('analysis.running')}</strong> <span id="run-elapsed"></span></p>
        <progress class="run__bar" aria-label="${t('analysis.running')}"></progress>
        <button type="button" class="button" id="run-cancel" data-cancel-run>${t('cancel')}</button>
      </div>`,
    );
    const tick = () => {
      const seconds = Math.floor((performance.now() - startedAt) / 1000);
      render(this.#root.querySelector('#run-elapsed'), html`${seconds > 0 ? t('analysis.elapsed', { seconds }) : ''}`);
    };
    tick();
    this.#timer = setInterval(tick, this.#options.tickMillis);
    this.#patience = setTimeout(() => announce(t('analysis.running')), this.#options.patienceMillis);
  }

  #stopClock() {
    clearInterval(this.#timer);
    clearTimeout(this.#patience);
  }

  #trouble(error, retry) {
    const { t } = this.#app;
    const detail = error.code === 'network' ? t('state.error.network') : error.detail || t('analysis.failed');
    return notice(
      'danger',
      detail,
      html`${error.errors.length > 0 && html`<ul class="advice">${error.errors.map(({ reason, remedy }) => html`<li>${reason} ${remedy ?? ''}</li>`)}</ul>`}
        ${error.body?.remedy && html`<p>${error.body.remedy}</p>`}${retry}`,
    );
  }
}
