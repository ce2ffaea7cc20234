/**
 * Which coordinate system the numbers are in: the proposals, each tried with one click and shown on the map at once, and
 * any other. As a question it stands first while it has to be answered; otherwise below the map.
 */
import { attributes, html, on } from '../../lib/html.js';
import { crsName } from '../../lib/importLook.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { renderChanged } from './renderChanged.js';

/** The systems offered besides the proposals, in the groups they are told in. */
export const SYSTEMS = [
  ['sweden', ['EPSG:3006', 'EPSG:4326']],
  ['zones', ['EPSG:3007', 'EPSG:3008', 'EPSG:3012', 'EPSG:3009', 'EPSG:3013', 'EPSG:3010', 'EPSG:3014', 'EPSG:3011', 'EPSG:3015', 'EPSG:3016', 'EPSG:3017', 'EPSG:3018']],
  ['others', ['EPSG:3021', 'EPSG:3857', 'EPSG:3035', 'EPSG:27700']],
];

export class CrsChoice {
  static defaults = { asQuestion: false, onTry: () => {} };

  #app;
  #element;
  #options;
  #file = null;
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...CrsChoice.defaults, ...options };
  }

  open() {
    this.#stops = [
      on(this.#element, 'change', '[name="crs-proposal"]', (event, radio) => this.#try(Number(radio.value))),
      on(this.#element, 'click', '#crs-confirm', () => this.#try(0)),
      on(this.#element, 'change', '#crs-other', (event, select) => this.#other(select.value)),
      on(this.#element, 'change', '#crs-number', (event, input) => this.#number(input)),
      on(this.#element, 'change', '#crs-swapped', (event, box) => this.#file.correct({ crs: this.#file.look.crs.chosen ?? undefined, swapped: box.checked })),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
  }

  show(file) {
    this.#file = file;
    const { crs } = file.look;
    const here = crs && file.asked.has('crs') === this.#options.asQuestion;
    this.#element.hidden = !here;
    renderChanged(this.#element, here ? this.#markup(crs, file) : html``);
  }

  #try(index) {
    const proposal = this.#proposals()[index];
    if (proposal.places) this.#options.onTry(proposal);
    this.#file.correct({ crs: proposal.crs, swapped: proposal.swapped });
  }

  #other(code) {
    if (code) this.#file.correct({ crs: code });
  }

  /** "3010" and "EPSG:3010" are the same; anything else is left for the person to mend. */
  #number(input) {
    const [, digits] = /^\s*(?:EPSG:?\s*)?(\d{4,6})\s*$/i.exec(input.value) ?? [];
    input.setAttribute('aria-invalid', String(input.value.trim() !== '' && !digits));
    if (digits) this.#file.correct({ crs: `EPSG:${digits}` });
  }

  /** The service's proposals, and what is chosen if it is none of them. */
  #proposals() {
    const { chosen, swapped, why, proposals } = this.#file.look.crs;
    const among = proposals.some((each) => each.crs === chosen && each.swapped === swapped);
    return chosen && !among ? [{ crs: chosen, swapped, why, name: null }, ...proposals] : proposals;
  }

  #markup(crs, { look }) {
    const { t } = this.#app;
    const { asQuestion } = this.#options;
    const proposals = this.#proposals();
    const open = !crs.chosen;
    return html`
      <fieldset class="crs ${asQuestion && 'question'} ${asQuestion && !open && 'question--answered'}">
        <legend class="look__title">${t(asQuestion ? 'imports.question.crs' : 'imports.crs.title')}</legend>
        ${asQuestion && html`<p>${t('imports.question.crsWhy')}</p>`}
        ${look.blocking?.code === 'file.crs-not-supported' && notice('danger', look.blocking.reason)}
        ${proposals.map((proposal, i) => this.#proposal(proposal, i, crs, open))}
        ${open && proposals[0]?.certain && html`<div><button type="button" class="button button--primary" id="crs-confirm">${icon('check')} ${t('imports.crs.confirm', { name: proposals[0].name })}</button></div>`}
        ${proposals.length === 0 && html`<p class="muted">${t('imports.crs.none')}</p>`}
        ${open ? this.#others(crs, proposals) : html`<details class="crs__details"><summary>${t('imports.crs.other')}</summary>${this.#others(crs, proposals)}</details>`}
        ${crs.chosen && html`<label class="check"><input type="checkbox" id="crs-swapped" ${attributes({ checked: crs.swapped })}> <span>${t('imports.crs.swapped')} <small>${t('imports.crs.swappedHint')}</small></span></label>`}
      </fieldset>`;
  }

  #others(crs, proposals) {
    const { t } = this.#app;
    const option = (code) => html`<option ${attributes({ value: code, selected: code === crs.chosen && !proposals.some((each) => each.crs === code) })}>${crsName(code, t)}</option>`;
    return html`
      <div class="crs__more">
        <label class="field__label" for="crs-other">${t('imports.crs.other')}</label>
        <select class="input input--select" id="crs-other">
          <option value="">${t('imports.crs.choose')}</option>
          ${SYSTEMS.map(([group, codes]) => html`<optgroup label="${t(`imports.crs.group.${group}`)}">${codes.map(option)}</optgroup>`)}
        </select>
        <details class="crs__details"><summary>${t('imports.crs.byNumber')}</summary>
          <label class="field__label" for="crs-number">${t('imports.crs.number')}</label>
          <input class="input" id="crs-number" inputmode="numeric" autocomplete="off" placeholder="3006">
        </details>
      </div>`;
  }

  #proposal({ crs, swapped, why, name, certain }, i, chosen, open) {
    const { t } = this.#app;
    const checked = open ? i === 0 && certain : crs === chosen.chosen && swapped === chosen.swapped;
    return html`
      <div class="crs__proposal ${checked && 'crs__proposal--chosen'}">
        <input type="radio" name="crs-proposal" id="crs-proposal-${i}" value="${i}" ${attributes({ checked })} aria-describedby="crs-why-${i}">
        <label for="crs-proposal-${i}">${name ?? crsName(crs, t, chosen.proposals)}${swapped && html` <span class="muted">${t('imports.crs.turned')}</span>`} ${(certain || (open && i === 0)) && html`<span class="tag">${t('imports.crs.proposed')}</span>`}</label>
        <p class="crs__why" id="crs-why-${i}">${why} ${t.has(`imports.crsAbout.${crs}`) && t(`imports.crsAbout.${crs}`)}</p>
      </div>`;
  }
}
