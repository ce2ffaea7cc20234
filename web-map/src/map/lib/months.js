/** Month arithmetic on ISO text: a month is "2026-11", a day "2026-11-22". No Date in sight, so no time zones either. */

/** Months since year 0, for arithmetic. */
export function monthNumber(month) {
  return +month.slice(0, 4) * 12 + (+month.slice(5, 7) - 1);
}

/** The month of a month number. */
export function monthOf(number) {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** `month` moved by `steps` months (negative = back). */
export function addMonths(month, steps) {
  return monthOf(monthNumber(month) + steps);
}

/** Number of months from `first` to `last`, both counted. */
export function monthsBetween(first, last) {
  return monthNumber(last) - monthNumber(first) + 1;
}

export function firstDay(month) {
  return `${month.slice(0, 7)}-01`;
}

/** The last day of a month, leap years as the Gregorian calendar has them. */
export function lastDay(month) {
  const year = +month.slice(0, 4);
  const number = +month.slice(5, 7);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = number === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31;
  return `${month.slice(0, 7)}-${days}`;
}

/** Every month from `first` to `last`. */
export function monthRange(first, last) {
  const months = [];
  for (let n = monthNumber(first); n <= monthNumber(last); n++) months.push(monthOf(n));
  return months;
}

/**
 * The periods a reader can choose by name, as `{ from, to }`; `first` and `last` are the oldest and the newest month that
 * have data, and a period that counts back from the newest does not begin before the oldest.
 */
export const PRESETS = ['last-month', 'last-3', 'last-12', 'same-month-last-year', 'all'];

export function presetPeriod(preset, first, last) {
  switch (preset) {
    case 'last-month':
      return { from: firstDay(last), to: lastDay(last) };
    case 'last-3':
      return { from: firstDay(later(addMonths(last, -2), first)), to: lastDay(last) };
    case 'last-12':
      return { from: firstDay(later(addMonths(last, -11), first)), to: lastDay(last) };
    case 'same-month-last-year':
      return { from: firstDay(addMonths(last, -12)), to: lastDay(addMonths(last, -12)) };
    case 'all':
      return { from: firstDay(first), to: lastDay(last) };
    default:
      throw new RangeError(`preset must be one of ${PRESETS.join(', ')} but was ${preset}`);
  }
}

function later(a, b) {
  return monthNumber(a) > monthNumber(b) ? a : b;
}

/** The first preset that gives exactly this period, or "custom". */
export function presetOf(from, to, first, last) {
  const found = PRESETS.find((preset) => {
    const period = presetPeriod(preset, first, last);
    return period.from === from && period.to === to;
  });
  return found ?? 'custom';
}

/** Moves a whole-month period by its own length, or null when the result has no month within first..last. */
export function stepPeriod(from, to, direction, first, last) {
  const length = monthsBetween(from, to);
  const start = addMonths(from, direction * length);
  const end = addMonths(start, length - 1);
  if (monthNumber(end) < monthNumber(first) || monthNumber(start) > monthNumber(last)) return null;
  return { from: firstDay(start), to: lastDay(end) };
}
