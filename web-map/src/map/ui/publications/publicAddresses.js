/** Where a public release is found: its page, the snippet for the municipality's own site, its files and the whole of it. */
import { formatNumber } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { embedSnippet } from '../../lib/publicationPlan.js';
import { icon } from '../icons.js';

const KILOBYTE = 1000;

export class PublicAddresses {
  #app;
  #root;
  #told;
  #stops = [];

  constructor(app, root, told) {
    this.#app = app;
    this.#root = root;
    this.#told = told;
  }

  open() {
    this.#stops = [on(this.#root, 'click', '[data-copy]', (event, button) => this.#copy(button.dataset.copy))];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  #draw() {
    const { t, locale } = this.#app;
    const { addresses, plan, approved } = this.#told;
    const { origin } = location;
    render(
      this.#root,
      html`
        <section class="publish__section" aria-labelledby="address-title">
          <h4 class="publish__subheading" id="address-title">${t('publish.address')}</h4>
          <p><a class="publish__public" href="${addresses.page}" target="_blank" rel="noopener">${origin}${addresses.page}<span class="visually-hidden"> ${t('publish.newTab')}</span></a></p>
          ${this.#toCopy('address', t('publish.addressToCopy'), `${origin}${addresses.page}`, 1)}
          ${this.#toCopy('embed', t('publish.embed'), embedSnippet(origin, addresses.embed, plan.title[locale] || plan.title.sv), 3, t('publish.embedHint'))}
          <p class="muted" id="copied" role="status"></p>
        </section>
        <section class="publish__section" aria-labelledby="files-title">
          <h4 class="publish__subheading" id="files-title">${t('publish.files')}</h4>
          <p>${t('publish.filesHint')}</p>
          <p><a class="button" href="${addresses.zip}" download>${icon('download')} ${t('publish.zip')}</a></p>
          <div class="table-scroll" tabindex="0" role="region" aria-label="${t('publish.files')}">
            <table class="table table--small table--cards"><caption class="visually-hidden">${t('publish.files')}</caption>
              <thead><tr><th scope="col">${t('publish.column.file')}</th><th scope="col" class="table__number">${t('publish.column.size')}</th><th scope="col">${t('publish.column.sum')}</th></tr></thead>
              <tbody>${approved.files.map(({ path, address, bytes, sha256 }) => html`<tr><th scope="row"><a class="publish__file" href="${address}" target="_blank" rel="noopener">${path}</a></th><td class="table__number" data-label="${t('publish.column.size')}">${t('publish.kilobytes', { size: formatNumber(bytes / KILOBYTE, locale, bytes < KILOBYTE ? 1 : 0) })}</td><td data-label="${t('publish.column.sum')}"><code class="documents__sum">${sha256}</code></td></tr>`)}</tbody>
            </table>
          </div>
        </section>`,
    );
  }

  #toCopy(id, label, text, rows, hint = '') {
    const { t } = this.#app;
    return html`
      <div class="field publish__copy">
        <label class="field__label" for="copy-${id}">${label}</label>
        ${hint && html`<p class="field__hint" id="copy-${id}-hint">${hint}</p>`}
        <textarea class="input input--area publish__snippet" id="copy-${id}" rows="${String(rows)}" readonly spellcheck="false">${text}</textarea>
        <button type="button" class="button button--small" data-copy="${id}">${icon('copy')} ${t(`publish.copy.${id}`)}</button>
      </div>`;
  }

  /** Copies the text. Where the browser does not allow it, the text is marked, to be copied by key. */
  async #copy(id) {
    const { t } = this.#app;
    const area = this.#root.querySelector(`#copy-${id}`);
    const said = this.#root.querySelector('#copied');
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = t(`publish.copied.${id}`);
    } catch {
      area.select();
      said.textContent = t('publish.marked');
    }
  }
}
