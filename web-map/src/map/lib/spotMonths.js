/** What the months of a spot come to in a strip: which are shown, how high, and what they say in words. */

/** More than two years do not fit beside the map, and a spot that has been gone for so long is a new one. */
export const MOST_MONTHS = 24;

/** Every month from the first to the last, at most the newest 24; those nobody has looked through have no status. */
export function stripOf(months, most = MOST_MONTHS) {
  if (!months.length) return [];
  const known = new Map(months.map((each) => [each.month, each]));
  const last = number(months.at(-1).month);
  const first = Math.max(number(months[0].month), last - most + 1);
  return Array.from({ length: last - first + 1 }, (unused, i) => {
    const month = text(first + i);
    return known.get(month) ?? { month, count: null, status: null, merged: [], followed: false };
  });
}

/** The statuses that occur, in the order they are explained. */
export function statusesOf(strip) {
  const order = ['new', 'growing', 'persistent', 'fading', 'gone', 'returned'];
  return order.filter((status) => strip.some((each) => each.status === status));
}

/** The newest picture of a month in which the spot was there; null when none has been prepared. */
export function newestPicture(pictures, months) {
  const here = new Set(months.filter(({ status }) => status !== 'gone').map(({ month }) => month));
  return pictures
    .filter(({ month }) => here.has(month))
    .reduce((best, each) => (best === null || each.month > best.month || (each.month === best.month && each.edition > best.edition) ? each : best), null);
}

function number(month) {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function text(value) {
  return `${String(Math.floor(value / 12)).padStart(4, '0')}-${String((value % 12) + 1).padStart(2, '0')}`;
}
