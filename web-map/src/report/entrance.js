/**
 * How somebody comes in: by the secret of a link in the address, by the one this phone keeps, or already logged in. The
 * secret is taken out of the address at once, so that it is in no history, picture of the screen or bookmark.
 */
const REPORTERS = ['reporter', 'est-member', 'est-coordinator'];
const SECRET = /^#[\w-]{32}$/;
const KEPT = 'who';

/** True when the session's roles may report. */
export function mayReport(session) {
  return session.roles.some((role) => REPORTERS.includes(role));
}

export class Entrance {
  #api;
  #store;

  constructor(api, store) {
    this.#api = api;
    this.#store = store;
  }

  /**
   * Who is here: { session, offline, fault }. Without a network it is who was here last, so that reports can be written.
   */
  async come() {
    const secret = takeSecret();
    try {
      let session = await this.#session();
      let fault = '';
      if (secret) fault = await this.#enter(secret);
      else if (!session.authenticated) await this.#enter();
      if (secret || !session.authenticated) session = await this.#session();
      if (session.authenticated) await this.#store.remember(KEPT, session).catch(() => {});
      return { session, offline: false, fault };
    } catch {
      return { session: await this.#store.recall(KEPT), offline: true, fault: '' };
    }
  }

  /** Begins the session anew with the secret that this phone keeps; true when that worked. */
  async again() {
    if (await this.#enter()) return false;
    return (await this.#session()).authenticated;
  }

  async leave() {
    await this.#store.forget(KEPT).catch(() => {});
    await this.#api.delete('/api/reporter-session').catch(() => {});
    await this.#api.post('/logout', new URLSearchParams()).catch(() => {});
  }

  async #session() {
    return (await this.#api.get('/api/session')).body;
  }

  /** Answers '' when that worked, otherwise why not. */
  async #enter(token = null) {
    try {
      await this.#api.post('/api/reporter-session', token ? { token } : {});
      return '';
    } catch (error) {
      if (error.code === 'network') throw error;
      return error.detail || error.title || String(error.status);
    }
  }
}

function takeSecret() {
  if (!SECRET.test(location.hash)) return null;
  const secret = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  return secret;
}
