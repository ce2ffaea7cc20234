/** Words of the pages beside the map and of the links to them, in Swedish. */
export default Object.freeze({
  'page.nav': 'Sidor',
  'page.menu': 'Meny',
  'page.map': 'Karta',
  'page.failed': 'Sidan kunde inte öppnas.',
  'page.reload': 'Läs in sidan på nytt',
});
