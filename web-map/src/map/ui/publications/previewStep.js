/** The fourth step: the page as the public would see it, as wide as a desk's screen or a phone's, in both languages. */
import { attributes, html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { inLanguage } from './publicationOptions.js';
import { problemNotice } from './publicationList.js';

const WIDTHS = ['desk', 'phone'];
const PAGES = { sv: '', en: 'en.html', embed: 'embed.html' };

export class PreviewStep {
  #app;
  #root;
  #desk;
  #width = 'desk';
  #page = 'sv';
  #version = null;
  #stops = [];

  constructor(app, root, { desk }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
  }

  open() {
    this.#stops = [
      on(this.#root, 'change', '[name="preview-width"]', (event, radio) => this.#widen(radio.value)),
      on(this.#root, 'change', '[name="preview-page"]', (event, radio) => this.#turn(radio.value)),
      on(this.#root, 'click', '[data-import]', () => this.#app.bus.emit('import:open')),
    ];
    this.#start();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  follow() {
    const { told, status } = this.#desk;
    if (this.#version !== null && status === 'ready' && told.version !== this.#version) this.#draw();
  }

  /** What is still being saved belongs to what the public would see. */
  async #start() {
    render(this.#root, html`<p class="muted" role="status">${this.#app.t('publish.makingPreview')}</p>`);
    await this.#desk.flush();
    if (this.#stops.length) this.#draw();
  }

  get #address() {
    return `/api/publications/${this.#desk.id}/preview/${PAGES[this.#page]}`;
  }

  #draw() {
    const { t, locale } = this.#app;
    const { told } = this.#desk;
    this.#version = told.version;
    if (told.problem) return render(this.#root, told.problem.link ? problemNotice(told.problem, this.#app) : notice('warning', `${t('publish.noPreview')} ${inLanguage(told.problem.text, locale)}`));
    return render(
      this.#root,
      html`
        <p>${t('publish.previewHint')}</p>
        <div class="preview__bar">
          ${this.#choice('preview-width', t('publish.width'), WIDTHS, this.#width)}
          ${this.#choice('preview-page', t('publish.previewPage'), Object.keys(PAGES), this.#page)}
          <a class="button button--small" id="preview-tab" href="${this.#address}" target="_blank" rel="noopener">${icon('link')} ${t('publish.openTab')}</a>
        </div>
        <div class="preview__stage"><iframe class="preview__frame preview__frame--${this.#width}" id="preview" title="${t('publish.previewTitle')}" src="${this.#address}"></iframe></div>`,
    );
  }

  #choice(name, legend, values, chosen) {
    const { t } = this.#app;
    return html`
      <fieldset class="preview__choice">
        <legend class="field__label">${legend}</legend>
        <div class="choices">${values.map((value) => html`<span class="choice"><input type="radio" ${attributes({ name, id: `${name}-${value}`, value, checked: value === chosen })}><label for="${name}-${value}">${t(`publish.preview.${value}`)}</label></span>`)}</div>
      </fieldset>`;
  }

  #widen(width) {
    const frame = this.#root.querySelector('#preview');
    for (const each of WIDTHS) frame.classList.toggle(`preview__frame--${each}`, each === width);
    this.#width = width;
  }

  #turn(page) {
    this.#page = page;
    this.#root.querySelector('#preview').src = this.#address;
    this.#root.querySelector('#preview-tab').href = this.#address;
  }
}
