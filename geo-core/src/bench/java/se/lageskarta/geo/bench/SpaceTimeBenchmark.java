package se.lageskarta.geo.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import se.lageskarta.geo.stats.NearRepeat;
import se.lageskarta.geo.stats.ScanOptions;
import se.lageskarta.geo.stats.ScanPlaces;
import se.lageskarta.geo.stats.ScanStatistic;

/** Near repeat and the monthly scan; no peer runs on the JVM. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SpaceTimeBenchmark {
    /** Incidents of a year; 999 deals of 2,000 and 5,000 incidents, 99 of 100,000. */
    @State(Scope.Benchmark)
    public static class Year {
        @Param({"2000", "5000", "100000"})
        int n;

        TownPoints town;
        int[] day;
        NearRepeat method;

        @Setup
        public void make() {
            town = TownPoints.of(n, 20240601);
            day = new SplittableRandom(1).ints(n, 0, 365).toArray();
            method = NearRepeat.of(
                    new double[] {100, 200, 500, 1_000}, new double[] {7, 14, 28, 56}, n > 50_000 ? 99 : 999, 1);
        }
    }

    /** A year of a municipality with two towns of two and a half kilometres. */
    @State(Scope.Benchmark)
    public static class TwoTowns {
        @Param("600")
        int n;

        double[] x;
        double[] y;
        int[] day;
        int[] place;

        @Setup
        public void make() {
            SplittableRandom chance = new SplittableRandom(5);
            place = IntStream.range(0, n).toArray();
            x = IntStream.range(0, n)
                    .mapToDouble(i -> i % 2 * 8_000 + chance.nextDouble() * 2_500)
                    .toArray();
            y = chance.doubles(n, 0, 2_500).toArray();
            day = chance.ints(n, 0, 365).toArray();
        }

        double scan(double radius) {
            return ScanStatistic.spaceTimePermutation(
                            ScanPlaces.flat(x, y),
                            place,
                            day,
                            365,
                            ScanOptions.of(ScanOptions.Look.PROSPECTIVE, radius, 7, 90, 1),
                            () -> false)
                    .clusters()
                    .get(0)
                    .llr();
        }
    }

    @Benchmark
    public double nearRepeat_ours(Year year) {
        return year.method
                .table(year.town.x(), year.town.y(), year.day, () -> false)
                .p()[0][0];
    }

    @Benchmark
    public double scan1km_ours(TwoTowns towns) {
        return towns.scan(1_000);
    }

    @Benchmark
    public double scan5km_ours(TwoTowns towns) {
        return towns.scan(5_000);
    }
}
