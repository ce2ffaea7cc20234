package se.lageskarta.geo.read.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Finds areas whose boundary crosses or overlaps itself, and mends those that have few crossings.
 *
 * <p>Testing and mending are where hostile files make libraries run for minutes: a ring of 2,000 random corners crosses
 * itself some 700,000 times. So crossings are counted first, with a bound on the pairs of edges looked at, one for each
 * area and one for the whole file; what goes beyond is refused. Mending (JTS {@link GeometryFixer}, which keeps every
 * lobe; never {@code buffer(0)}, which loses some) comes only after that, and is said.
 *
 * <p>An object is for one file and one thread.
 */
public final class ShapeCheck {
    /** A drawing slip makes one or two; more crossings than these is no area that somebody has drawn. */
    static final int MAX_CROSSINGS = 100;
    /** Pairs of neighbouring edges compared for one area; a sound area of 200,000 corners needs some 400,000. */
    static final long MAX_PAIRS = 5_000_000;
    /** Pairs compared for a whole file: some 10 s of work. */
    static final long MAX_PAIRS_OF_FILE = 300_000_000;
    /** Larger areas are not mended: the work grows faster than the area. */
    static final int MAX_MENDED_VERTICES = 20_000;

    private long pairsLeft = MAX_PAIRS_OF_FILE;

    /**
     * What became of a shape.
     *
     * @param geometry to use; null when it is refused
     * @param code why it is refused, or that it was mended; empty when all is well
     * @param args what the words need besides
     */
    public record Result(@Nullable Geometry geometry, String code, Map<String, Object> args) {
        static Result refused(String code, Map<String, Object> args) {
            return new Result(null, code, args);
        }
    }

    /** @param geometry not empty, every coordinate finite */
    public Result check(Geometry geometry) {
        if (geometry.getDimension() < 2) {
            return new Result(geometry, "", Map.of());
        }
        Crossings crossings = new Crossings(Math.min(MAX_PAIRS, pairsLeft));
        boolean counted = crossings.countOf(geometry);
        pairsLeft -= crossings.pairs;
        if (!counted) {
            return Result.refused("geometry.tangled", Map.of("limit", MAX_CROSSINGS));
        }
        if (crossings.found == 0 && geometry.isValid()) {
            return new Result(geometry, "", Map.of());
        }
        return mend(geometry);
    }

    private static Result mend(Geometry geometry) {
        if (geometry.getNumPoints() > MAX_MENDED_VERTICES) {
            return Result.refused("geometry.broken", Map.of());
        }
        Geometry mended = GeometryFixer.fix(geometry);
        if (mended.isEmpty() || mended.getDimension() < 2 || mended.getArea() == 0) {
            return Result.refused("geometry.no-area", Map.of());
        }
        return new Result(mended, "geometry.mended", Map.of());
    }

    /** Counts where edges cross or lie on each other, other than where they follow each other. */
    private static final class Crossings {
        private final RobustLineIntersector intersector = new RobustLineIntersector();
        private final long maxPairs;
        private long pairs;
        private int found;

        Crossings(long maxPairs) {
            this.maxPairs = maxPairs;
        }

        private record Edge(Coordinate from, Coordinate to, int ring, int number, int ofRing) {
            boolean follows(Edge other) {
                int apart = Math.abs(number - other.number);
                return ring == other.ring && (apart == 1 || apart == ofRing - 1);
            }
        }

        /** @return false when it is too much work, or there are too many */
        boolean countOf(Geometry area) {
            List<Edge> edges = edges(area);
            HPRtree index = new HPRtree();
            for (int i = 0; i < edges.size(); i++) {
                index.insert(new Envelope(edges.get(i).from(), edges.get(i).to()), i);
            }
            for (int i = 0; i < edges.size() && within(); i++) {
                Edge edge = edges.get(i);
                int own = i;
                index.query(new Envelope(edge.from(), edge.to()), hit -> {
                    pairs++;
                    if ((int) hit > own && within()) {
                        compare(edge, edges.get((int) hit));
                    }
                });
            }
            return within();
        }

        private boolean within() {
            return pairs <= maxPairs && found <= MAX_CROSSINGS;
        }

        private void compare(Edge one, Edge other) {
            intersector.computeIntersection(one.from(), one.to(), other.from(), other.to());
            if (!intersector.hasIntersection()) {
                return;
            }
            boolean overlap = intersector.getIntersectionNum() > 1;
            if (overlap
                    || intersector.isProper()
                    || (intersector.isInteriorIntersection() && one.ring() == other.ring())) {
                found += one.follows(other) && !overlap ? 0 : 1;
            }
        }

        private static List<Edge> edges(Geometry area) {
            List<Edge> edges = new ArrayList<>();
            int ring = 0;
            for (Object part : LinearComponentExtracter.getLines(area)) {
                Coordinate[] corners = ((LineString) part).getCoordinates();
                int first = edges.size();
                List<Coordinate[]> kept = new ArrayList<>();
                for (int i = 1; i < corners.length; i++) {
                    if (!corners[i].equals2D(corners[i - 1])) {
                        kept.add(new Coordinate[] {corners[i - 1], corners[i]});
                    }
                }
                for (Coordinate[] edge : kept) {
                    edges.add(new Edge(edge[0], edge[1], ring, edges.size() - first, kept.size()));
                }
                ring++;
            }
            return edges;
        }
    }
}
