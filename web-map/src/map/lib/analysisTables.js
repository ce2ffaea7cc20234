/** The rows of an answer as tables: those it brings, and the places on the map. */
import { nameWords, valueWords } from './analysisWords.js';
import { CLASS_STYLES, classColumnOf, classKey } from './analysisClasses.js';

/** Columns that say what the map already shows. */
const HIDDEN = ['x', 'y', 'id'];

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
  const meanings = MEANINGS[body?.method];
  if (!meanings) return body;
  const field = (word) => meanings[word] ?? word;
  const features = body.features && { ...body.features, features: body.features.features.map((each) => ({ ...each, properties: { ...each.properties, class: field(each.properties.class) } })) };
  const fields = body.figures?.fields && Object.fromEntries(Object.entries(body.figures.fields).map(([word, count]) => [field(word), count]));
  return { ...body, features, figures: fields ? { ...body.figures, fields } : body.figures };
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

/**
 * The places as rows: what asks for attention first, then the largest count.
 * @param {object[]} features of the answer; a row's `place` is the index of its feature
 * @returns {{columns: string[], rows: any[][]}}
 */
export function placeRows(features) {
  const columns = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))].filter((name) => !HIDDEN.includes(name));
  const classColumn = classColumnOf(features);
  const leading = ['name', 'rank', classColumn].filter((name) => columns.includes(name));
  const inOrder = [...leading, ...columns.filter((name) => !leading.includes(name))];
  const rows = features.map(({ properties }, place) => Object.assign(inOrder.map((name) => properties?.[name] ?? null), { place }));
  const order = Object.keys(CLASS_STYLES);
  const rankOf = ({ place }) => {
    const at = order.indexOf(classKey(features[place].properties?.[classColumn] ?? ''));
    return at < 0 ? order.length - 2 : at;
  };
  const countOf = ({ place }) => Number(features[place].properties?.count ?? 0);
  rows.sort((a, b) => rankOf(a) - rankOf(b) || countOf(b) - countOf(a) || a.place - b.place);
  return { columns: inOrder, rows };
}
