/**
 * What people wrote in surveys, waiting for somebody to read it (granskning av texter): approve it as it stands, take
 * words out first, or reject it. The mark counts whatever is decided. With the focus in a text: A approves, E edits,
 * R rejects.
 */
import { attributes, html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';

const MOST = 50;
const MAX_WORDS = 1000;
const SHORTCUTS = { a: 'approve', e: 'edit', r: 'reject' };

class TextsSection {
  id = 'texts';
  roles = Object.freeze(['est-coordinator', 'communicator']);
  #root = null;
  #app = null;
  #texts = [];
  #waiting = 0;
  #editing = null;
  #stops = [];

  title(t) {
    return t('texts.title');
  }

  async count({ api }) {
    return (await api.get('/api/survey-texts', { parameters: { limit: 1 } })).body.waiting;
  }

  mount(element, app) {
    this.#root = element;
    this.#app = app;
    const { t } = app;
    render(element, html`<p class="muted">${t('texts.intro')}</p><div id="texts-fault"></div><ol class="texts" id="texts"><li class="muted">${t('loading')}</li></ol>`);
    this.#stops = [
      on(element, 'click', '[data-decide]', (event, button) => this.#press(button.dataset.decide, Number(button.closest('[data-text]').dataset.text))),
      on(element, 'click', '[data-show]', (event, button) => this.#show(Number(button.closest('[data-text]').dataset.text))),
      on(element, 'submit', '[data-text] form', (event, form) => this.#saveEdited(event, form)),
      on(element, 'keydown', '[data-text]', (event, row) => this.#key(event, Number(row.dataset.text))),
    ];
    this.#load();
  }

  unmount() {
    for (const stop of this.#stops.splice(0)) stop();
    this.#root = null;
    this.#editing = null;
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      const { body } = await api.get('/api/survey-texts', { parameters: { limit: MOST }, supersede: 'survey-texts' });
      this.#texts = body.texts;
      this.#waiting = body.waiting;
      this.#draw();
    } catch (error) {
      if (error.name !== 'AbortError' && this.#root) render(this.#root.querySelector('#texts'), html`<li>${notice('danger', t('texts.failed'))}</li>`);
    }
  }

  #draw() {
    if (!this.#root) return;
    const { t } = this.#app;
    const more = this.#waiting - this.#texts.length;
    render(
      this.#root.querySelector('#texts'),
      html`
        ${this.#texts.length === 0 && html`<li class="empty"><p>${t('texts.empty')}</p></li>`}
        ${this.#texts.map((text) => this.#row(text))}
        ${more > 0 && html`<li class="muted">${t('texts.more', { count: more })}</li>`}`,
    );
  }

  #row({ id, wave, words, safe, place, lon, reasons, masked, day }) {
    const { t } = this.#app;
    const about = [t(safe ? 'texts.safe' : 'texts.unsafe'), place, reasons.map((code) => t(`reason.${code}`)).join(', '), day].filter(Boolean).join(' · ');
    return html`
      <li><div class="text-row" data-text="${id}" id="text-${id}" tabindex="-1" role="group" aria-label="${about}">
        ${this.#editing === id
          ? html`
            <form>
              <label class="field__label" for="text-edit-${id}">${t('texts.edit')}</label>
              <textarea class="input input--area" id="text-edit-${id}" name="words" rows="4" maxlength="${MAX_WORDS}">${words}</textarea>
              <p class="field__hint">${t('texts.editHint')}</p>
              <div class="button-row">
                <button type="submit" class="button button--primary button--small">${icon('check')} ${t('texts.approveEdited')}</button>
                <button type="button" class="button button--small" data-decide="cancel">${t('texts.cancel')}</button>
              </div>
            </form>`
          : html`<blockquote class="text-row__words" id="text-words-${id}">${words}</blockquote>`}
        <p class="muted">${about}<br>${wave.title}</p>
        ${masked.length > 0 && html`<p class="survey-warning">${t('texts.masked', { kinds: masked.map((kind) => t(`survey.personal.${kind}`)).join(', ') })}</p>`}
        ${this.#editing !== id && html`
          <div class="button-row">
            ${[['approve', 'check'], ['edit', 'edit'], ['reject', 'close']].map(([action, picture]) => html`
              <button type="button" class="button button--small" data-decide="${action}" ${attributes({ id: `text-${action}-${id}`, 'aria-describedby': `text-words-${id}` })}>${icon(picture)} ${t(`texts.${action}`)}</button>`)}
            ${lon !== null && html`<button type="button" class="button button--quiet button--small" data-show>${icon('point')} ${t('texts.show')}</button>`}
          </div>`}
      </div></li>`;
  }

  #find(id) {
    return this.#texts.find((text) => text.id === id);
  }

  #key(event, id) {
    const action = SHORTCUTS[event.key.toLowerCase()];
    if (event.key === 'Escape' && this.#editing === id) {
      event.stopPropagation();
      this.#press('cancel', id);
    } else if (action && !event.ctrlKey && !event.metaKey && !event.altKey && event.target.tagName !== 'TEXTAREA') {
      event.preventDefault();
      event.stopPropagation();
      this.#press(action, id);
    }
  }

  #press(action, id) {
    if (action === 'edit' || action === 'cancel') {
      this.#editing = action === 'edit' ? id : null;
      this.#draw();
      document.getElementById(`text-edit-${id}`)?.focus();
    } else this.#decide(id, action);
  }

  #saveEdited(event, form) {
    event.preventDefault();
    const id = Number(form.closest('[data-text]').dataset.text);
    this.#decide(id, 'approve', { words: new FormData(form).get('words').trim() });
  }

  async #decide(id, action, body = {}) {
    const { api, t, toasts, bus } = this.#app;
    const text = this.#find(id);
    try {
      const answer = await api.post(`/api/survey-texts/${id}/${action}`, action === 'approve' ? body : undefined, { ifMatch: `"v${text.version}"` });
      const next = this.#texts[this.#texts.indexOf(text) + 1] ?? this.#texts[this.#texts.indexOf(text) - 1];
      this.#editing = null;
      this.#texts = this.#texts.filter((other) => other !== text);
      this.#waiting--;
      this.#draw();
      if (next) document.getElementById(`text-${next.id}`)?.focus();
      bus.emit('inbox:changed');
      toasts.show(t(action === 'approve' ? 'texts.approved' : 'texts.rejected'), { kind: 'success', action: { label: t('texts.undo'), run: () => this.#undo(answer.body) } });
      if (this.#texts.length === 0 && this.#waiting > 0) this.#load();
    } catch (error) {
      this.#fault(error);
      if (error.status === 412) this.#load();
    }
  }

  async #undo({ id, version }) {
    const { api, bus } = this.#app;
    try {
      await api.post(`/api/survey-texts/${id}/reopen`, undefined, { ifMatch: `"v${version}"` });
      bus.emit('inbox:changed');
      if (this.#root) this.#load();
    } catch (error) {
      this.#fault(error);
    }
  }

  #show(id) {
    const { lon, lat } = this.#find(id);
    this.#app.map.showPlace(lon, lat);
  }

  #fault(error) {
    const { t } = this.#app;
    const words = error.errors?.[0] ? `${error.errors[0].reason} ${error.errors[0].remedy}` : error.detail || t('texts.failed');
    if (this.#root) render(this.#root.querySelector('#texts-fault'), notice('danger', words));
  }
}

export const textsSection = new TextsSection();
