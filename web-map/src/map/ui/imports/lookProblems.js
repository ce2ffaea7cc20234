/** What is wrong, line by line: which field, what stands there, why it is a problem and what can be done about it. */
import { html, on } from '../../lib/html.js';
import { allAlike, problemSums } from '../../lib/importLook.js';
import { problemSummary, problemTable } from './problemTable.js';
import { renderChanged } from './renderChanged.js';

const FIRST_SHOWN = 10;
/** So many rows of one kind are told row by row alone. */
const FEW = 3;
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
    const { t } = this.#app;
    const problems = (file.look.check?.problems ?? []).filter(({ code }) => code !== TOLD_ELSEWHERE);
    const problemCounts = (file.look.check?.problemCounts ?? []).filter(({ code }) => code !== TOLD_ELSEWHERE);
    this.#element.hidden = problems.length === 0;
    if (problems.length === 0) return;
    const all = problemCounts.reduce((sum, { count }) => sum + count, 0) || problems.length;
    const shown = this.#all ? problems : problems.slice(0, FIRST_SHOWN);
    const sums = problemSums(problems, problemCounts);
    const alike = allAlike(problems) && sums.length > 0;
    const summed = alike || sums.length > 1 || (sums.length === 1 && all > FEW);
    renderChanged(
      this.#element,
      html`
        <h4 class="look__title">${t('imports.problems.count', { count: all })}</h4>
        ${summed && problemSummary(sums, this.#app)}
        ${!alike && problemTable(shown, this.#app, { remedies: !summed })}
        ${!alike && shown.length < problems.length && html`<button type="button" class="button button--quiet" id="problems-all">${t('imports.problems.more', { count: problems.length })}</button>`}
        ${!alike && problems.length < all && shown.length === problems.length && html`<p class="muted">${t('imports.problems.first', { count: problems.length })}</p>`}`,
    );
  }
}
