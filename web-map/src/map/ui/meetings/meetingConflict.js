/** Somebody else has changed the same words of a meeting: both versions side by side, and the reader chooses. */
import { formatInstant } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { itemTitle } from '../../lib/meetingPlan.js';
import { Dialog } from '../dialog.js';
import { icon } from '../icons.js';

export class MeetingConflict {
  #app;
  #current;
  #conflicts;
  #dialog = null;
  #settle = () => {};

  /** `current`: the entry as it is stored; `conflicts`: as mergePlans tells them. */
  constructor(app, current, conflicts) {
    this.#app = app;
    this.#current = current;
    this.#conflicts = conflicts;
  }

  /** Resolves to [{ path, value }], or null when the reader goes back without choosing. */
  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('meeting.conflict'), closeLabel: t('close'), width: 'wide', onClose: () => this.#settle(null) }).open();
    const { updatedBy, updatedAt } = this.#current;
    render(
      this.#dialog.body,
      html`<p>${t('conflict.intro', { who: updatedBy, when: formatInstant(updatedAt) })}</p>
        <form id="meeting-conflict" class="conflict">${this.#conflicts.map((conflict, i) => this.#choice(conflict, i))}</form>`,
    );
    render(
      this.#dialog.footer,
      html`<button type="button" class="button" data-close>${t('conflict.back')}</button>
        <button type="submit" class="button button--primary" form="meeting-conflict">${icon('check')} ${t('conflict.save')}</button>`,
    );
    on(this.#dialog.body, 'submit', '#meeting-conflict', (event) => this.#submit(event));
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  close() {
    this.#dialog.close();
  }

  #choice({ path, current, yours }, i) {
    const { t } = this.#app;
    return html`
      <fieldset class="conflict__field">
        <legend class="group__title">${this.#name(path)}</legend>
        <div class="conflict__choices">
          ${this.#option(i, 'current', t('conflict.theirs', { who: this.#current.updatedBy }), current)}
          ${this.#option(i, 'yours', t('conflict.yours'), yours)}
        </div>
      </fieldset>`;
  }

  #option(i, value, label, content) {
    const id = `meeting-conflict-${i}-${value}`;
    return html`
      <div class="conflict__choice">
        <input type="radio" required ${attributes({ name: `c${i}`, id, value })}>
        <label for="${id}"><strong>${label}</strong><span class="note">${this.#words(content)}</span></label>
      </div>`;
  }

  #name([field, index, part]) {
    const { t } = this.#app;
    if (index === undefined) return t(`meeting.field.${field}`);
    return `${index + 1}. ${itemTitle(this.#current.state.plan.agenda[index], t)}: ${t(`meeting.item.${part}`)}`;
  }

  #words(content) {
    const { t } = this.#app;
    if (!Array.isArray(content)) return String(content ?? '') || t('meeting.empty');
    return content.map((one) => (typeof one === 'string' ? one : one.organisation ? `${one.organisation} ${one.number ?? ''} ${t(`meeting.attendance.${one.state}`)}` : itemTitle(one, t))).join('\n') || t('meeting.empty');
  }

  #submit(event) {
    event.preventDefault();
    const chosen = new FormData(event.target);
    const settle = this.#settle;
    this.#settle = () => {};
    this.#dialog.close();
    settle(this.#conflicts.map(({ path, current, yours }, i) => ({ path, value: chosen.get(`c${i}`) === 'yours' ? yours : current })));
  }
}
