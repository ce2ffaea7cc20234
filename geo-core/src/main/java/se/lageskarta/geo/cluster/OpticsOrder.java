package se.lageskarta.geo.cluster;

import java.util.Arrays;

/**
 * Rows in the order of {@link Optics}.
 *
 * @param order row numbers
 * @param reachMetres distance at which each is reached, in that order; infinite where a new part of the map begins
 * @param coreMetres core distance of each row, by row number; infinite beyond {@code epsMetres}
 * @param epsMetres greatest distance looked at
 * @param distinct number of distinct coordinates among the rows
 */
public record OpticsOrder(int[] order, double[] reachMetres, double[] coreMetres, double epsMetres, int distinct) {
    /**
     * The clusters at one distance: those of {@link Dbscan} with that distance, but for border rows, which belong to
     * the cluster that reached them and may be left out where they come before it. O(n).
     *
     * @param atMetres greater than 0, at most {@link #epsMetres()}
     */
    public Clusters at(double atMetres) {
        if (!(atMetres > 0 && atMetres <= epsMetres)) {
            throw new IllegalArgumentException(
                    "atMetres is " + atMetres + ", but must be greater than 0 and at most " + epsMetres);
        }
        int n = order.length;
        int[] label = new int[n];
        boolean[] core = new boolean[n];
        int cluster = Clusters.NOISE;
        int found = 0;
        for (int k = 0; k < n; k++) {
            int row = order[k];
            core[row] = coreMetres[row] <= atMetres;
            if (reachMetres[k] > atMetres) {
                cluster = core[row] ? found++ : Clusters.NOISE;
            }
            label[row] = cluster;
        }
        return numbered(label, core, found);
    }

    /** Numbers follow the first core row. */
    private Clusters numbered(int[] label, boolean[] core, int found) {
        int[] number = new int[found];
        Arrays.fill(number, Clusters.NOISE);
        int next = 0;
        for (int row = 0; row < label.length; row++) {
            if (core[row] && number[label[row]] == Clusters.NOISE) {
                number[label[row]] = next++;
            }
        }
        for (int row = 0; row < label.length; row++) {
            label[row] = label[row] == Clusters.NOISE ? Clusters.NOISE : number[label[row]];
        }
        return new Clusters(label, core, found, distinct, Clusters.adviceFor(label, found, distinct));
    }
}
