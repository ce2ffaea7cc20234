package se.lageskarta.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WebMercatorTest {
    @Test
    void the_square_begins_in_the_north_west() {
        assertThat(WebMercator.x(-180)).isZero();
        assertThat(WebMercator.x(180)).isEqualTo(1);
        assertThat(WebMercator.y(WebMercator.MAX_LAT)).isZero();
        assertThat(WebMercator.y(0)).isEqualTo(0.5);
        assertThat(WebMercator.y(-90)).isEqualTo(1);
    }

    @Test
    void is_the_same_map_as_EPSG_3857() {
        double[] metres = Projection.of(Crs.WEB_MERCATOR).fromLonLat(13.0221, 58.0777);
        double half = WebMercator.CIRCUMFERENCE_METRES / 2;
        assertThat(WebMercator.x(13.0221)).isCloseTo((metres[0] + half) / (2 * half), within(1e-12));
        assertThat(WebMercator.y(58.0777)).isCloseTo((half - metres[1]) / (2 * half), within(1e-12));
    }

    @Test
    void comes_back_to_the_same_degrees() {
        SplittableRandom random = new SplittableRandom(3857);
        for (int i = 0; i < 1_000; i++) {
            double lon = random.nextDouble(-180, 180);
            double lat = random.nextDouble(-85, 85);
            assertThat(WebMercator.lon(WebMercator.x(lon))).isCloseTo(lon, within(1e-9));
            assertThat(WebMercator.lat(WebMercator.y(lat))).isCloseTo(lat, within(1e-9));
        }
    }
}
