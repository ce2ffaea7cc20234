/** Numbers, dates and periods the way Swedish and English readers write them. Pure functions; `locale` is "sv" or "en". */

const TAGS = { sv: 'sv-SE', en: 'en-GB' };
const numberFormats = new Map();
const dateFormats = new Map();

/** The full language tag that Intl gets for one of our languages. */
export function tag(locale) {
  return TAGS[locale] ?? TAGS.sv;
}

function cached(cache, Format, locale, options) {
  const key = locale + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Format(tag(locale), options)));
  return format;
}

/** A number with at most `decimals` decimals: 1 234,5 in Swedish, 1,234.5 in English. */
export function formatNumber(value, locale, decimals = 2) {
  return cached(numberFormats, Intl.NumberFormat, locale, { maximumFractionDigits: decimals }).format(value);
}

/** A share 0..1 as a percentage without decimals: 0.42 → "42 %" in Swedish, "42%" in English. */
export function formatShare(value, locale) {
  return cached(numberFormats, Intl.NumberFormat, locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

/** A length in metres: "85 m" below a kilometre, "1,2 km" from there. */
export function formatLength(metres, locale) {
  return metres < 1000 ? `${formatNumber(metres, locale, 0)} m` : `${formatNumber(metres / 1000, locale, 1)} km`;
}

/** An area in square metres: "850 m²", from a hectare "2,4 ha", from a square kilometre "1,8 km²". */
export function formatArea(squareMetres, locale) {
  if (squareMetres < 10_000) return `${formatNumber(squareMetres, locale, 0)} m²`;
  if (squareMetres < 1_000_000) return `${formatNumber(squareMetres / 10_000, locale, 1)} ha`;
  return `${formatNumber(squareMetres / 1_000_000, locale, 1)} km²`;
}

/** "november 2026" for "2026-11" (Swedish and English both write months in words). */
export function formatMonth(month, locale, width = 'long') {
  const date = new Date(`${month.slice(0, 7)}-15T12:00:00Z`);
  return cached(dateFormats, Intl.DateTimeFormat, locale, { month: width, year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** An ISO date or time as "2026-11-22" or "2026-11-22 14:05": the one way both languages agree on. */
export function formatDate(iso) {
  return iso ? iso.replace('T', ' ').slice(0, iso.length > 10 ? 16 : 10) : '';
}

/**
 * A period with both days included, in the shortest words that are still right:
 * a whole month "november 2026", whole months "mars–november 2026", otherwise the two dates.
 */
export function formatPeriod(from, to, locale) {
  if (!from && !to) return '';
  if (!from || !to) return `${formatDate(from ?? '')}–${formatDate(to ?? '')}`;
  const lastDay = new Date(Date.UTC(+to.slice(0, 4), +to.slice(5, 7), 0)).getUTCDate();
  if (from.slice(8, 10) !== '01' || +to.slice(8, 10) !== lastDay) return `${formatDate(from)}–${formatDate(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return formatMonth(from, locale);
  if (from.slice(0, 4) === to.slice(0, 4)) {
    if (from.slice(5, 7) === '01' && to.slice(5, 7) === '12') return from.slice(0, 4);
    return `${formatMonth(from, locale).replace(/ ?\d{4}$/, '')}–${formatMonth(to, locale)}`;
  }
  return `${formatMonth(from, locale, 'short')} – ${formatMonth(to, locale, 'short')}`;
}

/**
 * A moment (ISO text with its offset, or milliseconds since 1970) as "2026-11-22 14:05" on the clock of the reader, or
 * of the time zone given.
 */
export function formatInstant(moment, timeZone = undefined) {
  if (!moment) return '';
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', timeZone };
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(moment));
}

/** A sentence in which no number is parted from its unit at the end of a line. */
export function unbroken(sentence) {
  return sentence.replace(/(\d) (%|k?m²?|s)(?![\p{L}\d])/gu, '$1\u00a0$2');
}
