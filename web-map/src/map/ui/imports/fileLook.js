/**
 * The chosen file: while it can be corrected its look, with the effect of every correction beside it; then how the
 * reading goes, and what became of it. Each part draws itself again only when what it shows has changed.
 */
import { html, on, render } from '../../lib/html.js';
import { factSentence, placedWithin } from '../../lib/importLook.js';
import { CrsChoice } from './crsChoice.js';
import { FileMessage } from './fileMessage.js';
import { stateWords } from './fileQueue.js';
import { ImportProgress } from './importProgress.js';
import { ImportReport } from './importReport.js';
import { LookChoices } from './lookChoices.js';
import { LookCounts } from './lookCounts.js';
import { LookDetails } from './lookDetails.js';
import { LookMap } from './lookMap.js';
import { LookNotes } from './lookNotes.js';
import { LookProblems } from './lookProblems.js';
import { LookQuestions } from './lookQuestions.js';
import { LookTable } from './lookTable.js';
import { LookTypes } from './lookTypes.js';

export class FileLook {
  static defaults = {
    /** Other files in the queue of the same shape, not corrected yet. */
    alike: () => [],
    onShare: () => {},
    onShow: () => {},
    onInbox: () => {},
  };

  #app;
  #element;
  #options;
  #file = null;
  #face = '';
  #parts = [];
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...FileLook.defaults, ...options };
  }

  open() {
    const { onShow, onInbox, onShare } = this.#options;
    this.#stops = [
      on(this.#element, 'click', '[data-show]', () => onShow(this.#file.job, placedWithin(this.#file.look))),
      on(this.#element, 'click', '[data-inbox]', () => onInbox()),
      on(this.#element, 'click', '[data-share]', () => onShare(this.#file)),
      on(this.#element, 'click', '[data-take-back]', () => this.#file.takeBack()),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#leave();
  }

  /** Puts the focus on the file's name; with a file given only if that is the one that is shown. */
  focus(file = this.#file) {
    if (file === this.#file) this.#element.querySelector('.look__name')?.focus();
  }

  show(file) {
    const face = file ? `${file.id}-${faceOf(file)}` : '';
    if (face !== this.#face) {
      this.#leave();
      this.#file = file;
      this.#face = face;
      if (file) this.#enter(faceOf(file));
      else render(this.#element, html``);
    }
    for (const part of this.#parts) part.show(file);
    this.#showHead();
  }

  #leave() {
    for (const part of this.#parts) part.close();
    this.#parts = [];
    this.#face = '';
  }

  #enter(face) {
    render(
      this.#element,
      html`
        <header class="look__head">
          <h3 class="look__name" id="look-name" tabindex="-1">${this.#file.name}</h3>
          <p class="look__facts" id="look-facts"></p>
        </header>
        <div class="look__body look__body--${face}"></div>`,
    );
    this.#parts = this.#partsOf(face, this.#element.querySelector('.look__body')).map((part) => part.open());
  }

  #partsOf(face, body) {
    const app = this.#app;
    if (face === 'importing') return [new ImportProgress(app, body)];
    if (face === 'report') return [new ImportReport(app, body)];
    if (face !== 'look') return [new FileMessage(app, body)];
    render(
      body,
      html`
        <div class="look__questions"></div>
        <div class="look__notes"></div>
        <aside class="look__result" aria-label="${app.t('imports.result.title')}"><div class="look__counts"></div><div class="look__map"></div><div class="look__crs"></div></aside>
        <section class="look__table" aria-label="${app.t('imports.table.title')}"></section>
        <section class="look__choices" aria-label="${app.t('imports.choices.title')}"></section>
        <section class="look__types" aria-label="${app.t('imports.types.title')}"></section>
        <section class="look__problems" aria-label="${app.t('imports.problems.title')}"></section>
        <section class="look__details" aria-label="${app.t('imports.details.title')}"></section>`,
    );
    const place = (name) => body.querySelector(`.look__${name}`);
    const map = new LookMap(app, place('map'));
    const preview = { onTry: (proposal) => map.preview(proposal) };
    return [
      new LookQuestions(app, place('questions'), preview),
      new LookNotes(app, place('notes'), { alike: this.#options.alike }),
      new LookTable(app, place('table')),
      new LookCounts(app, place('counts')),
      map,
      new CrsChoice(app, place('crs'), preview),
      new LookChoices(app, place('choices')),
      new LookTypes(app, place('types')),
      new LookProblems(app, place('problems')),
      new LookDetails(app, place('details')),
    ];
  }

  #showHead() {
    const { t } = this.#app;
    const facts = this.#element.querySelector('#look-facts');
    if (!this.#file || !facts) return;
    const { look, busy } = this.#file;
    facts.textContent = look ? factSentence(look, t) : stateWords(this.#file, t);
    const body = this.#element.querySelector('.look__body');
    body.toggleAttribute('data-busy', busy);
    body.setAttribute('aria-busy', String(busy));
  }
}

function faceOf({ state, hasEnded, look }) {
  if (state === 'importing' || state === 'waits') return 'importing';
  if (hasEnded) return 'report';
  if (state === 'refused' || state === 'sending') return state;
  return look ? 'look' : 'sending';
}
