package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hot loop of {@link ScanStatistic}: goes outwards from every centre and looks at the windows that hold a case of
 * the ring just added; all others were better before the ring. No logarithm is taken on the way: for each number
 * of cases only the least measure is kept, because the likelihood ratio falls as the measure grows.
 *
 * <p>Fewer cases in a usual circle and window than steps in the window: the times of the circle's cases are kept
 * sorted, and windows begin and end at a case. More: they are counted by step. One step: they are only counted.
 */
final class ScanSweep {
    private final int[][] outwards;
    private final ScanModel model;
    private final int steps;
    private final int minSteps;
    private final int maxSteps;
    private final int minCases;
    private final boolean prospective;
    private final boolean byStep;
    private final double[] placeWeight;
    private final double @Nullable [][] cells;
    /** Weight of all steps before a step. */
    private final double[] before;

    /** Weight of the window from a step to the last, no shorter than the shortest. */
    private final double[] untilNow;
    /** Least weight of a shortest window that holds the steps {@code from} to {@code from + length − 1}. */
    private final double[] tooShort;

    private final double total;
    private final double[] least;
    private final @Nullable ScanCandidates candidates;

    private final int[] when;
    private final double[] spans;
    private final double[] opening;
    private final int[] later;
    private int held;
    private final int[] fresh;
    private int freshCount;
    private final int[] count;
    private final double[] measure;

    /** @param candidates takes every window; null when only the least measures are wanted */
    ScanSweep(ScanZones zones, ScanModel model, ScanOptions options, @Nullable ScanCandidates candidates) {
        this.outwards = zones.outwards();
        this.model = model;
        this.candidates = candidates;
        steps = model.steps();
        minSteps = Math.min(options.minSteps(), steps);
        maxSteps = Math.min(options.maxSteps(), steps);
        minCases = options.minCases();
        prospective = options.look() == ScanOptions.Look.PROSPECTIVE;
        placeWeight = model.placeWeight();
        cells = model.cells();
        total = model.total();
        before = new double[steps + 1];
        for (int t = 0; t < steps; t++) {
            before[t + 1] = before[t] + model.stepWeight()[t];
        }
        untilNow = new double[steps];
        Arrays.setAll(untilNow, t -> before[steps] - before[Math.min(t, steps - minSteps)]);
        tooShort = new double[steps * minSteps];
        Arrays.setAll(tooShort, i -> leastShort(i / minSteps, i / minSteps + i % minSteps));
        double usual = usualCases();
        byStep = cells != null
                || (prospective ? usual > maxSteps : usual * usual > 4.0 * maxSteps * Math.min(steps, 2 * maxSteps));
        spans = new double[model.cases()];
        opening = new double[model.places()];
        later = new int[model.places()];
        least = new double[model.cases() + 1];
        when = new int[model.cases()];
        fresh = new int[model.cases()];
        count = new int[steps];
        measure = new double[steps];
    }

    /** Mean over the centres of the cases in half the greatest circle and the longest window. */
    private double usualCases() {
        int[] start = model.starts(model.place());
        double sum = 0;
        for (int[] order : outwards) {
            for (int marked : order) {
                int place = marked < 0 ? ~marked : marked;
                sum += start[place + 1] - start[place];
            }
        }
        return sum / 2 / Math.max(1, outwards.length) * maxSteps / steps;
    }

