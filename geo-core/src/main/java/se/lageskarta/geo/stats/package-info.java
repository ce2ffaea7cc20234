/**
 * Numbers about time and change (statistik): months, weekday and hour, darkness, and whether a count differs
 * from earlier years; and about cells or places beside each other: which are hotter than chance, whether values
 * cluster, and how hotspots come and go.
 *
 * <p>Times are wall-clock minutes at the place. Each class states its rule, its source and when there is too
 * little to say anything. Knows values only.
 */
@NullMarked
package se.lageskarta.geo.stats;

import org.jspecify.annotations.NullMarked;
