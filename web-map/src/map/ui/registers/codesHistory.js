/** Who has said what of words and types when; a state that has been left can be had again, as a new state. */
import { IMPORT_ROLES } from '../../lib/audience.js';
import { meaningsInWords } from '../../lib/codeTable.js';
import { html, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { changeHistory } from './changeHistory.js';

/** What was said of a word, in a sentence. */
export function wordThen({ word, code, periods = [] }, app) {
  const { t } = app;
  if (!code && periods.length === 0) return t('codes.historyUnsaid', { word });
  const meanings = periods.length > 0 ? periods : [{ code }];
  return t('codes.historyWord', { word, type: meaningsInWords(meanings, (each) => app.typeName(each), t).join('; ') });
}

export class CodesHistory {
  #app;
  #panel;
  #on;
  #states = [];
  #may;

  /** @param {{type: Function, message: Function, onRestored: Function}} on how a type is found, and who is told */
  constructor(app, panel, on) {
    this.#app = app;
    this.#panel = panel;
    this.#on = on;
    this.#may = app.can(...IMPORT_ROLES);
  }

  async open() {
    const { api, t } = this.#app;
    const panel = this.#panel;
    render(panel, html`<p class="muted">${t('loading')}</p>`);
    try {
      const { states } = (await api.get('/api/code-history')).body;
      if (!panel.isConnected) return;
      this.#states = states;
      render(panel, changeHistory(states, t, (state, { what }) => (what === 'word' ? wordThen(state, this.#app) : this.#typeThen(state)), (change, index) => this.#undo(change, index)));
      panel.querySelector('details')?.setAttribute('open', '');
    } catch (error) {
      if (panel.isConnected) render(panel, notice('danger', error.detail || t('codes.failed')));
    }
  }

  #typeThen(state) {
    const { t } = this.#app;
    const { code, nameSv, nameEn, kind, colour, retired } = state;
    return [code, nameSv, nameEn, state.class, kind && t(`kind.${kind}`), colour, retired && t('codes.retired')].filter(Boolean).join(' · ');
  }

  #undo({ what, item }, index) {
    const left = this.#states.findIndex((each) => each.what === what && each.item === item) < index;
    return this.#may && left && html`<button type="button" class="button button--quiet button--small" data-restore="${index}">${this.#app.t('codes.restore')}</button>`;
  }

  async restore(button) {
    const { api, t, types, bus } = this.#app;
    const { what, item, state } = this.#states[button.dataset.restore];
    button.disabled = true;
    try {
      if (what === 'word') {
        const words = (await api.get('/api/type-words')).body.words;
        const newest = this.#states.find((each) => each.what === what && each.item === item);
        const version = words.find(({ word }) => word === state.word || word === newest.state.word)?.version ?? newest.version;
        const said = state.periods?.length ? { periods: state.periods } : { code: state.code };
        await api.put('/api/type-words', { word: state.word, ...said, applyToExisting: true }, { ifMatch: `"v${version}"` });
      } else {
        const { code, version, kind, ...rest } = state;
        await api.put(`/api/types/${encodeURIComponent(code)}`, kind ? { ...rest, kind } : rest, { ifMatch: `"v${this.#on.type(code).version}"` });
        await types.reload();
      }
      bus.emit('data:changed');
      this.#on.onRestored();
    } catch (error) {
      button.disabled = false;
      if (this.#panel.isConnected) this.#on.message(notice('danger', [error.detail, ...(error.errors ?? []).map((e) => `${e.reason} ${e.remedy ?? ''}`)].filter(Boolean).join(' ') || t('codes.failed')));
    }
  }
}
