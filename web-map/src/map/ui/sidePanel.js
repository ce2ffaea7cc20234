/**
 * The panel beside the map; on a phone it lies below the map and is scrolled over it. It shows one view at a time: a
 * view has a title, perhaps a way back, and fills the body and the footer.
 *
 *     panel.show(view)      closes the former view and opens this one
 *
 * A view is an object with `title`, `back` ({ label, run } or null), `open(body, footer)` and `close()`.
 */
import { html, on, render } from '../lib/html.js';
import { icon } from './icons.js';

/** Where the panel lies below the map (layout.css). */
const NARROW = '(max-width: 47.99rem)';

export class SidePanel {
  #root;
  #view = null;
  #stops = [];

  constructor(root) {
    this.#root = root;
  }

  get view() {
    return this.#view;
  }

  get body() {
    return this.#root.querySelector('.panel__body');
  }

  open() {
    render(
      this.#root,
      html`
        <header class="panel__header">
          <button type="button" class="button button--quiet panel__back" data-back hidden></button>
          <h2 class="panel__title" id="panel-title" tabindex="-1"></h2>
        </header>
        <div class="panel__body"></div>
        <footer class="panel__footer" hidden></footer>`,
    );
    this.#stops = [
      on(this.#root, 'click', '[data-back]', () => this.#view?.back?.run()),
    ];
    return this;
  }

  close() {
    this.#closeView();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  /** On a phone: lets the panel rise over the map, or gives the map the whole screen. Elsewhere both are in sight. */
  rise() {
    if (!this.#isBelow()) return;
    const header = document.querySelector('.header').offsetHeight;
    scrollTo({ top: this.#root.getBoundingClientRect().top + scrollY - header });
  }

  giveWay() {
    if (this.#isBelow()) scrollTo({ top: 0 });
  }

  #isBelow() {
    return matchMedia(NARROW).matches;
  }

  show(view, { focus = true } = {}) {
    this.#closeView();
    this.#view = view;
    const back = this.#root.querySelector('[data-back]');
    back.hidden = !view.back;
    render(back, view.back ? html`${icon('back')} ${view.back.label}` : html``);
    this.retitle(view.title);
    const footer = this.#root.querySelector('.panel__footer');
    footer.hidden = true;
    footer.replaceChildren();
    this.body.scrollTop = 0;
    view.open(this.body, footer);
    if (focus) this.focusTitle();
  }

  /** Another title for the view that is open, when it has become known. */
  retitle(text) {
    render(this.#root.querySelector('.panel__title'), html`${text}`);
  }

  /** Back to the beginning of the view that is open, also for those who do not see it. */
  toTop() {
    this.body.scrollTop = 0;
    this.focusTitle();
    this.rise();
  }

  focusTitle() {
    this.#root.querySelector('.panel__title').focus({ preventScroll: true });
  }

  #closeView() {
    this.#view?.close();
    this.#view = null;
    this.body?.replaceChildren();
  }
}
