/** One finding of a walk: what, where, in words and pictures; afterwards who answers for it and what is planned. */
import { kindsOfPersonalData } from '../../map/lib/personalData.js';
import { attributes, html, on, render } from '../../map/lib/html.js';
import { areaField, notice, selectField, textField } from '../../map/ui/fields.js';
import { icon } from '../../map/ui/icons.js';
import { newKey } from '../../report/newKey.js';
import { shrink } from '../../report/shrink.js';
import { PlacePicker } from '../placePicker.js';

const CATEGORIES = ['deficiency', 'unsafe', 'safe'];
const STATUSES = ['noted', 'planned', 'done', 'no-action'];
const MAX_WORDS = 1000;

export class FindingForm {
  #root;
  #app;
  #walk;
  #finding;
  #options;
  #picker = null;
  #key = newKey();
  #photoKey = newKey();
  #measures = [];
  #sending = false;
  #chosen = '';
  #stops = [];

  /** @param {?object} finding as the service has it; null for a new one */
  constructor(root, app, walk, finding, options) {
    this.#root = root;
    this.#app = app;
    this.#walk = walk;
    this.#finding = finding;
    this.#options = options;
  }

  open() {
    const { t, api } = this.#app;
    const f = this.#finding ?? { category: 'deficiency', words: '', status: 'noted', owner: '', plan: '' };
    render(
      this.#root,
      html`
        <form class="survey-form walk-form" id="finding" novalidate>
          <h3 tabindex="-1">${this.#finding ? t('walk.finding', { number: this.#finding.number }) : t('walk.add')}</h3>
          <fieldset class="survey-chips"><legend>${t('walk.what')}</legend>
            <div class="survey-chips__row">${CATEGORIES.map((category) => html`
              <label class="survey-chip"><input type="radio" name="category" value="${category}" ${attributes({ checked: category === f.category })}><span>${t(`walk.category.${category}`)}</span></label>`)}</div>
          </fieldset>
          <fieldset class="survey-place"><legend>${t('survey.where')}</legend><div id="finding-place"></div></fieldset>
          ${areaField({ name: 'words', label: t('walk.words'), hint: t('walk.wordsHint') }, { value: f.words, rows: 3, maxlength: MAX_WORDS })}
          <p class="survey-warning" id="finding-warning" role="status"></p>
          <div id="finding-photos"></div>
          <div class="field">
            <p class="field__label">${t('walk.addPhoto')}</p>
            <p class="field__hint" id="photo-hint">${t('walk.photoHint')}</p>
            <p class="walk-new-photo" id="photo-new" role="status"></p>
            <div><label class="button button--wide walk-photo-button" for="photo-file">${icon('add')} ${t('walk.choosePhoto')}</label>
              <input class="visually-hidden" type="file" name="photo" id="photo-file" accept="image/jpeg,image/png" aria-describedby="photo-hint"></div>
          </div>
          ${this.#finding && html`
            ${selectField({ name: 'status', label: t('walk.status') }, STATUSES.map((value) => ({ value, label: t(`walk.status.${value}`) })), f.status)}
            ${textField({ name: 'owner', label: t('walk.owner') }, { value: f.owner, maxlength: 120 })}
            ${areaField({ name: 'plan', label: t('walk.plan') }, { value: f.plan, rows: 2, maxlength: MAX_WORDS })}
            <div id="finding-measure"></div>`}
          <div id="finding-fault"></div>
          <div class="survey-buttons">
            <button type="submit" class="button button--primary button--wide">${icon('check')} ${t('walk.save')}</button>
            <button type="button" class="button" id="finding-cancel">${t('walk.cancel')}</button>
            ${this.#finding && html`<button type="button" class="button button--danger" id="finding-remove">${icon('remove')} ${t('survey.remove')}</button>`}
          </div>
        </form>`,
    );
    this.#stops = [
      on(this.#root, 'submit', '#finding', (event) => this.#submit(event)),
      on(this.#root, 'input', '[name="words"]', (event, words) => this.#warn(words.value)),
      on(this.#root, 'click', '#finding-cancel', () => this.#cancel()),
      on(this.#root, 'click', '#finding-remove', () => this.#remove()),
      on(this.#root, 'change', '#photo-file', (event, input) => this.#showChosen(input.files[0])),
      on(this.#root, 'click', '[data-photo]', (event, button) => this.#removePhoto(Number(button.dataset.photo))),
    ];
    const value = this.#finding ? { lon: f.lon, lat: f.lat, accuracyMetres: f.accuracyMetres, words: f.place ?? '', how: 'map' } : null;
    this.#picker = new PlacePicker(this.#root.querySelector('#finding-place'), { api, t, locale: t.locale, value, bounds: this.#bounds(), id: 'spot' }).open();
    this.#drawPhotos();
    if (this.#finding) this.#showMeasures();
    this.#root.querySelector('h3').focus();
    return this;
  }

  close() {
    this.#picker?.close();
    if (this.#chosen) URL.revokeObjectURL(this.#chosen);
    for (const stop of this.#stops.splice(0)) stop();
    this.#root.replaceChildren();
  }

  #drawPhotos() {
    const { t } = this.#app;
    const { id, number, photos = [] } = this.#finding ?? {};
    render(
      this.#root.querySelector('#finding-photos'),
      html`${photos.map((photo, i) => html`
        <figure class="walk-kept">
          <img class="walk-photo" src="/api/walks/${this.#walk.id}/findings/${id}/photos/${photo}?size=small" alt="${t('walk.photo', { number, photo: i + 1 })}">
          <button type="button" class="button button--small" data-photo="${photo}">${icon('remove')} ${t('walk.dropPhoto')} <span class="visually-hidden">${t('walk.photo', { number, photo: i + 1 })}</span></button>
        </figure>`)}`,
    );
  }

  /** The picture that was just taken, small: nobody should have to save to see whether it is the right one. */
  #showChosen(file) {
    if (this.#chosen) URL.revokeObjectURL(this.#chosen);
    this.#chosen = file ? URL.createObjectURL(file) : '';
    render(this.#root.querySelector('#photo-new'), html`${file && html`<img class="walk-photo walk-photo--small" src="${this.#chosen}" alt=""> <span>${this.#app.t('walk.newPhoto', { name: file.name })}</span>`}`);
  }

  /** A picture that shows somebody, or the wrong thing, goes for good; the rest of the form stays as it is. */
  async #removePhoto(photo) {
    const { api, t } = this.#app;
    try {
      await api.delete(`/api/walks/${this.#walk.id}/findings/${this.#finding.id}/photos/${photo}`);
      this.#finding = { ...this.#finding, photos: this.#finding.photos.filter((each) => each !== photo) };
      this.#options.onPhotos(this.#finding);
      this.#drawPhotos();
      document.getElementById('announcer').textContent = t('walk.photoDropped');
      this.#root.querySelector('[name="photo"]').focus();
    } catch (error) {
      this.#fault(error.code === 'network' ? t('survey.awayWhat') : error.detail);
    }
  }

  #cancel() {
    this.close();
    this.#options.onCancel();
  }

  /** Around the route, or what has been found so far. */
  #bounds() {
    const { route, findings, earlier } = this.#walk;
    const places = [...(route?.coordinates ?? []), ...findings.map(({ lon, lat }) => [lon, lat]), ...earlier.map(({ finding }) => [finding.lon, finding.lat])];
    if (!places.length) return null;
    const lons = places.map(([lon]) => lon);
    const lats = places.map(([, lat]) => lat);
    const margin = 0.003;
    return [Math.min(...lons) - margin, Math.min(...lats) - margin, Math.max(...lons) + margin, Math.max(...lats) + margin];
  }

  async #showMeasures() {
    const { api, t } = this.#app;
    try {
      this.#measures = (await api.get('/api/measures', { parameters: { limit: 500 } })).body.features;
    } catch {
      return;
    }
    const place = this.#root.querySelector('#finding-measure');
    if (!place) return;
    const choices = [{ value: '', label: t('walk.noMeasure') }, ...this.#measures.map(({ id, properties }) => ({ value: String(id), label: properties.title }))];
    render(place, selectField({ name: 'measureId', label: t('walk.measure') }, choices, String(this.#finding.measureId ?? '')));
  }

  #warn(text) {
    const { t } = this.#app;
    const kinds = kindsOfPersonalData(text).map((kind) => t(`survey.personal.${kind}`));
    this.#root.querySelector('#finding-warning').textContent = kinds.length ? t('survey.personal', { kinds: kinds.join(', ') }) : '';
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#sending) return;
    const { api, t } = this.#app;
    const place = this.#picker.value;
    if (!place) return this.#fault(t('survey.missing.place'), '#spot-field');
    const form = new FormData(event.target);
    const words = form.get('words').trim();
    if (!words) return this.#fault(t('walk.missingWords'), '[name="words"]');
    const measureId = form.has('measureId') ? Number(form.get('measureId')) || null : (this.#finding?.measureId ?? null);
    const sent = { category: form.get('category'), words, lon: place.lon, lat: place.lat, accuracyMetres: place.accuracyMetres, status: form.get('status') ?? 'noted', owner: form.get('owner') ?? '', plan: form.get('plan') ?? '', measureId };
    this.#sending = true;
    try {
      const base = `/api/walks/${this.#walk.id}/findings`;
      const { body } = this.#finding ? await api.put(`${base}/${this.#finding.id}`, sent, { ifMatch: `"v${this.#finding.version}"` }) : await api.post(base, { key: this.#key, ...sent });
      await this.#sendPhoto(`${base}/${body.id}/photos`, form.get('photo'));
      this.close();
      this.#options.onSaved(t('walk.saved', { number: body.number }));
    } catch (error) {
      if (error.status === 412) this.#finding = { ...this.#finding, version: error.body.current.version };
      const [first] = error.errors ?? [];
      this.#fault(first ? `${first.reason} ${first.remedy}` : error.code === 'network' ? t('survey.awayWhat') : error.detail);
    } finally {
      this.#sending = false;
    }
  }

  async #sendPhoto(path, file) {
    if (!file?.size) return;
    const body = new FormData();
    body.set('file', await shrink(file), 'bild.jpg');
    body.set('key', this.#photoKey);
    await this.#app.api.post(path, body);
  }

  async #remove() {
    const { api, t } = this.#app;
    try {
      await api.delete(`/api/walks/${this.#walk.id}/findings/${this.#finding.id}`, { ifMatch: `"v${this.#finding.version}"` });
      this.close();
      this.#options.onSaved(t('walk.removed'));
    } catch (error) {
      this.#fault(error.detail);
    }
  }

  #fault(words, selector = null) {
    render(this.#root.querySelector('#finding-fault'), notice('danger', words));
    if (selector) this.#root.querySelector(selector).focus();
  }
}
