/**
 * The frame of a survey page: what state the wave is in, and one view at a time – beginning, marking, own questions,
 * thanks. Each view takes the focus to its heading, so that a screen reader knows where it is.
 */
import { html, on, render } from '../../map/lib/html.js';
import { closedEarly } from '../../map/lib/lastDay.js';
import { notice } from '../../map/ui/fields.js';
import { icon } from '../../map/ui/icons.js';
import { MarkView } from './markView.js';
import { OwnQuestions } from './ownQuestions.js';
import { SurveyMemory } from './surveyMemory.js';
import { easyWords, paragraphs, waveText, waveTextLanguage } from './surveyWords.js';

const LANGUAGES = [
  { code: 'sv', name: 'Svenska', lang: 'sv' },
  { code: 'easy', name: 'Lättläst', lang: 'sv' },
  { code: 'en', name: 'English', lang: 'en' },
];

/** A preview leaves nothing behind. */
const FORGETFUL = Object.freeze({ getItem: () => null, setItem() {}, removeItem() {} });

export class SurveyPage {
  #main;
  #app;
  #wave = null;
  #view = null;
  #stops = [];

  /** @param {{api, t, easy: boolean, slug: string, memory}} app */
  constructor(main, app) {
    this.#main = main;
    this.#app = { ...app, t: easyWords(app.t, app.easy), openedAt: performance.now() };
  }

  async open() {
    const { api, slug } = this.#app;
    this.#stops = [
      on(this.#main, 'click', '[data-go]', (event, button) => this.#go(button.dataset.go)),
      on(this.#main, 'click', '#survey-forget', () => this.#forget()),
      on(this.#main, 'click', '#survey-again', () => location.reload()),
    ];
    this.#showLanguages();
    try {
      this.#wave = (await api.get(`/api/surveys/${encodeURIComponent(slug)}`)).body;
    } catch (error) {
      return this.#fail(error);
    }
    document.getElementById('brand').textContent = this.#wave.municipality || this.#wave.owner;
    document.title = `${this.#text('title')} – ${this.#wave.owner}`;
    const { phase } = this.#wave;
    if (phase === 'preview') this.#app.memory = new SurveyMemory(slug, FORGETFUL);
    if (phase === 'early' || phase === 'closed') this.#showShut(phase);
    else this.#go('start', false);
  }

  close() {
    this.#closeView();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #text(name) {
    return waveText(this.#wave, name, this.#app.t.locale, this.#app.easy);
  }

  #showLanguages() {
    const { t, easy } = this.#app;
    const now = easy ? 'easy' : t.locale;
    render(
      document.getElementById('languages'),
      html`${LANGUAGES.map(
        ({ code, name, lang }) => html`<a class="survey-languages__one" href="#lang=${code}" lang="${lang}" aria-current="${String(code === now)}">${name}</a>`,
      )}`,
    );
  }

  #fail(error) {
    const { t } = this.#app;
    const unknown = error.status === 404;
    document.title = t(unknown ? 'survey.unknown' : 'survey.away');
    render(
      this.#main,
      html`
        <h1 tabindex="-1">${t(unknown ? 'survey.unknown' : 'survey.away')}</h1>
        <p>${t(unknown ? 'survey.unknownWhat' : 'survey.awayWhat')}</p>
        ${!unknown && html`<button type="button" class="button button--primary" id="survey-again">${t('survey.again')}</button>`}`,
    );
  }

  #showShut(phase) {
    const { t } = this.#app;
    const { opensOn, closesOn, contact } = this.#wave;
    render(
      this.#main,
      html`
        <h1 tabindex="-1" lang="${this.#languageOf('title')}">${this.#text('title')}</h1>
        ${notice('info', phase === 'early' ? t('survey.early', { day: opensOn }) : t(closedEarly(closesOn, new Date()) ? 'survey.closedEarly' : 'survey.closed', { day: closesOn }))}
        ${phase === 'closed' && html`<h2>${t('survey.afterwards')}</h2>${this.#written('afterwards')}`}
        <p>${t('survey.contact', { contact })}</p>
        ${this.#forgetButton()}`,
    );
  }

  #go(name, focus = true) {
    this.#closeView();
    if (name === 'mark') this.#view = new MarkView(this.#main, this.#app, this.#wave).open();
    else if (name === 'questions' && this.#wave.questions.own.length) this.#view = new OwnQuestions(this.#main, this.#app, this.#wave).open();
    else if (name === 'start') this.#showStart();
    else this.#showThanks();
    if (focus) {
      window.scrollTo(0, 0);
      this.#main.querySelector('h1, h2')?.focus();
    }
  }

  #closeView() {
    this.#view?.close();
    this.#view = null;
  }

  #showStart() {
    const { t, memory } = this.#app;
    const { phase, closesOn, keptUntil, erased, contact, legalNote, owner, questions, area, areaName } = this.#wave;
    const earlier = memory.marks.length;
    render(
      this.#main,
      html`
        ${phase === 'preview' && notice('warning', t('survey.preview'))}
        <h1 tabindex="-1" lang="${this.#languageOf('title')}">${this.#text('title')}</h1>
        ${this.#written('introduction')}
        ${area && html`<p>${areaName ? t('survey.area', { area: areaName }) : t('survey.area.own')}</p>`}
        <p>${t('survey.until', { day: closesOn })}</p>
        <p><button type="button" class="button button--primary button--wide" data-go="mark">${t(earlier ? 'survey.continue' : 'survey.start')} ${icon('forward')}</button></p>
        ${earlier > 0 && html`<p class="muted">${t('survey.earlier', { count: earlier })}</p>`}
        <h2>${t('survey.what')}</h2>
        <ul>
          <li>${t('survey.what.anonymous')}</li>
          <li>${t('survey.what.kept')}</li>
          ${questions.words && html`<li>${t('survey.what.words')}</li>`}
          <li>${t('survey.what.device')}</li>
          <li>${t(erased ? 'survey.what.until' : 'survey.what.kept-until', { owner, day: keptUntil })}</li>
        </ul>
        ${legalNote && html`<h2>${t('survey.legal')}</h2>${paragraphs(legalNote).map((text) => html`<p lang="sv">${text}</p>`)}`}
        <p>${t('survey.contact', { contact })}</p>
        <p><strong>${t('survey.emergency')}</strong></p>`,
    );
  }

