/**
 * GeoJSON (RFC 7946): features written as they come, and geometries read from people who may wish us ill.
 *
 * <p>Coordinates are always longitude and latitude in degrees (WGS 84). A door of geo-core: it knows values and
 * JTS geometries, and no algorithm knows it.
 */
@NullMarked
package se.lageskarta.geo.geojson;

import org.jspecify.annotations.NullMarked;
