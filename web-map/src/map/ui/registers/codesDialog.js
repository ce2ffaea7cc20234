/**
 * The code tables: what the words of sources mean, the unknown first; the types, the municipality's own among them; and
 * who has said what when.
 */
import { IMPORT_ROLES } from '../../lib/audience.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { formatNumber } from '../../lib/format.js';
import { meaningsInWords } from '../../lib/codeTable.js';
import { foundWords } from '../../lib/codeWords.js';
import { Dialog } from '../dialog.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { Tabs } from '../tabs.js';
import { CodeFile } from './codeFile.js';
import { CodesHistory, wordThen } from './codesHistory.js';
import { TypeForm } from './typeForm.js';
import { WordForm } from './wordForm.js';

/** Rows drawn at once; the search finds the rest. */
const SHOWN = 100;

export class CodesDialog {
  #app;
  #dialog;
  #tabs = null;
  #words = null;
  #search = '';
  #form = null;
  #history = null;
  #may;

  constructor(app) {
    this.#app = app;
    this.#may = app.can(...IMPORT_ROLES);
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('codes.title'), closeLabel: t('close'), width: 'wide', onClose: () => this.#leave() }).open();
    const { body, footer } = this.#dialog;
    on(body, 'input', '#codes-search', (event, input) => this.#find(input.value));
    on(body, 'change', '[data-word]', (event, select) => this.#offer(select));
    on(body, 'click', '[data-say]', (event, button) => this.#say(button));
    on(body, 'click', '[data-edit-type]', (event, button) => this.#showForm(this.#type(button.dataset.editType)));
    on(body, 'click', '[data-restore]', (event, button) => this.#history.restore(button));
    on(body, 'click', '[data-file]', (event, button) => this.#showFile(button.dataset.file));
    on(body, 'click', '[data-new-word]', () => this.#showWord(null));
    on(body, 'click', '[data-times]', (event, button) => this.#showWord(this.#words[button.dataset.times]));
    on(body, 'submit', '#type-form', (event) => this.#save(event));
    on(body, 'submit', '#word-form', (event) => this.#saveWord(event));
    on(footer, 'click', '[data-new-type]', () => this.#showForm(null));
    on(footer, 'click', '[data-list]', (event, button) => this.#showTabs(button.dataset.list));
    this.#showTabs('words');
    return this;
  }

  close() {
    this.#dialog.close();
  }

  /** Ends what is shown, to show something else. */
  #leave() {
    this.#tabs?.close();
    this.#form?.close?.();
    this.#form = null;
  }

  #showTabs(selected, message = html``) {
    const { t } = this.#app;
    this.#leave();
    this.#dialog.title = t('codes.title');
    render(this.#dialog.body, html`<p>${t('codes.intro')}</p><div id="codes-message" aria-live="polite"></div><div id="codes-tabs"></div>`);
    this.#tabs = new Tabs(this.#dialog.body.querySelector('#codes-tabs'), {
      label: t('codes.title'),
      tabs: ['words', 'types', 'history'].map((id) => ({ id: `codes-${id}`, label: t(`codes.${id}`) })),
      selected: `codes-${selected}`,
      onSelect: (id) => this.#fill(id),
    }).open();
    render(
      this.#dialog.footer,
      html`${this.#may && html`<button type="button" class="button" data-new-type>${icon('add')} ${t('codes.newType')}</button>`}
        <button type="button" class="button" data-close>${t('close')}</button>`,
    );
    this.#message(message);
    this.#fill(`codes-${selected}`);
  }

  #fill(tab) {
    if (tab === 'codes-words') this.#fillWords();
    else if (tab === 'codes-types') this.#fillTypes();
    else this.#fillHistory();
  }

  async #fillWords() {
    const { t } = this.#app;
    const panel = this.#tabs.panel('codes-words');
    if (!this.#words) {
      render(panel, html`<p class="muted">${t('loading')}</p>`);
      if (!(await this.#load())) return;
    }
    render(
      panel,
      html`
        <p role="note">${this.#unknown() > 0 ? t('codes.unknown', { count: this.#unknown() }) : t('codes.noneUnknown')}</p>
        ${this.#tableButtons('words')}
        <div class="field"><label class="field__label" for="codes-search">${t('codes.search')}</label><input class="input" id="codes-search" type="search" autocomplete="off" value="${this.#search}"></div>
        <div id="codes-words"></div>`,
    );
    this.#drawWords();
  }

  /** Out as a file, and in again. */
  #tableButtons(table) {
    const { t } = this.#app;
    return html`
      <p class="button-row">
        ${this.#may && table === 'words' && html`<button type="button" class="button button--small" data-new-word>${icon('add')} ${t('codes.newWord')}</button>`}
        <a class="button button--small" href="/api/code-tables/${table}.csv" download>${icon('download')} ${t('codes.file.take')}</a>
        ${this.#may && html`<button type="button" class="button button--small" data-file="${table}">${icon('upload')} ${t('codes.file.open')}</button>`}
      </p>`;
  }

  async #load() {
    const { api, t } = this.#app;
    try {
      this.#words = (await api.get('/api/type-words')).body.words;
      return this.#dialog.isOpen;
    } catch (error) {
      if (this.#dialog.isOpen) this.#message(notice('danger', error.detail || t('codes.failed')));
      return false;
    }
  }

  #unknown() {
    return this.#words.filter(({ code }) => code === null).length;
  }

  #find(text) {
    this.#search = text;
    this.#drawWords();
  }

  #drawWords() {
    const { t, locale } = this.#app;
    const place = this.#dialog.body.querySelector('#codes-words');
    const found = foundWords(this.#words, this.#search, (code) => this.#app.typeName(code));
    if (found.length === 0) {
      render(place, html`<p class="empty">${t(this.#words.length === 0 ? 'codes.noWords' : 'codes.noneFound')}</p>`);
      return;
    }
    render(
      place,
      html`
        <div class="table-scroll" tabindex="0" role="region" aria-label="${t('codes.words')}">
          <table class="table table--wordy codes__words">
            <caption class="visually-hidden">${t('codes.words')}</caption>
            <thead><tr><th scope="col">${t('codes.word')}</th><th scope="col" class="table__number">${t('codes.here')}</th><th scope="col">${t('codes.means')}</th></tr></thead>
            <tbody>${found.slice(0, SHOWN).map((word) => html`<tr>
              <th scope="row">${word.word}${word.saidHere && html` <span class="tag">${t('codes.saidHere')}</span>`}</th>
              <td class="table__number">${formatNumber(word.incidents, locale, 0)}</td>
              <td>${this.#may ? this.#choice(word, this.#words.indexOf(word)) : this.#meanings(word)}</td></tr>`)}
            </tbody>
          </table>
        </div>
        ${found.length > SHOWN && html`<p class="muted">${t('codes.more', { shown: SHOWN, count: found.length })}</p>`}`,
    );
  }

  /** What a word means, a line for each time. */
  #meanings({ code, periods, outside }) {
    const meanings = periods.length > 0 ? periods : code ? [{ code }] : [];
    return html`${meaningsInWords(meanings, (each) => this.#app.typeName(each), this.#app.t).map((line) => html`<span class="codes__period">${line}</span>`)}
      ${outside > 0 && html`<span class="codes__period codes__outside">${this.#app.t('codes.outside', { count: outside })}</span>`}`;
  }

  /** Empty stands for what the product says about the word, or for nothing. */
  #choice(each, index) {
    const { t, types } = this.#app;
    const { word, code, saidHere, shippedCode, periods } = each;
    const times = html`<button type="button" class="button button--quiet button--small" data-times="${index}">${icon('calendar')} ${t('codes.times')} <span class="visually-hidden">${t('codes.timesOf', { word })}</span></button>`;
    if (periods.length > 0) return html`${this.#meanings(each)}${times}`;
    const chosen = saidHere ? code : '';
    const unsaid = shippedCode ? t('codes.asShipped', { type: this.#app.typeName(shippedCode) }) : t('codes.nobody');
    const { types: all = [], classes = [] } = types.value.body ?? {};
    return html`
      <select class="input input--select" aria-label="${t('codes.meansOf', { word })}" data-word="${index}">
        <option value="">${unsaid}</option>
        ${classes.map(({ class: letter }) => html`<optgroup label="${this.#app.className(letter)}">${all
          .filter((type) => type.class === letter && (!type.retired || type.code === chosen))
          .map((type) => html`<option ${attributes({ value: type.code, selected: type.code === chosen })}>${this.#app.typeName(type.code)}</option>`)}</optgroup>`)}
      </select> ${times}
      <div data-offer="${index}"></div>`;
  }

  /** After a choice: save it, also for what is here. */
  #offer(select) {
    const { t } = this.#app;
    const index = select.dataset.word;
    const word = this.#words[index];
    const place = this.#dialog.body.querySelector(`[data-offer="${index}"]`);
    if (select.value === (word.saidHere ? word.code : '')) {
      render(place, html``);
      return;
    }
    render(
      place,
      html`
        ${word.incidents > 0 && html`<label class="check"><input type="checkbox" id="codes-apply-${index}" checked><span>${t('codes.applyToExisting', { count: word.incidents })}</span></label>`}
        <button type="button" class="button button--primary button--small" data-say="${index}">${icon('check')} ${t('save')} <span class="visually-hidden">${word.word}</span></button>`,
    );
  }

  async #say(button) {
    const { api, t, bus } = this.#app;
    const index = button.dataset.say;
    const word = this.#words[index];
    const select = this.#dialog.body.querySelector(`[data-word="${index}"]`);
    const applyToExisting = this.#dialog.body.querySelector(`#codes-apply-${index}`)?.checked ?? false;
    button.disabled = true;
    try {
      const { body } = await api.put('/api/type-words', { word: word.word, code: select.value, applyToExisting }, { ifMatch: `"v${word.version}"` });
      if (body.retyped > 0) bus.emit('data:changed');
      if (!(await this.#load())) return;
      await this.#fillWords();
      this.#message(notice('success', t('codes.said', { word: word.word, count: body.retyped })));
      this.#dialog.body.querySelector('#codes-search').focus();
    } catch (error) {
      if (!this.#dialog.isOpen) return;
      this.#words = null;
      if (error.status === 412) await this.#fillWords();
      else button.disabled = false;
      this.#message(notice(error.status === 412 ? 'warning' : 'danger', [error.detail, ...error.errors.map((e) => `${e.reason} ${e.remedy ?? ''}`)].filter(Boolean).join(' ') || t('codes.failed')));
    }
  }

  #type(code) {
    return this.#app.types.value.body.types.find((type) => type.code === code);
  }

  #fillTypes() {
    const { t, types } = this.#app;
    const { types: all = [], classes = [] } = types.value.body ?? {};
    render(
      this.#tabs.panel('codes-types'),
      html`${this.#tableButtons('types')}${classes.map(({ class: letter }) => html`
        <section class="section"><h3 class="section__title">${letter} ${this.#app.className(letter)}</h3>
          <ul class="plain codes">${all.filter((type) => type.class === letter).map((type) => html`
            <li class="codes__type">
              <svg class="codes__colour" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7" fill="${type.colour}"></circle></svg>
              <span><code>${type.code}</code> ${this.#app.typeName(type.code)} <span class="tag tag--${type.kind}">${t(`kind.${type.kind}`)}</span> ${type.version > 0 && html`<span class="tag">${t('codes.own')}</span>`} ${type.retired && html`<span class="tag tag--disabled">${t('codes.retired')}</span>`}</span>
              ${this.#may && html`<button type="button" class="button button--quiet button--small" data-edit-type="${type.code}">${icon('edit')} ${t('codes.edit')} <span class="visually-hidden">${this.#app.typeName(type.code)}</span></button>`}
            </li>`)}</ul></section>`)}`,
    );
  }

  #fillHistory() {
    const history = new CodesHistory(this.#app, this.#tabs.panel('codes-history'), {
      type: (code) => this.#type(code),
      message: (markup) => this.#message(markup),
      onRestored: () => {
        this.#words = null;
        if (this.#dialog.isOpen) this.#showTabs('history', notice('success', this.#app.t('codes.restored')));
      },
    });
    this.#history = history;
    history.open();
  }

  /** The types that one may be like. */
  #likes(type) {
    return this.#app.types.value.body.types
      .filter(({ code, like, retired }) => code !== type?.code && !like && (!retired || code === type?.like))
      .map(({ code }) => ({ value: code, label: `${this.#app.typeName(code)} (${code})` }));
  }

  #showForm(type) {
    const { t, types } = this.#app;
    this.#leave();
    this.#form = new TypeForm(t, types.value.body.classes, (letter) => this.#app.className(letter), type, this.#likes(type));
    this.#dialog.title = type ? t('codes.editType', { name: this.#app.typeName(type.code) }) : t('codes.newType');
    render(this.#dialog.body, html`<div id="codes-message" aria-live="polite"></div>${this.#form.markup()}`);
    render(
      this.#dialog.footer,
      html`<button type="submit" class="button button--primary" form="type-form" id="type-save">${icon('check')} ${t('save')}</button>
        <button type="button" class="button" data-list="types">${t('cancel')}</button>`,
    );
    this.#dialog.focusTitle();
  }

  async #save(event) {
    event.preventDefault();
    const { api, t, types, bus } = this.#app;
    const form = this.#form;
    const written = form.read(event.target);
    const button = this.#dialog.footer.querySelector('#type-save');
    if (button.disabled) return;
    button.disabled = true;
    try {
      if (form.type) await api.put(`/api/types/${encodeURIComponent(form.type.code)}`, written, { ifMatch: `"v${form.type.version}"` });
      else await api.post('/api/types', written);
      await types.reload();
      bus.emit('data:changed');
      if (this.#dialog.isOpen) this.#showTabs('types', notice('success', t('codes.savedType', { name: written.nameSv })));
    } catch (error) {
      button.disabled = false;
      if (!this.#dialog.isOpen) return;
      if (error.status === 412) {
        // what is written stays in the form; the next save is made knowing what the other wrote
        await types.reload();
        form.type = this.#type(form.type.code);
        const theirs = form.type;
        this.#message(notice('warning', t('codes.staleType', { name: theirs.nameSv, kind: t(`kind.${theirs.kind}`), colour: theirs.colour })));
        return;
      }
      const homeless = form.show(event.target, error.errors);
      const words = [...homeless.map((e) => `${e.reason} ${e.remedy ?? ''}`), error.errors.length ? '' : error.detail].filter(Boolean).join(' ');
      this.#message(words ? notice('danger', words) : html``);
    }
  }

  #showFile(table) {
    const { t, types, bus } = this.#app;
    this.#leave();
    this.#form = new CodeFile(this.#app, this.#dialog, table, async ({ changed, retyped }) => {
      this.#words = null;
      if (table === 'types') await types.reload();
      if (table === 'types' || retyped > 0) bus.emit('data:changed');
      if (this.#dialog.isOpen) this.#showTabs(table, notice('success', t('codes.file.saved', { changed, count: retyped })));
    }).open();
  }

  #showWord(word) {
    const { t } = this.#app;
    this.#leave();
    this.#form = new WordForm(this.#app, word);
    this.#dialog.title = word ? t('codes.editWord', { word: word.word }) : t('codes.newWord');
    render(this.#dialog.body, html`<div id="codes-message" aria-live="polite"></div>${this.#form.markup()}`);
    this.#form.open(this.#dialog.body.querySelector('#word-form'));
    render(
      this.#dialog.footer,
      html`<button type="submit" class="button button--primary" form="word-form" id="word-save">${icon('check')} ${t('save')}</button>
        <button type="button" class="button" data-list="words">${t('cancel')}</button>`,
    );
    this.#dialog.focusTitle();
  }

  async #saveWord(event) {
    event.preventDefault();
    const { api, t, bus } = this.#app;
    const form = this.#form;
    const written = form.read();
    const button = this.#dialog.footer.querySelector('#word-save');
    if (button.disabled) return;
    button.disabled = true;
    try {
      const { body } = await api.put('/api/type-words', written, { ifMatch: `"v${form.word?.version ?? 0}"` });
      this.#words = null;
      if (body.retyped > 0) bus.emit('data:changed');
      if (this.#dialog.isOpen) this.#showTabs('words', notice('success', t('codes.said', { word: body.word, count: body.retyped })));
    } catch (error) {
      button.disabled = false;
      if (!this.#dialog.isOpen) return;
      if (error.status === 412) {
        // what is written stays in the form; the next save is made knowing what the other wrote
        const { current } = error.body;
        form.word = { ...(form.word ?? {}), word: current.word, version: current.version };
        this.#message(notice('warning', t('codes.staleWord', { state: wordThen(current, this.#app) })));
        return;
      }
      const homeless = form.show(error.errors);
      const words = [...homeless.map((each) => `${each.reason} ${each.remedy ?? ''}`), error.errors.length ? '' : error.detail].filter(Boolean).join(' ');
      this.#message(words ? notice('danger', words) : html``);
    }
  }

  #message(markup) {
    const place = this.#dialog.isOpen && this.#dialog.body.querySelector('#codes-message');
    if (!place) return;
    render(place, markup);
    place.scrollIntoView({ block: 'nearest' });
  }
}