  #showThanks() {
    const { t, memory } = this.#app;
    const { closesOn, contact, questions } = this.#wave;
    const unsent = memory.marks.some(({ sent }) => !sent);
    render(
      this.#main,
      html`
        <h1 tabindex="-1">${t('survey.thanks')}</h1>
        ${unsent ? notice('warning', t('survey.unsent')) : html`<p>${t('survey.thanksWhat', { count: memory.marks.length })}</p>`}
        <h2>${t('survey.afterwards')}</h2>
        ${this.#written('afterwards')}
        <p>${t('survey.change', { day: closesOn })}</p>
        <div class="survey-buttons">
          <button type="button" class="button" data-go="mark">${icon('edit')} ${t('survey.back')}</button>
          ${questions.own.length > 0 && html`<button type="button" class="button" data-go="questions">${icon('edit')} ${t('survey.backQuestions')}</button>`}
        </div>
        <p>${t('survey.contact', { contact })}</p>
        ${this.#forgetButton()}`,
    );
  }

  #forgetButton() {
    const { t, memory } = this.#app;
    if (!memory.marks.length && !Object.keys(memory.answers).length) return null;
    return html`<p class="muted">${t('survey.forgetWhat')}</p><button type="button" class="button button--quiet" id="survey-forget">${t('survey.forget')}</button>`;
  }

  #forget() {
    const { t, memory } = this.#app;
    memory.forget();
    const button = this.#main.querySelector('#survey-forget');
    button.previousElementSibling?.remove();
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.tabIndex = -1;
    said.textContent = t('survey.forgotten');
    button.replaceWith(said);
    said.focus();
  }

  #written(name) {
    return html`${paragraphs(this.#text(name)).map((text) => html`<p class="survey-text" lang="${this.#languageOf(name)}">${text}</p>`)}`;
  }

  #languageOf(name) {
    return waveTextLanguage(this.#wave, name, this.#app.t.locale);
  }
}
