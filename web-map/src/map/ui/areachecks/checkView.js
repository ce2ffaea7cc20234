/** The answer of a check: first what it says in sentences, then the map, then everything in numbers with how sure it is. */
import { CHECK_ROLES } from '../../lib/audience.js';
import { answerInWords } from '../../lib/areaCheck.js';
import { formatInstant, formatPeriod } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { ChecklistForm } from './checklistForm.js';
import { DRAFT } from './checkForm.js';
import { checkCard } from './checkList.js';
import { checkLegend } from './checkLegend.js';
import { CheckMap } from './checkMap.js';
import { comparisonTable, sideTitle } from './comparisonTable.js';
import { inWords, sizeWords } from './checkWords.js';
import { sideLists } from './sideLists.js';
import { areaSquareMetres } from '../../lib/shapes.js';

const FORMS = ['pdf', 'docx', 'html'];
/** What the map begins at, with so much around it; an area answered for may be as large as the municipality. */
const ASKED_ABOUT = ['area', 'alternative', 'buffer'];
const SURROUNDINGS_METRES = 250;

export class CheckView {
  #app;
  #root;
  #id;
  #go;
  #check = null;
  #map = null;
  #checklist = null;
  #stops = [];

  constructor(app, root, id, go) {
    this.#app = app;
    this.#root = root;
    this.#id = id;
    this.#go = go;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-retry]', () => this.#load()),
      on(this.#root, 'click', '[data-print]', () => print()),
      on(this.#root, 'click', '[data-copy]', () => this.#copyLink()),
      on(this.#root, 'click', '[data-again]', () => this.#again()),
    ];
    this.#load();
    return this;
  }

  close() {
    this.#checklist?.close();
    this.#map?.close();
    this.#map = null;
    this.#root = null;
    for (const stop of this.#stops.splice(0)) stop();
  }

  async #load() {
    const { api, t } = this.#app;
    const root = this.#root;
    render(root, html`<p class="muted check-loading" role="status">${t('areaCheck.loading')}</p>`);
    try {
      const answer = await api.get(`/api/area-checks/${encodeURIComponent(this.#id)}`);
      if (this.#root === root) this.#draw(answer);
    } catch (error) {
      if (this.#root !== root) return;
      const gone = error.status === 404;
      render(root, notice('danger', gone ? t('areaCheck.gone') : error.detail || t('areaCheck.failed'), gone ? html`<a class="button" href="#page=check&item=list">${t('areaCheck.part.list')}</a>` : html`<button type="button" class="button" data-retry>${t('areaCheck.retry')}</button>`));
    }
  }

  #draw({ body, etag }) {
    const { t } = this.#app;
    this.#check = body;
    render(
      this.#root,
      html`
        <article class="check-result">
          ${this.#head()}
          <div class="check-glance">
            <div class="check-glance__words">
              ${this.#sentences()}
              ${this.#covered()}
            </div>
            <section class="check-glance__map" aria-labelledby="check-map-title">
              <h3 class="visually-hidden" id="check-map-title">${t('areaCheck.mapTitle')}</h3>
              <div class="check-map check-map--result" id="check-map"></div>
              <div id="check-legend"></div>
            </section>
          </div>
          ${this.#facts()}
          <section class="check-result__part" aria-labelledby="check-numbers">
            <h3 class="check-result__heading" id="check-numbers">${t('areaCheck.numbers')}</h3>
            <p class="muted">${t('areaCheck.numbersWhy')}</p>
            ${comparisonTable(body, this.#app)}
          </section>
          ${sideLists(body, this.#app)}
          <section class="check-result__part" aria-labelledby="checklist-title">
            <h3 class="check-result__heading" id="checklist-title">${t('areaCheck.checklist')}</h3>
            <div id="checklist"></div>
          </section>
          ${this.#earlier()}
          ${this.#about()}
        </article>`,
    );
    this.#openMap();
    this.#openChecklist(etag);
    this.#app.announce(`${t('areaCheck.ready')} ${this.#root.querySelector('.check-answer__first')?.textContent ?? ''}`);
  }

  #head() {
    const { t } = this.#app;
    const { title, caseNumber, stage, invented } = this.#check;
    return html`
      <header class="check-result__head">
        <div class="check-result__names">
          <h3 class="check-result__title" id="check-title">${title}</h3>
          <p class="check-result__what"><strong>${t('areaCheck.basis')}</strong> · <span id="check-case">${caseNumber || t('areaCheck.noCase')}</span> · ${t(`areaCheck.stage.${stage}`)}${invented && html` <span class="badge badge--invented">${t('demo.badge')}</span>`}</p>
        </div>
      </header>`;
  }

  /** What was asked (how large, how far around, for which days, when and by whom), and what can be done with the answer. */
  #facts() {
    const { t, locale } = this.#app;
    const { buffer, period, createdAt, createdBy, sides } = this.#check;
    const sizes = sides.map(({ squareMetres }) => sizeWords(squareMetres, locale));
    return html`
      <div class="check-result__case">
        <dl class="check-facts">
          <div><dt>${t('areaCheck.size')}</dt><dd>${sizes.length > 1 ? t('areaCheck.sizes', { a: sizes[0], b: sizes[1] }) : sizes[0]}</dd></div>
          <div><dt>${t('areaCheck.bufferFact')}</dt><dd>${buffer ? t('areaCheck.metres', { metres: buffer }) : t('areaCheck.noBuffer')}</dd></div>
          <div><dt>${t('areaCheck.period')}</dt><dd>${formatPeriod(period.from, period.to, locale)}</dd></div>
          <div><dt>${t('areaCheck.made')}</dt><dd>${formatInstant(createdAt)}, ${createdBy}</dd></div>
        </dl>
        <div class="button-row check-result__files">
          ${this.#app.can(...CHECK_ROLES) && html`<button type="button" class="button button--small" data-again>${icon('edit')} ${t('areaCheck.again')}</button>`}
          ${FORMS.map((form) => html`<a class="button button--small" href="/api/area-checks/${this.#check.id}/paper.${form}?language=${locale}" download>${icon('download')} ${t(`areaCheck.paper.${form}`)}</a>`)}
          <button type="button" class="button button--small" data-copy>${icon('link')} ${t('areaCheck.copyLink')}</button>
          <button type="button" class="button button--small" data-print>${icon('print')} ${t('areaCheck.print')}</button>
        </div>
      </div>`;
  }

  #sentences() {
    const { t, locale } = this.#app;
    const { period, repaired, sides } = this.#check;
    const { first, more } = answerInWords(this.#check, locale, (side, text) => this.#sideSays(side, text));
    const coarsened = sides.filter((side) => side.coarsened);
    const outside = sides.filter((side) => side.outside);
    const rest = more.map((sentence) => html`<p class="check-answer__more">${sentence}</p>`);
    return html`
      <section class="check-answer" aria-labelledby="check-answer">
        <h3 class="visually-hidden" id="check-answer">${t('areaCheck.answer')}</h3>
        ${first.map((sentence) => html`<p class="check-answer__first">${sentence}</p>`)}
        ${outside.map((side) => notice('warning', this.#sideSays(side, inWords(side.outside.text, locale))))}
        ${sides.length > 1 ? html`<details class="disclosure check-answer__rest"><summary>${t('areaCheck.moreWords')}</summary><div class="disclosure__body">${rest}</div></details>` : rest}
        ${coarsened.map((side) => notice('warning', this.#sideSays(side, inWords(side.coarsened, locale))))}
        ${period.note && notice('warning', inWords(period.note, locale))}
        ${repaired && notice('warning', `${t('areaCheck.mended')} ${inWords(repaired, locale)}`)}
      </section>`;
  }

  #sideSays(side, text) {
    return this.#check.sides.length > 1 ? `${sideTitle(side, this.#check, this.#app.t)}: ${text}` : text;
  }

