/**
 * Recorded incidents (händelser) as points, squares and a heat surface, for those who may see single ones.
 *
 * <p>Incidents whose place is only known to an area or a municipality are listed and counted, but never drawn: a label
 * point is not a place where something happened. Coordinates leave this room as WGS 84 degrees, but for the surface,
 * which is metres in the data's own working system.
 */
@NullMarked
package se.lageskarta.service.incidents;

import org.jspecify.annotations.NullMarked;
