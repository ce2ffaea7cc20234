/**
 * Writing a report in three steps: what, where, and whatever else there is to say. One thing at a time, large, with a
 * way back; a report of something that was just seen needs three presses and no words.
 */
import { attributes, html, on, render } from '../map/lib/html.js';
import { icon } from '../map/ui/icons.js';
import { PlacePicker } from '../phone/placePicker.js';
import { AlikeHint } from './alikeHint.js';
import { PhotoField } from './photoField.js';
import { TypeButtons } from './typeButtons.js';
import { liesAhead, whenOf } from './when.js';
import { WordsField } from './wordsField.js';

const STEPS = ['what', 'where', 'describe'];

export class ReportForm {
  #app;
  #root;
  #draft;
  #options;
  #parts = [];
  #stops = [];
  #sending = false;
  #asked = null;

  /**
   * @param {object} app see report.js
   * @param {object} draft see draft.js
   * @param {{onChange: (draft: object) => void, onSend: (draft: object) => Promise<void>, onDrop: () => void}} options
   */
  constructor(app, root, draft, options) {
    this.#app = app;
    this.#root = root;
    this.#draft = draft;
    this.#options = options;
  }

  open({ focus = true } = {}) {
    this.#stops = [
      on(this.#root, 'click', '[data-step]', (event, button) => this.#go(button.dataset.step)),
      on(this.#root, 'click', '[data-drop]', () => this.#options.onDrop()),
      on(this.#root, 'submit', '#report-form', (event) => this.#submit(event)),
      on(this.#root, 'change', '[name="when"], [name="day"], [name="time"]', () => this.#takeWhen()),
    ];
    this.#draw(focus);
    return this;
  }

  close() {
    this.#closeParts();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #closeParts() {
    for (const part of this.#parts.splice(0)) part.close();
  }

  #change(patch) {
    Object.assign(this.#draft, patch);
    this.#options.onChange(this.#draft);
  }

  #go(step) {
    this.#change({ step });
    this.#draw(true);
  }

  #draw(focus) {
    const { t } = this.#app;
    const { step } = this.#draft;
    this.#closeParts();
    const number = STEPS.indexOf(step) + 1;
    render(
      this.#root,
      html`
        <form id="report-form" class="report-form" novalidate>
          <p class="muted" id="report-step">${t('report.step', { number, of: STEPS.length })}</p>
          <h2 id="report-title" tabindex="-1" aria-describedby="report-step">${t(`report.${step}`)}</h2>
          ${this.#chosenSoFar()}
          <div id="report-body"></div>
          <div class="report-form__next">${this.#buttons()}</div>
        </form>`,
    );
    const body = this.#root.querySelector('#report-body');
    ({ what: () => this.#openWhat(body), where: () => this.#openWhere(body), describe: () => this.#openDescribe(body) })[step]();
    if (focus) this.#root.querySelector('#report-title').focus();
    if (focus) scrollTo({ top: 0 });
  }

  /** What has been chosen in the steps before, each with the way to change it. */
  #chosenSoFar() {
    const { t, typeName } = this.#app;
    const { step, type, place } = this.#draft;
    if (step === 'what') return null;
    const row = (name, value) => html`<li><span>${value}</span> <button type="button" class="link report-chosen__change" data-step="${name}">${t(`report.change.${name}`)}</button></li>`;
    return html`<ul class="report-chosen">
      ${row('what', typeName(type))}
      ${step === 'describe' && row('where', place.words || t('report.placeChosen', { metres: place.accuracyMetres }))}
    </ul>`;
  }

  #buttons() {
    const { t } = this.#app;
    const { step, place, editing } = this.#draft;
    const drop = html`<button type="button" class="button button--quiet" id="report-drop" data-drop>${t('report.drop')}</button>`;
    if (step === 'what') return this.#draft.type ? html`<button type="button" class="button button--primary button--wide" data-step="where">${t('report.next')}</button> ${drop}` : null;
    if (step === 'where')
      return html`<button type="button" class="button button--primary button--wide" id="report-next" data-step="describe" ${attributes({ disabled: !place })}>${t('report.next')}</button>
        <button type="button" class="button button--quiet" data-step="what">${icon('back')} ${t('report.back')}</button>`;
    return html`<div id="report-fault"></div>
      <button type="submit" class="button button--primary button--wide report-form__send" id="report-send">${icon('check')} ${t(editing ? 'report.save' : 'report.send')}</button>
      <button type="button" class="button button--quiet" data-step="where">${icon('back')} ${t('report.back')}</button> ${drop}`;
  }

  #openWhat(body) {
    const { t, locale, form } = this.#app;
    this.#parts = [
      new TypeButtons(body, {
        t,
        locale,
        types: form.types,
        chosen: this.#draft.type,
        onChoose: (type) => {
          this.#change({ type, joins: null, step: this.#draft.place ? 'describe' : 'where' });
          this.#draw(true);
        },
      }).open(),
    ];
  }

