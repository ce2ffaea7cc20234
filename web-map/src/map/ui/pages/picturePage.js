/** The month as the group saw it (lägesbild): one button freezes it, one glance tells it, one click shows what corrected data say. */
import { formatInstant, formatMonth } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { lastDay, monthRange } from '../../lib/months.js';
import { pictureAddress, pictureItem } from '../../lib/pictureItem.js';
import { isAbort } from '../../api.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { permittedPages } from './pages.js';
import { AreaRanking } from '../picture/areaRanking.js';
import { chainView } from '../picture/chainView.js';
import { measuredPlace, streamHeading } from '../picture/measuredPlace.js';
import { pictureMap } from '../picture/pictureMap.js';
import { fourFields, goneList, measureLists, methodPart, totalsTable } from '../picture/pictureTables.js';
import { YearWheel } from '../picture/yearWheel.js';

const STREAMS = ['crime', 'unsafety'];
const ABOUT = ['what', 'where', 'how-sure', 'doing'];
const MOST_LINKS = 6;

export default class PicturePage {
  #app;
  #go;
  #root = null;
  #list = null;
  #picture = null;
  #frozen = null;
  #item = { id: null, spot: null, today: false };
  #parts = [];
  #stops = [];

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  get title() {
    return this.#app.t('page.picture');
  }

