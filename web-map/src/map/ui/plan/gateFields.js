/** What the law asks before a measure may be decided: each condition with its state and, when documented, its parts. */
import { attributes, html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';

/** What each condition must tell, the same as the service asks for. */
export const GATE_PARTS = Object.freeze({
  KAM: ['balance', 'alternatives', 'safeguards'],
  OV: ['decision', 'area'],
  PBL: ['permit'],
  ART: ['check', 'season'],
  RADD: ['access'],
  KF: ['decision'],
});
const STATES = ['pending', 'documented', 'not-needed'];
const LONGEST = 1000;

export class GateFields {
  #root;
  #t;
  #gates = [];
  #known;
  #stops = [];

  /** @param {object[]} known what is written already, as `properties.gates` */
  constructor(root, t, known) {
    this.#root = root;
    this.#t = t;
    this.#known = new Map(known.map((state) => [state.gate, state]));
  }

  open() {
    this.#stops = [on(this.#root, 'change', '[data-gate-state]', (event, control) => this.#change(control))];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** The conditions of the chosen measure. */
  set gates(gates) {
    this.#keep();
    this.#gates = gates;
    this.#draw();
  }

  /** What is written, for the conditions of the chosen measure. */
  get written() {
    this.#keep();
    return this.#gates.map((gate) => this.#state(gate)).filter(({ state, reference, on: day, words }) => state !== 'pending' || reference || day || Object.keys(words).length > 0);
  }

  #state(gate) {
    return this.#known.get(gate) ?? { gate, state: 'pending', words: {}, reference: '', on: null };
  }

  #keep() {
    for (const part of this.#root.querySelectorAll('[data-gate]')) {
      const { gate } = part.dataset;
      const words = {};
      for (const area of part.querySelectorAll('[data-part]')) if (area.value.trim()) words[area.dataset.part] = area.value.trim();
      this.#known.set(gate, {
        gate,
        state: part.querySelector('[data-gate-state]:checked')?.value ?? 'pending',
        words: part.querySelector('[data-part]') ? words : this.#state(gate).words,
        reference: part.querySelector('[data-reference]')?.value.trim() ?? this.#state(gate).reference,
        on: part.querySelector('[data-on]') ? part.querySelector('[data-on]').value || null : this.#state(gate).on,
      });
    }
  }

  #change(control) {
    this.#keep();
    this.#draw();
    document.getElementById(control.id)?.focus();
  }

  #draw() {
    const t = this.#t;
    render(
      this.#root,
      this.#gates.length === 0 ? html`` : html`${this.#gates.map((gate) => this.#gate(this.#state(gate), t))}`,
    );
  }

  #gate({ gate, state, words, reference, on: day }, t) {
    const asked = state === 'documented' ? GATE_PARTS[gate] : state === 'not-needed' ? ['ground'] : [];
    return html`
      <fieldset class="group gate-field" data-gate="${gate}" data-field="${gate}">
        <legend class="group__title">${icon('lock')} ${t(`gate.name.${gate}`)}</legend>
        <p class="field__hint">${t(`gate.${gate}`)}</p>
        <div class="gate-field__states">${STATES.map((each) => html`
          <span><input type="radio" data-gate-state ${attributes({ name: `gate-${gate}`, id: `gate-${gate}-${each}`, value: each, checked: each === state })}> <label for="gate-${gate}-${each}">${t(`gate.state.${each}`)}</label></span>`)}</div>
        ${asked.map((part) => html`
          <div class="field"><label class="field__label" for="gate-${gate}-${part}">${t(`gate.part.${part}`)}</label>
            ${part === 'season' && html`<p class="field__hint">${t('gate.season.hint')}</p>`}
            <textarea class="input input--area" rows="2" data-part="${part}" ${attributes({ id: `gate-${gate}-${part}`, maxlength: LONGEST })}>${words[part] ?? ''}</textarea></div>`)}
        ${state === 'documented' && html`
          <div class="form__pair">
            <div class="field"><label class="field__label" for="gate-${gate}-reference">${t('gate.reference')}</label><input class="input" type="text" data-reference maxlength="60" id="gate-${gate}-reference" value="${reference}" autocomplete="off"></div>
            <div class="field"><label class="field__label" for="gate-${gate}-on">${t('gate.on')}</label><input class="input" type="date" data-on id="gate-${gate}-on" value="${day ?? ''}"></div>
          </div>`}
        <p class="field__error" hidden></p>
      </fieldset>`;
  }
}
