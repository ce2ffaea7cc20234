/** What those who reported are told: drafted from the month, changed by the group, shown to reporters once approved. */
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';

export class FeedbackEditor {
  #app;
  #root;
  #desk;
  #mayWrite;
  #stops = [];

  constructor(app, root, { desk, mayWrite }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
    this.#mayWrite = mayWrite;
  }

  open() {
    this.#stops = [
      on(this.#root, 'input', '#feedback-text', (event, field) => this.#desk.change({ feedback: field.value })),
      on(this.#root, 'click', '[data-draft]', () => this.#draft()),
      on(this.#root, 'click', '[data-copy]', () => this.#copy()),
      this.#desk.subscribe(() => this.#follow()),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #draw() {
    const { t } = this.#app;
    const { feedback } = this.#desk.plan;
    render(
      this.#root,
      html`<p class="muted">${t(this.#desk.isFrozen ? 'feedback.shown' : 'feedback.hint')}</p>
        <div data-message aria-live="polite"></div>
        ${this.#mayWrite
          ? html`<div class="field" data-field="feedback">
              <label class="field__label" for="feedback-text">${t('feedback.text')}</label>
              <textarea class="input input--area" id="feedback-text" rows="8" maxlength="4000">${feedback}</textarea>
              <p class="field__error" hidden></p>
            </div>`
          : html`<p class="agenda__notes">${feedback || t('feedback.none')}</p>`}
        <div class="button-row">
          ${this.#mayWrite && html`<button type="button" class="button" id="feedback-draft" data-draft>${icon('edit')} ${t('feedback.draft')}</button>`}
          <button type="button" class="button button--quiet" id="feedback-copy" data-copy>${icon('copy')} ${t('feedback.copy')}</button>
        </div>`,
    );
  }

  #follow() {
    const field = this.#root.querySelector('#feedback-text');
    if (field && field !== document.activeElement && field.value !== this.#desk.plan.feedback) field.value = this.#desk.plan.feedback;
  }

  /** What people have written is asked about before it is replaced. */
  async #draft() {
    const { t, api } = this.#app;
    if (this.#desk.plan.feedback && !confirm(t('feedback.replace'))) return;
    await this.#desk.flush();
    try {
      const { text } = (await api.get(`/api/meetings/${this.#desk.id}/feedback-draft`, { parameters: { language: this.#app.locale } })).body;
      this.#desk.change({ feedback: text });
      this.#draw();
      this.#root.querySelector('#feedback-text').focus();
    } catch (error) {
      render(this.#root.querySelector('[data-message]'), notice('danger', error.detail || t('meeting.failed')));
    }
  }

  async #copy() {
    const { t, announce } = this.#app;
    const { title, feedback } = this.#desk.plan;
    const place = this.#root.querySelector('[data-message]');
    try {
      await navigator.clipboard.writeText(t('feedback.mail', { title, text: feedback }));
      render(place, notice('info', t('feedback.copied')));
      announce(t('feedback.copied'));
    } catch {
      render(place, notice('warning', t('feedback.notCopied')));
    }
  }
}
