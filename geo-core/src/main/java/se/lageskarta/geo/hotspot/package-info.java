/**
 * Hotspots (hotspots, ansamlingar): places where recorded crime, or places felt to be unsafe, pile up; ranked and explained.
 *
 * <p>The two streams are never added to one another: each has its own hotspots, and a hotspot says when the
 * other stream has one at the same place. Metres in the incidents' working system; the doors turn outlines
 * into longitude and latitude. Parameters are automatic unless given, and always part of the result.
 */
@NullMarked
package se.lageskarta.geo.hotspot;

import org.jspecify.annotations.NullMarked;
