package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * The lines of one street as a network, metres: to go along it from one place on it to another. Pieces that end within
 * {@value #GAP_METRES} metres of each other are joined: a street goes on behind a roundabout or a square that has a name
 * of its own. A way takes in what runs beside it, the other side of a roundabout and the other carriageway. Unchanging
 * and safe for several threads.
 */
final class StreetNetwork {
    private static final double GAP_METRES = 60;
    /** Of more nodes the gaps are left. */
    private static final int MOST_NODES = 1_000;
    /** What runs no farther from a way than this, and does not leave it, belongs to it. */
    private static final double BESIDE_METRES = 40;

    private static final double SAME_METRES = 1.5;

    private final LineString[] edges;
    private final int[][] ends;
    private final int[][] edgesOfNode;

    /** @param lines of the street, metres */
    StreetNetwork(Geometry lines) {
        Geometry noded = lines.union();
        List<LineString> all = new ArrayList<>();
        for (int i = 0; i < noded.getNumGeometries(); i++) {
            if (noded.getGeometryN(i) instanceof LineString line && line.getLength() > 0) {
                all.add(line);
            }
        }
        Map<Coordinate, Integer> numbers = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (LineString edge : all) {
            int from = numbers.computeIfAbsent(edge.getCoordinateN(0), any -> numbers.size());
            int to = numbers.computeIfAbsent(edge.getCoordinateN(edge.getNumPoints() - 1), any -> numbers.size());
            pairs.add(new int[] {from, to});
        }
        Coordinate[] nodes = new Coordinate[numbers.size()];
        numbers.forEach((at, number) -> nodes[number] = at);
        bridge(nodes, pairs, all);
        edges = all.toArray(LineString[]::new);
        ends = pairs.toArray(int[][]::new);
        List<List<Integer>> around = new ArrayList<>();
        for (int node = 0; node < nodes.length; node++) {
            around.add(new ArrayList<>());
        }
        for (int edge = 0; edge < ends.length; edge++) {
            around.get(ends[edge][0]).add(edge);
            if (ends[edge][1] != ends[edge][0]) {
                around.get(ends[edge][1]).add(edge);
            }
        }
        edgesOfNode = around.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Joins parts that do not touch, the nearest first; each pair of parts at one place. */
    private static void bridge(Coordinate[] nodes, List<int[]> pairs, List<LineString> all) {
        if (nodes.length > MOST_NODES) {
            return;
        }
        int[] part = new int[nodes.length];
        Arrays.setAll(part, node -> node);
        pairs.forEach(pair -> part[root(part, pair[0])] = root(part, pair[1]));
        List<int[]> near = new ArrayList<>();
        for (int a = 0; a < nodes.length; a++) {
            for (int b = a + 1; b < nodes.length; b++) {
                if (root(part, a) != root(part, b) && nodes[a].distance(nodes[b]) <= GAP_METRES) {
                    near.add(new int[] {a, b});
                }
            }
        }
        near.sort((p, q) -> Double.compare(nodes[p[0]].distance(nodes[p[1]]), nodes[q[0]].distance(nodes[q[1]])));
        for (int[] pair : near) {
            int a = root(part, pair[0]);
            int b = root(part, pair[1]);
            if (a != b) {
                part[a] = b;
                pairs.add(pair);
                all.add(Plane.FACTORY.createLineString(new Coordinate[] {nodes[pair[0]], nodes[pair[1]]}));
            }
        }
    }

    private static int root(int[] part, int node) {
        int at = node;
        while (part[at] != at) {
            part[at] = part[part[at]];
            at = part[at];
        }
        return at;
    }

    /** A place on the network: how far along which edge, metres. */
    private record OnEdge(int edge, double along) {}

    /**
     * The shortest way along the street between the places on it that are nearest to two others, metres.
     *
     * @return null when no way leads from one to the other, or they are one place; O(edges · log edges)
     */
    @Nullable
    Geometry between(Coordinate a, Coordinate b) {
        OnEdge from = nearest(a);
        OnEdge to = nearest(b);
        if (from == null || to == null) {
            return null;
        }
        List<Geometry> way = from.edge == to.edge && !isRing(from.edge)
                ? new ArrayList<>(List.of(part(from.edge, from.along, to.along)))
                : shortest(from, to);
        way.removeIf(piece -> piece.getLength() < 1e-6);
        return way.isEmpty() ? null : merged(withBeside(way));
    }

    private boolean isRing(int edge) {
        return ends[edge][0] == ends[edge][1];
    }

    private Geometry part(int edge, double from, double to) {
        return new LengthIndexedLine(edges[edge]).extractLine(Math.min(from, to), Math.max(from, to));
    }

    private @Nullable OnEdge nearest(Coordinate place) {
        OnEdge nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (int edge = 0; edge < edges.length; edge++) {
            LengthIndexedLine line = new LengthIndexedLine(edges[edge]);
            double along = line.project(place);
            double metres = line.extractPoint(along).distance(place);
            if (metres < least) {
                least = metres;
                nearest = new OnEdge(edge, along);
            }
        }
        return nearest;
    }

    private List<Geometry> shortest(OnEdge from, OnEdge to) {
        int[] cameBy = new int[edgesOfNode.length];
        double[] far = distances(from, cameBy);
        double length = edges[to.edge].getLength();
        double byFirst = far[ends[to.edge][0]] + to.along;
        double byLast = far[ends[to.edge][1]] + length - to.along;
        double direct = from.edge == to.edge ? Math.abs(from.along - to.along) : Double.POSITIVE_INFINITY;
        List<Geometry> way = new ArrayList<>();
        if (direct <= Math.min(byFirst, byLast)) {
            if (direct < Double.POSITIVE_INFINITY) {
                way.add(part(from.edge, from.along, to.along));
            }
            return way;
        }
        way.add(byFirst <= byLast ? part(to.edge, 0, to.along) : part(to.edge, to.along, length));
        int node = byFirst <= byLast ? ends[to.edge][0] : ends[to.edge][1];
        while (cameBy[node] >= 0) {
            int edge = cameBy[node];
            way.add(edges[edge]);
            node = ends[edge][0] == node ? ends[edge][1] : ends[edge][0];
        }
        double start = edges[from.edge].getLength();
        boolean atFirst = node == ends[from.edge][0] && (!isRing(from.edge) || from.along <= start - from.along);
        way.add(atFirst ? part(from.edge, 0, from.along) : part(from.edge, from.along, start));
        return way;
    }

    /** Dijkstra's distances from a place, metres; by which edge each node was reached, -1 for those next to it. */
    private double[] distances(OnEdge from, int[] cameBy) {
        double[] far = new double[edgesOfNode.length];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        Arrays.fill(cameBy, -1);
        double length = edges[from.edge].getLength();
        far[ends[from.edge][1]] = length - from.along;
        far[ends[from.edge][0]] = Math.min(far[ends[from.edge][0]], from.along);
        PriorityQueue<double[]> next = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        next.add(new double[] {far[ends[from.edge][0]], ends[from.edge][0]});
        next.add(new double[] {far[ends[from.edge][1]], ends[from.edge][1]});
        for (double[] step = next.poll(); step != null; step = next.poll()) {
            int node = (int) step[1];
            if (step[0] > far[node]) {
                continue;
            }
            for (int edge : edgesOfNode[node]) {
                int other = ends[edge][0] == node ? ends[edge][1] : ends[edge][0];
                double there = step[0] + edges[edge].getLength();
                if (there < far[other]) {
                    far[other] = there;
                    cameBy[other] = edge;
                    next.add(new double[] {there, other});
                }
            }
        }
        return far;
    }

    private List<Geometry> withBeside(List<Geometry> way) {
        Geometry line = Plane.FACTORY.buildGeometry(way);
        BufferParameters flat = new BufferParameters(8, BufferParameters.CAP_FLAT);
        Geometry corridor = BufferOp.bufferOp(merged(way), BESIDE_METRES, flat);
        List<Geometry> all = new ArrayList<>(way);
        for (LineString edge : edges) {
            if (!edge.getEnvelopeInternal().intersects(corridor.getEnvelopeInternal())) {
                continue;
            }
            Geometry inside = edge.intersection(corridor).difference(line);
            for (int i = 0; i < inside.getNumGeometries(); i++) {
                if (inside.getGeometryN(i) instanceof LineString piece && isBeside(piece, line)) {
                    all.add(piece);
                }
            }
        }
        return all;
    }

    /** The other side of a roundabout begins and ends on the way; the other carriageway is as long. */
    private static boolean isBeside(LineString piece, Geometry way) {
        if (piece.getLength() <= SAME_METRES) {
            return false;
        }
        Point middle = Plane.FACTORY.createPoint(new LengthIndexedLine(piece).extractPoint(piece.getLength() / 2));
        return middle.distance(way) > SAME_METRES
                && ((piece.getStartPoint().distance(way) <= SAME_METRES
                                && piece.getEndPoint().distance(way) <= SAME_METRES)
                        || piece.getLength() >= Math.max(BESIDE_METRES, way.getLength() / 2));
    }

    private static Geometry merged(List<Geometry> pieces) {
        LineMerger merger = new LineMerger();
        merger.add(pieces);
        List<Geometry> lines = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            lines.add((Geometry) line);
        }
        return Plane.FACTORY.buildGeometry(lines);
    }
}
