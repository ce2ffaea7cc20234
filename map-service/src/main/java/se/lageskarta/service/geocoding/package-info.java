/**
 * Places that a person must settle (platser att reda ut): rows of files whose words fit no place well enough, or several
 * equally well, and what is decided about them.
 *
 * <p>A row that is settled becomes an incident of the import it came with; its words are remembered, so that the next
 * file's same words are sure. Positions are WGS 84 degrees, longitude first; times are wall-clock time at the place.
 */
@NullMarked
package se.lageskarta.service.geocoding;

import org.jspecify.annotations.NullMarked;