    /** Least measure for each number of cases; infinite where none was seen. Overwritten by the next run. */
    double[] run(ScanModel.Draw draw, BooleanSupplier stop) {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        if (prospective && candidates == null && !byStep && steps > 1) {
            openings(draw);
        }
        for (int centre = 0; centre < outwards.length; centre++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("the scan was stopped");
            }
            if (candidates != null) {
                candidates.from(centre);
            }
            if (steps == 1) {
                counted(outwards[centre], draw.start());
            } else if (byStep) {
                countedByStep(outwards[centre], draw);
            } else if (prospective && candidates == null) {
                leastUntilNow(outwards[centre], draw);
            } else {
                sortedTimes(outwards[centre], draw);
            }
        }
        return least;
    }

    /** The greatest likelihood ratio of the last run. */
    double best() {
        double best = 0;
        for (int c = minCases; c < least.length; c++) {
            if (least[c] < Double.POSITIVE_INFINITY) {
                best = Math.max(best, model.llr(c, least[c], total));
            }
        }
        return best;
    }

    private void offer(int cases, double weight, int from, int to) {
        if (cases >= minCases && weight > 0) {
            if (weight < least[cases]) {
                least[cases] = weight;
            }
            if (candidates != null) {
                candidates.offer(cases, weight, from, to);
            }
        }
    }

    private void ringEnds(int places) {
        if (candidates != null) {
            candidates.ringEnds(places);
        }
    }

    private void counted(int[] order, int[] start) {
        int cases = 0;
        int offered = 0;
        double weight = 0;
        for (int k = 0; k < order.length; k++) {
            int place = order[k] < 0 ? ~order[k] : order[k];
            cases += start[place + 1] - start[place];
            weight += placeWeight[place];
            if (order[k] < 0 && cases > offered && weight > 0) {
                offer(cases, weight * before[1], 0, 0);
                ringEnds(k + 1);
                offered = cases;
            }
        }
    }

    private void sortedTimes(int[] order, ScanModel.Draw draw) {
        int[] start = draw.start();
        int[] times = draw.times();
        int horizon = prospective ? steps - maxSteps : 0;
        double weight = 0;
        held = 0;
        freshCount = 0;
        for (int k = 0; k < order.length; k++) {
            int place = order[k] < 0 ? ~order[k] : order[k];
            weight += placeWeight[place];
            for (int i = start[place]; i < start[place + 1]; i++) {
                if (times[i] >= horizon) {
                    hold(times[i]);
                    fresh[freshCount++] = times[i];
                }
            }
            if (order[k] < 0 && freshCount > 0 && weight > 0) {
                if (prospective) {
                    untilNow(weight);
                } else {
                    for (int f = 0; f < freshCount; f++) {
                        around(fresh[f], weight);
                    }
                }
                freshCount = 0;
                ringEnds(k + 1);
            }
        }
    }

    /** For each place the weight of the window that its first recent case opens; infinite without one. */
    private void openings(ScanModel.Draw draw) {
        int horizon = steps - maxSteps;
        for (int place = 0; place < opening.length; place++) {
            int i = draw.start()[place];
            while (i < draw.start()[place + 1] && draw.times()[i] < horizon) {
                i++;
            }
            boolean recent = i < draw.start()[place + 1];
            opening[place] = recent ? untilNow[draw.times()[i]] : Double.POSITIVE_INFINITY;
            later[place] = recent ? i + 1 : 0;
        }
    }

    /** As {@link #sortedTimes} of prospective windows when only the least measures are wanted. */
    private void leastUntilNow(int[] order, ScanModel.Draw draw) {
        double weight = 0;
        held = 0;
        int nearest = Integer.MAX_VALUE;
        for (int marked : order) {
            int place = marked < 0 ? ~marked : marked;
            weight += placeWeight[place];
            double span = opening[place];
            if (span < Double.POSITIVE_INFINITY) {
                nearest = Math.min(nearest, hold(span));
                nearest = Math.min(nearest, holdLater(place, draw));
            }
            if (marked < 0 && nearest < held && weight > 0) {
                for (int k = nearest; k < held; k++) {
                    double measured = weight * spans[k];
                    if (measured < least[k + 1]) {
                        least[k + 1] = measured;
                    }
                }
                nearest = Integer.MAX_VALUE;
            }
        }
    }

    private int holdLater(int place, ScanModel.Draw draw) {
        int nearest = Integer.MAX_VALUE;
        for (int i = later[place]; i < draw.start()[place + 1]; i++) {
            if (draw.times()[i] >= steps - maxSteps) {
                nearest = Math.min(nearest, hold(untilNow[draw.times()[i]]));
            }
        }
        return nearest;
    }

    /** Keeps the windows' weights sorted; returns where the new one stands: none before it holds the new case. */
    private int hold(double span) {
        int at = held++;
        while (at > 0 && spans[at - 1] > span) {
            spans[at] = spans[at - 1];
            at--;
        }
        spans[at] = span;
        return at;
    }

    private void hold(int time) {
        int at = held++;
        while (at > 0 && when[at - 1] > time) {
            when[at] = when[at - 1];
            at--;
        }
        when[at] = time;
    }

    /** Windows that end now and begin no later than the newest fresh case. */
    private void untilNow(double weight) {
        int newest = fresh[0];
        for (int f = 1; f < freshCount; f++) {
            newest = Math.max(newest, fresh[f]);
        }
        int latestStart = steps - minSteps;
        int first = held - 1;
        while (first >= 0 && when[first] > newest) {
            first--;
        }
        for (int i = first; i >= 0; i--) {
            boolean more = i > 0 && (when[i - 1] == when[i] || when[i - 1] >= latestStart);
            if (!more) {
                offer(held - i, weight * untilNow[when[i]], Math.min(when[i], latestStart), steps - 1);
            }
        }
    }

    /** Windows that hold a fresh case, beginning and ending at a case unless they would be too short. */
    private void around(int time, double weight) {
        int after = held;
        while (after > 0 && when[after - 1] > time) {
            after--;
        }
        for (int a = after - 1; a >= 0 && time - when[a] < maxSteps; a--) {
            if (a > 0 && when[a - 1] == when[a]) {
                continue;
            }
            if (candidates == null) {
                leastFrom(a, after - 1, weight);
            } else {
                for (int b = after - 1; b < held && when[b] - when[a] < maxSteps; b++) {
                    if (b + 1 == held || when[b + 1] > when[b]) {
                        window(b - a + 1, weight, when[a], when[b]);
                    }
                }
            }
        }
    }

    /** Windows from one case to others, when only the least measures are wanted. */
    private void leastFrom(int a, int firstEnd, double weight) {
        int from = when[a];
        int tooLate = from + maxSteps;
        double untilFrom = before[from];
        for (int b = firstEnd; b < held && when[b] < tooLate; b++) {
            int length = when[b] - from + 1;
            double span =
                    length >= minSteps ? before[from + length] - untilFrom : tooShort[from * minSteps + length - 1];
            double measured = weight * span;
            if (measured < least[b - a + 1]) {
                least[b - a + 1] = measured;
            }
        }
    }

    private double leastShort(int from, int to) {
        double fewest = Double.POSITIVE_INFINITY;
        for (int s = Math.max(0, to - minSteps + 1); s <= Math.min(from, steps - minSteps); s++) {
            fewest = Math.min(fewest, before[s + minSteps] - before[s]);
        }
        return fewest;
    }

    private void window(int cases, double weight, int from, int to) {
        if (to - from + 1 >= minSteps) {
            offer(cases, weight * (before[to + 1] - before[from]), from, to);
            return;
        }
        int latest = Math.min(from, steps - minSteps);
        for (int s = Math.max(0, to - minSteps + 1); s <= latest; s++) {
            offer(cases, weight * (before[s + minSteps] - before[s]), s, s + minSteps - 1);
        }
    }

    private void countedByStep(int[] order, ScanModel.Draw draw) {
        int[] start = draw.start();
        int[] times = draw.times();
        Arrays.fill(count, 0);
        Arrays.fill(measure, 0);
        double weight = 0;
        int freshFrom = steps;
        int freshTo = -1;
        for (int k = 0; k < order.length; k++) {
            int place = order[k] < 0 ? ~order[k] : order[k];
            weight += placeWeight[place];
            for (int i = start[place]; i < start[place + 1]; i++) {
                count[times[i]]++;
                freshFrom = Math.min(freshFrom, times[i]);
                freshTo = Math.max(freshTo, times[i]);
            }
            if (cells != null) {
                add(cells[place]);
            }
            if (order[k] < 0 && freshTo >= 0) {
                int from = prospective ? steps - 1 : Math.max(freshFrom, minSteps - 1);
                int to = Math.min(steps - 1, freshTo + maxSteps - 1);
                for (int end = from; end <= to; end++) {
                    endingAt(end, weight);
                }
                ringEnds(k + 1);
                // where the population changes, a window may get its first people with a ring that has no case
                if (cells == null) {
                    freshFrom = steps;
                    freshTo = -1;
                }
            }
        }
    }

    private void endingAt(int end, double weight) {
        int cases = 0;
        double sum = 0;
        for (int from = end; from > end - maxSteps && from >= 0; from--) {
            boolean empty = cells != null && sum <= 0;
            cases += count[from];
            sum += measure[from];
            int length = end - from + 1;
            if (length == minSteps || length > minSteps && (count[from] > 0 || empty)) {
                offer(cases, cells == null ? weight * (before[end + 1] - before[from]) : sum, from, end);
            }
        }
    }

    private void add(double[] row) {
        for (int t = 0; t < steps; t++) {
            measure[t] += row[t];
        }
    }
}
