/**
 * Map tiles (kartrutor): what a map shows, cut into squares of Web Mercator and written as MVT 2.1 or PNG.
 *
 * <p>A door: it knows the algorithms, none of them knows it. Input is longitude and latitude in degrees; y
 * counts from the north as all web maps do (XYZ). The writers are ours, byte by byte, because a map asks for
 * hundreds of tiles a minute.
 */
@NullMarked
package se.lageskarta.geo.tile;

import org.jspecify.annotations.NullMarked;
