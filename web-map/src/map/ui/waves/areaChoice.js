/**
 * Which area a wave is about: the whole municipality, a district of the imported layers, or one drawn on a map of its own
 * (with the pointer, a finger, the keyboard, or corner by corner as coordinates).
 */
import { areaSquareMetres } from '../../lib/shapes.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { CheckMap } from '../areachecks/checkMap.js';
import { sizeWords } from '../areachecks/checkWords.js';
import { DrawWay } from '../areachecks/drawWay.js';
import { notice, selectField, textField } from '../fields.js';

const WAYS = ['all', 'district', 'drawn'];

export class AreaChoice {
  #app;
  #root;
  #fixed;
  #onChange;
  #geometry;
  #name;
  #way;
  #districts = null;
  #map = null;
  #draw = null;
  #stops = [];

  /** @param {{area: ?object, areaName: string, fixed: boolean, onChange: function}} options `fixed`: shown, and not to be changed; `onChange` is told when
   *   another area has been chosen */
  constructor(app, root, { area = null, areaName = '', fixed = false, onChange = () => {} } = {}) {
    this.#app = app;
    this.#root = root;
    this.#geometry = area;
    this.#name = areaName;
    this.#fixed = fixed;
    this.#onChange = onChange;
    this.#way = area ? 'drawn' : 'all';
  }

  /** { area, areaName }; `area` is null for the whole municipality. */
  get value() {
    if (this.#way === 'all') return { area: null, areaName: '' };
    return { area: this.#geometry, areaName: this.#nameField?.value.trim() ?? this.#name };
  }

  /** What is missing, in words; null when nothing is. */
  get fault() {
    if (this.#way === 'all' || this.#geometry) return null;
    return this.#app.t(this.#way === 'district' ? 'waves.area.chooseDistrict' : 'waves.area.drawFirst');
  }

  open() {
    this.#stops = [
      on(this.#root, 'change', '[name="areaWay"]', (event, radio) => this.#choose(radio.value)),
      on(this.#root, 'change', '[name="areaDistrict"]', (event, select) => this.#takeDistrict(select.value)),
    ];
    this.#show();
    if (!this.#fixed) this.#loadDistricts();
    return this;
  }

  close() {
    this.#closeMap();
    for (const stop of this.#stops.splice(0)) stop();
  }

  get #nameField() {
    return this.#root.querySelector('[name="areaName"]');
  }

  async #loadDistricts() {
    const { api } = this.#app;
    try {
      this.#districts = (await api.get('/api/survey-areas')).body.areas;
    } catch {
      this.#districts = [];
    }
    const known = this.#geometry && this.#districts.find(({ name }) => name === this.#name);
    if (known) this.#way = 'district';
    if (this.#root.isConnected && (this.#districts.length || known)) this.#show();
  }

  #show() {
    const { t } = this.#app;
    this.#closeMap();
    const ways = WAYS.filter((way) => way !== 'district' || this.#districts?.length);
    render(
      this.#root,
      html`
        <fieldset class="group wave-area" data-field="area">
          <legend class="group__title">${t('waves.field.area')}</legend>
          <p class="field__hint">${t(this.#fixed ? 'waves.area.fixed' : 'waves.area.hint')}</p>
          <div class="choices">${ways.map((way) => html`
            <span class="choice"><input type="radio" name="areaWay" ${attributes({ id: `area-way-${way}`, value: way, checked: way === this.#way, disabled: this.#fixed })}>
            <label for="area-way-${way}">${t(`waves.area.${way}`)}</label></span>`)}</div>
          ${this.#way === 'district' && selectField({ name: 'areaDistrict', label: t('waves.area.which') }, [{ value: '', label: t('waves.area.choose') }, ...this.#districts.map(({ name }) => ({ value: name, label: name }))], this.#geometry ? this.#name : '')}
          ${this.#way !== 'all' && html`
            ${this.#way === 'drawn' && !this.#fixed && html`<div id="wave-area-draw"></div>`}
            <div class="wave-area__map" id="wave-area-map"></div>
            <p class="muted" id="wave-area-size" role="status"></p>
            ${textField({ name: 'areaName', label: t('waves.area.name'), hint: t('waves.area.nameHint') }, { value: this.#name, maxlength: 120, autocomplete: 'off' })}`}
          <p class="field__error" hidden></p>
        </fieldset>`,
    );
    if (this.#way !== 'all') this.#openMap();
  }

  #openMap() {
    const { t } = this.#app;
    const place = this.#root.querySelector('#wave-area-map');
    try {
      this.#map = new CheckMap(this.#app, place, t('waves.area.map')).open();
    } catch {
      render(place, notice('warning', t('waves.area.noMap')));
      return;
    }
    const drawing = this.#root.querySelector('#wave-area-draw');
    if (drawing) {
      this.#draw = new DrawWay(this.#app, this.#map, drawing, {
        id: 'wave-area',
        geometry: () => this.#geometry,
        onGeometry: (geometry) => this.#take(geometry),
        onDrawing: () => {},
      }).open();
    }
    this.#follow(true);
  }

  #closeMap() {
    this.#draw?.close();
    this.#map?.close();
    this.#draw = null;
    this.#map = null;
  }

  #choose(way) {
    if (this.#nameField) this.#name = this.#nameField.value;
    if (way === 'district' || this.#way === 'district') {
      this.#geometry = null;
      this.#name = '';
    }
    this.#way = way;
    this.#show();
    this.#onChange();
    document.getElementById(`area-way-${way}`).focus();
  }

  #takeDistrict(name) {
    this.#geometry = this.#districts.find((district) => district.name === name)?.geometry ?? null;
    this.#name = this.#geometry ? name : '';
    if (this.#nameField) this.#nameField.value = this.#name;
    this.#follow(true);
    this.#onChange();
  }

  #take(geometry) {
    this.#geometry = geometry;
    this.#draw?.follow();
    this.#onChange();
    this.#follow(true);
    this.#root.querySelector('.field__error').hidden = true;
  }

  #follow(fits) {
    const { t, locale } = this.#app;
    this.#map?.show(this.#geometry ? [{ kind: 'area', geometry: this.#geometry }] : []);
    if (fits && this.#geometry) this.#map?.fitAll();
    const size = this.#root.querySelector('#wave-area-size');
    if (size) render(size, html`${this.#geometry ? t('waves.area.size', { size: sizeWords(areaSquareMetres(this.#geometry), locale) }) : t('waves.area.none')}`);
  }
}
