package se.lageskarta.geo.geocode;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.geocode.KnownPlace.Kind;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * Where on a place.
 *
 * @param suffix of its name
 * @param at longitude and latitude; null for the place as a whole
 * @param shape what it lies somewhere in, longitude and latitude; null when it is a point, or the place as a whole
 * @param factor how much likelier or less likely it makes that the place is meant
 */
record Spot(
        String suffix, @Nullable Coordinate at, @Nullable Geometry shape, PlacePrecision precision, double factor) {
    /** Blocks are called after animals and trees: their names are ordinary words. */
    private static final double BLOCK_WITHOUT_NUMBER = 0.05;
    /** A property no wider than this is a point. */
    private static final double POINT_METRES = 60;

    /** The place as a whole. */
    static Spot whole(double factor) {
        return new Spot("", null, null, PlacePrecision.ADDRESS, factor);
    }

    static Spot point(String suffix, Coordinate at, double factor) {
        return new Spot(suffix, at, null, PlacePrecision.ADDRESS, factor);
    }

    /** @param stretch a part of a street, longitude and latitude */
    static Spot stretch(String suffix, Geometry stretch, double factor) {
        return new Spot(suffix, KnownPlace.middleOf(stretch), stretch, PlacePrecision.STREET, factor);
    }

    /** Where on a place what is read says. */
    static Spot of(KnownPlace place, Reading reading) {
        HouseNumber number = reading.number();
        if (place.kind == Kind.BLOCK) {
            return property(place, reading.unit());
        }
        if (number == null) {
            return whole(reading.unit() == null ? 1 : 0.01);
        }
        if (place.kind != Kind.STREET) {
            return whole(0.02);
        }
        if (place.numbers().isEmpty()) {
            return whole(0.3);
        }
        StreetNumbers.Found found = place.numbers().find(number);
        if (found.at() == null) {
            return whole(0.05);
        }
        return point(" " + number, found.at(), likelihood(found.match()));
    }

    /** How likely it is that a street is meant, when its numbers are as they are. */
    static double likelihood(StreetNumbers.Match match) {
        return switch (match) {
            case EXACT -> 1;
            case OTHER_LETTER -> 0.8;
            case BETWEEN -> 0.2;
            case MISSING -> 0.05;
        };
    }

    private static Spot property(KnownPlace block, @Nullable String unit) {
        if (unit == null) {
            return whole(BLOCK_WITHOUT_NUMBER);
        }
        Geometry property = block.unit(unit);
        if (property == null) {
            return whole(0.005);
        }
        Coordinate middle = property.getInteriorPoint().getCoordinate();
        boolean small = Plane.diagonalMetres(property.getEnvelopeInternal()) <= POINT_METRES;
        return new Spot(
                " " + unit, middle, small ? null : property, small ? PlacePrecision.ADDRESS : PlacePrecision.AREA, 1);
    }
}
