/**
 * One area of a check, given in one of four ways that are equal: drawn, from a file, as coordinates, or a property.
 * What was chosen stands below them with its size, and what the service mended with a way to see it as it was.
 */
import { areaSquareMetres, crossesItself, cornersOf } from '../../lib/shapes.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';
import { Tabs } from '../tabs.js';
import { inWords, sizeWords } from './checkWords.js';
import { DrawWay } from './drawWay.js';
import { LookWay } from './lookWay.js';
import { PropertyWay } from './propertyWay.js';

const WAYS = ['draw', 'file', 'text', 'property'];

export class AreaField {
  static defaults = {
    /** Field of the service's request: 'area' or 'alternative'. */
    name: 'area',
    title: '',
    /** What was chosen before: { geometry, name, way, squareMetres, repaired, notes }, or null. */
    value: null,
    /** Told true when another area has been chosen, and nothing when it only looks different. */
    onChange: () => {},
    onDrawing: () => {},
  };

  #app;
  #map;
  #root;
  #options;
  #value;
  #showsBefore = false;
  #tabs = null;
  #ways = {};
  #stops = [];

  constructor(app, map, root, options = {}) {
    this.#app = app;
    this.#map = map;
    this.#root = root;
    this.#options = { ...AreaField.defaults, ...options };
    this.#value = this.#options.value;
  }

  get value() {
    return this.#value;
  }

  /** The outline before it was mended, while the reader wants to see it. */
  get before() {
    return this.#showsBefore ? this.#value?.repaired?.before ?? null : null;
  }

  open() {
    const { t } = this.#app;
    const { name, title } = this.#options;
    render(
      this.#root,
      html`
        <fieldset class="group check-area" aria-describedby="field-${name}-error">
          <legend class="check-form__legend">${title}</legend>
          <p class="field__error check-area__fault" id="field-${name}-error" role="alert" hidden></p>
          <div class="check-area__ways"></div>
          <div class="check-area__chosen" role="status"></div>
        </fieldset>`,
    );
    const id = (way) => `${name}-${way}`;
    const used = this.#value?.way;
    this.#tabs = new Tabs(this.#root.querySelector('.check-area__ways'), {
      label: t('areaCheck.ways'),
      tabs: WAYS.map((way) => ({ id: id(way), label: t(`areaCheck.way.${way}`) })),
      selected: id(WAYS.includes(used) ? used : 'draw'),
      onSelect: () => this.#ways.draw.stopDrawing(),
    }).open();
    this.#openWays((way) => this.#tabs.panel(id(way)));
    this.#stops = [
      on(this.#root, 'change', '[data-before]', (event, box) => this.#showBefore(box.checked)),
      on(this.#root, 'click', '[data-remove-area]', () => this.#remove()),
      on(this.#root, 'click', '[data-zoom-area]', () => this.#map.fit(this.#value.geometry)),
    ];
    this.#drawChosen();
    return this;
  }

  close() {
    for (const way of Object.values(this.#ways)) way.close();
    for (const stop of this.#stops.splice(0)) stop();
    this.#tabs?.close();
    this.#ways = {};
  }

  /** Writes what is wrong with the area, and goes there; null takes it away. */
  showFault(text) {
    const place = this.#root.querySelector('.check-area__fault');
    place.hidden = !text;
    render(place, text ? html`${icon('alert')} ${text}` : html``);
    if (text) document.getElementById(`tab-${this.#options.name}-${this.#value?.way ?? 'draw'}`)?.focus();
  }

  #openWays(panel) {
    const { name, onDrawing } = this.#options;
    const onArea = (way) => (area) => this.#choose({ ...area, way });
    this.#ways = {
      draw: new DrawWay(this.#app, this.#map, panel('draw'), {
        id: name,
        geometry: () => this.#value?.geometry ?? null,
        onGeometry: (geometry, how) => this.#drawn(geometry, how),
        onDrawing,
      }).open(),
      file: new LookWay(this.#app, panel('file'), { kind: 'file', id: name, onArea: onArea('file') }).open(),
      text: new LookWay(this.#app, panel('text'), { kind: 'text', id: name, onArea: onArea('text') }).open(),
      property: new PropertyWay(this.#app, panel('property'), { id: name, onArea: onArea('property') }).open(),
    };
  }

  /** What is drawn cannot cross itself; what is written may, and then the service mends it and says how. */
  async #drawn(geometry, { written = false } = {}) {
    if (written && crossesItself(cornersOf(geometry))) return this.#mend(geometry);
    return this.#choose({ geometry, name: '', way: 'draw', squareMetres: areaSquareMetres(geometry), repaired: null, notes: [] });
  }

  async #mend(geometry) {
    const { api, t, toasts } = this.#app;
    try {
      const { body } = await api.post('/api/area-checks/look', { text: JSON.stringify(geometry) });
      if (body.areas.length) this.#choose({ ...body.areas[0], name: '', way: 'draw', notes: body.notes ?? [] });
    } catch (error) {
      toasts.show(error.detail || t('areaCheck.look.failed'), { kind: 'danger' });
    }
  }

  #choose(value) {
    const { t, locale, announce } = this.#app;
    this.#value = value;
    this.#showsBefore = Boolean(value.repaired);
    this.showFault(null);
    this.#ways.draw.follow();
    this.#drawChosen();
    announce(t('areaCheck.chosen', { name: value.name || t('areaCheck.unnamed'), size: sizeWords(value.squareMetres, locale) }));
    this.#options.onChange(true);
  }

  #remove() {
    this.#value = null;
    this.#showsBefore = false;
    this.#ways.draw.follow();
    this.#drawChosen();
    document.getElementById(`tab-${this.#options.name}-draw`)?.focus();
    this.#options.onChange();
  }

  #showBefore(shown) {
    this.#showsBefore = shown;
    this.#options.onChange();
  }

  #drawChosen() {
    const { t, locale } = this.#app;
    const { name } = this.#options;
    const place = this.#root.querySelector('.check-area__chosen');
    if (!this.#value) return render(place, html`<p class="muted">${t('areaCheck.none')}</p>`);
    const { repaired, squareMetres, name: called } = this.#value;
    return render(
      place,
      html`
        <p class="check-area__size">${icon('area')} <strong>${called || t('areaCheck.unnamed')}</strong> ${sizeWords(squareMetres, locale)}</p>
        ${repaired && html`
          <div class="message message--warning" role="note">
            <p>${t('areaCheck.mended')} ${inWords(repaired.why, locale)}</p>
            ${repaired.before && html`<p class="field--check"><input class="tick" type="checkbox" data-before ${attributes({ id: `${name}-before`, checked: this.#showsBefore })}> <label for="${name}-before">${t('areaCheck.showBefore')}</label></p>`}
          </div>`}
        <div class="button-row">
          <button type="button" class="button button--quiet button--small" id="${name}-zoom" data-zoom-area>${icon('zoom')} ${t('areaCheck.zoom')}</button>
          <button type="button" class="button button--quiet button--small" id="${name}-remove" data-remove-area>${icon('remove')} ${t('areaCheck.remove')}</button>
        </div>`,
    );
  }
}
