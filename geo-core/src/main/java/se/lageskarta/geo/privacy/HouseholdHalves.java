package se.lageskarta.geo.privacy;

import java.util.Arrays;

/**
 * Parts squares into compact groups: halves them across the longer side so that both halves have enough households and about
 * as many, and halves the halves, as long as that can be done (a k-d tree with weights). O(s log s) for s squares.
 */
final class HouseholdHalves {
    private final int nx;
    private final int[] households;
    private final int least;
    private final int[] squares;
    private final int[] moved;
    private final int[] group;
    private int groups;

    private HouseholdHalves(int nx, int[] households, int least, int[] squares, int[] group) {
        this.nx = nx;
        this.households = households;
        this.least = least;
        this.squares = squares.clone();
        this.moved = new int[squares.length];
        this.group = group;
    }

    /**
     * Writes a group's number, from 0, for each of the squares given.
     *
     * @param nx columns of the raster
     * @param households of each square of the raster
     * @param least households that a half must have
     * @param squares what to part, numbers of squares
     * @param group of each square of the raster; others than the given are left alone
     * @return how many groups there are
     */
    static int part(int nx, int[] households, int least, int[] squares, int[] group) {
        HouseholdHalves halves = new HouseholdHalves(nx, households, least, squares, group);
        if (squares.length > 0) {
            halves.divide(0, squares.length);
        }
        return halves.groups;
    }

    private void divide(int from, int to) {
        int[] box = box(from, to);
        boolean wide = box[2] - box[0] >= box[3] - box[1];
        if (!divideAcross(from, to, wide, box) && !divideAcross(from, to, !wide, box)) {
            for (int i = from; i < to; i++) {
                group[squares[i]] = groups;
            }
            groups++;
        }
    }

    private boolean divideAcross(int from, int to, boolean columns, int[] box) {
        int first = columns ? box[0] : box[1];
        int last = columns ? box[2] : box[3];
        long[] line = new long[last - first + 1];
        for (int i = from; i < to; i++) {
            line[at(squares[i], columns) - first] += households[squares[i]];
        }
        int cut = cut(line);
        if (cut == 0) {
            return false;
        }
        int middle = sort(from, to, columns, first + cut);
        divide(from, middle);
        divide(middle, to);
        return true;
    }

    /** How many lines belong to the first half: both have enough, about as many, and then are about as wide; 0 when none do. */
    private int cut(long[] line) {
        long total = Arrays.stream(line).sum();
        long before = 0;
        int best = 0;
        long bestUneven = Long.MAX_VALUE;
        for (int lines = 1; lines < line.length; lines++) {
            before += line[lines - 1];
            if (before < least || total - before < least) {
                continue;
            }
            long uneven = Math.abs(total - 2 * before);
            boolean nearer = Math.abs(line.length - 2 * lines) < Math.abs(line.length - 2 * best);
            if (uneven < bestUneven || uneven == bestUneven && nearer) {
                best = lines;
                bestUneven = uneven;
            }
        }
        return best;
    }

    /** Moves what lies before the limit to the front, otherwise keeping the order. */
    private int sort(int from, int to, boolean columns, int limit) {
        int front = from;
        int back = 0;
        for (int i = from; i < to; i++) {
            if (at(squares[i], columns) < limit) {
                squares[front++] = squares[i];
            } else {
                moved[back++] = squares[i];
            }
        }
        System.arraycopy(moved, 0, squares, front, back);
        return front;
    }

    private int at(int square, boolean columns) {
        return columns ? square % nx : square / nx;
    }

    /** First column, first row, last column, last row. */
    private int[] box(int from, int to) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
        for (int i = from; i < to; i++) {
            box[0] = Math.min(box[0], squares[i] % nx);
            box[1] = Math.min(box[1], squares[i] / nx);
            box[2] = Math.max(box[2], squares[i] % nx);
            box[3] = Math.max(box[3], squares[i] / nx);
        }
        return box;
    }
}
