/**
 * Map layers (kartlager): what can be shown on the map, written once and served as vector tiles, pictures and GeoJSON.
 *
 * <p>A room that has something to show adds one bean of {@link se.lageskarta.service.layers.MapLayer}; the rooms that
 * serve (tiles, downloads, later OGC) know only this room. Coordinates are WGS 84 degrees, tiles are Web Mercator with
 * y counted from the north. This room knows no feature of the service.
 */
@NullMarked
package se.lageskarta.service.layers;

import org.jspecify.annotations.NullMarked;
