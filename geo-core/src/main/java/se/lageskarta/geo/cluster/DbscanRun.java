package se.lageskarta.geo.cluster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * One run of {@link Dbscan}: marks core places, joins cells whose core places are within eps, numbers the
 * clusters, gives border places to their nearest core place. Each step goes strip by strip in parallel; what
 * a step writes does not depend on which thread comes first, except the roots of the joined cells, which
 * the numbering forgets.
 */
final class DbscanRun {
    private static final VarHandle PARENT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final double SLACK = 1 - 1e-12;
    /** Order in which the five strips of a window are searched: near ones first, they end the search sooner. */
    private static final int[] NEAR_FIRST = {2, 1, 3, 0, 4};

    private final Strips strips;
    private final double epsSquared;
    private final double enough;
    private final boolean[] core;
    /** Root of each cell with core places; -1 for cells without. */
    private final int[] parent;
    /** West, south, east and north edge of each cell's core places. */
    private final double[] coreBox;

    DbscanRun(Strips strips, double epsMetres, double minWeight) {
        this.strips = strips;
        epsSquared = epsMetres * epsMetres;
        enough = minWeight * SLACK;
        core = new boolean[strips.places()];
        parent = new int[strips.cells()];
        coreBox = new double[4 * strips.cells()];
    }

    Clusters clusters() {
        if (strips.weight == null) {
            Parallel.over(strips.strips(), this::markByCounting);
        } else {
            double[] weight = strips.weight;
            Parallel.over(strips.strips(), strip -> markByWeight(strip, weight));
        }
        Parallel.over(strips.strips(), this::joinCells);
        int[] number = new int[strips.cells()];
        int count = numberClusters(number);
        int[] label = new int[strips.rows()];
        boolean[] coreRow = new boolean[strips.rows()];
        Parallel.over(strips.strips(), strip -> label(strip, number, label, coreRow));
        return new Clusters(label, coreRow, count, strips.places(), Clusters.adviceFor(label, count, strips.places()));
    }

