/**
 * The background map (bakgrundskarta) made of the municipality's own layers, and finding places in it.
 *
 * <p>{@link se.lageskarta.service.basemap.PlaceNames} says what a place is called and where a name is, from the
 * imported addresses, streets and place names alone: no other service is asked. Coordinates are WGS 84 degrees,
 * longitude first; distances are metres on the ground.
 */
@NullMarked
package se.lageskarta.service.basemap;

import org.jspecify.annotations.NullMarked;
