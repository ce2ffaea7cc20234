package se.lageskarta.geo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoarseOutlineTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void holds_the_whole_outline_and_reaches_less_than_a_square_beyond_it() {
        Geometry outline = blob(13.02, 58.08, 0.002, 7);

        Geometry coarse = CoarseOutline.of(outline, 100);

        assertThat(coarse.covers(outline)).isTrue();
        assertThat(coarse.isValid()).isTrue();
        assertThat(outline.buffer(0.0027).covers(coarse)).isTrue();
    }

    @Test
    void two_outlines_that_touch_the_same_squares_are_one_and_the_same() {
        Geometry square = CoarseOutline.of(FACTORY.createPoint(new Coordinate(13.02, 58.08)), 100);
        Coordinate middle = square.getCentroid().getCoordinate();

        Geometry one = CoarseOutline.of(blob(middle.x, middle.y, 0.0002, 1), 100);
        Geometry other = CoarseOutline.of(blob(middle.x + 0.0001, middle.y, 0.0003, 2), 100);

        assertThat(one.equalsTopo(square)).isTrue();
        assertThat(other.equalsTopo(square)).isTrue();
    }

    @Test
    void no_corner_follows_a_corner_of_the_outline() {
        SplittableRandom random = new SplittableRandom(11);
        int near = 0;
        int corners = 0;
        for (int i = 0; i < 200; i++) {
            Geometry outline = blob(13 + random.nextDouble(), 58 + random.nextDouble(), 0.001, random.nextLong());
            for (Coordinate corner : CoarseOutline.of(outline, 100).getCoordinates()) {
                corners++;
                for (Coordinate real : outline.getCoordinates()) {
                    near += corner.distance(real) < 1 / 111_195.0 ? 1 : 0;
                }
            }
        }
        // a corner has some dozen corners of the outline within a square or two: chance puts one in 300 of them within
        // a metre
        assertThat(near).isLessThan(corners / 100);
    }

    @Test
    void a_street_of_a_hundred_kilometres_is_drawn_in_wider_squares_instead_of_millions() {
        Geometry road = FACTORY.createLineString(new Coordinate[] {new Coordinate(13, 58), new Coordinate(14, 59)});

        Geometry coarse = CoarseOutline.of(road.buffer(0.0001), 100);

        assertThat(coarse.getNumPoints()).isLessThan(2_000);
        assertThat(coarse.covers(road)).isTrue();
    }

    @Test
    void nothing_and_no_side_are_refused() {
        assertThatThrownBy(() -> CoarseOutline.of(FACTORY.createPolygon(), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corners");
        assertThatThrownBy(() -> CoarseOutline.of(FACTORY.createPoint(new Coordinate(0, 0)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metre");
    }

    private static Geometry blob(double lon, double lat, double radius, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Coordinate[] ring = new Coordinate[13];
        for (int i = 0; i < 12; i++) {
            double reach = radius * (0.6 + 0.4 * random.nextDouble());
            ring[i] = new Coordinate(lon + reach * Math.cos(i * Math.PI / 6), lat + reach * Math.sin(i * Math.PI / 6));
        }
        ring[12] = ring[0];
        return FACTORY.createPolygon(ring);
    }
}
