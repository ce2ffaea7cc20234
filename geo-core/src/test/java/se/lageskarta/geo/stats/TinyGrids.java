package se.lageskarta.geo.stats;

import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.lageskarta.geo.grid.Grid;

/** Small made-up areas and counts, and slow ways that are plainly right. */
final class TinyGrids {
    private TinyGrids() {}

    /** An area of ragged shape. */
    static StudyArea ragged(SplittableRandom random, int nx, int ny) {
        boolean[] inside = new boolean[nx * ny];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = random.nextInt(4) > 0;
        }
        inside[0] = true;
        return StudyArea.of(new Grid(1_000_000, 7_000_000, 100, nx, ny), inside);
    }

    /** Mostly zeros, some larger: as incidents are. */
    static double[] counts(SplittableRandom random, int size) {
        double[] counts = new double[size];
        for (int i = 0; i < size; i++) {
            counts[i] = random.nextInt(3) == 0 ? random.nextInt(12) : 0;
        }
        return counts;
    }

    /** True when two cells' centres are at most so many cells apart. */
    static boolean near(StudyArea area, int i, int j, double cells) {
        double dx = area.centreX(i) - area.centreX(j);
        double dy = area.centreY(i) - area.centreY(j);
        return Math.hypot(dx, dy) <= cells * area.grid().cellMetres() + 1e-6;
    }

    static ListedNeighbours listed(StudyArea area, double cells) {
        double[] x = new double[area.size()];
        double[] y = new double[area.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = area.centreX(i);
            y[i] = area.centreY(i);
        }
        return ListedNeighbours.within(x, y, cells * area.grid().cellMetres() + 1e-6);
    }

    /** Hands over every order of the values after {@code from}. */
    static void everyOrder(double[] values, int from, Consumer<double[]> each) {
        if (from == values.length) {
            each.accept(values);
            return;
        }
        for (int i = from; i < values.length; i++) {
            swap(values, from, i);
            everyOrder(values, from + 1, each);
            swap(values, from, i);
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    /** Runs parallel work on so many threads. */
    static <T> T onThreads(int threads, Supplier<T> work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work::get).join();
        } finally {
            pool.shutdown();
        }
    }
}
