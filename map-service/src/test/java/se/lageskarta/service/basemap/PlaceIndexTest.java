package se.lageskarta.service.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.service.storage.Bounds;

class PlaceIndexTest {
    private static final PlaceIndex TOWN = PlaceIndex.of(List.of(
            place("Storgatan", PlaceKind.STREET, 13.0),
            place("Storgatan", PlaceKind.STREET, 13.5),
            place("Storgatan 2", PlaceKind.ADDRESS, 13.0),
            place("Storgatan 10", PlaceKind.ADDRESS, 13.0),
            place("Storgatan 1", PlaceKind.ADDRESS, 13.0),
            place("Stora torget", PlaceKind.PLACE, 13.0),
            place("Gamla Storgatan", PlaceKind.STREET, 13.0),
            place("Åsgatan 3B", PlaceKind.ADDRESS, 13.0),
            place("Järnvägsstationen", PlaceKind.PLACE, 13.0),
            place("Göran Perssons väg", PlaceKind.STREET, 13.0)));

    @Test
    void finds_places_before_streets_before_addresses_and_house_2_before_house_10() {
        assertThat(names("stor"))
                .containsExactly(
                        "Stora torget",
                        "Storgatan",
                        "Storgatan",
                        "Storgatan 1",
                        "Storgatan 2",
                        "Storgatan 10",
                        "Gamla Storgatan");
    }

    @Test
    void puts_the_whole_name_first() {
        assertThat(names("storgatan 1")).containsExactly("Storgatan 1", "Storgatan 10");
    }

    @Test
    void finds_words_within_a_name() {
        assertThat(names("torget")).containsExactly("Stora torget");
        assertThat(names("perssons väg")).containsExactly("Göran Perssons väg");
    }

    @Test
    void does_not_mind_case_or_diacritics() {
        assertThat(names("ASGATAN 3b")).containsExactly("Åsgatan 3B");
        assertThat(names("åsg")).containsExactly("Åsgatan 3B");
        assertThat(names("jarnvags")).containsExactly("Järnvägsstationen");
    }

    @Test
    void forgives_a_typing_mistake() {
        assertThat(names("jänrvägsstation")).containsExactly("Järnvägsstationen");
        assertThat(names("storgtan 10")).containsExactly("Storgatan 10");
        assertThat(names("strogatan").get(0)).isEqualTo("Storgatan");
        assertThat(names("xyzzy")).isEmpty();
    }

    @Test
    void a_house_that_is_not_known_leads_to_its_street_before_the_same_number_in_another() {
        PlaceIndex town = PlaceIndex.of(List.of(
                place("Kvarngatan", PlaceKind.STREET, 13.0),
                place("Kvarngatan 2", PlaceKind.ADDRESS, 13.0),
                place("Tvärgatan", PlaceKind.STREET, 13.0),
                place("Tvärgatan 3", PlaceKind.ADDRESS, 13.0)));

        assertThat(town.search("Kvarngatan 3", 5, null).stream().map(NamedPlace::name))
                .containsExactly("Kvarngatan", "Tvärgatan 3");
        assertThat(town.search("Kvarngatan 2", 5, null).stream().map(NamedPlace::name))
                .containsExactly("Kvarngatan 2");
    }

    @Test
    void puts_the_nearer_of_two_streets_first() {
        List<NamedPlace> found = TOWN.search("Storgatan", 2, new LonLat(13.5, 58));

        assertThat(found.get(0).at().lon()).isEqualTo(13.5);
    }

    @Test
    void finds_nothing_for_blanks_and_signs() {
        assertThat(names("  ")).isEmpty();
        assertThat(names("%_*'\"")).isEmpty();
    }

    @Test
    void finds_a_house_among_the_hundred_thousand_of_a_large_town() {
        List<NamedPlace> town = new ArrayList<>();
        for (int street = 0; street < 2_000; street++) {
            String name = "Gata" + Integer.toString(street, 36) + "vägen";
            town.add(place(name, PlaceKind.STREET, 13));
            for (int house = 1; house <= 50; house++) {
                town.add(place(name + " " + house, PlaceKind.ADDRESS, 13));
            }
        }
        PlaceIndex index = PlaceIndex.of(town);
        assertThat(index.search("g", 10, null)).hasSize(10);
        assertThat(index.search("gata7vägen 7", 10, null).get(0).name()).isEqualTo("Gata7vägen 7");
        assertThat(index.search("gaat7vägen 7", 10, null)).isNotNull();
    }

    private static List<String> names(String typed) {
        return TOWN.search(typed, 10, null).stream().map(NamedPlace::name).toList();
    }

    private static NamedPlace place(String name, PlaceKind kind, double lon) {
        return new NamedPlace(name, kind, new LonLat(lon, 58), new Bounds(lon, 58, lon, 58));
    }
}
