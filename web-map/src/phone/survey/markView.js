/**
 * Marking places: one form, used for each place in turn, and below it the places marked so far, to change or take back.
 * A mark that could not be sent stays here and is sent when the network is back.
 */
import { kindsOfPersonalData } from '../../map/lib/personalData.js';
import { attributes, html, on, render } from '../../map/lib/html.js';
import { notice } from '../../map/ui/fields.js';
import { icon } from '../../map/ui/icons.js';
import { PlacePicker } from '../placePicker.js';
import { isAsked } from './askedArea.js';
import { randomWord } from './surveyMemory.js';

const KEY_BYTES = 15;
const MAX_WORDS = 600;
const TIMES = ['day', 'dark', 'both'];
const SEVERITIES = [1, 2, 3];

/** Less exact than this, a spot on the map is a whole neighbourhood; a street may be longer. */
const MOST_METRES = { map: 100, gps: 300, address: 1_000 };

/** What is missing for the place to be a place; null when nothing is. */
function placeFault(place, wave) {
  if (!place) return 'survey.missing.place';
  if (!isAsked(wave, place)) return wave.areaName ? 'survey.missing.outsideNamed' : 'survey.missing.outside';
  return place.accuracyMetres > (MOST_METRES[place.how] ?? Infinity) ? 'survey.missing.near' : null;
}

/** The service takes an answer that comes at once for a program's; a quick person waits a moment without noticing. */
const LEAST_MILLIS = 2_200;

function untilReadable(openedAt) {
  const left = LEAST_MILLIS - (performance.now() - openedAt);
  return left > 0 ? new Promise((resolve) => setTimeout(resolve, left)) : null;
}

export class MarkView {
  #root;
  #app;
  #wave;
  #picker = null;
  #key = null;
  #sending = false;
  #stops = [];

  constructor(root, app, wave) {
    this.#root = root;
    this.#app = app;
    this.#wave = wave;
  }

