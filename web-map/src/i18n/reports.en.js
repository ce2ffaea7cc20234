/** Words of the inbox, of reports from the field and of the report page, in English. */
export default {
  // the inbox
  'overview.inbox': 'Inbox',
  'inbox.sections': 'Parts of the inbox',
  'inbox.empty': 'Nothing waits for you right now.',
  'inbox.waiting': { one: 'One item waits.', other: '{count} items wait.' },
  // where something is (the place picker of the phone pages)
  'picker.address': 'Address, street or place',
  'picker.addressHint': 'Coordinates work too.',
  'picker.found': 'Places',
  'picker.searchOffline': 'The search needs contact with the network. What you write is kept all the same.',
  'picker.searchFailed': 'The search did not work. Try again.',
  'picker.locating': 'Finding your location …',
  'picker.locateDenied': 'The browser may not use your location. Allow it in the phone’s settings, or write the address.',
  'picker.locateSlow': 'It took too long to find your location. Try again outdoors, or write the address.',
  'picker.locateFailed': 'Your location could not be found. Write the address, or point on the map.',
  'picker.mapHelp': 'Move the map so that the cross lies on the place. With a keyboard: the arrow keys move, plus and minus zoom.',
  'picker.noMap': 'Can’t use the map? Write the address.',
  'picker.mapAway': 'The map cannot be shown right now. Your location or the address is enough.',
  'picker.here': 'Choose the place under the cross',
  'picker.none': 'No place is chosen.',
  'picker.chosen': 'Chosen place: {words}, to within {metres} metres.',
  'picker.unnamed': 'no name',
  'picker.wordsOnly': 'Chosen place: “{words}”. It is not found on the map yet.',
  'picker.unsure': 'The location is unsure. Move the map so that the cross lies right.',
  'picker.zoomIn': 'Zoom in to point more exactly.',

  'role.reporter': 'Reporter',
  'accounts.sees.reporter': 'Reports from the field and sees the answers to own reports. Sees nobody else’s data.',
  'keys.page.inbox': 'go to the inbox',
};
