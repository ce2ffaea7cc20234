/** One measure: what is to be done, by whom, until when, how far it has come, and who wrote it last. */
import { MEASURE_WRITERS, PLAN_ROLES } from '../lib/audience.js';
import { nameOf } from '../lib/catalogue.js';
import { html, on, render } from '../lib/html.js';
import { formatDate, formatInstant } from '../lib/format.js';
import { knownFeature } from '../lib/knownFeature.js';
import { notice } from './fields.js';
import { effectNotes, gateNotes, gradeBadge } from './evidence.js';
import { icon } from './icons.js';
import { measureStatus } from './measureRow.js';
import { goalWords } from './plan/fieldWords.js';
import { placeWords } from './placeWords.js';

export class MeasurePanel {
  static defaults = {
    back: null,
    onEdit: () => {},
    onDelete: () => {},
    /** Told the id of the hotspot the measure was made for. */
    onHotspot: () => {},
    /** Told the id of the measure when the reader asks for all that is said of it. */
    onWhole: () => {},
    onTitle: () => {},
  };

  #app;
  #id;
  #options;
  #body = null;
  #footer = null;
  #feature = null;
  #entry = null;
  #stops = [];

  constructor(app, id, options = {}) {
    this.#app = app;
    this.#id = id;
    this.#options = { ...MeasurePanel.defaults, ...options };
    this.#feature = knownFeature(app.measures, id);
    this.back = this.#options.back;
  }

  get title() {
    return this.#feature?.properties.title ?? this.#app.t('measure.title');
  }

  open(body, footer) {
    this.#body = body;
    this.#footer = footer;
    this.#stops = [
      on(body, 'click', '[data-zoom]', () => this.#app.map.fit(this.#feature.geometry)),
      on(body, 'click', '[data-hotspot-link]', (event, button) => this.#options.onHotspot(button.dataset.hotspotLink)),
      on(body, 'click', '[data-whole]', () => this.#options.onWhole(this.#id)),
      on(footer, 'click', '[data-edit]', () => this.#options.onEdit(this.#feature)),
      on(footer, 'click', '[data-delete]', () => this.#options.onDelete(this.#feature)),
      this.#app.measures.subscribe(() => this.#refresh()),
    ];
    this.#loadEntry();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#body = null;
  }

  #refresh() {
    const { status } = this.#app.measures.value;
    const known = knownFeature(this.#app.measures, this.#id);
    if (known) this.#feature = known;
    if (known || status === 'ready' || status === 'error') this.#draw(known);
  }

  async #loadEntry() {
    const entries = await this.#app.catalogue.entries();
    this.#entry = entries.find((entry) => entry.code === this.#feature?.properties.code) ?? null;
    if (this.#body && this.#feature) this.#draw(this.#feature);
  }

  #draw(feature) {
    const { t } = this.#app;
    if (!feature) {
      this.#footer.hidden = true;
      render(this.#body, notice('info', t('measure.notHere')));
      return;
    }
    this.#options.onTitle(this.title);
    render(this.#body, this.#content(feature));
    const mayWrite = this.#app.can(...MEASURE_WRITERS);
    this.#footer.hidden = !mayWrite;
    if (!mayWrite) return;
    render(
      this.#footer,
      html`
        <button type="button" class="button button--primary" id="measure-edit" data-edit>${icon('edit')} ${t('measure.edit')}</button>
        <button type="button" class="button button--danger" id="measure-delete" data-delete>${icon('remove')} ${t('measure.delete')}</button>`,
    );
  }

  #content({ geometry, properties: p }) {
    const { t, locale } = this.#app;
    return html`
      <p class="hotspot__line">${measureStatus(p.status, t)}</p>
      ${p.overdue && notice('warning', t('measure.late', { date: p.dueOn }))}
      <dl class="facts">
        ${row(t('field.code'), html`${this.#entry ? nameOf(this.#entry, locale) : p.code} ${this.#entry && gradeBadge(this.#entry.evidenceGrade, t)}`)}
        ${row(t('field.owner'), p.owner)}
        ${row(t('field.dueOn'), p.dueOn ? formatDate(p.dueOn) : t('measure.noDue'))}
        ${row(t('field.place'), html`${placeWords(geometry, t, locale)} <button type="button" class="button button--quiet button--small" data-zoom>${icon('zoom')} ${t('hotspot.zoom')}</button>`)}
        ${p.hotspotId && row(t('field.hotspot'), html`<button type="button" class="link" data-hotspot-link="${p.hotspotId}">${p.hotspotName ?? p.hotspotId}</button>`)}
        ${p.spotId && row(t('field.spotId'), p.spotName ?? String(p.spotId))}
        ${p.goal && row(t('field.goal'), goalWords(p.goal, t, locale))}
        ${p.note && row(t('field.note'), html`<span class="note">${p.note}</span>`)}
      </dl>
      ${this.#entry && html`<section class="section"><h3 class="section__title">${t('evidence.title')}</h3><p>${t(`evidence.long.${this.#entry.evidenceGrade}`)}</p>
        ${effectNotes(this.#entry, t, locale)}${gateNotes(this.#entry, t)}</section>`}
      ${this.#app.can(...PLAN_ROLES) && html`<p><button type="button" class="link" id="measure-whole" data-whole>${t('plan.whole')}</button></p>`}
      <p class="muted">${t('measure.history', { createdBy: p.createdBy, createdAt: formatInstant(p.createdAt), updatedBy: p.updatedBy, updatedAt: formatInstant(p.updatedAt), version: p.version })}</p>`;
  }
}

function row(name, value) {
  return value ? html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>` : null;
}
