/** How the page is shown: language, projector colours, a link to this very view, print. */
import { html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';
import { switchLanguage } from '../language.js';
import { projectorOn, switchTheme } from '../theme.js';

export class DisplayMenu {
  #app;
  #element;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    const { t, locale } = this.#app;
    const other = locale === 'sv' ? 'en' : 'sv';
    const button = (action, icon, label) => html`<button type="button" class="icon-button icon-button--header" data-action="${action}" aria-label="${t(label)}" title="${t(label)}">
      <svg class="icon" aria-hidden="true"><use href="${ICONS}#${icon}"></use></svg></button>`;
    render(
      this.#element,
      html`<div class="display-menu">
        ${button('copy-link', 'link', 'display.copyLink')} ${button('print', 'print', 'display.print')} ${button('projector', 'display', 'display.projector')}
        <button type="button" class="button button--header" lang="${other}" data-action="language">
          <span class="wide-only">${t('display.otherLanguage')}</span><span class="narrow-only" aria-hidden="true">${other.toUpperCase()}</span>
        </button>
      </div>`,
    );
    this.#stops.push(
      on(this.#element, 'click', '[data-action="language"]', () => this.#switchLanguage(other)),
      on(this.#element, 'click', '[data-action="projector"]', () => this.#switchTheme()),
      on(this.#element, 'click', '[data-action="print"]', () => print()),
      on(this.#element, 'click', '[data-action="copy-link"]', () => this.#copyLink()),
    );
    this.#drawTheme();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  #switchLanguage(language) {
    this.#app.state.set({ lang: null }, { history: 'replace' });
    switchLanguage(language);
  }

  #switchTheme() {
    switchTheme();
    this.#drawTheme();
    this.#app.map.leaflet.invalidateSize();
    this.#app.bus.emit('theme:changed');
  }

  #drawTheme() {
    this.#element.querySelector('[data-action="projector"]').setAttribute('aria-pressed', String(projectorOn()));
  }

  async #copyLink() {
    const { t } = this.#app;
    try {
      await navigator.clipboard.writeText(location.href);
      this.#app.notice(t('display.linkCopied'));
    } catch {
      this.#app.notice(t('display.linkInAddressBar'));
    }
  }
}
