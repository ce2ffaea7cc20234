package se.lageskarta.geo.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.geo.incident.PlacePrecision;

class RegisterFinderTest {
    private static final double LON = 13.02;
    private static final double LAT = 58.08;

    private final RegisterFinder finder = herrljunga();

    /** Two villages with a Storgatan each, some 8 km apart, and what else a municipality has. */
    private static RegisterFinder herrljunga() {
        PlaceRegister register = new PlaceRegister();
        register.municipality("Herrljunga kommun");
        register.municipality("Herrljunga");
        register.settlement("Herrljunga", shape("POINT(13.02 58.08)"));
        register.settlement("Ljung", shape("POINT(13.06 58.00)"));
        register.street("Storgatan", "", shape("LINESTRING(13.01 58.08, 13.03 58.08)"));
        register.street("Nygatan", "", shape("LINESTRING(13.02 58.075, 13.02 58.08)"));
        register.street("Nygatan", "", shape("LINESTRING(13.02 58.08, 13.02 58.085)"));
        register.street("Åskgatan", "", shape("LINESTRING(13.012 58.075, 13.012 58.0799)"));
        register.street("Askgatan", "", shape("LINESTRING(13.028 58.085, 13.032 58.085)"));
        register.street("S:t Olofs gata", "", shape("LINESTRING(13.00 58.07, 13.004 58.07)"));
        register.street("Östra Långgatan", "", shape("LINESTRING(13.03 58.07, 13.034 58.07)"));
        register.street("Storgatan", "", shape("LINESTRING(13.058 58.00, 13.062 58.00)"));
        for (int number = 1; number <= 21; number += 2) {
            register.address("Storgatan", Integer.toString(number), "", 13.0102 + number * 0.0005, 58.0802);
        }
        register.address("Storgatan", "6 A", "", 13.0140, 58.0798);
        register.address("Storgatan", "6 B", "", 13.0141, 58.0798);
        register.address("Storgatan", "4", "", 13.0600, 58.0001);
        register.address("Storgatan", "5", "", 13.0602, 58.0001);
        register.address("Nygatan", "8", "", 13.0202, 58.0830);
        register.address("Åskgatan", "3", "", 13.0122, 58.0790);
        register.address("Askgatan", "12", "", 13.0300, 58.0851);
        register.address("Åskgatan", "12", "", 13.0122, 58.0760);
        register.address("Östra Långgatan", "2", "", 13.0310, 58.0701);
        register.place("ICA Supermarket", shape("POINT(13.025 58.081)"));
        register.place(
                "Stadsparken", shape("POLYGON((13.03 58.09, 13.04 58.09, 13.04 58.094, 13.03 58.094, 13.03 58.09))"));
        register.place("Stadsparken", shape("POINT(13.035 58.092)"));
        register.district(
                "Mörlanda", shape("POLYGON((13.05 57.99, 13.07 57.99, 13.07 58.01, 13.05 58.01, 13.05 57.99))"));
        register.property("Herrljunga Hudene 1:23", shape("POLYGON((13.1 58.1, 13.11 58.1, 13.11 58.11, 13.1 58.1))"));
        register.property("Herrljunga Hudene 1:24", shape("POLYGON((13.2 58.1, 13.21 58.1, 13.21 58.11, 13.2 58.1))"));
        register.property(
                "Herrljunga Bävern 3", shape("POLYGON((13.021 58.081, 13.023 58.081, 13.023 58.082, 13.021 58.081))"));
        return register.build();
    }

    private FoundPlaces find(String text) {
        return finder.find(new WrittenPlace(text, "", ""));
    }

