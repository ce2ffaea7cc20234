/**
 * Survey waves (trygghetsenkäter) for those who ask: the list, and from it one wave at a time – its form, or its link and
 * results.
 */
import { html, on, render } from '../../lib/html.js';
import { formatPeriod } from '../../lib/format.js';
import { Dialog } from '../dialog.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { WaveForm } from './waveForm.js';
import { WaveView } from './waveView.js';
import { areaWords } from './waveWords.js';

export class WavesDialog {
  #app;
  #dialog = null;
  #waves = null;
  #form = null;
  #view = null;
  #last = null;
  #edited = null;

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('waves.title'), closeLabel: t('close'), width: 'wide', onClose: () => this.#closeForm() }).open();
    const { body, footer } = this.#dialog;
    on(body, 'click', '[data-wave]', (event, button) => this.#showWave(Number(button.dataset.wave)));
    on(body, 'click', '[data-wave-map]', (event, button) => this.#showOnMap(this.#waves.find(({ id }) => id === Number(button.dataset.waveMap))));
    on(body, 'click', '[data-drop-draft]', () => this.#dropDraft());
    on(body, 'submit', '#wave-form', (event) => this.#save(event));
    on(body, 'click', '[data-question-add], [data-question-drop]', (event, button) => this.#form?.press(button));
    on(body, 'click', '[data-do]', (event, button) => this.#view?.press(button.dataset.do));
    on(footer, 'click', '[data-new]', () => this.#showForm(null));
    on(footer, 'click', '[data-edit]', () => this.#showForm(this.#view.wave));
    on(footer, 'click', '[data-list]', () => this.#showList());
    this.#showList();
    return this;
  }

  close() {
    this.#form?.close();
    this.#dialog.close();
  }

  #closeForm() {
    this.#form?.close();
    this.#form = null;
  }

  async #showList() {
    const { t, api } = this.#app;
    this.#closeForm();
    this.#view = null;
    this.#dialog.title = t('waves.title');
    render(this.#dialog.body, html`<p>${t('waves.intro')}</p><div id="waves-list" aria-live="polite"><p class="muted">${t('loading')}</p></div>`);
    render(
      this.#dialog.footer,
      html`
        <button type="button" class="button button--primary" data-new>${icon('add')} ${t('waves.new')}</button>
        <button type="button" class="button" data-close>${t('close')}</button>`,
    );
    try {
      this.#waves = (await api.get('/api/survey-waves')).body.waves;
    } catch (error) {
      return this.#drawList(notice('danger', error.detail || t('waves.failed')));
    }
    this.#drawList();
    document.getElementById(`wave-${this.#last}`)?.focus();
  }

  #drawList(trouble = null) {
    const place = this.#dialog.isOpen && this.#dialog.body.querySelector('#waves-list');
    if (!place) return;
    const { t } = this.#app;
    if (trouble) render(place, trouble);
    else if (this.#waves.length === 0) render(place, html`<div class="empty"><p>${t('waves.none')}</p></div>`);
    else render(place, html`<ul class="waves">${this.#waves.map((wave) => this.#row(wave))}</ul>`);
  }

  #row({ id, title, phase, opensOn, closesOn, people, marks, area, areaName, erasedAt }) {
    const { t, locale } = this.#app;
    return html`
      <li class="wave-row">
        <div>
          <button type="button" class="link wave-row__open" id="wave-${id}" data-wave="${id}">${title}</button>
          <p class="muted">${formatPeriod(opensOn, closesOn, locale)} · ${areaWords({ area, areaName }, t)}</p>
          ${area && html`<button type="button" class="button button--quiet button--small" data-wave-map="${id}">${icon('area')} ${t('waves.onMap')} <span class="visually-hidden">${title}</span></button>`}
        </div>
        <p><span class="tag tag--wave-${phase}">${t(`waves.phase.${phase}`)}</span>${erasedAt && html` <span class="tag">${t('waves.erasedTag')}</span>`}</p>
        <p>${t('waves.people', { count: people })}, ${t('waves.marks', { count: marks })}</p>
      </li>`;
  }

  /** The page's own map, with the wave's outline on it: the layer is put on, or there would be nothing to see. */
  #showOnMap({ area, title }) {
    const { state, map, t, announce } = this.#app;
    const { layers } = state.value;
    this.close();
    if (!layers.waves) state.set({ layers: { ...layers, waves: 1 } });
    this.#app.waves.load();
    map.fit(area);
    announce(t('waves.shownOnMap', { title }));
  }

  async #showWave(id) {
    const { t, api } = this.#app;
    this.#last = id;
    this.#closeForm();
    const view = new WaveView(this.#app, this.#dialog.body, {
      onChange: (wave) => this.#drawFooter(wave),
      onRemoved: () => this.#showList(),
      onImport: () => this.close(),
      onMap: (wave) => this.#showOnMap(wave),
    });
    this.#view = view;
    try {
      const { body } = await api.get(`/api/survey-waves/${id}`);
      if (!this.#dialog.isOpen || this.#view !== view) return;
      this.#dialog.title = body.title;
      view.show(body);
      this.#dialog.focusTitle();
    } catch (error) {
      if (this.#view === view) render(this.#dialog.body, notice('danger', error.detail || t('waves.failed')));
    }
  }

  #drawFooter(wave) {
    const { t } = this.#app;
    render(
      this.#dialog.footer,
      html`
        <button type="button" class="button" data-list>${icon('back')} ${t('waves.all')}</button>
        <button type="button" class="button" data-edit>${icon('edit')} ${t(wave.phase === 'draft' ? 'waves.edit' : 'waves.editTexts')}</button>
        <button type="button" class="button" data-close>${t('close')}</button>`,
    );
  }

  #showForm(wave) {
    const { t } = this.#app;
    this.#view = null;
    this.#closeForm();
    this.#edited = wave;
    this.#form = new WaveForm(this.#app, wave);
    this.#dialog.title = t(wave ? 'waves.editTitle' : 'waves.newTitle');
    render(this.#dialog.body, this.#form.markup());
    this.#form.mounted(this.#dialog.body);
    render(
      this.#dialog.footer,
      html`
        <button type="button" class="button" data-list>${t('waves.cancel')}</button>
        <button type="submit" class="button button--primary" form="wave-form">${icon('check')} ${t('waves.save')}</button>`,
    );
    this.#dialog.focusTitle();
  }

  #dropDraft() {
    this.#form.dropDraft();
    this.#showForm(this.#edited);
  }

  async #save(event) {
    event.preventDefault();
    const saved = await this.#form.save(event.target);
    if (!saved) return;
    this.#app.waves.load();
    this.#showWave(saved.id);
  }
}
