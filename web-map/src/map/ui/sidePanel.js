/**
 * The panel beside the map, a sheet at the bottom on a phone. It shows one view at a time: a view has a title, perhaps
 * a way back, and fills the body and the footer.
 *
 *     panel.show(view)      closes the former view and opens this one
 *
 * A view is an object with `title`, `back` ({ label, run } or null), `open(body, footer)` and `close()`.
 */
import { html, on, render } from '../lib/html.js';
import { icon } from './icons.js';

/** How much of a phone's screen the sheet takes, in the order the handle steps through them. */
const SIZES = ['peek', 'half', 'full'];

export class SidePanel {
  #root;
  #t;
  #view = null;
  #stops = [];

  constructor(root, t) {
    this.#root = root;
    this.#t = t;
  }

  get view() {
    return this.#view;
  }

  get body() {
    return this.#root.querySelector('.panel__body');
  }

  open() {
    const t = this.#t;
    render(
      this.#root,
      html`
        <button type="button" class="panel__handle" data-handle aria-label="${t('panel.resize')}"><span aria-hidden="true"></span></button>
        <header class="panel__header">
          <button type="button" class="button button--quiet panel__back" data-back hidden></button>
          <h2 class="panel__title" id="panel-title" tabindex="-1"></h2>
        </header>
        <div class="panel__body"></div>
        <footer class="panel__footer" hidden></footer>`,
    );
    this.#stops = [
      on(this.#root, 'click', '[data-back]', () => this.#view?.back?.run()),
      on(this.#root, 'click', '[data-handle]', () => this.#resize()),
      on(this.#root, 'keydown', '[data-handle]', (event) => this.#onHandleKey(event)),
    ];
    this.size = 'half';
    return this;
  }

  close() {
    this.#closeView();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  /** 'peek', 'half' or 'full'; only a phone's sheet minds. */
  set size(size) {
    this.#root.dataset.sheet = size;
  }

  get size() {
    return this.#root.dataset.sheet;
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

  focusTitle() {
    this.#root.querySelector('.panel__title').focus({ preventScroll: true });
  }

  #closeView() {
    this.#view?.close();
    this.#view = null;
    this.body?.replaceChildren();
  }

  #resize() {
    this.size = SIZES[(SIZES.indexOf(this.size) + 1) % SIZES.length];
  }

  #onHandleKey(event) {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.size = SIZES[Math.min(SIZES.length - 1, Math.max(0, SIZES.indexOf(this.size) + step))];
  }
}
