/**
 * Counts as a reader is told them: as they are, or to roles that may not see single incidents between which numbers they
 * lie. What is not told at all is null in both.
 */

/** True when all of it is told in bands. */
export function isBanded({ count }) {
  return count === null || count === undefined;
}

/** 12, or "10–19", or null when nothing is told. */
export function toldCount({ count, countFrom, countTo }) {
  if (typeof count === 'number') return count;
  return typeof countFrom === 'number' ? `${countFrom}–${countTo}` : null;
}

/** How tall a bar stands: the count, or the middle of its band; 0 when nothing is told. */
export function barCount({ count, countFrom, countTo }) {
  if (typeof count === 'number') return count;
  return typeof countFrom === 'number' ? (countFrom + countTo) / 2 : 0;
}

/** For sorting: the count, or the least that it may be; 0 when nothing is told. */
export function leastCount({ count, countFrom }) {
  return count ?? countFrom ?? 0;
}

/** A month of the timeline in the words of the rest: its incidents, or its marks, as `{count, countFrom, countTo}`. */
export function monthCount(month, stream) {
  const band = month[`${stream}Band`];
  return { count: month[stream], countFrom: band?.from, countTo: band?.to };
}
