/**
 * What the places of an analysis are called and how they look: one style per class, so that map, legend and table tell
 * the same. No class is told by colour alone: each has its own fill, outline or letter.
 *
 * A style has `colour` (a name of tokens.css), `fill` ('solid' | 'hatch' | 'cross' | 'dots' | 'none'), `alpha` of the
 * fill, `line` (pixels), `dash`, and `mark`, the few letters in the middle of the place.
 */
const HOT = 'analysisHot';
const COLD = 'analysisCold';

const style = (colour, fill, alpha, line, mark, dash = []) => Object.freeze({ colour, fill, alpha, line, mark, dash: Object.freeze(dash) });

/** In the order of a legend, what asks for attention first. */
export const CLASS_STYLES = Object.freeze({
  alarm: style('danger', 'solid', 0.28, 3.5, '!'),
  watch: style('warning', 'hatch', 0.5, 2, '?', [8, 4]),
  past: style('inkSoft', 'none', 0, 1.5, '', [3, 3]),

  hot99: style(`${HOT}3`, 'solid', 0.72, 2.5, '99'),
  hot95: style(`${HOT}2`, 'solid', 0.6, 1.75, '95'),
  hot90: style(`${HOT}1`, 'solid', 0.5, 1, '90'),
  cold90: style(`${COLD}1`, 'hatch', 0.7, 1, '90'),
  cold95: style(`${COLD}2`, 'hatch', 0.8, 1.75, '95'),
  cold99: style(`${COLD}3`, 'hatch', 0.9, 2.5, '99'),

  'high-high': style(`${HOT}3`, 'solid', 0.6, 2.5, 'HH'),
  'high-low': style(`${HOT}1`, 'dots', 0.9, 1.75, 'HL', [6, 3]),
  'low-high': style(`${COLD}1`, 'dots', 0.9, 1.75, 'LH', [6, 3]),
  'low-low': style(`${COLD}3`, 'hatch', 0.8, 2, 'LL'),

  both: style('analysisBoth', 'cross', 0.75, 3, '!'),
  'crime-only': style('crime', 'solid', 0.4, 2, ''),
  'unsafety-only': style('unsafety', 'hatch', 0.7, 2, '', [7, 4]),
  neither: style('inkSoft', 'none', 0, 1, '', [2, 3]),

  'new-hot': style(`${HOT}3`, 'solid', 0.72, 3, '★'),
  'intensifying-hot': style(`${HOT}3`, 'solid', 0.6, 2.5, '▲'),
  'consecutive-hot': style(`${HOT}2`, 'solid', 0.6, 2, '+'),
  'persistent-hot': style(`${HOT}2`, 'solid', 0.5, 2, '='),
  'oscillating-hot': style(`${HOT}1`, 'solid', 0.5, 1.5, '~'),
  'sporadic-hot': style(`${HOT}1`, 'solid', 0.4, 1.5, '·'),
  'diminishing-hot': style(`${HOT}1`, 'dots', 0.9, 1.5, '▼'),
  'historical-hot': style(`${HOT}1`, 'none', 0, 1.5, '○', [4, 3]),
  'new-cold': style(`${COLD}3`, 'hatch', 0.9, 3, '★'),
  'intensifying-cold': style(`${COLD}3`, 'hatch', 0.8, 2.5, '▲'),
  'consecutive-cold': style(`${COLD}2`, 'hatch', 0.8, 2, '+'),
  'persistent-cold': style(`${COLD}2`, 'hatch', 0.7, 2, '='),
  'oscillating-cold': style(`${COLD}1`, 'hatch', 0.7, 1.5, '~'),
  'sporadic-cold': style(`${COLD}1`, 'hatch', 0.6, 1.5, '·'),
  'diminishing-cold': style(`${COLD}1`, 'hatch', 0.5, 1.5, '▼', [6, 3]),
  'historical-cold': style(`${COLD}1`, 'none', 0, 1.5, '○', [1, 4]),

  new: style('statusNew', 'solid', 0.45, 3, '★'),
  growing: style('statusGrowing', 'solid', 0.35, 2.5, '▲'),
  persistent: style('statusPersistent', 'hatch', 0.6, 2, '='),
  fading: style('statusFading', 'dots', 0.9, 2, '▼'),
  gone: style('statusGone', 'none', 0, 1.5, '○', [4, 3]),

  live: style(`${HOT}2`, 'solid', 0.4, 2.5, '!'),
  'live-1': style(`${HOT}3`, 'solid', 0.5, 2.5, '1'),
  'live-2': style(`${HOT}2`, 'solid', 0.35, 2, '2'),
  'live-3': style(`${HOT}1`, 'hatch', 0.7, 1.5, '3', [6, 3]),

  'mean-10': style('analysisStep5', 'solid', 0.75, 1, ''),
  'mean-5': style('analysisStep4', 'solid', 0.75, 1, ''),
  'mean-3': style('analysisStep3', 'solid', 0.75, 1, ''),
  'mean-1': style('analysisStep2', 'solid', 0.75, 1, ''),
  'below-mean': style('analysisStep1', 'solid', 0.75, 1, ''),
  thin: style('inkSoft', 'none', 0, 0, ''),

  raised: style(`${HOT}2`, 'solid', 0.55, 2, '+'),
  lowered: style(`${COLD}2`, 'hatch', 0.8, 2, '−'),

  'too-few': style('inkSoft', 'none', 0, 1.5, '…', [2, 3]),
  'no-history': style('inkSoft', 'none', 0, 1.5, ''),
  cluster: style('crime', 'solid', 0.2, 2.5, ''),
  noise: style('inkSoft', 'none', 0, 1, '', [2, 3]),
  none: style('inkSoft', 'none', 0, 0.75, ''),
});

