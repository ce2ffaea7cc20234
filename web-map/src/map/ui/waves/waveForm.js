/** What a wave says and asks. Once it has been open the questions, the address and the area stay as they were asked. */
import { attributes, html, on, render } from '../../lib/html.js';
import { formatInstant } from '../../lib/format.js';
import { areaField, checkField, notice, selectField, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { TwoVersions } from '../twoVersions.js';
import { AreaChoice } from './areaChoice.js';
import { mergeWaves, slugOf } from './waveWords.js';

const REASONS = ['dark', 'vegetation', 'people', 'tunnel', 'secluded', 'decay', 'traffic', 'intoxication', 'crime', 'other'];
const MAX_OWN = 10;
const DAYS = 30;
const MILLIS_A_DAY = 86_400_000;

export class WaveForm {
  #app;
  #wave;
  #own;
  #root = null;
  #area = null;
  #draft;
  #stops = [];

  /** @param {?object} wave as the service has it; null for a new one */
  constructor(app, wave = null) {
    this.#app = app;
    this.#wave = wave;
    this.#draft = app.drafts.find(this.#draftKey);
    const questions = this.#fixed ? wave.questions : (this.#draft?.value.questions ?? wave?.questions);
    this.#own = (questions?.own ?? []).map((question) => ({ ...question }));
  }

  get #draftKey() {
    return `wave.${this.#wave?.id ?? 'new'}`;
  }

  /** What the fields hold at first: a kept draft, but for what stays as it was asked. */
  get #start() {
    const saved = this.#wave ?? this.#usual(this.#app.session);
    if (!this.#draft) return saved;
    const { slug, questions, area } = saved;
    return { ...saved, ...this.#draft.value, ...(this.#fixed ? { slug, questions, area } : {}) };
  }

  get #fixed() {
    return this.#wave !== null && this.#wave.phase !== 'draft';
  }

  markup() {
    const { t } = this.#app;
    const w = this.#start;
    return html`
      <div id="wave-message"></div>
      ${this.#draft && notice('info', t('form.draft', { when: formatInstant(this.#draft.keptAt) }), html`<button type="button" class="button button--small" data-drop-draft>${t('form.dropDraft')}</button>`)}
      ${this.#fixed && notice('info', t('waves.fixed'))}
      <form id="wave-form" class="form" novalidate>
        ${textField({ name: 'title', label: t('waves.field.title'), required: true }, { value: w.title, maxlength: 120 })}
        ${textField({ name: 'slug', label: t('waves.field.slug'), hint: t('waves.field.slugHint'), required: true }, { value: w.slug, maxlength: 60, readonly: this.#fixed, autocapitalize: 'none', spellcheck: 'false' })}
        <div class="form__pair">
          ${textField({ name: 'opensOn', label: t('waves.field.opensOn'), required: true }, { type: 'date', value: w.opensOn })}
          ${textField({ name: 'closesOn', label: t('waves.field.closesOn'), required: true }, { type: 'date', value: w.closesOn })}
        </div>
        ${areaField({ name: 'introduction', label: t('waves.field.introduction'), hint: t('waves.field.introductionHint'), required: true }, { value: w.introduction, rows: 5, maxlength: 2000 })}
        ${areaField({ name: 'afterwards', label: t('waves.field.afterwards'), hint: t('waves.field.afterwardsHint'), required: true }, { value: w.afterwards, rows: 3, maxlength: 1000 })}
        <div class="form__pair">
          ${textField({ name: 'contact', label: t('waves.field.contact'), required: true }, { value: w.contact, maxlength: 200 })}
          ${textField({ name: 'owner', label: t('waves.field.owner'), required: true }, { value: w.owner, maxlength: 120 })}
        </div>
        <div id="wave-area"></div>
        <fieldset class="group">
          <legend class="group__title">${t('waves.retention')}</legend>
          <p class="field__hint">${t('waves.retention.hint')}</p>
          <div class="form__pair">
            ${textField({ name: 'retentionMonths', label: t('waves.field.retentionMonths'), hint: t('waves.field.retentionMonthsHint'), required: true }, { type: 'number', min: 1, max: this.#fixed ? w.retentionMonths : 120, value: String(w.retentionMonths) })}
            ${textField({ name: 'retentionDecision', label: t('waves.field.retentionDecision'), hint: t('waves.field.retentionDecisionHint') }, { value: w.retentionDecision, maxlength: 120 })}
          </div>
          ${textField({ name: 'legalNote', label: t('waves.field.legalNote') }, { value: w.legalNote, maxlength: 1000 })}
        </fieldset>
        <fieldset class="group" ${attributes({ disabled: this.#fixed })}>
          <legend class="group__title">${t('waves.asks')}</legend>
          ${['timeOfDay', 'severity', 'words'].map((name) => checkField({ name, label: t(`waves.asks.${name}`), checked: w.questions[name] }))}
        </fieldset>
        <fieldset class="group" data-field="reasons" ${attributes({ disabled: this.#fixed })}>
          <legend class="group__title">${t('waves.reasons')}</legend>
          ${REASONS.map((code) => checkField({ name: `reason-${code}`, label: t(`reason.${code}`), checked: w.questions.reasons.includes(code) }))}
          <p class="field__error" hidden></p>
        </fieldset>
        <fieldset class="group" ${attributes({ disabled: this.#fixed })}>
          <legend class="group__title">${t('waves.own')}</legend>
          <p class="field__hint">${t('waves.ownHint')}</p>
          <div id="wave-own"></div>
          ${!this.#fixed && html`<button type="button" class="button button--small" data-question-add>${icon('add')} ${t('waves.ownAdd')}</button>`}
        </fieldset>
        <details class="disclosure">
          <summary>${t('waves.translations')}</summary>
          <div class="disclosure__body">
            ${textField({ name: 'titleEn', label: t('waves.field.titleEn') }, { value: w.titleEn, maxlength: 120 })}
            ${areaField({ name: 'introductionEn', label: t('waves.field.introductionEn') }, { value: w.introductionEn, rows: 4, maxlength: 2000 })}
            ${areaField({ name: 'introductionEasy', label: t('waves.field.introductionEasy') }, { value: w.introductionEasy, rows: 3, maxlength: 2000 })}
            ${areaField({ name: 'afterwardsEn', label: t('waves.field.afterwardsEn') }, { value: w.afterwardsEn, rows: 3, maxlength: 1000 })}
          </div>
        </details>
      </form>`;
  }

  /** The form stands in the page: what it draws itself and what it does by itself begins. */
  mounted(root) {
    this.#root = root;
    this.#drawOwn();
    const { area, areaName } = this.#start;
    this.#area = new AreaChoice(this.#app, root.querySelector('#wave-area'), { area, areaName, fixed: this.#fixed, onChange: () => this.#keep() }).open();
    const form = root.querySelector('#wave-form');
    this.#stops = [on(form, 'input', '*', () => this.#keep()), on(form, 'change', '*', () => this.#keep())];
    const { title, slug } = root.querySelector('#wave-form').elements;
    let touched = slug.value !== '';
    slug.addEventListener('input', () => (touched = true));
    title.addEventListener('input', () => {
      if (!touched) slug.value = slugOf(title.value);
    });
  }

  /** Forgets what was kept; the form is to be opened afresh. */
  dropDraft() {
    this.#app.drafts.drop(this.#draftKey);
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#area?.close();
    this.#area = null;
  }

  press(button) {
    this.#own = this.#readOwn();
    if (button.dataset.questionDrop !== undefined) this.#own.splice(Number(button.dataset.questionDrop), 1);
    else if (this.#own.length < MAX_OWN) this.#own.push({ id: this.#freeId(), kind: 'scale', text: '', textEn: '', choices: [], choicesEn: [] });
    this.#drawOwn();
    this.#keep();
    this.#root.querySelector(`#own-text-${this.#own.length - 1}`)?.focus();
  }

  /** Sends it; answers the saved wave, or null when something was wrong and has been said. */
  async save(form) {
    if (this.#area.fault) {
      showErrors(form, [{ field: 'area', reason: this.#area.fault }]);
      return null;
    }
    return this.#send(form, this.#read(form));
  }

  async #send(form, sent) {
    const { api, t } = this.#app;
    try {
      const answer = this.#wave
        ? await api.put(`/api/survey-waves/${this.#wave.id}`, sent, { ifMatch: `"v${this.#wave.version}"` })
        : await api.post('/api/survey-waves', sent);
      this.dropDraft();
      return answer.body;
    } catch (error) {
      if (error.status === 412) {
        return this.#settle(form, error.body.current, sent);
      }
      const homeless = showErrors(form, (error.errors ?? []).map((fault) => ({ ...fault, field: fault.field.replace(/^questions\.own\.(\d+).*/, 'own-$1') })));
      if (homeless.length || !error.errors?.length) this.#say(notice('danger', homeless[0] ? `${homeless[0].field}: ${homeless[0].reason} ${homeless[0].remedy}` : error.detail || t('waves.failed')));
      return null;
    }
  }

  /** Somebody has saved it meanwhile: what only one has changed is taken, the rest is chosen field by field. */
  async #settle(form, current, sent) {
    const { t } = this.#app;
    const { merged, conflicts } = mergeWaves(this.#wave, current, sent);
    if (conflicts.length) {
      const words = { title: t('waves.conflict'), name: (path) => t(path === 'questions' ? 'waves.asks' : `waves.field.${path}`), content: (value) => this.#inWords(value) };
      const chosen = await new TwoVersions(this.#app, { who: current.updatedBy, when: current.updatedAt }, conflicts, words).open();
      if (!chosen) return null;
      for (const { path, value } of chosen) merged[path] = value;
    }
    this.#wave = current;
    return this.#send(form, merged);
  }

  #inWords(value) {
    const { t } = this.#app;
    if (value === null || value === undefined || value === '') return t('waves.nothing');
    if (value.type) return t('waves.area.own');
    if (value.reasons) return [...value.reasons.map((code) => t(`reason.${code}`)), ...value.own.map(({ text }) => text)].join(', ');
    return String(value);
  }

  #keep() {
    const form = this.#root?.querySelector('#wave-form');
    if (form && this.#area) this.#app.drafts.keep(this.#draftKey, this.#read(form));
  }

  #say(markup) {
    const place = this.#root.querySelector('#wave-message');
    render(place, markup);
    place.scrollIntoView({ block: 'nearest' });
  }

  #read(form) {
    const data = new FormData(form);
    const text = (name) => (data.get(name) ?? '').trim();
    const questions = this.#fixed
      ? this.#wave.questions
      : {
          reasons: REASONS.filter((code) => data.has(`reason-${code}`)),
          timeOfDay: data.has('timeOfDay'),
          severity: data.has('severity'),
          words: data.has('words'),
          own: this.#readOwn(),
        };
    const names = ['slug', 'title', 'titleEn', 'introduction', 'introductionEn', 'introductionEasy', 'afterwards', 'afterwardsEn', 'contact', 'legalNote', 'owner', 'opensOn', 'closesOn', 'retentionDecision'];
    return { ...Object.fromEntries(names.map((name) => [name, text(name)])), retentionMonths: Number(text('retentionMonths')) || 0, questions, ...this.#area.value };
  }

  #readOwn() {
    const lines = (place) => place.value.split('\n').map((line) => line.trim()).filter(Boolean);
    return this.#own.map((question, i) => {
      const part = (name) => this.#root.querySelector(`#own-${name}-${i}`);
      const kind = part('kind').value;
      return { ...question, kind, text: part('text').value.trim(), textEn: part('textEn').value.trim(), choices: kind === 'choice' ? lines(part('choices')) : [], choicesEn: kind === 'choice' ? lines(part('choicesEn')) : [] };
    });
  }

  #freeId() {
    for (let i = 1; ; i++) if (this.#own.every(({ id }) => id !== `q${i}`)) return `q${i}`;
  }

  #drawOwn() {
    const { t } = this.#app;
    render(
      this.#root.querySelector('#wave-own'),
      html`${this.#own.map(({ kind, text, textEn, choices, choicesEn }, i) => html`
        <fieldset class="group wave-question" data-field="own-${i}">
          <legend class="group__title">${t('waves.question', { number: i + 1 })}</legend>
          ${textField({ name: `own-text-${i}`, id: `own-text-${i}`, label: t('waves.question.text') }, { value: text, maxlength: 300 })}
          ${textField({ name: `own-textEn-${i}`, id: `own-textEn-${i}`, label: t('waves.question.textEn') }, { value: textEn, maxlength: 300 })}
          ${selectField({ name: `own-kind-${i}`, id: `own-kind-${i}`, label: t('waves.question.kind') }, ['scale', 'choice'].map((value) => ({ value, label: t(`waves.question.${value}`) })), kind)}
          <div class="form__pair">
            ${areaField({ name: `own-choices-${i}`, id: `own-choices-${i}`, label: t('waves.question.choices') }, { value: choices.join('\n'), rows: 3 })}
            ${areaField({ name: `own-choicesEn-${i}`, id: `own-choicesEn-${i}`, label: t('waves.question.choicesEn') }, { value: choicesEn.join('\n'), rows: 3 })}
          </div>
          ${!this.#fixed && html`<button type="button" class="button button--quiet button--small" data-question-drop="${i}">${icon('remove')} ${t('waves.question.drop', { number: i + 1 })}</button>`}
        </fieldset>`)}`,
    );
  }

  #usual(session) {
    const { t } = this.#app;
    const day = (later) => new Date(Date.now() + later * MILLIS_A_DAY).toISOString().slice(0, 10);
    return {
      slug: '',
      title: '',
      titleEn: '',
      introduction: t('waves.usual.introduction'),
      introductionEn: '',
      introductionEasy: '',
      afterwards: t('waves.usual.afterwards'),
      afterwardsEn: '',
      contact: '',
      legalNote: t('waves.usual.legalNote'),
      owner: session.organisation ?? '',
      opensOn: day(0),
      closesOn: day(DAYS),
      retentionMonths: 24,
      retentionDecision: '',
      areaName: '',
      questions: { reasons: REASONS, timeOfDay: true, severity: true, words: true, own: [] },
      area: null,
    };
  }
}