  /** What the numbers are of, and why that is more than was drawn. */
  #covered() {
    const { t, locale } = this.#app;
    return html`
      <section class="check-covered" aria-labelledby="check-covered">
        <h3 class="check-covered__title" id="check-covered">${t('areaCheck.coveredTitle')}</h3>
        ${this.#check.sides.map((side) => {
          const { outline, areas, households } = side.covered;
          const size = sizeWords(areaSquareMetres(outline), locale);
          return html`<p>${this.#sideSays(side, t('areaCheck.covered', { size, count: areas.length, households }))} ${t('areaCheck.neighbourhood', { households: side.neighbourhood.households })}</p>`;
        })}
        <p class="muted">${t('areaCheck.coveredWhy')}</p>
      </section>`;
  }

  #openMap() {
    const { t } = this.#app;
    this.#map?.close();
    this.#map = new CheckMap(this.#app, this.#root.querySelector('#check-map'), t('areaCheck.mapResult')).open();
    const { buffer, alternative } = this.#check;
    const shapes = shapesOf(this.#check);
    this.#map.show(shapes);
    this.#map.fitAll(({ kind }) => ASKED_ABOUT.includes(kind), SURROUNDINGS_METRES);
    render(this.#root.querySelector('#check-legend'), checkLegend(shapes, { t, buffer, compares: Boolean(alternative) }));
  }

  #openChecklist(etag) {
    this.#checklist?.close();
    this.#checklist = new ChecklistForm(this.#app, this.#root.querySelector('#checklist'), {
      check: this.#check,
      etag,
      mayWrite: this.#app.can(...CHECK_ROLES),
      onSaved: (check) => this.#retitle(check),
    }).open();
  }

  #retitle({ title, caseNumber }) {
    this.#root.querySelector('#check-title').textContent = title;
    this.#root.querySelector('#check-case').textContent = caseNumber || this.#app.t('areaCheck.noCase');
  }

  #earlier() {
    const { t } = this.#app;
    const { earlier = [] } = this.#check;
    return html`
      <section class="check-result__part" aria-labelledby="check-earlier">
        <h3 class="check-result__heading" id="check-earlier">${t('areaCheck.earlier')}</h3>
        ${earlier.length ? html`<ul class="check-cards">${earlier.map((check) => html`<li>${checkCard(check, this.#app)}</li>`)}</ul>` : html`<p class="muted">${t('areaCheck.earlierNone')}</p>`}
      </section>`;
  }

  #about() {
    const { t, locale } = this.#app;
    const { dataVersion } = this.#check;
    return html`
      <section class="check-result__part check-result__about" aria-labelledby="check-about">
        <h3 class="check-result__heading" id="check-about">${t('areaCheck.about')}</h3>
        ${(this.#check.method?.[locale] ?? []).map((sentence) => html`<p>${sentence}</p>`)}
        <p>${t('areaCheck.aboutBasis')}</p>
        <details class="disclosure"><summary>${t('areaCheck.data')}</summary>
          <div class="disclosure__body">
            <ul class="check-notes">${dataVersion.datasets.map(({ name, revision }) => html`<li>${name} <span class="muted">${t('areaCheck.revision', { revision: String(revision) })}</span></li>`)}</ul>
            <p class="muted check-hash">${t('areaCheck.program', { version: dataVersion.program })} ${t('areaCheck.hash')} <code>${dataVersion.hash}</code></p>
          </div>
        </details>
      </section>`;
  }

  /** The same areas and the same case in a new check, to be changed before it is made. */
  #again() {
    const { title, caseNumber, stage, buffer, sides } = this.#check;
    const [area, alternative] = sides.map(({ drawn, squareMetres }) => ({ geometry: drawn, name: '', way: 'draw', squareMetres, repaired: null, notes: [] }));
    this.#app.drafts.keep(DRAFT, { title, caseNumber, stage, buffer, area, alternative: alternative ?? null, compares: Boolean(alternative), fromYear: '', toYear: '' });
    this.#go('new');
  }

  async #copyLink() {
    const { t, toasts } = this.#app;
    const address = `${location.origin}${location.pathname}#page=check&item=${this.#check.id}`;
    try {
      await navigator.clipboard.writeText(address);
      toasts.show(t('areaCheck.copied'), { kind: 'success' });
    } catch {
      toasts.show(address, { kind: 'info' });
    }
  }
}

/** Everything a check has to show on its map. */
export function shapesOf({ sides, area, alternative }) {
  const covered = new Map();
  const hotspots = new Map();
  for (const side of sides) {
    for (const each of side.covered.areas) covered.set(each.id, { kind: each.count === null ? 'few' : 'covered', geometry: each.outline });
    for (const each of side.hotspots) hotspots.set(JSON.stringify(each.outline), { kind: each.stream === 'unsafety' ? 'unsafety' : 'crime', geometry: each.outline });
  }
  return [
    ...sides.map(({ neighbourhood }) => ({ kind: 'neighbourhood', geometry: neighbourhood.outline })),
    ...covered.values(),
    ...sides.filter(({ outside }) => outside).map(({ outside }) => ({ kind: 'outside', geometry: outside.outline })),
    ...hotspots.values(),
    ...sides.filter(({ buffered, drawn }) => buffered && JSON.stringify(buffered) !== JSON.stringify(drawn)).map(({ buffered }) => ({ kind: 'buffer', geometry: buffered })),
    { kind: 'area', geometry: area, label: alternative ? 'A' : null },
    ...(alternative ? [{ kind: 'alternative', geometry: alternative, label: 'B' }] : []),
  ].filter(({ geometry }) => geometry);
}
