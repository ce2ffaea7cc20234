package se.lageskarta.service.basemap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Gathers named places from base features (ortnamnsregister). A street comes as many lines, a square as an area and a
 * label: those with one name that lie within {@value #GAP_DEGREES} degrees of each other are one, so that two villages
 * keep a Storgatan each.
 */
final class Gazetteer {
    /** Some 600 to 1,100 m in Sweden: wider than any break in a street, narrower than between two villages. */
    static final double GAP_DEGREES = 0.01;

    /** Kinds of road feature that are places and not on the way to one. */
    private static final Set<String> SQUARES = Set.of("square", "pedestrian_area", "torg");

    private final List<NamedPlace> places = new ArrayList<>();
    private final Map<Name, List<Reach>> spread = new LinkedHashMap<>();

    private record Name(String name, PlaceKind kind) {}

    /** What goes by one name so far, and the largest part of it. */
    private static final class Reach {
        private final Envelope reach;
        private final Envelope covered;
        private Geometry largest;

        private Reach(Geometry first) {
            covered = first.getEnvelopeInternal().copy();
            reach = covered.copy();
            reach.expandBy(GAP_DEGREES);
            largest = first;
        }

        private void add(Reach other) {
            covered.expandToInclude(other.covered);
            reach.expandToInclude(other.reach);
            if (other.largest.getLength() > largest.getLength()) {
                largest = other.largest;
            }
        }
    }

    private Gazetteer() {}

    /** Every named place; O(n) but for streets and places, where each part is compared with those of its own name. */
    static List<NamedPlace> of(Collection<BaseFeature> features) {
        Gazetteer gazetteer = new Gazetteer();
        for (BaseFeature feature : features) {
            if (!feature.name().isBlank()) {
                gazetteer.add(feature);
            }
        }
        gazetteer.spread.forEach((name, parts) -> parts.forEach(part -> gazetteer.places.add(
                new NamedPlace(name.name, name.kind, middle(part.largest), bounds(part.covered)))));
        return gazetteer.places;
    }

    private void add(BaseFeature feature) {
        Geometry geometry = feature.geometry();
        String name = feature.name().strip();
        if (feature.role() == BaseRole.ADDRESSES) {
            places.add(
                    new NamedPlace(name, PlaceKind.ADDRESS, middle(geometry), bounds(geometry.getEnvelopeInternal())));
            return;
        }
        boolean way = feature.role() == BaseRole.ROADS || feature.role() == BaseRole.PATHS;
        boolean street = way && !SQUARES.contains(feature.kind());
        addSpread(new Name(name, street ? PlaceKind.STREET : PlaceKind.PLACE), new Reach(geometry));
    }

    private void addSpread(Name name, Reach part) {
        List<Reach> known = spread.computeIfAbsent(name, n -> new ArrayList<>(1));
        Reach whole = part;
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).reach.intersects(whole.covered)) {
                Reach joined = known.remove(i);
                joined.add(whole);
                whole = joined;
            }
        }
        known.add(whole);
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
