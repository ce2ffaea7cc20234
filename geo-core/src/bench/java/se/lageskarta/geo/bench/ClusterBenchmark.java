package se.lageskarta.geo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;
import org.apache.commons.math3.ml.clustering.DoublePoint;
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
import se.lageskarta.geo.cluster.Dbscan;

/** DBSCAN on invented points; the peer, commons-math3, compares every pair and is run on the smallest set only. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClusterBenchmark {
    /** Points of one size. */
    @State(Scope.Benchmark)
    public static class Points {
        @Param({"10000", "100000", "1000000"})
        int n;

        TownPoints town;
        Dbscan dbscan;

        @Setup
        public void make() {
            town = TownPoints.of(n, 20240601);
            dbscan = new Dbscan(n == 10_000 ? 500 : n == 100_000 ? 200 : 100, 10);
        }
    }

    /** The smallest set as objects. */
    @State(Scope.Benchmark)
    public static class PeerPoints {
        @Param("10000")
        int n;

        final List<DoublePoint> points = new ArrayList<>();

        @Setup
        public void make() {
            TownPoints town = TownPoints.of(n, 20240601);
            for (int i = 0; i < n; i++) {
                points.add(new DoublePoint(new double[] {town.x()[i], town.y()[i]}));
            }
        }
    }

    @Benchmark
    public int cluster_ours(Points points) {
        return points.dbscan.fit(points.town.x(), points.town.y()).count();
    }

    @Benchmark
    public int cluster_commonsMath(PeerPoints points) {
        return new DBSCANClusterer<DoublePoint>(500, 9).cluster(points.points).size();
    }
}
