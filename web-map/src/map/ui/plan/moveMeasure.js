/**
 * Moves a measure to another status from the version that is seen. When somebody else has saved it meanwhile both
 * versions are shown; when a rule does not allow the step, the service's words are handed on.
 */
import { moved } from '../../lib/actionPlan.js';
import { ConflictDialog } from '../conflictDialog.js';

/** The day as the reader's calendar has it. */
export function today() {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}

/**
 * @param {object} feature the measure as it is seen
 * @param {string} status where it is to go
 * @returns {Promise<?object>} the saved Feature, or null when the reader left the conflict as it is
 */
export async function moveMeasure(app, feature, status) {
  const wanted = { ...feature, properties: moved(feature.properties, status, today()) };
  try {
    return await put(app, wanted, feature.properties.version);
  } catch (error) {
    if (error.status !== 412 || !error.body.current) throw error;
    const { current } = error.body;
    const entries = await app.catalogue.entries().catch(() => []);
    const merged = await new ConflictDialog(app, current, wanted, feature, entries).open();
    return merged ? put(app, merged, current.properties.version) : null;
  }
}

async function put(app, feature, version) {
  const answer = await app.api.put(`/api/measures/${encodeURIComponent(feature.id)}`, feature, { ifMatch: `"v${version}"` });
  return answer.body;
}
