package se.lageskarta.service.basemap;

import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.service.storage.Bounds;

/**
 * A place with a name.
 *
 * @param name as the source writes it
 * @param kind what it is
 * @param at a point on it, for a line or area not its mean but somewhere it really is
 * @param bounds what it covers
 */
public record NamedPlace(String name, PlaceKind kind, LonLat at, Bounds bounds) {}
