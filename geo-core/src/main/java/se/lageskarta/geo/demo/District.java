package se.lageskarta.geo.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * A part of the town.
 *
 * @param name Swedish
 * @param kind {@code centre}, {@code villas}, {@code rows}, {@code slabs}, {@code works} or {@code shops}
 * @param theme what its streets are called after
 * @param area metres from the town square
 * @param angle main direction of its streets, radians from east
 * @param alongMetres distance between side streets
 * @param acrossMetres distance between neighbouring streets
 * @param bendMetres how far its streets wander from straight lines
 */
record District(
        String name,
        String kind,
        StreetNames.Theme theme,
        Polygon area,
        double angle,
        double alongMetres,
        double acrossMetres,
        double bendMetres) {}