    /** Every place weighs 1: counts are differences of places' numbers. */
    private void markByCounting(int strip) {
        Window window = new Window(strips, strip);
        int[] start = strips.cellStart;
        int[] from = new int[5];
        int[] to = new int[5];
        int least = enough >= Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) Math.ceil(enough);
        for (int cell = strips.stripStart[strip]; cell < strips.stripStart[strip + 1]; cell++) {
            int begin = start[cell];
            int end = start[cell + 1];
            parent[cell] = -1;
            if (end - begin >= least) {
                // all places of a cell are within eps of each other
                Arrays.fill(core, begin, end, true);
                boxCores(cell, begin, end);
                continue;
            }
            window.moveTo(cell);
            int around = 0;
            for (int o = 0; o < 5; o++) {
                from[o] = start[window.from[o]];
                to[o] = start[window.to[o]];
                around += to[o] - from[o];
            }
            if (around < least) {
                continue;
            }
            boolean any = false;
            for (int i = begin; i < end; i++) {
                core[i] = isCore(i, begin, end, from, to, least);
                any |= core[i];
            }
            if (any) {
                boxCores(cell, begin, end);
            }
        }
    }

    private boolean isCore(int place, int begin, int end, int[] from, int[] to, int least) {
        double[] x = strips.x;
        double[] y = strips.y;
        double px = x[place];
        double py = y[place];
        double limit = epsSquared;
        int count = end - begin;
        for (int part = 0; part < 6; part++) {
            // the own strip without the own cell, then the others
            int o = part == 0 ? Window.OWN : NEAR_FIRST[part - 1];
            int first = part == 1 ? end : from[o];
            int last = part == 0 ? begin : to[o];
            for (int i = first; i < last; i++) {
                double dx = x[i] - px;
                double dy = y[i] - py;
                if (dx * dx + dy * dy <= limit && ++count >= least) {
                    return true;
                }
            }
        }
        return count >= least;
    }

    private void markByWeight(int strip, double[] weight) {
        Window window = new Window(strips, strip);
        for (int cell = strips.stripStart[strip]; cell < strips.stripStart[strip + 1]; cell++) {
            window.moveTo(cell);
            int begin = strips.cellStart[cell];
            int end = strips.cellStart[cell + 1];
            parent[cell] = -1;
            double own = sum(weight, begin, end);
            boolean any = own >= enough;
            if (any) {
                Arrays.fill(core, begin, end, true);
            } else if (inReach(window, weight) >= enough * SLACK) {
                for (int i = begin; i < end; i++) {
                    core[i] = isCore(i, begin, end, own, window, weight);
                    any |= core[i];
                }
            }
            if (any) {
                boxCores(cell, begin, end);
            }
        }
    }

    private static double sum(double[] weight, int begin, int end) {
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += weight[i];
        }
        return sum;
    }

    private double inReach(Window window, double[] weight) {
        double sum = 0;
        for (int o = 0; o < 5; o++) {
            sum += sum(weight, strips.cellStart[window.from[o]], strips.cellStart[window.to[o]]);
        }
        return sum;
    }

    private boolean isCore(int place, int begin, int end, double own, Window window, double[] weight) {
        double sum = own;
        double px = strips.x[place];
        double py = strips.y[place];
        for (int o : NEAR_FIRST) {
            int last = strips.cellStart[window.to[o]];
            for (int i = strips.cellStart[window.from[o]]; i < last; i++) {
                if (i == begin) {
                    i = end - 1;
                    continue;
                }
                double dx = strips.x[i] - px;
                double dy = strips.y[i] - py;
                if (dx * dx + dy * dy <= epsSquared) {
                    sum += weight[i];
                    if (sum >= enough) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void boxCores(int cell, int begin, int end) {
        parent[cell] = cell;
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = begin; i < end; i++) {
            if (core[i]) {
                west = Math.min(west, strips.x[i]);
                east = Math.max(east, strips.x[i]);
                south = Math.min(south, strips.y[i]);
                north = Math.max(north, strips.y[i]);
            }
        }
        coreBox[4 * cell] = west;
        coreBox[4 * cell + 1] = south;
        coreBox[4 * cell + 2] = east;
        coreBox[4 * cell + 3] = north;
    }

    /** Each pair of cells is looked at from its southern, then western cell; touching cells first, they join most. */
    private void joinCells(int strip) {
        Window window = new Window(strips, strip);
        for (int cell = strips.stripStart[strip]; cell < strips.stripStart[strip + 1]; cell++) {
            if (parent[cell] < 0) {
                continue;
            }
            window.moveTo(cell);
            for (int pass = 0; pass < 2; pass++) {
                boolean touching = pass == 0;
                for (int o = Window.OWN; o < 5; o++) {
                    if (touching && o > 3) {
                        continue;
                    }
                    int first = o == Window.OWN ? cell + 1 : window.from[o];
                    for (int other = first; other < window.to[o]; other++) {
                        boolean touches = o <= 3 && Math.abs(strips.column[other] - strips.column[cell]) <= 1;
                        if (touches == touching && hasCore(other)) {
                            joinIfNear(cell, other);
                        }
                    }
                }
            }
        }
    }

    private boolean hasCore(int cell) {
        return (int) PARENT.getOpaque(parent, cell) >= 0;
    }

    private void joinIfNear(int cell, int other) {
        if (boxesNear(cell, other) && find(cell) != find(other) && coresNear(cell, other)) {
            join(cell, other);
        }
    }

    private boolean boxesNear(int a, int b) {
        double dx = Math.max(0, Math.max(coreBox[4 * a] - coreBox[4 * b + 2], coreBox[4 * b] - coreBox[4 * a + 2]));
        double dy =
                Math.max(0, Math.max(coreBox[4 * a + 1] - coreBox[4 * b + 3], coreBox[4 * b + 1] - coreBox[4 * a + 3]));
        return dx * dx + dy * dy <= epsSquared;
    }

    private boolean coresNear(int a, int b) {
        double[] x = strips.x;
        double[] y = strips.y;
        int begin = strips.cellStart[b];
        int end = strips.cellStart[b + 1];
        for (int i = strips.cellStart[a]; i < strips.cellStart[a + 1]; i++) {
            double px = x[i];
            double py = y[i];
            if (!core[i] || squaredToCores(b, px, py) > epsSquared) {
                continue;
            }
            for (int k = begin; k < end; k++) {
                double dx = x[k] - px;
                double dy = y[k] - py;
                if (dx * dx + dy * dy <= epsSquared && core[k]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Square of the distance to the box around a cell's core places. */
    private double squaredToCores(int cell, double px, double py) {
        double dx = Math.max(0, Math.max(coreBox[4 * cell] - px, px - coreBox[4 * cell + 2]));
        double dy = Math.max(0, Math.max(coreBox[4 * cell + 1] - py, py - coreBox[4 * cell + 3]));
        return dx * dx + dy * dy;
    }

    /**
     * Numbers the clusters by their first core row.
     *
     * @param number takes the cluster of each cell with core places
     * @return number of clusters
     */
    private int numberClusters(int[] number) {
        int[] firstRow = new int[strips.cells()];
        Parallel.over(strips.strips(), strip -> {
            for (int cell = strips.stripStart[strip]; cell < strips.stripStart[strip + 1]; cell++) {
                firstRow[cell] = parent[cell] < 0 ? Integer.MAX_VALUE : firstCoreRow(cell);
            }
        });
        for (int cell = 0; cell < firstRow.length; cell++) {
            number[cell] = -1;
            if (parent[cell] >= 0) {
                int root = find(cell);
                firstRow[root] = Math.min(firstRow[root], firstRow[cell]);
            }
        }
        long[] roots = new long[firstRow.length];
        int count = 0;
        for (int cell = 0; cell < firstRow.length; cell++) {
            if (parent[cell] == cell) {
                roots[count++] = (long) firstRow[cell] << 32 | cell;
            }
        }
        Arrays.sort(roots, 0, count);
        for (int cluster = 0; cluster < count; cluster++) {
            number[(int) roots[cluster]] = cluster;
        }
        for (int cell = 0; cell < number.length; cell++) {
            if (parent[cell] >= 0) {
                number[cell] = number[find(cell)];
            }
        }
        return count;
    }

    private int firstCoreRow(int cell) {
        int first = Integer.MAX_VALUE;
        for (int place = strips.cellStart[cell]; place < strips.cellStart[cell + 1]; place++) {
            if (core[place]) {
                for (int i = strips.firstRow(place); i < strips.firstRow(place + 1); i++) {
                    first = Math.min(first, strips.row[i]);
                }
            }
        }
        return first;
    }

    private void label(int strip, int[] number, int[] label, boolean[] coreRow) {
        Window window = new Window(strips, strip);
        for (int cell = strips.stripStart[strip]; cell < strips.stripStart[strip + 1]; cell++) {
            boolean moved = false;
            boolean alone = false;
            for (int place = strips.cellStart[cell]; place < strips.cellStart[cell + 1]; place++) {
                int own = cell;
                if (!core[place]) {
                    if (!moved) {
                        window.moveTo(cell);
                        moved = true;
                        alone = !anyCore(window);
                    }
                    own = alone ? -1 : cellOfNearestCore(place, window);
                }
                int cluster = own < 0 ? Clusters.NOISE : number[own];
                for (int i = strips.firstRow(place); i < strips.firstRow(place + 1); i++) {
                    label[strips.row[i]] = cluster;
                    coreRow[strips.row[i]] = core[place];
                }
            }
        }
    }

    private boolean anyCore(Window window) {
        for (int o = 0; o < 5; o++) {
            for (int cell = window.from[o]; cell < window.to[o]; cell++) {
                if (parent[cell] >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private int cellOfNearestCore(int place, Window window) {
        double[] x = strips.x;
        double[] y = strips.y;
        double px = x[place];
        double py = y[place];
        double best = epsSquared;
        int nearest = -1;
        int nearestCell = -1;
        for (int o : NEAR_FIRST) {
            for (int cell = window.from[o]; cell < window.to[o]; cell++) {
                if (parent[cell] < 0 || squaredToCores(cell, px, py) > best) {
                    continue;
                }
                for (int i = strips.cellStart[cell]; i < strips.cellStart[cell + 1]; i++) {
                    double dx = x[i] - px;
                    double dy = y[i] - py;
                    double distance = dx * dx + dy * dy;
                    if (distance <= best && core[i] && (distance < best || nearest < 0 || isWestOrSouth(i, nearest))) {
                        best = distance;
                        nearest = i;
                        nearestCell = cell;
                    }
                }
            }
        }
        return nearestCell;
    }

    private boolean isWestOrSouth(int a, int b) {
        return PlaceSort.compare(strips.x[a], strips.y[a], strips.x[b], strips.y[b]) < 0;
    }

    private int find(int cell) {
        int at = cell;
        while (true) {
            int up = (int) PARENT.getOpaque(parent, at);
            if (up == at) {
                return at;
            }
            int over = (int) PARENT.getOpaque(parent, up);
            if (over != up) {
                // halving the path may lose against another thread's write: both point towards the root
                PARENT.compareAndSet(parent, at, up, over);
            }
            at = over;
        }
    }

    private void join(int a, int b) {
        while (true) {
            int rootA = find(a);
            int rootB = find(b);
            if (rootA == rootB) {
                return;
            }
            int upper = Math.max(rootA, rootB);
            if (PARENT.compareAndSet(parent, upper, upper, Math.min(rootA, rootB))) {
                return;
            }
        }
    }
}
