package se.lageskarta.geo.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * HDBSCAN* by the definition, looking at every pair and at every row on its own: from all rows together, the
 * distance shrinks from level to level and components fall apart.
 */
final class BruteForceHdbscan {
    final double[] core;
    final double[] edges;
    final int[] label;
    final double[] stability;
    final double[] probability;
    private final double[] x;
    private final double[] y;
    private final Hdbscan method;
    private final double floor;
    private final List<Cluster> chosen = new ArrayList<>();

    private static final class Cluster {
        int[] rows;
        final double birth;
        final List<Cluster> parts = new ArrayList<>();
        final double[] left;
        double death;
        double stability;

        Cluster(int[] rows, double birth, int n) {
            this.rows = rows;
            this.birth = birth;
            left = new double[n];
        }
    }

    BruteForceHdbscan(double[] x, double[] y, Hdbscan method) {
        this.x = x;
        this.y = y;
        this.method = method;
        int n = x.length;
        core = cores(x, y, method.minPts());
        edges = n < method.minPts() ? new double[0] : treeEdges(x, y, core);
        double least = Arrays.stream(edges).filter(edge -> edge > 0).min().orElse(1);
        least = Math.min(least, Arrays.stream(core).filter(c -> c > 0).min().orElse(least));
        floor = method.floorMetres() > 0 ? method.floorMetres() : least / 2;
        label = new int[n];
        probability = new double[n];
        Arrays.fill(label, -1);
        if (n >= Math.max(method.minPts(), method.minClusterSize())) {
            int[] all = new int[n];
            Arrays.setAll(all, i -> i);
            Cluster root = new Cluster(all, 0, n);
            shrink(root, all);
            choose(root, true);
        }
        chosen.sort((a, b) -> Integer.compare(a.rows[0], b.rows[0]));
        stability = chosen.stream().mapToDouble(c -> c.stability).toArray();
        for (int c = 0; c < chosen.size(); c++) {
            for (int row : chosen.get(c).rows) {
                label[row] = c;
                probability[row] = Math.min(1, chosen.get(c).left[row] / chosen.get(c).death);
            }
        }
    }

    /** Takes the cluster from the rows it holds down to where it splits or falls apart. */
    private void shrink(Cluster cluster, int[] rows) {
        double level = heaviest(rows);
        double density = 1 / level;
        List<int[]> large = new ArrayList<>();
        List<Integer> small = new ArrayList<>();
        for (int[] part : components(rows, level)) {
            if (part.length >= method.minClusterSize()) {
                large.add(part);
            } else {
                leave(cluster, part, density);
                Arrays.stream(part).forEach(small::add);
            }
        }
        if (large.size() == 1) {
            shrink(cluster, large.get(0));
            return;
        }
        cluster.death = density;
        for (int[] part : large) {
            leave(cluster, part, density);
            Cluster below = new Cluster(part, density, x.length);
            cluster.parts.add(below);
            shrink(below, part);
            for (int row : part) {
                cluster.left[row] = below.left[row];
            }
        }
        if (large.size() == 2 && isOnePlaceAtItsCoreDistance(small, level)) {
            cross(cluster.parts.get(0), cluster.parts.get(1), small, density);
        }
    }

    private boolean isOnePlaceAtItsCoreDistance(List<Integer> rows, double level) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> distance(x, y, row, rows.get(0)) == 0 && Math.max(core[row], floor) == level);
    }

    /** Rows that held two clusters together go with the larger. */
    private static void cross(Cluster a, Cluster b, List<Integer> rows, double density) {
        if (a.rows.length != b.rows.length) {
            Cluster larger = a.rows.length > b.rows.length ? a : b;
            rows.forEach(row -> larger.left[row] = density);
            larger.rows = IntStream.concat(
                            Arrays.stream(larger.rows), rows.stream().mapToInt(row -> row))
                    .sorted()
                    .toArray();
        }
    }

    private static void leave(Cluster cluster, int[] rows, double density) {
        for (int row : rows) {
            cluster.left[row] = density;
            cluster.stability += density - cluster.birth;
        }
    }

    /** The distance at which the rows just hang together: the heaviest edge of their tree, or their core distance. */
    private double heaviest(int[] rows) {
        double heaviest = floor;
        for (int row : rows) {
            heaviest = Math.max(heaviest, core[row]);
        }
        double[] east = Arrays.stream(rows).mapToDouble(row -> x[row]).toArray();
        double[] north = Arrays.stream(rows).mapToDouble(row -> y[row]).toArray();
        double[] cores = Arrays.stream(rows).mapToDouble(row -> core[row]).toArray();
        return Math.max(
                heaviest, Arrays.stream(treeEdges(east, north, cores)).max().orElse(0));
    }

    /** What hangs together by edges below the level; rows whose core distance reaches it stand alone. */
    private List<int[]> components(int[] rows, double level) {
        List<int[]> parts = new ArrayList<>();
        boolean[] seen = new boolean[x.length];
        for (int seed : rows) {
            if (!seen[seed]) {
                List<Integer> part = new ArrayList<>(List.of(seed));
                seen[seed] = true;
                for (int i = 0; i < part.size(); i++) {
                    for (int other : rows) {
                        if (!seen[other] && Math.max(floor, weight(x, y, core, part.get(i), other)) < level) {
                            seen[other] = true;
                            part.add(other);
                        }
                    }
                }
                parts.add(part.stream().mapToInt(i -> i).sorted().toArray());
            }
        }
        return parts;
    }

    private double choose(Cluster cluster, boolean root) {
        int before = chosen.size();
        double sum = cluster.parts.stream()
                .mapToDouble(part -> choose(part, false))
                .sorted()
                .sum();
        boolean mayBe = !root || method.oneAllowed();
        boolean better = method.choice() == Hdbscan.Choice.SMALLEST
                ? cluster.parts.isEmpty()
                : cluster.stability >= sum - 1e-12 * Math.abs(sum);
        if (mayBe && better) {
            chosen.subList(before, chosen.size()).clear();
            chosen.add(cluster);
            return cluster.stability;
        }
        return sum;
    }

    static double[] cores(double[] x, double[] y, int minPts) {
        double[] cores = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] distances = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                distances[k] = distance(x, y, i, k);
            }
            Arrays.sort(distances);
            cores[i] = minPts <= x.length ? distances[minPts - 1] : Double.POSITIVE_INFINITY;
        }
        return cores;
    }

    /** Prim (1957) over all pairs of rows. */
    static double[] treeEdges(double[] x, double[] y, double[] core) {
        int n = x.length;
        double[] edges = new double[Math.max(0, n - 1)];
        double[] lightest = new double[n];
        Arrays.fill(lightest, Double.POSITIVE_INFINITY);
        boolean[] in = new boolean[n];
        int at = 0;
        for (int edge = 0; edge < edges.length; edge++) {
            in[at] = true;
            int next = -1;
            for (int k = 0; k < n; k++) {
                if (!in[k]) {
                    lightest[k] = Math.min(lightest[k], weight(x, y, core, at, k));
                    next = next < 0 || lightest[k] < lightest[next] ? k : next;
                }
            }
            edges[edge] = lightest[next];
            at = next;
        }
        Arrays.sort(edges);
        return edges;
    }

    private static double weight(double[] x, double[] y, double[] core, int a, int b) {
        return Math.max(distance(x, y, a, b), Math.max(core[a], core[b]));
    }

    private static double distance(double[] x, double[] y, int a, int b) {
        return Math.sqrt((x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]));
    }
}
