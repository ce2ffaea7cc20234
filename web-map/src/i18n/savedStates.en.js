/** Every saved state of something. */
export default Object.freeze({
  'saved.title': 'History of changes',
  'saved.none': 'Nothing has been saved yet.',
  'saved.failed': 'The history could not be fetched.',
  'saved.began': 'Begun',
  'saved.changed': 'Changed',
  'saved.same': 'Saved without a change',
  'saved.withdrawn': 'Withdrawn',
  'saved.restored': 'Brought back',
  'saved.approved': 'Approved',
  'saved.empty': '(empty)',
  'saved.yes': 'yes',
  'saved.no': 'no',
  'saved.order': 'Order of the sections',
});