  open(root, item) {
    this.#root = root;
    this.#stops = [
      on(root, 'submit', '#picture-prepare', (event) => this.#prepare(event)),
      on(root, 'click', '[data-item]', (event, link) => this.#follow(event, () => this.#go(link.dataset.item))),
      on(root, 'click', '[data-page]', (event, link) => this.#follow(event, () => this.#app.state.set({ page: link.dataset.page, item: link.dataset.pageItem ?? null }))),
      on(root, 'click', '[data-measure]', (event, link) => this.#follow(event, () => this.#toMap({ measure: link.dataset.measure, hotspot: null }))),
      on(root, 'click', '[data-to-map]', () => this.#toMap({ hotspot: this.#chosen()?.hotspot ?? null, measure: null })),
      on(root, 'click', '[data-close-chain]', () => this.#go(pictureAddress({ id: this.#item.id }))),
      on(root, 'click', '[data-today]', () => this.#go(pictureAddress({ id: this.#item.id, today: true }))),
      on(root, 'click', '[data-frozen]', () => this.#go(pictureAddress({ id: this.#item.id }))),
      on(root, 'click', '[data-print]', () => print()),
      on(root, 'click', '[data-retry]', () => this.#load(true)),
    ];
    this.#item = pictureItem(item);
    render(root, html`<div class="picture" id="picture"><p class="picture__wait" role="status">${this.#app.t('picture.loading')}</p></div>`);
    this.#load(true);
  }

  show(item) {
    const before = this.#item;
    this.#item = pictureItem(item);
    const same = before.id === this.#item.id && before.today === this.#item.today && this.#picture !== null;
    if (same) this.#draw();
    else this.#load(false);
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#closeParts();
    this.#root = null;
  }

  /** Links stay links: a new tab opens them as any other. */
  #follow(event, go) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go();
  }

  async #load(listToo) {
    const { api, t } = this.#app;
    try {
      if (listToo || this.#list === null) this.#list = (await api.get('/api/pictures')).body;
      const id = this.#item.id ?? this.#list.pictures[0]?.id ?? null;
      if (id === null) {
        this.#picture = null;
        return this.#draw();
      }
      this.#item = { ...this.#item, id };
      if (this.#frozen?.id !== id) this.#frozen = (await api.get(`/api/pictures/${id}`, { supersede: 'picture' })).body;
      if (!this.#root) return;
      this.#picture = this.#frozen;
      this.#draw();
      if (this.#item.today) await this.#loadToday(id);
    } catch (error) {
      if (isAbort(error) || !this.#root) return;
      const words = error.status === 404 ? t('picture.unknown') : error.detail || t('picture.failed');
      render(this.#root.querySelector('#picture'), html`${this.#list && this.#bar()}${notice('danger', words, html`<button type="button" class="button" data-retry>${t('picture.retry')}</button>`)}`);
    }
  }

  async #loadToday(id) {
    const { api, t } = this.#app;
    const place = () => this.#root?.querySelector('#picture-today');
    try {
      const { body } = await api.get(`/api/pictures/${id}/today`, { supersede: 'picture-today' });
      if (place() && this.#item.today && this.#item.id === id) render(place(), this.#differences(body));
    } catch (error) {
      if (!isAbort(error) && place()) render(place(), notice('danger', error.detail || t('picture.failed')));
    }
  }

  async #prepare(event) {
    event.preventDefault();
    const { api, t, announce } = this.#app;
    const month = event.target.month.value;
    const button = event.target.querySelector('[type=submit]');
    button.setAttribute('aria-disabled', 'true');
    const said = this.#root.querySelector('#picture-said');
    render(said, html`<p class="picture__wait">${t('picture.preparing')}</p>`);
    try {
      const { status, body } = await api.post('/api/pictures', { month });
      this.#list = null;
      this.#frozen = null;
      announce(t(status === 201 ? 'picture.prepared' : 'picture.already', { month: formatMonth(body.month, this.#app.locale) }));
      if (String(body.id) === String(this.#item.id) && !this.#item.today) await this.#load(true);
      else this.#go(String(body.id));
    } catch (error) {
      const words = error.errors?.length ? error.errors.map(({ reason, remedy }) => `${reason} ${remedy}`).join(' ') : error.detail || t('picture.failed');
      render(said, notice('danger', words));
    } finally {
      button.removeAttribute('aria-disabled');
    }
  }

  #draw() {
    const { t } = this.#app;
    this.#closeParts();
    const root = this.#root.querySelector('#picture');
    if (!this.#picture) {
      render(root, html`${this.#bar()}<div class="message picture__empty"><p><strong>${t(this.#list.months ? 'picture.none' : 'picture.noData')}</strong></p><p>${t(this.#list.months ? 'picture.noneHow' : 'picture.noDataHow')}</p></div>`);
      return;
    }
    const picture = this.#picture;
    render(root, html`
      ${this.#bar()}
      ${this.#stamp(picture)}
      ${this.#item.today && html`<div id="picture-today" class="picture__today" role="status"><p class="picture__wait">${t('picture.comparing')}</p></div>`}
      ${this.#glance(picture)}
      <div id="chain-place"></div>
      ${this.#places(picture)}
      ${measureLists(picture, this.#app)}
      ${fourFields(picture, this.#app)}
      ${totalsTable(picture, this.#app)}
      <section class="picture__part" id="areas-place" aria-labelledby="picture-areas"></section>
      <section class="picture__part" id="year-place" aria-labelledby="picture-year"></section>
      ${methodPart(picture, this.#app)}`);
    this.#parts = [
      new AreaRanking(this.#app, root.querySelector('#areas-place'), picture, () => {}).open(),
      new YearWheel(this.#app, root.querySelector('#year-place'), +picture.month.slice(0, 4)).open(),
    ];
    if (this.#item.spot !== null) this.#loadChain(this.#item.spot);
  }

  #bar() {
    const { t, locale } = this.#app;
    const { months, pictures } = this.#list;
    const mayPrepare = months && this.#app.can('est-member', 'est-coordinator');
    const shown = this.#picture?.month ?? months?.suggested;
    const link = (one) => html`<li><a href="#page=picture&item=${one.id}" data-item="${one.id}" ${attributes({ 'aria-current': one.id === this.#item.id ? 'page' : null })}>${formatMonth(one.month, locale)}${editions(pictures, one) > 1 ? ` (${one.edition})` : ''}</a></li>`;
    return html`
      <div class="picture-bar">
        ${mayPrepare && html`
          <form class="picture-bar__form" id="picture-prepare">
            <label for="picture-month">${t('picture.month')}</label>
            <select class="input input--select" id="picture-month" name="month">
              ${monthRange(months.first, months.last).reverse().map((month) => html`<option ${attributes({ value: month, selected: month === (pictures.length ? shown : months.suggested) })}>${formatMonth(month, locale)}${pictures.some((one) => one.month === month) ? ` – ${t('picture.isFrozen')}` : ''}</option>`)}
            </select>
            <button type="submit" class="button button--primary">${t('picture.prepare')}</button>
          </form>`}
        ${pictures.length > 0 && html`
          <nav class="picture-bar__list" aria-label="${t('picture.list')}"><ul>${pictures.slice(0, MOST_LINKS).map(link)}</ul>
            ${pictures.length > MOST_LINKS && html`<details><summary>${t('picture.older', { count: pictures.length - MOST_LINKS })}</summary><ul>${pictures.slice(MOST_LINKS).map(link)}</ul></details>`}</nav>`}
        <div id="picture-said" class="picture-bar__said" role="status"></div>
      </div>`;
  }

  #stamp(picture) {
    const { t, locale } = this.#app;
    return html`
      <header class="picture__head">
        <div>
          <h3 class="picture__month">${formatMonth(picture.month, locale)} <span class="picture__scope">${picture.scope.name}</span></h3>
          ${picture.invented && html`<p class="tag tag--invented">${t('picture.invented')}</p>`}
          <p class="picture__stamp">${icon('lock')} ${t('picture.stamp', { when: formatInstant(picture.preparedAt), who: picture.preparedBy, hash: picture.dataHash.slice(0, 8), edition: picture.edition })}</p>
          ${picture.masked && html`<p class="muted">${t('picture.masked')}</p>`}
        </div>
        <div class="button-row picture__do">
          ${this.#item.today
            ? html`<button type="button" class="button" data-frozen>${t('picture.frozen')}</button>`
            : html`<button type="button" class="button" data-today>${t('picture.today')}</button>`}
          <button type="button" class="button" data-to-map>${icon('point')} ${t('picture.toMap')}</button>
          ${this.#hasPage('meeting') && html`<a class="button" href="#page=meeting" data-page="meeting">${t('picture.toMeeting')}</a>`}
          ${this.#hasPage('documents') && html`<a class="button" href="#page=documents" data-page="documents">${t('picture.toDocuments')}</a>`}
          <button type="button" class="button" data-print>${icon('print')} ${t('picture.print')}</button>
        </div>
      </header>`;
  }

  #glance(picture) {
    const { t, locale } = this.#app;
    const sentences = picture.sentences[locale] ?? picture.sentences.sv;
    return html`
      <section class="picture-glance" aria-label="${t('picture.glance')}">
        ${ABOUT.map((about) => html`
          <div class="picture-glance__card picture-glance__card--${about}"><h3>${t(`picture.about.${about}`)}</h3>
            <ul>${sentences.filter((one) => one.about === about).map(({ text }) => html`<li>${text}</li>`)}</ul></div>`)}
      </section>`;
  }

  #places(picture) {
    const { t, locale } = this.#app;
    const { hotspots } = picture;
    const month = (text) => formatMonth(text, locale);
    return html`
      <section class="picture__part" aria-label="${t('picture.placesTitle')}">
        ${hotspots.length === 0 && html`<p class="message">${t('picture.noPlaces')}</p>`}
        <div class="picture__split">
          <div>${STREAMS.map((stream) => {
            const of = hotspots.filter((place) => place.stream === stream);
            return of.length > 0 && html`${streamHeading(stream, of.length, t)}<ol class="spots">${of.map((place) => measuredPlace(place, { app: this.#app, picture, chosen: this.#item.spot, number: hotspots.indexOf(place) + 1 }))}</ol>`;
          })}
            ${picture.hotspotsInAll > hotspots.length && html`<p class="muted">${t(picture.masked ? 'picture.fewerMasked' : 'picture.fewer', { count: picture.hotspotsInAll - hotspots.length })}</p>`}
            ${goneList(picture, this.#app, month)}
          </div>
          <div class="picture__beside">${pictureMap(hotspots, { app: this.#app, picture, chosen: this.#item.spot })}</div>
        </div>
      </section>`;
  }

  #differences(today) {
    const { t, locale } = this.#app;
    const now = today.picture;
    return html`
      <h3>${t('picture.todayTitle')}</h3>
      ${today.same
        ? html`<p>${t('picture.todaySame')}</p>`
        : html`<p>${t('picture.todayDiffers', { count: today.differences.length })}</p>
          <ul class="picture__lines">${today.differences.map((one) => html`<li>${one[locale] ?? one.sv}</li>`)}</ul>
          <h4>${t('picture.todaySays')}</h4>
          <ul class="picture__lines">${(now.sentences[locale] ?? now.sentences.sv).map(({ text }) => html`<li>${text}</li>`)}</ul>`}
      <p class="muted">${t('picture.todayWhy')}</p>`;
  }

  async #loadChain(spot) {
    const { api, t } = this.#app;
    const place = () => this.#root?.querySelector('#chain-place');
    render(place(), html`<p class="picture__wait" role="status">${t('chain.loading')}</p>`);
    try {
      const { body } = await api.get(`/api/spots/${spot}/chain`, { supersede: 'chain' });
      if (!place() || this.#item.spot !== spot) return;
      render(place(), chainView(body, { app: this.#app, hasPage: (id) => this.#hasPage(id) }));
      const chain = place().querySelector('#chain');
      chain.focus({ preventScroll: true });
      chain.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      if (!isAbort(error) && place()) render(place(), notice('danger', error.status === 404 ? t('chain.unknown') : error.detail || t('picture.failed')));
    }
  }

  #chosen() {
    return this.#picture?.hotspots.find((place) => place.spot.id === this.#item.spot) ?? null;
  }

  #toMap(selected) {
    const { month, period, scope } = this.#picture;
    this.#app.state.set({ page: null, item: null, panel: null, analysis: null, from: period.from, to: lastDay(month), types: [], datasets: scope.datasets.map(({ id }) => String(id)), ...selected });
  }

  #hasPage(id) {
    return permittedPages(this.#app).some((page) => page.id === id);
  }

  #closeParts() {
    for (const part of this.#parts) part.close();
    this.#parts = [];
  }
}

function editions(pictures, { month, scope }) {
  return pictures.filter((one) => one.month === month && one.scope === scope).length;
}
