package se.lageskarta.geo.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which cluster each row belongs to.
 *
 * @param label cluster of each row, 0 to {@code count - 1} in the order of their first core row; {@link #NOISE} for none
 * @param core true where the row is a core point
 * @param count number of clusters
 * @param distinct number of distinct coordinates (and days) among the rows
 * @param advice what to know before trusting the result
 */
public record Clusters(int[] label, boolean[] core, int count, int distinct, List<Advice> advice) {
    /** Label of a row in no cluster. */
    public static final int NOISE = -1;

    public Clusters {
        advice = List.copyOf(advice);
    }

    /** Rows in no cluster. */
    public int noise() {
        int noise = 0;
        for (int cluster : label) {
            noise += cluster == NOISE ? 1 : 0;
        }
        return noise;
    }

    /** The rows of every cluster, ascending within each. */
    public Members members() {
        int[] start = new int[count + 1];
        for (int cluster : label) {
            if (cluster >= 0) {
                start[cluster + 1]++;
            }
        }
        for (int c = 0; c < count; c++) {
            start[c + 1] += start[c];
        }
        int[] next = Arrays.copyOf(start, count);
        int[] rows = new int[start[count]];
        for (int i = 0; i < label.length; i++) {
            if (label[i] >= 0) {
                rows[next[label[i]]++] = i;
            }
        }
        return new Members(start, rows);
    }

    /**
     * The rows of all clusters side by side.
     *
     * @param start where each cluster's rows begin in {@code rows}; one more entry than clusters
     * @param rows row numbers
     */
    public record Members(int[] start, int[] rows) {
        /** How many rows a cluster has. */
        public int size(int cluster) {
            return start[cluster + 1] - start[cluster];
        }

        /** The rows of one cluster, a new array. */
        public int[] of(int cluster) {
            return Arrays.copyOfRange(rows, start[cluster], start[cluster + 1]);
        }
    }

    static List<Advice> adviceFor(int[] label, int count, int distinct) {
        List<Advice> advice = new ArrayList<>();
        if (count == 0 && label.length > 0) {
            advice.add(Advice.NOTHING_FOUND);
        }
        int[] size = new int[count];
        for (int cluster : label) {
            if (cluster >= 0) {
                size[cluster]++;
            }
        }
        if (Arrays.stream(size).anyMatch(rows -> rows > label.length / 2)) {
            advice.add(Advice.ONE_HOLDS_MOST);
        }
        if (distinct < 0.9 * label.length) {
            advice.add(Advice.SNAPPED);
        }
        return advice;
    }
}
