package se.lageskarta.geo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class OutlineTest {
    private final GeometryFactory geometries = new GeometryFactory();

    @Test
    void holds_every_member_in_one_valid_polygon() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 60; round++) {
            int n = random.nextInt(1, 400);
            double[] x = DbscanTest.coordinates(random, n, 383_000, 600, round % 3 * 12.5);
            double[] y = DbscanTest.coordinates(random, n, 6_439_000, 600, round % 3 * 12.5);
            Clusters clusters = new Dbscan(75, 3).fit(x, y);
            Clusters.Members members = clusters.members();
            for (int c = 0; c < clusters.count(); c++) {
                Geometry outline = Outline.of(x, y, members.rows(), members.start()[c], members.start()[c + 1], 75);
                assertThat(outline).isInstanceOf(Polygon.class);
                assertThat(outline.isValid()).isTrue();
                for (int row : members.of(c)) {
                    assertThat(outline.covers(geometries.createPoint(new Coordinate(x[row], y[row]))))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void draws_a_disc_of_half_eps_around_one_address() {
        double[] x = {383_000, 383_000, 383_000};
        double[] y = {6_439_000, 6_439_000, 6_439_000};
        Geometry outline = Outline.of(x, y, new int[] {0, 1, 2}, 0, 3, 75);
        assertThat(outline.getArea()).isCloseTo(Math.PI * 37.5 * 37.5, within(150.0));
        assertThat(outline.getCentroid().getX()).isCloseTo(383_000, within(1e-6));
    }

    @Test
    void draws_a_band_along_addresses_in_a_row() {
        double[] x = IntStream.range(0, 20).mapToDouble(i -> i * 30.0).toArray();
        Geometry outline = Outline.of(x, new double[20], IntStream.range(0, 20).toArray(), 0, 20, 40);
        assertThat(outline.isValid()).isTrue();
        assertThat(outline.getArea()).isCloseTo(570 * 40 + Math.PI * 400, within(150.0));
    }

    @Test
    void follows_a_bend_instead_of_filling_it() {
        int n = 400;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i < n / 2 ? i * 5 : 0;
            y[i] = i < n / 2 ? 0 : (i - n / 2) * 5;
        }
        Geometry outline = Outline.of(x, y, IntStream.range(0, n).toArray(), 0, n, 60);
        assertThat(outline.covers(geometries.createPoint(new Coordinate(400, 400))))
                .isFalse();
    }

    @Test
    void does_not_depend_on_the_order_of_members() {
        SplittableRandom random = new SplittableRandom(9);
        double[] x = random.doubles(200, 0, 300).toArray();
        double[] y = random.doubles(200, 0, 300).toArray();
        int[] rows = IntStream.range(0, 200).toArray();
        int[] reversed = IntStream.range(0, 200).map(i -> 199 - i).toArray();
        assertThat(Outline.of(x, y, reversed, 0, 200, 75).equalsExact(Outline.of(x, y, rows, 0, 200, 75)))
                .isTrue();
    }

    @Test
    void refuses_nothing_to_draw_around() {
        assertThatThrownBy(() -> Outline.of(new double[0], new double[0], new int[0], 0, 0, 75))
                .hasMessageContaining("to is 0");
    }
}
