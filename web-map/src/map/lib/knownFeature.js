/** A Feature that a list has already fetched. */

/**
 * @param {{value: {body: ?object}}} resource whose answer is a FeatureCollection
 * @param {string|number} id numbers and their text are the same: an address holds text only
 * @returns {?object} null when nothing is fetched yet or the id is not in it
 */
export function knownFeature(resource, id) {
  return resource.value.body?.features.find((feature) => String(feature.id) === String(id)) ?? null;
}
