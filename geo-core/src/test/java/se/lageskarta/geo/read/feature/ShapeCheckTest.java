package se.lageskarta.geo.read.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapeCheckTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static ShapeCheck.Result check(String text) throws ParseException {
        return new ShapeCheck().check(new WKTReader().read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POINT (1 2)",
                "LINESTRING (0 0, 9 9, 9 0, 0 9)",
                "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1))",
                "POLYGON ((0 0, 0 0, 0 9, 9 9, 9 9, 9 0, 0 0))",
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0)), ((9 9, 9 20, 20 20, 9 9)))",
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 7 2, 7 7, 2 7, 2 2)), ((3 3, 3 4, 4 4, 3 3)))"
            })
    void leaves_alone_what_is_sound(String text) throws ParseException {
        Geometry geometry = new WKTReader().read(text);
        ShapeCheck.Result result = new ShapeCheck().check(geometry);
        assertThat(result.geometry()).isSameAs(geometry);
        assertThat(result.code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0)); 50",
                "POLYGON ((0 0, 0 10, 10 10, 10 0, 5 0, 5 -9, 5 0, 0 0)); 100",
                "MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0)), ((5 5, 5 15, 15 15, 15 5, 5 5))); 175",
                "MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0)), ((0 0, 0 10, 10 10, 10 0, 0 0))); 100",
                "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (0 2, 5 2, 5 8, 0 8, 0 2)); 70"
            })
    void mends_slips_and_keeps_every_lobe(String text, double area) throws ParseException {
        ShapeCheck.Result result = check(text);
        assertThat(result.code()).isEqualTo("geometry.mended");
        assertThat(result.geometry()).isNotNull();
        assertThat(result.geometry().isValid()).isTrue();
        assertThat(result.geometry().getArea()).isEqualTo(area);
    }

    @Test
    void refuses_what_encloses_nothing() throws ParseException {
        assertThat(check("POLYGON ((0 0, 1 1, 2 2, 0 0))").code()).isEqualTo("geometry.no-area");
        assertThat(check("POLYGON ((0 0, 0 9, 9 9, 0 0), (0 0, 0 9, 9 9, 0 0))").code())
                .isEqualTo("geometry.no-area");
    }

    @Test
    void gives_up_on_tangles_after_a_bounded_amount_of_work() {
        SplittableRandom random = new SplittableRandom(3);
        Coordinate[] corners = new Coordinate[100_001];
        for (int i = 0; i < 100_000; i++) {
            corners[i] = new Coordinate(random.nextDouble(1000), random.nextDouble(1000));
        }
        corners[100_000] = corners[0];
        ShapeCheck check = new ShapeCheck();
        for (int i = 0; i < 20; i++) {
            assertThat(check.check(GEOMETRIES.createPolygon(corners)).code()).isEqualTo("geometry.tangled");
        }
    }
}
