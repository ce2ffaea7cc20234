/** A file that is being sent, or that the service refused: what it is and what to do about it. */
import { html } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { renderChanged } from './renderChanged.js';

export class FileMessage {
  #app;
  #element;

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    return this;
  }

  close() {}

  show({ state, problem, name }) {
    const { t } = this.#app;
    if (state !== 'refused') {
      renderChanged(this.#element, html`<div class="skeleton" aria-hidden="true"><div class="skeleton__row"></div><div class="skeleton__row"></div><div class="skeleton__row"></div></div>`);
      return;
    }
    const faults = problem.errors.length > 0 ? problem.errors : [{ reason: problem.code === 'network' ? t('imports.refused.network') : problem.detail || problem.title, remedy: problem.code === 'network' ? t('imports.refused.networkRemedy') : '' }];
    renderChanged(
      this.#element,
      notice(
        'danger',
        t('imports.refused', { file: name }),
        html`<ul class="plain">${faults.map(({ reason, remedy }) => html`<li><strong>${reason}</strong> ${remedy}</li>`)}</ul><p>${icon('info')} ${t('imports.refused.nothingKept')}</p>`,
      ),
    );
  }
}
