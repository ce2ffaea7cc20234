package se.lageskarta.geo.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Stands on a cell: for it, the run of occupied cells at most two columns away in each of the five strips at
 * most two lines away. Looks the runs up where cells are numbered; slides along where they are not.
 */
final class Window {
    /** Position of the cell's own strip among the five. */
    static final int OWN = 2;

    private static final int REACH = 2;

    /** First cell in reach, by strip from two lines south to two lines north. */
    final int[] from = new int[5];
    /** Cell after the last in reach. */
    final int[] to = new int[5];

    private final int[] column;
    private final int columns;
    private final int @Nullable [] before;
    /** Number of the first cell of each line in reach, -1 for none. */
    private final int[] offset = new int[5];

    private final int[] end = new int[5];

    Window(Strips strips, int strip) {
        column = strips.column;
        columns = strips.columns;
        before = strips.before;
        Arrays.fill(offset, -1);
        for (int candidate = Math.max(0, strip - REACH);
                candidate <= Math.min(strips.strips() - 1, strip + REACH);
                candidate++) {
            long away = (long) strips.line[candidate] - strips.line[strip];
            if (Math.abs(away) <= REACH) {
                int o = (int) away + REACH;
                from[o] = strips.stripStart[candidate];
                to[o] = from[o];
                end[o] = strips.stripStart[candidate + 1];
                offset[o] = before == null ? -1 : strips.line[candidate] * columns;
            }
        }
    }

    /** Moves to a cell of the strip; cells must come in ascending order. */
    void moveTo(int cell) {
        int at = column[cell];
        int[] known = before;
        if (known == null) {
            slide(at);
            return;
        }
        int west = Math.max(0, at - REACH);
        int east = Math.min(columns, at + REACH + 1);
        for (int o = 0; o < 5; o++) {
            if (offset[o] >= 0) {
                from[o] = known[offset[o] + west];
                to[o] = known[offset[o] + east];
            }
        }
    }

    private void slide(int at) {
        for (int o = 0; o < 5; o++) {
            while (from[o] < end[o] && column[from[o]] < at - REACH) {
                from[o]++;
            }
            while (to[o] < end[o] && column[to[o]] <= at + REACH) {
                to[o]++;
            }
        }
    }
}
