/**
 * An area drawn on the map, with the pointer, a finger or the keyboard, or written corner by corner as coordinates:
 * both change the same area.
 */
import { cornerRows, hasCornerList, MOST_CORNERS, readCorners, SYSTEMS, systemFor } from '../../lib/areaCorners.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { DrawTool } from '../../tools/drawTool.js';
import { EditTool } from '../../tools/editTool.js';
import { icon } from '../icons.js';

const FEWEST_CORNERS = 3;
/** With more than this the handles on the map would lie on each other. */
const MOST_HANDLES = 16;

export class DrawWay {
  static defaults = {
    /** Beginning of the ids of its elements. */
    id: 'area',
    /** Answers the geometry as it is now, or null. */
    geometry: () => null,
    /** Told the new geometry and whether its sides may cross (written corners are not checked here). */
    onGeometry: () => {},
    /** Told true when drawing on the map starts and false when it ends. */
    onDrawing: () => {},
  };

  #app;
  #map;
  #root;
  #options;
  #system = null;
  #tool = null;
  #rows = null;
  #stops = [];

  constructor(app, map, root, options = {}) {
    this.#app = app;
    this.#map = map;
    this.#root = root;
    this.#options = { ...DrawWay.defaults, ...options };
  }

  open() {
    const root = this.#root;
    this.#stops = [
      on(root, 'click', '[data-draw]', () => this.#draw()),
      on(root, 'click', '[data-edit]', () => this.#edit()),
      on(root, 'click', '[data-add-corner]', () => this.#addRow()),
      on(root, 'click', '[data-drop-corner]', (event, button) => this.#dropRow(Number(button.dataset.dropCorner))),
      on(root, 'click', '[data-use-corners]', () => this.#useRows()),
      on(root, 'change', '[data-system]', (event, select) => this.#changeSystem(select.value)),
      on(root, 'input', '[data-corner]', () => this.#keepRows()),
      on(root, 'keydown', '[data-corner]', (event) => this.#onKey(event)),
    ];
    this.follow();
    return this;
  }

  close() {
    this.stopDrawing();
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Draws anew from the area as it is now. */
  follow() {
    const geometry = this.#options.geometry();
    this.#system = geometry ? systemFor(geometry) : this.#system ?? 'sweref';
    this.#rows = hasCornerList(geometry) ? cornerRows(geometry, this.#system, this.#app.locale) : null;
    this.#render();
  }

  stopDrawing() {
    if (!this.#tool) return;
    this.#tool.close();
    this.#tool = null;
    this.#options.onDrawing(false);
  }

  get #toolApp() {
    const { t, locale, announce } = this.#app;
    return { map: this.#map, t, locale, announce };
  }

  #render() {
    const { t } = this.#app;
    const { id, geometry } = this.#options;
    const wasOpen = this.#root.querySelector('details')?.open ?? false;
    render(
      this.#root,
      html`
        <p class="field__hint">${t('areaCheck.draw.hint')}</p>
        <div class="button-row">
          <button type="button" class="button" id="${id}-draw" data-draw>${icon('area')} ${t(geometry() ? 'areaCheck.draw.again' : 'areaCheck.draw.start')}</button>
          ${geometry() && this.#rows?.length <= MOST_HANDLES && html`<button type="button" class="button" id="${id}-edit" data-edit>${icon('move')} ${t('areaCheck.draw.edit')}</button>`}
        </div>
        <details class="disclosure" ${attributes({ open: wasOpen })}>
          <summary>${t('areaCheck.corners.title')}</summary>
          <div class="disclosure__body">${this.#rows ? this.#corners() : html`<p>${t('areaCheck.corners.none', { most: MOST_CORNERS })}</p>`}</div>
        </details>`,
    );
  }

  #corners() {
    const { t } = this.#app;
    const { id } = this.#options;
    const [first, second] = [t(`areaCheck.corners.${this.#system}.first`), t(`areaCheck.corners.${this.#system}.second`)];
    return html`
      <p class="field__hint">${t('areaCheck.corners.hint')}</p>
      <div class="field">
        <label class="field__label" for="${id}-system">${t('areaCheck.corners.system')}</label>
        <select class="input input--select" id="${id}-system" data-system>${SYSTEMS.map((system) => html`<option ${attributes({ value: system, selected: system === this.#system })}>${t(`areaCheck.corners.${system}`)}</option>`)}</select>
      </div>
      <ol class="check-corners">
        ${this.#rows.map((row, i) => html`
          <li class="check-corners__row">
            <span class="check-corners__number" aria-hidden="true">${i + 1}</span>
            ${row.map((text, axis) => html`<span class="check-corners__value"><label class="check-corners__label" for="${id}-corner-${i}-${axis}">${axis === 0 ? first : second}<span class="visually-hidden"> ${t('areaCheck.corners.of', { number: i + 1 })}</span></label>
              <input class="input input--small" id="${id}-corner-${i}-${axis}" data-corner="${i}-${axis}" inputmode="decimal" autocomplete="off" value="${text}" aria-describedby="${id}-corner-error"></span>`)}
            <button type="button" class="icon-button" data-drop-corner="${i}" ${attributes({ disabled: this.#rows.length <= FEWEST_CORNERS })} aria-label="${t('areaCheck.corners.drop', { number: i + 1 })}" title="${t('areaCheck.corners.drop', { number: i + 1 })}">${icon('remove')}</button>
          </li>`)}
      </ol>
      <p class="field__error" id="${id}-corner-error" role="alert" hidden></p>
      <div class="button-row">
        <button type="button" class="button button--small" id="${id}-add-corner" data-add-corner>${icon('add')} ${t('areaCheck.corners.add')}</button>
        <button type="button" class="button button--small" id="${id}-use-corners" data-use-corners>${icon('check')} ${t('areaCheck.corners.use')}</button>
      </div>`;
  }

  #draw() {
    this.#start(
      new DrawTool(this.#toolApp, {
        shape: 'area',
        onFinish: (geometry) => this.#finish(geometry, 'draw'),
        onCancel: () => this.#finish(null, 'draw'),
      }),
    );
  }

  #edit() {
    const geometry = this.#options.geometry();
    this.#map.fit(geometry);
    this.#start(
      new EditTool(this.#toolApp, geometry, {
        onFinish: (changed) => this.#finish(changed, 'edit'),
        onCancel: () => this.#finish(null, 'edit'),
      }),
    );
  }

  #start(tool) {
    this.stopDrawing();
    this.#options.onDrawing(true);
    this.#tool = tool;
    tool.open();
  }

  #finish(geometry, focusOn) {
    this.stopDrawing();
    if (geometry) this.#options.onGeometry(geometry);
    document.getElementById(`${this.#options.id}-${focusOn}`)?.focus();
  }

  #written() {
    return this.#rows.map((row, i) => row.map((text, axis) => this.#root.querySelector(`[data-corner="${i}-${axis}"]`).value));
  }

  #keepRows() {
    this.#rows = this.#written();
  }

  #addRow() {
    if (this.#rows.length >= MOST_CORNERS) return;
    this.#rows = [...this.#written(), ['', '']];
    this.#render();
    document.getElementById(`${this.#options.id}-corner-${this.#rows.length - 1}-0`).focus();
  }

  #dropRow(at) {
    this.#rows = this.#written().filter((row, i) => i !== at);
    this.#render();
    document.getElementById(`${this.#options.id}-corner-${Math.max(0, at - 1)}-0`).focus();
  }

  /** What is written is read in the old system and written in the new, when it can be read. */
  #changeSystem(system) {
    const { geometry, faults } = readCorners(this.#written(), this.#system);
    this.#system = system;
    if (geometry && !faults.length) this.#rows = cornerRows(geometry, system, this.#app.locale);
    this.#render();
    document.getElementById(`${this.#options.id}-system`).focus();
  }

  #onKey(event) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#useRows();
  }

  #useRows() {
    const { t } = this.#app;
    const { geometry, faults } = readCorners(this.#written(), this.#system);
    const error = this.#root.querySelector(`#${this.#options.id}-corner-error`);
    for (const input of this.#root.querySelectorAll('[data-corner]')) input.removeAttribute('aria-invalid');
    error.hidden = geometry !== null;
    if (geometry) return this.#options.onGeometry(geometry, { written: true });
    const [fault] = faults;
    render(error, html`${icon('alert')} ${fault ? t(`areaCheck.corners.fault.${fault.what}`, { number: fault.row + 1 }) : t('areaCheck.corners.tooFew')}`);
    const bad = this.#root.querySelector(`[data-corner="${fault?.row ?? 0}-0"]`);
    if (fault) bad.setAttribute('aria-invalid', 'true');
    return bad.focus();
  }
}
