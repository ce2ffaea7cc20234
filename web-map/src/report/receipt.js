/** What happened after "send": the report's number as soon as the service has it, until then that it waits here. */
import { html, on, render } from '../map/lib/html.js';
import { icon } from '../map/ui/icons.js';

export class Receipt {
  #app;
  #root;
  #key;
  #options;
  #stops = [];

  /** @param {string} key what this phone calls the report  @param {{onNew: () => void, onMine: () => void}} options */
  constructor(app, root, key, options) {
    this.#app = app;
    this.#root = root;
    this.#key = key;
    this.#options = options;
  }

  open() {
    const { t, outbox, arrivals } = this.#app;
    render(
      this.#root,
      html`
        <h2 id="receipt-title" tabindex="-1">${t('report.thanks')}</h2>
        <div id="receipt-state" role="status"></div>
        <button type="button" class="button button--primary button--wide" id="receipt-new">${icon('add')} ${t('report.another')}</button>
        <button type="button" class="button button--wide" id="receipt-mine">${t('report.toMine')}</button>`,
    );
    this.#stops = [
      on(this.#root, 'click', '#receipt-new', () => this.#options.onNew()),
      on(this.#root, 'click', '#receipt-mine', () => this.#options.onMine()),
      outbox.subscribe(() => this.#draw()),
      arrivals.subscribe(() => this.#draw()),
    ];
    this.#root.querySelector('#receipt-title').focus();
    scrollTo({ top: 0 });
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #draw() {
    const { t, outbox, arrivals, store } = this.#app;
    const place = this.#root.querySelector('#receipt-state');
    if (!place) return;
    const arrived = arrivals.of(this.#key);
    const item = outbox.items.find(({ key }) => key === this.#key);
    if (arrived) {
      render(
        place,
        html`<div class="message message--success"><p class="report-number">${t('report.number', { id: arrived.report.id })}</p><p>${t(arrived.report.merged ? 'report.arrivedMerged' : 'report.arrived')}</p></div>
          ${arrived.lost.length > 0 && html`<p class="message message--warning">${t('report.photosLost', { reason: arrived.lost.join(' ') })}</p>`}`,
      );
    } else if (item?.state === 'refused') {
      render(place, html`<p class="message message--danger">${t('report.refused', { reason: item.fault?.errors?.[0]?.reason ?? item.fault?.detail ?? '' })}</p>`);
    } else {
      render(place, html`<p class="message message--info">${t(item?.state === 'sending' ? 'report.sending' : item?.state === 'log-in' ? 'report.waitsForLogin' : 'report.waits')}</p>
        ${!store.lasts && html`<p class="message message--warning">${t('report.noStore')}</p>`}`);
    }
  }
}
