package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Squares of the core distances of all places: how far the circle around a place must reach to hold
 * {@code minPts} rows, its own and coincident ones counted. Leaf by leaf: one walk through the tree gathers
 * everything the eight places of a leaf can need, then each place scans what was gathered and picks its
 * {@code minPts}-th by counting into slices of equal area.
 */
final class CoreDistances {
    private static final int LEAVES_AT_A_TIME = 256;
    /** Far above the rounding of a bound, far below what would cost time. */
    private static final double INFLATED = 1 + 1e-12;

    private final BoxTree tree;
    private final int minPts;

    private CoreDistances(BoxTree tree, int minPts) {
        this.tree = tree;
        this.minPts = minPts;
    }

    /** Infinite everywhere when there are fewer than {@code minPts} rows. */
    static double[] squared(BoxTree tree, int minPts) {
        double[] squared = new double[tree.places()];
        if (tree.rows() < minPts) {
            Arrays.fill(squared, Double.POSITIVE_INFINITY);
        } else {
            CoreDistances method = new CoreDistances(tree, minPts);
            int tasks = (tree.leaves + LEAVES_AT_A_TIME - 1) / LEAVES_AT_A_TIME;
            IntStream.range(0, tasks).parallel().forEach(task -> {
                Search search = method.new Search();
                int end = Math.min(tree.leaves, (task + 1) * LEAVES_AT_A_TIME);
                for (int leaf = task * LEAVES_AT_A_TIME; leaf < end; leaf++) {
                    search.leaf(tree.leaves + leaf, squared);
                }
            });
        }
        return squared;
    }

    /** Working memory of one thread. */
    private final class Search {
        private static final int SLICES = 64;

        private final int[] stack = new int[128];
        private double[] east = new double[256];
        private double[] north = new double[256];
        private int[] rows = new int[256];
        private int gathered;
        /** Squares of distances within the bound, and the rows behind each. */
        private double[] near = new double[256];

        private int[] nearRows = new int[256];
        private double[] scratch = new double[256];
        private final int[] slice = new int[SLICES + 1];

        void leaf(int node, double[] squared) {
            int from = tree.begin(node);
            int to = tree.end(node);
            if (from >= to) {
                return;
            }
            double centreX = 0;
            double centreY = 0;
            for (int i = from; i < to; i++) {
                centreX += tree.x[i] / (to - from);
                centreY += tree.y[i] / (to - from);
            }
            double reach = Math.sqrt(firstBound(node, centreX, centreY));
            double farthest = 0;
            for (int i = from; i < to; i++) {
                farthest = Math.max(farthest, distance(i, centreX, centreY));
            }
            double limit = (reach + farthest) * INFLATED;
            gathered = 0;
            gather(node, limit * limit);
            for (int i = from; i < to; i++) {
                // what a neighbour's circle holds, ours holds when it is wider by the distance between us
                double bound = reach + distance(i, centreX, centreY);
                for (int k = Math.max(from, i - 1); k < i; k++) {
                    bound = Math.min(bound, Math.sqrt(squared[k]) + distance(i, tree.x[k], tree.y[k]));
                }
                bound *= INFLATED;
                squared[i] = nth(i, bound * bound);
            }
        }

        private double distance(int i, double px, double py) {
            double dx = tree.x[i] - px;
            double dy = tree.y[i] - py;
            return Math.sqrt(dx * dx + dy * dy);
        }

        /** Square of a distance from the point within which there are enough rows: the nearest of some around the leaf. */
        private double firstBound(int node, double px, double py) {
            int leafFrom = tree.begin(node);
            int half = Math.max(LEAST_AROUND, minPts) / 2;
            int from;
            int to;
            int held;
            do {
                from = Math.max(0, leafFrom - half);
                to = Math.min(tree.places(), leafFrom + BoxTree.LEAF + half);
                held = tree.firstRow(to - 1) + tree.rowsAt(to - 1) - tree.firstRow(from);
                half *= 2;
            } while (held < minPts);
            int count = to - from;
            room(count);
            for (int i = from; i < to; i++) {
                double dx = tree.x[i] - px;
                double dy = tree.y[i] - py;
                near[i - from] = dx * dx + dy * dy;
                nearRows[i - from] = tree.rowsAt(i);
            }
            double farthest = 0;
            for (int i = 0; i < count; i++) {
                farthest = Math.max(farthest, near[i]);
            }
            return pick(count, farthest * INFLATED);
        }

