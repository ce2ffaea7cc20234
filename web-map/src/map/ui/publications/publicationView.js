/** One publication: what it is called and where it stands, its steps, and the step that is open. Everything is saved as it is written. */
import { html, on, render } from '../../lib/html.js';
import { fieldPlaces, firstStep, neighbours, stepItem, STEPS } from '../../lib/publicationPlan.js';
import { clearErrors, notice } from '../fields.js';
import { icon } from '../icons.js';
import { ContentsStep } from './contentsStep.js';
import { PreviewStep } from './previewStep.js';
import { ProfileStep } from './profileStep.js';
import { returnedWords } from './publicationList.js';
import { ReleaseStep } from './releaseStep.js';
import { ReportStep } from './reportStep.js';
import { WordsStep } from './wordsStep.js';

const PARTS = { profile: ProfileStep, contents: ContentsStep, words: WordsStep, preview: PreviewStep, report: ReportStep, release: ReleaseStep };
/** In these steps people write, and what they write is saved. */
const WRITTEN = ['profile', 'contents', 'words'];

export class PublicationView {
  #app;
  #root;
  #go;
  #desk;
  #step;
  #part = null;
  #drawn = null;
  #stops = [];

  constructor(app, root, { desk, step, go }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
    this.#step = step;
    this.#go = go;
  }