  #openWhere(body) {
    const { api, t, locale, form } = this.#app;
    this.#parts = [
      new PlacePicker(body, {
        api,
        t,
        locale,
        bounds: form.bounds,
        value: this.#draft.place,
        wordsAlone: true,
        onChange: (place) => {
          this.#change({ place, joins: null });
          this.#root.querySelector('#report-next').disabled = !place;
          this.#near();
        },
      }).open(),
    ];
  }

  #openDescribe(body) {
    const { t, form, typeName } = this.#app;
    render(body, html`<div id="report-alike"></div><div id="report-words"></div><div id="report-photos"></div>${this.#whenFields()}`);
    const draft = this.#draft;
    this.#parts = [
      new AlikeHint(body.querySelector('#report-alike'), { t, typeName, draft, near: () => this.#near(), onJoin: (joins) => this.#change({ joins }) }).open(),
      new WordsField(body.querySelector('#report-words'), { t, value: draft.words, onChange: (words) => this.#change({ words }) }).open(),
    ];
    if (form.mostPhotos > 0 && !draft.editing) {
      this.#parts.push(new PhotoField(body.querySelector('#report-photos'), { t, most: form.mostPhotos, photos: draft.photos, onChange: (photos) => this.#change({ photos }) }).open());
    }
  }

  /** Reports of the same within reach, asked for once a place; none without a network, for the coordinator sees them too. */
  async #near() {
    const { type, place, editing, when } = this.#draft;
    if (place?.lon == null || editing) return [];
    const { lon, lat } = place;
    const question = JSON.stringify([type, lon, lat, when]);
    if (this.#asked?.question !== question) this.#asked = { question, answer: this.#askNear({ type, lon, lat, when: whenOf(when, new Date()) }) };
    try {
      return await this.#asked.answer;
    } catch {
      if (this.#asked?.question === question) this.#asked = null;
      return [];
    }
  }

  async #askNear(parameters) {
    return (await this.#app.api.get('/api/reports/near', { parameters, supersede: 'near' })).body.reports;
  }

  #whenFields() {
    const { t } = this.#app;
    const { kind, day, time } = this.#draft.when;
    const today = whenOf({ kind: 'now' }, new Date()).slice(0, 10);
    const choice = (value) => html`<label class="report-when__choice"><input type="radio" name="when" ${attributes({ value, checked: kind === value })}> ${t(`report.when.${value}`)}</label>`;
    return html`
      <fieldset class="group" data-field="when">
        <legend class="group__title">${t('report.when')}</legend>
        <div class="report-when">${choice('now')} ${choice('then')}</div>
        <div class="report-when__then" id="report-then" ${attributes({ hidden: kind === 'now' })}>
          <div class="field"><label class="field__label" for="report-day">${t('report.day')}</label>
            <input class="input" type="date" id="report-day" name="day" ${attributes({ value: day || today, max: today })}></div>
          <div class="field"><label class="field__label" for="report-time">${t('report.time')}</label>
            <input class="input" type="time" id="report-time" name="time" aria-describedby="report-time-hint" value="${time}">
            <p class="field__hint" id="report-time-hint">${t('report.timeHint')}</p></div>
        </div>
      </fieldset>`;
  }

  #takeWhen() {
    const { when, day, time } = Object.fromEntries(new FormData(this.#root.querySelector('#report-form')));
    this.#root.querySelector('#report-then').hidden = when === 'now';
    this.#change({ when: { kind: when, day: day ?? '', time: time ?? '' } });
  }

  async #submit(event) {
    event.preventDefault();
    const { t } = this.#app;
    if (this.#draft.step !== 'describe' || this.#sending) return;
    const when = whenOf(this.#draft.when, new Date());
    if (when === null || liesAhead(when, new Date())) {
      this.#fault(t(when === null ? 'report.dayMissing' : 'report.ahead'));
      this.#root.querySelector('#report-day').focus();
      return;
    }
    this.#sending = true;
    this.#root.querySelector('#report-send').setAttribute('aria-disabled', 'true');
    try {
      await this.#options.onSend(this.#draft);
    } catch (error) {
      this.#fault(error.errors?.[0]?.reason ?? error.detail ?? error.message);
      this.#root.querySelector('#report-send')?.setAttribute('aria-disabled', 'false');
    } finally {
      this.#sending = false;
    }
  }

  #fault(text) {
    const place = this.#root.querySelector('#report-fault');
    if (place) render(place, html`<p class="message message--danger" role="alert">${icon('alert')} ${text}</p>`);
  }
}
