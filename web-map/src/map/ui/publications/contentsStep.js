/** The second step: which measures, walks and surveys the public is told of, and what is promised with each measure. */
import { formatDate, formatLength } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { withChosen, withNumber, withValue } from '../../lib/publicationPlan.js';
import { field } from '../fields.js';
import { icon } from '../icons.js';
import { withOptions } from './publicationOptions.js';

const LONGEST_PROMISE = 300;
/** What is promised, in both languages. */
const PROMISES = [
  { name: 'promise', lang: 'sv', label: 'publish.field.promise', hint: 'publish.promiseHint' },
  { name: 'promiseEn', lang: 'en', label: 'publish.field.promiseEn', hint: 'publish.promiseEnHint' },
];
const LISTS = ['walks', 'surveyWaves'];

export class ContentsStep {
  #app;
  #root;
  #desk;
  #options = null;
  #drawn = null;
  #stops = [];

  constructor(app, root, { desk }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
  }

  open() {
    this.#stops = [
      on(this.#root, 'submit', 'form', (event) => event.preventDefault()),
      on(this.#root, 'change', '[data-told-measure]', (event, box) => this.#chooseMeasure(Number(box.dataset.toldMeasure), box.checked)),
      on(this.#root, 'input', '[data-promise]', (event, area) => this.#write(Number(area.dataset.promise), { [area.dataset.member]: area.value })),
      on(this.#root, 'change', '[data-told-place]', (event, box) => this.#showPlace(Number(box.dataset.toldPlace), box.checked)),
      ...LISTS.map((list) => on(this.#root, 'change', `[name="${list}"]`, (event, box) => this.#desk.change({ [list]: withNumber(this.#desk.plan[list], Number(box.value), box.checked) }))),
    ];
    withOptions(this.#app, this.#root, this.#desk.plan, (options) => {
      this.#options = options;
      this.#draw();
    });
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  follow() {
    const { plan, status } = this.#desk;
    if (this.#options && status === 'ready' && JSON.stringify(plan) !== this.#drawn && !this.#root.contains(document.activeElement)) this.#draw();
  }

  #draw() {
    const { t } = this.#app;
    const { plan } = this.#desk;
    this.#drawn = JSON.stringify(plan);
    const { measures, walks, surveyWaves } = this.#options;
    render(
      this.#root,
      html`
        <form class="form publish__form publish__form--wide" novalidate aria-label="${t('publish.step.contents')}">
          <fieldset class="group" data-field="measures" aria-describedby="measures-hint">
            <legend class="group__title">${t('publish.field.measures')}</legend>
            <p class="field__hint" id="measures-hint">${t('publish.measuresHint')}</p>
            ${measures.length === 0 && html`<p class="empty">${t('publish.noMeasures')}</p>`}
            <ul class="publish__things">${[...measures, ...this.#gone(measures)].map((measure) => html`<li class="publish__thing" id="thing-${measure.id}" data-field="measures-${measure.id}">${this.#measure(measure)}</li>`)}</ul>
            <p class="field__error" hidden></p>
          </fieldset>
          ${this.#things('walks', walks, ({ day, findings, mended }) => t('publish.walkAbout', { day: formatDate(day), findings, mended }))}
          ${this.#things('surveyWaves', surveyWaves, ({ from, to }) => t('publish.waveAbout', { from: formatDate(from), to: formatDate(to) }))}
        </form>`,
    );
  }

  /** Measures of the plan that can no longer be told of: shown, so that they can be taken out. */
  #gone(measures) {
    return this.#desk.plan.measures.filter(({ id }) => !measures.some((each) => each.id === id)).map(({ id }) => ({ id, name: this.#app.t('publish.measureGone', { id: String(id) }), status: null, metresToHome: null, nearHome: false }));
  }

  #measure(measure) {
    const { t } = this.#app;
    const { id, name, status, owner, doneOn } = measure;
    const chosen = this.#desk.plan.measures.find((each) => each.id === id);
    const about = [status && t(`measure.status.${status}`), owner, doneOn && t('publish.doneOn', { day: doneOn })].filter(Boolean).join(' · ');
    return html`
      <div class="publish__option">
        <input class="tick" type="checkbox" ${attributes({ id: `told-measure-${id}`, 'data-told-measure': id, checked: Boolean(chosen), disabled: !this.#desk.mayWrite, 'aria-describedby': about ? `told-measure-${id}-about` : null })}>
        <label for="told-measure-${id}">${name}</label>
        ${about && html`<p class="field__hint" id="told-measure-${id}-about">${about}</p>`}
      </div>
      ${chosen && this.#told(measure, chosen)}
      <p class="field__error" hidden></p>`;
  }

  #told({ id, metresToHome, nearHome }, told) {
    const { t, locale } = this.#app;
    const { showPlace } = told;
    const readonly = !this.#desk.mayWrite;
    return html`
      <div class="publish__more">
        ${PROMISES.map(({ name, lang, label, hint }) => (readonly
          ? html`<p ${attributes({ lang })}>${told[name] || t('publish.noPromise')}</p>`
          : field({ name: `${name}-${id}`, label: t(label), hint: t(hint) }, (carry) => html`<textarea class="input input--area" ${carry} ${attributes({ rows: 2, maxlength: LONGEST_PROMISE, lang, 'data-promise': id, 'data-member': name })}>${told[name] ?? ''}</textarea>`)))}
        <div class="publish__option">
          <input class="tick" type="checkbox" ${attributes({ id: `told-place-${id}`, 'data-told-place': id, checked: showPlace, disabled: readonly, 'aria-describedby': `told-place-${id}-about` })}>
          <label for="told-place-${id}">${t('publish.field.showPlace')}</label>
          <p class="field__hint" id="told-place-${id}-about">${metresToHome === null || metresToHome === undefined ? t('publish.placeHint') : t('publish.metresToHome', { length: formatLength(metresToHome, locale) })}</p>
        </div>
        ${nearHome && showPlace && html`<div class="message message--warning" role="alert" id="near-${id}">${icon('alert')} ${t('publish.nearHome', { length: formatLength(metresToHome, locale) })}</div>`}
      </div>`;
  }

  #things(list, things, about) {
    const { t } = this.#app;
    const { plan, mayWrite } = this.#desk;
    return html`
      <fieldset class="group" data-field="${list}" aria-describedby="${list}-hint">
        <legend class="group__title">${t(`publish.field.${list}`)}</legend>
        <p class="field__hint" id="${list}-hint">${t(`publish.${list}Hint`)}</p>
        ${things.length === 0 && html`<p class="empty">${t(`publish.none.${list}`)}</p>`}
        <ul class="publish__things">${things.map(
          (thing) => html`
            <li class="publish__thing" data-field="${list}-${thing.id}">
              <div class="publish__option">
                <input class="tick" type="checkbox" ${attributes({ name: list, id: `${list}-${thing.id}`, value: thing.id, checked: plan[list].includes(thing.id), disabled: !mayWrite, 'aria-describedby': `${list}-${thing.id}-about` })}>
                <label for="${list}-${thing.id}">${thing.title}</label>
                <p class="field__hint" id="${list}-${thing.id}-about">${about(thing)}</p>
              </div>
              <p class="field__error" hidden></p>
            </li>`,
        )}</ul>
        <p class="field__error" hidden></p>
      </fieldset>`;
  }

  #chooseMeasure(id, chosen) {
    this.#desk.change({ measures: withChosen(this.#desk.plan.measures, id, chosen, { promise: '', promiseEn: '', showPlace: false }) });
    this.#redraw(id);
  }

  #showPlace(id, showPlace) {
    this.#write(id, { showPlace });
    this.#redraw(id);
  }

  #write(id, patch) {
    const { plan } = this.#desk;
    const before = plan.measures.find((each) => each.id === id);
    this.#desk.change(withValue(plan, ['measures', id], { ...before, ...patch }));
  }

  /** Only the measure itself is drawn again: the focus and what is written in the others stay. */
  #redraw(id) {
    const measures = this.#options.measures;
    render(this.#root.querySelector(`#thing-${id}`), this.#measure([...measures, ...this.#gone(measures)].find((each) => each.id === id)));
  }
}
