/** When something was seen, as the service takes it. Pure functions on the phone's own clock. */

/** "2026-11-22T14:05" for a moment, on the clock of the phone. */
export function minuteOf(date) {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What was chosen: 'now' is the minute it was written down, also when it is sent much later; a day without an hour stays a day. */
export function whenOf({ kind, day, time }, writtenAt) {
  if (kind === 'now') return minuteOf(writtenAt);
  if (!day) return null;
  return time ? `${day}T${time}` : day;
}

/** True when a chosen time lies ahead. */
export function liesAhead(when, now) {
  return when !== null && when > (when.length === 10 ? minuteOf(now).slice(0, 10) : minuteOf(now));
}
