/** The rows of an answer as tables: those it brings, and the places on the map. */
import { nameWords, valueWords } from './analysisWords.js';
import { classesOf } from './analysisClasses.js';

/** Columns that say what the map already shows. */
const HIDDEN = ['x', 'y', 'id', 'row', 'col'];

/**
 * Classes that mean something else in one method than in the others. Four fields: the first is crime, the second
 * unsafety. Near repeat: what is raised is the risk, for as long as it lasts.
 */
const MEANINGS = {
  'four-field': { 'high-high': 'both', 'high-low': 'crime-only', 'low-high': 'unsafety-only', 'low-low': 'neither' },
  'near-repeat': { raised: 'live' },
};

/** An answer in the words the page knows; the answer itself when it has no others. */
export function inOurWords(body) {
  if (body?.method === 'kde') return withDensity(body);
  const meanings = MEANINGS[body?.method];
  if (!meanings) return body;
  const field = (word) => meanings[word] ?? word;
  const features = body.features && { ...body.features, features: body.features.features.map((each) => ({ ...each, properties: { ...each.properties, class: field(each.properties.class) } })) };
  const fields = body.figures?.fields && Object.fromEntries(Object.entries(body.figures.fields).map(([word, count]) => [field(word), count]));
  return { ...body, features, figures: fields ? { ...body.figures, fields } : body.figures };
}

/** The value of a density is incidents per square kilometre. */
function withDensity(body) {
  if (!body.features) return body;
  const features = body.features.features.map((each) => {
    const { value: perKm2, ...rest } = each.properties;
    return { ...each, properties: { perKm2, ...rest } };
  });
  return { ...body, features: { ...body.features, features } };
}

/** Tables with at least one row. */
export function tablesOf({ tables = [] }) {
  return (tables ?? []).filter(({ rows }) => rows.length > 0);
}

/** A figure longer than this does not fit beside others. */
const SHORT_LETTERS = 24;

/**
 * The figures in words: the first short ones, and all others.
 * @param {?object} figures of the answer
 * @param {number} most how many are first
 */
export function figuresOf(figures, t, most) {
  const all = Object.entries(figures ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ({ name: nameWords(name, t), words: valueWords(name, value, t), plain: typeof value !== 'object' || (Array.isArray(value) && value.length <= 2) }));
  const first = all.filter(({ words, plain }) => plain && words.length <= SHORT_LETTERS).slice(0, most);
  return { first, more: all.filter((each) => !first.includes(each)) };
}

/** Classes that ask for nothing. */
const QUIET = ['none', 'neither', 'noise', 'past', 'historical-hot', 'historical-cold', 'too-few', 'no-history', 'gone'];

export function isQuiet(key) {
  return QUIET.includes(key);
}

/** The places of the class that asks for most attention; none when no class does. */
export function foremost(features) {
  const { column, classes, classOf } = classesOf(features);
  const first = classes.find(({ key, from }) => from === undefined && !isQuiet(key));
  return column === null || !first ? [] : features.filter((feature) => classOf(feature) === first);
}

/**
 * The places as rows: what asks for attention first, then the largest.
 * @param {object[]} features of the answer; a row's `place` is the index of its feature
 * @param {(feature: object) => ?string} nameOf what a place without a name of its own is called
 * @returns {{columns: string[], rows: any[][]}}
 */
export function placeRows(features, nameOf = () => null) {
  const columns = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))].filter((name) => !HIDDEN.includes(name));
  const names = columns.includes('name') ? [] : features.map(nameOf);
  const { column, classes, classOf } = classesOf(features);
  const leading = [...(names.some(Boolean) ? ['near'] : []), ...['name', 'rank', column].filter((name) => columns.includes(name))];
  const inOrder = [...leading, ...columns.filter((name) => !leading.includes(name))];
  const valueOf = (feature, place, name) => (name === 'near' ? names[place] : feature.properties?.[name]) ?? null;
  const rows = features.map((feature, place) => Object.assign(inOrder.map((name) => valueOf(feature, place, name)), { place }));
  const ranks = features.map((feature) => classes.indexOf(classOf(feature)));
  const sizes = features.map(({ properties }) => Number((classes[0]?.from === undefined ? properties?.count ?? properties?.observed : properties?.[column]) ?? 0));
  rows.sort((a, b) => ranks[a.place] - ranks[b.place] || sizes[b.place] - sizes[a.place] || a.place - b.place);
  return { columns: inOrder, rows };
}
