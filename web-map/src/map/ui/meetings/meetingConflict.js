/** What two versions of a meeting are called, part by part. */
import { itemTitle } from '../../lib/meetingPlan.js';
import { TwoVersions } from '../twoVersions.js';

/** `current`: the entry as it is stored; `conflicts`: as mergePlans tells them. */
export function meetingConflict(app, current, conflicts) {
  const { t } = app;
  const { agenda } = current.state.plan;
  return new TwoVersions(app, { who: current.updatedBy, when: current.updatedAt }, conflicts, {
    title: t('meeting.conflict'),
    name: ([field, index, part]) => (index === undefined ? t(`meeting.field.${field}`) : `${index + 1}. ${itemTitle(agenda[index], t)}: ${t(`meeting.item.${part}`)}`),
    content: (value) => valueWords(value, t) || t('meeting.empty'),
  });
}

function valueWords(value, t) {
  if (!Array.isArray(value)) return String(value ?? '');
  return value.map((one) => (typeof one === 'string' ? one : one.organisation ? `${one.organisation} ${one.number ?? ''} ${t(`meeting.attendance.${one.state}`)}` : itemTitle(one, t))).join('\n');
}
