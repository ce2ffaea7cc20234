/**
 * The single incidents or survey marks at the place that was clicked: a card on the map that takes the focus, and gives
 * it back on Esc or Close.
 */
import { formatDate, formatMonth } from '../lib/format.js';
import { latOf, lonOf } from '../lib/mercator.js';
import { html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';
import { filterParameters } from '../state.js';
import { isAbort } from '../api.js';

export class PlaceCard {
  static defaults = { limit: 12, reachPixels: 9 };

  #app;
  #element;
  #options;
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...PlaceCard.defaults, ...options };
  }

  open() {
    this.#stops.push(
      on(this.#element, 'click', '[data-action="close"]', () => this.hide()),
      on(this.#element, 'keydown', '*', (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.hide();
      }),
    );
    return this;
  }

  close() {
    this.hide();
    for (const stop of this.#stops.splice(0)) stop();
  }

  hide() {
    const hadFocus = this.#element.contains(document.activeElement);
    render(this.#element, html``);
    if (hadFocus) this.#app.map.leaflet.getContainer().focus({ preventScroll: true });
  }

  /** Shows what lies at `hit` (a point of the incidents or unsafe layer). */
  async show(hit) {
    this.#draw(hit, html`<p class="card__loading">${this.#app.t('state.loading')}</p>`);
    this.#element.querySelector('.card')?.focus({ preventScroll: true });
    const path = hit.kind === 'incidents' ? '/api/incidents' : '/api/unsafe-places';
    const parameters = { ...filterParameters(this.#app.state.value), bbox: this.#box(hit), limit: this.#options.limit };
    if (hit.kind === 'unsafe') delete parameters.types;
    try {
      const { body } = await this.#app.api.get(path, { parameters, supersede: 'place-card' });
      this.#draw(hit, this.#rows(hit, body));
      this.#element.querySelector('.card')?.focus({ preventScroll: true });
    } catch (error) {
      if (!isAbort(error)) this.#draw(hit, html`<p role="alert">${error.detail || this.#app.t('state.error.text')}</p>`);
    }
  }

  #box({ point }) {
    const zoom = this.#app.map.leaflet.getZoom();
    const reach = (zoom >= 16 ? 1 : this.#options.reachPixels) / (256 * 2 ** zoom);
    const [west, east] = [lonOf(point.x - reach), lonOf(point.x + reach)];
    const [south, north] = [latOf(point.y + reach), latOf(point.y - reach)];
    return [west, south, east, north].map((degrees) => degrees.toFixed(7)).join(',');
  }

  #draw(hit, content) {
    const { t } = this.#app;
    const title = hit.kind === 'incidents' ? t('place.incidents', { count: hit.count }) : t(hit.safe ? 'place.safe' : 'place.unsafe', { count: hit.count ?? 1 });
    render(
      this.#element,
      html`<section class="card" tabindex="-1" role="dialog" aria-labelledby="card-title">
        <header class="card__head">
          <h3 class="card__title" id="card-title">${title}</h3>
          <button type="button" class="icon-button" data-action="close" aria-label="${t('action.close')}"><svg class="icon" aria-hidden="true"><use href="${ICONS}#close"></use></svg></button>
        </header>
        ${content}
      </section>`,
    );
  }

  #rows(hit, { features, numberMatched }) {
    const { t } = this.#app;
    const left = (numberMatched ?? features.length) - features.length;
    return html`<ul class="card__list">
        ${features.map(({ properties }) => html`<li>${hit.kind === 'incidents' ? this.#incident(properties) : this.#mark(properties)}</li>`)}
      </ul>
      ${left > 0 && html`<p class="card__more">${t('place.more', { count: left })}</p>`}`;
  }

  #incident({ type, typeName, from, timePrecision }) {
    return html`<span class="card__what">${typeName || this.#app.typeName(type)}</span>
      <span class="card__when">${this.#when(from, timePrecision)}</span>`;
  }

  #mark({ reasons = [], day, dark }) {
    const { t } = this.#app;
    const words = reasons.map((reason) => t(`reason.${reason}`));
    if (dark) words.push(t('place.dark'));
    return html`<span class="card__what">${words.join(', ') || t('place.noReason')}</span> <span class="card__when">${formatDate(day)}</span>`;
  }

  #when(from, precision) {
    if (!from || precision === 'unknown') return this.#app.t('place.timeUnknown');
    if (precision === 'month') return formatMonth(from, this.#app.locale);
    return formatDate(precision === 'day' ? from.slice(0, 10) : from);
  }
}
