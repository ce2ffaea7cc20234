/** A new publication: the year it tells of, and what it is called. All else is proposed and can be changed step by step. */
import { html, on, render } from '../../lib/html.js';
import { proposedSlug, stepItem } from '../../lib/publicationPlan.js';
import { notice, showErrors, textField } from '../fields.js';
import { icon } from '../icons.js';
import { problemNotice } from './publicationList.js';
import { yearChoice } from './yearChoice.js';

export class NewPublication {
  #app;
  #root;
  #go;
  #busy = false;
  #taken = [];
  #stops = [];

  constructor(app, root, { go }) {
    this.#app = app;
    this.#root = root;
    this.#go = go;
  }

  open() {
    const { t } = this.#app;
    this.#stops = [
      on(this.#root, 'click', '[data-back]', () => this.#go(null)),
      on(this.#root, 'click', '[data-import]', () => this.#app.bus.emit('import:open')),
      on(this.#root, 'click', '[data-again]', () => this.#load()),
      on(this.#root, 'change', '[name="year"]', (event, field) => this.#propose(field.value)),
      on(this.#root, 'input', '.input', (event, field) => (field.dataset.touched = 'true')),
      on(this.#root, 'submit', '#new-publication', (event) => this.#submit(event)),
    ];
    render(this.#root, html`<p class="muted" role="status">${t('loading')}</p>`);
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  async #load() {
    const { t, api } = this.#app;
    try {
      const [{ body }, { body: listed }] = await Promise.all([api.get('/api/publications/options'), api.get('/api/publications')]);
      this.#taken = listed.publications.map(({ slug }) => slug);
      if (this.#stops.length) this.#draw(body);
    } catch (error) {
      if (this.#stops.length) render(this.#root, notice('danger', error.detail || t('publish.failed'), html`<button type="button" class="button" data-again>${t('publish.again')}</button>`));
    }
  }

  #draw({ problem, periods, datasets }) {
    const { t } = this.#app;
    const back = html`<p><button type="button" class="button button--quiet" data-back>${icon('back')} ${t('publish.toList')}</button></p>`;
    const year = (periods.find(({ whole, published }) => whole && !published.length) ?? periods.find(({ whole }) => whole))?.year ?? null;
    if (problem) return render(this.#root, html`${back}${problemNotice(problem, this.#app)}`);
    if (year === null) return render(this.#root, html`${back}${notice('warning', t('publish.noYears', { count: datasets.length }))}`);
    return render(
      this.#root,
      html`
        ${back}
        <h3 class="publish__heading">${t('publish.new')}</h3>
        <p>${t('publish.newHint')}</p>
        <form id="new-publication" class="form publish__form" novalidate>
          ${yearChoice(periods, year, this.#app)}
          ${textField({ name: 'title', label: t('publish.field.title'), hint: t('publish.titleHint'), required: true }, { value: t('publish.titleOf', { year: String(year) }), maxlength: 120, autocomplete: 'off' })}
          ${textField({ name: 'slug', label: t('publish.field.slug'), hint: t('publish.slugHint'), required: true }, { value: proposedSlug(year, 'year', this.#taken), maxlength: 60, autocomplete: 'off', spellcheck: 'false' })}
          ${textField({ name: 'publisher', label: t('publish.field.publisher'), hint: t('publish.publisherHint'), required: true }, { value: this.#app.session.municipality?.name ?? this.#app.group?.name ?? '', maxlength: 120 })}
          ${textField({ name: 'contact', label: t('publish.field.contact'), hint: t('publish.contactHint'), required: true }, { maxlength: 200, autocomplete: 'off' })}
          <div id="new-message" aria-live="polite"></div>
          <div class="button-row"><button type="submit" class="button button--primary">${t('publish.begin')}</button></div>
        </form>`,
    );
  }

  /** Another year gives other names, as long as nobody has written their own. */
  #propose(year) {
    const { title, slug } = this.#root.querySelector('#new-publication').elements;
    if (!title.dataset.touched) title.value = this.#app.t('publish.titleOf', { year });
    if (!slug.dataset.touched) slug.value = proposedSlug(Number(year), 'year', this.#taken);
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    const { t, api } = this.#app;
    const form = event.target;
    const message = this.#root.querySelector('#new-message');
    const { year, title, slug, publisher, contact } = Object.fromEntries(new FormData(form));
    render(message, html`<p class="muted">${t('publish.working')}</p>`);
    try {
      const { body } = await api.post('/api/publications', { slug, title: { sv: title, en: '' }, year: Number(year), part: 'year', publisher, contact });
      this.#go(stepItem(body.id, 'profile'));
    } catch (error) {
      this.#busy = false;
      const homeless = showErrors(form, (error.errors ?? []).map((one) => ({ ...one, field: String(one.field ?? '').split('.')[0] })));
      const told = homeless.length || !error.errors?.length ? [error.detail || error.message, ...homeless.map(({ reason, remedy }) => [reason, remedy].filter(Boolean).join(' '))].join(' ') : '';
      render(message, told ? notice('danger', told) : html``);
    }
  }
}
