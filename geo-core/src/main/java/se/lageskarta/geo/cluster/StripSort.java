package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows sorted by cell. Where cells are not many more than rows, by counting: each thread counts and moves the
 * rows of a band of lines, in ascending order, so that threads share nothing and the result does not depend on
 * them. Otherwise, where most cells are empty, by comparing cell numbers.
 */
final class StripSort {
    /** Cells counted directly, for each row: four bytes each. */
    private static final int CELLS_A_ROW = 4;

    private static final int CELLS_ANYWAY = 1 << 16;
    private static final int ROWS_AT_A_TIME = 1 << 15;
    private static final int FEW_ROWS = 20_000;

    /** Rows by line and column. */
    final int[] row;
    /** Metres east of each sorted row. */
    final double[] x;
    /** Metres north of each sorted row. */
    final double[] y;
    /** First sorted row of each occupied cell; one more entry than cells. */
    final int[] cellBegin;
    /** Column of each occupied cell. */
    final int[] column;
    /** First cell of each occupied line; one more entry than lines. */
    final int[] stripStart;
    /** The occupied lines, ascending. */
    final int[] line;
    /**
     * Occupied cells before each cell, line after line, and all at the end; null when most cells are empty. Line
     * {@code l} begins at {@code l * columns}.
     */
    final int @Nullable [] before;

    final int columns;

    StripSort(double[] rowX, double[] rowY, Strips.Box box, double perCell) {
        int n = rowX.length;
        row = new int[n];
        x = new double[n];
        y = new double[n];
        columns = (int) (box.width() * perCell) + 1;
        int lines = (int) (box.height() * perCell) + 1;
        Cells cells = (long) columns * lines <= (long) CELLS_A_ROW * n + CELLS_ANYWAY
                ? byCounting(rowX, rowY, box, perCell, lines)
                : byComparing(rowX, rowY, box, perCell);
        cellBegin = cells.begin;
        column = cells.column;
        stripStart = cells.stripStart;
        line = cells.line;
        before = cells.before;
    }

    private record Cells(int[] begin, int[] column, int[] stripStart, int[] line, int @Nullable [] before) {}

    private Cells byCounting(double[] rowX, double[] rowY, Strips.Box box, double perCell, int lines) {
        int n = rowX.length;
        int[] cell = new int[n];
        Parallel.over((n + ROWS_AT_A_TIME - 1) / ROWS_AT_A_TIME, task -> {
            for (int i = task * ROWS_AT_A_TIME; i < Math.min(n, (task + 1) * ROWS_AT_A_TIME); i++) {
                cell[i] = (int) ((rowY[i] - box.minY()) * perCell) * columns + (int) ((rowX[i] - box.minX()) * perCell);
            }
        });
        int[] start = new int[columns * lines + 1];
        int bands = n < FEW_ROWS ? 1 : Math.min(4, java.util.concurrent.ForkJoinPool.getCommonPoolParallelism() + 1);
        int[] bound = bands == 1 ? new int[] {0, start.length - 1} : bounds(cell, start.length - 1, bands);
        IntStream.range(0, bands).parallel().forEach(band -> count(cell, start, bound[band], bound[band + 1]));
        int before = 0;
        int occupied = 0;
        for (int c = 0; c < start.length; c++) {
            int rows = start[c];
            occupied += rows > 0 ? 1 : 0;
            start[c] = before;
            before += rows;
        }
        IntStream.range(0, bands)
                .parallel()
                .forEach(band -> move(rowX, rowY, cell, start, bound[band], bound[band + 1]));
        return occupied(start, occupied, lines);
    }

    /** Cells that part the rows into bands of about equal size, by a sample. */
    private static int[] bounds(int[] cell, int cells, int bands) {
        int[] sample = new int[1000];
        Arrays.setAll(sample, i -> cell[(int) ((long) i * cell.length / sample.length)]);
        Arrays.sort(sample);
        int[] bound = new int[bands + 1];
        for (int band = 1; band < bands; band++) {
            bound[band] = sample[band * sample.length / bands];
        }
        bound[bands] = cells;
        return bound;
    }

    private static void count(int[] cell, int[] start, int from, int to) {
        for (int each : cell) {
            if (each >= from && each < to) {
                start[each]++;
            }
        }
    }

