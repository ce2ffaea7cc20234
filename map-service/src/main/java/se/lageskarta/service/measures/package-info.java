/**
 * Measures (åtgärder) against crime and unsafety: what the EST group marks on the map, who owns it and how far it has come.
 *
 * <p>A {@link se.lageskarta.service.measures.Measure} carries its own rules: which shapes its kind may have, which
 * status may follow which, and that nobody overwrites what they have not seen (version, ETag). Every saved state is
 * kept in the history. Geometries are WGS 84 degrees, longitude first; lengths are metres. Other rooms may read
 * {@link se.lageskarta.service.measures.Measures}; only this room writes.
 */
@NullMarked
package se.lageskarta.service.measures;

import org.jspecify.annotations.NullMarked;
