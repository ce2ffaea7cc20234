/**
 * Points that lie close together (kluster): density-based clusters and the outline drawn around one.
 *
 * <p>Coordinates are metres in a projected system, never degrees. Doors: {@link se.lageskarta.geo.cluster.Dbscan},
 * {@link se.lageskarta.geo.cluster.StDbscan}, {@link se.lageskarta.geo.cluster.Hdbscan},
 * {@link se.lageskarta.geo.cluster.Optics}, {@link se.lageskarta.geo.cluster.Clusters},
 * {@link se.lageskarta.geo.cluster.Outline}; the rest is theirs. Knows grids and indexes, no incident.
 *
 * <p>Words: a <em>place</em> is one distinct coordinate with the weight of all rows there; a <em>strip</em>
 * is a row of cells; a <em>core</em> point has enough weight within eps; a <em>border</em> point is not core
 * but within eps of one; the rest is <em>noise</em>.
 */
@NullMarked
package se.lageskarta.geo.cluster;

import org.jspecify.annotations.NullMarked;
