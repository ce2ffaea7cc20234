/**
 * Hotspots (hotspots, ansamlingar) for the list, the map and those who want to know why.
 *
 * <p>The method is {@code se.lageskarta.geo.hotspot}; this room asks it about the evidence, keeps the answers for as
 * long as the data stay, names each place, and decides who may see how much: those who may not see single incidents
 * get no small counts either. Outlines leave this room as WGS 84 degrees; areas are square metres.
 */
@NullMarked
package se.lageskarta.service.hotspots;

import org.jspecify.annotations.NullMarked;
