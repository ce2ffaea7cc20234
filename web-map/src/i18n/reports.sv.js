/** Words of the inbox, of reports from the field and of the report page, in Swedish. */
export default {
  // the inbox
  'overview.inbox': 'Inkorg',
  'inbox.sections': 'Delar av inkorgen',
  'inbox.empty': 'Inget väntar på dig just nu.',
  'inbox.waiting': { one: 'Ett ärende väntar.', other: '{count} ärenden väntar.' },
  'keys.page.inbox': 'gå till inkorgen',
};
