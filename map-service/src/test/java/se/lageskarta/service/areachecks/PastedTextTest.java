package se.lageskarta.service.areachecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.web.RefusedRequestException;

class PastedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "58.0800, 13.0200\n58.0800, 13.0240\n58.0820, 13.0240\n58.0820, 13.0200",
                "58,0800 13,0200\r\n58,0800 13,0240\r\n58,0820 13,0240\r\n58,0820 13,0200\r\n58,0800 13,0200",
                "58.0800, 13.0200; 58.0800, 13.0240; 58.0820, 13.0240; 58.0820, 13.0200",
                "6439000 383100\n6439000 383340\n6439220 383340\n6439220 383100",
                "POLYGON ((13.02 58.08, 13.024 58.08, 13.024 58.082, 13.02 58.082, 13.02 58.08))",
                "SRID=3006;POLYGON((383100 6439000, 383340 6439000, 383340 6439220, 383100 6439220, 383100 6439000))",
                "POLYGON((6439000 383100, 6439000 383340, 6439220 383340, 6439220 383100, 6439000 383100))",
                "{\"type\":\"Polygon\",\"coordinates\":[[[13.02,58.08],[13.024,58.08],[13.024,58.082],[13.02,58.082],[13.02,58.08]]]}",
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"Eken\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[383100,6439000],[383340,6439000],[383340,6439220],[383100,6439220],[383100,6439000]]]}}"
            })
    void the_same_block_is_understood_however_it_was_copied(String text) {
        AreaShape area =
                AreaShape.of("text", PastedText.of(text).shapes().get(0).degrees());
        assertThat(area.squareMetres()).isBetween(50_000.0, 56_000.0);
        assertThat(area.degrees().getCentroid().getX()).isBetween(13.01, 13.04);
        assertThat(area.degrees().getCentroid().getY()).isBetween(58.07, 58.10);
        assertThat(area.repaired()).isNull();
    }

    @Test
    void a_single_place_becomes_a_small_circle_and_it_says_so() {
        AreaShape area = AreaShape.of(
                "text", PastedText.of("58.08123, 13.02512").shapes().get(0).degrees());
        assertThat(area.squareMetres()).isBetween(1_800.0, 2_000.0);
        assertThat(area.repaired()).isNotNull();
    }

    @Test
    void a_bow_tie_keeps_both_lobes_and_shows_what_it_was() {
        AreaShape area = AreaShape.of(
                "text",
                PastedText.of("POLYGON ((13 58, 13.004 58.002, 13.004 58, 13 58.002, 13 58))")
                        .shapes()
                        .get(0)
                        .degrees());
        assertThat(area.degrees().getNumGeometries()).isEqualTo(2);
        assertThat(area.degrees().isValid()).isTrue();
        assertThat(area.repaired().before().getNumPoints()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|areacheck.text.empty",
                "Stationsgatan 4|areacheck.text.line",
                "58.08, 13.02; 58.09, 13.03; nej|areacheck.text.line",
                "POLYGON ((13 58, 14 58|areacheck.text.wkt",
                "POLYGON EMPTY|areacheck.corners",
                "{\"type\":\"Polygon\"|areacheck.text.geojson",
                "{\"type\":\"Topology\"}|areacheck.text.geojson",
                "SRID=9999;POLYGON((0 0, 1 0, 1 1, 0 0))|areacheck.crs",
                "SRID=0999;POLYGON((0 0, 1 0, 1 1, 0 0))|areacheck.crs"
            })
    void what_cannot_be_read_is_refused_with_its_code(String text, String code) {
        assertThatThrownBy(() -> PastedText.of(text))
                .isInstanceOfSatisfying(
                        RefusedRequestException.class,
                        refused -> assertThat(refused.faults().get(0).code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((13 58, 13.01 58, 13 58))|areacheck.no-area",
                "LINESTRING (13 58, 13.01 58.01)|areacheck.no-area",
                "POLYGON ((13 58, 13 58, 13 58, 13 58))|areacheck.no-area",
                "POLYGON ((13 58, 13.00001 58, 13.00001 58.00001, 13 58))|areacheck.small",
                "POLYGON ((13 58, 13.2 58, 13.2 58.2, 13 58.2, 13 58))|areacheck.huge",
                "POLYGON ((-180 -80, 180 -80, 180 80, -180 80, -180 -80))|areacheck.huge",
                "POLYGON ((1300 5800, 1301 5800, 1301 5801, 1300 5800))|areacheck.wrong-crs",
                "POLYGON ((13 89, 13.01 89, 13.01 89.01, 13 89))|areacheck.wrong-crs"
            })
    void what_is_no_area_that_can_be_checked_is_refused_with_its_code(String text, String code) {
        assertThatThrownBy(() ->
                        AreaShape.of("area", PastedText.of(text).shapes().get(0).degrees()))
                .isInstanceOfSatisfying(
                        RefusedRequestException.class,
                        refused -> assertThat(refused.faults().get(0).code()).isEqualTo(code));
    }
}
