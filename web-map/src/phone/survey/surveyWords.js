/** Which of a wave's texts is read: in English where there is one, in easy Swedish where there is one. Pure functions. */

/** A text of the wave in the reader's language; the Swedish one where it has not been translated. */
export function waveText(wave, name, locale, easy = false) {
  if (easy && wave[`${name}Easy`]) return wave[`${name}Easy`];
  return (locale === 'en' && wave[`${name}En`]) || wave[name];
}

/** The language a text of the wave is really in, for `lang`. */
export function waveTextLanguage(wave, name, locale) {
  return locale === 'en' && wave[`${name}En`] ? 'en' : 'sv';
}

/** An own question in the reader's language: its text and its choices. */
export function questionWords(question, locale) {
  const english = locale === 'en';
  return {
    text: (english && question.textEn) || question.text,
    choices: english && question.choicesEn.length ? question.choicesEn : question.choices,
  };
}

/** The text of the page, in easy words where there are such. */
export function easyWords(t, easy) {
  const said = (key, args) => t(easy && t.has(`${key}.easy`) ? `${key}.easy` : key, args);
  said.has = t.has;
  said.locale = t.locale;
  return said;
}

/** Paragraphs of a text that people have written with empty lines between. */
export function paragraphs(text) {
  return text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
}
