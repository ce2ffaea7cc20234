package se.lageskarta.geo.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How well places chosen beforehand caught what happened afterwards.
 *
 * <p>{@code PAI = (hits/N) / (a/A)}: share of the incidents caught by share of the area watched, 1 by chance
 * (Chainey, Tompson &amp; Uhlig 2008, Security Journal 21). {@code PEI}: hits by the most that any choice of as
 * many places could have caught (Hunt 2016). {@code RRI}: hits by the hits of the period the choice was made
 * from, each by its own total; 1 when the places keep their share (Levine 2008).
 *
 * <p>Known limits: PAI rises as the area shrinks, so compare equal shares of the area; with few incidents
 * PAI is mostly luck; see {@link #interval}.
 *
 * @param places chosen places
 * @param hits incidents of the later period in them
 * @param trainHits incidents of the earlier period in them
 * @param maxHits most that as many places could have caught
 * @param hitRate hits by all incidents of the later period, 0 to 1
 * @param pai NaN without incidents
 * @param pei 0 to 1; NaN without incidents
 * @param rri NaN without incidents in either period
 */
public record HitRate(
        int places, long hits, long trainHits, long maxHits, double hitRate, double pai, double pei, double rri) {

    /**
     * The best share of equally large places by score; equal scores in order of number. At least one place,
     * else {@code round(share · places)}. O(n log n).
     *
     * @param share part of the places, greater than 0, at most 1
     * @param score of each place, higher first
     * @param train incidents of each place in the period that the scores were made from
     * @param test incidents of each place afterwards
     */
    public static HitRate of(double share, double[] score, int[] train, int[] test) {
        int n = score.length;
        if (!(share > 0) || share > 1) {
            throw new IllegalArgumentException("share is " + share + ", but must be greater than 0 and at most 1");
        }
        if (n == 0 || train.length != n || test.length != n) {
            throw new IllegalArgumentException("score, train, test have " + n + ", " + train.length + ", " + test.length
                    + " values, but must have equally many, at least one");
        }
        int chosen = (int) Math.max(1, Math.rint(share * n));
        int[] best = ranking(score);
        long hits = 0;
        long trainHits = 0;
        for (int k = 0; k < chosen; k++) {
            hits += test[best[k]];
            trainHits += train[best[k]];
        }
        int[] most = test.clone();
        Arrays.sort(most);
        long maxHits = 0;
        for (int k = 0; k < chosen; k++) {
            maxHits += most[n - 1 - k];
        }
        return of(chosen, (double) chosen / n, hits, maxHits, sum(test), trainHits, sum(train));
    }

    /**
     * From sums, when the places are not equally large.
     *
     * @param places chosen places
     * @param areaShare their part of the whole area, greater than 0, at most 1
     * @param maxHits most that as large a part could have caught
     * @param all incidents of the later period
     * @param trainAll incidents of the earlier period
     */
    public static HitRate of(
            int places, double areaShare, long hits, long maxHits, long all, long trainHits, long trainAll) {
        if (!(areaShare > 0) || areaShare > 1) {
            throw new IllegalArgumentException(
                    "areaShare is " + areaShare + ", but must be greater than 0 and at most 1");
        }
        if (hits < 0 || hits > all || trainHits < 0 || trainHits > trainAll) {
            throw new IllegalArgumentException("hits, trainHits is " + hits + ", " + trainHits
                    + ", but must be from 0 to all incidents: " + all + ", " + trainAll);
        }
        double rate = all == 0 ? Double.NaN : (double) hits / all;
        return new HitRate(
                places,
                hits,
                trainHits,
                maxHits,
                rate,
                rate / areaShare,
                maxHits == 0 ? Double.NaN : (double) hits / maxHits,
                ((double) hits / trainHits) / ((double) all / trainAll));
    }

    /**
     * Exact 95 % interval of a share (Clopper &amp; Pearson 1934, Biometrika 26), which few incidents make wide.
     *
     * @param hits from 0 to {@code all}
     * @param all 1 or more
     * @return lower and upper end, 0 to 1
     */
    public static double[] interval(long hits, long all) {
        if (all < 1 || hits < 0 || hits > all) {
            throw new IllegalArgumentException("hits is " + hits + ", but must be from 0 to all: " + all);
        }
        double low = hits == 0 ? 0 : BetaDistribution.of(hits, all - hits + 1.0).inverseCumulativeProbability(0.025);
        double high =
                hits == all ? 1 : BetaDistribution.of(hits + 1.0, all - hits).inverseCumulativeProbability(0.975);
        return new double[] {low, high};
    }

    /** Places by score, highest first, equal ones in order of number. */
    public static int[] ranking(double[] score) {
        return IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -score[place]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long sum(int[] values) {
        long sum = 0;
        for (int value : values) {
            if (value < 0) {
                throw new IllegalArgumentException("a count is " + value + ", but must be 0 or more");
            }
            sum += value;
        }
        return sum;
    }
}
