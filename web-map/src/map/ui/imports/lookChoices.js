/** How the file is laid out and what it is about: plain choices with what was recognised, each open to correction. */
import { attributes, html, on } from '../../lib/html.js';
import { encodingName, separatorName } from '../../lib/importLook.js';
import { icon } from '../icons.js';
import { renderChanged } from './renderChanged.js';

export const KINDS = Object.freeze(['incidents', 'unsafe-places', 'base']);
export const BASE_ROLES = Object.freeze(['roads', 'paths', 'buildings', 'water', 'green', 'rail', 'lamps', 'addresses', 'properties', 'districts', 'boundary', 'places']);
const SEPARATORS = [';', ',', '\t', '|'];
/** Lines offered as the line of the headings, at least. */
const HEADING_LINES = 10;
const LONGEST_SAMPLE = 40;

export class LookChoices {
  #app;
  #element;
  #file = null;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#stops = [
      on(this.#element, 'change', '[data-choice]', (event, select) => this.#file.correct(patchOf(select.dataset.choice, select.value))),
      on(this.#element, 'click', '#look-again', () => this.#file.recogniseAgain()),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
  }

  show(file) {
    this.#file = file;
    const { t } = this.#app;
    renderChanged(
      this.#element,
      html`
        <h4 class="look__title">${t('imports.choices.title')} ${file.isCorrected && html`<button type="button" class="button button--quiet button--small" id="look-again">${icon('undo')} ${t('imports.choices.again')}</button>`}</h4>
        <div class="choices-grid">${this.#fields(file.look)}</div>`,
    );
  }

  #fields(look) {
    const { t } = this.#app;
    return [
      this.#choice('kind', [...(look.kind ? [] : [['', t('imports.choices.unknownKind')]]), ...KINDS.map((kind) => [kind, t(`kind.${kind}`)])], look.kind ?? ''),
      look.kind === 'base' && this.#choice('role', [...(look.role ? [] : [['', t('imports.question.chooseRole')]]), ...BASE_ROLES.map((role) => [role, t(`baseRole.${role}`)])], look.role ?? ''),
      look.parts.length > 1 && this.#choice('part', look.parts.map(({ name, rows }) => [name, rows === null ? name : `${name} (${t('imports.facts.rows', { count: rows })})`]), look.parts.find(({ chosen }) => chosen)?.name),
      look.encoding && this.#choice('encoding', [...new Set([look.encoding.name, ...look.encoding.choices])].map((name) => [name, encodingName(name, t)]), look.encoding.name, this.#encodingHint(look.encoding)),
      look.separator && this.#choice('separator', [...new Set([look.separator, ...SEPARATORS])].map((each) => [each, separatorName(each, t)]), look.separator),
      look.headingLine !== null && this.#choice('headingLine', this.#headingLines(look), String(look.headingLine)),
    ].filter(Boolean);
  }

  #encodingHint({ certain, twiceEncoded }) {
    const { t } = this.#app;
    if (twiceEncoded) return t('imports.choices.twice');
    return certain ? '' : t('imports.choices.uncertainEncoding');
  }

  #headingLines({ firstRows, headingLine, headings }) {
    const { t } = this.#app;
    const last = Math.max(HEADING_LINES, headingLine + 2, ...firstRows.map(({ line }) => line));
    const lines = Array.from({ length: Math.min(last, Math.max(HEADING_LINES, headingLine)) }, (none, i) => i + 1);
    const cellsOf = (line) => (line === headingLine ? headings : firstRows.find((row) => row.line === line)?.cells);
    return [['0', t('imports.choices.noHeadings')], ...lines.map((line) => [String(line), `${t('imports.choices.line', { line })}${sampleOf(cellsOf(line))}`])];
  }

  #choice(name, choices, value, hint = '') {
    const { t } = this.#app;
    const said = this.#file.choices[name] !== undefined;
    return html`
      <div class="field">
        <label class="field__label" for="choice-${name}">${t(`imports.choices.${name}`)}</label>
        <select class="input input--select" id="choice-${name}" data-choice="${name}" aria-describedby="choice-${name}-hint">
          ${choices.map(([code, label]) => html`<option ${attributes({ value: code, selected: code === value })}>${label}</option>`)}
        </select>
        <p class="field__hint" id="choice-${name}-hint">${said ? t('imports.choices.said') : hint || (value === '' ? '' : t('imports.choices.recognised'))}</p>
      </div>`;
  }
}

function sampleOf(cells) {
  const text = (cells ?? []).filter(Boolean).join(' · ');
  if (!text) return '';
  return `: ${text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)} …` : text}`;
}

function patchOf(name, value) {
  if (name === 'headingLine') return { headingLine: Number(value) };
  return { [name]: value || undefined };
}
