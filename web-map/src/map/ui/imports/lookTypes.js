/** Words for types that the code table does not know: what each means, settled by a person. */
import { formatNumber } from '../../lib/format.js';
import { attributes, html, on } from '../../lib/html.js';
import { renderChanged } from './renderChanged.js';

export class LookTypes {
  #app;
  #element;
  #file = null;
  #stop = () => {};

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#stop = on(this.#element, 'change', '[data-word]', (event, select) => this.#say(select.dataset.word, select.value));
    return this;
  }

  close() {
    this.#stop();
  }

  #say(word, code) {
    const { [word]: former, ...types } = this.#file.choices.types ?? {};
    if (code) types[word] = code;
    this.#file.correct({ types });
  }

  show(file) {
    this.#file = file;
    const { t, locale } = this.#app;
    const words = [...file.words];
    this.#element.hidden = words.length === 0;
    if (words.length === 0) return;
    renderChanged(
      this.#element,
      html`
        <h4 class="look__title">${t('imports.types.title')}</h4>
        <p class="muted">${t('imports.types.hint')}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="${t('imports.types.title')}">
          <table class="table table--small table--stacks">
            <caption class="visually-hidden">${t('imports.types.title')}</caption>
            <thead><tr><th scope="col">${t('imports.types.word')}</th><th scope="col" class="table__number">${t('imports.types.count')}</th><th scope="col">${t('imports.types.means')}</th></tr></thead>
            <tbody>${words.map(([word, count], i) => html`<tr><th scope="row">${word}</th><td class="table__number" data-label="${t('imports.types.count')}">${formatNumber(count, locale, 0)}</td><td data-label="${t('imports.types.means')}">${this.#select(word, i, file.choices.types?.[word] ?? '')}</td></tr>`)}</tbody>
          </table>
        </div>`,
    );
  }

  #select(word, i, chosen) {
    const { t, types, typeName, className } = { t: this.#app.t, types: this.#app.types.value.body?.types ?? [], typeName: (code) => this.#app.typeName(code), className: (code) => this.#app.className(code) };
    const classes = [...new Set(types.map((type) => type.class))];
    return html`
      <select class="input input--select input--small" id="word-${i}" data-word="${word}" aria-label="${t('imports.types.meansWord', { word })}">
        <option value="">${t('imports.types.other')}</option>
        ${classes.map((each) => html`<optgroup label="${className(each)}">${types.filter((type) => type.class === each).map(({ code }) => html`<option ${attributes({ value: code, selected: code === chosen })}>${typeName(code)}</option>`)}</optgroup>`)}
      </select>`;
  }
}
