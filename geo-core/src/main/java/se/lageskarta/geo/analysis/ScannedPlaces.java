package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Distinct places of rows: rows on one coordinate are at one place. Of more than {@link #MOST} places, squares are
 * made.
 *
 * @param x metres east, ascending
 * @param y metres north
 * @param place place of each row
 * @param cellMetres side of the squares, 0 when places stand as they are
 */
record ScannedPlaces(double[] x, double[] y, int[] place, double cellMetres) {
    /** So many places are scanned one by one. */
    static final int MOST = 4_000;

    private static final double[] CELLS_METRES = {0, 25, 50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600};

    static ScannedPlaces of(double[] x, double[] y) {
        ScannedPlaces places = new ScannedPlaces(x, y, new int[0], 0);
        for (double cell : CELLS_METRES) {
            places = distinct(centred(x, cell), centred(y, cell), cell);
            if (places.x.length <= MOST) {
                break;
            }
        }
        return places;
    }

    private static double[] centred(double[] values, double cell) {
        return cell == 0
                ? values
                : Arrays.stream(values)
                        .map(value -> (Math.floor(value / cell) + 0.5) * cell)
                        .toArray();
    }

    private static ScannedPlaces distinct(double[] x, double[] y, double cell) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] east = new double[x.length];
        double[] north = new double[x.length];
        int[] place = new int[x.length];
        int places = 0;
        for (int row : order) {
            if (places == 0 || east[places - 1] != x[row] || north[places - 1] != y[row]) {
                east[places] = x[row];
                north[places++] = y[row];
            }
            place[row] = places - 1;
        }
        return new ScannedPlaces(Arrays.copyOf(east, places), Arrays.copyOf(north, places), place, cell);
    }

    void describe(AnalysisResult.Builder answer) {
        if (cellMetres > 0) {
            int side = (int) cellMetres;
            answer.parameter(
                    "squares",
                    cellMetres,
                    "m",
                    true,
                    new Words(
                            "Fler än " + MOST + " lägen: de räknas i rutor om " + side + " m.",
                            "More than " + MOST + " positions: they are counted in squares of " + side + " m."));
        }
    }
}
