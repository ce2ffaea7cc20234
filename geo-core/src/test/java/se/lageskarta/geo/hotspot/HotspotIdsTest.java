package se.lageskarta.geo.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class HotspotIdsTest {
    @Test
    void an_id_tells_its_square_also_when_no_hotspot_has_it_any_more() {
        String id = "c-" + Long.toString(674_000 / 50, 36) + "-" + Long.toString(6_580_000 / 50, 36);

        assertThat(HotspotIds.squareOf(id)).contains(new Envelope(674_000, 674_050, 6_580_000, 6_580_050));
        assertThat(HotspotIds.squareOf(id + "-1f-2")).isEqualTo(HotspotIds.squareOf(id));
        assertThat(HotspotIds.squareOf("u-m1-2")).contains(new Envelope(-50, 0, 100, 150));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c-", "c-nowhere", "ca-1-2", "c-1", "C-1-2", "c-zzzzzz-1", "c-1-mzzzzzz", "c-1-2x/"})
    void what_is_no_id_of_a_square_tells_none(String id) {
        assertThat(HotspotIds.squareOf(id).map(Envelope::getWidth)).isNotPresent();
    }
}
