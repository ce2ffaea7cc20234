package se.lageskarta.service.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenCoordinatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "58.07, 13.02               | 13.02      | 58.07",
                "58,07 13,02                | 13.02      | 58.07",
                "58,07, 13,02               | 13.02      | 58.07",
                "58,07; 13,02               | 13.02      | 58.07",
                "58.07° 13.02°              | 13.02      | 58.07",
                "13.02, 58.07               | 13.02      | 58.07",
                "N 58.07 E 13.02            | 13.02      | 58.07",
                "13.02E, 58.07N             | 13.02      | 58.07",
                "58.07N 13.02Ö              | 13.02      | 58.07",
                "-33.9, 18.4                | 18.4       | -33.9",
                "33.9S 18.4E                | 18.4       | -33.9",
                "40.7N 74.0V                | -74.0      | 40.7",
                "58°04'40\"N 13°01'20\"E    | 13.0222222 | 58.0777778",
                "58°04′40″ 13°01′20″        | 13.0222222 | 58.0777778",
                "N 58° 04' 40\" E 13° 01' 20\" | 13.0222222 | 58.0777778",
                "58 04 40 N, 13 01 20 E     | 13.0222222 | 58.0777778",
                "58° 04,5' N 13° 01,5' E    | 13.025     | 58.075",
                "6439068.07 383416.32       | 13.0232    | 58.0777",
                "383416.32 6439068.07       | 13.0232    | 58.0777",
                "6439068,07 383416,32       | 13.0232    | 58.0777",
                "N 6439068, E 383416        | 13.0232    | 58.0777",
                "6 439 068, 383 416         | 13.0232    | 58.0777",
                "383 416 6 439 068          | 13.0232    | 58.0777"
            })
    void reads_a_position_as_people_write_it(String text, double lon, double lat) {
        NamedPlace place = WrittenCoordinates.read(text).orElseThrow();

        assertThat(place.at().lon()).isCloseTo(lon, within(1e-5));
        assertThat(place.at().lat()).isCloseTo(lat, within(1e-5));
        assertThat(place.kind()).isEqualTo(PlaceKind.COORDINATES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storgatan 5",
                "5",
                "",
                " ",
                "58.07",
                "95, 190",
                "58.07N 13.02N",
                "58.07N 13.02",
                "58°61'00\" 13°00'00\"",
                "1000000 100000",
                "524 51",
                "0705 123456",
                "NaN, 5",
                "1e5 1e5"
            })
    void leaves_what_is_not_a_position(String text) {
        assertThat(WrittenCoordinates.read(text)).isEmpty();
    }

    @Test
    void says_which_system_it_read() {
        assertThat(WrittenCoordinates.read("383351 6439069").orElseThrow().name())
                .isEqualTo("N 6439069, E 383351 (SWEREF 99 TM)");
        assertThat(WrittenCoordinates.read("58,07 13,02").orElseThrow().name()).isEqualTo("58.07000, 13.02000");
    }

    @Test
    void is_not_slowed_down_by_a_long_text() {
        assertThat(WrittenCoordinates.read("1 ".repeat(50_000))).isEmpty();
        assertThat(WrittenCoordinates.read("1 ".repeat(40))).isEmpty();
    }
}
