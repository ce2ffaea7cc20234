package se.lageskarta.service.areachecks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.privacy.ReleaseArea;
import se.lageskarta.geo.privacy.ReleaseAreas;

/**
 * The areas of one place that planners are told numbers of, and the neighbourhoods that they form.
 *
 * @param id of the set
 * @param areas as they were made of dwellings
 * @param outlines of the areas, metres, in their order
 * @param bordered true when a border is known, and they fill the municipality; otherwise they fill the box around its homes
 * @param neighbourhoods which neighbourhood each area belongs to, from 0
 */
record PlannerAreas(long id, ReleaseAreas areas, List<Geometry> outlines, boolean bordered, int[] neighbourhoods) {
    /** So many households' seasons and hours tell something. */
    private static final int LEAST_HOUSEHOLDS = 1_500;

    /** What is stored of a set. */
    record Stored(
            int epsg,
            int squareMetres,
            List<ReleaseArea> areas,
            @Nullable String border) {}

    static PlannerAreas of(long id, ReleaseAreas areas, boolean bordered) {
        List<Geometry> outlines = IntStream.range(0, areas.areas().size())
                .mapToObj(areas::outline)
                .toList();
        return new PlannerAreas(id, areas, outlines, bordered, neighbourhoods(areas.areas(), outlines));
    }

    Crs crs() {
        return areas.crs();
    }

    Projection projection() {
        return Projection.metric(crs());
    }

    int size() {
        return outlines.size();
    }

    int households(int area) {
        return areas.areas().get(area).households();
    }

    String name(int area) {
        return areas.areas().get(area).id();
    }

    /** Households of all. */
    int households() {
        return areas.areas().stream().mapToInt(ReleaseArea::households).sum();
    }

    /** The areas that a shape in degrees lies in, ascending. */
    List<Integer> touchedBy(Geometry degrees) {
        Geometry metres = ProjectedGeometry.fromLonLat(degrees, projection());
        STRtree tree = new STRtree();
        for (int i = 0; i < outlines.size(); i++) {
            tree.insert(outlines.get(i).getEnvelopeInternal(), i);
        }
        List<Integer> touched = new ArrayList<>();
        for (Object found : tree.query(metres.getEnvelopeInternal())) {
            int area = (Integer) found;
            Geometry outline = outlines.get(area);
            if (outline.intersects(metres) && !outline.touches(metres)) {
                touched.add(area);
            }
        }
        touched.sort(Integer::compare);
        return touched;
    }

    /** The neighbourhoods of some areas, ascending. */
    List<Integer> neighbourhoodsOf(List<Integer> some) {
        return some.stream()
                .map(area -> neighbourhoods[area])
                .distinct()
                .sorted()
                .toList();
    }

    List<Integer> membersOf(int neighbourhood) {
        return IntStream.range(0, neighbourhoods.length)
                .filter(area -> neighbourhoods[area] == neighbourhood)
                .boxed()
                .toList();
    }

    /** The smallest neighbourhood joins the nearest until each is large enough. O(areas²) at worst. */
    private static int[] neighbourhoods(List<ReleaseArea> areas, List<Geometry> outlines) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            Point middle = outlines.get(i).getCentroid();
            int households = areas.get(i).households();
            groups.add(new Group(new ArrayList<>(List.of(i)), households, middle.getX(), middle.getY()));
        }
        while (groups.size() > 1) {
            Group smallest = groups.stream()
                    .min((a, b) -> a.households != b.households
                            ? Integer.compare(a.households, b.households)
                            : Integer.compare(a.members.get(0), b.members.get(0)))
                    .orElseThrow();
            if (smallest.households >= LEAST_HOUSEHOLDS) {
                break;
            }
            groups.remove(smallest);
            nearest(groups, smallest).take(smallest);
        }
        int[] found = new int[outlines.size()];
        groups.sort((a, b) -> Integer.compare(a.first(), b.first()));
        for (int g = 0; g < groups.size(); g++) {
            for (int member : groups.get(g).members) {
                found[member] = g;
            }
        }
        return found;
    }

    private static Group nearest(List<Group> groups, Group to) {
        Group nearest = groups.get(0);
        for (Group group : groups) {
            if (Math.hypot(group.x - to.x, group.y - to.y) < Math.hypot(nearest.x - to.x, nearest.y - to.y)) {
                nearest = group;
            }
        }
        return nearest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlannerAreas set && set.id == id;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }

    @Override
    public String toString() {
        return "planner areas " + id + ", " + size() + " areas, neighbourhoods " + Arrays.toString(neighbourhoods);
    }

    /** A neighbourhood that grows. */
    private static final class Group {
        private final List<Integer> members;
        private int households;
        private double x;
        private double y;

        Group(List<Integer> members, int households, double x, double y) {
            this.members = members;
            this.households = households;
            this.x = x;
            this.y = y;
        }

        int first() {
            return members.stream().min(Integer::compare).orElseThrow();
        }

        void take(Group other) {
            double whole = Math.max(1, households + other.households);
            x = (x * households + other.x * other.households) / whole;
            y = (y * households + other.y * other.households) / whole;
            households += other.households;
            members.addAll(other.members);
        }
    }
}
