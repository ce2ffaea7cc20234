/**
 * Incidents (händelser, anmälda brott): one thing that happened at a place and a time, and whole sets of them as columns.
 *
 * <p>Coordinates are metres east and north in a projected system; times are wall-clock minutes where the
 * incident happened. Values only: no algorithm lives here, and none is imported.
 */
@NullMarked
package se.lageskarta.geo.incident;

import org.jspecify.annotations.NullMarked;
