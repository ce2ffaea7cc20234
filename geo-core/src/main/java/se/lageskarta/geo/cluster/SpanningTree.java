package se.lageskarta.geo.cluster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lightest tree that joins all places, where two places are as far apart as the greatest of their two
 * core distances and the distance between them. Borůvka (1926) over the tree of boxes: each round every
 * component takes its lightest edge outwards. A place remembers what it found: while that lies in another
 * component it is still the place's best, afterwards its weight is a lower bound, so most places are not
 * searched again. Compares squares of distances only, which makes equal weights exactly equal.
 *
 * <p>Which of several lightest trees comes out depends on threads; their weights, and the components below
 * any distance, do not.
 */
final class SpanningTree {
    private static final VarHandle BEST = MethodHandles.arrayElementVarHandle(double[].class);
    private static final int TASKS = 512;
    private static final int NONE = -1;

    /** Takes edges: places at both ends and weights in metres; the last entry of each array is none. */
    interface Taker {
        void take(int[] from, int[] to, double[] weight);
    }

    /**
     * Places at the ends of each edge: one edge for each place but the one that stands for the last component,
     * for which {@code from} is -1. While the tree grows, {@code from} of a place that stands for a component
     * is the place with the component's lightest edge.
     */
    private final int[] from;

    private final int[] to;

    private final BoxTree tree;
    private final double[] core;
    private final int n;
    private int components;
    /** The place that stands for each place's component. Parent links while components are being joined. */
    private final int[] component;
    /** Least core distance squared within each node, rounded down. */
    private final float[] nodeCore;
    /** The component of all places of a node; {@link #NONE} when there are several. */
    private final int[] nodeComponent;
    /**
     * What each place found last. In another component: its lightest edge outwards; in its own: no edge
     * outwards is lighter than the one to there.
     */
    private final int[] candidate;
    /** Square of a weight that no edge outwards is below, rounded down. */
    private final float[] least;
    /** The same for all places of a node. */
    private final float[] nodeLeast;
    /** Square of the lightest edge out of each component, as far as known. */
    private final double[] best;

    SpanningTree(BoxTree tree, double[] coreSquared) {
        this.tree = tree;
        core = coreSquared;
        n = tree.places();
        components = n;
        from = new int[n];
        to = new int[n];
        component = IntStream.range(0, n).toArray();
        candidate = component.clone();
        nodeCore = new float[2 * tree.leaves];
        nodeComponent = new int[2 * tree.leaves];
        least = new float[n];
        nodeLeast = new float[2 * tree.leaves];
        best = new double[n];
        Arrays.fill(nodeComponent, NONE);
        Arrays.fill(from, NONE);
        Arrays.fill(to, NONE);
        for (int i = 0; i < n; i++) {
            least[i] = down(core[i]);
        }
        leastCores();
        while (components > 1) {
            round();
        }
    }

    /** Gives the edges away, in no order: the tree must not be used afterwards. */
    void handOver(Taker taker) {
        int edges = 0;
        for (int i = 0; i < n; i++) {
            if (from[i] != NONE) {
                double weight = Math.sqrt(squared(from[i], to[i]));
                from[edges] = from[i];
                to[edges] = to[i];
                best[edges++] = weight;
            }
        }
        taker.take(from, to, best);
    }

    /** Square of the weight between two places. */
    private double squared(int a, int b) {
        double dx = tree.x[a] - tree.x[b];
        double dy = tree.y[a] - tree.y[b];
        return Math.max(dx * dx + dy * dy, Math.max(core[a], core[b]));
    }

    private void leastCores() {
        for (int node = 2 * tree.leaves - 1; node > 0; node--) {
            float minimum = Float.POSITIVE_INFINITY;
            if (node >= tree.leaves) {
                for (int i = tree.begin(node); i < tree.end(node); i++) {
                    minimum = Math.min(minimum, least[i]);
                }
            } else {
                minimum = Math.min(nodeCore[2 * node], nodeCore[2 * node + 1]);
            }
            nodeCore[node] = minimum;
            nodeLeast[node] = minimum;
        }
    }

