/** One wave: how far it has come, its link, and what people say. */
import { html, render } from '../../lib/html.js';
import { formatDate, formatPeriod, formatShare } from '../../lib/format.js';
import { closedEarly } from '../../lib/lastDay.js';
import { shareBars } from '../charts/shareBars.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { qrCode } from '../qrCode.js';
import { areaWords, embedText } from './waveWords.js';

/** Fewer people than this say little of the inhabitants at large, however they were asked. */
const FEW_PEOPLE = 30;

export class WaveView {
  #app;
  #root;
  #options;
  #results = null;
  wave = null;

  /** @param {{onChange, onRemoved, onImport}} options told about the wave */
  constructor(app, root, options) {
    this.#app = app;
    this.#root = root;
    this.#options = options;
    // a toggle does not bubble
    root.addEventListener('toggle', (event) => event.target.id === 'wave-qr' && event.target.open && this.#showCode(), true);
  }

  show(wave) {
    this.wave = wave;
    this.#options.onChange(wave);
    this.#draw();
    if (wave.phase !== 'draft') this.#load();
  }

  press(action) {
    const { bus } = this.#app;
    const { title, datasetName } = this.wave;
    const actions = {
      open: () => this.#send('open'),
      close: () => this.#send('close'),
      map: () => this.#options.onMap(this.wave),
      remove: () => this.#remove(),
      publish: () => this.#publish(),
      'copy-link': () => this.#copy(this.#address()),
      'copy-embed': () => this.#copy(embedText(title, this.#address())),
      import: () => {
        this.#options.onImport();
        bus.emit('import:open', { kind: 'unsafe-places', dataset: datasetName ?? title, title });
      },
    };
    actions[action]?.();
  }

  /** The code leads where the service says that it is reached from outside. */
  async #showCode() {
    const { api, t } = this.#app;
    const { id, title } = this.wave;
    try {
      const { address, qr } = (await api.get(`/api/survey-waves/${id}/link`)).body;
      const place = this.#root.querySelector('#wave-qr-code');
      if (place && this.wave.id === id) render(place, html`${qrCode(qr, t('waves.qrLabel', { title }))}<p class="muted"><code class="wave-link">${address}</code></p>`);
    } catch (error) {
      const place = this.#root.querySelector('#wave-qr-code');
      if (place) render(place, notice('danger', error.detail || t('waves.failed')));
    }
  }

