package se.lageskarta.geo.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import se.lageskarta.geo.demo.DemoTown;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseNames;
import se.lageskarta.geo.read.BaseRole;

/** The figures of the geocoder, on invented towns other than those it was tried out on. */
class MisspellingTest {
    private static final int ASKED = 8_000;
    private static final double RIGHT_METRES = 60;

    @ParameterizedTest
    @ValueSource(longs = {20261122, 77, 4711, 90210})
    void what_is_accepted_of_addresses_with_one_slip_is_right(long seed) {
        List<BaseFeature> town = DemoTown.generate(seed).base();

        Tally tally = ask(town, addresses(town, street -> true), seed, 1);

        assertThat(tally.rightOfSure()).as("%s", tally).isGreaterThanOrEqualTo(0.98);
        assertThat(tally.wrong()).as("%s", tally).isLessThan(0.005);
        assertThat(tally.accepted()).as("%s", tally).isGreaterThanOrEqualTo(0.85);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 4711})
    void what_is_accepted_of_addresses_with_two_slips_is_right(long seed) {
        List<BaseFeature> town = DemoTown.generate(seed).base();

        Tally tally = ask(town, addresses(town, street -> true), seed, 2);

        assertThat(tally.rightOfSure()).as("%s", tally).isGreaterThanOrEqualTo(0.98);
        assertThat(tally.wrong()).as("%s", tally).isLessThan(0.005);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 4711})
    void streets_that_are_not_in_the_register_are_seldom_taken_for_others(long seed) {
        List<BaseFeature> town = DemoTown.generate(seed).base();
        Set<String> missing = someStreets(town, seed);
        List<BaseFeature> known = town.stream()
                .filter(feature -> !missing.contains(streetOf(feature)))
                .toList();

        Tally written = ask(known, addresses(town, missing::contains), seed, 0);
        Tally misspelt = ask(known, addresses(town, missing::contains), seed, 1);

        assertThat(written.accepted()).as("%s", written).isLessThan(0.01);
        assertThat(misspelt.accepted()).as("%s", misspelt).isLessThan(0.015);
    }

    /**
     * What came of the questions.
     *
     * @param sure how many were accepted without asking anybody
     * @param right how many of these are where the address is
     * @param mistakes some of the others
     */
    private record Tally(int asked, int sure, int right, List<String> mistakes) {
        double accepted() {
            return (double) sure / asked;
        }

        double rightOfSure() {
            return sure == 0 ? 1 : (double) right / sure;
        }

        double wrong() {
            return (double) (sure - right) / asked;
        }
    }

    private static Tally ask(List<BaseFeature> known, List<BaseFeature> addresses, long seed, int slips) {
        PlaceFinder finder = BaseNames.register(known).build();
        SplittableRandom random = new SplittableRandom(seed + slips);
        Slips writer = new Slips(random);
        int sure = 0;
        int right = 0;
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            BaseFeature address = addresses.get(random.nextInt(addresses.size()));
            String name = streetOf(address);
            for (int slip = 0; slip < slips; slip++) {
                name = writer.slip(name);
            }
            String text = writer.form(name, address.attributes().getOrDefault("number", ""));
            FoundPlaces found = finder.find(new WrittenPlace(text, "", ""));
            if (found.sure()) {
                FoundPlace first = found.candidates().get(0);
                Coordinate there = address.geometry().getCoordinate();
                boolean here = Plane.metres(new Coordinate(first.lon(), first.lat()), there) <= RIGHT_METRES;
                sure++;
                right += here ? 1 : 0;
                if (!here && mistakes.size() < 20) {
                    mistakes.add(address.name() + " as '" + text + "' is taken for " + first.name());
                }
            }
        }
        return new Tally(ASKED, sure, right, mistakes);
    }

    private static String streetOf(BaseFeature feature) {
        return feature.role() == BaseRole.ADDRESSES ? feature.attributes().getOrDefault("street", "") : feature.name();
    }

    private static List<BaseFeature> addresses(List<BaseFeature> town, Predicate<String> street) {
        return town.stream()
                .filter(feature -> feature.role() == BaseRole.ADDRESSES && street.test(streetOf(feature)))
                .toList();
    }

    private static Set<String> someStreets(List<BaseFeature> town, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> some = new TreeSet<>();
        for (BaseFeature feature : town) {
            if (feature.role() == BaseRole.ROADS && !feature.name().isEmpty() && random.nextInt(5) == 0) {
                some.add(feature.name());
            }
        }
        return some;
    }
}
