/**
 * The page of a survey wave (trygghetsenkät), /survey/{slug}: anybody answers, without an account. What was answered is
 * remembered on this device alone, so that it can be changed while the wave is open.
 */
import { Api } from '../../map/api.js';
import { chooseLanguage, loadTranslator, translatePage } from '../../map/language.js';
import { SurveyPage } from './surveyPage.js';
import { SurveyMemory } from './surveyMemory.js';

const slug = decodeURIComponent(location.pathname.split('/').pop());
const wished = new URLSearchParams(location.hash.slice(1)).get('lang');
const easy = wished === 'easy';
const language = chooseLanguage(easy ? 'sv' : wished);

async function start() {
  const t = await loadTranslator(language);
  translatePage(document, t);
  const api = new Api({ language });
  const main = document.getElementById('main');
  const page = new SurveyPage(main, { api, t, easy, slug, memory: new SurveyMemory(slug, window.localStorage) });
  await page.open();
}

window.addEventListener('hashchange', () => location.reload());
start();
