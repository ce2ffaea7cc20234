/**
 * Square cells on the ground (rutnät): where a raster lies, and how many incidents fall in each cell.
 *
 * <p>Metres in a projected system; row 0 is the southernmost, values belong to cell centres. A value room:
 * it imports no algorithm; any room may enter.
 */
@NullMarked
package se.lageskarta.geo.grid;

import org.jspecify.annotations.NullMarked;
