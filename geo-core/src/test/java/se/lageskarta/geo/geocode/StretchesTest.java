package se.lageskarta.geo.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.demo.DemoTown;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseNames;
import se.lageskarta.geo.read.BaseRole;

/** Parts of streets, in towns drawn in metres. */
class StretchesTest {
    private static final Coordinate ORIGIN = new Coordinate(13.02, 58.08);

    /** Storgatan goes east for 1,000 m; Kyrkogatan crosses it at 200 m, Nygatan at 500 m, Ågatan at 900 m. */
    private static PlaceRegister town() {
        PlaceRegister register = new PlaceRegister();
        street(register, "Storgatan", 0, 0, 350, 0);
        street(register, "Storgatan", 350, 0, 1_000, 0);
        street(register, "Kyrkogatan", 200, -200, 200, 200);
        street(register, "Nygatan", 500, 0, 500, 300);
        street(register, "Ågatan", 900, -300, 900, 0);
        for (int number = 1; number <= 41; number++) {
            Coordinate door = lonLat(number * 20, number % 2 == 0 ? -12 : 12);
            register.address("Storgatan", Integer.toString(number), "", door.x, door.y);
        }
        return register;
    }

    private static Coordinate lonLat(double east, double north) {
        return Plane.degrees(new Coordinate(east, north), ORIGIN);
    }

    private static void street(PlaceRegister register, String name, double... metres) {
        Coordinate[] places = new Coordinate[metres.length / 2];
        for (int i = 0; i < places.length; i++) {
            places[i] = lonLat(metres[2 * i], metres[2 * i + 1]);
        }
        register.street(name, "", Plane.FACTORY.createLineString(places));
    }

    private static FoundPlaces find(PlaceRegister register, String text) {
        return register.build().find(new WrittenPlace(text, "", ""));
    }

    private static Geometry flat(FoundPlace place) {
        assertThat(place.shape()).as("%s", place).isNotNull();
        return Plane.flat(place.shape(), ORIGIN);
    }

