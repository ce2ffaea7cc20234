package se.lageskarta.geo.cluster;

import java.util.Arrays;

/** Chooses clusters of a {@link CondensedTree}, none inside another, and hands them to the rows. */
final class ClusterChoice {
    private final CondensedTree tree;
    private final boolean[] chosen;

    ClusterChoice(CondensedTree tree, Hdbscan.Choice choice, boolean oneAllowed) {
        this.tree = tree;
        chosen = choice == Hdbscan.Choice.SMALLEST ? smallest(oneAllowed) : lasting(oneAllowed);
    }

    private boolean[] smallest(boolean oneAllowed) {
        boolean[] leaf = new boolean[tree.clusters];
        Arrays.fill(leaf, true);
        for (int c = 0; c < tree.clusters; c++) {
            if (tree.parent[c] >= 0) {
                leaf[tree.parent[c]] = false;
            } else {
                leaf[c] &= oneAllowed;
            }
        }
        return leaf;
    }

    /** Children come before parents: a cluster is better than its parts or hands their sum upwards. */
    private boolean[] lasting(boolean oneAllowed) {
        boolean[] better = new boolean[tree.clusters];
        double[] best = new double[tree.clusters];
        int[][] children = children();
        for (int c = 0; c < tree.clusters; c++) {
            // in order of size, so that the sum does not depend on the order of the children
            double sum = Arrays.stream(children[c])
                    .mapToDouble(child -> best[child])
                    .sorted()
                    .sum();
            boolean mayBe = tree.parent[c] >= 0 || oneAllowed;
            better[c] = mayBe && tree.stability[c] >= sum;
            best[c] = better[c] ? tree.stability[c] : sum;
        }
        for (int c = tree.clusters - 1; c >= 0; c--) {
            int parent = tree.parent[c];
            // best of a parent that is chosen or lies inside one is no longer needed: it marks the inside
            boolean inside = parent >= 0 && (better[parent] || best[parent] < 0);
            if (inside) {
                better[c] = false;
                best[c] = -1;
            }
        }
        return better;
    }

    private int[][] children() {
        int[] count = new int[tree.clusters];
        for (int c = 0; c < tree.clusters; c++) {
            if (tree.parent[c] >= 0) {
                count[tree.parent[c]]++;
            }
        }
        int[][] children = new int[tree.clusters][];
        for (int c = 0; c < tree.clusters; c++) {
            children[c] = new int[count[c]];
        }
        for (int c = 0; c < tree.clusters; c++) {
            int parent = tree.parent[c];
            if (parent >= 0) {
                children[parent][--count[parent]] = c;
            }
        }
        return children;
    }

    HdbscanClusters clusters(BoxTree.Rows rows, double[] core, double[] treeEdges) {
        int[] home = new int[tree.clusters];
        for (int c = tree.clusters - 1; c >= 0; c--) {
            int parent = tree.parent[c];
            home[c] = chosen[c] ? c : parent < 0 ? CondensedTree.NONE : home[parent];
        }
        int[] label = new int[rows.count()];
        double[] probability = new double[label.length];
        for (int place = 0; place < core.length; place++) {
            int left = tree.leaves[place];
            int own = left < 0 ? CondensedTree.NONE : home[left];
            double firmly = own < 0 ? 0 : Math.min(1, tree.density[place] / tree.death[own]);
            for (int i = rows.begin(place); i < rows.begin(place) + rows.at(place); i++) {
                label[rows.row()[i]] = own;
                probability[rows.row()[i]] = firmly;
            }
        }
        double[] scores = scores(rows);
        double[] loosest = new double[tree.clusters];
        Arrays.fill(loosest, Double.POSITIVE_INFINITY);
        for (int place = 0; place < core.length; place++) {
            int own = tree.leaves[place] < 0 ? CondensedTree.NONE : home[tree.leaves[place]];
            if (own >= 0) {
                loosest[own] = Math.min(loosest[own], tree.density[place]);
            }
        }
        int[] number = new int[tree.clusters];
        Arrays.fill(number, CondensedTree.NONE);
        double[] stability = new double[tree.clusters];
        double[] score = new double[tree.clusters];
        double[] reach = new double[tree.clusters];
        int count = 0;
        for (int i = 0; i < label.length; i++) {
            int own = label[i];
            if (own >= 0 && number[own] < 0) {
                stability[count] = tree.stability[own];
                score[count] = scores[own];
                reach[count] = 1 / loosest[own];
                number[own] = count++;
            }
            label[i] = own < 0 ? Clusters.NOISE : number[own];
        }
        return new HdbscanClusters(
                label,
                probability,
                rows.spread(core),
                count,
                Arrays.copyOf(stability, count),
                Arrays.copyOf(reach, count),
                Arrays.copyOf(score, count),
                treeEdges,
                core.length,
                Clusters.adviceFor(label, count, core.length));
    }

    private double[] scores(BoxTree.Rows rows) {
        double[] scores = new double[tree.clusters];
        for (int place = 0; place < rows.places(); place++) {
            int left = tree.leaves[place];
            if (left >= 0) {
                // one that only held two clusters together was a part of their parent
                int own = tree.density[place] > tree.birth[left] ? left : tree.parent[left];
                scores[own] += rows.at(place) * (tree.alone[place] - tree.birth[own]);
            }
        }
        // whole numbers first: the order of the parts must not show
        int[] inParts = new int[tree.clusters];
        for (int c = 0; c < tree.clusters; c++) {
            if (tree.parent[c] >= 0) {
                inParts[tree.parent[c]] += tree.rows[c];
            }
        }
        for (int c = 0; c < tree.clusters; c++) {
            // parts are born where their parent's life ends
            scores[c] += inParts[c] * (tree.death[c] - tree.birth[c]);
        }
        return scores;
    }
}
