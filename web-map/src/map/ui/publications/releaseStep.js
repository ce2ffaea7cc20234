/**
 * The last step: sent for approval by who prepared it, approved or sent back by somebody else, and then the addresses, the
 * files and the way to withdraw it.
 */
import { formatInstant } from '../../lib/format.js';
import { html, on, render } from '../../lib/html.js';
import { toldEvents } from '../../lib/publicationList.js';
import { stepItem } from '../../lib/publicationPlan.js';
import { notice } from '../fields.js';
import { icon } from '../icons.js';
import { PasswordDialog } from './passwordDialog.js';
import { PublicAddresses } from './publicAddresses.js';
import { inLanguage } from './publicationOptions.js';
import { WithdrawDialog } from './withdrawDialog.js';
import { WordsDialog } from './wordsDialog.js';

export class ReleaseStep {
  #app;
  #root;
  #desk;
  #addresses = null;
  #drawn = null;
  #stops = [];

  constructor(app, root, { desk }) {
    this.#app = app;
    this.#root = root;
    this.#desk = desk;
  }

  open() {
    this.#stops = [
      on(this.#root, 'click', '[data-send]', () => this.#do('send', 'publish.sent')),
      on(this.#root, 'click', '[data-take-back]', () => this.#do('return', 'publish.tookBack', { note: '' })),
      on(this.#root, 'click', '[data-approve]', () => this.#approve()),
      on(this.#root, 'click', '[data-return]', () => this.#return()),
      on(this.#root, 'click', '[data-withdraw]', () => this.#withdraw()),
    ];
    this.#draw();
    this.#start();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#addresses?.close();
    this.#addresses = null;
  }

  follow() {
    if (this.#desk.status === 'ready' && this.#desk.told.version !== this.#drawn) this.#draw();
  }

  /** What is still being saved decides whether it can be sent. */
  async #start() {
    await this.#desk.flush();
    const { body } = await this.#app.api.get(`/api/publications/${this.#desk.id}/history`).catch(() => ({ body: null }));
    const place = this.#root.querySelector('#publication-history');
    if (body && place) render(place, this.#history(body.events));
  }

  #draw() {
    const { told } = this.#desk;
    this.#drawn = told.version;
    this.#addresses?.close();
    const parts = { draft: () => this.#draft(), waiting: () => this.#waiting(), approved: () => this.#approved(), withdrawn: () => this.#withdrawn() };
    render(this.#root, html`${parts[told.state]()}<div id="release-message" aria-live="polite"></div><div id="publication-history"></div>`);
    const place = this.#root.querySelector('#public-addresses');
    this.#addresses = place ? new PublicAddresses(this.#app, place, told).open() : null;
  }

  #draft() {
    const { t, locale } = this.#app;
    const { problem, warnings } = this.#desk.told;
    return html`
      <p>${t('publish.sendHint')}</p>
      ${problem && notice('danger', inLanguage(problem.text, locale), html`<p><a href="#page=publish&amp;item=${stepItem(this.#desk.id, problem.code === 'gate' ? 'report' : 'profile')}">${t(problem.code === 'gate' ? 'publish.seeReport' : 'publish.seeProfile')}</a></p>`)}
      ${warnings?.length > 0 && notice('warning', t('publish.warnings'), html`<ul class="publish__sentences">${warnings.map(({ text }) => html`<li>${inLanguage(text, locale)}</li>`)}</ul>`)}
      ${this.#check()}
      <div class="button-row"><button type="button" class="button button--primary" id="send" data-send ${problem ? html`disabled` : null}>${icon('forward')} ${t('publish.send')}</button></div>`;
  }

  /** What the second person is asked to look at, said already to the first. */
  #check() {
    const { t } = this.#app;
    return html`<div class="publish__told"><h4 class="group__title">${t('publish.checkTitle')}</h4><ul class="publish__sentences">${[1, 2, 3, 4].map((number) => html`<li>${t(`publish.check.${String(number)}`)}</li>`)}</ul></div>`;
  }

  #waiting() {
    const { t, locale } = this.#app;
    const { sent, mayApprove, mayNot, preparedBy } = this.#desk.told;
    const told = sent && html`<p>${t('publish.sentBy', { who: sent.by, when: formatInstant(sent.at) })}</p>`;
    if (!mayApprove) {
      return html`
        ${told}
        ${notice('warning', inLanguage(mayNot, locale) || t('publish.notYourself'), html`<p>${t('publish.preparers', { names: preparedBy.join(', ') })}</p><p>${t('publish.askAnother')}</p>`)}
        <div class="button-row"><button type="button" class="button" data-take-back>${icon('undo')} ${t('publish.takeBack')}</button></div>`;
    }
    return html`
      ${told}
      ${this.#check()}
      ${this.#desk.reportSeen
        ? html`<div class="button-row"><button type="button" class="button button--primary" id="approve" data-approve>${icon('lock')} ${t('publish.approve')}</button><button type="button" class="button" data-return>${icon('undo')} ${t('publish.return')}</button></div>`
        : html`${notice('info', t('publish.readFirst'))}<div class="button-row"><a class="button button--primary" href="#page=publish&amp;item=${stepItem(this.#desk.id, 'report')}" data-step="report">${t('publish.seeReport')}</a><button type="button" class="button" data-return>${icon('undo')} ${t('publish.return')}</button></div>`}`;
  }

  #approved() {
    const { t } = this.#app;
    const { approved } = this.#desk.told;
    return html`
      ${notice('success', t('publish.isPublic', { who: approved.by, when: formatInstant(approved.at) }))}
      <div id="public-addresses"></div>
      <section class="publish__section" aria-labelledby="withdraw-title">
        <h4 class="publish__subheading" id="withdraw-title">${t('publish.withdrawTitle')}</h4>
        <p>${t('publish.withdrawHint')}</p>
        <button type="button" class="button button--danger" data-withdraw>${icon('remove')} ${t('publish.withdraw')}</button>
      </section>`;
  }

  #withdrawn() {
    const { t, locale } = this.#app;
    const { withdrawn, addresses } = this.#desk.told;
    return html`
      ${notice('warning', t('publish.isWithdrawn', { who: withdrawn.by, when: formatInstant(withdrawn.at) }), html`<p>${t('publish.reasonTold')} <q>${inLanguage(withdrawn.reason, locale)}</q></p>`)}
      ${addresses.page && html`<p><a href="${addresses.page}" target="_blank" rel="noopener">${t('publish.seeNotice')}</a></p>`}`;
  }

  #history(events) {
    const { t } = this.#app;
    if (!events.length) return html``;
    return html`
      <section class="publish__section" aria-labelledby="history-title">
        <h4 class="publish__subheading" id="history-title">${t('publish.history')}</h4>
        <ol class="publish__events">${toldEvents(events).map(({ at, by, what, note }) => html`<li><span class="publish__when">${formatInstant(at)}</span> <span>${t.has(`publish.event.${what}`) ? t(`publish.event.${what}`, { who: by }) : `${what} ${by}`}${note && html`<br><q>${note}</q>`}</span></li>`)}</ol>
      </section>`;
  }

