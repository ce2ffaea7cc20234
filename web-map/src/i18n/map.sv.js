/** Words of the page's frame, the map, its layers, filters and legend in Swedish. */
export default {
  'skip.toPanel': 'Hoppa till listan',
  'demo.badge': 'Påhittade uppgifter',
  'filter.title': 'Urval',
  'map.title': 'Karta',
  'map.help': 'Flytta kartan med piltangenterna och zooma med plus och minus. Allt på kartan finns också i listan.',
  'time.title': 'Tidslinje',
  'panel.label': 'Hotspots och åtgärder',
};
