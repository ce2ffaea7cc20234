package se.lageskarta.geo.cluster;

/**
 * Density-based clusters, exact: a point is core when the weight within {@code epsMetres} of it, its own and
 * that of coincident points included, reaches {@code minWeight}; core points at most {@code epsMetres} apart
 * share a cluster; a border point belongs to the cluster of its nearest core point, and of equally near ones
 * to that of the westernmost, then southernmost. Distances equal to {@code epsMetres} count as within.
 *
 * <p>The clusters depend neither on the order of the rows nor on the number of threads; their numbers follow
 * the first core row. Sums of weights are compared with a slack of one part in 10<sup>12</sup>, so that
 * ten times 0.1 reaches 1.
 *
 * <p>Source: Ester, Kriegel, Sander &amp; Xu (1996), A density-based algorithm for discovering clusters,
 * KDD-96; the grid of cells eps/√2 wide follows Gunawan (2013) and Gan &amp; Tao (2015). Coincident rows are
 * one weighted place, only occupied cells are stored, so cost and memory follow the number of places and not
 * the extent: about O(n log n) time, 60 bytes a row.
 *
 * <p>Known limits: planar metres; one density for the whole map, so a town and a forest want different
 * parameters; the extent divided by {@code epsMetres} may be at most 10<sup>9</sup>.
 *
 * @param epsMetres greatest distance between neighbours, greater than 0
 * @param minWeight least weight (number of rows when no weights are given) within reach of a core point, greater than 0
 */
public record Dbscan(double epsMetres, double minWeight) {
    public Dbscan {
        requirePositive("epsMetres", epsMetres);
        requirePositive("minWeight", minWeight);
    }

    /**
     * Clusters rows that weigh 1 each.
     *
     * @param x metres east, finite
     * @param y metres north, as many as {@code x}
     */
    public Clusters fit(double[] x, double[] y) {
        return new DbscanRun(Strips.of(x, y, null, epsMetres), epsMetres, minWeight).clusters();
    }

    /**
     * Clusters rows by weight.
     *
     * @param weight finite, 0 or more, as many as {@code x}; a row of weight 0 joins clusters but makes none
     */
    public Clusters fit(double[] x, double[] y, double[] weight) {
        if (weight.length != x.length) {
            throw new IllegalArgumentException(
                    "weight has " + weight.length + " values, but must have as many as x: " + x.length);
        }
        for (int i = 0; i < weight.length; i++) {
            if (!(weight[i] >= 0) || Double.isInfinite(weight[i])) {
                throw new IllegalArgumentException(
                        "weight is " + weight[i] + " in row " + i + ", but must be 0 or more");
            }
        }
        return new DbscanRun(Strips.of(x, y, weight, epsMetres), epsMetres, minWeight).clusters();
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be greater than 0 and finite");
        }
    }
}
