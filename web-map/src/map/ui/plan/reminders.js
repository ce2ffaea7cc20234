/** Reminders, ready to send: one text for each owner with something late or due within 30 days. */
import { mailto, reminder, slug } from '../../lib/actionPlan.js';
import { html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';
import { today } from './moveMeasure.js';

export class Reminders {
  #app;
  #root = null;
  #texts = [];
  #addresses = new Map();
  #stops = [];

  constructor(app) {
    this.#app = app;
  }

  open(root) {
    this.#root = root;
    this.#stops = [on(root, 'click', '[data-copy]', (event, button) => this.#copy(Number(button.dataset.copy)))];
    this.load();
  }

  /** Where reminders go; without the register the address is left to the writer. */
  async load() {
    const answer = await this.#app.api.get('/api/organisations').catch(() => null);
    if (!answer) return;
    this.#addresses = new Map(answer.body.organisations.map(({ state }) => [state.name, state.address]));
    this.#draw();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  show(features) {
    const { t } = this.#app;
    const owners = [...new Set(features.map(({ properties: p }) => p.owner))].sort((a, b) => a.localeCompare(b, 'sv'));
    this.#texts = owners.map((owner) => ({ owner, ...reminder(owner, features, today(), t) })).filter(({ count }) => count > 0);
    this.#draw();
  }

  #draw() {
    const { t } = this.#app;
    if (!this.#root) return;
    const open = this.#root.querySelector('details')?.open;
    render(
      this.#root,
      this.#texts.length === 0
        ? html``
        : html`
          <details class="disclosure" id="plan-reminder" ${open ? html`open` : null}>
            <summary>${t('plan.reminders', { count: this.#texts.length })}</summary>
            <div class="disclosure__body"><ul class="reminders">${this.#texts.map((text, i) => this.#text(text, i))}</ul></div>
          </details>`,
    );
  }

  #text({ owner, subject, body }, i) {
    const { t } = this.#app;
    const id = `reminder-${slug(owner)}-${i}`;
    return html`
      <li class="reminder">
        <h4 class="reminder__owner">${owner}</h4>
        <p class="reminder__subject"><strong>${t('plan.reminder.subjectLabel')}</strong> ${subject}</p>
        <label class="visually-hidden" for="${id}">${t('plan.reminder.text', { owner })}</label>
        <textarea class="input input--area" id="${id}" rows="8" readonly>${body}</textarea>
        <div class="button-row">
          <button type="button" class="button button--small" id="${id}-copy" data-copy="${i}">${icon('copy')} ${t('plan.reminder.copy')}<span class="visually-hidden"> ${owner}</span></button>
          <a class="button button--small" href="${mailto(this.#addresses.get(owner) ?? '', { subject, body })}">${t('plan.reminder.mail')}<span class="visually-hidden"> ${owner}</span></a>
        </div>
      </li>`;
  }

  async #copy(i) {
    const { t, toasts } = this.#app;
    const { subject, body } = this.#texts[i];
    try {
      await navigator.clipboard.writeText(`${subject}\n\n${body}`);
      toasts.show(t('plan.reminder.copied'), { kind: 'success' });
    } catch {
      const area = this.#root.querySelectorAll('textarea')[i];
      area.focus();
      area.select();
      toasts.show(t('plan.reminder.selected'));
    }
  }
}
