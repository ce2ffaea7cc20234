// The action plan as people look at it: what the address says, columns of a board, months of a calendar, what is late,
// what it costs, and what a reminder says. Pure functions; a measure is a Feature as `/api/measures` gives it.
import { hasDoneDay, isOpen, MEASURE_STATUSES } from './measureFlow.js';

export const VIEWS = ['board', 'list', 'calendar'];
/** The days of a measure, in the order they come. */
const DAYS = [
  ['decided', 'decidedOn'],
  ['started', 'startedOn'],
  ['due', 'dueOn'],
  ['done', 'doneOn'],
];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const WHOLE = /^[1-9]\d{0,17}$/;
const LONGEST_SLUG = 40;
const MOST_CORNERS = 150;
const FORMULA = /^[=+\-@\t\r|＝＋－＠]/;

export const NO_FILTER = Object.freeze({ status: '', owner: '', late: false, spot: '', kind: '', month: '' });

/** A word that an address can hold: "Lägesby kommun, gata" becomes "lagesby-kommun-gata". */
export function slug(text) {
  return String(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST_SLUG);
}

/**
 * What the address asks for: one measure, a new one for a lasting place, or a view of all.
 * @returns {{measure: string}|{spot: string}|{view: string, filter: object}}
 */
export function parseItem(item) {
  const parts = String(item ?? '').split('/');
  if (WHOLE.test(parts[0])) return { measure: parts[0] };
  if (parts[0] === 'new') return { spot: WHOLE.test(parts[1] ?? '') ? parts[1] : '' };
  const view = VIEWS.includes(parts[0]) ? parts[0] : 'board';
  const filter = { ...NO_FILTER };
  for (const part of parts.slice(1)) {
    const at = part.indexOf(':');
    const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    if (name === 'late') filter.late = true;
    else if (name === 'month') filter.month = MONTH.test(value) ? value : '';
    else if (name === 'status') filter.status = value === 'open' || MEASURE_STATUSES.includes(value) ? value : '';
    else if (Object.hasOwn(filter, name)) filter[name] = value;
  }
  return { view, filter };
}

/** The address of a view; what is not restricted is left out. */
export function formatItem(view, filter) {
  const parts = Object.entries(filter)
    .filter(([, value]) => value)
    .map(([name, value]) => (name === 'late' ? name : `${name}:${value}`));
  return [view, ...parts].join('/');
}

/** Those that fit, in the order they came. Owner and kind are compared as the address writes them. */
export function matching(features, { status, owner, late, spot, kind }) {
  return features.filter(
    ({ properties: p }) =>
      (!status || (status === 'open' ? isOpen(p.status) : p.status === status)) &&
      (!owner || slug(p.owner) === owner) &&
      (!late || p.overdue) &&
      (!spot || String(p.spotId ?? '') === spot) &&
      (!kind || slug(p.code) === kind),
  );
}

/** What the service is asked for the same measures as a file; what is late it does not know to ask for. */
export function fileParameters(features, { status, owner, spot, kind }, place = {}) {
  const words = (chosen, valueOf) => [...new Set(features.map(({ properties }) => valueOf(properties)).filter((value) => slug(value) === chosen))].join(',');
  const parameters = { ...place };
  if (status) parameters.status = status === 'open' ? MEASURE_STATUSES.filter(isOpen).join(',') : status;
  if (owner) parameters.owner = words(owner, (p) => p.owner);
  if (kind) parameters.code = words(kind, (p) => p.code);
  if (spot) parameters.spot = spot;
  return parameters;
}

/** One column for each status, the earliest due first, those without a day last. */
export function boardColumns(features) {
  return MEASURE_STATUSES.map((status) => ({
    status,
    features: byDue(features.filter(({ properties }) => properties.status === status)),
  }));
}

function byDue(features) {
  return [...features].sort((a, b) => (a.properties.dueOn ?? '9999').localeCompare(b.properties.dueOn ?? '9999'));
}

/** What is late, and what else is due in the month of `today`. */
export function dueGroups(features, today) {
  const open = byDue(features.filter(({ properties: p }) => p.dueOn && isOpen(p.status)));
  const overdue = open.filter(({ properties: p }) => p.dueOn < today);
  return { overdue, month: open.filter(({ properties: p }) => p.dueOn >= today && p.dueOn.slice(0, 7) === today.slice(0, 7)) };
}

/** Sums in SEK, in all and by owner; owners with most to do first. */
export function totals(features) {
  const owners = new Map();
  for (const { properties: p } of features) {
    const sum = owners.get(p.owner) ?? { owner: p.owner, count: 0, open: 0, overdue: 0, estimate: 0, outcome: 0 };
    sum.count += 1;
    sum.open += isOpen(p.status) ? 1 : 0;
    sum.overdue += p.overdue ? 1 : 0;
    sum.estimate += p.cost?.estimate ?? 0;
    sum.outcome += p.cost?.outcome ?? 0;
    owners.set(p.owner, sum);
  }
  const byOwner = [...owners.values()].sort((a, b) => b.open - a.open || a.owner.localeCompare(b.owner, 'sv'));
  const sumOf = (name) => byOwner.reduce((sum, each) => sum + each[name], 0);
  return { count: features.length, open: sumOf('open'), overdue: sumOf('overdue'), estimate: sumOf('estimate'), outcome: sumOf('outcome'), byOwner };
}

