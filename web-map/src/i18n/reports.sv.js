/** Words of the inbox, of reports from the field and of the report page, in Swedish. */
export default {
  // the inbox
  'overview.inbox': 'Inkorg',
  'inbox.sections': 'Delar av inkorgen',
  'inbox.empty': 'Inget väntar på dig just nu.',
  'inbox.waiting': { one: 'Ett ärende väntar.', other: '{count} ärenden väntar.' },
  // where something is (the place picker of the phone pages)
  'picker.address': 'Adress, gata eller plats',
  'picker.addressHint': 'Koordinater går också bra.',
  'picker.found': 'Platser',
  'picker.searchOffline': 'Sökningen behöver kontakt med nätet. Det du skriver sparas ändå.',
  'picker.searchFailed': 'Sökningen gick inte. Försök igen.',
  'picker.locating': 'Hämtar din position …',
  'picker.locateDenied': 'Webbläsaren får inte använda din position. Tillåt det i telefonens inställningar, eller skriv adressen.',
  'picker.locateSlow': 'Det tog för lång tid att hitta din position. Försök igen utomhus, eller skriv adressen.',
  'picker.locateFailed': 'Din position gick inte att hämta. Skriv adressen, eller peka på kartan.',
  'picker.mapHelp': 'Flytta kartan så att krysset ligger på platsen. Med tangentbord: piltangenterna flyttar, plus och minus zoomar.',
  'picker.noMap': 'Kan du inte använda kartan? Skriv adressen.',
  'picker.mapAway': 'Kartan kan inte visas just nu. Din position eller adressen räcker.',
  'picker.here': 'Välj platsen under krysset',
  'picker.none': 'Ingen plats är vald.',
  'picker.chosen': 'Vald plats: {words}, på {metres} meter när.',
  'picker.unnamed': 'utan namn',
  'picker.wordsOnly': 'Vald plats: ”{words}”. Den är inte funnen på kartan än.',
  'picker.unsure': 'Positionen är osäker. Flytta kartan så att krysset ligger rätt.',
  'picker.zoomIn': 'Zooma in för att peka noggrannare.',

  'role.reporter': 'Rapportör',
  'accounts.sees.reporter': 'Rapporterar från fältet och ser svaren på sina egna rapporter. Ser inga andras uppgifter.',
  'keys.page.inbox': 'gå till inkorgen',
};
