package se.lageskarta.geo.bench;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Map;
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
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import se.lageskarta.geo.cluster.Hdbscan;
import se.lageskarta.geo.cluster.Optics;

/**
 * HDBSCAN* of invented points from the points to the chosen clusters, and OPTICS' order; the peer, Tribuo, looks at
 * every pair and is run on the smallest set only.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HdbscanBenchmark {
    private static final int MIN_PTS = 10;
    private static final long SEED = 20240601;

    /** Points of one size. */
    @State(Scope.Benchmark)
    public static class Points {
        @Param({"10000", "100000", "1000000"})
        int n;

        TownPoints town;

        @Setup
        public void make() {
            town = TownPoints.of(n, SEED);
        }
    }

    /** Points of one size for what is not meant for more. */
    @State(Scope.Benchmark)
    public static class FewerPoints {
        @Param("100000")
        int n;

        TownPoints town;

        @Setup
        public void make() {
            town = TownPoints.of(n, SEED);
        }
    }

    /** The smallest set as examples with two features. */
    @State(Scope.Benchmark)
    public static class PeerPoints {
        @Param("10000")
        int n;

        MutableDataset<ClusterID> points;

        @Setup
        public void make() {
            TownPoints town = TownPoints.of(n, SEED);
            ClusteringFactory factory = new ClusteringFactory();
            points = new MutableDataset<>(new SimpleDataSourceProvenance("town", factory), factory);
            String[] names = {"x", "y"};
            for (int i = 0; i < n; i++) {
                points.add(new ArrayExample<>(
                        ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, new double[] {town.x()[i], town.y()[i]}));
            }
        }
    }

    @Benchmark
    public int hdbscan_ours(Points points) {
        return Hdbscan.of(MIN_PTS).fit(points.town.x(), points.town.y()).count();
    }

    @Benchmark
    public int hdbscan_tribuo(PeerPoints points) {
        Map<String, Provenance> nothing = Map.of();
        return new HdbscanTrainer(MIN_PTS, new L2Distance(), MIN_PTS, 1, NeighboursQueryFactoryType.KD_TREE)
                .train(points.points, nothing)
                .getClusterLabels()
                .size();
    }

    @Benchmark
    public int optics_ours(FewerPoints points) {
        return new Optics(500, MIN_PTS)
                .order(points.town.x(), points.town.y())
                .distinct();
    }
}
