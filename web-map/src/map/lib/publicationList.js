/** The list of publications: in which groups they stand, and what each says about who did what and when. Pure. */

/** Groups in the order they are read: first what waits for somebody, last what is no longer public. */
export const STATES = ['waiting', 'draft', 'approved', 'withdrawn'];

/** [{ state, publications }] without empty groups; within a group the latest year first, then the latest made. */
export function grouped(publications) {
  return STATES.map((state) => ({ state, publications: publications.filter((each) => each.state === state).sort(latestFirst) })).filter((group) => group.publications.length > 0);
}

function latestFirst(a, b) {
  return b.year - a.year || b.id - a.id;
}

/** What has happened with a publication, the latest last: [{ what, who, when }] without what has not happened. */
export function happenings({ updatedBy, updatedAt, sent, approvedBy, approvedAt, withdrawn }) {
  return [
    { what: 'changed', who: updatedBy, when: approvedAt || sent ? null : updatedAt },
    { what: 'sent', who: sent?.by, when: sent?.at },
    { what: 'approved', who: approvedBy, when: approvedAt },
    { what: 'withdrawn', who: withdrawn?.by, when: withdrawn?.at },
  ].filter(({ when }) => when);
}

/** What has been done, the latest first; several changes by one person in a row are one, the latest of them. */
export function toldEvents(events) {
  const inOrder = [...events].sort((a, b) => b.version - a.version);
  return inOrder.filter((event, i) => {
    const later = inOrder[i - 1];
    return !(later && event.what === 'changed' && later.what === 'changed' && later.by === event.by);
  });
}
