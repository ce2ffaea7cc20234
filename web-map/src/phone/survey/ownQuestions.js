/** The municipality's own questions, asked once a person; every one may be left out. */
import { attributes, html, on, render } from '../../map/lib/html.js';
import { notice } from '../../map/ui/fields.js';
import { icon } from '../../map/ui/icons.js';
import { questionWords } from './surveyWords.js';

const SCALE = [0, 1, 2, 3, 4, 5, 6];

export class OwnQuestions {
  #root;
  #app;
  #wave;
  #sending = false;
  #stops = [];

  constructor(root, app, wave) {
    this.#root = root;
    this.#app = app;
    this.#wave = wave;
  }

  open() {
    const { t, memory } = this.#app;
    render(
      this.#root,
      html`
        <form class="survey-form" id="own-form" novalidate>
          <h1 tabindex="-1">${t('survey.own')}</h1>
          <p>${t('survey.ownWhat')}</p>
          ${this.#wave.questions.own.map((question) => this.#question(question, memory.answers[question.id]))}
          <div class="survey-trap" aria-hidden="true"><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></div>
          <div id="own-fault"></div>
          <div class="survey-buttons">
            <button type="submit" class="button button--primary button--wide">${t('survey.ownSave')} ${icon('forward')}</button>
            <button type="button" class="button button--wide" data-go="mark">${icon('back')} ${t('survey.back')}</button>
          </div>
          <button type="button" id="own-next" data-go="thanks" hidden></button>
        </form>`,
    );
    this.#stops = [on(this.#root, 'submit', '#own-form', (event) => this.#submit(event))];
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#root.replaceChildren();
  }

  #question(question, answer) {
    const { t } = this.#app;
    const { text, choices } = questionWords(question, t.locale);
    const steps = question.kind === 'scale' ? SCALE.map((step) => (step === 0 ? t('survey.scaleLow') : step === 6 ? t('survey.scaleHigh') : String(step))) : choices;
    return html`
      <fieldset class="survey-chips">
        <legend>${text}</legend>
        <div class="survey-chips__row">${steps.map((words, i) => html`
          <label class="survey-chip"><input type="radio" name="own-${question.id}" value="${i}" ${attributes({ checked: answer === i })}><span>${words}</span></label>`)}</div>
      </fieldset>`;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#sending) return;
    this.#sending = true;
    const { api, memory, t } = this.#app;
    const { slug, phase, questions } = this.#wave;
    const form = new FormData(event.target);
    const answers = {};
    for (const { id } of questions.own) {
      const answer = form.get(`own-${id}`);
      if (answer !== null) answers[id] = Number(answer);
    }
    try {
      if (phase !== 'preview') await api.put(`/api/surveys/${encodeURIComponent(slug)}/answers`, { respondent: memory.respondent, answers, website: form.get('website') ?? '' });
      memory.keepAnswers(answers);
      this.#root.querySelector('#own-next').click();
    } catch (error) {
      const [first] = error.errors ?? [];
      render(this.#root.querySelector('#own-fault'), notice('danger', first ? `${first.reason} ${first.remedy}` : error.code === 'network' ? t('survey.awayWhat') : error.detail));
    } finally {
      this.#sending = false;
    }
  }
}
