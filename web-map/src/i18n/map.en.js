/** Words of the page's frame, the map, its layers, filters and legend in English. */
export default {
  'skip.toPanel': 'Skip to the list',
  'demo.badge': 'Invented data',
  'filter.title': 'Selection',
  'map.title': 'Map',
  'map.help': 'Move the map with the arrow keys and zoom with plus and minus. Everything on the map is also in the list.',
  'time.title': 'Timeline',
  'panel.label': 'Hotspots and measures',
};
