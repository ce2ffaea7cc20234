/** What a print needs besides map, legend and list: a title, the selection in words, the date and the source. */
import { formatDate } from './lib/format.js';
import { html, render } from './lib/html.js';
import { selectionInWords } from './words.js';

export class PrintSheet {
  #app;
  #element;

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    addEventListener('beforeprint', this.#draw);
    this.#draw();
    this.#app.state.subscribe(['from', 'to', 'types', 'stream', 'datasets'], this.#draw);
    return this;
  }

  close() {
    removeEventListener('beforeprint', this.#draw);
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
}

function localNow() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
