/** Recorded crime, disorder and faults, perceived unsafety, or each of them. */
import { html, on, render } from '../lib/html.js';
import { STREAMS } from '../lib/hash.js';

export class StreamChooser {
  #app;
  #element;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    const { t, state } = this.#app;
    render(
      this.#element,
      html`<fieldset class="segments">
        <legend class="visually-hidden">${t('filter.stream')}</legend>
        ${STREAMS.map(
          (stream) => html`<label class="segments__item"
            ><input type="radio" name="stream" value="${stream}" /><span>${t(`stream.${stream}`)}</span></label
          >`,
        )}
      </fieldset>`,
    );
    this.#stops.push(
      on(this.#element, 'change', 'input', (event, input) => state.set({ stream: input.value })),
      state.subscribe(['stream'], () => this.#check()),
    );
    this.#check();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  #check() {
    this.#element.querySelector(`input[value="${this.#app.state.value.stream}"]`).checked = true;
  }
}
