/**
 * The reader's language: what the address says, else what was chosen before, else Swedish. The words themselves stand
 * in `i18n/sv.js` and `i18n/en.js`; only the chosen one is loaded.
 */
import { LANGUAGES } from './lib/hash.js';
import { translator } from './lib/translate.js';

const REMEMBERED = 'lageskarta.language';

export function chooseLanguage(fromAddress) {
  if (LANGUAGES.includes(fromAddress)) localStorage.setItem(REMEMBERED, fromAddress);
  const remembered = localStorage.getItem(REMEMBERED);
  return LANGUAGES.includes(remembered) ? remembered : 'sv';
}

/** Changes language and draws the page again in it; the view is in the address and stays. */
export function switchLanguage(language) {
  localStorage.setItem(REMEMBERED, language);
  location.reload();
}

/** `words`: which collection of texts, that of the map or the smaller one of the report page ('report/words.'). */
export async function loadTranslator(language, words = 'i18n/') {
  const { default: texts } = await import(`../${words}${language}.js`);
  document.documentElement.lang = language;
  return translator(texts, language);
}

/** Fills the words of the static page: `data-t` is the text, `data-t-label` the aria-label, `data-t-title` the title. */
export function translatePage(root, t) {
  for (const element of root.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel));
  for (const element of root.querySelectorAll('[data-t-title]')) element.title = t(element.dataset.tTitle);
}
