/** From a lasting place to the form: it stands beside the map, where its place can be drawn. */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';

export class NewMeasure {
  #app;
  #spot;
  #root = null;
  #stop = () => {};

  /** @param {string} spot number of the place, or '' for none */
  constructor(app, spot) {
    this.#app = app;
    this.#spot = spot;
  }

  async open(root) {
    const { t } = this.#app;
    this.#root = root;
    this.#stop = on(root, 'click', '[data-retry]', () => this.#load());
    if (!this.#app.can(...MEASURE_WRITERS)) {
      render(root, notice('info', t('plan.readOnly')));
      return;
    }
    await this.#load();
  }

  close() {
    this.#stop();
    this.#root = null;
  }

  async #load() {
    const { t, api } = this.#app;
    render(this.#root, html`<p class="muted" role="status">${t('loading')}</p>`);
    if (!this.#spot) return this.#propose(null);
    const path = `/api/spots/${encodeURIComponent(this.#spot)}`;
    try {
      const [spot, cause] = await Promise.all([api.get(path), api.get(`${path}/cause`).catch(() => null)]);
      if (this.#root) this.#propose(placeOf(spot.body, cause?.body ?? null));
    } catch (error) {
      if (this.#root) render(this.#root, notice('danger', error.detail || t('plan.spotFailed'), html`<button type="button" class="button" data-retry>${t('again')}</button>`));
    }
    return undefined;
  }

  #propose(hotspot) {
    const { state, bus, map } = this.#app;
    state.set({ page: null, item: null });
    if (hotspot) map.fit(hotspot.geometry);
    bus.emit('measure:propose', { hotspot });
  }
}

/** A lasting place as the form knows hotspots, with what the cause card says of it. */
function placeOf(spot, cause) {
  return {
    id: null,
    geometry: spot.outline,
    properties: {
      name: spot.name,
      spot: { id: spot.id, name: spot.name },
      types: (cause?.types ?? []).map((type) => ({ code: type.code ?? type })),
      techniques: cause?.techniques ?? [],
    },
  };
}
