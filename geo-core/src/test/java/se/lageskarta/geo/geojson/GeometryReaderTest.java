package se.lageskarta.geo.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

class GeometryReaderTest {
    private static final GeometryReader READER = new GeometryReader(new GeometryLimits(5, 3, true));

    @Test
    void members_may_come_in_any_order_and_heights_are_passed_over() {
        assertThat(READER.readGeometry(
                        parser("{\"bbox\":[1],\"coordinates\":[[1,2,3],[4,5,6]],\"type\":\"LineString\"}")))
                .hasToString("LINESTRING (1 2, 4 5)");
    }

    @Test
    void no_geometry_is_no_geometry() {
        assertThat(READER.readGeometry(parser("null"))).isNull();
        Feature feature =
                READER.readFeature(parser("{\"type\":\"Feature\",\"id\":7,\"geometry\":null,\"properties\":null}"));
        assertThat(feature.geometry()).isNull();
        assertThat(feature.id()).isEqualTo("7");
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Point','coordinates':[181,0]} | geojson.out-of-range",
                "{'type':'Point','coordinates':[1e999,0]} | geojson.position",
                "{'type':'Point','coordinates':[1]} | geojson.position",
                "{'type':'Point','coordinates':['1','2']} | geojson.expected",
                "{'type':'Point','coordinates':[1,null]} | geojson.position",
                "{'type':'Point'} | geojson.expected",
                "{'type':'Point','coordinates':[[1,2]]} | geojson.expected",
                "{'type':'Circle','coordinates':[1,2]} | geojson.type",
                "{'coordinates':[1,2]} | geojson.type",
                "{'type':'LineString','coordinates':[[1,2]]} | geojson.too-few-positions",
                "{'type':'Polygon','coordinates':[]} | geojson.too-few-positions",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]} | geojson.ring-not-closed",
                "{'type':'LineString','coordinates':[[1,2],[1,2],[1,2],[1,2],[1,2],[1,2]]} | geojson.too-many-vertices",
                "{'type':'MultiLineString','coordinates':[[[1,2]],[[1,2]],[[1,2]],[[1,2]]]} | geojson.too-many-rings",
                "[1,2] | geojson.expected",
                "{'type':'Point','coordinates':[1,2 | geojson.syntax",
                "nonsense | geojson.syntax",
                "'' | geojson.expected",
            })
    void what_is_wrong_is_told_by_a_code(String json, String code) {
        InvalidGeoJsonException problem = catchThrowableOfType(
                InvalidGeoJsonException.class, () -> READER.readGeometry(parser(json.replace('\'', '"'))));
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void an_empty_body_is_told_as_such() {
        InvalidGeoJsonException problem =
                catchThrowableOfType(InvalidGeoJsonException.class, () -> READER.readFeature(parser("")));
        assertThat(problem.code()).isEqualTo("geojson.expected");
        assertThat(problem.args()).containsEntry("found", "end of input");
    }

    @Test
    void a_hundred_thousand_brackets_are_refused_at_sixty_four() {
        String bomb = "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(100_000);
        InvalidGeoJsonException problem =
                catchThrowableOfType(InvalidGeoJsonException.class, () -> READER.readGeometry(parser(bomb)));
        assertThat(problem.code()).isEqualTo("geojson.too-deep");
        assertThat(problem.args()).containsEntry("limit", 64);
    }

    @Test
    void one_bad_feature_does_not_take_the_others_with_it() {
        List<String> heard = new ArrayList<>();
        READER.readAll(parser("""
                        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},
                         "features":[
                          {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":{"b":[1,2.5,null,true]}}},
                          {"type":"Feature","geometry":{"type":"Point","coordinates":[999,2]},"properties":{}},
                          {"type":"Feature","geometry":{"type":"Point","coordinates":[3,4]},"properties":{"n":12345678901234567890}}]}
                        """), recorder(heard));
        assertThat(heard)
                .containsExactly(
                        "crs urn:ogc:def:crs:EPSG::3006",
                        "0 POINT (1 2) {a={b=[1, 2.5, null, true]}}",
                        "1 geojson.out-of-range",
                        "2 POINT (3 4) {n=1.2345678901234567E19}");
    }

    @Test
    void a_file_may_be_one_feature_or_one_bare_geometry() {
        List<String> heard = new ArrayList<>();
        READER.readAll(
                parser(
                        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}"),
                recorder(heard));
        READER.readAll(parser("{\"coordinates\":[3,4],\"type\":\"Point\"}"), recorder(heard));
        assertThat(heard).containsExactly("0 POINT (1 2) {}", "0 POINT (3 4) {}");
    }

    private static GeometryReader.Sink recorder(List<String> heard) {
        return new GeometryReader.Sink() {
            @Override
            public void crs(String name) {
                heard.add("crs " + name);
            }

            @Override
            public void feature(long index, Feature feature) {
                heard.add(index + " " + feature.geometry() + " " + feature.properties());
            }

            @Override
            public void invalid(long index, InvalidGeoJsonException problem) {
                heard.add(index + " " + problem.code());
            }
        };
    }

    private static JsonParser parser(String json) {
        return GeometryReader.factory().createParser(ObjectReadContext.empty(), json);
    }
}