  open() {
    render(this.#root, html`<div class="skeleton" role="status" aria-label="${this.#app.t('loading')}"><div class="skeleton__row"></div><div class="skeleton__row"></div><div class="skeleton__row"></div></div>`);
    this.#stops = [
      this.#desk.subscribe(() => this.#follow()),
      on(this.#root, 'click', '[data-back]', () => this.#go(null)),
      on(this.#root, 'click', '[data-again]', () => this.#desk.open()),
      on(this.#root, 'click', '[data-step]', (event, link) => this.#choose(event, link.dataset.step)),
      on(this.#root, 'click', '[data-remove]', () => this.#remove()),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#part?.close();
    this.#part = null;
  }

  /** The address names another step; null is the one that the state begins with. */
  show(step) {
    this.#step = step;
    if (!this.#desk.told) return;
    this.#drawStep();
    this.#root.querySelector('#publication-step-title').focus();
  }

  get #current() {
    return this.#step ?? firstStep(this.#desk.told.state);
  }

  #follow() {
    const { t } = this.#app;
    const { told, status, errors } = this.#desk;
    if (!told) {
      if (status === 'gone') render(this.#root, html`${notice('warning', t('publish.gone'))}<button type="button" class="button" data-back>${t('publish.toList')}</button>`);
      if (status === 'offline') render(this.#root, notice('danger', errors[0]?.detail || t('publish.failed'), html`<button type="button" class="button" data-again>${t('publish.again')}</button>`));
      return;
    }
    if (this.#drawn !== told.state) this.#draw();
    else this.#drawHead();
    this.#tellStatus();
    this.#part?.follow?.();
  }

  #draw() {
    this.#drawn = this.#desk.told.state;
    render(
      this.#root,
      html`
        <div class="publication__bar">
          <button type="button" class="button button--quiet" data-back>${icon('back')} ${this.#app.t('publish.toList')}</button>
          <p class="publication__saved" id="publication-saved" role="status"></p>
        </div>
        <div id="publication-head"></div>
        <nav class="publication__steps" id="publication-steps" aria-label="${this.#app.t('publish.steps')}"></nav>
        <div id="publication-message" aria-live="polite"></div>
        <section class="publication__step" aria-labelledby="publication-step-title">
          <h3 class="publish__heading" id="publication-step-title" tabindex="-1"></h3>
          <div class="publication__part" id="publication-step"></div>
        </section>
        <div class="publication__turn button-row" id="publication-turn"></div>`,
    );
    this.#drawHead();
    this.#drawStep();
  }

  #drawHead() {
    const { t, locale } = this.#app;
    const { plan, told } = this.#desk;
    render(
      this.#root.querySelector('#publication-head'),
      html`
        <p class="publication__name"><strong>${plan.title[locale] || plan.title.sv}</strong> <span class="tag publications__state publications__state--${told.state}">${t(`publish.state.${told.state}`)}</span></p>
        ${told.state === 'draft' && told.returned && notice('warning', returnedWords(told.returned, t))}
        ${told.state !== 'draft' && notice('info', t(`publish.locked.${told.state}`))}`,
    );
  }

  #drawStep() {
    const { t } = this.#app;
    const step = this.#current;
    this.#part?.close();
    this.#root.querySelector('#publication-step-title').textContent = t(`publish.step.${step}`);
    this.#drawSteps(step);
    const place = this.#root.querySelector('#publication-step');
    place.replaceChildren();
    this.#part = new PARTS[step](this.#app, place, { desk: this.#desk, toStep: (next) => this.#go(stepItem(this.#desk.id, next)), toList: () => this.#go(null) }).open();
    this.#tellStatus();
  }

  #drawSteps(current) {
    const { t } = this.#app;
    const { id } = this.#desk;
    render(
      this.#root.querySelector('#publication-steps'),
      html`<ol class="publication__list">${STEPS.map((step, i) => html`
        <li><a class="publication__link" id="publication-link-${step}" href="#page=publish&amp;item=${stepItem(id, step)}" data-step="${step}" aria-current="${step === current ? 'step' : 'false'}"><span class="publication__number" aria-hidden="true">${String(i + 1)}</span> ${t(`publish.step.${step}`)}</a></li>`)}</ol>`,
    );
    const { before, after } = neighbours(current);
    render(
      this.#root.querySelector('#publication-turn'),
      html`
        ${before && html`<a class="button" href="#page=publish&amp;item=${stepItem(id, before)}" data-step="${before}">${icon('back')} ${t(`publish.step.${before}`)}</a>`}
        ${after && html`<a class="button button--primary publication__next" href="#page=publish&amp;item=${stepItem(id, after)}" data-step="${after}">${t('publish.next', { step: t(`publish.step.${after}`) })} ${icon('forward')}</a>`}
        ${current === 'profile' && this.#desk.told.state === 'draft' && html`<button type="button" class="button button--danger" data-remove>${icon('remove')} ${t('publish.remove')}</button>`}`,
    );
  }

  #choose(event, step) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#go(stepItem(this.#desk.id, step));
  }

  #tellStatus() {
    const { t } = this.#app;
    const { status, errors } = this.#desk;
    const saved = this.#root.querySelector('#publication-saved');
    const writing = this.#desk.mayWrite && WRITTEN.includes(this.#current);
    saved.textContent = writing ? t(`publish.saved.${status}`) : '';
    saved.classList.toggle('publication__saved--trouble', ['refused', 'offline'].includes(status));
    clearErrors(this.#root);
    const homeless = status === 'refused' ? errors.filter((error) => !this.#mark(error)) : [];
    render(
      this.#root.querySelector('#publication-message'),
      homeless.length ? notice('danger', homeless.map((error) => [error.reason ?? error.detail ?? error.message, error.remedy].filter(Boolean).join(' ')).join(' ')) : html``,
    );
  }

  /** Marks the field an error is about, such as `title.sv` or `measures[0].promise`. */
  #mark({ field, reason, remedy }) {
    const place = fieldPlaces(field, this.#desk.plan)
      .map((name) => this.#root.querySelector(`[data-field="${CSS.escape(name)}"]`))
      .find(Boolean);
    const text = place?.querySelector('.field__error');
    if (!text) return false;
    render(text, html`${icon('alert')} ${reason} ${remedy ?? ''}`);
    text.hidden = false;
    place.querySelector('input, select, textarea')?.setAttribute('aria-invalid', 'true');
    return true;
  }

  async #remove() {
    const { t, toasts } = this.#app;
    if (!confirm(t('publish.removeAsk'))) return;
    try {
      await this.#desk.remove();
      this.#go(null);
    } catch (error) {
      toasts.show(error.detail || t('publish.failed'), { kind: 'danger' });
    }
  }
}
