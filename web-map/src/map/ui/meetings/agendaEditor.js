/** The agenda: made with one press, then each item moved, changed and removed, by keyboard or by dragging. */
import { html, on, render, attributes } from '../../lib/html.js';
import { ITEM_KINDS, itemTitle, minutesOf, moved, presentItem, viewAddress } from '../../lib/meetingPlan.js';
import { textField } from '../fields.js';
import { icon } from '../icons.js';

export class AgendaEditor {
  #app;
  #root;
  #desk;
  #go;
  #mayWrite;
  #open = null;
  #dragged = null;
  #spots = null;
  #shown = '';
  #stops = [];

  constructor(app, root, { desk, mayWrite, go }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
    this.#mayWrite = mayWrite;
    this.#go = go;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-standard]', () => this.#standard()),
      on(this.#root, 'click', '[data-add]', () => this.#add()),
      on(this.#root, 'click', '[data-up]', (event, button) => this.#move(Number(button.dataset.up), -1)),
      on(this.#root, 'click', '[data-down]', (event, button) => this.#move(Number(button.dataset.down), 1)),
      on(this.#root, 'click', '[data-remove]', (event, button) => this.#remove(Number(button.dataset.remove))),
      on(this.#root, 'click', '[data-edit]', (event, button) => this.#edit(Number(button.dataset.edit))),
      on(this.#root, 'click', '[data-view]', (event, button) => this.#setView(Number(button.dataset.view), button.dataset.clear === undefined)),
      on(this.#root, 'click', '[data-show]', (event, button) => this.#go(presentItem(this.#desk.id, Number(button.dataset.show) + 1))),
      on(this.#root, 'change', '[data-of]', (event, field) => this.#changed(field)),
      on(this.#root, 'input', 'textarea[data-of]', (event, field) => this.#changed(field)),
      on(this.#root, 'dragstart', '[data-item]', (event, item) => this.#dragStart(event, item)),
      on(this.#root, 'dragover', '[data-item]', (event) => this.#dragged !== null && event.preventDefault()),
      on(this.#root, 'drop', '[data-item]', (event, item) => this.#drop(event, Number(item.dataset.item))),
      this.#desk.subscribe(() => this.#follow()),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Draws again when somebody else has changed the agenda, but never under the hands of who writes. */
  #follow() {
    if (this.#shown !== this.#key && !this.#root.contains(document.activeElement)) this.#draw();
  }

  get #key() {
    return JSON.stringify(this.#desk.plan.agenda);
  }

  #draw() {
    const { t } = this.#app;
    const { agenda } = this.#desk.plan;
    this.#shown = this.#key;
    render(
      this.#root,
      html`
        ${agenda.length === 0 && html`<div class="empty"><p>${t('meeting.noAgenda')}</p></div>`}
        <ol class="agenda">${agenda.map((item, i) => this.#item(item, i, agenda.length))}</ol>
        ${agenda.length > 0 && html`<p class="muted">${t('meeting.minutes', { minutes: minutesOf(agenda) })}</p>`}
        ${this.#mayWrite &&
        html`<div class="button-row">
          <button type="button" class="button" id="agenda-standard" data-standard>${icon('reset')} ${t('meeting.standard')}</button>
          <button type="button" class="button" id="agenda-add" data-add>${icon('add')} ${t('meeting.addItem')}</button>
        </div>
        <p class="muted">${t('meeting.viewHint')}</p>`}`,
    );
  }

  #item(item, i, count) {
    const { t } = this.#app;
    const title = itemTitle(item, t);
    const act = (what, picture, label, disabled = false) => html`<button type="button" class="icon-button agenda__${what}" ${attributes({ id: `agenda-${i}-${what}`, [`data-${what}`]: i, 'aria-disabled': disabled ? 'true' : null, 'aria-label': t(label, { title }), title: t(label, { title }) })}>${icon(picture)}</button>`;
    return html`
      <li class="agenda__item" ${attributes({ 'data-item': i, draggable: this.#mayWrite && this.#open !== i ? 'true' : null })}>
        <div class="agenda__row">
          <span class="agenda__title">${title}</span>
          <span class="muted agenda__about">${[item.title ? t(`meeting.kind.${item.kind}`) : '', item.minutes ? t('meeting.minutesShort', { minutes: item.minutes }) : '', item.view ? t('meeting.hasView') : ''].filter(Boolean).join(' · ')}</span>
          <span class="agenda__actions">
            ${act('show', 'full-screen', 'meeting.showItem')}
            ${this.#mayWrite && html`${act('up', 'previous', 'meeting.up', i === 0)} ${act('down', 'next', 'meeting.down', i === count - 1)} ${act('edit', 'edit', 'meeting.editItem')} ${act('remove', 'remove', 'meeting.removeItem')}`}
          </span>
        </div>
        ${item.notes && this.#open !== i && html`<p class="agenda__notes">${item.notes}</p>`}
        ${this.#mayWrite && this.#open === i && this.#form(item, i)}
      </li>`;
  }

  #form(item, i) {
    const { t } = this.#app;
    const id = (part) => `item-${i}-${part}`;
    const of = (part) => ({ 'data-of': part });
    const mark = (part) => `agenda.${i}.${part}`;
    const kinds = ITEM_KINDS.map((value) => ({ value, label: t(`meeting.kind.${value}`) }));
    const spots = [{ value: '', label: t('meeting.noSpot') }, ...(this.#spots ?? []).map(({ id: value, name }) => ({ value: String(value), label: name }))];
    return html`
      <div class="agenda__form form" data-index="${i}">
        ${markedSelect(mark('kind'), id('kind'), of('kind'), t('meeting.item.kind'), kinds, item.kind)}
        ${item.kind === 'spot' && markedSelect(mark('spotId'), id('spot'), of('spotId'), t('meeting.item.spotId'), spots, String(item.spotId ?? ''))}
        ${textField({ name: mark('title'), id: id('title'), label: t('meeting.item.title') }, { value: item.title, maxlength: 120, autocomplete: 'off', ...of('title') })}
        ${textField({ name: mark('minutes'), id: id('minutes'), label: t('meeting.item.minutes') }, { type: 'number', min: 1, max: 240, value: item.minutes ?? '', ...of('minutes') })}
        <div class="field" data-field="${mark('view')}">
          <span class="field__label">${t('meeting.item.view')}</span>
          <p class="field__hint">${item.view ? t('meeting.viewSaved') : t('meeting.viewOwn')}</p>
          <p class="field__error" hidden></p>
          <div class="button-row">
            <button type="button" class="button button--small" id="${id('view')}" data-view="${i}">${t('meeting.takeView')}</button>
            ${item.view && html`<button type="button" class="button button--small button--quiet" data-view="${i}" data-clear>${t('meeting.clearView')}</button>`}
          </div>
        </div>
        <div class="field" data-field="${mark('notes')}">
          <label class="field__label" for="${id('notes')}">${t('meeting.item.notes')}</label>
          <textarea class="input input--area" id="${id('notes')}" rows="4" maxlength="4000" data-of="notes">${item.notes}</textarea>
          <p class="field__error" hidden></p>
        </div>
      </div>`;
  }

  #changed(field) {
    const index = Number(field.closest('[data-index]').dataset.index);
    const part = field.dataset.of;
    const number = part === 'minutes' || part === 'spotId';
    this.#desk.changeItem(index, { [part]: number ? (field.value === '' ? null : Number(field.value)) : field.value });
    if (part === 'spotId') this.#nameAfterSpot(index, Number(field.value));
    if (part === 'kind' || part === 'spotId') this.#draw();
    this.#shown = this.#key;
  }

  #nameAfterSpot(index, spot) {
    const name = this.#spots?.find(({ id }) => id === spot)?.name;
    if (name && !this.#desk.plan.agenda[index].title) this.#desk.changeItem(index, { title: name });
  }

  async #edit(i) {
    this.#open = this.#open === i ? null : i;
    if (this.#open !== null && this.#spots === null) this.#spots = await this.#readSpots();
    this.#draw();
    this.#root.querySelector(this.#open === null ? `#agenda-${i}-edit` : `#item-${i}-kind`)?.focus();
  }

  async #readSpots() {
    try {
      return (await this.#app.api.get('/api/spots')).body.spots;
    } catch {
      return [];
    }
  }

  #add() {
    this.#desk.change({ agenda: [...this.#desk.plan.agenda, { kind: 'text', title: this.#app.t('meeting.newItem'), spotId: null, view: '', minutes: null, notes: '' }] });
    this.#open = null;
    this.#edit(this.#desk.plan.agenda.length - 1);
  }

  #move(i, by) {
    const { agenda } = this.#desk.plan;
    if (i + by < 0 || i + by >= agenda.length) return;
    this.#place(i, i + by);
    this.#root.querySelector(`#agenda-${i + by}-${by < 0 ? 'up' : 'down'}`).focus();
  }

  #place(from, to) {
    const { t, announce } = this.#app;
    this.#open = null;
    this.#desk.change({ agenda: moved(this.#desk.plan.agenda, from, to) });
    this.#draw();
    announce(t('meeting.moved', { title: itemTitle(this.#desk.plan.agenda[to], t), place: to + 1, count: this.#desk.plan.agenda.length }));
  }

  #remove(i) {
    const { t, announce } = this.#app;
    const gone = this.#desk.plan.agenda[i];
    this.#open = null;
    this.#desk.change({ agenda: this.#desk.plan.agenda.filter((unused, n) => n !== i) });
    this.#draw();
    announce(t('meeting.removed', { title: itemTitle(gone, t) }));
    (this.#root.querySelector(`#agenda-${Math.min(i, this.#desk.plan.agenda.length - 1)}-remove`) ?? this.#root.querySelector('#agenda-add')).focus();
  }

  #dragStart(event, item) {
    this.#dragged = Number(item.dataset.item);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', item.dataset.item);
  }

  #drop(event, to) {
    event.preventDefault();
    const from = this.#dragged;
    this.#dragged = null;
    if (from !== null && from !== to) this.#place(from, to);
  }

  /** The map behind the page is as it was left; its address is the view. */
  #setView(i, take) {
    this.#desk.changeItem(i, { view: take ? viewAddress(this.#app.state.value) : '' });
    this.#draw();
    this.#root.querySelector(`#item-${i}-view`)?.focus();
  }

  async #standard() {
    if (await this.#desk.act('agenda')) {
      this.#draw();
      this.#root.querySelector('#agenda-standard')?.focus();
    }
  }
}

function markedSelect(mark, id, more, label, choices, value) {
  return html`
    <div class="field" data-field="${mark}">
      <label class="field__label" for="${id}">${label}</label>
      <select class="input input--select" ${attributes({ id, ...more })}>${choices.map((choice) => html`<option ${attributes({ value: choice.value, selected: choice.value === value })}>${choice.label}</option>`)}</select>
      <p class="field__error" hidden></p>
    </div>`;
}
