package se.lageskarta.geo.privacy;

import java.util.Arrays;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Joins areas that are too small with a neighbour until none is: the one with the fewest households first, with the neighbour
 * that it shares the longest side with, and with a square that could stand alone only when there is no other. What has no
 * neighbour, such as an island, joins the nearest. O(s log s) for s squares when few areas are too small.
 */
final class AreaMerge {
    private static final int NONE = -1;

    private final int nx;
    private final int ny;
    private final AreaRule rule;
    /** Of each square; {@link #NONE} outside the border. */
    private final int[] area;
    /** The next square of the same area; {@link #NONE} for the last. */
    private final int[] next;

    private int[] first = new int[64];
    private int[] last = new int[64];
    private int[] size = new int[64];
    private long[] households = new long[64];
    /** The area that each has become part of, itself while it is one. */
    private int[] root = new int[64];

    private int areas;

    private record Small(long households, int square, int area, int size) implements Comparable<Small> {
        @Override
        public int compareTo(Small other) {
            int byHouseholds = Long.compare(households, other.households);
            return byHouseholds != 0 ? byHouseholds : Integer.compare(square, other.square);
        }
    }

    /** The square of another area that is nearest so far. */
    private record Near(long distance, int area, int square) {
        private boolean isBefore(Near other) {
            return distance < other.distance || distance == other.distance && square < other.square;
        }
    }

    /**
     * @param group of each square; what touches along a side and has the same group begins as one area. {@link #NONE} outside
     */
    AreaMerge(int nx, int ny, int[] group, int[] householdsOfSquare, AreaRule rule) {
        this.nx = nx;
        this.ny = ny;
        this.rule = rule;
        area = new int[group.length];
        next = new int[group.length];
        Arrays.fill(area, NONE);
        Arrays.fill(next, NONE);
        int[] open = new int[group.length];
        for (int square = 0; square < group.length; square++) {
            if (group[square] != NONE && area[square] == NONE) {
                gather(square, group, householdsOfSquare, open);
            }
        }
    }

    /**
     * Joins what is too small.
     *
     * @return the area of each square, any numbers; {@link #NONE} outside
     * @throws TooFewHouseholdsException when all squares together have too few households
     */
    int[] merged() {
        PriorityQueue<Small> small = new PriorityQueue<>();
        for (int each = 0; each < areas; each++) {
            addIfSmall(each, small);
        }
        while (true) {
            Small least = small.poll();
            if (least == null) {
                break;
            }
            boolean stands = root[least.area] == least.area && size[least.area] == least.size;
            if (stands) {
                int partner = partner(least.area);
                if (partner == NONE) {
                    throw new TooFewHouseholdsException(least.households, rule.leastMerged());
                }
                addIfSmall(join(least.area, partner), small);
            }
        }
        int[] found = new int[area.length];
        for (int square = 0; square < found.length; square++) {
            found[square] = area[square] == NONE ? NONE : rootOf(area[square]);
        }
        return found;
    }

    private void addIfSmall(int each, PriorityQueue<Small> small) {
        if (!rule.allows(size[each], households[each])) {
            small.add(new Small(households[each], first[each], each, size[each]));
        }
    }

    private void gather(int start, int[] group, int[] householdsOfSquare, int[] open) {
        int found = newArea(start);
        int waiting = 0;
        open[waiting++] = start;
        area[start] = found;
        while (waiting > 0) {
            int square = open[--waiting];
            append(found, square);
            households[found] += householdsOfSquare[square];
            for (int side = 0; side < 4; side++) {
                int neighbour = beside(square, side);
                if (neighbour != NONE && area[neighbour] == NONE && group[neighbour] == group[start]) {
                    area[neighbour] = found;
                    open[waiting++] = neighbour;
                }
            }
        }
    }

