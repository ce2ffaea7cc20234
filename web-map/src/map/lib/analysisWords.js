/** What analyses, their settings, figures and columns are called, and how their values are written. Pure functions. */
import { formatArea, formatDate, formatMonth, formatNumber } from './format.js';
import { classKey } from './analysisClasses.js';

/** Topics in the order of the list. */
export const TOPICS = Object.freeze(['where', 'when', 'where-and-when', 'check', 'effect']);
/** Methods that work on nothing but numbers the reader gives. */
const ON_NUMBERS = ['before-after', 'wdq', 'wdd', 'e-test', 'minimum-detectable-effect'];

/** True for an analysis that has nothing to compute before the reader has given numbers. */
export function awaitsNumbers(method, set) {
  return ON_NUMBERS.includes(method) && Object.keys(set).length === 0;
}

/** How well data suit, the one to begin with first. */
export const SUITS = Object.freeze(['recommended', 'possible', 'too-few', 'unsuited']);

/** The plain name of a method with the field's term in brackets; the method's own word when it has no text. */
export function methodName(method, t) {
  return t.has(`analysis.${method}.name`) ? t(`analysis.${method}.name`) : method;
}

/** What the method is good for, in one line. */
export function methodPurpose(method, t) {
  return t.has(`analysis.${method}.purpose`) ? t(`analysis.${method}.purpose`) : '';
}

export function classWords(word, t) {
  const key = classKey(word);
  if (t.has(`analysis.class.${key}`)) return t(`analysis.class.${key}`);
  const cluster = /^cluster-?(\d+)$/.exec(key);
  return cluster ? t('analysis.class.clusterNumber', { number: cluster[1] }) : readable(String(word));
}

/** Units written at the end of a name: `radiusM`, `areaKm2`. The longest first. */
const UNITS = [
  ['PerKm2', '/km²'],
  ['PerMonth', null],
  ['PerYear', null],
  ['Millis', 'ms'],
  ['Minutes', 'min'],
  ['Metres', 'm'],
  ['Meters', 'm'],
  ['Months', null],
  ['Days', null],
  ['Km2', 'km²'],
  ['M2', 'm²'],
  ['Percent', '%'],
  ['M', 'm'],
];

/** The words for a column, figure or setting: translated when known, otherwise read from the name. */
export function nameWords(name, t) {
  if (t.has(`analysis.word.${name}`)) return t(`analysis.word.${name}`);
  const unit = UNITS.find(([end, mark]) => mark && name.length > end.length && name.endsWith(end));
  if (unit && unit[0] === 'M2' && !name.endsWith('PerM2')) return nameWords(name.slice(0, -2), t);
  const stem = unit ? name.slice(0, -unit[0].length) : name;
  const words = t.has(`analysis.word.${stem}`) ? t(`analysis.word.${stem}`) : readable(stem);
  return unit ? `${words} (${unit[1]})` : words;
}

