package se.lageskarta.geo.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class BandwidthTest {
    /** Lengths of 272 eruptions of Old Faithful in thousandths of a minute (Azzalini and Bowman 1990). */
    private static final String ERUPTIONS =
            "3600 1800 3333 2283 4533 2883 4700 3600 1950 4350 1833 3917 4200 1750 4700 "
                    + "2167 1750 4800 1600 4250 1800 1750 3450 3067 4533 3600 1967 4083 3850 4433 4300 4467 3367 4033 3833 "
                    + "2017 1867 4833 1833 4783 4350 1883 4567 1750 4533 3317 3833 2100 4633 2000 4800 4716 1833 4833 1733 "
                    + "4883 3717 1667 4567 4317 2233 4500 1750 4800 1817 4400 4167 4700 2067 4700 4033 1967 4500 4000 1983 "
                    + "5067 2017 4567 3883 3600 4133 4333 4100 2633 4067 4933 3950 4517 2167 4000 2200 4333 1867 4817 1833 "
                    + "4300 4667 3750 1867 4900 2483 4367 2100 4500 4050 1867 4700 1783 4850 3683 4733 2300 4900 4417 1700 "
                    + "4633 2317 4600 1817 4417 2617 4067 4250 1967 4600 3767 1917 4500 2267 4650 1867 4167 2800 4333 1833 "
                    + "4383 1883 4933 2033 3733 4233 2233 4533 4817 4333 1983 4633 2017 5100 1800 5033 4000 2400 4600 3567 "
                    + "4000 4500 4083 1800 3967 2200 4150 2000 3833 3500 4583 2367 5000 1933 4617 1917 2083 4583 3333 4167 "
                    + "4333 4500 2417 4000 4167 1883 4583 4250 3767 2033 4433 4083 1833 4417 2183 4800 1833 4800 4100 3966 "
                    + "4233 3500 4366 2250 4667 2100 4350 4133 1867 4600 1783 4367 3850 1933 4500 2383 4700 1867 3833 3417 "
                    + "4233 2400 4800 2000 4150 1867 4267 1750 4483 4000 4117 4083 4267 3917 4550 4083 2417 4183 2217 4450 "
                    + "1883 1850 4283 3950 2333 4150 2350 4933 2900 4583 3833 2083 4367 2133 4350 2200 4450 3567 4500 4150 "
                    + "3817 3917 4450 2000 4283 4767 4533 1850 4250 1983 2250 4750 4117 2150 4417 1817 4467";

    /** Yearly precipitation of 70 cities in tenths of an inch (McNeil 1977; R's {@code precip}). */
    private static final String PRECIPITATION =
            "670 547 70 485 140 172 207 130 434 402 389 545 598 483 229 115 344 351 387 308 306 431 568 408 "
                    + "418 425 310 317 302 259 492 370 359 150 302 72 362 455 78 334 361 402 427 425 162 390 350 370 "
                    + "314 376 399 362 428 464 247 491 460 359 78 482 152 325 447 426 388 174 408 291 146 592";

    @Test
    void gives_the_published_bandwidths_of_old_faithful() {
        double[] values = numbers(ERUPTIONS, 1000);
        assertThat(values).hasSize(272);
        AxisBandwidth bandwidth = new AxisBandwidth(values);
        assertThat(bandwidth.silverman()).isCloseTo(0.334777034463943, within(1e-12));
        assertThat(bandwidth.scott()).isCloseTo(0.394292951701978, within(1e-12));
        assertThat(bandwidth.sheatherJones()).isCloseTo(0.140043535894384, Percentage.withPercentage(0.01));
    }

    @Test
    void gives_the_published_bandwidths_of_precipitation_in_seventy_cities() {
        double[] values = numbers(PRECIPITATION, 10);
        assertThat(values).hasSize(70);
        AxisBandwidth bandwidth = new AxisBandwidth(values);
        assertThat(bandwidth.sheatherJones()).isCloseTo(3.93176845869291, Percentage.withPercentage(0.01));
        assertThat(bandwidth.crossValidated()).isCloseTo(4.86186767068656, Percentage.withPercentage(0.01));
    }

    @Test
    void knows_the_closed_forms_and_their_spread() {
        AxisBandwidth bandwidth = new AxisBandwidth(new double[] {6_400_001, 6_400_002, 6_400_004, 6_400_009});
        assertThat(bandwidth.standardDeviation()).isCloseTo(Math.sqrt(38.0 / 3), within(1e-12));
        assertThat(bandwidth.interquartileRange()).isEqualTo(3.5);
        assertThat(bandwidth.silverman()).isCloseTo(0.9 * 3.5 / 1.34 * Math.pow(4, -0.2), within(1e-12));
        assertThat(bandwidth.wholeWidth()).isCloseTo(4 * bandwidth.scott(), within(1e-12));
        assertThat(bandwidth.scottInThePlane())
                .isCloseTo(bandwidth.standardDeviation() * Math.pow(4, -1.0 / 6), within(1e-12));
        // the corners of a square of side 2: standard distance and median distance are both √2
        assertThat(PointSpread.searchRadius(new double[] {0, 2, 2, 0}, new double[] {0, 0, 2, 2}))
                .isCloseTo(0.9 * Math.sqrt(2) * Math.pow(4, -0.2), within(1e-12));
    }

    @Test
    void falls_back_to_the_deviation_when_most_values_are_equal() {
        AxisBandwidth bandwidth = new AxisBandwidth(new double[] {5, 5, 5, 5, 5, 5, 5, 9});
        assertThat(bandwidth.silverman())
                .isCloseTo(0.9 * bandwidth.standardDeviation() * Math.pow(8, -0.2), within(1e-12));
        assertThat(bandwidth.scott()).isZero();
    }

    @Test
    void finds_the_least_and_the_zero_of_a_function() {
        assertThat(Brent.minimum(t -> (t - 2) * (t - 2), 0, 10, 1e-9)).isCloseTo(2, within(1e-7));
        assertThat(Brent.root(t -> t * t * t - 8, 0, 10, 1e-12)).isCloseTo(2, within(1e-9));
    }

    @Test
    void chooses_the_bandwidth_of_greatest_likelihood_among_the_sixteen_tried() {
        double[][] town = town(new SplittableRandom(20), 300);
        Geometry square = square(10_000);
        double chosen = new WindowBandwidth(town[0], town[1], square).likelihood();
        double least = leastDistance(town);
        double most = Math.sqrt(2) * 10_000 / 2;
        double best = Double.NEGATIVE_INFINITY;
        double expected = 0;
        for (int i = 0; i < 16; i++) {
            double sigma = least * Math.pow(most / least, i / 15.0);
            double value = likelihood(town, sigma, square);
            if (value > best) {
                best = value;
                expected = sigma;
            }
        }
        assertThat(chosen).isCloseTo(expected, within(1e-6));
        assertThat(chosen).isBetween(50.0, 700.0);
    }

    @Test
    void oversmooths_with_cronie_and_van_lieshout_and_undersmooths_with_berman_and_diggle() {
        double[][] town = town(new SplittableRandom(21), 400);
        WindowBandwidth bandwidth = new WindowBandwidth(town[0], town[1], square(10_000));
        assertThat(bandwidth.cronieVanLieshout()).isGreaterThan(bandwidth.likelihood());
        assertThat(bandwidth.bermanDiggle()).isLessThan(bandwidth.likelihood());
    }

    @Test
    void reads_wide_bandwidths_of_many_incidents_off_a_surface_and_chooses_the_same() {
        double[][] few = town(new SplittableRandom(22), 4_900);
        double[][] more = town(new SplittableRandom(22), 5_100);
        double ofFew = new WindowBandwidth(few[0], few[1], square(10_000)).cronieVanLieshout();
        double ofMore = new WindowBandwidth(more[0], more[1], square(10_000)).cronieVanLieshout();
        assertThat(ofMore / ofFew).isBetween(0.4, 2.5);
    }

    @Test
    void plugs_in_near_the_normal_reference_for_a_normal_cloud_and_below_it_for_two_towns() {
        SplittableRandom random = new SplittableRandom(23);
        int n = 800;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 500_000 + 1000 * normal(random);
            y[i] = 6_500_000 + 2000 * normal(random);
        }
        MatrixBandwidth cloud = new MatrixBandwidth(x, y);
        double[] reference = cloud.normalReference();
        assertThat(cloud.plugIn()[0] / reference[0]).isBetween(0.8, 1.2);
        assertThat(cloud.plugIn()[1] / reference[1]).isBetween(0.8, 1.2);
        assertThat(cloud.crossValidated()[0] / reference[0]).isBetween(0.5, 1.7);
        for (int i = 0; i < n; i += 2) {
            x[i] += 20_000;
        }
        MatrixBandwidth towns = new MatrixBandwidth(x, y);
        assertThat(towns.plugIn()[0]).isLessThan(0.3 * towns.normalReference()[0]);
    }

    @Test
    void plugs_in_the_same_whether_pairs_are_counted_one_by_one_or_on_a_lattice() {
        double[][] town = town(new SplittableRandom(24), 2_990);
        double[][] more = new double[2][];
        for (int axis = 0; axis < 2; axis++) {
            more[axis] = Arrays.copyOf(town[axis], 3_010);
            System.arraycopy(town[axis], 0, more[axis], 2_990, 20);
        }
        double[] exact = new MatrixBandwidth(town[0], town[1]).plugIn();
        double[] lattice = new MatrixBandwidth(more[0], more[1]).plugIn();
        assertThat(lattice[0]).isCloseTo(exact[0], Percentage.withPercentage(3));
        assertThat(lattice[1]).isCloseTo(exact[1], Percentage.withPercentage(3));
    }

    @Test
    void refuses_what_has_no_bandwidth() {
        assertThatThrownBy(() -> new AxisBandwidth(new double[] {1})).hasMessageContaining("values is 1 numbers");
        assertThatThrownBy(() -> new AxisBandwidth(new double[] {3, 3, 3})).hasMessageContaining("two different");
        assertThatThrownBy(() -> new AxisBandwidth(new double[] {1, Double.NaN}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new WindowBandwidth(new double[] {5, 5}, new double[] {5, 5}, square(10)))
                .hasMessageContaining("two of them must differ");
        assertThatThrownBy(() -> new WindowBandwidth(new double[2], new double[2], new GeometryFactory().createPoint()))
                .hasMessageContaining("must be a polygon");
        assertThatThrownBy(() -> PointSpread.searchRadius(new double[0], new double[0]))
                .hasMessageContaining("at least one");
    }

    private static double likelihood(double[][] town, double sigma, Geometry square) {
        EdgeFactor edge = EdgeFactor.of(Kernel.GAUSSIAN, sigma, square);
        int n = town[0].length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double others = 0;
            for (int j = 0; j < n; j++) {
                double dx = town[0][i] - town[0][j];
                double dy = town[1][i] - town[1][j];
                others += i == j ? 0 : Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
            }
            sum += Math.log(others / (2 * Math.PI * sigma * sigma) / edge.at(town[0][i], town[1][i]));
        }
        // inside a square the integral stays near the number of incidents
        return sum - n;
    }

    private static double leastDistance(double[][] town) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < town[0].length; i++) {
            for (int j = 0; j < i; j++) {
                least = Math.min(least, Math.hypot(town[0][i] - town[0][j], town[1][i] - town[1][j]));
            }
        }
        return least;
    }

    private static double[][] town(SplittableRandom random, int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            boolean scattered = i % 4 == 0;
            double centre = i % 3 == 0 ? 3000 : 6500;
            x[i] = scattered ? random.nextDouble(10_000) : centre + 250 * normal(random);
            y[i] = scattered ? random.nextDouble(10_000) : centre + 250 * normal(random);
        }
        return new double[][] {x, y};
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static Geometry square(double side) {
        return new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(0, 0),
            new Coordinate(side, 0),
            new Coordinate(side, side),
            new Coordinate(0, side),
            new Coordinate(0, 0)
        });
    }

    private static double[] numbers(String text, double divisor) {
        return Arrays.stream(text.split(" "))
                .mapToDouble(word -> Double.parseDouble(word) / divisor)
                .toArray();
    }
}
