/** The one door to Leaflet: the webjar's ES module, named by the import map in index.html. */
export * from 'leaflet';