/** `meanCentreX` → "Mean centre x". */
export function readable(name) {
  const words = name.replace(/([a-zåäö\d])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A recurrence beyond this is told as such: nobody has data for more. */
const MONTHS_OF_A_CENTURY = 1200;
const SHARE = /^share|Share$|^(hitRate|darkShare)(Low|High)?$/;
const PROBABILITY = /^(p|q)$|^p[A-Z]|P$|pValue$/;

/**
 * A value as text.
 * @param {string} name of the column or figure: its unit and kind are read from it
 */
export function valueWords(name, value, t) {
  const locale = t.locale;
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'analysis.yes' : 'analysis.no');
  if (Array.isArray(value)) return listWords(name, value, t);
  if (typeof value === 'object') return Object.entries(value).map(([key, each]) => `${keyWords(key, t)} ${valueWords(key, each, t)}`).join(', ');
  if (name === 'class' || name === 'status' || /Class$/.test(name)) return classWords(value, t);
  if (typeof value !== 'number') return textWords(name, value, t);
  if (/^recurrenceMonths$/.test(name) && value > MONTHS_OF_A_CENTURY) return t('analysis.overCentury');
  if (PROBABILITY.test(name)) return probability(value, locale);
  if (SHARE.test(name)) return shareWords(value, locale);
  if (/weekday$/i.test(name) && t.has(`day.long.${value}`)) return t(`day.long.${value}`);
  if (name === 'monthOfYear' && value >= 1 && value <= 12) return monthName(value, locale);
  if (/M2$/.test(name) && !/PerM2$/.test(name) && value > 0) return formatArea(value, locale);
  return plainNumber(value, locale);
}

/** The keys of a map are classes, values or names. */
function keyWords(key, t) {
  if (t.has(`analysis.class.${classKey(key)}`)) return classWords(key, t);
  return t.has(`analysis.value.${key}`) ? t(`analysis.value.${key}`) : nameWords(key, t);
}

function textWords(name, value, t) {
  if (/^\d{4}-\d{2}(-\d{2})?\/\d{4}-\d{2}(-\d{2})?$/.test(value)) return value.split('/').map((each) => textWords(name, each, t)).join(' – ');
  if (/^\d{4}-\d{2}$/.test(value)) return formatMonth(value, t.locale, 'short');
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return formatDate(value);
  return t.has(`analysis.value.${value}`) ? t(`analysis.value.${value}`) : value;
}

/** Two numbers are an interval, more are a list. */
function listWords(name, values, t) {
  const words = values.map((value) => valueWords(name, value, t));
  return values.length === 2 && values.every((value) => typeof value === 'number') ? words.join('–') : words.join(', ');
}

/** As many decimals as say something: none from a hundred, three significant digits below one. */
export function plainNumber(value, locale) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100) return formatNumber(value, locale, 0);
  if (size >= 10) return formatNumber(value, locale, 1);
  if (size >= 1) return formatNumber(value, locale, 2);
  return size < 1e-6 ? formatNumber(0, locale) : formatNumber(Number(value.toPrecision(3)), locale, 8);
}

/** "januari" for 1. */
function monthName(number, locale) {
  return formatMonth(`2001-${String(number).padStart(2, '0')}`, locale).replace(/ ?2001$/, '');
}

function probability(value, locale) {
  return value < 0.001 ? `< ${formatNumber(0.001, locale, 3)}` : formatNumber(value, locale, value < 0.1 ? 3 : 2);
}

/** Small shares keep a decimal: the area of a map's hotspots is seldom a whole percent. */
function shareWords(value, locale) {
  const percent = 100 * value;
  return `${formatNumber(percent, locale, Math.abs(percent) < 10 ? 1 : 0)}${locale === 'sv' ? ' ' : ''}%`;
}

/** Methods that say whether something has changed, and methods that describe without drawing a conclusion. */
const CHANGE = ['trend', 'small-counts', 'e-test', 'before-after', 'wdq', 'wdd'];
const DESCRIBE = ['grid', 'kde', 'bandwidth', 'dual-kde', 'optics', 'hotspots', 'dbscan', 'st-dbscan', 'hdbscan', 'centrography', 'concentration', 'backtest', 'time-profile', 'four-field', 'minimum-detectable-effect'];
const SURE_BELOW = 0.05;

/**
 * What the reader should see at the first glance; each has a text `analysis.verdict.…`.
 * @param {object} body an answer
 * @returns {'alarm'|'no-alarm'|'change'|'no-change'|'sure'|'none'|'result'|'too-few'}
 */
export function verdictOf({ method, status, features = null, figures = null }) {
  if (status === 'too-few') return 'too-few';
  const found = status === 'ok';
  if (method === 'scan') return found && alarmed(features, figures ?? {}) ? 'alarm' : 'no-alarm';
  if (CHANGE.includes(method)) return found && !unsure(figures ?? {}) ? 'change' : 'no-change';
  const statuses = statusesOf(figures ?? {});
  if (found && statuses) return CHANGED.some((status) => statuses[status] > 0) ? 'change' : 'no-change';
  if (!found) return 'none';
  return DESCRIBE.includes(method) ? 'result' : 'sure';
}

/** What a hotspot may be against earlier years when it has surely changed. */
const CHANGED = ['new', 'growing', 'fading', 'gone'];

function statusesOf({ statuses, status }) {
  const counted = statuses ?? status;
  return counted && typeof counted === 'object' ? counted : null;
}

/** True when the answer itself says that chance is enough. */
function unsure({ p, pValue = p }) {
  return typeof pValue === 'number' && pValue > SURE_BELOW;
}

function alarmed(features, figures) {
  if (typeof figures.alarm === 'boolean') return figures.alarm;
  if (typeof figures.alarms === 'number') return figures.alarms > 0;
  return (features?.features ?? []).some(({ properties }) => classKey(properties.class ?? 'alarm') === 'alarm');
}
