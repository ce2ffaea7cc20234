/** Words of the inbox, of reports from the field and of the report page, in English. */
export default {
  // the inbox
  'overview.inbox': 'Inbox',
  'inbox.sections': 'Parts of the inbox',
  'inbox.empty': 'Nothing waits for you right now.',
  'inbox.waiting': { one: 'One item waits.', other: '{count} items wait.' },
  'keys.page.inbox': 'go to the inbox',
};
