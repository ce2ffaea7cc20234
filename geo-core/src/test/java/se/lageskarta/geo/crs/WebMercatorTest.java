package se.lageskarta.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
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

    @Property
    void comes_back_to_the_same_degrees(
            @ForAll @DoubleRange(min = -180, max = 180) double lon,
            @ForAll @DoubleRange(min = -85, max = 85) double lat) {
        assertThat(WebMercator.lon(WebMercator.x(lon))).isCloseTo(lon, within(1e-9));
        assertThat(WebMercator.lat(WebMercator.y(lat))).isCloseTo(lat, within(1e-9));
    }
}
