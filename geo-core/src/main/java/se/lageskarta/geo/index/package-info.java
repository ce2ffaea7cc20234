/**
 * Finding points by place (punktindex): which rows lie in a box or within a distance, without looking at all of them.
 *
 * <p>Coordinates are metres in a projected system. A value room: it imports no algorithm; any room may enter.
 */
@NullMarked
package se.lageskarta.geo.index;

import org.jspecify.annotations.NullMarked;
