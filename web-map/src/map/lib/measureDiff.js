// Two people changed the same measure: which fields differ, and one version made of the choices.

/** Fields a person can change, in the order they stand in the form. `geometry` stands beside the properties. */
export const EDITABLE_FIELDS = [
  'code', 'title', 'owner', 'status', 'decidedOn', 'startedOn', 'dueOn', 'doneOn', 'causeWords', 'techniques', 'cost', 'funding', 'goal', 'gates', 'note',
  'spotId', 'hotspotId', 'geometry',
];

function valueOf(feature, field) {
  return field === 'geometry' ? feature.geometry : (feature.properties[field] ?? null);
}

/** Empty text, an empty list and absent mean the same to a person; what the service counted for a goal is not a change. */
function same(a, b) {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(value) {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const known = Object.entries(value).filter(([name, part]) => name !== 'detectable' && name !== 'computedOn' && plain(part) !== null);
  return Object.fromEntries(known.map(([name, part]) => [name, plain(part)]).sort(([one], [other]) => one.localeCompare(other)));
}

/**
 * The fields where two versions of a measure differ.
 * @param {object} current Feature as the server has it
 * @param {object} yours Feature as it was sent
 * @param {?object} base Feature both started from; tells who changed what
 * @returns {{field: string, current: *, yours: *, base: *, changedBy: 'both'|'them'|'you'}[]}
 */
export function differences(current, yours, base = null) {
  return EDITABLE_FIELDS.filter((field) => !same(valueOf(current, field), valueOf(yours, field))).map((field) => {
    const theirValue = valueOf(current, field);
    const ownValue = valueOf(yours, field);
    const baseValue = base ? valueOf(base, field) : null;
    return { field, current: theirValue, yours: ownValue, base: baseValue, changedBy: changer(base, baseValue, theirValue, ownValue) };
  });
}

function changer(base, baseValue, theirValue, ownValue) {
  if (!base) return 'both';
  if (same(baseValue, ownValue)) return 'them';
  return same(baseValue, theirValue) ? 'you' : 'both';
}

/**
 * One Feature made of two: the server's, with the chosen fields taken from the own version.
 * @param {object} current Feature as the server has it
 * @param {object} yours own Feature
 * @param {Record<string, 'current'|'yours'>} choices by field; a field without a choice stays as the server has it
 */
export function mergeVersions(current, yours, choices) {
  const merged = { ...current, properties: { ...current.properties } };
  for (const field of EDITABLE_FIELDS) {
    if (choices[field] !== 'yours') continue;
    if (field === 'geometry') merged.geometry = yours.geometry;
    else merged.properties[field] = yours.properties[field] ?? null;
  }
  if (choices.spotId === 'yours') merged.properties.spotName = yours.properties.spotName ?? null;
  if (choices.hotspotId === 'yours') merged.properties.hotspotName = yours.properties.hotspotName ?? null;
  return merged;
}
