/**
 * Words in the reader's language. A text is a string with `{name}` places, or `{ one, other }` chosen by the argument
 * `count` with the plural rule of the language. Numbers among the arguments are written the way the language writes
 * them; everything else is inserted as it is (escaping is `lib/html.js`'s work).
 */
import { formatNumber } from './format.js';

/**
 * Makes `t(key, args)` for one language, "sv" or "en". A key without a text is answered as it is, so that a new code
 * from the service is readable instead of breaking the page; `t.has(key)` tells the two apart.
 */
export function translator(texts, locale) {
  const plural = new Intl.PluralRules(locale);
  const t = function t(key, args = {}) {
    const text = texts[key];
    if (text === undefined) return key;
    const template = typeof text === 'string' ? text : text[plural.select(args.count)] ?? text.other;
    return template.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = args[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? formatNumber(value, locale) : String(value);
    });
  };
  t.has = (key) => Object.hasOwn(texts, key);
  t.locale = locale;
  return t;
}