/** For a class nobody has named: neutral, told apart by its name. */
const OTHER = style('action', 'solid', 0.3, 2, '');
/** From few to many. */
const STEPS = [1, 2, 3, 4, 5].map((n) => style(`analysisStep${n}`, 'solid', 0.75, 1, ''));
/** Columns the map may be coloured by when there is no class, the best first. */
const COUNTED = ['perKm2', 'incidentsPerKm2', 'count', 'value', 'observed', 'weight', 'ratio', 'risk', 'z'];

/** Columns that hold a class, the preferred first. */
const CLASS_COLUMNS = ['class', 'status'];

/** The column that tells the class of the places; null when none does. */
export function classColumnOf(features) {
  return CLASS_COLUMNS.find((name) => features.some(({ properties }) => typeof properties?.[name] === 'string')) ?? null;
}

/** Spellings that mean the same class: `hot-99`, `new hot spot`, `HIGH_HIGH`. */
export function classKey(word) {
  const plain = String(word).trim().toLowerCase().replace(/[\s_]+/g, '-').replace(/-?spots?$/, '');
  if (/^(no-pattern.*|ns|not-significant|insignificant|none)$/.test(plain)) return 'none';
  const joined = plain.replace(/^(hot|cold)-(\d+)$/, '$1$2');
  return joined;
}

/** The style of a class; clusters by number share one. */
export function styleOf(key) {
  if (/^step-[1-5]$/.test(key)) return STEPS[Number(key.at(-1)) - 1];
  return CLASS_STYLES[key] ?? (/^cluster-?\d+$/.test(key) ? CLASS_STYLES.cluster : OTHER);
}

/**
 * Sorts the places of an answer into classes.
 * @param {object[]} features of the answer
 * @returns {{column: ?string, classes: {key: string, style: object, count: number, from?: number, to?: number}[],
 *   classOf: (feature: object) => object}} classes with at least one place, in the order of the legend
 */
export function classesOf(features) {
  const words = classColumnOf(features);
  if (words) return byWord(features, words);
  const column = COUNTED.find((name) => features.some(({ properties }) => typeof properties?.[name] === 'number'));
  return column ? byNumber(features, column) : byWord(features, null);
}

function byWord(features, column) {
  const counts = new Map();
  const keyOf = ({ properties }) => classKey((column && properties?.[column]) ?? 'place');
  for (const feature of features) counts.set(keyOf(feature), (counts.get(keyOf(feature)) ?? 0) + 1);
  const order = Object.keys(CLASS_STYLES);
  const place = (key) => (order.includes(key) ? order.indexOf(key) : order.indexOf('cluster'));
  const classes = [...counts].map(([key, count]) => ({ key, count, style: styleOf(key) })).sort((a, b) => place(a.key) - place(b.key) || a.key.localeCompare(b.key, 'en', { numeric: true }));
  const byKey = new Map(classes.map((each) => [each.key, each]));
  return { column, classes, classOf: (feature) => byKey.get(keyOf(feature)) };
}

/** Up to five steps with equally many different values, so that one extreme place does not blank the others. */
function byNumber(features, column) {
  const valueOf = ({ properties }) => (typeof properties?.[column] === 'number' ? properties[column] : null);
  const values = [...new Set(features.map(valueOf).filter((value) => value !== null))].sort((a, b) => a - b);
  const steps = Math.min(STEPS.length, values.length);
  const step = (i) => (steps === 1 ? 3 : 1 + Math.round((i * (STEPS.length - 1)) / (steps - 1)));
  const classes = Array.from({ length: steps }, (_, i) => ({
    key: `step-${step(i)}`,
    style: STEPS[step(i) - 1],
    from: values[Math.floor((i * values.length) / steps)],
    to: values[Math.floor(((i + 1) * values.length) / steps) - 1],
    count: 0,
  }));
  const classOf = (feature) => {
    const value = valueOf(feature);
    return value === null ? classes[0] : classes.find(({ to }) => value <= to) ?? classes.at(-1);
  };
  for (const feature of features) classOf(feature).count++;
  return { column, classes: [...classes].reverse(), classOf };
}
