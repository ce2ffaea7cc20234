/** Words for days that are left, and for days that have gone by. */

const DAYS_OF_A_MONTH = 30.44;
/** From here on months are easier to grasp than days. */
const MONTHS_FROM_DAYS = 60;

/**
 * @param {{state: string, daysLeft: ?number}} deadline
 * @param {(key: string, values?: object) => string} t
 */
export function dueWords({ state, daysLeft }, t) {
  if (state === 'never' || daysLeft === null || daysLeft === undefined) return t('documents.never');
  if (daysLeft === 0) return t('documents.today');
  const days = Math.abs(daysLeft);
  const long = days >= MONTHS_FROM_DAYS;
  const count = long ? Math.round(days / DAYS_OF_A_MONTH) : days;
  const unit = long ? 'months' : days === 1 ? 'day' : 'days';
  return t(`documents.${daysLeft < 0 ? 'late' : 'left'}.${unit}`, { count });
}

/** The fields of two plans that differ, as [name, theirs, yours]; sections by their id. */
export function changedWords(theirs, yours) {
  const changed = [];
  for (const name of ['title', 'subtitle', 'footer', 'number', 'organ', 'decidedOn', 'population', 'from', 'to', 'pictureId']) {
    if ((theirs[name] ?? '') !== (yours[name] ?? '')) changed.push([name, theirs[name] ?? '', yours[name] ?? '']);
  }
  for (const section of yours.sections ?? []) {
    const other = theirs.sections?.find(({ id }) => id === section.id);
    for (const part of ['heading', 'text']) {
      if (other && other[part] !== section[part]) changed.push([`${section.id}.${part}`, other[part], section[part]]);
    }
    if (other && other.shown !== section.shown) changed.push([`${section.id}.shown`, other.shown, section.shown]);
  }
  const order = (plan) => (plan.sections ?? []).map(({ id }) => id).join(', ');
  if (order(theirs) !== order(yours)) changed.push(['order', order(theirs), order(yours)]);
  return changed;
}

/** The sections with one of them moved a step up (-1) or down (1); the same when it cannot. */
export function movedSection(sections, id, step) {
  const at = sections.findIndex((section) => section.id === id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= sections.length) return sections;
  const moved = [...sections];
  [moved[at], moved[to]] = [moved[to], moved[at]];
  return moved;
}
