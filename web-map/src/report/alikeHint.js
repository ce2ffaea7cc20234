/** Asks whether somebody has reported the same already, before it is sent a second time. Silent without a network. */
import { html, on, render } from '../map/lib/html.js';
import { formatDate } from '../map/lib/format.js';

export class AlikeHint {
  #root;
  #options;
  #near = [];
  #stops = [];

  /** @param {{t: Function, api: object, typeName: (code: string) => string, draft: object, when: ?string, onJoin: (id: ?number) => void}} options */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-same]', (event, button) => this.#answer(Number(button.dataset.same))),
      on(this.#root, 'click', '[data-other]', () => this.#answer(null)),
    ];
    this.#ask();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#root = null;
  }

  async #ask() {
    const { api, draft, when } = this.#options;
    const { lon, lat } = draft.place ?? {};
    if (lon == null || draft.editing) return;
    try {
      const { body } = await api.get('/api/reports/near', { parameters: { type: draft.type, lon, lat, when }, supersede: 'near' });
      this.#near = body.reports;
      if (this.#root) this.#draw();
    } catch {
      // a hint; the coordinator sees it as well
    }
  }

  #answer(id) {
    this.#options.onJoin(id);
    this.#options.draft.joins = id;
    this.#draw();
    this.#root.querySelector('#alike-title')?.focus();
  }

  #draw() {
    const { t, draft, typeName } = this.#options;
    if (!this.#near.length) return render(this.#root, html``);
    const [first] = this.#near;
    if (draft.joins) {
      return render(
        this.#root,
        html`<div class="message message--success"><p id="alike-title" tabindex="-1">${t('report.alikeJoined')}</p>
          <button type="button" class="button button--wide" data-other>${t('report.alikeOther')}</button></div>`,
      );
    }
    return render(
      this.#root,
      html`
        <section class="message message--info" aria-labelledby="alike-title">
          <h3 id="alike-title" tabindex="-1">${t('report.alikeTitle')}</h3>
          <p>${t('report.alikeWhat', { type: typeName(first.type), metres: first.metres, day: formatDate(first.when).slice(0, 10), state: t(`report.state.${first.state}`) })}</p>
          <button type="button" class="button button--wide button--primary" data-same="${first.id}">${t('report.alikeSame')}</button>
        </section>`,
    );
  }
}