        private static final int LEAST_AROUND = 16;

        /** Collects all places of leaves within the limit of the node's box. */
        private void gather(int node, double limitSquared) {
            int size = 0;
            stack[size++] = 1;
            while (size > 0) {
                int at = stack[--size];
                if (tree.squaredBetween(node, at) > limitSquared) {
                    continue;
                }
                if (at < tree.leaves) {
                    stack[size++] = 2 * at;
                    stack[size++] = 2 * at + 1;
                } else {
                    take(tree.begin(at), tree.end(at));
                }
            }
        }

        private void take(int from, int to) {
            if (gathered + BoxTree.LEAF > east.length) {
                east = Arrays.copyOf(east, 2 * east.length);
                north = Arrays.copyOf(north, 2 * north.length);
                rows = Arrays.copyOf(rows, 2 * rows.length);
            }
            for (int i = from; i < to; i++) {
                east[gathered] = tree.x[i];
                north[gathered] = tree.y[i];
                rows[gathered] = tree.rowsAt(i);
                gathered++;
            }
        }

        private void room(int count) {
            if (near.length < count) {
                near = new double[2 * count];
                nearRows = new int[2 * count];
                scratch = new double[2 * count];
            }
        }

        /** Square of the distance that holds enough rows, among what was gathered. */
        private double nth(int place, double bound) {
            room(gathered + 1);
            double px = tree.x[place];
            double py = tree.y[place];
            double[] all = scratch;
            for (int i = 0; i < gathered; i++) {
                double dx = east[i] - px;
                double dy = north[i] - py;
                all[i] = dx * dx + dy * dy;
            }
            int count = 0;
            double beyond = bound * INFLATED + Double.MIN_NORMAL;
            if (tree.rowStart == null) {
                for (int i = 0; i < gathered; i++) {
                    near[count] = all[i];
                    // one where the difference is negative: no branch to guess
                    count += (int) (Double.doubleToRawLongBits(all[i] - beyond) >>> 63);
                }
            } else {
                for (int i = 0; i < gathered; i++) {
                    near[count] = all[i];
                    nearRows[count] = rows[i];
                    count += (int) (Double.doubleToRawLongBits(all[i] - beyond) >>> 63);
                }
            }
            return pick(count, beyond);
        }

        /** The value among {@code near[0..count)}, all at most the bound, at which enough rows are counted. */
        private double pick(int count, double bound) {
            double perSlice = SLICES / bound;
            if (!(perSlice < Double.POSITIVE_INFINITY)) {
                perSlice = 0;
            }
            boolean weighted = tree.rowStart != null;
            Arrays.fill(slice, 0);
            for (int i = 0; i < count; i++) {
                slice[(int) (near[i] * perSlice)] += weighted ? nearRows[i] : 1;
            }
            int at = 0;
            int before = 0;
            while (before + slice[at] < minPts) {
                before += slice[at++];
            }
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if ((int) (near[i] * perSlice) == at) {
                    near[kept] = near[i];
                    nearRows[kept] = nearRows[i];
                    kept++;
                }
            }
            return weighted ? weighted(kept, minPts - before) : unweighted(kept, minPts - before);
        }

        private double unweighted(int count, int wanted) {
            if (count > FEW) {
                Arrays.sort(near, 0, count);
                return near[wanted - 1];
            }
            for (int i = 0; i < wanted; i++) {
                int least = i;
                for (int k = i + 1; k < count; k++) {
                    least = near[k] < near[least] ? k : least;
                }
                double swap = near[i];
                near[i] = near[least];
                near[least] = swap;
            }
            return near[wanted - 1];
        }

        private static final int FEW = 16;

        private double weighted(int count, int wanted) {
            int left = wanted;
            double last = -1;
            // rounds over the slice, each takes all rows of the next greater value
            while (true) {
                double next = Double.POSITIVE_INFINITY;
                int behind = 0;
                for (int i = 0; i < count; i++) {
                    if (near[i] > last && near[i] <= next) {
                        behind = near[i] < next ? nearRows[i] : behind + nearRows[i];
                        next = near[i];
                    }
                }
                if (behind >= left) {
                    return next;
                }
                left -= behind;
                last = next;
            }
        }
    }
}
