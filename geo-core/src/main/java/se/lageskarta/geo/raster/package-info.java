/**
 * Surfaces as raster files that other programs read (GeoTIFF). A door of geo-core: grids go out, nothing comes in.
 *
 * <p>GeoTools is known here and in {@code crs}, nowhere else.
 */
@NullMarked
package se.lageskarta.geo.raster;

import org.jspecify.annotations.NullMarked;
