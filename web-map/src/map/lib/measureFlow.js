// The order in which a measure moves, the same as the server keeps: one step forward or back, or straight to
// "closed" while nothing has been carried out (the measure was dropped).

/** Statuses in order, as they stand in `properties.status`. */
export const MEASURE_STATUSES = ['proposed', 'decided', 'in-progress', 'done', 'followed-up', 'closed'];

/** Statuses after which a measure can no longer be late. */
const SETTLED = new Set(['done', 'followed-up', 'closed']);

/**
 * The statuses a measure may take next, its present one included.
 * @param {?string} from present status; null for a measure that is not saved yet, which may begin anywhere but closed
 * @param {boolean} [carriedOut] whether it has been carried out; decides where a closed measure may go back to
 * @returns {string[]} in the order of the flow
 */
export function allowedStatuses(from, carriedOut = false) {
  if (from === null || from === undefined) return MEASURE_STATUSES.filter((status) => status !== 'closed');
  const at = MEASURE_STATUSES.indexOf(from);
  if (at < 0) throw new RangeError(`status "${from}" is none of ${MEASURE_STATUSES.join(', ')}`);
  if (from === 'closed') return carriedOut ? ['followed-up', 'closed'] : ['proposed', 'decided', 'closed'];
  return MEASURE_STATUSES.filter((status, i) => Math.abs(i - at) <= 1 || (status === 'closed' && at <= 1));
}

/** True when the flow lets a measure go from one status to another in one step. */
export function mayMove(from, to, carriedOut = false) {
  return allowedStatuses(from, carriedOut).includes(to);
}

/** True from the step where a measure has a day on which it was carried out. */
export function hasDoneDay(status) {
  return status === 'done' || status === 'followed-up';
}

/**
 * True when the due date has passed and the measure is neither done nor closed.
 * @param {{status: string, dueOn: ?string}} properties
 * @param {string} today ISO date
 */
export function isOverdue({ status, dueOn }, today) {
  return Boolean(dueOn) && dueOn < today && !SETTLED.has(status);
}

/** True while the measure still asks something of somebody. */
export function isOpen(status) {
  return !SETTLED.has(status);
}