  #address() {
    return new URL(`/survey/${this.wave.slug}`, location.origin).href;
  }

  #draw() {
    const { t, locale } = this.#app;
    const { id, phase, opensOn, closesOn, area, erasedAt, people, marks, slug, title } = this.wave;
    const shut = phase === 'draft' || phase === 'ended' || (phase === 'closed' && !erasedAt);
    const asks = phase === 'open' || phase === 'early';
    render(
      this.#root,
      html`
        <div id="wave-message" aria-live="polite"></div>
        <p><span class="tag tag--wave-${phase}">${t(`waves.phase.${phase}`)}</span> ${formatPeriod(opensOn, closesOn, locale)} · ${t('waves.people', { count: people })}, ${t('waves.marks', { count: marks })}</p>
        <p class="muted">${t(phase === 'closed' && !erasedAt && closedEarly(closesOn, new Date()) ? 'waves.next.closedEarly' : `waves.next.${phase}`, { day: phase === 'early' ? opensOn : closesOn })}</p>
        <p>${areaWords(this.wave, t)} ${area && html`<button type="button" class="button button--quiet button--small" data-do="map">${icon('area')} ${t('waves.onMap')}</button>`}</p>
        ${this.#retention()}
        <div class="button-row">
          ${shut && html`<button type="button" class="button ${phase === 'closed' ? '' : 'button--primary'}" data-do="open">${icon('check')} ${t(phase === 'draft' ? 'waves.open' : 'waves.reopen')}</button>`}
          ${asks && html`<button type="button" class="button" data-do="close">${icon('lock')} ${t('waves.close')}</button>`}
          <a class="button" href="/survey/${slug}" target="_blank" rel="noopener">${icon('forward')} ${t(phase === 'draft' ? 'waves.preview' : 'waves.see')}</a>
          ${phase === 'draft' && html`<button type="button" class="button button--danger" data-do="remove">${icon('remove')} ${t('waves.remove')}</button>`}
        </div>
        <section class="section" aria-labelledby="wave-link-title">
          <h3 class="section__title" id="wave-link-title">${t('waves.link')}</h3>
          <p><code class="wave-link">${this.#address()}</code></p>
          <div class="button-row">
            <button type="button" class="button button--small" data-do="copy-link">${icon('copy')} ${t('waves.copyLink')}</button>
            <button type="button" class="button button--small" data-do="copy-embed">${icon('copy')} ${t('waves.copyEmbed')}</button>
          </div>
          <details id="wave-qr"><summary>${t('waves.qr')}</summary><div id="wave-qr-code"></div></details>
        </section>
        ${phase !== 'draft' && html`
          <section class="section" aria-labelledby="wave-results-title">
            <h3 class="section__title" id="wave-results-title">${t('waves.results')}</h3>
            <div id="wave-results"><p class="muted">${t('loading')}</p></div>
            <div class="button-row">
              <a class="button button--small" href="/api/survey-waves/${id}/results.csv" download>${icon('download')} ${t('waves.resultsCsv')}</a>
              ${this.#app.can('est-coordinator') && html`<a class="button button--small" href="/api/survey-waves/${id}/marks.csv" download>${icon('download')} ${t('waves.marksCsv')}</a>`}
              <button type="button" class="button button--small" data-do="publish">${icon('layers')} ${t('waves.publish')}</button>
              ${this.#app.can('est-coordinator', 'admin') && html`<button type="button" class="button button--small" data-do="import" aria-label="${t('waves.importInto', { title })}">${icon('upload')} ${t('waves.import')}</button>`}
            </div>
          </section>`}`,
    );
  }

  /** How long single answers are kept and by which decision they go; what is missing for that. */
  #retention() {
    const { t, locale } = this.#app;
    const { keptUntil, decision, erasedAt } = this.wave;
    if (erasedAt) return notice('info', t('waves.erased', { day: formatDate(erasedAt.slice(0, 10), locale), decision }));
    if (decision) return html`<p class="muted">${t('waves.keptUntil', { day: keptUntil, decision })}</p>`;
    return notice('warning', t('waves.noDecision', { day: keptUntil }));
  }

  async #load() {
    const { api, t } = this.#app;
    const { id } = this.wave;
    try {
      this.#results = (await api.get(`/api/survey-waves/${id}/results`)).body;
      if (this.wave.id === id) this.#drawResults();
    } catch (error) {
      const place = this.#root.querySelector('#wave-results');
      if (place) render(place, notice('danger', error.detail || t('waves.failed')));
    }
  }

  #drawResults() {
    const place = this.#root.querySelector('#wave-results');
    if (!place) return;
    const { t, locale } = this.#app;
    const r = this.#results;
    if (r.people === 0) return render(place, html`<p>${t('waves.noAnswers')}</p>`);
    const few = t('count.hidden');
    const bars = (caption, nameLabel, rows, kind) => shareBars(rows, { t, locale, caption, nameLabel, kind });
    render(
      place,
      html`
        ${howSure(r, t)}
        <dl class="facts">
          ${[
            ['waves.people.title', r.people],
            ['waves.unsafe.title', `${r.peopleUnsafe ?? few} (${t('waves.places', { count: r.unsafePlaces })})`],
            ['waves.safe.title', `${r.peopleSafe ?? few} (${t('waves.places', { count: r.safePlaces })})`],
            ...(r.fromFiles ? [['waves.fromFiles', r.fromFiles]] : []),
            ...(r.words ? [['waves.words', t('waves.wordsOf', { words: r.words, count: r.wordsWaiting })]] : []),
          ].map(([key, value]) => html`<div class="facts__row"><dt>${t(key)}</dt><dd>${value}</dd></div>`)}
        </dl>
        ${r.least > 0 && html`<p class="muted">${t('waves.least', { least: r.least })}</p>`}
        ${r.reasons.length > 0 && bars(t('waves.byReason'), t('waves.reasons'), r.reasons.map(({ code, people }) => ({ name: t(`reason.${code}`), count: people })), 'unsafety')}
        ${bars(t('waves.byTime'), t('waves.byTime'), r.times.map(({ code, people }) => ({ name: t(`waves.time.${code}`), count: people })), 'unsafety')}
        ${r.own.map(({ text, answers }) => bars(text, text, answers.map(({ code, people }) => ({ name: code, count: people })), 'crime'))}
        ${r.days.length > 0 && bars(t('waves.byDay'), t('waves.byDay'), r.days.map(({ day, marks }) => ({ name: day, count: marks })), 'crime')}
        ${r.earlier && this.#compared(r.earlier, t, locale)}`,
    );
  }

  #compared({ title, why, people, unsafeThen, unsafeNow }, t, locale) {
    const words =
      why === 'same'
        ? t('waves.compared', { title, people, then: formatShare(unsafeThen, locale), now: formatShare(unsafeNow, locale) })
        : t(`waves.incomparable.${why}`, { title });
    return html`<h4>${t('waves.earlier')}</h4><p>${words}</p>${why === 'same' && html`<p class="muted">${t('waves.comparedNote')}</p>`}`;
  }

  async #send(action) {
    const { api, t, toasts } = this.#app;
    try {
      const { body } = await api.post(`/api/survey-waves/${this.wave.id}/${action}`, undefined, { ifMatch: `"v${this.wave.version}"` });
      this.show(body);
      this.#app.waves.load();
      toasts.show(t(action === 'open' ? 'waves.opened' : 'waves.closed'), { kind: 'success' });
      this.#root.querySelector('[data-do="copy-link"]').focus();
      if (action === 'close') this.#app.bus.emit('data:changed');
    } catch (error) {
      this.#fault(error);
    }
  }

  async #remove() {
    const { api, t, toasts } = this.#app;
    try {
      await api.delete(`/api/survey-waves/${this.wave.id}`, { ifMatch: `"v${this.wave.version}"` });
      this.#app.waves.load();
      toasts.show(t('waves.removed'), { kind: 'success' });
      this.#options.onRemoved();
    } catch (error) {
      this.#fault(error);
    }
  }

  async #publish() {
    const { api, t, bus } = this.#app;
    try {
      const { body } = await api.post(`/api/survey-waves/${this.wave.id}/publish`);
      this.#say(body.onMap ? notice('success', t('waves.published')) : notice('warning', t('waves.takenBack')));
      bus.emit('data:changed');
    } catch (error) {
      this.#fault(error);
    }
  }

  async #copy(text) {
    const { t } = this.#app;
    try {
      await navigator.clipboard.writeText(text);
      this.#say(notice('success', t('waves.copied')));
    } catch {
      this.#say(html`${notice('info', t('waves.copyYourself'))}<p><code class="wave-link">${text}</code></p>`);
    }
  }

  #fault(error) {
    const { t } = this.#app;
    const [first] = error.errors ?? [];
    if (error.status === 412 && error.body.current) this.show(error.body.current);
    this.#say(notice('danger', first ? `${first.reason} ${first.remedy}` : error.detail || t('waves.failed')));
  }

  #say(markup) {
    const place = this.#root.querySelector('#wave-message');
    if (place) render(place, markup);
  }
}

/** What the answers can be taken for: those of a link are no sample, and few say little of anybody else. */
function howSure({ people, fromFiles }, t) {
  const said = [people < FEW_PEOPLE && t('waves.few', { count: people }), !fromFiles && t('waves.selfChosen')].filter(Boolean);
  return said.length > 0 && html`<p class="muted" id="wave-sure">${said.join(' ')}</p>`;
}
