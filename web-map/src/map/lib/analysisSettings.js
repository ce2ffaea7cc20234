/** The settings of an analysis as a form has them: what they are called, what may be chosen, and what was written. */
import { formatNumber } from './format.js';

/** Kinds that are written as a number with a decimal comma or point. */
const NUMBERS = ['number', 'whole'];

/** A limit this high is there for the machine, not for the reader. */
const BOUNDLESS = 1e9;

/** The range in words, such as "50–10 000 m". */
export function rangeWords({ kind, unit, min, max }, t) {
  if (!NUMBERS.includes(kind) && kind !== 'numbers') return '';
  if (max >= BOUNDLESS) return '';
  const number = (value) => formatNumber(value, t.locale, 4);
  const range = `${number(min)}–${number(max)}${unit ? ` ${unitWords(unit, t)}` : ''}`;
  return t(`analysis.range.${kind}`, { range });
}

export function unitWords(unit, t) {
  return t.has(`analysis.unit.${unit}`) ? t(`analysis.unit.${unit}`) : unit;
}

/**
 * What somebody wrote, as the service reads it, or why it cannot be read. An empty field means "automatic".
 * @returns {{value: ?string, error: ?string}} `error` is the key of a text
 */
export function readSetting({ kind, min, max, words = [] }, written) {
  const text = String(written ?? '').trim();
  if (text === '') return { value: null, error: null };
  switch (kind) {
    case 'number':
    case 'whole':
      return readNumber(text, kind === 'whole', min, max);
    case 'numbers':
      return readNumbers(text, min, max);
    case 'word':
    case 'flag':
      return words.length === 0 || words.includes(text) ? { value: text, error: null } : { value: null, error: 'word' };
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text, error: null } : { value: null, error: 'day' };
    default:
      return { value: text, error: null };
  }
}

function readNumber(text, whole, min, max) {
  const number = toNumber(text);
  if (Number.isNaN(number)) return { value: null, error: 'number' };
  if (whole && !Number.isInteger(number)) return { value: null, error: 'whole' };
  if ((min !== undefined && min !== null && number < min) || (max !== undefined && max !== null && number > max)) return { value: null, error: 'range' };
  return { value: String(number), error: null };
}

/** Several numbers stand with semicolons or spaces between, or with commas when those are no decimal commas. */
function readNumbers(text, min, max) {
  const parts = text.split(/[;\s]+/).filter(Boolean);
  const numbers = (parts.length > 1 ? parts.map((part) => part.replace(/,$/, '')) : text.split(/,\s*/)).map(toNumber);
  if (numbers.some(Number.isNaN)) return { value: null, error: 'number' };
  if (numbers.some((number) => number < min || number > max)) return { value: null, error: 'range' };
  if (numbers.some((number, i) => i > 0 && number <= numbers[i - 1])) return { value: null, error: 'ascending' };
  return { value: numbers.join(','), error: null };
}

function toNumber(text) {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}

/** A value from the service in a form field: a list with semicolons, a number with the language's decimal sign. */
export function writtenSetting(value, locale) {
  if (Array.isArray(value)) return value.map((each) => writtenSetting(each, locale)).join('; ');
  if (typeof value === 'number') return String(Number(value.toPrecision(12))).replace('.', locale === 'sv' ? ',' : '.');
  return value === null || value === undefined ? '' : String(value);
}
