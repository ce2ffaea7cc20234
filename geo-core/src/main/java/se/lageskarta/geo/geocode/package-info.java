/**
 * Finding places by their names (adressättning, geokodning): from what somebody wrote – a street, an address, a
 * crossing, a place name, a property designation – to where it is, with how sure that is.
 *
 * <p>Works on names and shapes that are handed in, never over a network. Places are longitude and latitude in degrees.
 */
@NullMarked
package se.lageskarta.geo.geocode;

import org.jspecify.annotations.NullMarked;
