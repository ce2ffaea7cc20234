/**
 * Words that somebody has said the place of: they are sure in the next file, until they are forgotten here. Fetched when the
 * list is opened.
 */
import { html, on, render } from '../../lib/html.js';
import { writtenWords } from '../../lib/placeQueue.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';

export class KnownWords {
  #app;
  #element;
  #aliases = [];
  #stops;

  /** @param element a `details` with a list's place in it */
  constructor(app, element) {
    this.#app = app;
    this.#element = element;
    const toggled = () => element.open && this.#load();
    element.addEventListener('toggle', toggled);
    this.#stops = [
      () => element.removeEventListener('toggle', toggled),
      on(element, 'click', '[data-forget]', (event, button) => this.#forget(button.dataset.forget)),
      app.bus.listen('inbox:changed', toggled),
    ];
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#aliases = (await api.get('/api/place-aliases', { supersede: 'place-aliases' })).body.aliases;
      this.#draw();
    } catch (error) {
      if (error.name !== 'AbortError') this.#show(notice('danger', error.detail || t('places.failed')));
    }
  }

  #draw() {
    const { t, locale } = this.#app;
    const may = this.#app.can('est-coordinator');
    this.#show(
      this.#aliases.length === 0
        ? html`<p class="muted">${t('places.known.none')}</p>`
        : html`<p class="muted">${t('places.known.intro')}</p>
        <ul class="known-words__list">${this.#aliases.map(({ id, written, name, precision, by, at }) => html`
          <li class="known-words__row">
            <p><strong>${writtenWords(written)}</strong> ${t('places.known.is', { place: name })} <span class="muted">(${t(`places.precision.${precision}`)}; ${by}, ${new Date(at).toLocaleDateString(locale)})</span></p>
            ${may && html`<button type="button" class="button button--quiet button--small" id="known-forget-${id}" data-forget="${id}" aria-label="${t('places.known.forgetWords', { words: writtenWords(written) })}">${icon('remove')} ${t('places.known.forget')}</button>`}
          </li>`)}</ul>`,
    );
  }

  #show(markup) {
    const place = this.#element.querySelector('#known-words-list');
    if (place) render(place, markup);
  }

  async #forget(id) {
    const { api, t, toasts } = this.#app;
    try {
      await api.delete(`/api/place-aliases/${encodeURIComponent(id)}`);
      toasts.show(t('places.known.forgotten'), { kind: 'success' });
    } catch (error) {
      if (error.status !== 404) {
        this.#show(notice('danger', error.detail || t('places.failed')));
        return;
      }
    }
    this.#element.querySelector('summary').focus();
    this.#load();
  }
}
