/** Asks whether somebody has reported the same already, before it is sent a second time. Silent without a network. */
import { html, on, render } from '../map/lib/html.js';
import { formatDate } from '../map/lib/format.js';

export class AlikeHint {
  #root;
  #options;
  #near = [];
  #seen = false;
  #stops = [];

  /** @param {{t: Function, typeName: (code: string) => string, draft: object, near: () => Promise<object[]>, onJoin: (id: ?number) => void}} options
   *     `near` answers the reports nearby, nearest first; asked for as soon as the place is known, so that the answer is
   *     mostly there before the page is drawn */
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
    requestAnimationFrame(() => (this.#seen = true));
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#root = null;
  }

  async #ask() {
    this.#near = await this.#options.near();
    if (!this.#root || this.#near.length === 0) return;
    if (this.#seen) this.#keepInPlace(() => this.#draw());
    else this.#draw();
  }

  /** What comes late must not push away what somebody is about to press: what stands below stays where it is on the screen. */
  #keepInPlace(draw) {
    const below = this.#root.nextElementSibling;
    const before = below.getBoundingClientRect().top;
    draw();
    scrollBy({ top: below.getBoundingClientRect().top - before, behavior: 'instant' });
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
          <p>${t(first.metres === 0 ? 'report.alikeHere' : 'report.alikeWhat', { type: typeName(first.type), metres: first.metres, day: formatDate(first.when).slice(0, 10), state: t(`report.state.${first.state}`) })}</p>
          <button type="button" class="button button--wide button--primary" data-same="${first.id}">${t('report.alikeSame')}</button>
        </section>`,
    );
  }
}
