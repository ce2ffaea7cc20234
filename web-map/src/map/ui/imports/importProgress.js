/** How the reading goes: rows, rows a second, time left. */
import { formatNumber } from '../../lib/format.js';
import { attributes, html, render } from '../../lib/html.js';
import { durationWords } from '../../lib/importLook.js';
import { notice } from '../fields.js';

export class ImportProgress {
  #app;
  #element;
  #quarter = 0;

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    return this;
  }

  close() {}

  show({ job, name, state, problem }) {
    const { t, locale } = this.#app;
    const { rows = 0, rowsTotal = 0, rowsPerSecond = 0, secondsLeft = null, bytesRead = 0, bytesTotal = 0, phase } = job ?? {};
    const share = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null;
    const number = (value) => formatNumber(value, locale, 0);
    render(
      this.#element,
      html`
        <p class="lead" id="import-progress-label">${state === 'waits' ? t('imports.progress.waits', { file: name }) : t('imports.progress.reading', { file: name })}</p>
        ${state !== 'waits' && html`<progress class="progress" aria-labelledby="import-progress-label" ${attributes(share === null ? {} : { value: share, max: 1 })}></progress>
        <dl class="figures">
          <div><dt>${t('imports.progress.rows')}</dt><dd>${rowsTotal > 0 ? t('imports.progress.rowsOf', { rows: number(rows), total: number(rowsTotal) }) : number(rows)}</dd></div>
          <div><dt>${t('imports.progress.speed')}</dt><dd>${t('imports.progress.perSecond', { count: Math.round(rowsPerSecond) })}</dd></div>
          <div><dt>${t('imports.progress.left')}</dt><dd>${secondsLeft === null ? '–' : durationWords(secondsLeft, t)}</dd></div>
        </dl>`}
        ${t.has(`phase.${phase}`) && html`<p class="muted">${t(`phase.${phase}`)}</p>`}
        ${problem?.status === 0 && notice('warning', t('imports.progress.lost'))}`,
    );
    this.#say(share);
  }

  /** Every quarter is said, so that a long file is not silent. */
  #say(share) {
    const quarter = share === null ? 0 : Math.floor(share * 4);
    if (quarter > this.#quarter) this.#app.announce(this.#app.t('imports.said.progress', { percent: quarter * 25 }));
    this.#quarter = quarter;
  }
}
