/** Areas by need and by what can be influenced: frozen in the picture, and as people judge it for the next one. */
import { formatNumber, formatShare } from '../../lib/format.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';
import { sureWords } from './measuredPlace.js';

const INFLUENCE = ['1', '2', '3', '4', '5'];
const MAX_REASON = 500;

export class AreaRanking {
  #app;
  #root;
  #picture;
  #onSaved;
  #areas = null;
  #stops = [];

  constructor(app, root, picture, onSaved) {
    this.#app = app;
    this.#root = root;
    this.#picture = picture;
    this.#onSaved = onSaved;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-edit-areas]', () => this.#edit()),
      on(this.#root, 'click', '[data-frozen-areas]', () => this.#show()),
      on(this.#root, 'submit', '[data-area]', (event, form) => this.#save(event, form)),
      on(this.#root, 'click', '[data-keep-theirs]', () => this.#edit()),
    ];
    this.#show();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #show() {
    this.#areas = null;
    const { t } = this.#app;
    const mayEdit = this.#app.can('est-member', 'est-coordinator');
    render(this.#root, html`
      ${this.#head()}
      ${this.#picture.areas.length ? this.#table(this.#picture.areas, false) : html`<p class="message">${t('areas.none')}</p>`}
      ${mayEdit && this.#picture.areas.length > 0 && html`<div class="button-row"><button type="button" class="button" data-edit-areas>${t('areas.edit')}</button></div>`}`);
  }

  async #edit() {
    const { api, t } = this.#app;
    try {
      const { body } = await api.get('/api/areas', { parameters: { month: this.#picture.month, datasets: this.#picture.scope.datasets.map(({ id }) => id).join(',') } });
      this.#areas = body.areas;
      render(this.#root, html`
        ${this.#head()}
        <p class="message">${t('areas.editing')}</p>
        ${this.#table(body.areas, true)}
        <div class="button-row"><button type="button" class="button" data-frozen-areas>${t('areas.done')}</button></div>`);
      this.#root.querySelector('select')?.focus();
    } catch (error) {
      render(this.#root, html`${this.#head()}${notice('danger', error.detail || t('picture.failed'))}`);
    }
  }

  #head() {
    const { t } = this.#app;
    return html`<h3 class="picture__heading" id="picture-areas">${t('areas.title')}</h3><p>${t('areas.why')}</p>`;
  }

  #table(areas, editable) {
    const { t, locale } = this.#app;
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="picture-areas">
        <table class="table table--wordy">
          <thead><tr><th scope="col">${t('areas.area')}</th><th scope="col" class="table__number">${t('areas.count')}</th><th scope="col">${t('areas.share')}</th><th scope="col">${t('areas.place')}</th><th scope="col">${t('areas.trend')}</th><th scope="col" class="table__number">${t('areas.people')}</th><th scope="col" class="table__number">${t('areas.need')}</th><th scope="col">${t('areas.influence')}</th><th scope="col" class="table__number">${t('areas.priority')}</th></tr></thead>
          <tbody>${areas.map((area, i) => html`
            <tr><th scope="row">${area.name}</th>
              <td class="table__number">${area.count ?? '<5'}</td>
              <td>${area.share === null ? '–' : html`${formatShare(area.share, locale)} <span class="muted">(${formatShare(area.shareLow, locale)}–${formatShare(area.shareHigh, locale)})</span>`}</td>
              <td>${rank(area, t)}</td>
              <td>${sureWords(area, t)}</td>
              <td class="table__number">${area.people ?? '<5'}</td>
              <td class="table__number">${area.need ?? t('areas.few')}</td>
              <td>${editable ? this.#form(area, i) : area.influence === null ? t('areas.unjudged') : html`<strong>${area.influence}</strong> <span class="muted">${area.reason}</span>`}</td>
              <td class="table__number">${area.priority === null ? '–' : formatNumber(area.priority, locale)}</td></tr>`)}
          </tbody>
        </table>
      </div>
      <p class="muted">${t('areas.how')}</p>`;
  }

  #form(area, i, fault = null) {
    const { t } = this.#app;
    const draft = this.#app.drafts?.find(`area-${area.id}`)?.value;
    const influence = draft?.influence ?? (area.influence === null ? '' : String(area.influence));
    return html`
      <form class="area-form" data-area="${i}" novalidate>
        <label class="visually-hidden" for="area-${i}-influence">${t('areas.influenceOf', { name: area.name })}</label>
        <select class="input input--select" name="influence" id="area-${i}-influence">
          <option value="">–</option>${INFLUENCE.map((value) => html`<option ${attributes({ value, selected: value === influence })}>${t(`areas.influence.${value}`)}</option>`)}
        </select>
        <label class="visually-hidden" for="area-${i}-reason">${t('areas.reasonOf', { name: area.name })}</label>
        <input class="input" name="reason" id="area-${i}-reason" maxlength="${MAX_REASON}" placeholder="${t('areas.reason')}" value="${draft?.reason ?? area.reason}">
        <button type="submit" class="button button--small">${t('areas.save')}</button>
        <div class="area-form__fault" role="alert">${fault}</div>
      </form>`;
  }

  async #save(event, form) {
    event.preventDefault();
    const { api, t, drafts } = this.#app;
    const area = this.#areas[+form.dataset.area];
    const sent = { area: area.id, influence: form.influence.value ? +form.influence.value : null, reason: form.reason.value };
    drafts?.keep(`area-${area.id}`, { influence: form.influence.value, reason: form.reason.value });
    const fault = form.querySelector('.area-form__fault');
    try {
      await api.put('/api/areas', sent, { ifMatch: `"v${area.version}"` });
      drafts?.drop(`area-${area.id}`);
      this.#app.announce(t('areas.saved', { name: area.name }));
      this.#onSaved();
      await this.#edit();
      document.getElementById(form.influence.id)?.focus();
    } catch (error) {
      const current = error.body?.current;
      if (error.status === 412 && current) {
        area.version = current.version;
        render(fault, html`<p>${t('areas.conflict', { who: current.updatedBy, influence: current.state.influence, reason: current.state.reason })}</p><button type="button" class="button button--small" data-keep-theirs>${t('areas.theirs')}</button> <button type="submit" class="button button--small">${t('areas.mine')}</button>`);
        drafts?.drop(`area-${area.id}`);
      } else {
        render(fault, html`${error.errors?.length ? error.errors.map(({ reason, remedy }) => html`<p>${reason} ${remedy}</p>`) : html`<p>${error.detail || t('picture.failed')}</p>`}`);
      }
      (fault.querySelector('button') ?? form.influence).focus();
    }
  }
}

/** Which ranks it may have: a single one only when exact tests tell it from all others. */
function rank({ level, bestRank, worstRank }, t) {
  if (level === 'too-few') return t('areas.few');
  return bestRank === worstRank ? t('areas.rank', { rank: bestRank }) : t('areas.ranks', { best: bestRank, worst: worstRank });
}
