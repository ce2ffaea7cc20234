package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lageskarta.geo.incident.PlacePrecision;

/**
 * A street with its house numbers, a place, or an area, with everything of that name that lies together. Filled by
 * {@link PlaceRegister} and unchanging thereafter.
 */
final class KnownPlace {
    /** What a name stands for. */
    enum Kind {
        STREET,
        POINT,
        /** A point that stands for something larger whose outline is not known: a village, a lake. */
        LABEL,
        AREA,
        /** A block of properties, whose numbers are those of the properties. */
        BLOCK
    }

    private static final double ONE_SPOT_METRES = 60;

    final String name;
    final Kind kind;
    /** Indexes of the localities that it is in; written in {@link PlaceRegister#build}. */
    int[] localities = {};

    private final Set<String> toldLocalities = new HashSet<>();
    private final List<Geometry> parts = new ArrayList<>();
    private final List<StreetNumbers.Door> doors = new ArrayList<>();
    private final Map<String, Geometry> units = new HashMap<>();
    private final Envelope reach = new Envelope();
    private StreetNumbers numbers = StreetNumbers.NONE;
    private @Nullable Geometry shape;

    KnownPlace(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    void add(Geometry part) {
        parts.add(part);
        reach.expandToInclude(part.getEnvelopeInternal());
    }

    void add(StreetNumbers.Door door) {
        doors.add(door);
        reach.expandToInclude(door.at());
    }

    /** A property of the block. */
    void add(String unit, Geometry property) {
        units.putIfAbsent(unit, property);
        add(property);
    }

    @Nullable
    Geometry unit(String unit) {
        return units.get(unit);
    }

    void addLocality(String locality) {
        if (!locality.isBlank()) {
            toldLocalities.add(locality);
        }
    }

    void addAll(KnownPlace other) {
        parts.addAll(other.parts);
        doors.addAll(other.doors);
        units.putAll(other.units);
        toldLocalities.addAll(other.toldLocalities);
        reach.expandToInclude(other.reach);
    }

    /** All that will be added has been. */
    void finish() {
        numbers = new StreetNumbers(doors);
        shape = made();
        doors.clear();
    }

    Set<String> toldLocalities() {
        return toldLocalities;
    }

    Envelope reach() {
        return reach;
    }

    StreetNumbers numbers() {
        return numbers;
    }

    /** The lines of a street; what else it consists of. */
    List<Geometry> parts() {
        return parts;
    }

    /** The street or area; null when it is a point, or when a street has one door and no line. */
    @Nullable
    Geometry shape() {
        return shape;
    }

    PlacePrecision precision() {
        return switch (kind) {
            case STREET -> PlacePrecision.STREET;
            case POINT -> PlacePrecision.ADDRESS;
            case LABEL -> PlacePrecision.AREA;
            case AREA, BLOCK -> shape == null ? PlacePrecision.ADDRESS : PlacePrecision.AREA;
        };
    }

    /** A point that lies on it. */
    Coordinate middle() {
        Geometry whole = shape;
        if (whole == null) {
            Geometry first = parts.isEmpty() ? null : parts.get(0);
            return first == null ? numbers.doors()[0] : first.getInteriorPoint().getCoordinate();
        }
        return middleOf(whole);
    }

    /** A point on a shape: halfway along the longest of lines. */
    static Coordinate middleOf(Geometry whole) {
        if (whole.getDimension() != 1) {
            return whole.getInteriorPoint().getCoordinate();
        }
        Geometry longest = whole;
        for (int i = 0; i < whole.getNumGeometries(); i++) {
            Geometry line = whole.getGeometryN(i);
            longest = longest == whole || line.getLength() > longest.getLength() ? line : longest;
        }
        return longest instanceof LineString line
                ? new LengthIndexedLine(line).extractPoint(line.getLength() / 2)
                : longest.getInteriorPoint().getCoordinate();
    }

    private @Nullable Geometry made() {
        if (kind == Kind.POINT || kind == Kind.LABEL) {
            return null;
        }
        List<Geometry> drawn = new ArrayList<>();
        for (Geometry part : parts) {
            if (kind != Kind.STREET || part.getDimension() == 1) {
                for (int i = 0; i < part.getNumGeometries(); i++) {
                    drawn.add(part.getGeometryN(i));
                }
            }
        }
        if (kind == Kind.STREET && drawn.isEmpty()) {
            return alongDoors();
        }
        if (drawn.isEmpty() || (kind != Kind.STREET && isOneSpot())) {
            return null;
        }
        return drawn.size() == 1 ? drawn.get(0) : drawn.get(0).getFactory().buildGeometry(drawn);
    }

    private boolean isOneSpot() {
        return parts.stream().allMatch(Point.class::isInstance) || Plane.diagonalMetres(reach) <= ONE_SPOT_METRES;
    }

    /** Where no line of the street is known: from door to door in the direction in which the doors spread. */
    private @Nullable Geometry alongDoors() {
        Coordinate[] places = Arrays.stream(numbers.doors()).distinct().toArray(Coordinate[]::new);
        if (places.length < 2) {
            return null;
        }
        double x = 0;
        double y = 0;
        for (Coordinate c : places) {
            x += c.x / places.length;
            y += c.y / places.length;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double shrink = Plane.shrink(y);
        for (Coordinate c : places) {
            double dx = (c.x - x) * shrink;
            double dy = c.y - y;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        double east = Math.cos(angle) * shrink;
        double north = Math.sin(angle);
        Arrays.sort(places, Comparator.comparingDouble(c -> c.x * east + c.y * north));
        return Plane.FACTORY.createLineString(places);
    }
}
