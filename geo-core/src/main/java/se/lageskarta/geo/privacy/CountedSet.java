package se.lageskarta.geo.privacy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a number is counted over, written shortly: squares × months × types. Two sets are equal when they count the same.
 *
 * @param runs squares of {@value #ATOM_METRES} m beside each other, three numbers a run: row, first column, last column;
 *     ascending, runs that touch are one. Not copied: whoever makes it leaves it alone
 * @param unplaced true when what has no place counts too
 * @param from first month
 * @param to last month, not before {@code from}
 * @param types codes of the types that count, ascending; empty when all do, also those that nobody has thought of yet
 */
public record CountedSet(int[] runs, boolean unplaced, YearMonth from, YearMonth to, List<String> types) {
    /** Side of the smallest square that is ever counted, metres. */
    public static final int ATOM_METRES = 250;

    private static final int RUN = 3;

    public CountedSet {
        if (runs.length % RUN != 0) {
            throw new IllegalArgumentException("runs has " + runs.length + " numbers, but must have three a run");
        }
        if (runs.length == 0 && !unplaced) {
            throw new IllegalArgumentException(
                    "runs is empty, but must hold a square when only what has a place counts");
        }
        for (int i = 0; i < runs.length; i += RUN) {
            boolean follows =
                    i == 0 || runs[i] > runs[i - RUN] || runs[i] == runs[i - RUN] && runs[i + 1] > runs[i - 1] + 1;
            if (runs[i + 1] > runs[i + 2] || !follows) {
                throw new IllegalArgumentException("runs is not ascending at " + i);
            }
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to is " + to + ", but must not be before " + from);
        }
        types = types.stream().sorted().distinct().toList();
    }

    /**
     * Areas over some months.
     *
     * @param areas disjoint
     * @param squareMetres side of the areas' squares, a multiple of {@value #ATOM_METRES}
     */
    public static CountedSet over(
            List<ReleaseArea> areas,
            int squareMetres,
            boolean unplaced,
            YearMonth from,
            YearMonth to,
            List<String> types) {
        if (squareMetres <= 0 || squareMetres % ATOM_METRES != 0) {
            throw new IllegalArgumentException(
                    "squareMetres is " + squareMetres + ", but must be a multiple of " + ATOM_METRES);
        }
        int parts = squareMetres / ATOM_METRES;
        List<int[]> runs = new ArrayList<>();
        for (ReleaseArea area : areas) {
            for (int i = 0; i < area.size(); i++) {
                for (int part = 0; part < parts; part++) {
                    int first = area.column(i) * parts;
                    runs.add(new int[] {area.row(i) * parts + part, first, first + parts - 1});
                }
            }
        }
        return new CountedSet(joined(runs), unplaced, from, to, types);
    }

    /** How many squares of {@value #ATOM_METRES} m it holds. */
    public int squares() {
        int squares = 0;
        for (int i = 0; i < runs.length; i += RUN) {
            squares += runs[i + 2] - runs[i + 1] + 1;
        }
        return squares;
    }

    /** A key for each square, ascending: row, then column. */
    long[] keys() {
        long[] keys = new long[squares()];
        int at = 0;
        for (int i = 0; i < runs.length; i += RUN) {
            for (int column = runs[i + 1]; column <= runs[i + 2]; column++) {
                keys[at++] = ((long) runs[i] << 32) + column;
            }
        }
        return keys;
    }

    private static int[] joined(List<int[]> runs) {
        runs.sort((one, other) ->
                one[0] != other[0] ? Integer.compare(one[0], other[0]) : Integer.compare(one[1], other[1]));
        int[] joined = new int[RUN * runs.size()];
        int end = 0;
        for (int[] run : runs) {
            if (end > 0 && joined[end - RUN] == run[0] && joined[end - 1] + 1 >= run[1]) {
                joined[end - 1] = Math.max(joined[end - 1], run[2]);
            } else {
                System.arraycopy(run, 0, joined, end, RUN);
                end += RUN;
            }
        }
        return Arrays.copyOf(joined, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountedSet set
                && unplaced == set.unplaced
                && from.equals(set.from)
                && to.equals(set.to)
                && types.equals(set.types)
                && Arrays.equals(runs, set.runs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(runs), unplaced, from, to, types);
    }
}
