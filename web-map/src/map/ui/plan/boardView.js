/**
 * The plan as columns, one for each status. A card is moved by dragging or by its own menu, which a keyboard reaches; a
 * column that a card may not go to says so while it is dragged.
 */
import { boardColumns } from '../../lib/actionPlan.js';
import { html, on, render } from '../../lib/html.js';
import { allowedStatuses, mayMove } from '../../lib/measureFlow.js';
import { icon } from '../icons.js';

export class BoardView {
  #app;
  #options;
  #root = null;
  #features = [];
  #dragged = null;
  #open = null;
  #stops = [];

  /** @param {{mayWrite: boolean, onOpen: (id: string) => void, onMove: (feature: object, status: string) => void}} options */
  constructor(app, options) {
    this.#app = app;
    this.#options = options;
  }

  open(root) {
    this.#root = root;
    this.#stops = [
      on(root, 'click', '[data-measure]', (event, link) => this.#follow(event, link)),
      on(root, 'click', '[data-menu]', (event, button) => this.#toggle(button.dataset.menu)),
      on(root, 'click', '[data-to]', (event, button) => this.#move(button.dataset.card, button.dataset.to)),
      on(root, 'keydown', '.board__card', (event) => this.#onKey(event)),
      on(root, 'dragstart', '.board__card', (event, card) => this.#lift(event, card)),
      on(root, 'dragend', '.board__card', () => this.#drop(null)),
      on(root, 'dragover', '.board__column', (event, column) => this.#over(event, column)),
      on(root, 'drop', '.board__column', (event, column) => {
        event.preventDefault();
        this.#drop(column.dataset.status);
      }),
    ];
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  show(features) {
    const { t } = this.#app;
    this.#features = features;
    render(
      this.#root,
      html`<div class="board" role="group" aria-label="${t('plan.view.board')}">${boardColumns(features).map(
        ({ status, features: cards }) => html`
          <section class="board__column" data-status="${status}" aria-labelledby="column-${status}">
            <h3 class="board__title" id="column-${status}">${t(`measure.status.${status}`)} <span class="board__count">${cards.length}</span></h3>
            ${cards.length === 0 ? html`<p class="board__none">${t('plan.noneHere')}</p>` : html`<ul class="board__cards">${cards.map((feature) => this.#card(feature))}</ul>`}
          </section>`,
      )}</div>`,
    );
  }

  #card({ id, properties: p }) {
    const { t } = this.#app;
    const others = allowedStatuses(p.status, Boolean(p.doneOn)).filter((status) => status !== p.status);
    const open = this.#open === String(id);
    return html`
      <li class="board__card" data-card="${id}" draggable="${this.#options.mayWrite}">
        <a class="board__open" href="#page=plan&amp;item=${id}" draggable="false" id="card-${id}" data-measure="${id}">${p.title}</a>
        <p class="board__line">${p.owner}</p>
        ${p.doneOn ? html`<p class="board__line">${t('plan.doneOn', { date: p.doneOn })}</p>` : p.dueOn && html`<p class="board__line ${p.overdue ? 'board__late' : ''}">${p.overdue ? icon('alert') : null} ${t(p.overdue ? 'measure.late' : 'measure.due', { date: p.dueOn })}</p>`}
        ${p.spotName && html`<p class="board__line">${p.spotName}</p>`}
        ${this.#options.mayWrite && html`
          <button type="button" class="button button--small button--quiet" id="move-${id}" data-menu="${id}" aria-expanded="${open}" aria-controls="moves-${id}">${t('plan.move')}<span class="visually-hidden"> ${p.title}</span></button>
          <div class="board__moves" id="moves-${id}" ${open ? null : html`hidden`}>
            ${others.map((status) => html`<button type="button" class="button button--small" id="move-${id}-${status}" data-card="${id}" data-to="${status}">${t('plan.moveTo', { status: t(`measure.status.${status}`) })}</button>`)}
          </div>`}
      </li>`;
  }

  #follow(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#options.onOpen(link.dataset.measure);
  }

  #toggle(id) {
    this.#open = this.#open === id ? null : id;
    this.show(this.#features);
    if (this.#open) this.#root.querySelector(`#moves-${CSS.escape(id)} button`)?.focus();
  }

  #onKey(event) {
    if (event.key !== 'Escape' || !this.#open) return;
    event.stopPropagation();
    const id = this.#open;
    this.#toggle(id);
    document.getElementById(`move-${id}`)?.focus();
  }

  #find(id) {
    return this.#features.find((feature) => String(feature.id) === String(id));
  }

  #move(id, status) {
    this.#open = null;
    this.#options.onMove(this.#find(id), status);
  }

  #lift(event, card) {
    this.#dragged = this.#find(card.dataset.card);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.#dragged.properties.title);
    for (const column of this.#root.querySelectorAll('.board__column')) column.classList.toggle('board__column--closed', !this.#mayDrop(column.dataset.status));
  }

  #mayDrop(status) {
    const { status: from, doneOn } = this.#dragged.properties;
    return status !== from && mayMove(from, status, Boolean(doneOn));
  }

  #over(event, column) {
    if (this.#dragged && this.#mayDrop(column.dataset.status)) event.preventDefault();
  }

  #drop(status) {
    const feature = this.#dragged;
    const allowed = feature && status && this.#mayDrop(status);
    this.#dragged = null;
    for (const column of this.#root?.querySelectorAll('.board__column--closed') ?? []) column.classList.remove('board__column--closed');
    if (allowed) this.#options.onMove(feature, status);
  }
}
