// Which measures of the catalogue fit a place, in what order they are shown, and what they are called.

const GRADES = ['A', 'B', 'C', 'D', 'X'];
const GEOMETRY_SHAPES = { P: 'point', L: 'line', A: 'area' };

/** What the measure is called in the page's language. */
export function nameOf(entry, locale) {
  return locale === 'sv' ? entry.nameSv : entry.nameEn;
}

/** What is known of the effect, with its caveat, in the page's language; empty when nothing is. */
export function effectOf(entry, locale) {
  return locale === 'sv' ? entry.effectSv : entry.effectEn;
}

/** Types of the entry that are among the given ones, in the given order; an entry for every type fits all. */
export function fittingTypes(entry, types, standsFor = (code) => code) {
  const all = entry.types.includes('ALL');
  return types.filter((type) => all || entry.types.includes(type) || entry.types.includes(standsFor(type)));
}

/** Techniques of the entry that the causes at the place ask for, in their order. */
export function fittingTechniques(entry, techniques) {
  return (entry.techniques ?? []).filter((number) => techniques.includes(number));
}

/** The shapes ('point', 'line', 'area') in which the measure may be drawn. */
export function shapesOf(entry) {
  return entry.geometry.map((letter) => GEOMETRY_SHAPES[letter]).filter(Boolean);
}

/**
 * Entries that match the words, in either language: what fits any of the types first, among them
 * what answers a cause, then best evidence.
 * @param {object[]} entries as `/api/measure-catalogue` gives them
 * @param {{words?: string, types?: string[], techniques?: number[], onlyFitting?: boolean, typeNames?: Map<string, string>}} [by]
 */
export function pickFrom(entries, { words = '', types = [], techniques = [], onlyFitting = false, typeNames = new Map(), standsFor } = {}) {
  const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  const text = (entry) =>
    [entry.code, entry.nameSv, entry.nameEn, ...entry.types.map((code) => typeNames.get(code) ?? code)].join(' ').toLocaleLowerCase('sv');
  return entries
    .map((entry) => ({ entry, fits: fittingTypes(entry, types, standsFor).length, answers: fittingTechniques(entry, techniques).length }))
    .filter(({ entry, fits }) => (!onlyFitting || types.length === 0 || fits > 0) && wanted.every((word) => text(entry).includes(word)))
    .sort((a, b) => order(a) - order(b) || Math.sign(b.answers) - Math.sign(a.answers) || grade(a.entry) - grade(b.entry) || b.fits - a.fits)
    .map(({ entry }) => entry);
}

function order({ entry, fits }) {
  if (entry.blocked) return 2;
  return fits > 0 ? 0 : 1;
}

function grade(entry) {
  const at = GRADES.indexOf(entry.evidenceGrade);
  return at < 0 ? GRADES.length : at;
}
