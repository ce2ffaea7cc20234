/**
 * Which types of incidents count: nothing ticked means all of them. A class is ticked with all its types, and half
 * ticked with some of them.
 */
import { attributes, html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';
import { Popover } from './popover.js';

export class TypeChooser {
  #app;
  #element;
  #popover;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    const { state, t } = this.#app;
    render(
      this.#element,
      html`<div class="popover">
        <button type="button" class="chooser" id="type-button" data-popover-button aria-expanded="false">
          <span class="chooser__label">${t('filter.types')}</span> <span class="chooser__value" id="type-summary"></span>
          <svg class="icon" aria-hidden="true"><use href="${ICONS}#chevron-down"></use></svg>
        </button>
        <div class="popover__box popover__box--wide" data-popover-box hidden></div>
      </div>`,
    );
    this.#popover = new Popover(this.#element.firstElementChild, (box) => this.#drawBox(box)).open();
    this.#stops.push(
      on(this.#element, 'change', '[data-type]', () => this.#take()),
      on(this.#element, 'change', '[data-class]', (event, input) => this.#takeClass(input)),
      on(this.#element, 'click', '[data-action="all"]', () => state.set({ types: [] })),
      state.subscribe(['types'], () => this.#follow()),
    );
    this.#follow();
    return this;
  }

  close() {
    this.#popover.close();
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  #drawBox(box) {
    const { t, types, className, typeName } = bind(this.#app);
    const { types: all = [], classes = [] } = types.value.body ?? {};
    render(
      box,
      html`<div class="popover__head">
          <p class="popover__help">${t('filter.typesHelp')}</p>
          <button type="button" class="button button--small" data-action="all">${t('filter.allTypes')}</button>
        </div>
        <div class="type-groups">
          ${classes.map(({ class: code }) => {
            const members = all.filter((type) => type.class === code);
            return members.length && html`<fieldset class="type-group">
              <legend class="visually-hidden">${className(code)}</legend>
              <label class="check check--head"><input type="checkbox" id="class-${code}" data-class="${code}" /><span>${className(code)}</span></label>
              ${members.map((type) => html`<label class="check"><input ${attributes({ type: 'checkbox', id: `type-${type.code}`, 'data-type': type.code, 'data-of': code })} /><span>${typeName(type.code)}</span></label>`)}
            </fieldset>`;
          })}
        </div>`,
    );
    this.#check();
  }

  #take() {
    const types = [...this.#element.querySelectorAll('[data-type]:checked')].map((input) => input.dataset.type);
    this.#app.state.set({ types });
  }

  #takeClass({ dataset, checked }) {
    for (const input of this.#element.querySelectorAll(`[data-of="${dataset.class}"]`)) input.checked = checked;
    this.#take();
  }

  #follow() {
    const { t, typeName, state } = bind(this.#app);
    const { types } = state.value;
    const text = types.length === 0 ? t('filter.allTypes') : types.length === 1 ? typeName(types[0]) : t('filter.someTypes', { count: types.length });
    this.#element.querySelector('#type-summary').textContent = text;
    if (this.#popover.shown) this.#check();
  }

  #check() {
    const chosen = new Set(this.#app.state.value.types);
    for (const input of this.#element.querySelectorAll('[data-type]')) input.checked = chosen.has(input.dataset.type);
    for (const head of this.#element.querySelectorAll('[data-class]')) {
      const members = [...this.#element.querySelectorAll(`[data-of="${head.dataset.class}"]`)];
      const ticked = members.filter((input) => input.checked).length;
      head.checked = ticked === members.length;
      head.indeterminate = ticked > 0 && ticked < members.length;
    }
  }
}

function bind(app) {
  return { t: app.t, types: app.types, state: app.state, className: (code) => app.className(code), typeName: (code) => app.typeName(code) };
}
