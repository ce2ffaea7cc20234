package se.lageskarta.geo.cluster;

import java.util.Arrays;
import se.lageskarta.geo.index.PointIndex;

/**
 * Clusters in space and time: neighbours are at most {@code epsMetres} and at most {@code epsDays} whole days
 * apart; a row is core when at least {@code minRows} rows, itself and coincident ones included, are its
 * neighbours. A border row belongs to the cluster of its nearest core row; of equally near ones to that of
 * the nearest in time, then the westernmost, southernmost, earliest. Clusters are numbered by their first
 * core row and do not depend on the order of the rows.
 *
 * <p>Source: Birant &amp; Kut (2007), ST-DBSCAN, Data &amp; Knowledge Engineering 60, without their third
 * criterion on attributes; the same rule as QGIS 3.22's space-time clustering.
 *
 * <p>Known limit: the cost is the number of pairs within {@code epsMetres}, so thousands of rows on one
 * coordinate cost their square.
 *
 * @param epsMetres greatest distance between neighbours, greater than 0
 * @param epsDays greatest number of days between neighbours, 0 or more
 * @param minRows least number of neighbours of a core row, 1 or more
 */
public record StDbscan(double epsMetres, int epsDays, int minRows) {
    public StDbscan {
        Dbscan.requirePositive("epsMetres", epsMetres);
        if (epsDays < 0) {
            throw new IllegalArgumentException("epsDays is " + epsDays + ", but must be 0 or more");
        }
        if (minRows < 1) {
            throw new IllegalArgumentException("minRows is " + minRows + ", but must be 1 or more");
        }
    }

    /**
     * @param x metres east, finite
     * @param y metres north, as many as {@code x}
     * @param day day number of each row, in any calendar that counts days one by one
     */
    public Clusters fit(double[] x, double[] y, int[] day) {
        if (day.length != x.length) {
            throw new IllegalArgumentException(
                    "day has " + day.length + " values, but must have as many as x: " + x.length);
        }
        PointIndex index = PointIndex.of(x, y);
        boolean[] core = cores(index, x, y, day);
        int[] parent = joined(index, x, y, day, core);
        int[] label = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            int nearest = core[i] ? i : nearestCore(index, x, y, day, core, i);
            label[i] = nearest < 0 ? Clusters.NOISE : find(parent, nearest);
        }
        int count = number(label, core);
        int distinct = distinct(x, y);
        return new Clusters(label, core, count, distinct, Clusters.adviceFor(label, count, distinct));
    }

    private boolean[] cores(PointIndex index, double[] x, double[] y, int[] day) {
        boolean[] core = new boolean[x.length];
        int[] neighbours = new int[1];
        for (int i = 0; i < x.length; i++) {
            int row = i;
            neighbours[0] = 0;
            index.forEachWithin(x[i], y[i], epsMetres, other -> {
                if (inTime(day, row, other)) {
                    neighbours[0]++;
                }
            });
            core[i] = neighbours[0] >= minRows;
        }
        return core;
    }

    private int[] joined(PointIndex index, double[] x, double[] y, int[] day, boolean[] core) {
        int[] parent = new int[x.length];
        Arrays.setAll(parent, i -> i);
        for (int i = 0; i < x.length; i++) {
            if (core[i]) {
                int row = i;
                index.forEachWithin(x[i], y[i], epsMetres, other -> {
                    if (other < row && core[other] && inTime(day, row, other)) {
                        int a = find(parent, row);
                        int b = find(parent, other);
                        parent[Math.max(a, b)] = Math.min(a, b);
                    }
                });
            }
        }
        return parent;
    }

    private int nearestCore(PointIndex index, double[] x, double[] y, int[] day, boolean[] core, int row) {
        int[] nearest = {-1};
        index.forEachWithin(x[row], y[row], epsMetres, other -> {
            if (core[other] && inTime(day, row, other) && isNearer(x, y, day, row, other, nearest[0])) {
                nearest[0] = other;
            }
        });
        return nearest[0];
    }

    private static boolean isNearer(double[] x, double[] y, int[] day, int row, int candidate, int best) {
        if (best < 0) {
            return true;
        }
        int order = Double.compare(squared(x, y, row, candidate), squared(x, y, row, best));
        if (order == 0) {
            order = Long.compare(daysApart(day, row, candidate), daysApart(day, row, best));
        }
        if (order == 0) {
            order = PlaceSort.compare(x[candidate], y[candidate], x[best], y[best]);
        }
        return order < 0 || order == 0 && day[candidate] < day[best];
    }

    private static double squared(double[] x, double[] y, int a, int b) {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        return dx * dx + dy * dy;
    }

    private boolean inTime(int[] day, int a, int b) {
        return daysApart(day, a, b) <= epsDays;
    }

    private static long daysApart(int[] day, int a, int b) {
        return Math.abs((long) day[a] - day[b]);
    }

    private static int find(int[] parent, int row) {
        int at = row;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static int number(int[] label, boolean[] core) {
        int[] number = new int[label.length];
        Arrays.fill(number, Clusters.NOISE);
        int count = 0;
        for (int i = 0; i < label.length; i++) {
            if (core[i] && number[label[i]] == Clusters.NOISE) {
                number[label[i]] = count++;
            }
        }
        for (int i = 0; i < label.length; i++) {
            label[i] = label[i] == Clusters.NOISE ? Clusters.NOISE : number[label[i]];
        }
        return count;
    }

    private static int distinct(double[] x, double[] y) {
        double[] sortedX = x.clone();
        double[] sortedY = y.clone();
        PlaceSort.sort(sortedX, sortedY, new int[x.length], 0, x.length);
        int distinct = 0;
        for (int i = 0; i < x.length; i++) {
            distinct += i == 0 || sortedX[i] != sortedX[i - 1] || sortedY[i] != sortedY[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
