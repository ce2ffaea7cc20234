package se.lageskarta.geo.bench;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
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
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.tile.PointTiles;
import se.lageskarta.geo.tile.Selection;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileLayer;
import se.lageskarta.geo.tile.VectorTileWriter;

/**
 * One tile of 13,500 points with two attributes. The peer gets its points already in tile units, ours compute
 * them from longitude and latitude. The last one is what the service does: a tile of zoom 12 out of a million
 * incidents, gathered into squares.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class VectorTileBenchmark {
    private static final int FEATURES = 13_500;
    private static final int MILLION = 1_000_000;
    private static final String[] CATEGORIES = {"SKA", "INB", "BIL", "VAL", "RAN", "NAR", "STO", "KLO", "BRA", "CYK"};

    private final TileCoord tile = new TileCoord(12, 2195, 1225);
    private final double[] lon = new double[FEATURES];
    private final double[] lat = new double[FEATURES];
    private final List<Geometry> features = new ArrayList<>();
    private PointTiles million;

    @Setup
    public void make() {
        TownPoints town = TownPoints.of(FEATURES, 20240601);
        GeometryFactory geometries = new GeometryFactory();
        for (int i = 0; i < FEATURES; i++) {
            double east = town.x()[i] / 100_000;
            double south = town.y()[i] / 100_000;
            lon[i] = WebMercator.lon(tile.west() + east * tile.size());
            lat[i] = WebMercator.lat(tile.north() + south * tile.size());
            Geometry point =
                    geometries.createPoint(new Coordinate(Math.floor(east * 4096), Math.floor(south * 4096)));
            point.setUserData(Map.of("id", (long) i, "category", CATEGORIES[i % 10]));
            features.add(point);
        }
        million = million();
    }

    @Benchmark
    public byte[] vectorTile_ours() {
        VectorTileWriter writer = new VectorTileWriter(tile);
        VectorTileLayer layer = writer.layer("incidents");
        for (int i = 0; i < FEATURES; i++) {
            layer.id(i).tag("id", i).tag("category", CATEGORIES[i % 10]).point(lon[i], lat[i]);
        }
        return writer.toBytes();
    }

    @Benchmark
    public byte[] vectorTile_mapboxVectorTileJava() {
        return MvtEncoder.encode(new JtsMvt(new JtsLayer("incidents", features, 4096)));
    }

    @Benchmark
    public byte[] tileOfAMillion_ours() {
        return million.mvt(tile, Selection.all(), "incidents");
    }

    private PointTiles million() {
        TownPoints town = TownPoints.of(MILLION, 20240601);
        Incidents.Builder builder = Incidents.builder(Crs.SWEREF99_TM, MILLION);
        double[] east = new double[MILLION];
        double[] north = new double[MILLION];
        for (int i = 0; i < MILLION; i++) {
            builder.add(i, 1, 0, 0, PlacePrecision.ADDRESS, 0, 1, CATEGORIES[i % 10], 1);
            // a hundred kilometres around the tile
            east[i] = WebMercator.lon(tile.west() + (town.x()[i] / 100_000 - 0.5) * 20 * tile.size());
            north[i] = WebMercator.lat(tile.north() + (town.y()[i] / 100_000 - 0.5) * 20 * tile.size());
        }
        return PointTiles.of(builder.build(), east, north);
    }
}
