/**
 * True when something is over although its last day has not passed: it was closed before its time, and "the last day
 * was" would name a day that is still to come.
 *
 * @param {string} lastDay "2026-12-23"
 * @param {Date} now in the reader's time zone
 */
export function closedEarly(lastDay, now) {
  const two = (number) => String(number).padStart(2, '0');
  return lastDay >= `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
