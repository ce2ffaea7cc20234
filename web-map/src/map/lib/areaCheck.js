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
export function requestOf({ title, caseNumber, stage, buffer, area, alternative, compares }) {
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
  };
  return { request, faults };
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
