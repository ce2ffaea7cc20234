/**
 * Coordinate systems (koordinatsystem): which one, how to get to and from longitude and latitude, and which axis comes first.
 *
 * <p>Always east before north and longitude before latitude, whatever the register says. GeoTools is known
 * here and in {@code raster}, nowhere else.
 */
@NullMarked
package se.lageskarta.geo.crs;

import org.jspecify.annotations.NullMarked;
