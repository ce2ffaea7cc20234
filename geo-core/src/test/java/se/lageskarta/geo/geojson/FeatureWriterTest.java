package se.lageskarta.geo.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.core.ObjectReadContext;

class FeatureWriterTest {
    private static final GeometryLimits LIMITS = new GeometryLimits(1000, 100, true);

    @Test
    void a_collection_is_written_as_it_is_read() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FeatureWriter writer = new FeatureWriter(out)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("name", "Ån \"Lillån\" \\ 😀\n<b>");
            properties.put("nothing", null);
            properties.put("share", 0.25);
            properties.put("months", List.of(Map.of("month", "2026-01", "count", 3)));
            properties.put("week", new int[] {1, 2});
            properties.put("day", LocalDate.of(2026, 11, 22));
            writer.feature(new Feature("c-1", wkt("POINT (13.0232 58.0777)"), properties));
            writer.beginPoint(-0.00000014, 1)
                    .id(17)
                    .property("type", "SKA")
                    .property("weight", 2.0)
                    .endFeature();
            writer.member("numberMatched", 2).member("invented", true);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {"type":"FeatureCollection","features":[
                        {"type":"Feature","id":"c-1","geometry":{"type":"Point","coordinates":[13.0232,58.0777]},\
                        "properties":{"name":"Ån \\"Lillån\\" \\\\ 😀\\n\\u003cb>","nothing":null,"share":0.25,\
                        "months":%s,"week":[1,2],"day":"2026-11-22"}},
                        {"type":"Feature","geometry":{"type":"Point","coordinates":[-0.0000001,1]},\
                        "properties":{"type":"SKA","weight":2},"id":"17"}
                        ],"numberMatched":2,"invented":true}""".formatted(months()));
    }

    @Test
    void an_empty_collection_is_still_a_collection() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FeatureWriter(out).close();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
    }

    @Test
    void outer_rings_run_anticlockwise_and_holes_clockwise_however_they_were_drawn() throws Exception {
        Geometry clockwise = wkt("POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))");
        assertThat(written(clockwise))
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]],"
                        + "[[1,1],[1,2],[2,2],[2,1],[1,1]]]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (13 58)",
                "MULTIPOINT ((13 58), (14 59))",
                "LINESTRING (13 58, 14 59, 15 58.5)",
                "MULTILINESTRING ((13 58, 14 59), (1 2, 3 4))",
                "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((10 10, 14 10, 14 14, 10 10)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
            })
    void every_kind_of_geometry_comes_back(String text) throws Exception {
        Geometry geometry = wkt(text);
        assertThat(read(written(geometry)).equalsExact(geometry)).isTrue();
    }

    @Test
    void places_come_back_within_half_a_ten_millionth_of_a_degree() throws Exception {
        SplittableRandom random = new SplittableRandom(7946);
        for (int i = 0; i < 500; i++) {
            double lon = random.nextDouble(-180, 180);
            double lat = random.nextDouble(-90, 90);
            Geometry back = read(written(new GeometryFactory().createPoint(new Coordinate(lon, lat))));
            assertThat(Math.abs(back.getCoordinate().x - lon)).isLessThan(5.1e-8);
            assertThat(Math.abs(back.getCoordinate().y - lat)).isLessThan(5.1e-8);
        }
    }

    @Test
    void any_text_comes_back_as_it_was() throws Exception {
        SplittableRandom random = new SplittableRandom(8259);
        int[] bounds = {0x20, 0x80, 0x800, Character.MIN_SURROGATE, 0x110000};
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                int codePoint = random.nextInt(bounds[random.nextInt(bounds.length)]);
                boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                text.appendCodePoint(half ? '"' : codePoint);
            }
            assertThat(textReadBack(text.toString())).isEqualTo(text.toString());
        }
    }

    @Test
    void half_a_surrogate_pair_becomes_a_mark_and_the_rest_stays() throws Exception {
        assertThat(textReadBack("a\uD83Db")).startsWith("a").endsWith("b").doesNotContain("\uD83D");
    }

    private static String textReadBack(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FeatureWriter.writeAlone(new Feature(null, null, Map.of("text", text)), out);
        try (var parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), out.toByteArray())) {
            return String.valueOf(
                    new GeometryReader(LIMITS).readFeature(parser).properties().get("text"));
        }
    }

    @Test
    void ten_thousand_points_pass_through_the_small_buffer_unharmed() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FeatureWriter writer = new FeatureWriter(out)) {
            for (int i = 0; i < 10_000; i++) {
                writer.beginPoint(random.nextDouble(-180, 180), random.nextDouble(-90, 90))
                        .id(i)
                        .property("n", i)
                        .endFeature();
            }
        }
        long[] seen = new long[1];
        try (var parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), out.toByteArray())) {
            new GeometryReader(LIMITS).readAll(parser, new GeometryReader.Sink() {
                @Override
                public void feature(long index, Feature feature) {
                    assertThat(feature.properties().get("n")).isEqualTo(index);
                    seen[0]++;
                }

                @Override
                public void invalid(long index, InvalidGeoJsonException problem) {
                    throw problem;
                }
            });
        }
        assertThat(seen[0]).isEqualTo(10_000);
    }

    @Test
    void what_JSON_cannot_say_is_refused_by_name() {
        Feature odd = new Feature(null, null, Map.of("thread", Thread.currentThread()));
        assertThatThrownBy(() -> FeatureWriter.writeAlone(odd, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread");
    }

    private static String months() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonBytes json = new JsonBytes(out);
        json.value(Arrays.asList(Map.of("month", "2026-01", "count", 3)));
        json.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String written(Geometry geometry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FeatureWriter.writeAlone(geometry, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Geometry read(String json) {
        try (var parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), json)) {
            return Objects.requireNonNull(new GeometryReader(LIMITS).readGeometry(parser));
        }
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }
}
