/** Who is at work, in what role, and the way out; also the doors to import, data sets and help. */
import { POINT_ROLES } from '../lib/audience.js';
import { html, on, render } from '../lib/html.js';
import { icon } from './icons.js';

export class AccountMenu {
  static defaults = {
    /** [{ id, label, icon, run }] shown above "log out". */
    actions: [],
  };

  #app;
  #root;
  #options;
  #stops = [];
  #onOutside = (event) => {
    if (!this.#root.contains(event.target)) this.#toggle(false);
  };

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...AccountMenu.defaults, ...options };
  }

  open() {
    const { t, session } = this.#app;
    const name = session.displayName ?? session.username;
    render(
      this.#root,
      html`
        <div class="account">
          <button type="button" class="button button--header" id="account-button" aria-expanded="false" aria-controls="account-menu" data-toggle>
            ${icon('person')} <span class="account__name">${name}</span> ${icon('down')}
          </button>
          <div class="account__menu" id="account-menu" hidden>
            <p class="account__who"><strong>${name}</strong>${session.organisation && html`<br>${session.organisation}`}</p>
            <ul class="account__roles" aria-label="${t('account.roles')}">${session.roles.map((role) => html`<li class="tag">${t(`role.${role}`)}</li>`)}</ul>
            <p class="muted">${t(this.#maySeePoints() ? 'account.points' : 'account.noPoints')}</p>
            <div class="account__actions">
              ${this.#options.actions.map(({ id, label, icon: picture }) => html`<button type="button" class="button button--quiet" data-action="${id}">${icon(picture)} ${label}</button>`)}
              <button type="button" class="button button--quiet" data-logout>${icon('lock')} ${t('account.logout')}</button>
            </div>
            <p class="muted account__version">${t('account.version', { version: session.version })}</p>
          </div>
        </div>`,
    );
    this.#stops = [
      on(this.#root, 'click', '[data-toggle]', () => this.#toggle()),
      on(this.#root, 'click', '[data-action]', (event, button) => this.#run(button.dataset.action)),
      on(this.#root, 'click', '[data-logout]', () => this.#logout()),
      on(this.#root, 'keydown', '*', (event) => this.#onKey(event)),
    ];
    document.addEventListener('pointerdown', this.#onOutside);
    return this;
  }

  close() {
    document.removeEventListener('pointerdown', this.#onOutside);
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  #toggle(open = this.#menu().hidden) {
    this.#menu().hidden = !open;
    this.#button().setAttribute('aria-expanded', String(open));
  }

  #menu() {
    return this.#root.querySelector('#account-menu');
  }

  #button() {
    return this.#root.querySelector('#account-button');
  }

  #maySeePoints() {
    return this.#app.can(...POINT_ROLES);
  }

  #run(id) {
    this.#toggle(false);
    this.#button().focus();
    this.#options.actions.find((action) => action.id === id).run();
  }

  #onKey(event) {
    if (event.key !== 'Escape' || this.#menu().hidden) return;
    event.stopPropagation();
    this.#toggle(false);
    this.#button().focus();
  }

  async #logout() {
    try {
      await this.#app.api.logOut();
    } finally {
      location.assign('/login');
    }
  }
}
