/**
 * Spots (platser): what a hotspot is called from month to month. A hotspot is found anew in each analysis; a spot is the
 * place that people remember, give a name, investigate and do something about. Hotspots are recognised by how much they
 * overlap with where the spot was before.
 *
 * <p>Outlines are WGS 84 degrees, longitude first; overlaps are counted in metres.
 */
@NullMarked
package se.lageskarta.service.spots;

import org.jspecify.annotations.NullMarked;
