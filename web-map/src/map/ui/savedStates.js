/** Who has saved something when, and what each save changed: folded away, and fetched when somebody unfolds it. */
import { formatInstant } from '../lib/format.js';
import { html, on, render } from '../lib/html.js';
import { savedSteps } from '../lib/savedStates.js';
import { notice } from './fields.js';

const LONGEST = 300;

export class SavedStates {
  #app;
  #address;
  #changes;
  #label;
  #root = null;
  #stop = null;

  /**
   * @param {string} address of the states, such as /api/pledges/7/history
   * @param {(before: object, after: object) => [string, *, *][]} changes names with the value before and after
   * @param {(name: string) => string} label what people call a name
   */
  constructor(app, address, { changes, label }) {
    this.#app = app;
    this.#address = address;
    this.#changes = changes;
    this.#label = label;
  }

  open(root) {
    const { t } = this.#app;
    this.#root = root;
    render(root, html`<details class="disclosure saved-states"><summary>${t('saved.title')}</summary><div class="disclosure__body" role="status"></div></details>`);
    this.#stop = on(root, 'click', 'summary', () => this.#load());
    return this;
  }

  close() {
    this.#stop?.();
    this.#root = null;
  }

  async #load() {
    const place = this.#root.querySelector('.disclosure__body');
    if (this.#root.querySelector('details').open) return;
    const { api, t } = this.#app;
    render(place, html`<p class="muted">${t('loading')}</p>`);
    try {
      const { body } = await api.get(this.#address);
      render(place, this.#list(savedSteps(body.states, this.#changes)));
    } catch (error) {
      render(place, notice('danger', error.detail || t('saved.failed')));
    }
  }

  #list(steps) {
    const { t } = this.#app;
    if (steps.length === 0) return html`<p class="muted">${t('saved.none')}</p>`;
    return html`
      <ol class="saved-states__list">${steps.map((step) => html`
        <li><p><strong>${t(`saved.${step.kind}`)}</strong> <span class="muted">${formatInstant(step.savedAt)}, ${step.savedBy}</span></p>
          ${step.changes.length > 0 && html`<dl class="saved-states__changes">${step.changes.map(([name, before, after]) => html`<div><dt>${this.#label(name)}</dt><dd><del>${this.#shown(before)}</del> <ins>${this.#shown(after)}</ins></dd></div>`)}</dl>`}</li>`)}
      </ol>`;
  }

  #shown(value) {
    const { t } = this.#app;
    if (value === '' || value === null) return t('saved.empty');
    if (typeof value === 'boolean') return t(value ? 'saved.yes' : 'saved.no');
    const words = String(value);
    return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  }
}
