package se.lageskarta.geo.cluster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One run of {@link Dbscan}: marks core places, joins cells whose core places are within eps, gives border
 * places to their nearest core place, numbers the clusters. Each step goes strip by strip in parallel; what
 * a step writes does not depend on which thread comes first, except the roots of the joined cells, which
 * the numbering at the end forgets.
 */
final class DbscanRun {
    private static final VarHandle PARENT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final double SLACK = 1 - 1e-12;
    /** Order in which the five strips of a window are searched: near ones first, they end the search sooner. */
    private static final int[] NEAR_FIRST = {2, 1, 3, 0, 4};

    private final Strips strips;
    private final double eps;
    private final double epsSquared;
    private final double enough;
    private final boolean[] core;
    private final boolean[] cellHasCore;
    private final double[] cellWeight;
    private final int[] parent;
    /** West, south, east and north edge of each cell's core places. */
    private final double[] coreBox;

    DbscanRun(Strips strips, double epsMetres, double minWeight) {
        this.strips = strips;
        eps = epsMetres;
        epsSquared = epsMetres * epsMetres;
        enough = minWeight * SLACK;
        core = new boolean[strips.places()];
        cellHasCore = new boolean[strips.cells()];
        cellWeight = new double[strips.cells()];
        parent = new int[strips.cells()];
        coreBox = new double[4 * strips.cells()];
    }

    Clusters clusters() {
        weighCells();
        IntStream.range(0, strips.strips()).parallel().forEach(this::markCores);
        IntStream.range(0, strips.strips()).parallel().forEach(this::joinCells);
        int[] root = new int[strips.places()];
        IntStream.range(0, strips.strips()).parallel().forEach(strip -> label(strip, root));
        return numbered(root);
    }

    private void weighCells() {
        for (int cell = 0; cell < parent.length; cell++) {
            parent[cell] = cell;
            double sum = 0;
            for (int i = strips.cellStart[cell]; i < strips.cellStart[cell + 1]; i++) {
                sum += strips.weight[i];
            }
            cellWeight[cell] = sum;
        }
    }

    private void markCores(int strip) {
        Window window = new Window(strips, strip);
        for (int cell = strips.stripStart[strip]; cell < strips.stripStart[strip + 1]; cell++) {
            window.moveTo(cell);
            int from = strips.cellStart[cell];
            int to = strips.cellStart[cell + 1];
            if (cellWeight[cell] >= enough) {
                // all places of a cell are within eps of each other
                Arrays.fill(core, from, to, true);
            } else if (weightInReach(window) >= enough * SLACK) {
                for (int i = from; i < to; i++) {
                    core[i] = isCore(i, cell, window);
                }
            }
            boxCores(cell, from, to);
        }
    }

    private double weightInReach(Window window) {
        double sum = 0;
        for (int o = 0; o < 5; o++) {
            for (int cell = window.from[o]; cell < window.to[o]; cell++) {
                sum += cellWeight[cell];
            }
        }
        return sum;
    }

