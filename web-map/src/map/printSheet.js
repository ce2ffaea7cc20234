/** What a print needs besides map, legend and list: a title, the selection in words, the date and the source. */
import { formatDate } from './lib/format.js';
import { html, render } from './lib/html.js';
import { selectionInWords } from './words.js';

export class PrintSheet {
  #app;
  #element;
  #unfolded = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    addEventListener('beforeprint', this.#draw);
    addEventListener('beforeprint', this.#unfold);
    addEventListener('afterprint', this.#fold);
    this.#draw();
    this.#app.state.subscribe(['from', 'to', 'types', 'stream', 'group', 'datasets'], this.#draw);
    return this;
  }

  close() {
    removeEventListener('beforeprint', this.#draw);
    removeEventListener('beforeprint', this.#unfold);
    removeEventListener('afterprint', this.#fold);
  }

  #draw = () => {
    const { t, session, group } = this.#app;
    const place = session.municipality?.name ?? group?.name ?? '';
    render(
      this.#element,
      html`<p class="print-head__title">${t('print.title', { place })}</p>
        <p class="print-head__words">${selectionInWords(this.#app).join(' · ')}</p>
        <p class="print-head__date">${t('print.date', { date: formatDate(localNow()), name: session.displayName ?? '', version: session.version ?? '' })}</p>
        ${group?.invented && html`<p class="print-head__invented">${t('print.invented')}</p>`}`,
    );
  };

  /** On paper nothing can be opened: what explains a result is printed with it. */
  #unfold = () => {
    this.#fold();
    this.#unfolded = [...document.querySelectorAll('.panel .disclosure:not([open]), .check-result__about .disclosure:not([open])')];
    for (const each of this.#unfolded) each.open = true;
  };

  #fold = () => {
    for (const each of this.#unfolded.splice(0)) each.open = false;
  };
}

function localNow() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