    private int newArea(int start) {
        if (areas == first.length) {
            int capacity = 2 * areas;
            first = Arrays.copyOf(first, capacity);
            last = Arrays.copyOf(last, capacity);
            size = Arrays.copyOf(size, capacity);
            root = Arrays.copyOf(root, capacity);
            households = Arrays.copyOf(households, capacity);
        }
        first[areas] = start;
        last[areas] = NONE;
        root[areas] = areas;
        return areas++;
    }

    private void append(int each, int square) {
        if (last[each] != NONE) {
            next[last[each]] = square;
        }
        last[each] = square;
        size[each]++;
    }

    private int join(int one, int other) {
        int kept = size[one] > size[other] ? one : other;
        int lost = kept == one ? other : one;
        root[lost] = kept;
        next[last[kept]] = first[lost];
        last[kept] = last[lost];
        size[kept] += size[lost];
        households[kept] += households[lost];
        return kept;
    }

    private int rootOf(int each) {
        int found = each;
        while (root[found] != found) {
            root[found] = root[root[found]];
            found = root[found];
        }
        return found;
    }

    private int partner(int each) {
        Map<Integer, Integer> sides = new TreeMap<>();
        for (int square = first[each]; square != NONE; square = next[square]) {
            for (int side = 0; side < 4; side++) {
                int other = areaOf(beside(square, side));
                if (other != NONE && other != each) {
                    sides.merge(other, 1, Integer::sum);
                }
            }
        }
        int best = NONE;
        for (int other : sides.keySet()) {
            if (best == NONE || isBetter(other, best, sides)) {
                best = other;
            }
        }
        return best == NONE ? nearest(each) : best;
    }

    private boolean isBetter(int one, int other, Map<Integer, Integer> sides) {
        if (standsAlone(one) != standsAlone(other)) {
            return standsAlone(other);
        }
        int longer = Integer.compare(sides.getOrDefault(one, 0), sides.getOrDefault(other, 0));
        if (longer != 0) {
            return longer > 0;
        }
        return households[one] < households[other];
    }

    private boolean standsAlone(int each) {
        return size[each] == 1 && rule.allows(1, households[each]);
    }

    /** The area of the square nearest to any of an area's; of those as near, the first. */
    private int nearest(int each) {
        Near best = new Near(Long.MAX_VALUE, NONE, NONE);
        for (int square = first[each]; square != NONE; square = next[square]) {
            // a corner of one ring may be farther than a side of a wider one
            for (int ring = 1; ring <= Math.min(Math.max(nx, ny), Math.sqrt((double) best.distance)); ring++) {
                best = nearestAtRing(each, square, ring, best);
            }
        }
        return best.area;
    }

    private Near nearestAtRing(int each, int square, int ring, Near known) {
        Near best = known;
        int column = square % nx;
        int row = square / nx;
        for (int r = Math.max(0, row - ring); r <= Math.min(ny - 1, row + ring); r++) {
            boolean edge = Math.abs(r - row) == ring;
            for (int c = column - ring; c <= column + ring; c += edge ? 1 : 2 * ring) {
                int other = c < 0 || c >= nx ? NONE : areaOf(r * nx + c);
                if (other != NONE && other != each) {
                    long distance = (long) (r - row) * (r - row) + (long) (c - column) * (c - column);
                    Near found = new Near(distance, other, r * nx + c);
                    best = found.isBefore(best) ? found : best;
                }
            }
        }
        return best;
    }

    private int areaOf(int square) {
        return square == NONE || area[square] == NONE ? NONE : rootOf(area[square]);
    }

    /** The square east, west, north or south; {@link #NONE} beyond the raster. */
    private int beside(int square, int side) {
        return switch (side) {
            case 0 -> square % nx == nx - 1 ? NONE : square + 1;
            case 1 -> square % nx == 0 ? NONE : square - 1;
            case 2 -> square / nx == ny - 1 ? NONE : square + nx;
            default -> square / nx == 0 ? NONE : square - nx;
        };
    }
}
