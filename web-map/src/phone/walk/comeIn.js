/** What both pages of a walk begin with: language, who is there, and the walk. A stranger is led to the log-in and back. */
import { Api } from '../../map/api.js';
import { chooseLanguage, loadTranslator, translatePage } from '../../map/language.js';
import { html, render } from '../../map/lib/html.js';

/** Answers `{ api, t, id, session, walk, etag }`, or null when the page has already said why there is nothing to see. */
export async function comeIn(main) {
  const id = location.pathname.split('/')[2];
  const t = await loadTranslator(chooseLanguage(new URLSearchParams(location.hash.slice(1)).get('lang')));
  translatePage(document, t);
  const api = new Api({ language: t.locale });
  try {
    const session = (await api.get('/api/session')).body;
    if (!session.authenticated) {
      location.replace(`/login.html?to=walk-${id}`);
      return null;
    }
    const { body: walk, etag } = await api.get(`/api/walks/${id}`);
    return { api, t, id, session, walk, etag };
  } catch (error) {
    const key = error.status === 404 ? 'walk.unknown' : error.status === 403 ? 'walk.forbidden' : 'survey.away';
    document.title = t(key);
    render(main, html`<h1>${t(key)}</h1><p>${error.status ? '' : t('survey.awayWhat')}</p>`);
    return null;
  }
}

/** Date, hour and light in one line. */
export function whenWords({ walkedOn, startsAt, light }, t) {
  return [walkedOn, startsAt, t(`walk.light.${light}`)].filter(Boolean).join(' · ');
}
