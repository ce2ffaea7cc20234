package se.lageskarta.service.publicpage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes outlines of few corners. Corners that two areas share are kept in both, so no gap opens between them; what only one
 * has, such as a winding shore, is simplified (Douglas and Peucker 1973). Time grows with corners times their logarithm.
 */
final class Outlines {
    /** Units; see {@link MapUnits}. */
    private static final double TOLERANCE = 1.5;

    private static final int SHARED = -1;

    /** The area that has a corner, or {@link #SHARED}. */
    private final Map<Long, Integer> owners = new HashMap<>();

    private final List<List<int[]>> areas;

    private Outlines(List<List<int[]>> areas) {
        this.areas = areas;
        for (int area = 0; area < areas.size(); area++) {
            for (int[] ring : areas.get(area)) {
                for (int i = 0; i < ring.length; i += 2) {
                    int owner = area;
                    owners.merge(key(ring[i], ring[i + 1]), owner, (one, other) -> one == owner ? one : SHARED);
                }
            }
        }
    }

    /**
     * The same areas with fewer corners.
     *
     * @param areas closed rings of whole units for each area
     * @return rings without the closing corner; a ring that became a line is gone, but not the last one of an area
     */
    static List<List<int[]>> of(List<List<int[]>> areas) {
        Outlines outlines = new Outlines(areas);
        return outlines.areas.stream().map(outlines::area).toList();
    }

    private List<int[]> area(List<int[]> rings) {
        List<int[]> simple = new ArrayList<>();
        for (int[] ring : rings) {
            int[] line = withoutStraight(simplified(ring));
            if (line.length >= 6) {
                simple.add(line);
            }
        }
        if (simple.isEmpty() && !rings.isEmpty() && rings.get(0).length >= 2) {
            int x = rings.get(0)[0];
            int y = rings.get(0)[1];
            simple.add(new int[] {x, y, x + 1, y, x + 1, y + 1, x, y + 1});
        }
        return simple;
    }

    private int[] simplified(int[] closed) {
        int n = closed.length / 2 - 1;
        if (n < 3) {
            return new int[0];
        }
        boolean[] keep = new boolean[n + 1];
        int from = 0;
        for (int i = 0; i < n; i++) {
            keep[i] = owners.getOrDefault(key(closed[2 * i], closed[2 * i + 1]), 0) == SHARED;
        }
        keep[0] = true;
        keep[n] = true;
        keep[farthest(closed, n)] = true;
        for (int i = 1; i <= n; i++) {
            if (keep[i]) {
                peucker(closed, from, i, TOLERANCE, keep);
                from = i;
            }
        }
        keep[n] = false;
        return kept(closed, keep);
    }

    /** A line with fewer corners, nowhere farther than the tolerance from where it was. */
    static int[] line(int[] line, double tolerance) {
        int n = line.length / 2;
        if (n < 3) {
            return line;
        }
        boolean[] keep = new boolean[n];
        keep[0] = true;
        keep[n - 1] = true;
        boolean closed = line[0] == line[2 * n - 2] && line[1] == line[2 * n - 1];
        int middle = closed ? farthest(line, n - 1) : 0;
        keep[middle] = true;
        peucker(line, 0, middle, tolerance, keep);
        peucker(line, middle, n - 1, tolerance, keep);
        return kept(line, keep);
    }

    private static int farthest(int[] line, int n) {
        int found = 0;
        long best = -1;
        for (int i = 0; i < n; i++) {
            long dx = line[2 * i] - (long) line[0];
            long dy = line[2 * i + 1] - (long) line[1];
            if (dx * dx + dy * dy > best) {
                best = dx * dx + dy * dy;
                found = i;
            }
        }
        return found;
    }

    private static void peucker(int[] line, int first, int last, double tolerance, boolean[] keep) {
        Deque<int[]> stretches = new ArrayDeque<>();
        stretches.push(new int[] {first, last});
        while (!stretches.isEmpty()) {
            int[] stretch = stretches.pop();
            double most = tolerance;
            int corner = -1;
            for (int i = stretch[0] + 1; i < stretch[1]; i++) {
                double away = away(line, i, stretch[0], stretch[1]);
                if (away > most) {
                    most = away;
                    corner = i;
                }
            }
            if (corner > 0) {
                keep[corner] = true;
                stretches.push(new int[] {stretch[0], corner});
                stretches.push(new int[] {corner, stretch[1]});
            }
        }
    }

    /** Distance of a corner from the stretch between two others. */
    private static double away(int[] line, int at, int from, int to) {
        double dx = line[2 * to] - (double) line[2 * from];
        double dy = line[2 * to + 1] - (double) line[2 * from + 1];
        double px = line[2 * at] - (double) line[2 * from];
        double py = line[2 * at + 1] - (double) line[2 * from + 1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        return Math.hypot(px - along * dx, py - along * dy);
    }

    private static int[] kept(int[] line, boolean[] keep) {
        int[] left = new int[line.length];
        int n = 0;
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                left[n++] = line[2 * i];
                left[n++] = line[2 * i + 1];
            }
        }
        return Arrays.copyOf(left, n);
    }

    /** Without corners that stand twice, and those on the straight line between their neighbours. */
    private static int[] withoutStraight(int[] ring) {
        int[] now = ring;
        while (now.length >= 6) {
            boolean[] keep = new boolean[now.length / 2];
            int n = keep.length;
            int before = n - 1;
            for (int i = 0; i < n; i++) {
                int next = (i + 1) % n;
                keep[i] = turn(now, before, i, next) != 0;
                before = keep[i] ? i : before;
            }
            int[] left = kept(now, keep);
            if (left.length == now.length) {
                return now;
            }
            now = left;
        }
        return now;
    }

    private static long turn(int[] ring, int a, int b, int c) {
        long ux = ring[2 * b] - (long) ring[2 * a];
        long uy = ring[2 * b + 1] - (long) ring[2 * a + 1];
        long vx = ring[2 * c] - (long) ring[2 * b];
        long vy = ring[2 * c + 1] - (long) ring[2 * b + 1];
        return ux * vy - uy * vx;
    }

    private static long key(int x, int y) {
        return (long) x << 32 | y & 0xFFFF_FFFFL;
    }
}
