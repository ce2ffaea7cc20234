/** What is waiting, being prepared, public and withdrawn, with who did what and when and under which address. */
import { IMPORT_ROLES } from '../../lib/audience.js';
import { formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { grouped, happenings } from '../../lib/publicationList.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';

export class PublicationList {
  #app;
  #root;
  #go;
  #stops = [];

  constructor(app, root, { go }) {
    this.#app = app;
    this.#root = root;
    this.#go = go;
  }

  open() {
    const { t } = this.#app;
    this.#stops = [
      on(this.#root, 'click', '[data-publication]', (event, link) => this.#follow(event, link.dataset.publication)),
      on(this.#root, 'click', '[data-new]', () => this.#go('new')),
      on(this.#root, 'click', '[data-import]', () => this.#app.bus.emit('import:open')),
      on(this.#root, 'click', '[data-again]', () => this.#load()),
    ];
    render(
      this.#root,
      html`<p class="lead">${t('publish.intro')}</p>
        <div id="publications"><div class="skeleton" role="status" aria-label="${t('loading')}"><div class="skeleton__row"></div><div class="skeleton__row"></div></div></div>`,
    );
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  async #load() {
    const { t, api } = this.#app;
    const place = this.#root.querySelector('#publications');
    try {
      const [{ body }, options] = await Promise.all([api.get('/api/publications'), api.get('/api/publications/options')]);
      if (place.isConnected) render(place, this.#markup(body.publications, options.body));
    } catch (error) {
      if (place.isConnected) render(place, notice('danger', error.detail || t('publish.failed'), html`<button type="button" class="button" data-again>${t('publish.again')}</button>`));
    }
  }

  #markup(publications, { problem }) {
    const { t } = this.#app;
    return html`
      ${problem ? problemNotice(problem, this.#app) : html`<div class="button-row"><button type="button" class="button button--primary" data-new>${icon('add')} ${t('publish.new')}</button></div>`}
      ${publications.length === 0
        ? !problem && html`<div class="empty publish__empty"><h3>${t('publish.none')}</h3><p>${t('publish.noneWhy')}</p></div>`
        : grouped(publications).map(
            (group) => html`
              <section class="publish__group" aria-labelledby="publications-${group.state}">
                <h3 class="publish__heading" id="publications-${group.state}">${t(`publish.group.${group.state}`)} <span class="tabs__count">${String(group.publications.length)}</span></h3>
                <ul class="publications">${group.publications.map((publication) => this.#row(publication))}</ul>
              </section>`,
          )}`;
  }

  #row(publication) {
    const { t, locale } = this.#app;
    const { id, title, year, part, state, address, returned } = publication;
    return html`
      <li class="publications__row">
        <div class="publications__words">
          <p><a class="publications__title" href="#page=publish&amp;item=${id}" data-publication="${id}">${title[locale] || title.sv}</a> <span class="tag publications__state publications__state--${state}">${t(`publish.state.${state}`)}</span></p>
          ${happenings(publication).map(({ what, who, when }) => html`<p class="muted">${t(`publish.did.${what}`, { who, when: formatInstant(when) })}</p>`)}
          ${state === 'draft' && returned && html`<p class="publications__note">${icon('alert')} ${returnedWords(returned, t)}</p>`}
        </div>
        <p class="publications__year">${String(year)}${part !== 'year' && html` <span class="muted">${t(`publish.part.${part}`)}</span>`}</p>
        <p class="publications__address">${address && html`<a href="${address}" target="_blank" rel="noopener">${address}<span class="visually-hidden"> ${t('publish.newTab')}</span></a>`}</p>
      </li>`;
  }

  #follow(event, id) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#go(id);
  }
}

/** Why nothing can be published yet, and the way out for who may take it. */
export function problemNotice({ text, link }, app) {
  const { t, locale } = app;
  return html`
    <div class="empty publish__empty">
      <h3>${t('publish.notYet')}</h3>
      <p>${text[locale] || text.sv}</p>
      ${link && (app.can(...IMPORT_ROLES)
        ? html`<button type="button" class="button button--primary" data-import>${icon('upload')} ${t('publish.openImport')}</button>`
        : html`<p>${t('publish.askForImport')}</p>`)}
    </div>`;
}

/** Who sent a draft back, and what about. */
export function returnedWords({ by, note }, t) {
  return note ? t('publish.sentBack', { who: by, note }) : t('publish.takenBack', { who: by });
}
