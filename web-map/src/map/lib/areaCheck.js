/**
 * What an area check asks for and answers, as data: the request, the table in which the area, its alternative and the
 * municipality stand side by side, and the checklist with what two people wrote in it. Pure functions.
 */

/** Stages of planning in the order a plan goes through them. */
export const STAGES = Object.freeze(['overview-plan', 'detailed-plan', 'building-permit', 'design', 'operation']);
/** Metres around the area that are looked at too. */
export const BUFFERS = Object.freeze([0, 100, 250, 500]);
/** What can be said about an aspect. */
export const STATES = Object.freeze(['open', 'met', 'concern', 'not-relevant']);

/**
 * The request of what a form holds.
 * @returns {{request: object, faults: {field: string, why: string}[]}} `why` is the end of a text's key
 */
export function requestOf({ title, caseNumber, stage, buffer, area, alternative, compares, fromYear = '', toYear = '' }) {
  const faults = [];
  if (!area) faults.push({ field: 'area', why: 'area' });
  if (compares && !alternative) faults.push({ field: 'alternative', why: 'alternative' });
  if (!title.trim()) faults.push({ field: 'title', why: 'title' });
  const request = {
    title: title.trim(),
    caseNumber: caseNumber.trim(),
    stage,
    buffer,
    area: area?.geometry ?? null,
    alternative: compares ? alternative?.geometry ?? null : null,
    ...(fromYear ? { from: `${fromYear}-01-01` } : {}),
    ...(toYear ? { to: `${toYear}-12-31` } : {}),
  };
  return { request, faults };
}

/** The whole calendar years that have data, as texts, the newest first; none when nothing is known. */
export function yearsOf(group) {
  if (!group?.from || !group?.to) return [];
  const [from, to] = [group.from, group.to].map((day) => ({ year: Number(day.slice(0, 4)), month: day.slice(5, 7) }));
  const first = from.month === '01' ? from.year : from.year + 1;
  const last = to.month === '12' ? to.year : to.year - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(last - i));
}

/** The part of the address after `item=`: { view: 'new' | 'list' | 'check', id }. */
export function readItem(item) {
  if (item === 'list') return { view: 'list', id: null };
  const proposed = /^new:(.+)$/.exec(item ?? '');
  if (proposed) return { view: 'new', id: proposed[1] };
  return item && item !== 'new' ? { view: 'check', id: item } : { view: 'new', id: null };
}

/** Checks whose case number or title holds all the words; the newest first. */
export function foundChecks(checks, words) {
  const parts = fold(words).split(/\s+/).filter(Boolean);
  const fits = ({ caseNumber, title }) => parts.every((part) => fold(`${caseNumber ?? ''} ${title}`).includes(part));
  return checks.filter(fits).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

function fold(text) {
  return text.toLocaleLowerCase('sv');
}

/**
 * What a check says, the answer itself first: how many there are against the municipality and how sure that is; of two
 * areas first which of them differs. `sideSays(side, text)` puts the name of the side before its words.
 * @returns {{first: string[], more: string[]}} `more` repeats neither what stands in `first` nor what is told as a remark
 */
export function answerInWords({ sides, sentences }, locale, sideSays) {
  const all = sentences[locale] ?? sentences.sv;
  const answers = sides.map(({ total }) => total.text[locale] ?? total.text.sv);
  const between = sides.length > 1 ? all.slice(-1) : [];
  const remarks = sides.flatMap(({ outside, coarsened }) => [outside?.text, coarsened]).map((words) => words?.[locale] ?? words?.sv);
  return {
    first: [...between, ...sides.map((side, i) => sideSays(side, answers[i]))],
    more: all.filter((sentence) => ![...answers, ...between, ...remarks].includes(sentence)),
  };
}

/** The checklist as an object by aspect: { state, note }; what has not been written is open without a note. */
export function writtenChecklist(aspects) {
  return Object.fromEntries(aspects.map(({ id, state, note }) => [id, { state: state ?? 'open', note: note ?? '' }]));
}

/** How many aspects are in each state. */
export function checklistCounts(checklist) {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0]));
  for (const { state } of Object.values(checklist)) counts[state]++;
  return counts;
}

/**
 * Where two people's words about a check differ, each with who changed it: { field, base, current, yours, changedBy }.
 * `field` is 'title', 'caseNumber' or the id of an aspect; versions are { title, caseNumber, checklist }.
 */
export function checkDifferences(current, yours, base) {
  const fields = ['title', 'caseNumber', ...new Set([...Object.keys(current.checklist), ...Object.keys(yours.checklist)])];
  return fields
    .map((field) => ({ field, base: valueOf(base, field), current: valueOf(current, field), yours: valueOf(yours, field) }))
    .filter((each) => !same(each.current, each.yours))
    .map((each) => ({ ...each, changedBy: same(each.base, each.yours) ? 'them' : same(each.base, each.current) ? 'you' : 'both' }));
}

/** One version of two: the service's, with the chosen fields taken from the own. */
export function mergeChecks(current, yours, choices) {
  const merged = { ...current, checklist: { ...current.checklist } };
  for (const [field, choice] of Object.entries(choices)) {
    if (choice !== 'yours') continue;
    if (field === 'title' || field === 'caseNumber') merged[field] = yours[field];
    else merged.checklist[field] = yours.checklist[field];
  }
  return merged;
}

function valueOf(version, field) {
  if (field === 'title' || field === 'caseNumber') return version[field] ?? '';
  return version.checklist[field] ?? { state: 'open', note: '' };
}

function same(a, b) {
  return typeof a === 'string' ? a === b : a.state === b.state && a.note === b.note;
}
