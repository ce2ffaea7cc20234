/** What becomes of the rows with the corrections as they are: in = placed + uncertain + waiting + rejected. */
import { html } from '../../lib/html.js';
import { fates } from './fates.js';
import { renderChanged } from './renderChanged.js';

export class LookCounts {
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

  show({ look }) {
    const { t } = this.#app;
    const partly = look.check?.complete === false;
    renderChanged(
      this.#element,
      html`
        <h4 class="look__title">${t('imports.result.title')}</h4>
        ${fates(look.check, this.#app, partly ? 'imports.result.firstRows' : 'imports.result.rows')}
        ${partly && html`<p class="muted">${t('imports.result.incomplete')}</p>`}`,
    );
  }
}
