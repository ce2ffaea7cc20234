package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lageskarta.geo.read.shp.ShapefileBytes.SWEREF_99_TM;
import static se.lageskarta.geo.read.shp.ShapefileBytes.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.read.gpkg.GeoPackageBytes;
import se.lageskarta.geo.read.shp.ShapefileBytes;

class DrawnAreasTest {
    private static final double E = 383_600;
    private static final double N = 6_439_100;
    private static final double[] SQUARE = {E, N, E, N + 100, E + 100, N + 100, E + 100, N, E, N};

    @TempDir
    Path folder;

    private DrawnAreas read(String name, byte[] bytes) throws IOException, UnreadableFileException {
        Path file = folder.resolve("file" + System.nanoTime());
        Files.write(file, bytes);
        return DrawnAreas.read(file, name, null, null);
    }

    @Test
    void a_zipped_shapefile_comes_in_degrees_with_its_names() throws Exception {
        ShapefileBytes file = new ShapefileBytes().prj(SWEREF_99_TM).column("NAMN", 'C', 40);
        file.type = 5;
        DrawnAreas areas =
                read("plan.zip", file.row(parts(5, SQUARE), "Kv. Eken").zip());
        assertThat(areas.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(areas.shapes().get(0).name()).isEqualTo("Kv. Eken");
        assertThat(areas.shapes().get(0).degrees().getCentroid().getX()).isBetween(13.0, 13.1);
        assertThat(areas.shapes().get(0).degrees().getCentroid().getY()).isBetween(58.0, 58.1);
    }

    @Test
    void a_geopackage_of_several_layers_is_asked_about_by_name() throws Exception {
        Path file = folder.resolve("plan.gpkg");
        try (GeoPackageBytes made = GeoPackageBytes.create(file)) {
            made.layer("plan", 3006, "namn text");
            made.insert("insert into plan (geom, namn) values (?, ?)", GeoPackageBytes.area(SQUARE), "Eken");
            made.layer("annat", 3006, "namn text");
        }
        assertThatThrownBy(() -> DrawnAreas.read(file, "plan.gpkg", null, null))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("file.part-choose"));
        DrawnAreas areas = DrawnAreas.read(file, "plan.gpkg", null, "plan");
        assertThat(areas.shapes()).hasSize(1);
        assertThat(areas.shapes().get(0).name()).isEqualTo("Eken");
    }

    @Test
    void geojson_with_a_null_shape_among_good_ones_is_read_without_it() throws Exception {
        DrawnAreas areas = read("plan.geojson", """
                {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}},
                {"type":"Feature","properties":{"beteckning":"EKEN 1:2"},"geometry":{"type":"Polygon","coordinates":
                [[[13.0,58.0],[13.01,58.0],[13.01,58.01],[13.0,58.0]]]}}]}""".getBytes(StandardCharsets.UTF_8));
        assertThat(areas.passedOver()).isEqualTo(1);
        assertThat(areas.shapes().get(0).name()).isEqualTo("EKEN 1:2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.csv|x;y~~|file.areas.format",
                "a.geojson|{\"type\":\"FeatureCollection\",\"features\":[]}|file.no-geometry",
                "a.geojson|{\"type\":\"FeatureCollection\"|file.geojson.syntax",
                "a.geojson||file.empty",
                "a.zip|PK|file.type-name"
            })
    void what_holds_no_shapes_is_refused_with_a_code(String name, String content, String code) {
        byte[] bytes = content == null ? new byte[0] : content.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(name, bytes)).isInstanceOf(UnreadableFileException.class);
    }
}
