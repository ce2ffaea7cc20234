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
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/** Counts what lies in each of some areas. A place in two areas counts for the first. O(rows · log corners). */
final class AreaCounts {
    /**
     * An area.
     *
     * @param id what registers call it
     * @param kind district or spot
     * @param outline WGS 84 degrees
     */
    record Area(String id, String name, String kind, Geometry outline) {}

    private final List<Envelope> boxes = new ArrayList<>();
    private final List<IndexedPointInAreaLocator> insides = new ArrayList<>();
    /** By area, then by period, the present one first. */
    private final int[][] crimes;

    private final List<Set<Long>> people = new ArrayList<>();

    AreaCounts(List<Area> areas, SamePeriods periods) {
        for (Area area : areas) {
            boxes.add(area.outline().getEnvelopeInternal());
            insides.add(new IndexedPointInAreaLocator(area.outline()));
            people.add(new HashSet<>());
        }
        crimes = new int[areas.size()][Math.max(1, periods.periods().size())];
    }

    void add(Incidents set, SamePeriods periods) {
        Projection projection = Projection.of(set.crs());
        for (int row = 0; row < set.size(); row++) {
            int period = set.precision(row).allowsPointMethods() ? periods.periodOf(set, row) : -1;
            if (period >= 0) {
                int area = areaOf(projection, set.x()[row], set.y()[row]);
                if (area >= 0) {
                    crimes[area][period]++;
                }
            }
        }
    }

    void add(UnsafePlaces marks) {
        Projection projection = Projection.of(marks.crs());
        for (UnsafePlace mark : marks.marks()) {
            int area = areaOf(projection, mark.x(), mark.y());
            if (area >= 0) {
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

    private int areaOf(Projection projection, double x, double y) {
        var at = projection.toLonLat(x, y);
        Coordinate place = new Coordinate(at.lon(), at.lat());
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).contains(place) && insides.get(i).locate(place) != Location.EXTERIOR) {
                return i;
            }
        }
        return -1;
    }
}
