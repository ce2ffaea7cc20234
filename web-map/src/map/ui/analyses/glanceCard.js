/** "Läget i en blick": one sentence for each of the few analyses that a meeting begins with, and how sure it is. */
import { foremost } from '../../lib/analysisTables.js';
import { verdictOf, methodName } from '../../lib/analysisWords.js';
import { unbroken } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { suitsChip, verdictChip } from './verdictChip.js';
import { whereLine } from './whereLine.js';

export class GlanceCard {
  #app;
  #root = null;
  #onOpen;
  #stops = [];

  /** @param {(method: string) => void} onOpen told which analysis the reader wants to see */
  constructor(app, onOpen) {
    this.#app = app;
    this.#onOpen = onOpen;
  }

  open(root) {
    this.#root = root;
    this.#stops = [
      on(root, 'click', '[data-glance]', (event, button) => this.#onOpen(button.dataset.glance)),
      this.#app.glance.subscribe((findings) => this.#draw(findings)),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  #draw(findings) {
    const { t } = this.#app;
    const waiting = findings.some(({ status }) => status === 'waiting');
    this.#root.hidden = findings.length === 0;
    this.#root.setAttribute('aria-busy', String(waiting));
    render(
      this.#root,
      html`
        <h3 class="glance__title" id="glance-title">${t('analysis.glance.title')} ${findings.some(({ body }) => body?.invented) && html`<span class="tag tag--invented">${t('analysis.invented')}</span>`}</h3>
        <ul class="glance__list" aria-labelledby="glance-title">${findings.map((finding) => this.#item(finding))}</ul>`,
    );
  }

  #item({ method, status, body, error, why }) {
    const { t } = this.#app;
    return html`
      <li class="glance__item">
        <p class="glance__line">${this.#mark(status, body)}
          <button type="button" class="link glance__open" id="glance-${method}" data-glance="${method}">${t(`analysis.${method}.short`)}<span class="visually-hidden"> – ${methodName(method, t)}</span></button></p>
        <p class="glance__says">${status === 'ready' ? unbroken(body.headline) : status === 'waiting' ? t('analysis.running') : status === 'error' ? error.detail || t('analysis.failed') : why}</p>
        ${status === 'ready' && whereLine(foremost(body.features?.features ?? []), this.#app.hotspots.value.body?.features ?? [], t)}
      </li>`;
  }

  #mark(status, body) {
    const { t } = this.#app;
    if (status === 'ready') return verdictChip(verdictOf(body), t);
    if (status === 'skipped') return suitsChip('too-few', t);
    return status === 'waiting' ? html`<span class="spinner" aria-hidden="true"></span>` : null;
  }
}
