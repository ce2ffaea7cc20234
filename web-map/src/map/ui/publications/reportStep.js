/**
 * The disclosure report: whether the gate lets the release through, what is hidden and why, and what somebody could find
 * out. The second person reads it before anything else.
 */
import { isAbort } from '../../api.js';
import { refusedAreas } from '../../lib/disclosure.js';
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { DisclosureAreas } from './disclosureAreas.js';
import { disclosureFigures, disclosureFindings } from './disclosureFindings.js';
import { gateRefusals } from './gateRefusals.js';
import { problemNotice } from './publicationList.js';

const FORMS = ['pdf', 'docx', 'html'];

export class ReportStep {
  #app;
  #root;
  #desk;
  #areas = null;
  #version = null;
  #stops = [];

  constructor(app, root, { desk }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-again]', () => this.#load()),
      on(this.#root, 'click', '[data-import]', () => this.#app.bus.emit('import:open')),
    ];
    this.#load();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#areas?.close();
    this.#areas = null;
  }

  follow() {
    const { told, status } = this.#desk;
    if (this.#version !== null && status === 'ready' && told.version !== this.#version) this.#load();
  }

  async #load() {
    const { t, api } = this.#app;
    render(this.#root, html`<div class="skeleton" role="status" aria-label="${t('publish.countingReport')}"><p class="muted">${t('publish.countingReport')}</p><div class="skeleton__row"></div><div class="skeleton__row"></div></div>`);
    await this.#desk.flush();
    this.#version = this.#desk.told.version;
    const address = `/api/publications/${this.#desk.id}`;
    try {
      const [{ body: report }, release] = await Promise.all([
        api.get(`${address}/disclosure`, { supersede: 'disclosure' }),
        api.get(`${address}/release`, { supersede: 'disclosure-release' }).catch((error) => (isAbort(error) ? Promise.reject(error) : null)),
      ]);
      if (this.#stops.length) this.#draw(report, report.areas ?? release?.body.areas ?? []);
    } catch (error) {
      if (!isAbort(error) && this.#stops.length) this.#trouble(error);
    }
  }

  #trouble(error) {
    const { t } = this.#app;
    const { problem } = this.#desk.told;
    if (problem?.link) return render(this.#root, problemNotice(problem, this.#app));
    return render(this.#root, html`${notice('danger', error.detail || t('publish.failed'), html`<button type="button" class="button" data-again>${t('publish.again')}</button>`)}${error.body?.refusals && gateRefusals(error.body.refusals, this.#app)}`);
  }

  #draw(report, areas) {
    const { t } = this.#app;
    this.#desk.seeReport();
    this.#areas?.close();
    render(
      this.#root,
      html`
        ${report.accepted ? notice('success', t('publish.accepted')) : notice('danger', t('publish.refused'))}
        ${!report.accepted && gateRefusals(report.refusals, this.#app)}
        ${disclosureFigures(report, this.#app)}
        <section class="publish__section" aria-labelledby="disclosure-areas-title"><h4 class="publish__subheading" id="disclosure-areas-title">${t('publish.hiddenAndWhy')}</h4><div id="disclosure-areas"></div></section>
        <div>${disclosureFindings(report, this.#app)}</div>
        <p class="documents__files">${t('publish.reportFiles')} ${FORMS.map((form) => html`<a class="documents__file" href="/api/publications/${this.#desk.id}/disclosure.${form}" download>${t(`documents.form.${form}`)}</a> `)}</p>`,
    );
    this.#areas = new DisclosureAreas(this.#app, this.#root.querySelector('#disclosure-areas'), { report, areas, refused: refusedAreas(report.refusals) }).open();
  }
}
