/**
 * The place that a hotspot is from month to month: its name, which people can change where it stands, its months, and the
 * ways on to its causes and its picture. A hotspot that is no such place yet can be made one.
 */
import { MEASURE_WRITERS } from '../../lib/audience.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { formatInstant, formatMonth } from '../../lib/format.js';
import { newestPicture } from '../../lib/spotMonths.js';
import { isAbort } from '../../api.js';
import { filterParameters } from '../../state.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { permittedPages } from '../pages/pages.js';
import { spotStrip } from './spotStrip.js';

const LONGEST_NAME = 120;

export class SpotSection {
  #app;
  #onChange;
  #root = null;
  #feature = null;
  #spot = null;
  #names = new Map();
  #picture = null;
  /** What is being written, with what somebody else has saved meanwhile; null when nothing is. */
  #writing = null;
  #trouble = null;
  #busy = false;
  #stops = [];

  /** `onChange` is told when the place has got another name, or has become one. */
  constructor(app, { onChange = () => {} } = {}) {
    this.#app = app;
    this.#onChange = onChange;
  }

  /** Shows the spot of a hotspot in `root`; what is being written stays. */
  draw(root, feature) {
    const known = this.#feature?.properties.spot?.id ?? null;
    const next = feature.properties.spot?.id ?? null;
    this.#feature = feature;
    if (root !== this.#root) this.#listen(root);
    if (next !== known || (next !== null && this.#spot === null)) this.#load(next);
    this.#render();
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root = null;
  }

  #listen(root) {
    for (const stop of this.#stops) stop();
    this.#root = root;
    this.#stops = [
      on(root, 'click', '[data-follow]', () => this.#follow()),
      on(root, 'click', '[data-rename]', () => this.#edit()),
      on(root, 'click', '[data-keep]', () => this.#stopWriting()),
      on(root, 'click', '[data-again]', () => this.#load(this.#feature.properties.spot.id)),
      on(root, 'click', '[data-page]', (event, link) => this.#go(event, link)),
      on(root, 'submit', 'form', (event) => this.#save(event)),
      on(root, 'input', '[name="spot-name"]', (event, input) => this.#write(input.value)),
      on(root, 'keydown', '[name="spot-name"]', (event) => this.#onKey(event)),
    ];
  }

  async #load(id) {
    this.#spot = null;
    this.#picture = null;
    this.#trouble = null;
    this.#writing = null;
    if (id === null) return;
    const { api } = this.#app;
    try {
      const { body } = await api.get(`/api/spots/${id}`, { supersede: 'spot' });
      if (this.#isGone(id)) return;
      this.#spot = body;
      const draft = this.#mayWrite() ? this.#app.drafts.find(this.#draftKey()) : null;
      if (draft && draft.value.name !== body.name) this.#writing = { name: draft.value.name, version: draft.value.version, theirs: null };
      this.#render();
      await this.#loadAround(body);
      if (!this.#isGone(id)) this.#render();
    } catch (error) {
      if (isAbort(error) || this.#isGone(id)) return;
      this.#trouble = error;
      this.#render();
    }
  }

  /** What the months of other spots and of pictures are called; the section is whole without. */
  async #loadAround(spot) {
    const { api } = this.#app;
    const merged = spot.months.some((month) => month.merged.length > 0);
    const pictures = this.#pages().has('picture');
    const [spots, listed] = await Promise.all([
      merged ? api.get('/api/spots').catch(() => null) : null,
      pictures ? api.get('/api/pictures').catch(() => null) : null,
    ]);
    this.#names = new Map((spots?.body.spots ?? []).map(({ id, name }) => [id, name]));
    this.#picture = newestPicture(listed?.body.pictures ?? [], spot.months);
  }

  #isGone(id) {
    return this.#root === null || this.#feature?.properties.spot?.id !== id;
  }

  #render() {
    if (!this.#root) return;
    render(this.#root, this.#feature.properties.spot ? this.#known() : this.#unknown());
  }

  #unknown() {
    const { t } = this.#app;
    if (!this.#mayWrite()) return html``;
    return html`
      <h3 class="section__title">${t('spot.title')}</h3>
      <p class="muted">${t('spot.followWhy')}</p>
      ${this.#trouble && notice('danger', this.#trouble.detail || t('spot.failed'))}
      <button type="button" class="button" id="spot-follow" data-follow ${attributes({ disabled: this.#busy })}>${icon('add')} ${t('spot.follow')}</button>`;
  }

  #known() {
    const { t, locale } = this.#app;
    const spot = this.#spot;
    if (!spot) {
      return this.#trouble
        ? html`<h3 class="section__title">${t('spot.title')}</h3>${notice('danger', this.#trouble.detail || t('spot.failed'), html`<button type="button" class="button" data-again>${t('again')}</button>`)}`
        : html`<h3 class="section__title">${t('spot.title')}</h3><p class="muted spot__waiting">${t('spot.loading')}</p>`;
    }
    return html`
      <h3 class="section__title">${t('spot.title')}</h3>
      ${this.#writing ? this.#form() : this.#name()}
      ${this.#links()}
      ${spotStrip(spot.months, { t, locale }, (id) => this.#names.get(id) ?? t('spot.number', { id }))}
      ${this.#history()}`;
  }

  #name() {
    const { t } = this.#app;
    return html`
      <p class="spot__name"><span class="spot__called">${this.#spot.name}</span>
        ${this.#mayWrite() && html`<button type="button" class="button button--quiet button--small" id="spot-rename" data-rename>${icon('edit')} ${t('spot.rename')}</button>`}</p>`;
  }

  #form() {
    const { t } = this.#app;
    const { name, theirs } = this.#writing;
    const fault = this.#trouble?.errors?.find(({ field }) => field === 'name');
    return html`
      <form class="spot__form" novalidate>
        ${theirs && notice('warning', t('spot.conflict', { by: theirs.by, theirs: theirs.name, yours: name }))}
        ${this.#trouble && !fault && notice('danger', this.#trouble.detail || t('spot.failed'))}
        <label class="field__label" for="spot-name">${t('spot.nameLabel')}</label>
        <input class="input" id="spot-name" name="spot-name" type="text" autocomplete="off" ${attributes({ value: name, maxlength: LONGEST_NAME, 'aria-invalid': fault ? 'true' : null, 'aria-describedby': fault ? 'spot-name-hint spot-name-error' : 'spot-name-hint' })}>
        <p class="field__hint" id="spot-name-hint">${t('spot.nameHint')}</p>
        ${fault && html`<p class="field__error" id="spot-name-error">${fault.reason} ${fault.remedy}</p>`}
        <p class="button-row">
          <button type="submit" class="button button--primary" ${attributes({ disabled: this.#busy })}>${t(theirs ? 'spot.saveMine' : 'spot.save')}</button>
          <button type="button" class="button" data-keep>${t(theirs ? 'spot.keepTheirs' : 'spot.cancel')}</button>
        </p>
      </form>`;
  }

  #links() {
    const { t, locale } = this.#app;
    const pages = this.#pages();
    const { id } = this.#spot;
    const links = [
      pages.has('cause') && { page: 'cause', item: `${id}`, label: t('spot.causes') },
      this.#picture && { page: 'picture', item: `${this.#picture.id}/spot/${id}`, label: t('spot.picture', { month: formatMonth(this.#picture.month, locale) }) },
    ].filter(Boolean);
    if (!links.length) return null;
    return html`<p class="button-row">${links.map(({ page, item, label }) => html`<a class="button" href="#page=${page}&item=${encodeURIComponent(item)}" data-page="${page}" data-item="${item}">${label}</a>`)}</p>`;
  }

  #history() {
    const { t } = this.#app;
    const names = this.#spot.names ?? [];
    if (names.length < 2) return null;
    return html`
      <details class="explain"><summary>${t('spot.names')}</summary>
        <ul>${names.map(({ name, savedAt, savedBy, namedBy }) => html`<li>${name} <span class="muted">${namedBy === 'people' ? t('spot.savedBy', { who: savedBy, when: formatInstant(savedAt) }) : t('spot.fromPlaces')}</span></li>`)}</ul>
      </details>`;
  }

  async #follow() {
    const { api, state, t } = this.#app;
    this.#busy = true;
    this.#trouble = null;
    this.#render();
    try {
      const { body } = await api.post('/api/spots', { hotspot: String(this.#feature.id) }, { parameters: filterParameters(state.value) });
      this.#app.announce(t('spot.followed', { name: body.name }));
      this.#onChange();
    } catch (error) {
      this.#trouble = error;
    } finally {
      this.#busy = false;
      this.#render();
    }
  }

  #edit() {
    this.#writing = { name: this.#spot.name, version: this.#spot.version, theirs: null };
    this.#trouble = null;
    this.#render();
    const input = this.#root.querySelector('#spot-name');
    input.focus();
    input.select();
  }

  #write(name) {
    this.#writing.name = name;
    this.#app.drafts.keep(this.#draftKey(), { name, version: this.#writing.version });
  }

  #onKey(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#stopWriting();
  }

  #stopWriting() {
    this.#app.drafts.drop(this.#draftKey());
    this.#writing = null;
    this.#trouble = null;
    this.#render();
    this.#root.querySelector('#spot-rename')?.focus();
  }

  async #save(event) {
    event.preventDefault();
    const { api, t } = this.#app;
    const { id } = this.#spot;
    const { name, version } = this.#writing;
    this.#busy = true;
    this.#trouble = null;
    this.#render();
    try {
      const { body } = await api.put(`/api/spots/${id}`, { name }, { ifMatch: `"v${version}"` });
      if (this.#isGone(id)) return;
      this.#spot = body;
      this.#busy = false;
      this.#stopWriting();
      this.#app.announce(t('spot.saved', { name: body.name }));
      this.#onChange();
    } catch (error) {
      if (this.#isGone(id)) return;
      this.#busy = false;
      this.#refused(error, name);
    }
  }

  /** Somebody else was faster: what they wrote stands beside what is written here, and either can be chosen. */
  #refused(error, name) {
    const current = error.status === 412 ? error.body.current : null;
    if (current) {
      this.#spot = current;
      const by = current.names?.[0]?.savedBy ?? '';
      this.#writing = { name, version: current.version, theirs: { name: current.name, by } };
      this.#onChange();
    } else {
      this.#trouble = error;
    }
    this.#render();
    this.#root.querySelector('#spot-name')?.focus();
  }

  #go(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#app.state.set({ page: link.dataset.page, item: link.dataset.item });
  }

  #pages() {
    return new Set(permittedPages(this.#app).map(({ id }) => id));
  }

  #mayWrite() {
    return this.#app.can(...MEASURE_WRITERS);
  }

  #draftKey() {
    return `spot.${this.#feature.properties.spot.id}.name`;
  }
}
