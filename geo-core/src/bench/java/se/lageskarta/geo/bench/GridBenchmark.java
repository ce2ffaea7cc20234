package se.lageskarta.geo.bench;

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
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.stats.CellShape;
import se.lageskarta.geo.stats.ExactTail;
import se.lageskarta.geo.stats.GiStar;
import se.lageskarta.geo.stats.GridNeighbours;
import se.lageskarta.geo.stats.PermutationTail;
import se.lageskarta.geo.stats.StudyArea;

/** Gi* on a square of cells with neighbours within ten cells, and how sure it is on a small sparse grid. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GridBenchmark {
    /** Cells, most of them empty. */
    @State(Scope.Benchmark)
    public static class Cells {
        @Param({"90000", "1000000"})
        int n;

        StudyArea area;
        double[] count;

        @Setup
        public void make() {
            area = square(n);
            count = counts(n);
        }
    }

    /** A municipality's grid: 2,025 cells. */
    @State(Scope.Benchmark)
    public static class Municipality {
        @Param("2025")
        int n;

        GridNeighbours neighbours;
        double[] count;

        @Setup
        public void make() {
            neighbours = new GridNeighbours(square(n), CellShape.QUEEN);
            count = counts(n);
        }
    }

    /** From counts to z, the numbers of neighbours counted anew. */
    @Benchmark
    public double gistar_ours(Cells cells) {
        return GiStar.of(new GridNeighbours(cells.area, CellShape.disc(10)), cells.count)
                .z()[0];
    }

    @Benchmark
    public double gistarPermutations9999_ours(Municipality cells) {
        return new PermutationTail(9_999, 1).high(cells.neighbours, cells.count, () -> false)[0];
    }

    @Benchmark
    public double gistarExactTail_ours(Municipality cells) {
        return new ExactTail(cells.neighbours, cells.count).tails(() -> false).high()[0];
    }

    private static StudyArea square(int cells) {
        int side = (int) Math.sqrt(cells);
        return StudyArea.whole(new Grid(0, 0, 100, side, side));
    }

    private static double[] counts(int cells) {
        SplittableRandom random = new SplittableRandom(20240601);
        double[] counts = new double[cells];
        for (int i = 0; i < cells; i++) {
            counts[i] = random.nextInt(4) == 0 ? random.nextInt(12) : 0;
        }
        return counts;
    }
}
