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
 * <p>Distances below a floor count as the floor, so that coincident rows are dense and not infinitely dense.
 * Density is 1 over distance.
 *
 * <p>A single place that holds exactly two clusters together, at its own core distance, belongs to neither by
 * the definition; it goes with the larger of them, at the density of the split, as it does in programs that
 * break ties one by one.
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

    /** Density at which each place stands alone: that of its lightest edge, or of its own rows. */
    final double[] alone;

    private final int minClusterSize;
    private final double floor;
    private final double[] core;
    private int[] component;
    /** Rows of each component. */
    private int[] size;
    /** What each component ends in: the last place of its ring, or, once it is a cluster, that one's complement. */
    private int[] tail;

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
        this.core = core;
        leaves = IntStream.range(0, n).toArray();
        density = new double[n];
        alone = new double[n];
        component = leaves.clone();
        tail = leaves.clone();
        size = new int[n];
        for (int i = 0; i < n; i++) {
            size[i] = rowsAt.applyAsInt(i);
            alone[i] = size[i] > 1 ? 1 / level(core[i]) : 0;
        }
        int edge = 0;
        while (edge < from.length) {
            double level = level(weight[edge]);
            int end = edge + 1;
            while (end < from.length && level(weight[end]) == level) {
                end++;
            }
            if (end == edge + 1) {
                pair(ripe(from[edge], level), ripe(to[edge], level), level);
            } else {
                several(from, to, edge, end, level);
            }
            edge = end;
        }
        if (n > 0) {
            int root = ripe(0, Double.POSITIVE_INFINITY);
            if (isCluster(root)) {
                rows[~tail[root]] = size[root];
            } else {
                Arrays.fill(leaves, NONE);
            }
        }
        // what only growing needed
        component = new int[0];
        size = component;
        tail = component;
    }

    private double level(double distance) {
        return Math.max(distance, floor);
    }

    private boolean isCluster(int root) {
        return tail[root] < 0;
    }

    /** The component of a place, which becomes a cluster if it is a place busy enough to have been one below the level. */
    private int ripe(int place, double level) {
        int root = find(place);
        if (!isCluster(root) && leaves[root] == root) {
            if (alone[root] == 0) {
                alone[root] = 1 / level;
            }
            if (size[root] >= minClusterSize && level(core[root]) < level) {
                begin(root, level(core[root]));
            }
        }
        return root;
    }

    /** Two components become one. */
    private void pair(int a, int b, double level) {
        if (isCluster(a) && isCluster(b)) {
            int above = add(level);
            split(a, above, level);
            split(b, above, level);
            unite(a, b);
            tail[a] = ~above;
            stability[above] = size[a] / level;
        } else if (isCluster(a) || isCluster(b)) {
            int kept = isCluster(a) ? a : b;
            int lost = kept == a ? b : a;
            stability[~tail[kept]] += size[lost] / level;
            letGo(lost, ~tail[kept], level);
            unite(kept, lost);
        } else {
            chain(a, b);
            unite(a, b);
            if (size[a] >= minClusterSize) {
                begin(a, level);
            }
        }
    }

    /** Any number of components become fewer, all at the same distance. */
    private void several(int[] from, int[] to, int edge, int end, double level) {
        int[] ends = new int[2 * (end - edge)];
        for (int e = edge; e < end; e++) {
            ends[2 * (e - edge)] = ripe(from[e], level);
            ends[2 * (e - edge) + 1] = ripe(to[e], level);
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
            if (all >= minClusterSize) {
                begin(root, level);
            }
            return;
        }
        int kept = clustersWithin == 1 ? ~tail[only] : add(level);
        stability[kept] += (clustersWithin == 1 ? all - size[only] : all) / level;
        int bridged = clustersWithin == 2 && end - begin == 3 ? larger(grouped, begin, end) : NONE;
        for (int i = begin; i < end; i++) {
            int part = (int) grouped[i];
            if (!isCluster(part)) {
                boolean isBridge = bridged != NONE && leaves[part] == part && level(core[part]) == level;
                letGo(part, isBridge ? bridged : kept, level);
            } else if (clustersWithin > 1) {
                split(part, kept, level);
            }
        }
        tail[root] = ~kept;
        size[root] = all;
    }

    /** The larger of two clusters among the parts; {@link #NONE} when they are equally large. */
    private int larger(long[] grouped, int begin, int end) {
        int larger = NONE;
        int most = 0;
        for (int i = begin; i < end; i++) {
            int part = (int) grouped[i];
            if (isCluster(part)) {
                larger = size[part] > most ? ~tail[part] : size[part] == most ? NONE : larger;
                most = Math.max(most, size[part]);
            }
        }
        return larger;
    }

    /** A component large enough becomes a cluster: below this distance it falls apart altogether. */
    private void begin(int root, double level) {
        int born = add(level);
        stability[born] = size[root] / level;
        letGo(root, born, level);
        tail[root] = ~born;
    }

    /** The places of a ring leave a cluster. */
    private void letGo(int root, int left, double level) {
        int end = tail[root];
        int place = end;
        do {
            int next = leaves[place];
            leaves[place] = left;
            density[place] = 1 / level;
            place = next;
        } while (place != end);
    }

    private void split(int root, int above, double level) {
        int below = ~tail[root];
        parent[below] = above;
        rows[below] = size[root];
        birth[below] = 1 / level;
        stability[below] -= size[root] / level;
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
        death[clusters] = 1 / level;
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