    private void round() {
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            int own = component[i];
            if (component[candidate[i]] != own) {
                best[own] = Math.min(best[own], squared(i, candidate[i]));
            }
        }
        if (components < n) {
            guess();
        }
        int tops = Math.min(TASKS, Integer.highestOneBit(tree.leaves));
        IntStream.range(tops, 2 * tops).parallel().forEach(top -> new Search().below(top));
        choose();
        join();
        refresh();
    }

    private void choose() {
        for (int i = 0; i < n; i++) {
            int own = component[i];
            if (component[candidate[i]] != own) {
                int rival = from[own];
                if (rival == NONE || squared(i, candidate[i]) < squared(rival, candidate[rival])) {
                    from[own] = i;
                }
            }
        }
    }

    /**
     * Joins components along the edges they chose. Among those that become one exactly one chose in vain; it
     * stands for the new component, the others keep their edge.
     */
    private void join() {
        for (int i = 0; i < n; i++) {
            if (from[i] != NONE && to[i] == NONE) {
                int a = find(from[i]);
                int b = find(candidate[from[i]]);
                if (a == b) {
                    from[i] = NONE;
                } else {
                    component[Math.max(a, b)] = Math.min(a, b);
                    to[i] = candidate[from[i]];
                    components--;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            if (from[i] == NONE) {
                component[find(i)] = i;
                component[i] = i;
            }
        }
    }

    private int find(int place) {
        int at = place;
        while (component[at] != at) {
            component[at] = component[component[at]];
            at = component[at];
        }
        return at;
    }

    private void refresh() {
        for (int i = 0; i < n; i++) {
            component[i] = find(i);
        }
        for (int node = 2 * tree.leaves - 1; node > 0; node--) {
            if (node >= tree.leaves) {
                nodeComponent[node] = only(tree.begin(node), tree.end(node));
                nodeLeast[node] = least(tree.begin(node), tree.end(node), nodeLeast[node]);
            } else {
                int left = nodeComponent[2 * node];
                nodeComponent[node] = left == nodeComponent[2 * node + 1] ? left : NONE;
                nodeLeast[node] = Math.max(nodeLeast[node], Math.min(nodeLeast[2 * node], nodeLeast[2 * node + 1]));
            }
        }
    }

    private float least(int begin, int end, float known) {
        float minimum = Float.POSITIVE_INFINITY;
        for (int i = begin; i < end; i++) {
            minimum = Math.min(minimum, least[i]);
        }
        return Math.max(known, minimum);
    }

    private int only(int begin, int end) {
        int first = component[begin];
        for (int i = begin + 1; i < end; i++) {
            if (component[i] != first) {
                return NONE;
            }
        }
        return first;
    }

    private static float down(double value) {
        float near = (float) value;
        return near > value ? Math.nextDown(near) : near;
    }

    /** Neighbours along the curve say how light an edge each component can at least have. */
    private void guess() {
        for (int i = 0; i + 1 < n; i++) {
            int own = component[i];
            int other = component[i + 1];
            if (own != other) {
                // a little more than the weight itself, which somebody must find
                double weight = Math.nextUp(squared(i, i + 1));
                best[own] = Math.min(best[own], weight);
                best[other] = Math.min(best[other], weight);
            }
        }
    }

    /** Working memory of one thread. */
    private final class Search {
        private final int[] stack = new int[128];
        private final int[] queue = new int[128];
        private int[] near = new int[64];

        /** Goes through a part of the tree, leaving out what cannot hold the end of a lightest edge. */
        void below(int top) {
            int size = 0;
            queue[size++] = top;
            while (size > 0) {
                int node = queue[--size];
                int own = nodeComponent[node];
                if (own != NONE) {
                    double bound = (double) BEST.getOpaque(best, own);
                    if (nodeLeast[node] >= bound) {
                        continue;
                    }
                    int found = leavesNear(node, own, bound);
                    if (found == 0) {
                        nodeLeast[node] = down(bound);
                        continue;
                    }
                    if (node >= tree.leaves) {
                        leaf(node, own, found);
                        continue;
                    }
                }
                if (node < tree.leaves) {
                    queue[size++] = 2 * node + 1;
                    queue[size++] = 2 * node;
                } else {
                    for (int i = tree.begin(node); i < tree.end(node); i++) {
                        if (component[candidate[i]] == component[i]) {
                            double bound = (double) BEST.getOpaque(best, component[i]);
                            if (least[i] < bound && squared(i, candidate[i]) < bound) {
                                search(i, bound, stack);
                            }
                        }
                    }
                }
            }
        }

        /** Gathers leaves with places of other components nearer than the bound; for an inner node one is enough. */
        private int leavesNear(int node, int own, double bound) {
            int found = 0;
            int size = 0;
            stack[size++] = 1;
            while (size > 0) {
                int at = stack[--size];
                if (nodeComponent[at] == own || nodeCore[at] >= bound || tree.squaredBetween(node, at) >= bound) {
                    continue;
                }
                if (at < tree.leaves) {
                    stack[size++] = 2 * at;
                    stack[size++] = 2 * at + 1;
                } else {
                    if (node < tree.leaves) {
                        return 1;
                    }
                    if (found == near.length) {
                        near = Arrays.copyOf(near, 2 * found);
                    }
                    near[found++] = at;
                }
            }
            return found;
        }

        private void leaf(int node, int own, int found) {
            for (int i = tree.begin(node); i < tree.end(node); i++) {
                if (component[candidate[i]] != own) {
                    continue;
                }
                double bound = (double) BEST.getOpaque(best, own);
                if (least[i] >= bound || squared(i, candidate[i]) >= bound) {
                    continue;
                }
                double px = tree.x[i];
                double py = tree.y[i];
                double pcore = core[i];
                int end = NONE;
                for (int k = 0; k < found && bound > pcore; k++) {
                    if (tree.squaredTo(near[k], px - tree.originX, py - tree.originY) < bound) {
                        for (int j = tree.begin(near[k]); j < tree.end(near[k]); j++) {
                            if (component[j] != own) {
                                double dx = tree.x[j] - px;
                                double dy = tree.y[j] - py;
                                double weight = Math.max(dx * dx + dy * dy, Math.max(core[j], pcore));
                                if (weight < bound) {
                                    bound = weight;
                                    end = j;
                                }
                            }
                        }
                    }
                }
                found(i, own, end, bound);
            }
        }
    }

    private void found(int place, int own, int end, double bound) {
        least[place] = down(bound);
        if (end != NONE) {
            candidate[place] = end;
            if (bound < (double) BEST.getOpaque(best, own)) {
                BEST.setOpaque(best, own, bound);
            }
        }
    }

    /**
     * Looks for a place's lightest edge into another component, from its leaf upwards. One long method on local
     * names: here goes most of the time.
     */
    private void search(int place, double known, int[] stack) {
        BoxTree index = tree;
        double[] x = index.x;
        double[] y = index.y;
        double[] cores = core;
        int[] components = component;
        int[] nodeComponents = nodeComponent;
        float[] nodeCores = nodeCore;
        int own = components[place];
        double px = x[place];
        double py = y[place];
        double pcore = cores[place];
        double east = px - index.originX;
        double north = py - index.originY;
        double bound = known;
        int found = NONE;
        int node = index.leaves + place / BoxTree.LEAF;
        int size = 0;
        if (nodeComponents[node] != own) {
            stack[size++] = node;
        }
        while (true) {
            while (size > 0) {
                int at = stack[--size];
                if (index.squaredTo(at, east, north) >= bound) {
                    continue;
                }
                if (at >= index.leaves) {
                    int end = index.end(at);
                    for (int i = index.begin(at); i < end; i++) {
                        if (components[i] != own) {
                            double dx = x[i] - px;
                            double dy = y[i] - py;
                            double weight = Math.max(dx * dx + dy * dy, cores[i]);
                            if (weight < bound) {
                                bound = Math.max(weight, pcore);
                                found = i;
                            }
                        }
                    }
                    if (bound <= pcore) {
                        size = 0;
                    }
                    continue;
                }
                int left = 2 * at;
                int right = left + 1;
                double toLeft = nodeComponents[left] != own && nodeCores[left] < bound
                        ? index.squaredTo(left, east, north)
                        : Double.POSITIVE_INFINITY;
                double toRight = nodeComponents[right] != own && nodeCores[right] < bound
                        ? index.squaredTo(right, east, north)
                        : Double.POSITIVE_INFINITY;
                int near = toLeft <= toRight ? left : right;
                if (Math.max(toLeft, toRight) < bound) {
                    stack[size++] = left + right - near;
                }
                if (Math.min(toLeft, toRight) < bound) {
                    stack[size++] = near;
                }
            }
            if (node <= 1 || bound <= pcore) {
                break;
            }
            int other = node ^ 1;
            node >>= 1;
            if (nodeComponents[other] != own && nodeCores[other] < bound) {
                stack[size++] = other;
            }
        }
        found(place, own, found, bound);
    }
}
