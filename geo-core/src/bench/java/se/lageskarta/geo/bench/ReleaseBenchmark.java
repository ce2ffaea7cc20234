package se.lageskarta.geo.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.privacy.AreaRule;
import se.lageskarta.geo.privacy.Dwellings;
import se.lageskarta.geo.privacy.GuessRisk;
import se.lageskarta.geo.privacy.Guesser;
import se.lageskarta.geo.privacy.ReleaseAreas;
import se.lageskarta.geo.privacy.ReleasePlan;
import se.lageskarta.geo.privacy.ReleaseSeries;
import se.lageskarta.geo.privacy.ReleaseTable;
import se.lageskarta.geo.privacy.ShowRule;
import se.lageskarta.geo.privacy.SimulatedYear;
import se.lageskarta.geo.privacy.ToldNumber;

/** Areas made of addresses, and a release composed beside those of three earlier years. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ReleaseBenchmark {
    private static final int TYPES = 20;

    /** A nation's addresses: three in four in 240 towns. */
    @State(Scope.Benchmark)
    public static class Nation {
        @Param("1000000")
        int n;

        Dwellings dwellings;

        @Setup
        public void make() {
            dwellings = addresses(n, 480_000, 1_200_000, 240);
        }
    }

    /** A county of 60 by 62 km, as Kent is: 15,000 squares of 500 m, 700,000 addresses. */
    @State(Scope.Benchmark)
    public static class County {
        @Param("74000")
        int n;

        ReleasePlan plan;
        Incidents incidents;
        List<ToldNumber> history;

        @Setup
        public void make() {
            Dwellings dwellings = addresses(700_000, 60_000, 62_000, 30);
            ReleaseAreas areas = ReleaseAreas.of(dwellings, null, AreaRule.PUBLIC);
            List<String> types = new ArrayList<>();
            for (int t = 0; t < TYPES; t++) {
                types.add("type" + t);
            }
            incidents = new SimulatedYear(n, 0.42).incidents(dwellings, types, 20240601);
            history = new ArrayList<>();
            for (int year = 2021; year < 2024; year++) {
                history.addAll(ReleaseTable.compose(plan(areas, dwellings, types, year), incidents, history)
                        .numbers());
            }
            plan = plan(areas, dwellings, types, 2024);
        }

        private static ReleasePlan plan(ReleaseAreas areas, Dwellings dwellings, List<String> types, int year) {
            List<ReleaseSeries> series = List.of(
                    ReleaseSeries.ALL,
                    new ReleaseSeries("one", types.subList(0, 5)),
                    new ReleaseSeries("two", types.subList(5, 10)),
                    new ReleaseSeries("three", types.subList(10, 15)));
            return new ReleasePlan(
                    areas,
                    dwellings,
                    series,
                    YearMonth.of(year, 1),
                    YearMonth.of(year, 12),
                    ShowRule.DEFAULT,
                    true,
                    null);
        }
    }

    @Benchmark
    public ReleaseAreas releaseAreas_ours(Nation nation) {
        return ReleaseAreas.of(nation.dwellings, null, AreaRule.PUBLIC);
    }

    @Benchmark
    public ReleaseTable releaseTable_ours(County county) {
        return ReleaseTable.compose(county.plan, county.incidents, county.history);
    }

    @Benchmark
    public GuessRisk guessRisk_ours(County county) {
        return Guesser.simulate(county.plan, new SimulatedYear(600, 0.42), 1, 1);
    }

    private static Dwellings addresses(int n, double width, double height, int towns) {
        SplittableRandom random = new SplittableRandom(20240601);
        double[] x = new double[n];
        double[] y = new double[n];
        int[] households = new int[n];
        double[] townX = random.doubles(towns, 300_000, 300_000 + width).toArray();
        double[] townY = random.doubles(towns, 6_100_000, 6_100_000 + height).toArray();
        for (int i = 0; i < n; i++) {
            boolean town = i % 4 > 0;
            int which = random.nextInt(towns);
            x[i] = town ? townX[which] + 1_500 * random.nextGaussian() : 300_000 + width * random.nextDouble();
            y[i] = town ? townY[which] + 1_500 * random.nextGaussian() : 6_100_000 + height * random.nextDouble();
            households[i] = i % 50 == 0 ? 0 : 1;
        }
        return new Dwellings(Crs.SWEREF99_TM, x, y, households);
    }
}
