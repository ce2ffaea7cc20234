/** Pure: what code tables say, in words. */

/** A period such as `2023-01-01–2023-12-31`, `från 2024-01-01` or `till 2022-12-31`; '' when it is always. */
export function periodInWords({ from = null, to = null }, t) {
  if (from && to) return `${from}–${to}`;
  if (from) return t('codes.since', { day: from });
  return to ? t('codes.until', { day: to }) : '';
}

/**
 * What a word means, one line for each period.
 * @param {{code: string, from: ?string, to: ?string}[]} meanings
 * @param {(code: string) => string} typeName
 */
export function meaningsInWords(meanings, typeName, t) {
  if (meanings.length === 0) return [t('codes.nobody')];
  return meanings.map((meaning) => [typeName(meaning.code), periodInWords(meaning, t)].filter(Boolean).join(', '));
}

const FIELDS = ['class', 'nameSv', 'nameEn', 'colour', 'kind', 'like', 'retired'];

/** What of a type is described otherwise: `[{ field, before, after }]`; all of it when it is new. */
export function typeDifferences(before, after) {
  return FIELDS.filter((field) => !before || before[field] !== after[field])
    .filter((field) => before || (after[field] !== false && after[field] !== ''))
    .map((field) => ({ field, before: before ? before[field] : null, after: after[field] }));
}

/** How many of each: `{ new, changed, removed }`. */
export function countChanges(changes) {
  const counts = { new: 0, changed: 0, removed: 0 };
  for (const { change } of changes) counts[change] += 1;
  return counts;
}