    private boolean isCore(int place, int cell, Window window) {
        double sum = cellWeight[cell];
        double px = strips.x[place];
        double py = strips.y[place];
        for (int o : NEAR_FIRST) {
            if (window.from[o] == window.to[o]) {
                continue;
            }
            int end = strips.cellStart[window.to[o]];
            for (int i = strips.cellStart[window.from[o]]; i < end; i++) {
                if (o == Window.OWN && i == strips.cellStart[cell]) {
                    i = strips.cellStart[cell + 1];
                    if (i == end) {
                        break;
                    }
                }
                double dx = strips.x[i] - px;
                double dy = strips.y[i] - py;
                if (dx * dx + dy * dy <= epsSquared) {
                    sum += strips.weight[i];
                    if (sum >= enough) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void boxCores(int cell, int from, int to) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (core[i]) {
                cellHasCore[cell] = true;
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
            window.moveTo(cell);
            if (!cellHasCore[cell]) {
                continue;
            }
            for (int pass = 0; pass < 2; pass++) {
                boolean touching = pass == 0;
                for (int o = Window.OWN; o < 5; o++) {
                    int first = o == Window.OWN ? cell + 1 : window.from[o];
                    for (int other = first; other < window.to[o]; other++) {
                        boolean touches = o <= 3 && Math.abs(strips.column[other] - strips.column[cell]) <= 1;
                        if (touches == touching && cellHasCore[other]) {
                            joinIfNear(cell, other);
                        }
                    }
                }
            }
        }
    }

    private void joinIfNear(int cell, int other) {
        if (find(cell) != find(other) && boxesNear(cell, other) && coresNear(cell, other)) {
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
        double west = coreBox[4 * b];
        double south = coreBox[4 * b + 1];
        double east = coreBox[4 * b + 2];
        double north = coreBox[4 * b + 3];
        int begin = strips.cellStart[b];
        int end = strips.cellStart[b + 1];
        for (int i = strips.cellStart[a]; i < strips.cellStart[a + 1]; i++) {
            if (!core[i]) {
                continue;
            }
            double px = strips.x[i];
            double py = strips.y[i];
            double gapX = Math.max(0, Math.max(west - px, px - east));
            double gapY = Math.max(0, Math.max(south - py, py - north));
            if (gapX * gapX + gapY * gapY > epsSquared) {
                continue;
            }
            // places of a cell ascend in x: nothing further than eps to the east can be near
            for (int k = begin; k < end && strips.x[k] - px <= eps; k++) {
                double dx = strips.x[k] - px;
                double dy = strips.y[k] - py;
                if (core[k] && dx * dx + dy * dy <= epsSquared) {
                    return true;
                }
            }
        }
        return false;
    }

    private void label(int strip, int[] root) {
        Window window = new Window(strips, strip);
        for (int cell = strips.stripStart[strip]; cell < strips.stripStart[strip + 1]; cell++) {
            window.moveTo(cell);
            for (int i = strips.cellStart[cell]; i < strips.cellStart[cell + 1]; i++) {
                root[i] = core[i] ? find(cell) : rootOfNearestCore(i, window);
            }
        }
    }

    private int rootOfNearestCore(int place, Window window) {
        double px = strips.x[place];
        double py = strips.y[place];
        double best = epsSquared;
        int nearest = -1;
        int nearestCell = -1;
        for (int o = 0; o < 5; o++) {
            for (int cell = window.from[o]; cell < window.to[o]; cell++) {
                if (!cellHasCore[cell]) {
                    continue;
                }
                for (int i = strips.cellStart[cell]; i < strips.cellStart[cell + 1]; i++) {
                    double dx = strips.x[i] - px;
                    double dy = strips.y[i] - py;
                    double distance = dx * dx + dy * dy;
                    if (core[i] && distance <= best && (distance < best || nearest < 0 || isWestOrSouth(i, nearest))) {
                        best = distance;
                        nearest = i;
                        nearestCell = cell;
                    }
                }
            }
        }
        return nearest < 0 ? Clusters.NOISE : find(nearestCell);
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

    private Clusters numbered(int[] root) {
        int n = strips.rows();
        int[] label = new int[n];
        boolean[] coreRow = new boolean[n];
        IntStream.range(0, strips.places()).parallel().forEach(place -> {
            for (int i = strips.rowStart[place]; i < strips.rowStart[place + 1]; i++) {
                label[strips.row[i]] = root[place];
                coreRow[strips.row[i]] = core[place];
            }
        });
        int[] number = new int[strips.cells()];
        Arrays.fill(number, Clusters.NOISE);
        int count = 0;
        for (int row = 0; row < n; row++) {
            if (coreRow[row] && number[label[row]] == Clusters.NOISE) {
                number[label[row]] = count++;
            }
        }
        for (int row = 0; row < n; row++) {
            label[row] = label[row] == Clusters.NOISE ? Clusters.NOISE : number[label[row]];
        }
        return new Clusters(label, coreRow, count, strips.places(), Clusters.adviceFor(label, count, strips.places()));
    }
}
