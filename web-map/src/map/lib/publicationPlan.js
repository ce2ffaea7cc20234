/** What the page of a publication works out of it: where the address points, its steps, and two versions made one. Pure. */

/** The steps of a publication in their order; each can be left and taken up again. */
export const STEPS = ['profile', 'contents', 'words', 'preview', 'report', 'release'];

/** What the address says after `item=`: nothing is the list. */
export function readItem(item) {
  if (item === 'new') return { making: true };
  const found = /^([1-9]\d{0,17})(?:\/([a-z]+))?$/.exec(item ?? '');
  if (!found || (found[2] && !STEPS.includes(found[2]))) return {};
  return found[2] ? { publication: Number(found[1]), step: found[2] } : { publication: Number(found[1]) };
}

export function stepItem(publication, step) {
  return `${publication}/${step}`;
}

/** Where somebody comes in who named no step: the report before an approval, the addresses of what is public. */
export function firstStep(state) {
  if (state === 'waiting') return 'report';
  return state === 'approved' || state === 'withdrawn' ? 'release' : 'profile';
}

/** The step before and the step after; null at the ends. */
export function neighbours(step) {
  const at = STEPS.indexOf(step);
  return { before: STEPS[at - 1] ?? null, after: STEPS[at + 1] ?? null };
}

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const isWords = (value) => value !== null && typeof value === 'object' && !Array.isArray(value) && 'sv' in value && 'en' in value;
const isNumbers = (value) => Array.isArray(value) && value.every((each) => typeof each === 'number');
const isChosen = (value) => Array.isArray(value) && value.every((each) => each && typeof each === 'object' && 'id' in each);

/**
 * One plan out of two that were changed from the same base. What only one has changed is taken from that one; words are
 * looked at language by language, and chosen things, such as measures and walks, one by one.
 *
 * @returns {{plan: object, conflicts: {path: (string|number)[], current: *, yours: *}[]}} the plan holds the other's version
 *     where both have changed
 */
export function mergePlans(base, current, yours) {
  const conflicts = [];
  const plan = { ...current };
  for (const field of Object.keys(yours)) plan[field] = mergeValue([field], base[field], current[field], yours[field], conflicts);
  return { plan, conflicts };
}

function mergeValue(path, base, current, yours, conflicts) {
  if (same(yours, base) || same(yours, current)) return current;
  if (same(current, base)) return yours;
  if (isWords(yours) && isWords(current)) {
    return { ...current, ...Object.fromEntries(['sv', 'en'].map((language) => [language, mergeValue([...path, language], base?.[language], current[language], yours[language], conflicts)])) };
  }
  if ([yours, current, base ?? []].every(isNumbers)) return [...current, ...yours.filter((id) => !current.includes(id) && !(base ?? []).includes(id))].filter((id) => yours.includes(id) || !(base ?? []).includes(id));
  if (isChosen(yours) && isChosen(current) && isChosen(base ?? [])) return mergeChosen(path, base ?? [], current, yours, conflicts);
  conflicts.push({ path, current, yours });
  return current;
}

/** Chosen things in the order of the other's version; those that only you chose come last, those that only you left out go. */
function mergeChosen(path, base, current, yours, conflicts) {
  const of = (list, id) => list.find((each) => each.id === id) ?? null;
  const ids = [...new Set([...current, ...yours].map(({ id }) => id))];
  return ids.map((id) => mergeValue([...path, id], of(base, id), of(current, id), of(yours, id), conflicts)).filter((each) => each !== null);
}

/** The plan with the value at the path replaced; a chosen thing that is null is left out. */
export function withValue(plan, [field, part], value) {
  if (part === undefined) return { ...plan, [field]: value };
  if (!Array.isArray(plan[field])) return { ...plan, [field]: { ...plan[field], [part]: value } };
  const rest = plan[field].filter(({ id }) => id !== part);
  if (value === null) return { ...plan, [field]: rest };
  const at = plan[field].findIndex(({ id }) => id === part);
  return { ...plan, [field]: at < 0 ? [...rest, value] : plan[field].map((each) => (each.id === part ? value : each)) };
}

/** The list with the thing taken in or left out; whatever else is written about it stays. */
export function withChosen(list, id, chosen, fresh) {
  if (!chosen) return list.filter((each) => each.id !== id);
  return list.some((each) => each.id === id) ? list : [...list, { id, ...fresh }];
}

/** The numbers with one taken in or left out. */
export function withNumber(list, id, chosen) {
  return chosen ? [...list.filter((each) => each !== id), id] : list.filter((each) => each !== id);
}

/** What is proposed as the part of the address that names a publication: `trygghet-2025`, with the part of the year. */
export function proposedSlug(year, part = 'year', taken = []) {
  const base = `trygghet-${year}${part === 'year' ? '' : `-${part}`}`;
  let slug = base;
  for (let i = 2; taken.includes(slug); i++) slug = `${base}-${i}`;
  return slug;
}

/** What a municipality puts on its own site. */
export function embedSnippet(origin, address, title) {
  const quoted = title.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
  return `<iframe src="${origin}${address}" title="${quoted}" width="100%" height="720" loading="lazy"></iframe>`;
}

/** The field that an error names, from the most exact on: `measures[0].id` is at measure 7, otherwise at `measures`. */
export function fieldPlaces(field, plan) {
  const text = String(field ?? '');
  const [, list, index] = /^(\w+)\[(\d+)\]/.exec(text) ?? [];
  const thing = list ? plan[list]?.[Number(index)] : null;
  return [text, ...(thing ? [`${list}-${thing.id ?? thing}`] : []), text.replace(/[.[].*$/, '')].filter(Boolean);
}
