/**
 * What data there are, where they come from, whose they are and who may see them; the way to say that anew, and to take
 * a data set back.
 */
import { html, on, render } from '../../lib/html.js';
import { formatDate, formatInstant, formatNumber } from '../../lib/format.js';
import { Dialog } from '../dialog.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { DatasetForm } from './datasetForm.js';
import { changeHistory } from './changeHistory.js';

export class DatasetsDialog {
  #app;
  #dialog;
  #form = null;
  #asked = null;
  #stop = () => {};

  constructor(app) {
    this.#app = app;
  }

  open() {
    const { t } = this.#app;
    this.#dialog = new Dialog({ title: t('datasets.title'), closeLabel: t('close'), width: 'wide', onClose: () => this.#leaveList() }).open();
    const { body, footer } = this.#dialog;
    on(body, 'click', '[data-show]', (event, button) => this.#show(button.dataset.show));
    on(body, 'click', '[data-edit]', (event, button) => this.#showForm(this.#find(button.dataset.edit)));
    on(body, 'click', '[data-withdraw]', (event, button) => this.#ask(button.dataset.withdraw));
    on(body, 'click', '[data-sure]', () => this.#withdraw());
    on(body, 'click', '[data-keep]', () => this.#keep());
    on(body, 'submit', '#dataset-form', (event) => this.#save(event));
    on(footer, 'click', '[data-list]', () => this.#showList());
    this.#showList();
    return this;
  }

  close() {
    this.#dialog.close();
  }

  #showList(message = html``) {
    const { t, datasets } = this.#app;
    const last = this.#form?.dataset.id;
    this.#form = null;
    this.#dialog.title = t('datasets.title');
    render(this.#dialog.body, html`<p>${t('datasets.intro')}</p><div id="datasets-message" aria-live="polite"></div><div id="datasets-list"></div>`);
    this.#message(message);
    render(this.#dialog.footer, html`<button type="button" class="button" data-close>${t('close')}</button>`);
    this.#stop = datasets.subscribe(({ body }) => this.#draw(body?.datasets));
    if (last) this.#dialog.body.querySelector(`[data-edit="${last}"]`)?.focus();
  }

  #leaveList() {
    this.#stop();
    this.#stop = () => {};
  }

  /** What the analyses build on first, the newest first; then the layers of the background map. */
  #draw(all) {
    const { t } = this.#app;
    const place = this.#dialog.body.querySelector('#datasets-list');
    if (!place) return;
    if (!all) {
      render(place, html`<p class="muted">${t('loading')}</p>`);
      return;
    }
    const newest = [...all].sort((a, b) => (b.importedAt ?? '').localeCompare(a.importedAt ?? ''));
    const evidence = newest.filter(({ kind }) => kind !== 'base');
    const base = newest.filter(({ kind }) => kind === 'base');
    render(
      place,
      html`
        <section class="section"><h3 class="section__title">${t('datasets.evidence')}</h3>
          ${evidence.length ? html`<ul class="accounts">${evidence.map((d) => this.#row(d))}</ul>` : html`<p class="empty">${t('datasets.none')}</p>`}</section>
        ${base.length > 0 && html`<section class="section"><h3 class="section__title">${t('kind.base')}</h3><ul class="accounts">${base.map((d) => this.#row(d))}</ul></section>`}`,
    );
  }

  #row(d) {
    const { t, locale } = this.#app;
    return html`
      <li class="account-row">
        <div>
          <p><strong>${d.name}</strong> ${d.invented && html`<span class="tag tag--invented">${t('datasets.invented')}</span>`}</p>
          <p class="muted">${d.role ? t(`baseRole.${d.role}`) : t(`kind.${d.kind}`)}, ${t('datasets.rows', { count: d.rows, shown: formatNumber(d.rows, locale, 0) })}${period(d) && ` · ${period(d)}`}</p>
          ${d.visibleTo.length > 0 && html`<p>${icon('lock')} ${t('datasets.onlyFor', { roles: d.visibleTo.map((role) => t(`role.${role}`)).join(', ') })}</p>`}
          ${!this.#mayBeSeen(d) && html`<p>${t('datasets.notForYou')}</p>`}
        </div>
        <div>
          <p>${t('datasets.owner')}: ${d.owner || '–'}</p>
          <p class="muted">${[d.source !== d.owner && d.source, t('datasets.importedAt', { when: formatInstant(d.importedAt) })].filter(Boolean).join(' · ')}</p>
          ${d.legalNote && html`<p class="muted">${d.legalNote}</p>`}
        </div>
        <div class="button-row">
          ${d.bounds && this.#mayBeSeen(d) && this.#button('show', 'zoom', t('hotspot.zoom'), d)}
          ${d.mayEdit && this.#button('edit', 'edit', t('datasets.edit'), d)}
          ${d.mayEdit && this.#button('withdraw', 'undo', t('datasets.withdraw'), d)}
        </div>
      </li>`;
  }

  /** A button of a row; a screen reader hears whose it is. */
  #button(action, picture, label, { id, name }) {
    return html`<button type="button" class="button button--quiet button--small" data-${action}="${id}">${icon(picture)} ${label} <span class="visually-hidden">${name}</span></button>`;
  }

  /** Those who keep the installation in order see that a data set is there even when its rows are not for them. */
  #mayBeSeen({ visibleTo }) {
    return visibleTo.length === 0 || this.#app.can(...visibleTo);
  }

  #find(id) {
    return this.#app.datasets.value.body.datasets.find((d) => String(d.id) === String(id));
  }

  #message(markup) {
    const place = this.#dialog.isOpen && this.#dialog.body.querySelector('#datasets-message');
    if (!place) return;
    render(place, markup);
    place.scrollIntoView({ block: 'nearest' });
  }

  #show(id) {
    const { bounds, group, kind } = this.#find(id);
    this.close();
    if (kind !== 'base' && group && group !== this.#app.group?.id) this.#app.chooseGroup(group);
    this.#app.map.fit(bounds);
  }

  async #showForm(dataset, message = html``) {
    const { t, api } = this.#app;
    this.#leaveList();
    this.#form = new DatasetForm(t, dataset);
    this.#dialog.title = t('datasets.editTitle', { name: dataset.name });
    render(this.#dialog.body, html`<div id="datasets-message" aria-live="polite"></div>${this.#form.markup()}<div id="dataset-history"></div>`);
    render(
      this.#dialog.footer,
      html`
        <button type="submit" class="button button--primary" form="dataset-form" id="dataset-save">${icon('check')} ${t('save')}</button>
        <button type="button" class="button" data-list>${t('cancel')}</button>`,
    );
    this.#message(message);
    this.#dialog.focusTitle();
    const form = this.#form;
    form.open(this.#dialog.body);
    try {
      const { body } = await api.get(`/api/datasets/${encodeURIComponent(dataset.id)}/history`);
      if (this.#dialog.isOpen && this.#form === form) render(this.#dialog.body.querySelector('#dataset-history'), changeHistory(body.states, t, (state) => form.inWords(state)));
    } catch {
      // the form is whole without its history
    }
  }

  async #save(event) {
    event.preventDefault();
    const { api, t, bus, datasets } = this.#app;
    const { dataset } = this.#form;
    const written = this.#form.read(event.target);
    const button = this.#dialog.footer.querySelector('#dataset-save');
    if (button.disabled) return;
    button.disabled = true;
    try {
      await api.put(`/api/datasets/${encodeURIComponent(dataset.id)}`, written, { ifMatch: `"v${dataset.version}"` });
      bus.emit('data:changed');
      await datasets.reload();
      if (this.#dialog.isOpen) this.#showList(notice('success', t('datasets.saved', { name: written.name })));
    } catch (error) {
      button.disabled = false;
      if (!this.#dialog.isOpen) return;
      if (error.status === 412) {
        await datasets.reload();
        const current = this.#find(dataset.id);
        if (current) this.#showForm({ ...current, ...written }, notice('warning', t('datasets.changedMeanwhile')));
        else this.#showList(notice('warning', error.detail));
        return;
      }
      const homeless = this.#form.show(event.target, error.errors);
      this.#message(homeless.length || !error.errors.length ? notice('danger', error.code === 'network' ? t('form.noContact') : homeless.map((e) => `${e.reason} ${e.remedy ?? ''}`).join(' ') || error.detail) : html``);
    }
  }

  #ask(id) {
    const { t } = this.#app;
    this.#asked = id;
    const { name, rows } = this.#find(id);
    this.#message(
      notice(
        'warning',
        t('datasets.sure', { name, count: rows }),
        html`<div class="button-row"><button type="button" class="button button--danger" id="datasets-sure" data-sure>${t('datasets.withdraw')}</button><button type="button" class="button" data-keep>${t('cancel')}</button></div>`,
      ),
    );
    this.#dialog.body.querySelector('#datasets-sure').focus();
  }

  #keep() {
    this.#message(html``);
    this.#dialog.body.querySelector(`[data-withdraw="${this.#asked}"]`)?.focus();
  }

  async #withdraw() {
    const { api, bus, t, datasets } = this.#app;
    const { name } = this.#find(this.#asked);
    this.#dialog.body.querySelector('#datasets-sure').disabled = true;
    try {
      await api.delete(`/api/datasets/${encodeURIComponent(this.#asked)}`);
      this.#message(notice('success', t('datasets.withdrawn', { name })));
      bus.emit('data:changed');
      await datasets.reload();
    } catch (error) {
      this.#message(notice('danger', error.detail || t('datasets.withdrawFailed')));
    }
  }
}

/** What the source says that it covers; otherwise from the first to the last row. */
function period({ coversFrom, coversTo, from, to }) {
  if (coversFrom || coversTo) return `${formatDate(coversFrom) || '…'} – ${formatDate(coversTo) || '…'}`;
  return from ? `${formatDate(from)} – ${formatDate(to)}` : '';
}
