/** Pictures with a report: taken or chosen, shown small, taken away again. They are made smaller at once (shrink.js). */
import { html, on, render } from '../map/lib/html.js';
import { icon } from '../map/ui/icons.js';
import { newKey } from './newKey.js';
import { MOST_BYTES, shrink } from './shrink.js';

export class PhotoField {
  #root;
  #options;
  #photos;
  #addresses = new Map();
  #stops = [];

  /** @param {{t: Function, most: number, photos: {key: string, blob: Blob}[], onChange: (photos: object[]) => void}} options */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
    this.#photos = options.photos;
  }

  open() {
    const { t } = this.#options;
    render(
      this.#root,
      html`
        <div class="field">
          <p class="field__label" id="photos-label">${t('report.photos')}</p>
          <p class="field__hint" id="photos-hint">${t('report.photosHint')}</p>
          <ul class="report-photos" id="photos-list"></ul>
          <div id="photos-add">
            <label class="button button--wide report-photos__add" for="photos-file">${icon('add')} ${t('report.addPhoto')}</label>
            <input class="visually-hidden" type="file" id="photos-file" accept="image/jpeg,image/png" multiple aria-describedby="photos-hint">
          </div>
          <p class="field__error" id="photos-error" role="alert" hidden></p>
        </div>`,
    );
    this.#stops = [
      on(this.#root, 'change', '#photos-file', (event, input) => this.#add([...input.files], input)),
      on(this.#root, 'click', '[data-remove]', (event, button) => this.#remove(button.dataset.remove)),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops.splice(0)) stop();
    for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }

  async #add(files, input) {
    const { t, most, onChange } = this.#options;
    this.#fault('');
    for (const file of files) {
      if (this.#photos.length >= most) {
        this.#fault(t('report.mostPhotos', { count: most }));
        break;
      }
      const blob = await shrink(file);
      if (blob.size > MOST_BYTES) this.#fault(t('report.photoTooLarge'));
      else this.#photos = [...this.#photos, { key: newKey(), blob, sent: false }];
    }
    input.value = '';
    this.#draw();
    onChange(this.#photos);
  }

  #remove(key) {
    this.#photos = this.#photos.filter((photo) => photo.key !== key);
    this.#draw();
    this.#options.onChange(this.#photos);
    this.#root.querySelector('#photos-file').focus();
  }

  #fault(text) {
    const place = this.#root.querySelector('#photos-error');
    place.hidden = !text;
    place.textContent = text;
  }

  #draw() {
    const { t, most } = this.#options;
    for (const { key, blob } of this.#photos) if (!this.#addresses.has(key)) this.#addresses.set(key, URL.createObjectURL(blob));
    render(
      this.#root.querySelector('#photos-list'),
      html`${this.#photos.map(
        ({ key }, i) => html`<li class="report-photo">
          <img src="${this.#addresses.get(key)}" alt="${t('report.photoNumber', { number: i + 1 })}">
          <button type="button" class="button button--small" data-remove="${key}">${icon('remove')} ${t('report.removePhoto', { number: i + 1 })}</button>
        </li>`,
      )}`,
    );
    this.#root.querySelector('#photos-add').hidden = this.#photos.length >= most;
  }
}
