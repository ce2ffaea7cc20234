package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How clusters grow apart as the distance shrinks, with small losses left out (Campello, Moulavi &amp; Sander
 * 2013): a cluster lives from the distance at which it splits off to the one at which it splits in turn or
 * falls below {@code minClusterSize} rows; rows that leave it on the way leave it one by one. Built upwards
 * from the lightest edge; edges of equal weight act at once, so that the tree is that of the points and not
 * of the order in which ties were broken, and a split may have more than two parts.
 *
 * <p>Density is 1 over distance; distances below a floor count as the floor, so that coincident rows are
 * dense and not infinitely dense.
 */
final class CondensedTree {
    static final int NONE = -1;

    /** Number of clusters, children before parents; the last is the root, when there is any. */
    int clusters;
    /** Parent of each cluster; {@link #NONE} for the root. */
    int[] parent = new int[16];
    /** Rows of each cluster when it splits off. */
    int[] rows = new int[16];
    /** Density at which each cluster splits off from its parent; 0 for the root. */
    double[] birth = new double[16];
    /** Density at which the last rows leave each cluster, parts that are clusters themselves included. */
    double[] death = new double[16];
    /** Sum over a cluster's rows of the densities by which they outlast its birth. */
    double[] stability = new double[16];
    /**
     * Cluster that each place leaves; {@link #NONE} when there is no cluster at all. As long as a place belongs
     * to a component too small to be one, the next place of that component, in a ring.
     */
    final int[] leaves;
    /** Density at which each place leaves it. */
    final double[] density;

    private final int minClusterSize;
    private final double floor;
    private final int[] component;
    /** Rows of each component. */
    private final int[] size;
    /** What each component ends in: its cluster when it is large enough, else the last place of its ring. */
    private final int[] tail;

    /**
     * @param rowsAt rows at each place
     * @param core core distance of each place in metres
     * @param from place at one end of each edge, in order of weight
     * @param weight weights of the edges in metres, ascending
     */
    CondensedTree(
            IntUnaryOperator rowsAt,
            double[] core,
            int[] from,
            int[] to,
            double[] weight,
            int minClusterSize,
            double floor) {
        int n = core.length;
        this.minClusterSize = minClusterSize;
        this.floor = floor;
        leaves = IntStream.range(0, n).toArray();
        density = new double[n];
        component = leaves.clone();
        tail = leaves.clone();
        size = new int[n];
        for (int i = 0; i < n; i++) {
            size[i] = rowsAt.applyAsInt(i);
            if (isCluster(i)) {
                begin(i, density(core[i]));
            }
        }
        int edge = 0;
        while (edge < from.length) {
            int end = edge + 1;
            while (end < from.length && weight[end] == weight[edge]) {
                end++;
            }
            if (end == edge + 1) {
                pair(find(from[edge]), find(to[edge]), density(weight[edge]));
            } else {
                several(from, to, edge, end, density(weight[edge]));
            }
            edge = end;
        }
        if (n > 0) {
            int root = find(0);
            if (isCluster(root)) {
                rows[tail[root]] = size[root];
            } else {
                Arrays.fill(leaves, NONE);
            }
        }
    }

    private boolean isCluster(int root) {
        return size[root] >= minClusterSize;
    }

    private double density(double distance) {
        return 1 / Math.max(distance, floor);
    }

    /** Two components become one. */
    private void pair(int a, int b, double level) {
        int large = size[a] >= size[b] ? a : b;
        int small = large == a ? b : a;
        if (!isCluster(large)) {
            chain(large, small);
            unite(large, small);
            if (isCluster(large)) {
                begin(large, level);
            }
        } else if (!isCluster(small)) {
            stability[tail[large]] += size[small] * level;
            letGo(small, tail[large], level);
            unite(large, small);
        } else {
            int above = add(level);
            split(large, above, level);
            split(small, above, level);
            unite(large, small);
            tail[large] = above;
            stability[above] = size[large] * level;
        }
    }

