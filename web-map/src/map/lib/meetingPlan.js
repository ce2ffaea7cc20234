/** What a meeting's page works out of a meeting: where the address points, its steps, and two versions made one. Pure. */
import { encodeHash } from './hash.js';

/** Kinds of agenda items, in the order they are offered. */
export const ITEM_KINDS = ['text', 'spot', 'decisions', 'picture', 'measures', 'follow-ups', 'areas', 'year'];
export const MEETING_KINDS = ['est', 'sspf', 'steering', 'other'];

/** Fields of a plan in the order they stand on the page. */
export const PLAN_FIELDS = ['title', 'kind', 'heldOn', 'startsAt', 'place', 'chair', 'pictureId', 'state', 'nextOn', 'agenda', 'attendance', 'secrecy', 'feedback', 'newOrganisations'];

/** `12/present/3` → { meeting: 12, step: 3 }; `new` → { making: true }; nothing that can be read → {}. */
export function readItem(item) {
  if (item === 'new') return { making: true };
  const found = /^([1-9]\d{0,17})(?:\/present\/([1-9]\d{0,2}))?$/.exec(item ?? '');
  if (!found) return {};
  return found[2] ? { meeting: Number(found[1]), step: Number(found[2]) } : { meeting: Number(found[1]) };
}

export function presentItem(meeting, step) {
  return `${meeting}/present/${step}`;
}

/** The step that a key leads to; null when the key means nothing here. Steps are 1 to `last`. */
export function stepAfterKey(key, step, last) {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(step + 1, last);
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(step - 1, 1);
    case 'Home':
      return 1;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** The list with one moved from one place to another. */
export function moved(list, from, to) {
  const next = [...list];
  const [one] = next.splice(from, 1);
  next.splice(Math.max(0, Math.min(to, next.length)), 0, one);
  return next;
}

/** Minutes of all items together; those without a number count nothing. */
export function minutesOf(agenda) {
  return agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

/** The title of an item: its own, or what its kind is called. */
export function itemTitle(item, t) {
  return item.title || t(`meeting.kind.${item.kind}`);
}

/** The meeting that is prepared next: the earliest planned one from today on, otherwise the latest planned one. */
export function nextMeeting(meetings, today) {
  const planned = meetings.filter(({ state }) => state === 'planned').sort((a, b) => a.heldOn.localeCompare(b.heldOn));
  return planned.find(({ heldOn }) => heldOn >= today) ?? planned.at(-1) ?? null;
}

/** Those to come first, the nearest first; then those that have been, the latest first. */
export function inOrder(meetings, today) {
  const coming = meetings.filter(({ heldOn, state }) => heldOn >= today && state === 'planned').sort((a, b) => a.heldOn.localeCompare(b.heldOn));
  return [...coming, ...meetings.filter((meeting) => !coming.includes(meeting))];
}

/** The month before a day: the one whose picture a meeting looks at. */
export function monthBefore(day) {
  const date = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2, 15));
  return date.toISOString().slice(0, 7);
}

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * One plan out of two that were changed from the same base. What only one has changed is taken from that one; agenda items
 * are looked at one by one while both have as many.
 *
 * @returns {{plan: object, conflicts: {path: (string|number)[], current: *, yours: *}[]}} the plan holds the other's version
 *     where both have changed
 */
export function mergePlans(base, current, yours) {
  const conflicts = [];
  const plan = { ...current };
  for (const field of PLAN_FIELDS) {
    if (same(yours[field], base[field]) || same(yours[field], current[field])) continue;
    if (same(current[field], base[field])) plan[field] = yours[field];
    else if (field === 'agenda' && yours.agenda.length === current.agenda.length && base.agenda.length === current.agenda.length) {
      plan.agenda = current.agenda.map((item, i) => mergeItem(base.agenda[i], item, yours.agenda[i], i, conflicts));
    } else conflicts.push({ path: [field], current: current[field], yours: yours[field] });
  }
  return { plan, conflicts };
}

function mergeItem(base, current, yours, index, conflicts) {
  const item = { ...current };
  for (const field of Object.keys(yours)) {
    if (same(yours[field], base[field]) || same(yours[field], current[field])) continue;
    if (same(current[field], base[field])) item[field] = yours[field];
    else conflicts.push({ path: ['agenda', index, field], current: current[field], yours: yours[field] });
  }
  return item;
}

/** The plan with the value at the path replaced. */
export function withValue(plan, [field, index, part], value) {
  if (index === undefined) return { ...plan, [field]: value };
  return { ...plan, [field]: plan[field].map((item, i) => (i === index ? { ...item, [part]: value } : item)) };
}

/** An empty plan for a day. */
export function newPlan(heldOn, title, kind = 'est') {
  return { title, kind, heldOn, startsAt: '', place: '', chair: '', pictureId: null, agenda: [], attendance: [], state: 'planned', nextOn: null, secrecy: '', feedback: '', newOrganisations: [] };
}

/** The address of what the map shows, without its `#`, as an agenda item keeps it: no page over it, no language. */
export function viewAddress(state) {
  return encodeHash({ ...state, page: null, item: null, lang: null }).slice(1);
}

/**
 * What a step shows: a saved view of the map, a spot on it, another page, or a sheet of its own.
 *
 * @param {object} item of the agenda
 * @param {?number} picture the picture of the meeting
 * @param {(hash: string) => object} decode reads an address
 * @returns {{kind: 'map'|'spot'|'page'|'sheet', state?: object, page?: string, item?: string, spot?: number}}
 */
export function stepTarget(item, picture, decode) {
  if (item.view) {
    const state = decode(item.view);
    return state.page && state.page !== 'meeting' ? { kind: 'page', page: state.page, item: state.item } : { kind: 'map', state };
  }
  if (item.kind === 'spot' && item.spotId) return { kind: 'spot', spot: item.spotId };
  if (['picture', 'areas', 'year'].includes(item.kind) && picture) return { kind: 'page', page: 'picture', item: String(picture) };
  return { kind: 'sheet' };
}