/** Weeks of a month from Monday; each day as { day, inMonth }. */
export function monthWeeks(month) {
  const [year, number] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const start = new Date(first);
  start.setUTCDate(1 - ((first.getUTCDay() + 6) % 7));
  const weeks = [];
  for (const day = start; weeks.length === 0 || iso(day).slice(0, 7) <= month; ) {
    const week = [];
    for (let i = 0; i < 7; i++) {
      week.push({ day: iso(day), inMonth: iso(day).startsWith(month) });
      day.setUTCDate(day.getUTCDate() + 1);
    }
    weeks.push(week);
  }
  return weeks;
}

function iso(date) {
  return date.toISOString().slice(0, 10);
}

/** A month some months away. */
export function monthsFrom(month, count) {
  const [year, number] = month.split('-').map(Number);
  return iso(new Date(Date.UTC(year, number - 1 + count, 1))).slice(0, 7);
}

/** The number of the week a day lies in (ISO 8601). */
export function weekNumber(day) {
  const thursday = new Date(`${day}T12:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const first = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4, 12));
  return 1 + Math.round((thursday - first) / (7 * 86_400_000));
}

/** What happens in a month: { day, what, feature }, in order. */
export function monthEvents(features, month) {
  return features
    .flatMap((feature) => DAYS.map(([what, name]) => ({ day: feature.properties[name] ?? '', what, feature })))
    .filter(({ day }) => day.startsWith(month))
    .sort((a, b) => a.day.localeCompare(b.day));
}

/**
 * The properties of a measure that goes to another status today: the day of the step is noted unless it has one.
 * @param {string} today ISO date
 */
export function moved(properties, status, today) {
  const next = { ...properties, status };
  const forward = MEASURE_STATUSES.indexOf(status) > MEASURE_STATUSES.indexOf(properties.status);
  if (status === 'decided' && forward) next.decidedOn ??= today;
  if (status === 'in-progress' && forward) next.startedOn ??= today;
  if (hasDoneDay(status)) next.doneOn ??= today;
  return next;
}

/** Corners of a place as `/api/measures/detectable` takes them, thinned when there are many. */
export function outlineOf(geometry) {
  const corners = geometry.type === 'Point' ? [geometry.coordinates] : geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0];
  const step = Math.ceil(corners.length / MOST_CORNERS);
  const kept = corners.filter((corner, i) => i % step === 0 || i === corners.length - 1);
  return kept.map(([lon, lat]) => `${Number(lon.toFixed(6))} ${Number(lat.toFixed(6))}`).join(',');
}

/** What each saved state changed, the newest first: { state, changes: [{ field, before, after }] }. */
export function historySteps(states, fields) {
  return states
    .map((state, i) => ({
      state,
      changes: i === 0 ? [] : fields.map((field) => ({ field, before: valueOf(states[i - 1], field), after: valueOf(state, field) })).filter(({ before, after }) => !same(before, after)),
    }))
    .reverse();
}

function valueOf(feature, field) {
  return field === 'geometry' ? feature.geometry : (feature.properties[field] ?? null);
}

/** Nothing written, no list and an empty one mean the same to a person. */
function same(a, b) {
  const plain = (value) => (value === '' || (Array.isArray(value) && value.length === 0) ? null : value);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** A reminder to one owner about what is late and what is due in the next 30 days: subject and body, ready to send. */
export function reminder(owner, features, today, t) {
  const soon = iso(new Date(Date.parse(`${today}T12:00:00Z`) + 30 * 86_400_000));
  const own = byDue(features.filter(({ properties: p }) => p.owner === owner && p.dueOn && isOpen(p.status) && p.dueOn <= soon));
  const line = ({ properties: p }) =>
    t(p.dueOn < today ? 'plan.reminder.late' : 'plan.reminder.due', { title: p.title, date: p.dueOn, status: t(`measure.status.${p.status}`) });
  return {
    count: own.length,
    subject: t('plan.reminder.subject', { count: own.length }),
    body: [t('plan.reminder.hello'), '', t('plan.reminder.intro', { owner }), '', ...own.map((feature) => `– ${line(feature)}`), '', t('plan.reminder.ask'), '', t('plan.reminder.bye')].join('\n'),
  };
}

/** A link that opens a mail program with a reminder written. */
export function mailto(address, { subject, body }) {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

/** Rows as a table for spreadsheets (RFC 4180); text that a spreadsheet would take for a formula gets an apostrophe. */
export function csv(rows) {
  const cell = (value) => {
    const text = value === null || value === undefined ? '' : typeof value === 'number' ? String(value) : String(value).replace(FORMULA, "'$&");
    return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