  open() {
    const { t } = this.#app;
    render(
      this.#root,
      html`
        ${this.#wave.phase === 'preview' && notice('warning', t('survey.preview'))}
        <form class="survey-form" id="mark-form" novalidate></form>
        <section aria-labelledby="marks-title"><div id="mark-said"></div><h2 id="marks-title" tabindex="-1"></h2><ol class="survey-marks" id="marks"></ol></section>
        <div class="survey-buttons">
          <button type="button" class="button button--primary button--wide" data-go="questions">${t('survey.done')} ${icon('forward')}</button>
        </div>`,
    );
    this.#stops = [
      on(this.#root, 'submit', '#mark-form', (event) => this.#submit(event)),
      on(this.#root, 'change', '[name="safe"]', () => {
        this.#showFault('safe', null);
        this.#showRest();
      }),
      on(this.#root, 'input', '[name="words"]', (event, field) => this.#warn(field.value)),
      on(this.#root, 'click', '[data-edit]', (event, button) => this.#edit(button.dataset.edit)),
      on(this.#root, 'click', '[data-remove]', (event, button) => this.#remove(button.dataset.remove)),
      on(this.#root, 'click', '#mark-cancel', () => this.#begin(null, true)),
    ];
    const online = () => this.#sendWaiting();
    window.addEventListener('online', online);
    this.#stops.push(() => window.removeEventListener('online', online));
    this.#begin(null);
    this.#sendWaiting();
    return this;
  }

  close() {
    this.#picker?.close();
    for (const stop of this.#stops.splice(0)) stop();
    this.#root.replaceChildren();
  }

  /** An empty form, or one that holds an earlier mark. */
  #begin(mark, focus = false) {
    const { t, api } = this.#app;
    this.#picker?.close();
    this.#key = mark?.key ?? null;
    const { questions, bounds, slug, area } = this.#wave;
    const form = this.#root.querySelector('#mark-form');
    render(
      form,
      html`
        <h1 tabindex="-1">${t(mark ? 'survey.editTitle' : 'survey.markTitle')}</h1>
        <fieldset class="survey-feel" data-field="safe">
          <legend>${t('survey.feel')}</legend>
          ${['false', 'true'].map((safe) => html`
            <label class="survey-feel__one survey-feel__one--${safe === 'true' ? 'safe' : 'unsafe'}">
              <input type="radio" name="safe" value="${safe}" ${attributes({ checked: mark ? String(mark.safe) === safe : false, 'aria-describedby': 'error-safe' })}>
              <span>${t(safe === 'true' ? 'survey.safe' : 'survey.unsafe')}</span>
            </label>`)}
          <p class="field__error" id="error-safe" hidden></p>
        </fieldset>
        <fieldset class="survey-place" data-field="place">
          <legend>${t('survey.where')}</legend>
          <div id="mark-place"></div>
          <p class="field__error" id="error-place" hidden></p>
        </fieldset>
        <div id="mark-rest">
          ${questions.reasons.length > 0 && html`
            <fieldset class="survey-chips" id="mark-reasons"><legend>${t('survey.why')}</legend>
              <div class="survey-chips__row">${questions.reasons.map((code) => html`
                <label class="survey-chip"><input type="checkbox" name="reasons" value="${code}" ${attributes({ checked: Boolean(mark?.reasons.includes(code)) })}><span>${t(`reason.${code}`)}</span></label>`)}</div>
            </fieldset>`}
          ${questions.timeOfDay && html`
            <fieldset class="survey-chips"><legend>${t('survey.when')}</legend>
              <div class="survey-chips__row">${TIMES.map((time) => html`
                <label class="survey-chip"><input type="radio" name="time" value="${time}" ${attributes({ checked: mark?.time === time })}><span>${t(`survey.when.${time}`)}</span></label>`)}</div>
            </fieldset>`}
          ${questions.severity && html`
            <fieldset class="survey-chips" id="mark-severity"><legend>${t('survey.strength')}</legend>
              <div class="survey-chips__row">${SEVERITIES.map((step) => html`
                <label class="survey-chip"><input type="radio" name="severity" value="${step}" ${attributes({ checked: mark?.severity === step })}><span>${t(`survey.strength.${step}`)}</span></label>`)}</div>
            </fieldset>`}
          ${questions.words && html`
            <div class="field" data-field="words">
              <label class="field__label" for="mark-words">${t('survey.words')}</label>
              <p class="field__hint" id="mark-words-hint">${t('survey.wordsHint')}</p>
              <textarea class="input input--area" id="mark-words" name="words" rows="3" maxlength="${MAX_WORDS}" aria-describedby="mark-words-hint mark-words-warning error-words">${mark?.words ?? ''}</textarea>
              <p class="survey-warning" id="mark-words-warning" role="status"></p>
              <p class="field__error" id="error-words" hidden></p>
            </div>`}
          <div class="survey-trap" aria-hidden="true"><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></div>
        </div>
        <div id="mark-fault"></div>
        <div class="survey-buttons">
          <button type="submit" class="button button--primary button--wide" id="mark-save">${icon('check')} <span>${t('survey.save')}</span></button>
          ${mark && html`<button type="button" class="button button--wide" id="mark-cancel">${t('survey.cancel')}</button>`}
        </div>`,
    );
    this.#picker = new PlacePicker(form.querySelector('#mark-place'), {
      api,
      t,
      locale: t.locale,
      bounds,
      area,
      value: mark?.place ?? null,
      id: 'spot',
      searchPath: `/api/surveys/${encodeURIComponent(slug)}/places`,
      nearPath: null,
      inNumbers: false,
      tiles: `/api/surveys/${encodeURIComponent(slug)}/base`,
      onChange: (place) => this.#followPlace(place),
    }).open();
    this.#showRest();
    this.#warn(mark?.words ?? '');
    this.#showMarks();
    if (focus) {
      form.querySelector('h1').focus();
      form.scrollIntoView({ block: 'start' });
    }
  }

  /** What was missing is there now; a place outside the area is told of at once, before more is filled in. */
  #followPlace(place) {
    const fault = placeFault(place, this.#wave);
    if (!fault || fault.startsWith('survey.missing.outside')) this.#showFault('place', fault);
  }

  /** Why and how strongly belong to an unsafe place. */
  #showRest() {
    const safe = this.#root.querySelector('[name="safe"]:checked')?.value === 'true';
    for (const part of this.#root.querySelectorAll('#mark-reasons, #mark-severity')) part.hidden = safe;
  }

  #warn(text) {
    const { t } = this.#app;
    const place = this.#root.querySelector('#mark-words-warning');
    if (!place) return;
    const kinds = kindsOfPersonalData(text).map((kind) => t(`survey.personal.${kind}`));
    const words = kinds.length ? t('survey.personal', { kinds: kinds.join(', ') }) : '';
    if (place.textContent !== words) place.textContent = words;
  }

  #read() {
    const form = new FormData(this.#root.querySelector('#mark-form'));
    const safe = form.get('safe');
    return {
      key: this.#key ?? randomWord(KEY_BYTES),
      place: this.#picker.value,
      safe: safe === null ? null : safe === 'true',
      reasons: safe === 'true' ? [] : form.getAll('reasons'),
      time: form.get('time'),
      severity: safe !== 'true' && form.get('severity') ? Number(form.get('severity')) : null,
      words: (form.get('words') ?? '').trim(),
      website: form.get('website') ?? '',
      sent: false,
    };
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#sending) return;
    const { t, memory } = this.#app;
    const mark = this.#read();
    if (this.#showFaults(mark)) return;
    this.#sending = true;
    this.#root.querySelector('#mark-save').setAttribute('aria-disabled', 'true');
    this.#fault(null);
    try {
      const kept = await this.#send(mark);
      memory.keepMark({ ...mark, words: kept.words, website: '', sent: true });
      this.#begin(null);
      this.#say(t(kept.sameAs ? 'survey.savedOnce' : kept.masked.length ? 'survey.savedMasked' : 'survey.saved'));
      this.#root.querySelector('#marks-title').focus();
    } catch (error) {
      if (error.code === 'network') {
        memory.keepMark({ ...mark, website: '' });
        this.#begin(null);
        this.#say(t('survey.savedHere'));
        this.#root.querySelector('#marks-title').focus();
      } else this.#fault(error);
    } finally {
      this.#sending = false;
      this.#root.querySelector('#mark-save')?.setAttribute('aria-disabled', 'false');
    }
  }

  /** Writes at each question what is missing, and goes to the first. */
  #showFaults({ safe, place }) {
    const unsafe = this.#showFault('safe', safe === null ? 'survey.missing.safe' : null);
    const nowhere = this.#showFault('place', placeFault(place, this.#wave));
    const first = unsafe ? '[name="safe"]' : nowhere ? '#spot-field' : null;
    if (first) this.#root.querySelector(first).focus();
    return first !== null;
  }

