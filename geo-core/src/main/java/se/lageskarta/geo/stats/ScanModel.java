package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Cases, what they are measured against, and how chance deals them out. A zone's measure in a window is its
 * places' weight times the window's, or, where places change differently over time, the sum over its cells.
 *
 * @param chance how a draw is made
 * @param place place of each case; sorted by place
 * @param step time step of each case
 * @param places number of places
 * @param steps number of time steps
 * @param placeWeight measure of each place over the whole period
 * @param stepWeight measure of each step; with {@code cells} only how many there are counts
 * @param cells measure by place and step; null when it is place weight times step weight
 */
record ScanModel(
        Chance chance,
        int[] place,
        int[] step,
        int places,
        int steps,
        double[] placeWeight,
        double[] stepWeight,
        double @Nullable [][] cells) {
    /** How a draw is made. */
    enum Chance {
        /** The cases stay where they are, their times are dealt out anew. */
        TIMES_DEALT,
        /** Each case falls on a cell in proportion to its measure. */
        BY_MEASURE,
        /** Which individuals are cases is drawn; the measure counts individuals. */
        WHO_IS_CASE
    }

    int cases() {
        return place.length;
    }

    double total() {
        return cells == null
                ? Arrays.stream(placeWeight).sum() * Arrays.stream(stepWeight).sum()
                : Arrays.stream(placeWeight).sum();
    }

    double expected(double measure) {
        return measure * cases() / total();
    }

    /** Log likelihood ratio of a zone and window; 0 where it holds no more than expected. */
    double llr(int cases, double measure, double total) {
        double all = cases();
        double expected = measure * all / total;
        if (!(cases > expected) || measure <= 0) {
            return 0;
        }
        if (chance == Chance.WHO_IS_CASE) {
            double inside = term(cases, measure) + term(measure - cases, measure);
            double outside = term(all - cases, total - measure) + term(total - measure - all + cases, total - measure);
            return inside + outside - term(all, total) - term(total - all, total);
        }
        return term(cases, expected) + term(all - cases, all - expected);
    }

    private static double term(double count, double of) {
        return count <= 0 ? 0 : count * Math.log(count / of);
    }

    /** Number of the first case of each place, and the number of cases at the end. */
    int[] starts(int[] placeOfCase) {
        int[] start = new int[places + 1];
        for (int at : placeOfCase) {
            start[at + 1]++;
        }
        for (int i = 0; i < places; i++) {
            start[i + 1] += start[i];
        }
        return start;
    }

    /** The cases of one draw, sorted by place. */
    Draw draw(SplittableRandom random) {
        return switch (chance) {
            case TIMES_DEALT -> dealTimes(random);
            case BY_MEASURE -> fallByMeasure(random);
            case WHO_IS_CASE -> pickCases(random);
        };
    }

    Draw observed() {
        return new Draw(starts(place), step);
    }

    private Draw dealTimes(SplittableRandom random) {
        int[] times = step.clone();
        for (int i = times.length - 1; i > 0; i--) {
            int j = below(random, i + 1);
            int kept = times[i];
            times[i] = times[j];
            times[j] = kept;
        }
        return new Draw(starts(place), times);
    }

    private Draw fallByMeasure(SplittableRandom random) {
        int n = cases();
        int[] drawnPlace = new int[n];
        int[] drawnStep = new int[n];
        double[] byPlace = cumulated(placeWeight);
        double[] byStep = cumulated(stepWeight);
        for (int i = 0; i < n; i++) {
            drawnPlace[i] = chosen(byPlace, random);
            if (steps > 1) {
                drawnStep[i] = cells == null ? chosen(byStep, random) : chosen(cumulated(cells[drawnPlace[i]]), random);
            }
        }
        return sorted(drawnPlace, drawnStep);
    }

    private Draw pickCases(SplittableRandom random) {
        int individuals = (int) Math.round(total());
        int[] who = new int[individuals];
        Arrays.setAll(who, i -> i);
        double[] byPlace = cumulated(placeWeight);
        int n = cases();
        int[] drawnPlace = new int[n];
        int[] drawnStep = new int[n];
        for (int i = 0; i < n; i++) {
            int j = i + below(random, individuals - i);
            int picked = who[j];
            who[j] = who[i];
            int at = first(byPlace, picked + 0.5);
            drawnPlace[i] = at;
            if (cells != null) {
                double before = at == 0 ? 0 : byPlace[at - 1];
                drawnStep[i] = first(cumulated(cells[at]), picked + 0.5 - before);
            }
        }
        return sorted(drawnPlace, drawnStep);
    }

    private Draw sorted(int[] drawnPlace, int[] drawnStep) {
        int[] start = starts(drawnPlace);
        int[] next = start.clone();
        int[] times = new int[drawnPlace.length];
        for (int i = 0; i < times.length; i++) {
            times[next[drawnPlace[i]]++] = drawnStep[i];
        }
        return new Draw(start, times);
    }

    private static int chosen(double[] cumulated, SplittableRandom random) {
        return first(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    }

    /** First index whose cumulated weight exceeds the value. */
    private static int first(double[] cumulated, double value) {
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double[] cumulated(double[] weight) {
        double[] sums = weight.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private static int below(SplittableRandom random, int bound) {
        return (int) ((random.nextInt() & 0xFFFF_FFFFL) * bound >>> 32);
    }

    /**
     * Cases of one draw.
     *
     * @param start number of each place's first case
     * @param times step of each case, place by place
     */
    record Draw(int[] start, int[] times) {}
}
