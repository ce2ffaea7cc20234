/**
 * What the pointer does on the map: says what is under it, and chooses it on click. Keyboard users have the list, which
 * holds the same things.
 */
import { classWords, methodName, nameWords, valueWords } from './lib/analysisWords.js';
import { worldX, worldY } from './lib/mercator.js';

export class Pointer {
  static defaults = { offsetPixels: 14 };

  #app;
  #stack;
  #card;
  #options;
  #tip = null;
  #frame = 0;
  #last = null;

  /** `card` shows the single incidents or marks at a place (`controls/placeCard.js`). */
  constructor(app, stack, card, options = {}) {
    this.#app = app;
    this.#stack = stack;
    this.#card = card;
    this.#options = { ...Pointer.defaults, ...options };
  }

  open() {
    this.#tip = document.createElement('div');
    this.#tip.className = 'map-tip';
    this.#tip.setAttribute('aria-hidden', 'true');
    this.#tip.hidden = true;
    this.#app.map.leaflet.getContainer().append(this.#tip);
    this.#app.map.leaflet.on(this.#events);
    return this;
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#app.map.leaflet.off(this.#events);
    this.#tip.remove();
  }

  #events = {
    mousemove: (event) => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#move(event));
    },
    mouseout: () => this.#leave(),
    movestart: () => this.#leave(),
    click: (event) => this.#choose(event),
  };

  #hit({ latlng }) {
    if (this.#app.map.clicksHeld) return null;
    const pixel = 1 / (256 * 2 ** this.#app.map.leaflet.getZoom());
    return this.#stack.hit({ x: worldX(latlng.lng), y: worldY(latlng.lat), pixel });
  }

  #move(event) {
    const hit = this.#hit(event);
    const { x, y } = event.containerPoint;
    this.#tip.hidden = !hit;
    this.#app.map.leaflet.getContainer().classList.toggle('map--pointing', Boolean(hit));
    if (hit) {
      const width = this.#app.map.leaflet.getSize().x;
      const left = x + this.#options.offsetPixels + 240 > width ? `calc(${x - this.#options.offsetPixels}px - 100%)` : `${x + this.#options.offsetPixels}px`;
      this.#tip.style.transform = `translate(${left}, ${y + this.#options.offsetPixels}px)`;
    }
    if (hit?.key === this.#last?.key) return;
    if (hit) this.#tip.textContent = this.#describe(hit);
    this.#tell(hit);
  }

  #tell(hit) {
    const id = (kind) => (hit?.kind === kind ? hit.id : null);
    if (this.#last?.kind === 'hotspot' || hit?.kind === 'hotspot') this.#app.bus.emit('hotspot:hover', id('hotspot'));
    if (this.#last?.kind === 'measure' || hit?.kind === 'measure') this.#app.bus.emit('measure:hover', id('measure'));
    if (this.#last?.kind === 'analysis' || hit?.kind === 'analysis') this.#app.bus.emit('analysis:hover', id('analysis'));
    this.#stack.hover(hit);
    this.#last = hit;
  }

  #leave() {
    cancelAnimationFrame(this.#frame);
    this.#tip.hidden = true;
    if (this.#last) this.#tell(null);
  }

  #describe({ kind, properties = {}, count, type, safe }) {
    const { t } = this.#app;
    switch (kind) {
      case 'hotspot':
        return t(`tip.${properties.stream}`, { rank: properties.rank, name: properties.name, count: properties.count });
      case 'measure':
        return `${properties.title || properties.code} · ${t(`measure.status.${properties.status}`)}`;
      case 'report':
        return `${this.#app.typeName(properties.type)} · ${t(`report.state.${properties.state}`)}`;
      case 'analysis':
        return this.#describePlace(properties);
      case 'incidents':
        return count === 1 ? this.#app.typeName(type) : t('tip.incidents', { count, type: this.#app.typeName(type) });
      default:
        return t(safe ? 'tip.safe' : 'tip.unsafe', { count: count ?? 1 });
    }
  }

  /** A place of the open analysis: its name or class, and the counts behind it. */
  #describePlace(properties) {
    const { t, state } = this.#app;
    const words = [properties.name ?? (typeof (properties.class ?? properties.status) === 'string' ? classWords(properties.class ?? properties.status, t) : methodName(state.value.analysis, t))];
    for (const name of ['count', 'expected', 'p']) if (properties[name] !== undefined && properties[name] !== null) words.push(`${nameWords(name, t)} ${valueWords(name, properties[name], t)}`);
    return words.join(' · ');
  }

  /** The panel shows the analysis and marks the place's row. */
  #choosePlace(id) {
    this.#app.state.set({ panel: null, hotspot: null, measure: null });
    this.#app.bus.emit('analysis:select', id);
  }

  #choose(event) {
    const hit = this.#hit(event);
    if (hit?.kind === 'hotspot') this.#app.state.set({ hotspot: hit.id, measure: null });
    else if (hit?.kind === 'measure') this.#app.state.set({ measure: hit.id, hotspot: null });
    else if (hit?.kind === 'analysis') this.#choosePlace(hit.id);
    else if (hit?.kind === 'report') this.#app.bus.emit('report:select', hit.id);
    else if (hit) this.#card.show(hit);
    else this.#card.hide();
  }
}
