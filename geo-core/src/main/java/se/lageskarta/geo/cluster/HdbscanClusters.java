package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.List;

/**
 * Which cluster each row belongs to, and how firmly.
 *
 * @param label cluster of each row, 0 to {@code count - 1} in the order of their first row; {@link Clusters#NOISE} for none
 * @param probability 1 for rows in the densest part of their cluster, less towards its edge, 0 for noise
 * @param coreDistance metres to the {@code minPts}-th nearest row, itself counted; infinite when there are fewer rows
 * @param count number of clusters
 * @param stability of each cluster: sum over its rows of the densities, in 1/m, by which they outlast its birth
 * @param reachMetres of each cluster: the distance that its loosest row takes to hang together with it
 * @param score the same, but a row that leaves with a handful of others counts until it stands alone: what R's dbscan
 *     calls cluster scores
 * @param treeEdges weights in metres of the lightest tree over all rows, ascending: one fewer than rows;
 *     empty when there are fewer than {@code minPts} rows
 * @param distinct number of distinct coordinates among the rows
 * @param advice what to know before trusting the result
 */
public record HdbscanClusters(
        int[] label,
        double[] probability,
        double[] coreDistance,
        int count,
        double[] stability,
        double[] reachMetres,
        double[] score,
        double[] treeEdges,
        int distinct,
        List<Advice> advice) {
    public HdbscanClusters {
        advice = List.copyOf(advice);
    }

    static HdbscanClusters tooFew(double[] coreDistance, int distinct) {
        int[] label = new int[coreDistance.length];
        Arrays.fill(label, Clusters.NOISE);
        return new HdbscanClusters(
                label,
                new double[label.length],
                coreDistance,
                0,
                new double[0],
                new double[0],
                new double[0],
                new double[0],
                distinct,
                Clusters.adviceFor(label, 0, distinct));
    }

    /** Rows in no cluster. */
    public int noise() {
        return (int) Arrays.stream(label)
                .filter(cluster -> cluster == Clusters.NOISE)
                .count();
    }

    /** Metres of the lightest tree over all rows. */
    public double treeWeight() {
        return Arrays.stream(treeEdges).sum();
    }

    /** The same clusters in the form of {@link Dbscan}; every row of a cluster counts as core. */
    public Clusters clusters() {
        boolean[] core = new boolean[label.length];
        for (int i = 0; i < label.length; i++) {
            core[i] = label[i] != Clusters.NOISE;
        }
        return new Clusters(label, core, count, distinct, advice);
    }
}
