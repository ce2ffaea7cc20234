/** Sizes of an area check in words, and words that come in both languages. */
import { formatArea, formatNumber } from '../../lib/format.js';

const HECTARE = 10_000;
/** From here square metres say more than anybody knows. */
const SQUARE_KILOMETRE = 1_000_000;

/** "850 m²"; from a hectare both ways, "2,4 ha (24 310 m²)"; from a square kilometre "1,8 km² (180 ha)". */
export function sizeWords(squareMetres, locale) {
  if (squareMetres === null || squareMetres === undefined) return '';
  if (squareMetres < HECTARE) return formatArea(squareMetres, locale);
  const [size, unit] = squareMetres < SQUARE_KILOMETRE ? [squareMetres, 'm²'] : [squareMetres / HECTARE, 'ha'];
  return `${formatArea(squareMetres, locale)} (${formatNumber(size, locale, 0)} ${unit})`;
}

/** What something is called in the reader's language: a text, or the same in both languages. */
export function inWords(words, locale) {
  if (words === null || words === undefined) return '';
  return typeof words === 'string' ? words : words[locale] ?? words.sv;
}
