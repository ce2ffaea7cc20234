package se.lageskarta.geo.cluster;

import java.util.Arrays;
import java.util.TreeSet;

/** Clusters by the definition, looking at every pair: what the fast ones must agree with. */
final class BruteForce {
    final boolean[] core;
    final int[] label;
    final int count;
    private final double[] x;
    private final double[] y;
    private final int[] day;
    private final double eps;
    private final int epsDays;

    BruteForce(double[] x, double[] y, double[] weight, int[] day, double eps, int epsDays, double minWeight) {
        this.x = x;
        this.y = y;
        this.day = day;
        this.eps = eps;
        this.epsDays = epsDays;
        int n = x.length;
        core = new boolean[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += near(i, k) ? weight[k] : 0;
            }
            core[i] = sum >= minWeight * (1 - 1e-12);
        }
        label = new int[n];
        Arrays.fill(label, -1);
        int next = 0;
        for (int i = 0; i < n; i++) {
            if (core[i] && label[i] < 0) {
                spread(i, next++);
            }
        }
        count = next;
        for (int i = 0; i < n; i++) {
            if (!core[i]) {
                label[i] = labelOfNearest(i);
            }
        }
    }

    boolean near(int i, int k) {
        double dx = x[i] - x[k];
        double dy = y[i] - y[k];
        return dx * dx + dy * dy <= eps * eps && Math.abs(day[i] - day[k]) <= epsDays;
    }

    /** Clusters that a border row may belong to under any tie rule. */
    TreeSet<Integer> admissible(int i) {
        TreeSet<Integer> clusters = new TreeSet<>();
        for (int k = 0; k < x.length; k++) {
            if (core[k] && near(i, k)) {
                clusters.add(label[k]);
            }
        }
        return clusters;
    }

    private void spread(int seed, int cluster) {
        int[] stack = new int[x.length];
        int size = 0;
        stack[size++] = seed;
        label[seed] = cluster;
        while (size > 0) {
            int i = stack[--size];
            for (int k = 0; k < x.length; k++) {
                if (core[k] && label[k] < 0 && near(i, k)) {
                    label[k] = cluster;
                    stack[size++] = k;
                }
            }
        }
    }

    private int labelOfNearest(int i) {
        int nearest = -1;
        for (int k = 0; k < x.length; k++) {
            if (core[k] && near(i, k) && (nearest < 0 || compare(i, k, nearest) < 0)) {
                nearest = k;
            }
        }
        return nearest < 0 ? -1 : label[nearest];
    }

    private int compare(int i, int a, int b) {
        int order = Double.compare(squared(i, a), squared(i, b));
        order = order != 0 ? order : Integer.compare(Math.abs(day[i] - day[a]), Math.abs(day[i] - day[b]));
        order = order != 0 ? order : Double.compare(x[a], x[b]);
        order = order != 0 ? order : Double.compare(y[a], y[b]);
        return order != 0 ? order : Integer.compare(day[a], day[b]);
    }

    private double squared(int i, int k) {
        return (x[i] - x[k]) * (x[i] - x[k]) + (y[i] - y[k]) * (y[i] - y[k]);
    }
}
