/**
 * The map for paper: one picture of what is on the screen. Browsers print a stack of canvases unreliably and cut a map
 * that is wider than the sheet; a picture keeps its proportions and every layer. Of a very wide screen the middle is
 * taken, so that the map on the sheet does not become a strip.
 */
export class PrintMap {
  static defaults = { widestRatio: 1.78, paperPixels: 1000, /** Answers the map's scale bar, or null. */ scaleBar: () => document.getElementById('scale-bar') };

  #leaflet;
  #paper;
  #options;

  /** `paper` is the canvas that only print shows. */
  constructor(leaflet, paper, options = {}) {
    this.#leaflet = leaflet;
    this.#paper = paper;
    this.#options = { ...PrintMap.defaults, ...options };
  }

  open() {
    addEventListener('beforeprint', this.#take);
    addEventListener('afterprint', this.#forget);
    return this;
  }

  close() {
    removeEventListener('beforeprint', this.#take);
    removeEventListener('afterprint', this.#forget);
  }

  #take = () => {
    const container = this.#leaflet.getContainer();
    const frame = this.#frameOf(container);
    const density = Math.min(2, devicePixelRatio || 1);
    const paper = this.#paper;
    paper.width = Math.round(frame.width * density);
    paper.height = Math.round(frame.height * density);
    const context = paper.getContext('2d');
    context.scale(density, density);
    context.fillStyle = getComputedStyle(container).backgroundColor;
    context.fillRect(0, 0, frame.width, frame.height);
    for (const picture of this.#pictures(container)) this.#put(context, picture, frame);
    this.#scaleBar(context, frame);
  };

  /** What of the screen goes on the sheet, in CSS pixels of the window. */
  #frameOf(container) {
    const { left, top, width, height } = container.getBoundingClientRect();
    const taken = Math.min(width, height * this.#options.widestRatio);
    return { left: left + (width - taken) / 2, top, width: taken, height };
  }

  /** The bar goes into the picture, so that it stays right when the sheet scales it. */
  #scaleBar(context, { width: frameWidth, height }) {
    const bar = this.#options.scaleBar();
    if (!bar) return;
    const enlarged = Math.max(1, frameWidth / this.#options.paperPixels);
    const [x, y, width] = [16, height - 18, bar.offsetWidth];
    const style = getComputedStyle(bar);
    context.globalAlpha = 0.9;
    context.fillStyle = getComputedStyle(document.body).getPropertyValue('--paper');
    context.fillRect(x - 6, y - 8 - 14 * enlarged, width + 12, 18 + 14 * enlarged);
    context.globalAlpha = 1;
    context.beginPath();
    context.moveTo(x, y - 6);
    context.lineTo(x, y);
    context.lineTo(x + width, y);
    context.lineTo(x + width, y - 6);
    context.strokeStyle = style.color;
    context.lineWidth = 2;
    context.stroke();
    context.fillStyle = style.color;
    context.font = `${Math.round(14 * enlarged)}px ${style.fontFamily}`;
    context.textAlign = 'center';
    context.fillText(bar.textContent, x + width / 2, y - 7);
  }

  #forget = () => {
    this.#paper.width = 0;
    this.#paper.height = 0;
  };

  /** All canvases and pictures of the map from back to front. */
  #pictures(container) {
    const panes = [...container.querySelectorAll('.leaflet-map-pane > .leaflet-pane')];
    const height = (pane) => Number(getComputedStyle(pane).zIndex) || 0;
    return panes.sort((a, b) => height(a) - height(b)).flatMap((pane) => [...pane.querySelectorAll('canvas, img.leaflet-tile-loaded')]);
  }

  #put(context, picture, frame) {
    const box = picture.getBoundingClientRect();
    if (!box.width || !box.height || !picture.width) return;
    context.globalAlpha = opacityOf(picture);
    context.drawImage(picture, box.left - frame.left, box.top - frame.top, box.width, box.height);
    context.globalAlpha = 1;
  }
}

/** The opacity of an element with that of everything around it. */
function opacityOf(element) {
  let opacity = 1;
  for (let each = element; each && !each.classList.contains('leaflet-map-pane'); each = each.parentElement) {
    opacity *= Number(getComputedStyle(each).opacity);
  }
  return opacity;
}
