/**
 * Shapefiles (shapefil): shapes of the .shp and texts of the .dbf, read side by side as streams.
 *
 * <p>A shapefile is four or five files that must agree and often do not. Records are read in the order of the .shp;
 * the .shx, which only says where they begin, is not looked at, so that one that lies or is missing does no harm.
 * No count is believed before the bytes for it are known to be there. Source: ESRI Shapefile Technical Description
 * (July 1998); dBase III to 7 and FoxPro tables.
 */
@NullMarked
package se.lageskarta.geo.read.shp;

import org.jspecify.annotations.NullMarked;
