/**
 * GeoPackages (GeoPackage): layers in an SQLite database of a stranger's.
 *
 * <p>The file is itself a program of sorts: its views, triggers, generated columns and virtual tables would run when
 * looked at. So it is opened read-only and immutable, nothing but plain tables that the package's own register names
 * is read, with every name in quotation marks and the work counted; and shapes are parsed here, where no count is
 * believed before its bytes are there. The only room of the core that knows {@code java.sql}. Source: OGC 12-128r18,
 * OGC 06-103r4 (WKB), PostGIS's EWKB.
 */
@NullMarked
package se.lageskarta.geo.read.gpkg;

import org.jspecify.annotations.NullMarked;
