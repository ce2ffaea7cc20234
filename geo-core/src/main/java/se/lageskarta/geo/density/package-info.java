/**
 * Density surfaces (värmekarta, täthet): incidents per square kilometre, computed exactly, with stated units.
 *
 * <p>Metres in a projected system; values belong to cell centres. A surface's integral is the number of
 * incidents (with the right edge correction also inside a boundary), so maps of different bandwidths, cells
 * and periods can be compared. Knows grids and indexes, no incident and no tile.
 */
@NullMarked
package se.lageskarta.geo.density;

import org.jspecify.annotations.NullMarked;
