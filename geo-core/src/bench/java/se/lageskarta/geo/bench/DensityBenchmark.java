package se.lageskarta.geo.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.geotools.process.vector.HeatmapSurface;
import org.locationtech.jts.geom.Envelope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;

/**
 * One million incidents, 1,000 by 1,000 cells of 100 m, bandwidth 1 km. The peer, GeoTools HeatmapSurface, bins
 * to pixels and blurs with boxes: it answers another, easier question (no unit, up to a fifth off).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class DensityBenchmark {
    private static final int SIDE = 1000;
    private static final double EAST = 350_000;
    private static final double NORTH = 6_400_000;

    private final Grid grid = new Grid(0, 0, 100, SIDE, SIDE);
    /** The same town where Sweden's coordinates have seven digits. */
    private final Grid farGrid = new Grid(EAST, NORTH, 100, SIDE, SIDE);

    private TownPoints town;
    private TownPoints farTown;

    @Setup
    public void make() {
        town = TownPoints.of(1_000_000, 20240601);
        farTown = new TownPoints(
                Arrays.stream(town.x()).map(x -> x + EAST).toArray(),
                Arrays.stream(town.y()).map(y -> y + NORTH).toArray());
    }

    @Benchmark
    public DensitySurface density_ours_quartic() {
        return new KernelDensity(Kernel.QUARTIC, 1000).fit(town.x(), town.y(), null, grid);
    }

    @Benchmark
    public DensitySurface density_ours_epanechnikov() {
        return new KernelDensity(Kernel.EPANECHNIKOV, 1000).fit(town.x(), town.y(), null, grid);
    }

    @Benchmark
    public DensitySurface density_ours_triweight() {
        return new KernelDensity(Kernel.TRIWEIGHT, 1000).fit(town.x(), town.y(), null, grid);
    }

    @Benchmark
    public DensitySurface density_ours_uniform() {
        return new KernelDensity(Kernel.UNIFORM, 1000).fit(town.x(), town.y(), null, grid);
    }

    @Benchmark
    public DensitySurface density_ours_quarticSevenDigits() {
        return new KernelDensity(Kernel.QUARTIC, 1000).fit(farTown.x(), farTown.y(), null, farGrid);
    }

    @Benchmark
    public DensitySurface density_ours_epanechnikovFourKilometres() {
        return new KernelDensity(Kernel.EPANECHNIKOV, 4000).fit(town.x(), town.y(), null, grid);
    }

    @Benchmark
    public float[][] density_geotoolsBlur() {
        HeatmapSurface surface = new HeatmapSurface(10, new Envelope(0, 100_000, 0, 100_000), SIDE, SIDE);
        for (int i = 0; i < town.x().length; i++) {
            surface.addPoint(town.x()[i], town.y()[i], 1);
        }
        return surface.computeSurface();
    }
}
