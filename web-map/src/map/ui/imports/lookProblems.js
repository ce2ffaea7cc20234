/** What is wrong, line by line: which field, what stands there, why it is a problem and what can be done about it. */
import { formatNumber } from '../../lib/format.js';
import { html, on } from '../../lib/html.js';
import { problemTable } from './problemTable.js';
import { renderChanged } from './renderChanged.js';

const FIRST_SHOWN = 10;
/** Told where they are settled (lookTypes.js). */
const TOLD_ELSEWHERE = 'type.unknown';

export class LookProblems {
  #app;
  #element;
  #all = false;
  #file = null;
  #stop = () => {};

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#stop = on(this.#element, 'click', '#problems-all', () => {
      this.#all = true;
      this.show(this.#file);
    });
    return this;
  }

  close() {
    this.#stop();
  }

  show(file) {
    this.#file = file;
    const { t, locale } = this.#app;
    const problems = (file.look.check?.problems ?? []).filter(({ code }) => code !== TOLD_ELSEWHERE);
    const problemCounts = (file.look.check?.problemCounts ?? []).filter(({ code }) => code !== TOLD_ELSEWHERE);
    this.#element.hidden = problems.length === 0;
    if (problems.length === 0) return;
    const all = problemCounts.reduce((sum, { count }) => sum + count, 0) || problems.length;
    const shown = this.#all ? problems : problems.slice(0, FIRST_SHOWN);
    const reasons = problemCounts.map(({ code, count }) => ({ count, reason: problems.find((each) => each.code === code)?.reason })).filter(({ reason }) => reason);
    renderChanged(
      this.#element,
      html`
        <h4 class="look__title">${t('imports.problems.count', { count: all })}</h4>
        ${reasons.length > 1 && html`<ul class="problem-sums">${reasons.map(({ count, reason }) => html`<li><strong>${formatNumber(count, locale, 0)}</strong> ${reason}</li>`)}</ul>`}
        ${problemTable(shown, this.#app)}
        ${shown.length < problems.length && html`<button type="button" class="button button--quiet" id="problems-all">${t('imports.problems.more', { count: problems.length })}</button>`}
        ${problems.length < all && shown.length === problems.length && html`<p class="muted">${t('imports.problems.first', { count: problems.length })}</p>`}`,
    );
  }
}
