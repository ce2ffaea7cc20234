/**
 * The cause card of a spot: the problem in four sentences, what contributes from three sides as triangle, fishbone or list,
 * the hypotheses with their verdicts, and the figures beside. What is written is kept in the browser until it is saved.
 */
import { contentOf, differingParts, emptyCard, findFactor, sameCard, techniquesOf } from '../../lib/causeCard.js';
import { CauseEditor } from '../../lib/causeEditor.js';
import { formatInstant } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { CauseConflict } from '../causes/causeConflict.js';
import { causeSheet } from '../causes/causeSheet.js';
import { EvidencePanel } from '../causes/evidencePanel.js';
import { FactorPanel } from '../causes/factorPanel.js';
import { FactorTree } from '../causes/factorTree.js';
import { Hypotheses } from '../causes/hypotheses.js';
import { StartingFactors } from '../causes/startingFactors.js';
import { areaField, clearErrors, notice, showErrors } from '../fields.js';
import { icon } from '../icons.js';

const VIEWS = ['triangle', 'fishbone', 'list'];
const PROBLEM = ['what', 'where', 'when', 'who'];
const LONGEST_SENTENCE = 300;
/** A4 on its side, in pixels of the picture. */
const SHEET_WIDTH = 1050;

export default class CausePage {
  #app;
  #root = null;
  #item = null;
  #spot = null;
  #version = 0;
  #base = null;
  #meta = {};
  #catalogue = null;
  #editor = null;
  #tree = null;
  #parts = [];
  #stops = [];
  #saving = false;
  #toPaper = () => this.#drawSheet();
  #fromPaper = () => this.#root?.querySelector('#cause-sheet')?.replaceChildren();

  constructor(app) {
    this.#app = app;
  }

  get title() {
    return this.#app.t('page.cause');
  }

  open(root, item) {
    this.#root = root;
    this.show(item);
  }