    private static void assertSureFromTo(FoundPlaces found, double from, double to) {
        assertThat(found.sure()).as("%s", found).isTrue();
        FoundPlace first = found.candidates().get(0);
        assertThat(first.precision()).isEqualTo(PlacePrecision.STREET);
        assertThat(flat(first).getEnvelopeInternal().getMinX()).isCloseTo(from, within(1.0));
        assertThat(flat(first).getEnvelopeInternal().getMaxX()).isCloseTo(to, within(1.0));
        assertThat(flat(first).getLength()).isCloseTo(to - from, within(2.0));
        assertThat(flat(first)
                        .distance(Plane.flat(
                                Plane.FACTORY.createPoint(new Coordinate(first.lon(), first.lat())), ORIGIN)))
                .isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storgatan mellan Kyrkogatan och Nygatan",
                "Storgatan, mellan Kyrkogatan och Nygatan",
                "Storgatan (mellan Nygatan och Kyrkogatan)",
                "mellan Kyrkogatan och Nygatan på Storgatan",
                "På Storgatan mellan Kyrkogatan och Nygatan",
                "STORGATAN MELLAN KYRKOGATAN OCH NYGATAN",
                "Storg. mellan Kyrkog. och Nyg.",
                "Storgattan mellan Kyrkgatan och Nygtan",
                "Storgatan, sträckan mellan Kyrkogatan & Nygatan",
                "Storgatan sträckan Kyrkogatan – Nygatan",
                "Storgatan, sträckan Kyrkogatan - Nygatan",
                "Storgatan från Kyrkogatan till Nygatan",
                "Storgatan mellan korsningen med Kyrkogatan och korsningen Nygatan",
                "Längs Storgatan mellan Kyrkogatan och Nygatan"
            })
    void a_street_between_two_others_is_the_part_between_the_crossings(String text) {
        assertSureFromTo(find(town(), text), 200, 500);
        assertThat(find(town(), text).candidates().get(0).name()).contains("Storgatan (", "Kyrkogatan", "Nygatan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storgatan mellan 12 och 18",
                "Storgatan mellan nr 12 och nr 18",
                "Storgatan, mellan nummer 12 och 18",
                "mellan Storgatan 12 och 18",
                "mellan Storgatan 12 och Storgatan 18",
                "Storgatan mellan 12-18",
                "Storgatan mellan Storgatan 12 och Storgatan 18",
                "mellan nr 12 och 18 på Storgatan",
                "Storgatan från 12 till 18",
                "i kvarteret mellan Storgatan 12 och Storgatan 18"
            })
    void a_street_between_two_houses_is_the_part_between_the_doors(String text) {
        assertSureFromTo(find(town(), text), 240, 360);
    }

    @Test
    void numbers_far_apart_are_the_part_between_them_and_not_one_of_them() {
        assertSureFromTo(find(town(), "Storgatan 3-39"), 60, 780);
    }

    @Test
    void a_house_and_a_crossing_bound_a_part_as_well() {
        assertSureFromTo(find(town(), "Storgatan mellan 30 och Ågatan"), 600, 900);
    }

    @Test
    void a_square_or_a_shop_at_the_street_bounds_a_part() {
        PlaceRegister register = town();
        Geometry square = Plane.FACTORY.toGeometry(new Envelope(lonLat(700, 10), lonLat(760, 60)));
        register.place("Torget", square);
        Coordinate shop = lonLat(100, 25);
        register.place("Konsum", Plane.FACTORY.createPoint(shop));

        FoundPlace toSquare = find(register, "Storgatan mellan Nygatan och Torget")
                .candidates()
                .get(0);
        FoundPlace fromShop = find(register, "Storgatan mellan Konsum och Nygatan")
                .candidates()
                .get(0);

        assertThat(flat(toSquare).getEnvelopeInternal().getMinX()).isCloseTo(500, within(1.0));
        assertThat(flat(toSquare).getEnvelopeInternal().getMaxX()).isBetween(699.0, 761.0);
        assertThat(flat(fromShop).getEnvelopeInternal().getMinX()).isCloseTo(100, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storgatan mellan Kyrkogatan och Xyzzyvägen",
                "Storgatan mellan 12 och 418",
                "Storgatan mellan Kyrkogatan och Borås",
                "Storgatan mellan Xyzzyvägen och Plughvägen"
            })
    void the_whole_street_is_proposed_when_an_end_is_not_found(String text) {
        FoundPlaces found = find(town(), text);

        assertThat(found.sure()).as("%s", found).isFalse();
        assertThat(found.candidates().get(0).name()).isEqualTo("Storgatan");
        assertThat(flat(found.candidates().get(0)).getLength()).isCloseTo(1_000, within(1.0));
    }

    @Test
    void a_street_that_ends_some_metres_short_of_another_bounds_it() {
        PlaceRegister register = town();
        street(register, "Gränden", 700, 10, 700, 100);

        assertSureFromTo(find(register, "Storgatan mellan Nygatan och Gränden"), 500, 700);
    }

    @Test
    void a_street_that_nearly_reaches_another_is_asked_about() {
        PlaceRegister register = town();
        street(register, "Gränden", 700, 40, 700, 100);

        FoundPlaces found = find(register, "Storgatan mellan Nygatan och Gränden");

        assertThat(found.sure()).as("%s", found).isFalse();
        assertThat(flat(found.candidates().get(0)).getEnvelopeInternal().getMaxX())
                .isCloseTo(700, within(1.0));
    }

    @Test
    void a_street_that_meets_another_twice_has_two_parts_and_somebody_is_asked() {
        PlaceRegister register = town();
        street(register, "Bågen", 100, 0, 100, 300, 800, 300, 800, 0);

        FoundPlaces found = find(register, "Storgatan mellan Bågen och Nygatan");

        assertThat(found.sure()).as("%s", found).isFalse();
        List<Double> lengths = found.candidates().stream()
                .map(candidate -> (double) Math.round(flat(candidate).getLength()))
                .toList();
        assertThat(lengths).contains(400.0, 300.0);
    }

    @Test
    void of_two_parts_one_within_the_other_the_shorter_is_likelier_and_somebody_is_asked() {
        PlaceRegister register = town();
        street(register, "Bågen", 20, 0, 20, 300, 400, 300, 400, 0);

        FoundPlaces found = find(register, "Storgatan mellan Bågen och Ågatan");

        assertThat(found.sure()).as("%s", found).isFalse();
        assertThat(flat(found.candidates().get(0)).getLength()).isCloseTo(500, within(1.0));
        assertThat(flat(found.candidates().get(1)).getLength()).isCloseTo(880, within(1.0));
    }

    @Test
    void both_sides_of_a_roundabout_belong_to_the_part() {
        PlaceRegister register = new PlaceRegister();
        street(register, "Storgatan", 0, 0, 485, 0);
        street(register, "Storgatan", 515, 0, 1_000, 0);
        street(register, "Storgatan", 485, 0, 490, 11, 500, 15, 510, 11, 515, 0);
        street(register, "Storgatan", 515, 0, 510, -11, 500, -15, 490, -11, 485, 0);
        street(register, "Kyrkogatan", 200, -200, 200, 200);
        street(register, "Ågatan", 900, -300, 900, 0);

        FoundPlaces found = find(register, "Storgatan mellan Kyrkogatan och Ågatan");

        assertThat(found.sure()).as("%s", found).isTrue();
        Geometry part = flat(found.candidates().get(0));
        assertThat(part.getEnvelopeInternal().getMinX()).isCloseTo(200, within(1.0));
        assertThat(part.getEnvelopeInternal().getMaxX()).isCloseTo(900, within(1.0));
        assertThat(part.getEnvelopeInternal().getMinY()).isCloseTo(-15, within(0.5));
        assertThat(part.getEnvelopeInternal().getMaxY()).isCloseTo(15, within(0.5));
    }

    @Test
    void a_street_goes_on_behind_a_roundabout_that_has_a_name_of_its_own() {
        PlaceRegister register = new PlaceRegister();
        street(register, "Storgatan", 0, 0, 480, 0);
        street(register, "Storgatan", 520, 0, 1_000, 0);
        street(register, "Rondellen", 480, 0, 500, 20, 520, 0, 500, -20, 480, 0);
        street(register, "Kyrkogatan", 200, -200, 200, 200);
        street(register, "Ågatan", 900, -300, 900, 0);

        FoundPlaces found = find(register, "Storgatan mellan Kyrkogatan och Ågatan");

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(flat(found.candidates().get(0)).getEnvelopeInternal().getWidth())
                .isCloseTo(700, within(2.0));
    }

    @Test
    void both_carriageways_belong_to_the_part() {
        PlaceRegister register = new PlaceRegister();
        street(register, "Leden", 0, 6, 1_000, 6);
        street(register, "Leden", 1_000, -6, 0, -6);
        street(register, "Kyrkogatan", 200, -200, 200, 200);
        street(register, "Ågatan", 900, -300, 900, 30);

        FoundPlaces found = find(register, "Leden mellan Kyrkogatan och Ågatan");

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(flat(found.candidates().get(0)).getLength()).isCloseTo(1_400, within(4.0));
    }

    @Test
    void a_street_that_does_not_hang_together_has_no_part_between_its_parts() {
        PlaceRegister register = new PlaceRegister();
        street(register, "Storgatan", 0, 0, 400, 0);
        street(register, "Storgatan", 600, 0, 1_000, 0);
        street(register, "Kyrkogatan", 200, -200, 200, 200);
        street(register, "Ågatan", 900, -300, 900, 0);

        FoundPlaces found = find(register, "Storgatan mellan Kyrkogatan och Ågatan");

        assertThat(found.sure()).as("%s", found).isFalse();
        assertThat(flat(found.candidates().get(0)).getLength()).isCloseTo(800, within(1.0));
    }

    @Test
    void between_two_streets_alone_the_streets_that_lead_from_one_to_the_other_are_proposed() {
        FoundPlaces found = find(town(), "mellan Kyrkogatan och Nygatan");

        assertThat(found.sure()).as("%s", found).isFalse();
        assertThat(found.candidates().get(0).name()).isEqualTo("Storgatan (Kyrkogatan – Nygatan)");
        assertThat(find(town(), "korsningen mellan Kyrkogatan och Storgatan").sure())
                .isTrue();
        assertThat(find(town(), "korsningen mellan Kyrkogatan och Storgatan")
                        .candidates()
                        .get(0)
                        .precision())
                .isEqualTo(PlacePrecision.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mitt emot Storgatan 12",
                "mittemot Storgatan 12",
                "bakom Storgatan 12",
                "bredvid Storgatan 12",
                "nedanför Storgatan 12",
                "mitt för Storgatan 12",
                "intill Storgatan 12",
                "utanför Storgatan 12"
            })
    void beside_a_house_is_where_the_house_is(String text) {
        FoundPlaces found = find(town(), text);

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).name()).isEqualTo("Storgatan 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"norr om Storgatan 12", "strax söder om Storgatan", "200 m öster om Kyrkogatan"})
    void in_some_direction_from_a_place_is_asked_about(String text) {
        FoundPlaces found = find(town(), text);

        assertThat(found.sure()).as("%s", found).isFalse();
        assertThat(found.candidates()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rondellen Storgatan/Nygatan",
                "i korsningen Storgatan/Nygatan",
                "vid hörnet Storgatan och Nygatan",
                "T-korsningen Storgatan Nygatan"
            })
    void a_crossing_by_whatever_name_is_a_point(String text) {
        FoundPlaces found = find(town(), text);

        assertThat(found.sure()).as("%s", found).isTrue();
        assertThat(found.candidates().get(0).precision()).isEqualTo(PlacePrecision.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 1_000, 50_000})
    void long_and_strange_texts_are_answered(int times) {
        RegisterFinder finder = town().build();
        for (String part : List.of(
                "mellan ",
                "mellan och ",
                "och mellan ",
                "Storgatan mellan ",
                "från till ",
                "12 och ",
                "mellan 12 och 18 på ",
                "(mellan ",
                ", mellan a och b",
                "sträckan - ",
                "från - – ")) {
            assertThat(finder.find(new WrittenPlace(part.repeat(times), "", "")).candidates())
                    .hasSizeLessThanOrEqualTo(8);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 77})
    void in_an_invented_town_a_part_lies_on_its_street_and_ends_at_its_crossings(long seed) {
        List<BaseFeature> town = DemoTown.generate(seed).base();
        RegisterFinder finder = BaseNames.register(town).build();
        Map<String, Envelope> streets = new TreeMap<>();
        for (BaseFeature feature : town) {
            if (feature.role() == BaseRole.ROADS && !feature.name().isEmpty()) {
                streets.computeIfAbsent(feature.name(), any -> new Envelope())
                        .expandToInclude(feature.geometry().getEnvelopeInternal());
            }
        }
        List<String> wrong = new ArrayList<>();
        int sure = 0;
        int asked = 0;
        for (String street : streets.keySet()) {
            List<FoundPlace> met = new ArrayList<>();
            for (String other : streets.keySet()) {
                if (other.equals(street)
                        || met.size() == 3
                        || !streets.get(street).intersects(streets.get(other))) {
                    continue;
                }
                FoundPlaces crossing = finder.find(new WrittenPlace(street + "/" + other, "", ""));
                if (crossing.sure()) {
                    met.add(crossing.candidates().get(0));
                }
            }
            for (int i = 1; i < met.size(); i++) {
                String one = met.get(i - 1).name().replace(street + " / ", "");
                String other = met.get(i).name().replace(street + " / ", "");
                FoundPlaces part = finder.find(new WrittenPlace(
                        String.format(Locale.ROOT, "%s mellan %s och %s", street, one, other), "", ""));
                asked++;
                if (part.sure()) {
                    sure++;
                    FoundPlace first = part.candidates().get(0);
                    boolean ends = first.shape() != null
                            && isAt(first.shape(), met.get(i - 1))
                            && isAt(first.shape(), met.get(i));
                    if (!first.name().startsWith(street + " (") || !ends) {
                        wrong.add(street + " mellan " + one + " och " + other + ": " + part + met);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(30);
        assertThat(wrong).isEmpty();
        assertThat(sure).as("of %d", asked).isGreaterThan(asked * 8 / 10);
    }

    /** Crossings nearer than 60 m to each other are one, in the middle between them. */
    private static boolean isAt(Geometry part, FoundPlace crossing) {
        Coordinate there = new Coordinate(crossing.lon(), crossing.lat());
        Geometry metres = Plane.flat(part, there);
        return metres.distance(Plane.FACTORY.createPoint(new Coordinate(0, 0))) <= 30;
    }
}
