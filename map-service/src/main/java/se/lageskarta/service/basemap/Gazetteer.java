package se.lageskarta.service.basemap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.service.storage.Bounds;

/**
 * Gathers named places from base features (ortnamnsregister). A street comes as many lines: those with one name that
 * lie within {@value #GAP_DEGREES} degrees of each other are one street, so that two villages keep a Storgatan each.
 */
final class Gazetteer {
    /** Some 600 to 1,100 m in Sweden: wider than any break in a street, narrower than between two villages. */
    static final double GAP_DEGREES = 0.01;

    private final List<NamedPlace> places = new ArrayList<>();
    private final Map<String, List<Street>> streets = new LinkedHashMap<>();

    /** The lines of one street so far, and the longest of them. */
    private static final class Street {
        private final Envelope reach;
        private final Envelope covered;
        private Geometry longest;

        private Street(Geometry first) {
            covered = first.getEnvelopeInternal().copy();
            reach = covered.copy();
            reach.expandBy(GAP_DEGREES);
            longest = first;
        }

        private void add(Street other) {
            covered.expandToInclude(other.covered);
            reach.expandToInclude(other.reach);
            if (other.longest.getLength() > longest.getLength()) {
                longest = other.longest;
            }
        }
    }

    private Gazetteer() {}

    /** Every named place; O(n) but for streets, where each line is compared with the streets of its own name. */
    static List<NamedPlace> of(Collection<BaseFeature> features) {
        Gazetteer gazetteer = new Gazetteer();
        for (BaseFeature feature : features) {
            if (!feature.name().isBlank()) {
                gazetteer.add(feature);
            }
        }
        gazetteer.streets.forEach((name, parts) -> parts.forEach(street -> gazetteer.places.add(
                new NamedPlace(name, PlaceKind.STREET, middle(street.longest), bounds(street.covered)))));
        return gazetteer.places;
    }

    private void add(BaseFeature feature) {
        Geometry geometry = feature.geometry();
        String name = feature.name().strip();
        if (feature.role() == BaseRole.ROADS || feature.role() == BaseRole.PATHS) {
            addStreet(name, new Street(geometry));
        } else {
            PlaceKind kind = feature.role() == BaseRole.ADDRESSES ? PlaceKind.ADDRESS : PlaceKind.PLACE;
            places.add(new NamedPlace(name, kind, middle(geometry), bounds(geometry.getEnvelopeInternal())));
        }
    }

    private void addStreet(String name, Street line) {
        List<Street> known = streets.computeIfAbsent(name, n -> new ArrayList<>(1));
        Street street = line;
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).reach.intersects(street.covered)) {
                Street joined = known.remove(i);
                joined.add(street);
                street = joined;
            }
        }
        known.add(street);
    }

    private static LonLat middle(Geometry geometry) {
        Coordinate at;
        if (geometry instanceof Point point) {
            at = point.getCoordinate();
        } else if (geometry instanceof LineString line) {
            at = new LengthIndexedLine(line).extractPoint(line.getLength() / 2);
        } else {
            at = geometry.getInteriorPoint().getCoordinate();
        }
        return new LonLat(at.x, at.y);
    }

    private static Bounds bounds(Envelope box) {
        return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
