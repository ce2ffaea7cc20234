package se.lageskarta.geo.demo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * A street or road.
 *
 * @param name Swedish, empty for nameless tracks
 * @param kind {@code primary}, {@code secondary}, {@code residential}, {@code industrial}, {@code tertiary} (in the country) or {@code track}
 * @param district where it lies, empty outside the districts
 * @param line its middle, metres from the town square
 */
record Street(String name, String kind, String district, LineString line) {
    double halfWidthMetres() {
        return switch (kind) {
            case "primary" -> 6;
            case "secondary", "industrial" -> 5;
            case "track" -> 2;
            default -> 3.5;
        };
    }

    /** The street with its pavements: nothing is built on it. */
    Geometry corridor() {
        return line.buffer(halfWidthMetres() + 2.5, 4);
    }
}
