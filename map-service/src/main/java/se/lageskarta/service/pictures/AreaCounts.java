package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * Counts what lies in each of some areas; a place in two areas counts for both. The outlines are moved to the rows' own
 * system, not the rows to the outlines'. O(rows · (log areas + log corners)).
 */
final class AreaCounts {
    /**
     * An area.
     *
     * @param id what registers call it
     * @param kind district or spot
     * @param outline WGS 84 degrees
     */
    record Area(String id, String name, String kind, Geometry outline) {}

    /** An area's number and its inside in one system. */
    private record Inside(int area, IndexedPointInAreaLocator locator) {}

    private final List<Area> areas;
    /** By area, then by period, the present one first. */
    private final int[][] crimes;

    private final List<Set<Long>> people = new ArrayList<>();

    AreaCounts(List<Area> areas, SamePeriods periods) {
        this.areas = List.copyOf(areas);
        areas.forEach(area -> people.add(new HashSet<>()));
        crimes = new int[areas.size()][Math.max(1, periods.periods().size())];
    }

    void add(Incidents set, SamePeriods periods) {
        STRtree insides = insides(set.crs());
        for (int row = 0; row < set.size(); row++) {
            int period = set.precision(row).allowsPointMethods() ? periods.periodOf(set, row) : -1;
            if (period >= 0) {
                for (int area : around(insides, set.x()[row], set.y()[row])) {
                    crimes[area][period]++;
                }
            }
        }
    }

    void add(UnsafePlaces marks) {
        STRtree insides = insides(marks.crs());
        for (UnsafePlace mark : marks.marks()) {
            for (int area : around(insides, mark.x(), mark.y())) {
                people.get(area).add(mark.respondent());
            }
        }
    }

    int[] crimes(int area) {
        return crimes[area].clone();
    }

    int people(int area) {
        return people.get(area).size();
    }

    private STRtree insides(Crs crs) {
        Projection projection = Projection.of(crs);
        STRtree tree = new STRtree();
        for (int area = 0; area < areas.size(); area++) {
            Geometry metres = ProjectedGeometry.fromLonLat(areas.get(area).outline(), projection);
            tree.insert(metres.getEnvelopeInternal(), new Inside(area, new IndexedPointInAreaLocator(metres)));
        }
        tree.build();
        return tree;
    }

    private static List<Integer> around(STRtree insides, double x, double y) {
        Coordinate place = new Coordinate(x, y);
        List<Integer> around = new ArrayList<>();
        for (Object near : insides.query(new Envelope(place))) {
            Inside inside = (Inside) near;
            if (inside.locator.locate(place) != Location.EXTERIOR) {
                around.add(inside.area);
            }
        }
        return around;
    }
}