    private static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nygatan 8",
                "NYGATAN 8",
                "nygatan 8 lgh 1101",
                "Nygatan nr 8",
                "Nyg. 8",
                "Nyg 8",
                "Ny-gatan 8",
                "Ny gatan 8",
                "Nygattan 8",
                "c/o Andersson, Nygatan 8",
                "Nygatan 8, 524 30 Herrljunga",
                "Nygatan 8, 2 tr",
                "Nygatan 8 (bakgården)",
                "vid Nygatan 8",
                "utanför Nygatan 8",
                "Nygatan 8 Herrljunga",
                "Nyg:an 8",
                "Herrljunga, Nygatan 8",
                "Nygatan 8A"
            })
    void an_address_is_found_however_it_is_written(String text) {
        FoundPlaces found = find(text);

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).lon()).isEqualTo(13.0202);
        assertThat(found.candidates().get(0).precision()).isEqualTo(PlacePrecision.ADDRESS);
        assertThat(found.candidates().get(0).shape()).isNull();
    }

    @Test
    void a_street_in_two_villages_is_unsure_until_the_village_is_told() {
        FoundPlaces unsure = find("Storgatan 5");
        FoundPlaces ljung = finder.find(new WrittenPlace("Storgatan 5", "LJUNG", ""));

        assertThat(unsure.sure()).isFalse();
        assertThat(unsure.candidates())
                .extracting(FoundPlace::name)
                .containsExactlyInAnyOrder("Storgatan 5, Herrljunga", "Storgatan 5, Ljung");
        assertThat(ljung.sure()).isTrue();
        assertThat(ljung.candidates().get(0).lat()).isEqualTo(58.0001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Storgatan 5, Ljung", "Storgatan 5 Ljung", "Ljung, Storgatan 5", "Storgatan 5, 524 42 LJUNG"})
    void the_village_may_stand_in_the_same_cell(String text) {
        assertThat(find(text).sure()).isTrue();
        assertThat(find(text).candidates().get(0).lat()).isEqualTo(58.0001);
    }

    @Test
    void a_number_that_only_one_village_has_tells_the_village() {
        FoundPlaces found = find("Storgatan 4");

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).lat()).isEqualTo(58.0001);
        assertThat(find("Storgatan 17").sure()).as("%s", find("Storgatan 17")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Storgatan 5, Borås", "Nygatan 8, Vårgårda"})
    void a_town_that_is_not_ours_is_never_sure(String text) {
        assertThat(find(text).sure()).isFalse();
    }

    @Test
    void a_street_alone_stays_a_line() {
        FoundPlace found = find("Nygatan").candidates().get(0);

        assertThat(find("Nygatan").sure()).isTrue();
        assertThat(found.precision()).isEqualTo(PlacePrecision.STREET);
        assertThat(found.shape()).isNotNull();
        assertThat(found.shape().getLength()).isCloseTo(0.01, within(1e-9));
        assertThat(found.shape().distance(shape("POINT(%s %s)".formatted(found.lon(), found.lat()))))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storgatan/Nygatan", "Nygatan / Storgatan", "Storgatan - Nygatan", "korsningen Storgatan Nygatan",
                        "Korsningen Storgatan/Nygatan",
                "hörnet av Storgatan och Nygatan", "Storgatan x Nygatan", "Storg./Nyg.", "Storgatn & Nygattan",
                        "i korsningen Nygatan och Storgatan",
                "Storgatan 11/Nygatan", "Korsn. Storgatan-Nygatan, Herrljunga"
            })
    void a_crossing_is_where_the_streets_meet(String text) {
        FoundPlaces found = find(text);

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).lon()).isBetween(13.0199, 13.0201);
        assertThat(found.candidates().get(0).lat()).isBetween(58.0799, 58.0801);
        assertThat(found.candidates().get(0).precision()).isEqualTo(PlacePrecision.ADDRESS);
    }

    @Test
    void streets_that_end_some_metres_apart_meet() {
        FoundPlaces found = find("Storgatan/Åskgatan");

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).lon()).isBetween(13.0119, 13.0121);
    }

    @Test
    void streets_that_do_not_meet_are_no_crossing() {
        FoundPlaces found = find("Nygatan/Östra Långgatan");

        assertThat(found.sure()).isFalse();
        assertThat(found.candidates()).extracting(FoundPlace::name).contains("Nygatan", "Östra Långgatan");
    }

    @Test
    void dots_that_are_left_out_are_asked_about_when_they_tell_two_streets_apart() {
        assertThat(find("Askgatan 12").sure()).isFalse();
        assertThat(find("Askgatan 3").candidates().get(0).name()).isEqualTo("Åskgatan 3");
    }

    @ParameterizedTest
    @CsvSource({
        "St Olofs gata, S:t Olofs gata",
        "Sankt Olofs gata, S:t Olofs gata",
        "S:t Olofsgatan, S:t Olofs gata",
        "Ö. Långgatan 2, Östra Långgatan 2",
        "Östra Långg 2, Östra Långgatan 2",
        "O Langgatan 2, Östra Långgatan 2",
        "Östra Långgatans, Östra Långgatan"
    })
    void abbreviations_are_understood(String text, String name) {
        FoundPlaces found = find(text);

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).name()).isEqualTo(name);
    }

    @Test
    void a_number_between_two_others_is_put_between_them() {
        FoundPlaces found = finder.find(new WrittenPlace("Storgatan 6", "Herrljunga", ""));

        assertThat(found.sure()).isTrue();
        assertThat(found.candidates().get(0).lon()).isBetween(13.0139, 13.0142);
    }

    @Test
    void a_number_that_is_not_there_is_somewhere_along_the_street() {
        FoundPlaces found = find("Nygatan 400");

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).precision()).isEqualTo(PlacePrecision.STREET);
        assertThat(found.candidates().get(0).shape()).isNotNull();
    }

    @Test
    void a_range_of_numbers_is_in_the_middle_of_it() {
        FoundPlaces found = finder.find(new WrittenPlace("Storgatan 15-17", "Herrljunga", ""));

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).lon()).isBetween(13.0181, 13.0183);
    }

    @Test
    void a_park_stays_an_area() {
        FoundPlaces found = find("i Stadsparken");

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates()).hasSize(1);
        assertThat(found.candidates().get(0).precision()).isEqualTo(PlacePrecision.AREA);
        assertThat(found.candidates().get(0).shape()).isNotNull();
    }

    @Test
    void part_of_a_name_is_proposed_and_not_taken() {
        FoundPlaces found = find("vid ICA");

        assertThat(found.sure()).isFalse();
        assertThat(found.candidates().get(0).name()).isEqualTo("ICA Supermarket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Herrljunga Hudene 1:23",
                "HERRLJUNGA HUDENE 1:23",
                "Hudene 1:23",
                "fastigheten Hudene 1:23",
                "Huddene 1:23"
            })
    void a_property_is_found_by_its_designation(String text) {
        FoundPlaces asText = find(text);
        FoundPlaces asProperty = finder.find(new WrittenPlace("", "", text));

        assertThat(asText.sure()).as("%s", asText).isTrue();
        assertThat(asProperty.sure()).isTrue();
        assertThat(asProperty.candidates().get(0).lon()).isBetween(13.1, 13.11);
        assertThat(asProperty.candidates().get(0).precision()).isEqualTo(PlacePrecision.AREA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hudene 1:25", "Hudene 2:23", "Skarstad 1:23"})
    void a_property_with_another_number_is_not_taken(String text) {
        assertThat(finder.find(new WrittenPlace("", "", text)).sure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kv. Bävern 3", "kvarteret Bävern 3", "Bävern 3"})
    void a_block_is_a_property_too(String text) {
        assertThat(find(text).sure()).as("%s", find(text)).isTrue();
    }

    @Test
    void a_district_is_an_area() {
        FoundPlace found = find("Mörlanda").candidates().get(0);

        assertThat(find("Mörlanda").sure()).isTrue();
        assertThat(found.precision()).isEqualTo(PlacePrecision.AREA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okänt",
                "-",
                "5",
                "12345",
                "???",
                "Xyzzyvägen 3",
                "hemma hos målsäganden",
                "på tåget",
                "internet"
            })
    void nothing_is_guessed_where_nothing_fits(String text) {
        assertThat(find(text).sure()).isFalse();
        assertThat(find(text).candidates())
                .allSatisfy(candidate -> assertThat(candidate.score()).isLessThan(0.5));
    }

    @Test
    void the_same_question_has_the_same_answer() {
        for (String text : List.of("Storgatan 5", "Stor/Ny", "Askg 3")) {
            assertThat(find(text)).isEqualTo(herrljunga().find(new WrittenPlace(text, "", "")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000, 100_000})
    void long_and_strange_texts_are_answered(int length) {
        for (String part : List.of(
                "a", "/", "5 ", ", ", "Storgatan/", "(", "å", "1:1 ", "\u0000", "korsningen ", "\uD83D\uDE00")) {
            assertThat(find(part.repeat(length)).candidates()).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void a_place_is_where_its_register_says() {
        assertThat(find("Herrljunga").candidates().get(0).lon()).isEqualTo(LON);
        assertThat(find("Herrljunga").candidates().get(0).lat()).isEqualTo(LAT);
    }
}
