package se.lageskarta.geo.cluster;

import java.util.Arrays;

/**
 * Clusters of whatever density, HDBSCAN*: the places that hang together at some distance make a tree of
 * clusters as that distance shrinks, and those that last longest are chosen. No distance is asked for, only
 * how many rows make a cluster.
 *
 * <p>The core distance of a row is that to its {@code minPts}-th nearest row, itself and coincident rows
 * counted. Two rows are as far apart as the greatest of their core distances and the distance between them. The
 * lightest tree over these is found exactly, also when many rows share coordinates: coincident rows are one
 * place with their number as weight.
 *
 * <p>Ties: edges of equal weight act at once, so a cluster may split into more than two, and the result
 * depends neither on which of several lightest trees was found, nor on the order of the rows, nor on the number
 * of threads. A cluster as stable as its parts together is preferred to them. Clusters are numbered by their
 * first row.
 *
 * <p>Density is 1 over distance. Where coincident rows make a distance 0 it would be infinite (the cause of
 * scikit-learn-contrib/hdbscan issue 94); distances below {@code floorMetres} therefore count as that, and with
 * a floor of 0 as half the least distance above 0 that occurs.
 *
 * <p>Sources: Campello, Moulavi &amp; Sander (2013), Density-based clustering based on hierarchical density
 * estimates, PAKDD; Campello, Moulavi, Zimek &amp; Sander (2015), ACM TKDD 10(1). About O(n log n) time for
 * planar points and 64 bytes a row.
 *
 * <p>Known limits: planar metres. Small changes of {@code minClusterSize} may change the answer a great deal on
 * large files, so never the only method. On snapped positions every busy address tends to become a cluster of
 * its own: give a floor near the distance between addresses, or use {@link Dbscan}.
 *
 * @param minPts rows that make a neighbourhood, 1 or more
 * @param minClusterSize least rows of a cluster, 2 or more
 * @param choice which clusters of the tree are the answer
 * @param oneAllowed whether all rows together may be the only cluster
 * @param floorMetres distances below count as this, 0 or more
 */
public record Hdbscan(int minPts, int minClusterSize, Choice choice, boolean oneAllowed, double floorMetres) {
    /** Which clusters of the tree are the answer. */
    public enum Choice {
        /** Those whose rows together outlast their split from the rest the longest (excess of mass). */
        LASTING,
        /** Those that do not split further. */
        SMALLEST
    }

    public Hdbscan {
        if (minPts < 1) {
            throw new IllegalArgumentException("minPts is " + minPts + ", but must be 1 or more");
        }
        if (minClusterSize < 2) {
            throw new IllegalArgumentException("minClusterSize is " + minClusterSize + ", but must be 2 or more");
        }
        if (!(floorMetres >= 0) || Double.isInfinite(floorMetres)) {
            throw new IllegalArgumentException("floorMetres is " + floorMetres + ", but must be 0 or more and finite");
        }
    }

    /** The usual form: as many rows for a neighbourhood as for a cluster, lasting clusters, no floor. */
    public static Hdbscan of(int minPts) {
        return new Hdbscan(minPts, Math.max(2, minPts), Choice.LASTING, false, 0);
    }

    /**
     * @param x metres east, finite
     * @param y metres north, as many as {@code x}
     */
    public HdbscanClusters fit(double[] x, double[] y) {
        Links links = links(x, y);
        return x.length < minPts
                ? HdbscanClusters.tooFew(links.rows.spread(links.core), links.core.length)
                : clusters(links);
    }

    /** Everything about the places but where they are, which is no longer needed; lets go of what has been used. */
    private static final class Links {
        final BoxTree.Rows rows;
        final double[] core;
        int[] from = new int[0];
        int[] to = new int[0];
        double[] weight = new double[0];

        Links(BoxTree.Rows rows, double[] core) {
            this.rows = rows;
            this.core = core;
        }

        void sort() {
            int[] order = LevelSort.order(weight);
            from = ordered(from, order);
            to = ordered(to, order);
        }

        private static int[] ordered(int[] values, int[] order) {
            int[] ordered = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                ordered[i] = values[order[i]];
            }
            return ordered;
        }

        void forgetEnds() {
            from = new int[0];
            to = new int[0];
        }
    }

    private Links links(double[] x, double[] y) {
        BoxTree tree = BoxTree.of(x, y);
        double[] core = CoreDistances.squared(tree, minPts);
        Links links = new Links(tree.rowsByPlace(), core);
        if (tree.rows() >= minPts) {
            new SpanningTree(tree, core).handOver((from, to, weight) -> {
                links.from = from;
                links.to = to;
                links.weight = weight;
            });
        }
        int edges = Math.max(0, links.from.length - 1);
        links.from = Arrays.copyOf(links.from, edges);
        links.to = Arrays.copyOf(links.to, edges);
        links.weight = Arrays.copyOf(links.weight, edges);
        for (int i = 0; i < core.length; i++) {
            core[i] = Math.sqrt(core[i]);
        }
        return links;
    }

    private HdbscanClusters clusters(Links links) {
        links.sort();
        CondensedTree tree = new CondensedTree(
                links.rows::at, links.core, links.from, links.to, links.weight, minClusterSize, floor(links));
        links.forgetEnds();
        return new ClusterChoice(tree, choice, oneAllowed).clusters(links.rows, links.core, treeEdges(links));
    }

    /** Never 0: density must be finite. */
    private double floor(Links links) {
        double least = Double.POSITIVE_INFINITY;
        for (double each : links.weight) {
            if (each > 0) {
                least = each;
                break;
            }
        }
        for (double each : links.core) {
            least = each > 0 ? Math.min(least, each) : least;
        }
        double floor = floorMetres > 0 ? floorMetres : least / 2;
        return Double.isInfinite(floor) ? 1 : floor;
    }

    /** Weights of the lightest tree over all rows: between places, and within each its core distance. */
    private static double[] treeEdges(Links links) {
        int rows = links.rows.count();
        if (rows == links.core.length) {
            return links.weight;
        }
        double[] edges = Arrays.copyOf(links.weight, rows - 1);
        int next = links.weight.length;
        for (int place = 0; place < links.core.length; place++) {
            for (int i = 1; i < links.rows.at(place); i++) {
                edges[next++] = links.core[place];
            }
        }
        Arrays.sort(edges);
        return edges;
    }
}