  async #do(what, done, body) {
    const { t, toasts } = this.#app;
    const error = await this.#desk.act(what, body);
    if (!error) {
      toasts.show(t(done), { kind: 'success' });
      return;
    }
    const place = this.#root.querySelector('#release-message');
    if (place) render(place, notice('danger', error.detail || error.reason || t('publish.failed')));
  }

  #approve() {
    const { t, toasts } = this.#app;
    new PasswordDialog(this.#app, {
      title: t('publish.approveTitle'),
      intro: t('publish.approveIntro', { address: `/public/${this.#desk.plan.slug}/` }),
      label: t('publish.approveNow'),
      send: (password) => this.#desk.act('approve', { password, note: '' }),
      onDone: () => toasts.show(t('publish.approvedNow'), { kind: 'success' }),
    }).open();
  }

  #return() {
    const { t, toasts } = this.#app;
    new WordsDialog(this.#app, {
      title: t('publish.return'),
      intro: t('publish.returnIntro'),
      field: 'note',
      label: t('publish.field.note'),
      hint: t('publish.noteHint'),
      missing: t('publish.noteMissing'),
      button: t('publish.return'),
      picture: 'undo',
      send: (note) => this.#desk.act('return', { note }),
      onDone: () => toasts.show(t('publish.returned'), { kind: 'success' }),
    }).open();
  }

  #withdraw() {
    new WithdrawDialog(this.#app, this.#desk).open();
  }
}
