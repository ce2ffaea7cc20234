package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.PlacePrecision;

class GeoJsonFileTest {
    @TempDir
    Path folder;

    private Rows read(String name, String json) throws UnreadableFileException {
        return Rows.ofBytes(folder, name, json.getBytes(StandardCharsets.UTF_8), Rows.options());
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String geometry) {
        return "{\"type\":\"Feature\",\"id\":\"H-1\",\"geometry\":" + geometry
                + ",\"properties\":{\"kategori\":\"Stöld\",\"datum\":\"2026-01-05\",\"tid\":\"10:00\"}}";
    }

    @Test
    void reads_points_as_incidents() throws Exception {
        Rows rows = read("a.geojson", collection(feature("{\"type\":\"Point\",\"coordinates\":[13.0266,58.0786]}")));
        assertThat(rows.plan.workingCrs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(rows.incidents.get(0).type()).isEqualTo("STO");
        assertThat(rows.incidents.get(0).x()).isBetween(383_000.0, 384_000.0);
        assertThat(rows.incidents.get(0).time().knowsHour()).isTrue();
    }

    @Test
    void believes_the_crs_member_of_older_files() throws Exception {
        String json = "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("{\"type\":\"Point\",\"coordinates\":[383619.7,6439162.4]}")
                + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3006\"}}}";
        assertThat(read("a.geojson", json).lonLat.get(0)[1]).isBetween(58.07, 58.09);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'MultiPoint','coordinates':[[13.0266,58.0786],[13.0266,58.0786]]}",
                "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[13.0266,58.0786]},"
                        + "{'type':'Point','coordinates':[13.0266,58.0786]}]}"
            })
    void points_at_one_place_are_a_point(String geometry) throws Exception {
        Rows rows = read("a.geojson", collection(feature(geometry.replace('\'', '"'))));
        assertThat(rows.incidents.get(0).precision()).isEqualTo(PlacePrecision.ADDRESS);
        assertThat(rows.shapes).containsOnlyNulls();
    }

    @Test
    void a_point_in_a_collection_in_a_collection_is_a_point() throws Exception {
        String geometry = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(20)
                + "{\"type\":\"Point\",\"coordinates\":[13.0266,58.0786]}" + "]}".repeat(20);
        Rows rows = read("a.geojson", collection(feature(geometry)));
        assertThat(rows.incidents.get(0).precision()).isEqualTo(PlacePrecision.ADDRESS);
        assertThat(rows.shapes).containsOnlyNulls();
    }

    @Test
    void of_a_collection_of_all_sorts_the_areas_are_where_it_was() throws Exception {
        Rows rows = read(
                "a.geojson",
                collection(
                        feature(
                                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[13.02,58.07]},"
                                        + "{\"type\":\"LineString\",\"coordinates\":[[13.02,58.07],[13.021,58.07]]},"
                                        + "{\"type\":\"Polygon\",\"coordinates\":[[[13.02,58.07],[13.021,58.07],[13.021,58.071],[13.02,58.07]]]}]}")));
        assertThat(rows.shapes).singleElement().satisfies(shape -> assertThat(shape.getGeometryType())
                .isEqualTo("Polygon"));
    }

    @Test
    void keeps_an_incident_somewhere_in_an_area_as_uncertain() throws Exception {
        Rows rows = read(
                "a.geojson",
                collection(
                        feature(
                                "{\"type\":\"Polygon\",\"coordinates\":[[[13.02,58.07],[13.03,58.07],[13.03,58.08],[13.02,58.07]]]}")));
        assertThat(rows.tally.uncertain()).isEqualTo(1);
        assertThat(rows.incidents.get(0).precision()).isEqualTo(PlacePrecision.AREA);
    }

    @Test
    void reads_the_background_map_by_the_name_of_its_file() throws Exception {
        Rows rows = read(
                "base-roads.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[13.02,58.07],[13.03,58.08]]},\"properties\":{\"name\":\"Storgatan\",\"highway\":\"residential\",\"lit\":true}}]}");
        assertThat(rows.plan.kind()).isEqualTo(FileKind.BASE);
        BaseFeature road = rows.base.get(0);
        assertThat(road.role()).isEqualTo(BaseRole.ROADS);
        assertThat(road.name()).isEqualTo("Storgatan");
        assertThat(road.kind()).isEqualTo("residential");
        assertThat(road.attributes()).containsEntry("lit", "true");
        assertThat(road.geometry().getCoordinate().x).isEqualTo(13.02);
    }

    @Test
    void tells_features_that_have_no_place() throws Exception {
        String good = feature("{\"type\":\"Point\",\"coordinates\":[13.0266,58.0786]}");
        Rows rows = read(
                "a.geojson", collection(good, feature("null"), feature("{\"type\":\"Point\",\"coordinates\":[13.0]}")));
        assertThat(rows.tally.placed()).isEqualTo(1);
        assertThat(rows.rejected).extracting(RowProblem::line).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hej",
                "[]",
                "42",
                "\"FeatureCollection\"",
                "{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}",
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "{\"type\":\"FeatureCollection\",\"features\":null}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"",
                "{\"type\":\"Point\",\"coordinates\":[13,58]}{\"type\":\"Point\",\"coordinates\":[13,58]}",
                "{\"type\":\"Point\",\"coordinates\":[553.02,58.07]}",
                "{\"type\":\"Point\",\"coordinates\":[1e999,58.07]}"
            })
    void refuses_what_is_no_geojson_or_nowhere(String json) {
        assertThatThrownBy(() -> read("a.geojson", json)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void refuses_nesting_deeper_than_any_geometry() {
        String deep = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(20_000) + "]}".repeat(20_000);
        assertThatThrownBy(() -> read("a.geojson", collection(feature(deep))))
                .isInstanceOf(UnreadableFileException.class);
    }
}
