package se.lageskarta.geo.cluster;

import java.util.Arrays;

/**
 * Rows in the order in which density leads from one to the next, OPTICS: the valleys of the distances along that
 * order are clusters, whatever the distance one would have chosen. The core distance of a row is that to its
 * {@code minPts}-th nearest row, itself and coincident rows counted; a row is reached from another at the greater
 * of that one's core distance and the distance between them, if that is at most {@code epsMetres}.
 *
 * <p>Ties: of rows reached at the same distance, and where nothing is reached, the next is the first along a
 * Hilbert curve around all of them; coincident rows follow each other in ascending order. So the order of places
 * does not depend on the order of the rows.
 *
 * <p>Source: Ankerst, Breunig, Kriegel &amp; Sander (1999), OPTICS: ordering points to identify the clustering
 * structure, SIGMOD. The cost is the number of pairs of places within {@code epsMetres}, and O(n log n) besides;
 * 80 bytes a row.
 *
 * <p>Known limits: planar metres; one thread, because each step needs the one before.
 *
 * @param epsMetres greatest distance looked at, greater than 0; the larger, the slower
 * @param minPts rows that make a neighbourhood, 1 or more
 */
public record Optics(double epsMetres, int minPts) {
    public Optics {
        Dbscan.requirePositive("epsMetres", epsMetres);
        if (minPts < 1) {
            throw new IllegalArgumentException("minPts is " + minPts + ", but must be 1 or more");
        }
    }

    /**
     * @param x metres east, finite
     * @param y metres north, as many as {@code x}
     */
    public OpticsOrder order(double[] x, double[] y) {
        return new Walk(BoxTree.of(x, y)).order();
    }

    /** Goes from place to place. */
    private final class Walk {
        private static final int WAITING = -1;
        private static final int DONE = -2;

        private final BoxTree tree;
        private final double epsSquared = epsMetres * epsMetres;
        private final double[] core;
        /** Square of the distance each place is reached at so far. */
        private final double[] reach;
        /** Position of each place in the heap, or why it has none. */
        private final int[] position;
        /** Places reached and not visited, the nearest on top. */
        private final int[] heap;

        private final int[] stack = new int[128];
        private int size;

        Walk(BoxTree tree) {
            this.tree = tree;
            int n = tree.places();
            core = CoreDistances.squared(tree, minPts);
            reach = new double[n];
            Arrays.fill(reach, Double.POSITIVE_INFINITY);
            position = new int[n];
            Arrays.fill(position, WAITING);
            heap = new int[n];
        }

        OpticsOrder order() {
            int n = tree.rows();
            int[] order = new int[n];
            double[] reached = new double[n];
            int next = 0;
            for (int start = 0; start < tree.places(); start++) {
                if (position[start] == DONE) {
                    continue;
                }
                next = visit(start, order, reached, next);
                while (size > 0) {
                    next = visit(pop(), order, reached, next);
                }
            }
            double[] cores = new double[tree.places()];
            for (int i = 0; i < cores.length; i++) {
                cores[i] = withinEps(core[i]);
            }
            return new OpticsOrder(order, reached, tree.rowsByPlace().spread(cores), epsMetres, cores.length);
        }

        private double withinEps(double squared) {
            return squared <= epsSquared ? Math.sqrt(squared) : Double.POSITIVE_INFINITY;
        }

        private int visit(int place, int[] order, double[] reached, int from) {
            position[place] = DONE;
            int next = from;
            for (int i = 0; i < tree.rowsAt(place); i++) {
                order[next] = tree.row[tree.firstRow(place) + i];
                // the rows after the first may be reached from it
                reached[next++] = withinEps(i == 0 ? reach[place] : Math.min(reach[place], core[place]));
            }
            if (core[place] <= epsSquared) {
                reachFrom(place);
            }
            return next;
        }

        private void reachFrom(int place) {
            double px = tree.x[place];
            double py = tree.y[place];
            int open = 0;
            stack[open++] = 1;
            while (open > 0) {
                int node = stack[--open];
                if (tree.squaredTo(node, px - tree.originX, py - tree.originY) > epsSquared) {
                    continue;
                }
                if (node < tree.leaves) {
                    stack[open++] = 2 * node + 1;
                    stack[open++] = 2 * node;
                    continue;
                }
                for (int i = tree.begin(node); i < tree.end(node); i++) {
                    double dx = tree.x[i] - px;
                    double dy = tree.y[i] - py;
                    double squared = dx * dx + dy * dy;
                    if (squared <= epsSquared && position[i] != DONE) {
                        improve(i, Math.max(squared, core[place]));
                    }
                }
            }
        }

        private void improve(int place, double squared) {
            if (squared < reach[place]) {
                reach[place] = squared;
                if (position[place] == WAITING) {
                    position[place] = size;
                    heap[size++] = place;
                }
                rise(position[place]);
            }
        }

        private boolean isBefore(int a, int b) {
            return reach[a] < reach[b] || reach[a] == reach[b] && a < b;
        }

        private void rise(int from) {
            int at = from;
            int place = heap[at];
            while (at > 0 && isBefore(place, heap[(at - 1) / 2])) {
                put(at, heap[(at - 1) / 2]);
                at = (at - 1) / 2;
            }
            put(at, place);
        }

        private int pop() {
            int top = heap[0];
            int last = heap[--size];
            if (size > 0) {
                int at = 0;
                while (2 * at + 1 < size) {
                    int child = 2 * at + 1;
                    if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                        child++;
                    }
                    if (!isBefore(heap[child], last)) {
                        break;
                    }
                    put(at, heap[child]);
                    at = child;
                }
                put(at, last);
            }
            return top;
        }

        private void put(int at, int place) {
            heap[at] = place;
            position[place] = at;
        }
    }
}
