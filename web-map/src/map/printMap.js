/**
 * The map for paper: one picture of exactly what is on the screen. Browsers print a stack of canvases unreliably and
 * cut a map that is wider than the sheet; a picture keeps its proportions and every layer.
 */
export class PrintMap {
  #leaflet;
  #image;

  /** `image` is the `<img>` that only print shows. */
  constructor(leaflet, image) {
    this.#leaflet = leaflet;
    this.#image = image;
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
    const frame = container.getBoundingClientRect();
    const density = Math.min(2, devicePixelRatio || 1);
    const paper = document.createElement('canvas');
    paper.width = Math.round(frame.width * density);
    paper.height = Math.round(frame.height * density);
    const context = paper.getContext('2d');
    context.scale(density, density);
    context.fillStyle = getComputedStyle(container).backgroundColor;
    context.fillRect(0, 0, frame.width, frame.height);
    for (const picture of this.#pictures(container)) this.#put(context, picture, frame);
    this.#scaleBar(context, frame);
    this.#image.src = paper.toDataURL('image/png');
    this.#image.width = Math.round(frame.width);
    this.#image.height = Math.round(frame.height);
  };

  /** The bar goes into the picture, so that it stays right when the sheet scales it. */
  #scaleBar(context, { height }) {
    const bar = document.getElementById('scale-bar');
    if (!bar) return;
    const [x, y, width] = [16, height - 18, bar.offsetWidth];
    const style = getComputedStyle(bar);
    context.globalAlpha = 0.9;
    context.fillStyle = getComputedStyle(document.body).getPropertyValue('--paper');
    context.fillRect(x - 6, y - 20, width + 12, 30);
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
    context.font = `13px ${style.fontFamily}`;
    context.textAlign = 'center';
    context.fillText(bar.textContent, x + width / 2, y - 7);
  }

  #forget = () => {
    this.#image.removeAttribute('src');
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
