/** The checks made before, found by case number or name. */
import { foundChecks } from '../../lib/areaCheck.js';
import { CHECK_ROLES } from '../../lib/audience.js';
import { formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';

export class CheckList {
  #app;
  #root;
  #checks = [];
  #stops = [];

  constructor(app, root) {
    this.#app = app;
    this.#root = root;
  }

  open() {
    this.#stops = [
      on(this.#root, 'input', '#check-words', (event, input) => this.#drawFound(input.value)),
      on(this.#root, 'click', '[data-retry]', () => this.#load()),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
  }

  async #load() {
    const { api, t } = this.#app;
    render(this.#root, html`<p class="muted" role="status">${t('areaCheck.loadingList')}</p>`);
    try {
      this.#checks = (await api.get('/api/area-checks')).body.checks;
      this.#draw();
    } catch (error) {
      render(this.#root, notice('danger', error.detail || t('areaCheck.listFailed'), html`<button type="button" class="button" data-retry>${t('areaCheck.retry')}</button>`));
    }
  }

  #draw() {
    const { t } = this.#app;
    const makes = this.#app.can(...CHECK_ROLES);
    if (!this.#checks.length) {
      render(this.#root, html`<div class="message"><p>${t(makes ? 'areaCheck.noneYet' : 'areaCheck.noneToRead')}</p>${makes && html`<p><a class="button button--primary" href="#page=check&item=new">${icon('add')} ${t('areaCheck.part.new')}</a></p>`}</div>`);
      return;
    }
    render(
      this.#root,
      html`
        ${!makes && html`<p>${t('areaCheck.readersIntro')}</p>`}
        <div class="field check-search">
          <label class="field__label" for="check-words">${t('areaCheck.search')}</label>
          <input class="input" type="search" id="check-words" autocomplete="off" aria-describedby="check-count">
        </div>
        <p class="muted" id="check-count" role="status"></p>
        <div id="check-found"></div>`,
    );
    this.#drawFound('');
  }

  #drawFound(words) {
    const { t } = this.#app;
    const found = foundChecks(this.#checks, words);
    render(this.#root.querySelector('#check-count'), html`${t('areaCheck.found', { count: found.length })}`);
    render(this.#root.querySelector('#check-found'), html`<ul class="check-cards">${found.map((check) => html`<li>${checkCard(check, this.#app)}</li>`)}</ul>`);
  }
}

/** One check among others: what it is, its case, when and by whom. */
export function checkCard({ id, title, caseNumber, stage, createdAt, createdBy }, { t }) {
  return html`
    <a class="check-card" href="#page=check&item=${id}">
      <strong class="check-card__title">${title}</strong>
      <span>${caseNumber || t('areaCheck.noCase')}${stage && html` · ${t(`areaCheck.stage.${stage}`)}`}</span>
      <span class="muted">${formatInstant(createdAt)}${createdBy && html`, ${createdBy}`}</span>
    </a>`;
}
