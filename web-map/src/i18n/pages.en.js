/** Words of the pages beside the map and of the links to them, in English. */
export default Object.freeze({
  'page.nav': 'Pages',
  'page.menu': 'Menu',
  'page.map': 'Map',
  'page.failed': 'The page could not be opened.',
  'page.reload': 'Load the page again',
});
