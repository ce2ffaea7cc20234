package se.lageskarta.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

class PointTilesTest {
    private static final String[] TYPES = {"STO", "SKA", "KLO", "INB"};

    private final SplittableRandom random = new SplittableRandom(16);
    private final int n = 3000;
    private final double[] lon = new double[n];
    private final double[] lat = new double[n];
    private final int[] type = new int[n];

    PointTilesTest() {
        for (int i = 0; i < n; i++) {
            // a third on shared places, and some corners of the world
            boolean shared = i % 3 == 0;
            lon[i] = shared ? 13 + random.nextInt(10) * 0.001 : random.nextDouble(12.95, 13.1);
            lat[i] = shared ? 58.07 + random.nextInt(10) * 0.001 : random.nextDouble(58.0, 58.15);
            type[i] = random.nextInt(TYPES.length);
        }
        lon[0] = -180;
        lat[0] = 85.0511;
        lon[1] = 179.9999;
        lat[1] = -85.05;
    }

    @Test
    void shows_every_incident_once_at_every_zoom() throws Exception {
        PointTiles points = tiles(order(n));
        for (int zoom = 0; zoom <= 18; zoom++) {
            TileCoord middle = tileAt(zoom, 13.02, 58.08);
            for (TileCoord tile : List.of(middle, new TileCoord(zoom, 0, 0))) {
                long shown = 0;
                for (Geometry feature : features(points.mvt(tile, Selection.all(), "incidents"))) {
                    Coordinate at = feature.getCoordinate();
                    if (at.x >= 0 && at.y >= 0 && at.x < 4096 && at.y < 4096) {
                        shown += (Long) tags(feature).get("count");
                    }
                }
                assertThat(shown).as("tile %s", tile).isEqualTo(squaresCount(tile));
            }
        }
    }

    @Test
    void tells_count_and_commonest_type_of_each_place_when_close_up() throws Exception {
        PointTiles points = tiles(order(n));
        TileCoord tile = tileAt(17, 13.003, 58.073);
        for (Geometry feature : features(points.mvt(tile, Selection.all(), "incidents"))) {
            Coordinate at = feature.getCoordinate();
            int[] rows = IntStream.range(0, n)
                    .filter(i -> Math.floor(unitX(tile, lon[i])) == at.x && Math.floor(unitY(tile, lat[i])) == at.y)
                    .toArray();
            Map<?, ?> tags = tags(feature);
            assertThat(tags.get("count")).isEqualTo((long) rows.length);
            assertThat(tags.get("type")).isEqualTo(commonest(rows));
            assertThat(tags.get("id") != null).isEqualTo(rows.length == 1);
        }
    }

    @Test
    void shows_only_what_the_filter_lets_through() throws Exception {
        PointTiles points = tiles(order(n));
        int[] wanted = IntStream.range(0, n).filter(i -> type[i] == 2).toArray();
        byte[] bytes = points.mvt(tileAt(10, 13.02, 58.08), Selection.of(n, wanted), "incidents");
        assertThat(features(bytes))
                .allMatch(feature -> "KLO".equals(tags(feature).get("type")));
        assertThat(points.mvt(tileAt(10, 13.02, 58.08), Selection.of(n, new int[0]), "incidents"))
                .isNull();
        assertThat(points.mvt(tileAt(10, -100, 20), Selection.all(), "incidents"))
                .isNull();
        assertThatThrownBy(() -> Selection.of(5, new int[] {5})).hasMessage("row is 5, but must be 0 to 4");
    }

    @Test
    void gives_the_same_bytes_whatever_the_order_of_the_rows() {
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(shuffled, new Random(3));
        PointTiles first = tiles(order(n));
        PointTiles second = tiles(shuffled.stream().mapToInt(i -> i).toArray());
        for (int zoom : new int[] {3, 11, 14, 17}) {
            TileCoord tile = tileAt(zoom, 13.003, 58.073);
            assertThat(second.mvt(tile, Selection.all(), "a")).isEqualTo(first.mvt(tile, Selection.all(), "a"));
        }
    }

    @Test
    void shows_survey_marks_as_safe_or_unsafe() throws Exception {
        List<UnsafePlace> marks = List.of(mark(1, true), mark(2, false), mark(3, false));
        PointTiles points = PointTiles.of(
                new UnsafePlaces(Crs.SWEREF99_TM, marks), new double[] {13, 13, 14}, new double[] {58, 58, 58});
        List<Geometry> features =
                List.copyOf(features(points.mvt(tileAt(16, 13, 58), Selection.all(), "unsafe-places")));
        assertThat(features).hasSize(1);
        assertThat(tags(features.get(0)).get("safe")).isEqualTo(false);
        assertThat(tags(features.get(0)).get("count")).isEqualTo(2L);
    }

    @Test
    void stands_an_empty_set() {
        Incidents none = Incidents.empty(Crs.SWEREF99_TM);
        assertThat(PointTiles.of(none, new double[0], new double[0]).mvt(new TileCoord(0, 0, 0), Selection.all(), "a"))
                .isNull();
    }

    private static UnsafePlace mark(long id, boolean safe) {
        return new UnsafePlace(id, 2, id, 0, 0, 0, safe, 1, 0, null, null, Set.of());
    }

    private PointTiles tiles(int[] order) {
        Incidents.Builder builder = Incidents.builder(Crs.SWEREF99_TM, n);
        double[] east = new double[n];
        double[] north = new double[n];
        for (int i = 0; i < n; i++) {
            builder.add(1000 + order[i], 1, 0, 0, PlacePrecision.ADDRESS, 0, 1, TYPES[type[order[i]]], 1);
            east[i] = lon[order[i]];
            north[i] = lat[order[i]];
        }
        return PointTiles.of(builder.build(), east, north);
    }

    /** Incidents whose feature lies on the tile: below zoom 16 those of the squares whose mean place does. */
    private long squaresCount(TileCoord tile) {
        if (tile.z() >= PointTiles.PLACES_FROM_ZOOM) {
            return IntStream.range(0, n)
                    .filter(i -> onTile(Math.floor(unitX(tile, lon[i])), Math.floor(unitY(tile, lat[i]))))
                    .count();
        }
        return IntStream.range(0, n)
                .filter(i -> onTile(unitX(tile, lon[i]), unitY(tile, lat[i])))
                .count();
    }

    private static boolean onTile(double x, double y) {
        return x >= 0 && y >= 0 && x < 4096 && y < 4096;
    }

    private String commonest(int[] rows) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row : rows) {
            counts.merge(TYPES[type[row]], 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static int[] order(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static double unitX(TileCoord tile, double lon) {
        return (WebMercator.x(lon) - tile.west()) / tile.size() * 4096;
    }

    private static double unitY(TileCoord tile, double lat) {
        return (WebMercator.y(lat) - tile.north()) / tile.size() * 4096;
    }

    private static TileCoord tileAt(int zoom, double lon, double lat) {
        double side = Math.scalb(1.0, zoom);
        return new TileCoord(zoom, (int) (WebMercator.x(lon) * side), (int) (WebMercator.y(lat) * side));
    }

    private static Collection<Geometry> features(byte[] bytes) throws Exception {
        if (bytes == null) {
            return List.of();
        }
        return VectorTileWriterTest.read(bytes).getLayers().iterator().next().getGeometries();
    }

    private static Map<?, ?> tags(Geometry feature) {
        return (Map<?, ?>) feature.getUserData();
    }
}
