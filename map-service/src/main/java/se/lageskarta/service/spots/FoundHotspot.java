package se.lageskarta.service.spots;

import org.locationtech.jts.geom.Geometry;

/**
 * A hotspot that a month's analysis has found, to be recognised.
 *
 * @param outline WGS 84 degrees, longitude first
 * @param count incidents, or people for unsafe places
 * @param trend what the comparison with earlier years says: a code of {@link se.lageskarta.geo.stats.PoissonComparison.Status};
 *     {@code no-history} when none was made
 */
public record FoundHotspot(Geometry outline, int count, String trend) {}
