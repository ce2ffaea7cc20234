/** The year as a strip: which lane each event gets and where it lies, in per cent of the year. Pure. */

const DAY_MILLIS = 86_400_000;

/** @param {{from: string, to: string}[]} coming days in one year; answers them with `left`, `width` and `lane` */
export function yearStrip(coming, year) {
  const first = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - first) / DAY_MILLIS;
  const dayOf = (text) => (Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10)) - first) / DAY_MILLIS;
  const ends = [];
  return coming.map((event) => {
    const from = Math.max(0, dayOf(event.from));
    const to = Math.min(days, dayOf(event.to) + 1);
    let lane = ends.findIndex((end) => end <= from);
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = to;
    return { ...event, lane, left: percent(from / days), width: percent((to - from) / days) };
  });
}

/** Where a month begins on the strip. */
export function monthStart(year, month) {
  const first = Date.UTC(year, 0, 1);
  return percent((Date.UTC(year, month - 1, 1) - first) / (Date.UTC(year + 1, 0, 1) - first));
}

/**
 * What most municipalities have in a year. Days that differ between municipalities are left to fill in; the others are those
 * of the calendar.
 */
export const YEAR_TEMPLATES = Object.freeze([
  { key: 'winterBreak', kind: 'school', day: null },
  { key: 'easterBreak', kind: 'school', day: null },
  { key: 'valborg', kind: 'event', day: '04-30' },
  { key: 'schoolEnd', kind: 'school', day: null },
  { key: 'summerBreak', kind: 'school', day: null },
  { key: 'schoolStart', kind: 'school', day: null },
  { key: 'autumnBreak', kind: 'school', day: null },
  { key: 'halloween', kind: 'event', day: '10-31' },
  { key: 'lucia', kind: 'event', day: '12-13' },
  { key: 'christmasBreak', kind: 'school', day: null },
  { key: 'newYear', kind: 'event', day: '12-31' },
  { key: 'darkSeason', kind: 'season', day: null },
  { key: 'fair', kind: 'event', day: null },
]);

function percent(share) {
  return Math.round(share * 10_000) / 100;
}
