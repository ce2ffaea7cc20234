/**
 * A safety walk (trygghetsvandring) while it is walked: what the walk before found is ticked off, new findings are added
 * where one stands, and the route is noted. Planners and others read; the EST group writes.
 */
import { MEASURE_WRITERS } from '../../map/lib/audience.js';
import { attributes, html, on, render } from '../../map/lib/html.js';
import { notice } from '../../map/ui/fields.js';
import { icon } from '../../map/ui/icons.js';
import { whenWords } from './comeIn.js';
import { FindingForm } from './findingForm.js';
import { RouteEditor, routeState } from './routeEditor.js';
import { hasPlaces, WalkMap } from './walkMap.js';

const OUTCOMES = ['fixed', 'better', 'remains'];

export class WalkPage {
  #main;
  #app;
  #walk;
  #form = null;
  #route = null;
  #map = null;
  #stops = [];

  constructor(main, come) {
    this.#main = main;
    this.#app = come;
    this.#walk = come.walk;
  }

  get #mayWrite() {
    return this.#app.session.roles.some((role) => MEASURE_WRITERS.includes(role));
  }

  open() {
    const { t, id } = this.#app;
    render(
      document.getElementById('nav'),
      html`<a class="survey-languages__one" href="/walk/${id}" aria-current="true">${t('walk.walk')}</a><a class="survey-languages__one" href="/walk/${id}/protocol">${t('walk.protocol')}</a><a class="survey-languages__one" href="/">${t('walk.map')}</a>`,
    );
    this.#stops = [
      on(this.#main, 'click', '[data-add]', () => this.#showForm(null)),
      on(this.#main, 'click', '[data-edit]', (event, button) => this.#showForm(this.#walk.findings.find(({ id: each }) => each === Number(button.dataset.edit)))),
      on(this.#main, 'click', '[data-outcome]', (event, radio) => this.#recheck(radio.dataset.finding, radio.value)),
      on(this.#main, 'click', '#route-open', () => this.#openRoute()),
    ];
    this.#draw();
    return this;
  }

  close() {
    this.#form?.close();
    this.#route?.close();
    this.#map?.close();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #draw() {
    const { t } = this.#app;
    this.#map?.close();
    this.#map = null;
    const { title, people, advised, routeWords, earlier, earlierTitle, findings, route } = this.#walk;
    const corners = route?.coordinates ?? [];
    document.title = title;
    render(
      this.#main,
      html`
        <h1 tabindex="-1">${title}</h1>
        <p>${whenWords(this.#walk, t)}${people > 0 && html` · ${t('walk.people', { count: people })}`}</p>
        ${people > advised && notice('warning', t('walk.tooMany', { count: advised }))}
        ${routeWords && html`<p>${routeWords}</p>`}
        <div id="walk-fault" role="alert"></div>
        ${earlier.length > 0 && html`<section aria-labelledby="earlier-title"><h2 id="earlier-title">${t('walk.earlier', { title: earlierTitle ?? '' })}</h2>
          <p class="muted" role="status">${t('walk.earlierLeft', { count: earlier.filter(({ outcome }) => !outcome).length })}</p>
          <ul class="survey-marks">${earlier.map((each) => this.#earlier(each))}</ul></section>`}
        <section aria-labelledby="findings-title">
          <h2 id="findings-title" tabindex="-1">${t('walk.findings', { count: findings.length })}</h2>
          ${this.#mayWrite && html`<button type="button" class="button button--primary button--wide" id="finding-add" data-add>${icon('add')} ${t('walk.add')}</button>`}
          <div id="finding-form"></div>
          ${hasPlaces(this.#walk) && html`<div class="walk-map walk-map--phone" id="walk-map" role="img" aria-label="${t('walk.mapHere', { count: findings.length })}"></div>`}
          <ol class="survey-marks">${findings.map((finding) => this.#finding(finding))}</ol>
        </section>
        ${this.#mayWrite && html`<section aria-labelledby="route-title"><h2 id="route-title" tabindex="-1">${t('walk.route')}</h2><div id="route"><p>${routeState(corners, t)}</p>
          <button type="button" class="button button--wide" id="route-open">${icon('line')} ${t(corners.length ? 'walk.routeEdit' : 'walk.routeOpen')}</button></div></section>`}`,
    );
    this.#openMap();
  }

  /** Without a map there is still the list. */
  #openMap() {
    const place = this.#main.querySelector('#walk-map');
    if (!place) return;
    try {
      this.#map = new WalkMap(place, this.#walk).open();
    } catch {
      place.hidden = true;
    }
  }

  #earlier({ finding, outcome }) {
    const { t } = this.#app;
    return html`
      <li class="survey-mark">
        <fieldset class="survey-chips" data-finding="${finding.id}">
          <legend>${finding.number}. ${finding.words}</legend>
          <p class="muted">${[t(`walk.category.${finding.category}`), finding.place, finding.plan].filter(Boolean).join(' · ')}</p>
          <div class="survey-chips__row">${OUTCOMES.map((each) => html`
            <label class="survey-chip"><input type="radio" name="outcome-${finding.id}" value="${each}" data-outcome data-finding="${finding.id}" ${attributes({ checked: each === outcome, disabled: !this.#mayWrite })}><span>${t(`walk.outcome.${each}`)}</span></label>`)}</div>
        </fieldset>
      </li>`;
  }

  #finding({ id, number, category, words, place, status, owner, plan, measureTitle, masked, photos }) {
    const { t } = this.#app;
    return html`
      <li class="survey-mark" id="finding-${id}">
        <p class="survey-mark__head"><strong>${number}. ${t(`walk.category.${category}`)}</strong> <span>${place ?? ''}</span></p>
        <p>${words}</p>
        ${masked.length > 0 && html`<p class="survey-warning">${t('walk.masked')}</p>`}
        ${photos.map((photo, i) => html`<img class="walk-photo" src="/api/walks/${this.#walk.id}/findings/${id}/photos/${photo}" alt="${t('walk.photo', { number, photo: i + 1 })}">`)}
        <p class="survey-mark__said">${[t(`walk.status.${status}`), owner, plan, measureTitle].filter(Boolean).join(' · ')}</p>
        ${this.#mayWrite && html`<div class="survey-mark__buttons"><button type="button" class="button button--small" data-edit="${id}">${t('survey.edit')} <span class="visually-hidden">${t('walk.finding', { number })}</span></button></div>`}
      </li>`;
  }

  #showForm(finding) {
    this.#form?.close();
    const add = this.#main.querySelector('#finding-add');
    add.hidden = true;
    this.#form = new FindingForm(this.#main.querySelector('#finding-form'), this.#app, this.#walk, finding, {
      onSaved: async (words) => {
        this.#form = null;
        await this.#reload();
        document.getElementById('announcer').textContent = words;
        this.#main.querySelector('#findings-title').focus();
      },
      onPhotos: (changed) => {
        this.#walk = { ...this.#walk, findings: this.#walk.findings.map((each) => (each.id === changed.id ? changed : each)) };
        for (const gone of this.#main.querySelectorAll(`#finding-${changed.id} .walk-photo`)) gone.hidden = !changed.photos.some((photo) => gone.src.endsWith(`/${photo}`));
      },
      onCancel: () => {
        this.#form = null;
        add.hidden = false;
        add.focus();
      },
    }).open();
  }

  async #reload() {
    const { api, id } = this.#app;
    const { body } = await api.get(`/api/walks/${id}`);
    this.#walk = body;
    this.#route?.close();
    this.#route = null;
    this.#draw();
  }

  async #recheck(finding, outcome) {
    const { api, id, t } = this.#app;
    try {
      this.#walk = (await api.put(`/api/walks/${id}/rechecks/${finding}`, { outcome })).body;
      const left = this.#walk.earlier.filter((each) => !each.outcome).length;
      this.#main.querySelector('#earlier-title + p').textContent = t('walk.earlierLeft', { count: left });
    } catch (error) {
      this.#fault(error);
    }
  }

  #openRoute() {
    this.#route?.close();
    this.#route = new RouteEditor(this.#main.querySelector('#route'), this.#app, this.#walk, {
      onDone: (walk) => {
        this.#route.close();
        this.#route = null;
        this.#walk = walk;
        this.#draw();
        this.#main.querySelector('#route-open').focus();
      },
    }).open();
    this.#main.querySelector('#route-title').focus();
  }

  #fault(error) {
    const { t } = this.#app;
    const [first] = error.errors ?? [];
    render(this.#main.querySelector('#walk-fault'), notice('danger', first ? `${first.reason} ${first.remedy}` : error.code === 'network' ? t('survey.awayWhat') : error.detail));
  }
}