    private void move(double[] rowX, double[] rowY, int[] cell, int[] start, int from, int to) {
        for (int i = 0; i < cell.length; i++) {
            int at = cell[i];
            if (at >= from && at < to) {
                int place = start[at]++;
                row[place] = i;
                x[place] = rowX[i];
                y[place] = rowY[i];
            }
        }
    }

    /** {@code end} holds where each cell's rows end, and then how many occupied cells there are before each. */
    private Cells occupied(int[] end, int occupied, int lines) {
        int[] begin = new int[occupied + 1];
        int[] column = new int[occupied];
        int[] stripStart = new int[lines + 1];
        int[] line = new int[lines];
        int strips = 0;
        int next = 0;
        int rowsBefore = 0;
        for (int l = 0; l < lines; l++) {
            int first = next;
            int offset = l * columns;
            for (int c = 0; c < columns; c++) {
                int rowsEnd = end[offset + c];
                end[offset + c] = next;
                if (rowsEnd > rowsBefore) {
                    begin[next] = rowsBefore;
                    column[next++] = c;
                    rowsBefore = rowsEnd;
                }
            }
            if (next > first) {
                stripStart[strips] = first;
                line[strips++] = l;
            }
        }
        begin[occupied] = rowsBefore;
        end[end.length - 1] = occupied;
        stripStart[strips] = occupied;
        return new Cells(begin, column, Arrays.copyOf(stripStart, strips + 1), Arrays.copyOf(line, strips), end);
    }

    /** For points so far apart that most cells are empty: sorts by line, then each line by column. */
    private Cells byComparing(double[] rowX, double[] rowY, Strips.Box box, double perCell) {
        int n = rowX.length;
        long[] key = new long[n];
        int[] begin = intoLines(rowY, box, perCell, key);
        int strips = begin.length - 1;
        int[] line = new int[strips];
        int[] cellsBefore = new int[strips + 1];
        IntStream.range(0, strips).parallel().forEach(strip -> {
            line[strip] = (int) (key[begin[strip]] >> 32);
            for (int i = begin[strip]; i < begin[strip + 1]; i++) {
                int at = (int) key[i];
                key[i] = (long) ((rowX[at] - box.minX()) * perCell) << 32 | at;
            }
            Arrays.sort(key, begin[strip], begin[strip + 1]);
            for (int i = begin[strip]; i < begin[strip + 1]; i++) {
                row[i] = (int) key[i];
                x[i] = rowX[row[i]];
                y[i] = rowY[row[i]];
                cellsBefore[strip + 1] += i == begin[strip] || key[i] >> 32 != key[i - 1] >> 32 ? 1 : 0;
            }
        });
        Arrays.parallelPrefix(cellsBefore, Integer::sum);
        int[] cellBegin = new int[cellsBefore[strips] + 1];
        int[] column = new int[cellsBefore[strips]];
        IntStream.range(0, strips).parallel().forEach(strip -> {
            int cell = cellsBefore[strip];
            for (int i = begin[strip]; i < begin[strip + 1]; i++) {
                if (i == begin[strip] || key[i] >> 32 != key[i - 1] >> 32) {
                    cellBegin[cell] = i;
                    column[cell++] = (int) (key[i] >> 32);
                }
            }
        });
        cellBegin[cellBegin.length - 1] = n;
        return new Cells(cellBegin, column, cellsBefore, line, null);
    }

    /** Fills {@code key} with line and row, line after line; answers where each occupied line begins. */
    private static int[] intoLines(double[] rowY, Strips.Box box, double perCell, long[] key) {
        int n = key.length;
        int lines = (int) (box.height() * perCell) + 1;
        if (lines <= 4L * n + 1024) {
            int[] start = new int[lines + 1];
            for (int i = 0; i < n; i++) {
                start[(int) ((rowY[i] - box.minY()) * perCell) + 1]++;
            }
            for (int l = 0; l < lines; l++) {
                start[l + 1] += start[l];
            }
            for (int i = 0; i < n; i++) {
                int l = (int) ((rowY[i] - box.minY()) * perCell);
                key[start[l]++] = (long) l << 32 | i;
            }
        } else {
            for (int i = 0; i < n; i++) {
                key[i] = (long) ((rowY[i] - box.minY()) * perCell) << 32 | i;
            }
            Arrays.parallelSort(key);
        }
        int[] begin = new int[n + 1];
        int strips = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || key[i] >> 32 != key[i - 1] >> 32) {
                begin[strips++] = i;
            }
        }
        begin[strips] = n;
        return Arrays.copyOf(begin, strips + 1);
    }
}