    /** Any number of components become fewer, all at the same distance. */
    private void several(int[] from, int[] to, int edge, int end, double level) {
        int[] ends = new int[2 * (end - edge)];
        for (int e = edge; e < end; e++) {
            ends[2 * (e - edge)] = find(from[e]);
            ends[2 * (e - edge) + 1] = find(to[e]);
        }
        int[] parts = Arrays.stream(ends).sorted().distinct().toArray();
        for (int e = edge; e < end; e++) {
            int a = find(from[e]);
            int b = find(to[e]);
            component[Math.max(a, b)] = Math.min(a, b);
        }
        long[] grouped = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            grouped[i] = (long) find(parts[i]) << 32 | parts[i];
        }
        Arrays.sort(grouped);
        int begin = 0;
        for (int i = 1; i <= grouped.length; i++) {
            if (i == grouped.length || grouped[i] >> 32 != grouped[begin] >> 32) {
                merge((int) (grouped[begin] >> 32), grouped, begin, i, level);
                begin = i;
            }
        }
    }

    /** The parts of one new component; its root, one of them, already stands for all. */
    private void merge(int root, long[] grouped, int begin, int end, double level) {
        int clustersWithin = 0;
        int only = NONE;
        int all = 0;
        for (int i = begin; i < end; i++) {
            int part = (int) grouped[i];
            all += size[part];
            if (isCluster(part)) {
                clustersWithin++;
                only = part;
            }
        }
        if (clustersWithin == 0) {
            for (int i = begin; i < end; i++) {
                if ((int) grouped[i] != root) {
                    chain(root, (int) grouped[i]);
                }
            }
            size[root] = all;
            if (isCluster(root)) {
                begin(root, level);
            }
            return;
        }
        int kept = clustersWithin == 1 ? tail[only] : add(level);
        stability[kept] += (clustersWithin == 1 ? all - size[only] : all) * level;
        for (int i = begin; i < end; i++) {
            int part = (int) grouped[i];
            if (!isCluster(part)) {
                letGo(part, kept, level);
            } else if (clustersWithin > 1) {
                split(part, kept, level);
            }
        }
        tail[root] = kept;
        size[root] = all;
    }

    /** A component large enough becomes a cluster: below this distance it falls apart altogether. */
    private void begin(int root, double level) {
        int born = add(level);
        stability[born] = size[root] * level;
        letGo(root, born, level);
        tail[root] = born;
    }

    /** The places of a ring leave a cluster. */
    private void letGo(int root, int left, double level) {
        int end = tail[root];
        int place = end;
        do {
            int next = leaves[place];
            leaves[place] = left;
            density[place] = level;
            place = next;
        } while (place != end);
    }

    private void split(int root, int above, double level) {
        int below = tail[root];
        parent[below] = above;
        rows[below] = size[root];
        birth[below] = level;
        stability[below] -= size[root] * level;
    }

    /** Two rings become one. */
    private void chain(int root, int part) {
        int first = leaves[tail[root]];
        leaves[tail[root]] = leaves[tail[part]];
        leaves[tail[part]] = first;
    }

    private void unite(int root, int part) {
        component[part] = root;
        size[root] += size[part];
    }

    private int add(double level) {
        if (clusters == parent.length) {
            parent = Arrays.copyOf(parent, 2 * clusters);
            rows = Arrays.copyOf(rows, 2 * clusters);
            birth = Arrays.copyOf(birth, 2 * clusters);
            death = Arrays.copyOf(death, 2 * clusters);
            stability = Arrays.copyOf(stability, 2 * clusters);
        }
        parent[clusters] = NONE;
        death[clusters] = level;
        return clusters++;
    }

    private int find(int place) {
        int at = place;
        while (component[at] != at) {
            component[at] = component[component[at]];
            at = component[at];
        }
        return at;
    }
}
