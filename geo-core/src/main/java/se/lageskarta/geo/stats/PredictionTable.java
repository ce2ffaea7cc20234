package se.lageskarta.geo.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * PAI, PEI and RRI place by place: what had been caught had one watched the best place, the best two, and so on.
 *
 * <p>Best is most predicted by area; of equal ones the place where least happened comes first, so that luck does
 * not flatter the prediction. RRI is here predicted by observed, as in Wheeler &amp; Steenbeek (2021), J. Quant.
 * Criminology 37. O(n log n).
 */
public final class PredictionTable {
    private PredictionTable() {}

    /**
     * @param row number of the place in the input, from 0
     * @param pai share of incidents by share of area, of this place and those before
     * @param pei PAI by the greatest that as many places could reach
     * @param rri predicted by observed; infinite before the first hit
     */
    public record Row(
            int row,
            double count,
            double cumulativeCount,
            double shareOfCount,
            double predicted,
            double cumulativePredicted,
            double area,
            double cumulativeArea,
            double shareOfArea,
            double pai,
            double pei,
            double rri) {}

    /**
     * @param observed incidents of each place, 0 or more, not all 0
     * @param predicted of each place
     * @param area of each place, greater than 0
     */
    public static List<Row> of(double[] observed, double[] predicted, double[] area) {
        int n = observed.length;
        if (n == 0 || predicted.length != n || area.length != n) {
            throw new IllegalArgumentException("observed, predicted, area have " + n + ", " + predicted.length + ", "
                    + area.length + " values, but must have equally many, at least one");
        }
        double allCount = 0;
        double allArea = 0;
        for (int i = 0; i < n; i++) {
            if (!(observed[i] >= 0) || !(area[i] > 0) || !Double.isFinite(predicted[i])) {
                throw new IllegalArgumentException("observed, predicted, area is " + observed[i] + ", " + predicted[i]
                        + ", " + area[i] + ", but must be 0 or more, finite, and greater than 0");
            }
            allCount += observed[i];
            allArea += area[i];
        }
        if (allCount == 0) {
            throw new IllegalArgumentException("observed is 0 everywhere, but must be greater somewhere");
        }
        int[] order = order(n, i -> -predicted[i] / area[i], i -> observed[i]);
        int[] perfect = order(n, i -> -observed[i] / area[i], i -> 0);
        Row[] rows = new Row[n];
        double count = 0;
        double sum = 0;
        double ground = 0;
        double bestCount = 0;
        double bestGround = 0;
        for (int k = 0; k < n; k++) {
            int i = order[k];
            count += observed[i];
            sum += predicted[i];
            ground += area[i];
            bestCount += observed[perfect[k]];
            bestGround += area[perfect[k]];
            double pai = count / allCount / (ground / allArea);
            double best = bestCount / allCount / (bestGround / allArea);
            rows[k] = new Row(
                    i,
                    observed[i],
                    count,
                    count / allCount,
                    predicted[i],
                    sum,
                    area[i],
                    ground,
                    ground / allArea,
                    pai,
                    pai / best,
                    sum / count);
        }
        return List.of(rows);
    }

    /** A number to sort rows by. */
    private interface Key {
        double of(int row);
    }

    private static int[] order(int n, Key first, Key second) {
        Comparator<Integer> byFirst = Comparator.comparingDouble(first::of);
        return IntStream.range(0, n)
                .boxed()
                .sorted(byFirst.thenComparingDouble(second::of))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