  show(item) {
    if (item === this.#item && this.#spot) return;
    this.#leave();
    this.#item = item;
    this.#load();
  }

  close() {
    this.#leave();
    this.#root = null;
  }

  #leave() {
    for (const part of this.#parts) part.close();
    for (const stop of this.#stops) stop();
    this.#parts = [];
    this.#stops = [];
    this.#spot = null;
  }

  async #load() {
    const { t, api } = this.#app;
    const item = this.#item;
    if (!/^[1-9]\d{0,17}$/.test(item ?? '')) {
      render(this.#root, notice('info', t('cause.noSpot')));
      return;
    }
    render(this.#root, html`<p class="muted" role="status">${t('loading')}</p>`);
    try {
      const [spot, card, catalogue] = await Promise.all([
        api.get(`/api/spots/${item}`),
        api.get(`/api/spots/${item}/cause`),
        this.#catalogue ? { body: this.#catalogue } : api.get('/api/cause-catalogue'),
      ]);
      if (!this.#root || this.#item !== item) return;
      this.#spot = spot.body;
      this.#catalogue = catalogue.body;
      this.#begin(card.body);
    } catch (error) {
      if (!this.#root || this.#item !== item) return;
      const text = error.status === 404 ? t('cause.noSpot') : error.detail || t('cause.failed');
      render(this.#root, notice(error.status === 404 ? 'info' : 'danger', text, html`<button type="button" class="button" data-retry>${t('again')}</button>`));
      this.#stops.push(on(this.#root, 'click', '[data-retry]', () => this.show(item)));
    }
  }

  get #draftKey() {
    return `cause.${this.#item}`;
  }

  #begin(told) {
    this.#remember(told);
    const draft = this.#app.drafts.find(this.#draftKey);
    const written = draft?.value.card ? contentOf({ ...emptyCard(), ...draft.value.card }) : null;
    const hasDraft = written !== null && !sameCard(written, this.#base);
    if (hasDraft && draft.value.base) {
      // the draft began from an older card: saving it meets the present one as any late writer does
      this.#version = draft.value.version ?? this.#version;
      this.#base = draft.value.base;
    }
    this.#editor = new CauseEditor(hasDraft ? written : this.#base);
    this.#draw(hasDraft ? draft.keptAt : null);
  }

  #remember(told) {
    this.#version = told.version;
    this.#base = contentOf(told);
    this.#meta = { updatedAt: told.updatedAt, updatedBy: told.updatedBy };
  }

  #draw(keptAt) {
    const root = this.#root;
    render(root, this.#markup(keptAt));
    const at = (id) => root.querySelector(`#${id}`);
    const catalogue = () => this.#catalogue;
    let panel = null;
    this.#tree = new FactorTree(this.#app, this.#editor, { onWrite: (isNew) => panel?.write(isNew) });
    this.#tree.open(at('cause-view'));
    panel = new FactorPanel(this.#app, this.#editor, catalogue, this.#tree).open(at('cause-panel'));
    const hypotheses = new Hypotheses(this.#app, this.#editor, catalogue).open(at('cause-hypotheses'));
    const offers = new StartingFactors(this.#app, this.#editor, catalogue).open(at('cause-offered'));
    const evidence = new EvidencePanel(this.#app, this.#spot, { onFigures: (figures) => this.#onFigures(figures, hypotheses) }).open(at('cause-evidence'));
    this.#parts = [this.#tree, panel, hypotheses, offers, evidence];
    this.#stops = [
      this.#editor.subscribe((what) => what !== 'selected' && this.#changed(what)),
      on(root, 'change', '[name="cause-view"]', (event, field) => (this.#tree.view = field.value)),
      on(root, 'input', 'textarea[id^="problem-"]', (event, field) => this.#writeProblem(field)),
      on(root, 'input', '[name="participants"]', (event, field) => this.#writeParticipants(field.value)),
      on(root, 'change', '[name="type"]', () => this.#chooseTypes()),
      on(root, 'click', '[data-undo]', () => this.#editor.undo()),
      on(root, 'click', '[data-save]', () => this.#save()),
      on(root, 'click', '[data-drop-draft]', () => this.#dropDraft()),
      on(root, 'click', '[data-print]', () => window.print()),
      on(root, 'click', '[data-map]', () => this.#toMap()),
      () => removeEventListener('beforeprint', this.#toPaper),
      () => removeEventListener('afterprint', this.#fromPaper),
    ];
    addEventListener('beforeprint', this.#toPaper);
    addEventListener('afterprint', this.#fromPaper);
    this.#state();
  }

  #markup(keptAt) {
    const { t } = this.#app;
    const { card } = this.#editor;
    return html`
      <div class="cause">
        <header class="cause__head">
          <div><h3 class="cause__spot">${this.#spot.name}</h3>
          <p class="muted" id="cause-saved"></p></div>
          <div class="button-row cause__tools">
            <button type="button" class="button" id="cause-map" data-map>${t('cause.toMap')}</button>
            <a class="button" id="cause-plan" href="#page=plan&amp;item=new/${this.#spot.id}">${icon('forward')} ${t('cause.chooseMeasure')}</a>
            <button type="button" class="button" id="cause-print" data-print>${icon('print')} ${t('cause.print')}</button>
            ${['pdf', 'docx'].map((form) => html`<a class="button" href="/api/spots/${this.#spot.id}/cause/paper.${form}?language=${this.#app.locale}" download>${icon('download')} ${t(`cause.${form}`)}</a>`)}
          </div>
        </header>
        <div id="cause-message">${keptAt && notice('info', t('form.draft', { when: formatInstant(keptAt) }), html`<button type="button" class="button button--small" data-drop-draft>${t('form.dropDraft')}</button>`)}</div>
        <div class="cause__columns">
          <div class="cause__card">
            <section class="section cause__problem" aria-labelledby="problem-title">
              <h3 class="section__title" id="problem-title">${t('cause.part.problem')}</h3>
              <div class="cause__sentences">${PROBLEM.map((name) => areaField({ name, id: `problem-${name}`, label: t(`problem.${name}`), hint: t(`problem.${name}.hint`) }, { value: card.problem[name], rows: 2, maxlength: LONGEST_SENTENCE }))}</div>
              <fieldset class="cause__types" data-field="types"><legend class="field__label">${t('cause.part.types')}</legend><div id="cause-types">${this.#types(card.types)}</div></fieldset>
            </section>
            <section class="section" aria-labelledby="factors-title">
              <h3 class="section__title" id="factors-title">${t('cause.factorsTitle')}</h3>
              <fieldset class="cause__views"><legend class="visually-hidden">${t('cause.viewLabel')}</legend>
                ${VIEWS.map((view) => html`<label class="check"><input type="radio" name="cause-view" ${attributes({ value: view, id: `view-${view}`, checked: view === 'triangle' })}> ${t(`cause.view.${view}`)}</label>`)}
              </fieldset>
              <div class="cause__view" id="cause-view"></div>
              <p class="muted cause__keys">${t('cause.keys')}</p>
              <div class="cause__panel" id="cause-panel"></div>
              <div id="cause-offered"></div>
            </section>
            <section class="section" id="cause-hypotheses"></section>
            <section class="section">${areaField({ name: 'participants', id: 'cause-participants', label: t('cause.part.participants'), hint: t('cause.participantsHint') }, { value: card.participants.join('\n'), rows: 3 })}</section>
          </div>
          <aside class="cause__evidence" id="cause-evidence" aria-label="${t('figures.title')}"></aside>
        </div>
        <div class="cause__bar">
          <p class="cause__state" id="cause-state" role="status"></p>
          <button type="button" class="button" id="cause-undo" data-undo>${icon('undo')} ${t('undo')}</button>
          <button type="button" class="button button--primary" id="cause-save" data-save>${icon('check')} ${t('save')}</button>
        </div>
        <div class="cause-sheet" id="cause-sheet" hidden></div>
      </div>`;
  }

  #onFigures(figures, hypotheses) {
    hypotheses.figures = figures;
    this.#figureTypes = figures.types.map(({ code }) => code);
    render(this.#root.querySelector('#cause-types'), this.#types(this.#editor.card.types));
  }

  #figureTypes = [];

  /** The types that happen here come first; a card may be about others too. */
  #types(chosen) {
    const all = (this.#app.types.value.body?.types ?? []).filter(({ retired }) => !retired).map(({ code }) => code);
    const near = [...new Set([...this.#figureTypes, ...chosen])];
    const tick = (code) => html`<label class="check"><input type="checkbox" name="type" ${attributes({ value: code, id: `cause-type-${code}`, checked: chosen.includes(code) })}> ${this.#app.typeName(code)}</label>`;
    const others = all.filter((code) => !near.includes(code));
    return html`<div class="cause__ticks">${near.map(tick)}</div><details><summary>${this.#app.t('cause.otherTypes')}</summary><div class="cause__ticks">${others.map(tick)}</div></details>`;
  }

  #writeProblem({ name, value }) {
    const { card } = this.#editor;
    this.#editor.change({ ...card, problem: { ...card.problem, [name]: value } }, `problem-${name}`);
  }

  #writeParticipants(text) {
    const participants = text.split('\n').map((line) => line.trim()).filter(Boolean);
    this.#editor.change({ ...this.#editor.card, participants }, 'participants');
  }

  #chooseTypes() {
    const types = [...this.#root.querySelectorAll('[name="type"]:checked')].map(({ value }) => value);
    this.#editor.change({ ...this.#editor.card, types });
  }

  /** Undone or replaced words must stand in their fields again. */
  #changed(what) {
    const { card } = this.#editor;
    if (what === 'undo') this.#fill(card);
    if (sameCard(card, this.#base)) this.#app.drafts.drop(this.#draftKey);
    else this.#app.drafts.keep(this.#draftKey, { card, base: this.#base, version: this.#version });
    this.#state();
  }

  #fill(card) {
    for (const name of PROBLEM) this.#root.querySelector(`#problem-${name}`).value = card.problem[name];
    this.#root.querySelector('#cause-participants').value = card.participants.join('\n');
    render(this.#root.querySelector('#cause-types'), this.#types(card.types));
  }

  #state() {
    const { t } = this.#app;
    const unsaved = !sameCard(this.#editor.card, this.#base);
    const { updatedAt, updatedBy } = this.#meta;
    render(this.#root.querySelector('#cause-saved'), html`${updatedAt ? t('cause.savedBy', { who: updatedBy, when: formatInstant(updatedAt), version: String(this.#version) }) : t('cause.neverSaved')}`);
    const state = unsaved ? t('cause.unsaved') : t('cause.allSaved');
    const place = this.#root.querySelector('#cause-state');
    if (place.textContent !== state) render(place, html`${state}`);
    this.#root.querySelector('#cause-undo').disabled = !this.#editor.canUndo;
    const plan = this.#root.querySelector('#cause-plan');
    const techniques = techniquesOf(this.#editor.card);
    plan.title = techniques.length ? t('cause.techniquesOf', { numbers: techniques.join(', ') }) : '';
  }

  async #save() {
    if (this.#saving) return;
    this.#saving = true;
    const { api, t, toasts } = this.#app;
    const sent = this.#editor.card;
    const button = this.#root.querySelector('#cause-save');
    button.setAttribute('aria-disabled', 'true');
    clearErrors(this.#root);
    render(this.#root.querySelector('#cause-message'), html``);
    try {
      const { body } = await api.put(`/api/spots/${this.#item}/cause`, sent, { ifMatch: `"v${this.#version}"` });
      if (!this.#root) return;
      const masked = differingParts(body, sent, null).length > 0;
      this.#remember(body);
      if (sameCard(this.#editor.card, sent)) this.#take(this.#base);
      else this.#changed('card');
      toasts.show(t(masked ? 'cause.savedMasked' : 'cause.saved'), { kind: 'success' });
    } catch (error) {
      if (this.#root) await this.#onProblem(error, sent);
    } finally {
      this.#saving = false;
      button.removeAttribute('aria-disabled');
    }
  }

  /** The card as the service keeps it: blanks trimmed and personal data masked. */
  #take(card) {
    this.#editor.replace(card);
    this.#fill(card);
  }

  async #onProblem(error, sent) {
    const { t } = this.#app;
    const message = this.#root.querySelector('#cause-message');
    if (error.status === 412 && error.body.current) {
      await this.#settle(error.body.current, sent);
      return;
    }
    const homeless = showErrors(this.#root, error.errors.map((each) => this.#atFactor(each)));
    if (homeless.length > 0 || error.errors.length === 0) {
      const text = error.code === 'network' ? t('form.noContact') : [error.detail || t('form.failed'), ...homeless.map((each) => `${each.reason} ${each.remedy ?? ''}`)].join(' ');
      render(message, notice('danger', text));
      message.scrollIntoView({ block: 'nearest' });
    }
  }

  /** A fault of a factor stands at the form of the chosen one: it is chosen first. */
  #atFactor(fault) {
    const [, name, id] = /^(words|techniques|evidence)-(\w+)$/.exec(fault.field ?? '') ?? [];
    if (!id || !findFactor(this.#editor.card, id)) return fault;
    this.#editor.select(id);
    return { ...fault, field: name };
  }

  async #settle(entry, sent) {
    const merged = await new CauseConflict(this.#app, entry, sent, this.#base).open();
    if (!merged || !this.#root) return;
    this.#remember({ ...entry.state, version: entry.version, updatedAt: entry.updatedAt, updatedBy: entry.updatedBy });
    this.#take(merged);
    this.#saving = false;
    await this.#save();
  }

  #drawSheet() {
    const sheet = this.#root?.querySelector('#cause-sheet');
    if (!sheet) return;
    const about = { spot: this.#spot, meta: this.#meta, version: this.#version, picture: this.#tree.paper(SHEET_WIDTH) };
    render(sheet, causeSheet(this.#editor.card, about, this.#app));
  }

  async #dropDraft() {
    this.#app.drafts.drop(this.#draftKey);
    this.#leave();
    await this.#load();
  }

  #toMap() {
    this.#app.map.fit(this.#spot.outline);
    this.#app.state.set({ page: null, item: null });
  }
}