  #showFault(name, key) {
    const text = this.#root.querySelector(`#error-${name}`);
    text.hidden = !key;
    render(text, key ? html`${icon('alert')} ${this.#app.t(key, { area: this.#wave.areaName })}` : html``);
    return Boolean(key);
  }

  async #send(mark) {
    const { api, memory, openedAt } = this.#app;
    const { slug, phase } = this.#wave;
    if (phase === 'preview') return { words: mark.words, masked: [], sameAs: false };
    await untilReadable(openedAt);
    const { place, safe, reasons, time, severity, words, website } = mark;
    const { body } = await api.put(`/api/surveys/${encodeURIComponent(slug)}/marks/${mark.key}`, {
      respondent: memory.respondent,
      lon: place.lon,
      lat: place.lat,
      accuracyMetres: place.accuracyMetres,
      safe,
      reasons,
      time,
      severity,
      words,
      website,
      seconds: (performance.now() - openedAt) / 1000,
    });
    return body;
  }

  /** What was marked without contact is sent as soon as there is some. */
  async #sendWaiting() {
    const { memory } = this.#app;
    for (const mark of memory.marks.filter(({ sent }) => !sent)) {
      try {
        const kept = await this.#send({ ...mark, website: '' });
        memory.keepMark({ ...mark, words: kept.words, sent: true });
      } catch {
        break;
      }
    }
    if (this.#root.querySelector('#marks')) this.#showMarks();
  }

  #edit(key) {
    const mark = this.#app.memory.marks.find((each) => each.key === key);
    if (mark) this.#begin(mark, true);
  }

  async #remove(key) {
    const { api, t, memory } = this.#app;
    const { slug, phase } = this.#wave;
    const mark = memory.marks.find((each) => each.key === key);
    try {
      if (mark.sent && phase !== 'preview') await api.post(`/api/surveys/${encodeURIComponent(slug)}/marks/${key}/remove`, { respondent: memory.respondent });
      memory.dropMark(key);
      if (this.#key === key) this.#begin(null);
      this.#showMarks();
      this.#say(t('survey.removed'));
      this.#root.querySelector('#marks-title').focus();
    } catch (error) {
      this.#fault(error);
    }
  }

  #fault(error) {
    const { t } = this.#app;
    const place = this.#root.querySelector('#mark-fault');
    if (!error) {
      render(this.#root.querySelector('#mark-said'), html``);
      return render(place, html``);
    }
    const [first] = error.errors ?? [];
    const words = first ? `${first.reason} ${first.remedy}` : error.code === 'network' ? t('survey.awayWhat') : error.detail;
    render(place, notice('danger', words));
    return place;
  }

  #showMarks() {
    const { t, memory } = this.#app;
    const { marks } = memory;
    render(this.#root.querySelector('#marks-title'), html`${marks.length ? t('survey.marks', { count: marks.length }) : t('survey.noMarks')}`);
    render(
      this.#root.querySelector('#marks'),
      html`${marks.map((mark, i) => html`
        <li class="survey-mark">
          <p class="survey-mark__head"><strong class="survey-mark__feel survey-mark__feel--${mark.safe ? 'safe' : 'unsafe'}">${t(mark.safe ? 'survey.safe' : 'survey.unsafe')}</strong>
            <span>${mark.place.words || t('survey.place', { number: i + 1 })}</span></p>
          ${this.#details(mark)}
          ${!mark.sent && html`<p class="survey-warning">${t('survey.waiting')}</p>`}
          <div class="survey-mark__buttons">
            <button type="button" class="button button--small" data-edit="${mark.key}">${t('survey.edit')} <span class="visually-hidden">${t('survey.place', { number: i + 1 })}</span></button>
            <button type="button" class="button button--small" data-remove="${mark.key}">${t('survey.remove')} <span class="visually-hidden">${t('survey.place', { number: i + 1 })}</span></button>
          </div>
        </li>`)}`,
    );
  }

  #details({ reasons, time, words }) {
    const { t } = this.#app;
    const said = [reasons.map((code) => t(`reason.${code}`)).join(', '), time ? t(`survey.when.${time}`).toLocaleLowerCase(t.locale) : '', words ? `”${words}”` : ''].filter(Boolean);
    return said.length > 0 && html`<p class="survey-mark__said">${said.join(' · ')}</p>`;
  }

  #say(text) {
    document.getElementById('announcer').textContent = text;
    render(this.#root.querySelector('#mark-said'), notice('success', text));
  }
}
