package se.lageskarta.geo.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What {@link PermutationTail} estimates, without chance: the exact share of all draws of k other places whose
 * counts add up to at least what a place's neighbours hold. For counts of 0 and 1 it is the hypergeometric
 * tail. It has no smallest p, so few hotspots among many cells can be told from chance.
 *
 * <p>Way: the number of k-subsets with each sum, place value by place value (a product of polynomials in the
 * number drawn and the sum); places with the same own value and as many neighbours share one table. For
 * small counts only: {@link #steps} says what it takes, and grows with the counts. Error about 1e-10 of p, and
 * 1e-14 at least.
 *
 * <p>Known limit: as every permutation it asks whether high cells lie together, given how many there are of
 * each height; a lone cell with very many incidents is no cluster of cells.
 */
public final class ExactTail {
    private static final double TOO_MANY_STEPS = 1e12;

    private final double[] value;
    private final int[] counts;
    private final double[] sums;
    private final double[] logFactorial;
    /** Each whole value above 0 and how many places have it. */
    private final TreeMap<Integer, Integer> heights = new TreeMap<>();

    private final Map<Group, List<Integer>> groups = new HashMap<>();

    /** Places with the same own value and as many neighbours: the same draws. */
    private record Group(int own, int neighbours) {}

    /**
     * @param value whole numbers of 0 or more, one a place
     * @throws IllegalArgumentException when a value is no such number
     */
    public ExactTail(Neighbours neighbours, double[] value) {
        this.value = value.clone();
        sums = neighbours.sums(value);
        counts = neighbours.counts();
        logFactorial = logFactorials(value.length);
        for (int i = 0; i < value.length; i++) {
            if (!isCount(value[i])) {
                throw new IllegalArgumentException(
                        "value of place " + i + " is " + value[i] + ", but must be a whole number of 0 or more");
            }
            if (value[i] > 0) {
                heights.merge((int) value[i], 1, Integer::sum);
            }
            groups.computeIfAbsent(new Group((int) value[i], counts[i]), key -> new ArrayList<>())
                    .add(i);
        }
    }

    /** True when all values are whole numbers of 0 or more, as counts of incidents are. */
    public static boolean suits(double[] value) {
        return Arrays.stream(value).allMatch(ExactTail::isCount);
    }

    private static boolean isCount(double value) {
        return value >= 0 && value <= 1_000_000 && value == Math.rint(value);
    }

    /** Elementary steps of {@link #tails}, about 1 ns each; a lower limit once there are far too many. */
    public double steps() {
        double steps = value.length;
        for (Map.Entry<Group, List<Integer>> group : groups.entrySet()) {
            if (steps > TOO_MANY_STEPS) {
                return steps;
            }
            double most = highest(group.getValue()) + 1;
            double k = group.getKey().neighbours;
            for (Map.Entry<Integer, Integer> height : heights.entrySet()) {
                double copies = Math.min(Math.min(height.getValue(), k), most / height.getKey());
                steps += copies * (k - copies / 2) * Math.max(1, most - height.getKey());
            }
        }
        return steps;
    }

    /**
     * Both one-sided p of each place.
     *
     * @param high share of draws that hold at least as much; 1 where the neighbours hold nothing
     * @param low share of draws that hold at most as much; 1 for a place without neighbours
     */
    public record Tails(double[] high, double[] low) {}

    /**
     * @param stop asked now and then; when it says true the work ends
     * @throws CancellationException when stopped
     */
    public Tails tails(BooleanSupplier stop) {
        Tails tails = new Tails(new double[value.length], new double[value.length]);
        List<Map.Entry<Group, List<Integer>>> work = new ArrayList<>(groups.entrySet());
        work.parallelStream().forEach(group -> {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            double[] below = below(group.getKey(), highest(group.getValue()) + 1);
            for (int place : group.getValue()) {
                tails.high[place] = Math.max(0, 1 - below[(int) sums[place]]);
                tails.low[place] = below[(int) sums[place] + 1];
            }
        });
        return tails;
    }

    private int highest(List<Integer> places) {
        double most = 0;
        for (int place : places) {
            most = Math.max(most, sums[place]);
        }
        return (int) most;
    }

    /** The share of draws that add up to less than each sum from 0 to {@code most}. */
    private double[] below(Group group, int most) {
        int k = group.neighbours;
        int others = value.length - 1;
        double[][] ways = new double[k + 1][];
        ways[0] = new double[most];
        ways[0][0] = 1;
        int occupied = 0;
        for (Map.Entry<Integer, Integer> height : heights.entrySet()) {
            int places = height.getValue() - (height.getKey() == group.own ? 1 : 0);
            multiply(ways, height.getKey(), places, occupied, k, most);
            occupied += places;
        }
        double[] below = new double[most + 1];
        double sum = 0;
        for (int s = 0; s < most; s++) {
            for (int j = 0; j <= k; j++) {
                if (ways[j] != null && ways[j][s] > 0) {
                    sum += ways[j][s] * hypergeometric(j, k, occupied, others);
                }
            }
            below[s + 1] = Math.min(1, sum);
        }
        return below;
    }

    /**
     * Takes in the places of one height. {@code ways[j]} holds, for j drawn among the places seen so far, the
     * chance of each sum; drawing c of the new ones among j has the hypergeometric chance.
     */
    private void multiply(double[][] ways, int height, int places, int seen, int k, int most) {
        for (int j = Math.min(k, seen + places); j >= 1; j--) {
            double[] mixed = new double[most];
            for (int c = Math.max(0, j - seen); c <= Math.min(j, places); c++) {
                double[] from = ways[j - c];
                long shift = (long) c * height;
                if (from == null || shift >= most) {
                    continue;
                }
                double chance = hypergeometric(c, j, places, seen + places);
                int by = (int) shift;
                for (int s = by; s < most; s++) {
                    mixed[s] += chance * from[s - by];
                }
            }
            ways[j] = mixed;
        }
    }

    /** Chance of c marked ones among j drawn out of {@code all} that hold {@code marked}. */
    private double hypergeometric(int c, int j, int marked, int all) {
        if (c > marked || j - c > all - marked || c > j) {
            return 0;
        }
        return Math.exp(logChoose(marked, c) + logChoose(all - marked, j - c) - logChoose(all, j));
    }

    private double logChoose(int n, int k) {
        return logFactorial[n] - logFactorial[k] - logFactorial[n - k];
    }

    private static double[] logFactorials(int most) {
        double[] logs = new double[most + 1];
        double sum = 0;
        double lost = 0;
        for (int i = 2; i <= most; i++) {
            double term = Math.log(i) - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
            logs[i] = sum;
        }
        return logs;
    }
}
