package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RipleyKTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @Test
    void gives_the_published_values_of_three_patterns() {
        Geometry below = GEOMETRIES.toGeometry(new Envelope(0, 1, -1, 0));
        Geometry square = GEOMETRIES.toGeometry(new Envelope(0, 1, 0, 1));
        // redwood lies on a lattice of hundredths: rounding lets one pair more or less be 0.1 apart
        assertPublished(PublicPatterns.REDWOOD, below, 0.0666314119513485, 0.06672188557745, 0.0721040158566901, 7e-4);
        assertPublished(
                PublicPatterns.CELLS, square, 0.00116144018583043, 0.00116144018583043, 0.00130385359471295, 1e-12);
        assertPublished(
                PublicPatterns.JAPANESE_PINES,
                square,
                0.0245192307692308,
                0.0275265407215859,
                0.0265494405059288,
                1e-12);
    }

    private static void assertPublished(
            double[] pattern, Geometry window, double un, double iso, double trans, double near) {
        RipleyK k = RipleyK.of(
                PublicPatterns.x(pattern), PublicPatterns.y(pattern), window, new double[] {0.05, 0.1}, () -> false);
        assertThat(k.un()[1]).isCloseTo(un, within(near));
        assertThat(k.iso()[1]).isCloseTo(iso, within(near));
        assertThat(k.trans()[1]).isCloseTo(trans, within(near));
        assertThat(k.theo()[1]).isCloseTo(Math.PI / 100, within(1e-15));
        assertThat(RipleyK.radiusOf(k.theo())[1]).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void the_border_estimate_looks_from_places_far_enough_from_the_edge_only() {
        Geometry window = GEOMETRIES.toGeometry(new Envelope(0, 100, 0, 100));
        double[] x = {50, 55, 2, 3};
        double[] y = {50, 50, 2, 2};
        RipleyK k = RipleyK.of(x, y, window, new double[] {1, 10, 60}, () -> false);
        // within 10 m of both inner places lies one other, nobody is 60 m from the edge
        assertThat(k.border()).containsExactly(10_000 / 4.0 * 2 / 4, 10_000 / 4.0 * 2 / 2, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void part_of_a_circle_inside_is_what_walking_round_it_finds(long seed) throws ParseException {
        Geometry window = new WKTReader()
                .read("MULTIPOLYGON (((0 0, 100 0, 100 40, 60 60, 100 80, 100 120, 0 120, 20 60, 0 0),"
                        + " (30 30, 50 30, 50 50, 30 50, 30 30)), ((130 0, 160 0, 145 60, 130 0)))");
        WindowEdge edge = new WindowEdge(window);
        SplittableRandom random = new SplittableRandom(seed);
        for (int circle = 0; circle < 60; circle++) {
            double x = random.nextDouble(-10, 170);
            double y = random.nextDouble(-10, 130);
            double radius = random.nextDouble(1, 120);
            edge.standAt(x, y, 200);
            int inside = 0;
            int steps = 7200;
            for (int step = 0; step < steps; step++) {
                double angle = (step + 0.5) * 2 * Math.PI / steps;
                Coordinate at = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
                inside += SimplePointInAreaLocator.locate(at, window) == Location.INTERIOR ? 1 : 0;
            }
            assertThat(edge.insideShare(radius)).isCloseTo((double) inside / steps, within(2e-3));
        }
    }

    @Test
    void overlap_of_a_shifted_area_is_close_to_that_of_its_shifted_outline() throws ParseException {
        Geometry window = new WKTReader().read("POLYGON ((0 0, 1000 0, 1000 400, 600 600, 1000 1000, 0 1000, 0 0))");
        WindowOverlap overlap = new WindowOverlap(window, RipleyK.OVERLAP_CELLS, 400);
        for (double[] shift : new double[][] {{0, 0}, {100, 0}, {0, -250}, {-180, 90}, {300, 300}}) {
            Geometry shifted =
                    AffineTransformation.translationInstance(shift[0], shift[1]).transform(window);
            double exact = window.intersection(shifted).getArea() / window.getArea();
            assertThat(overlap.at(shift[0], shift[1])).isCloseTo(exact, within(0.01));
        }
    }

    @Test
    void agrees_with_itself_whatever_the_order_of_rows_and_without_correction() {
        SplittableRandom random = new SplittableRandom(8);
        double[] x = random.doubles(200, 0, 1000).toArray();
        double[] y = random.doubles(200, 0, 1000).toArray();
        double[] backX = new double[200];
        double[] backY = new double[200];
        for (int i = 0; i < 200; i++) {
            backX[i] = x[199 - i];
            backY[i] = y[199 - i];
        }
        Geometry window = GEOMETRIES.toGeometry(new Envelope(0, 1000, 0, 1000));
        double[] radius = {20, 50, 100, 200};
        RipleyK k = RipleyK.of(x, y, window, radius, () -> false);
        RipleyK back = RipleyK.of(backX, backY, window, radius, () -> false);
        assertThat(back.iso()).isEqualTo(k.iso());
        assertThat(back.trans()).isEqualTo(k.trans());
        assertThat(RipleyK.uncorrected(x, y, 1e6, radius, () -> false)).isEqualTo(k.un());
    }

    @Test
    void stops_when_told_and_refuses_what_has_no_answer() {
        Geometry window = GEOMETRIES.toGeometry(new Envelope(0, 1, 0, 1));
        double[] two = {0.1, 0.2};
        assertThatThrownBy(() -> RipleyK.of(two, two, window, two, () -> true))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> RipleyK.uncorrected(two, two, 1, two, () -> true))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> RipleyK.of(two, two, window, new double[] {2, 1}, () -> false))
                .hasMessageContaining("ascending");
        assertThatThrownBy(() -> RipleyK.of(two, two, window, new double[0], () -> false))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> RipleyK.of(new double[1], new double[1], window, two, () -> false))
                .hasMessageContaining("2 or more");
        assertThatThrownBy(() -> RipleyK.of(two, two, GEOMETRIES.createPolygon(), two, () -> false))
                .hasMessageContaining("areaM2 is 0");
    }
}
