package se.lageskarta.geo.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.stats.PoissonComparison.Status;

class SpotTracksTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Test
    void a_place_seen_for_the_first_time_is_no_spot_yet() {
        assertThat(match(List.of(), box(0, 0, 100, 100))).containsExactly(new SpotMatch(null, 0, List.of()));
    }

    @Test
    void the_same_outline_is_the_same_spot() {
        assertThat(match(List.of(seen(7, MAY, box(0, 0, 100, 100))), box(0, 0, 100, 100)))
                .containsExactly(new SpotMatch(7L, 1, List.of()));
    }

    @Test
    void three_tenths_of_the_union_are_enough_and_less_is_not_when_the_middles_are_far_apart() {
        List<SpotSighting> known = List.of(seen(1, MAY, box(0, 0, 1300, 100)));
        assertThat(spots(match(known, box(700, 0, 2000, 100)))).containsExactly(1L); // 600 of 2000
        assertThat(spots(match(known, box(702, 0, 2002, 100)))).containsExactly((Long) null);
    }

    @Test
    void middles_within_a_hundred_metres_are_enough_without_any_overlap() {
        List<SpotSighting> known = List.of(seen(1, MAY, box(0, 0, 20, 20)));
        assertThat(spots(match(known, box(100, 0, 120, 20)))).containsExactly(1L);
        assertThat(spots(match(known, box(101, 0, 121, 20)))).containsExactly((Long) null);
    }

    @Test
    void of_the_parts_of_a_spot_that_splits_the_one_that_covers_most_of_it_keeps_the_number() {
        List<SpotSighting> known = List.of(seen(1, MAY, box(0, 0, 300, 100)));
        assertThat(spots(match(known, box(0, 0, 120, 100), box(140, 0, 300, 100))))
                .containsExactly(null, 1L);
    }

    @Test
    void spots_that_merge_become_the_largest_of_them_and_the_others_are_named() {
        List<SpotSighting> known = List.of(
                seen(1, MAY, box(0, 0, 40, 100)),
                seen(2, MAY, box(60, 0, 260, 100)),
                seen(3, MAY, box(280, 0, 300, 100)),
                seen(4, MAY, box(900, 0, 1000, 100)));
        assertThat(match(known, box(0, 0, 300, 100)))
                .containsExactly(new SpotMatch(2L, 20_000.0 / 30_000, List.of(1L, 3L)));
    }

    @Test
    void a_spot_with_a_hotspot_of_its_own_is_not_said_to_be_merged_into_another() {
        List<SpotSighting> known = List.of(seen(1, MAY, box(0, 0, 100, 100)), seen(2, MAY, box(90, 0, 190, 100)));
        assertThat(match(known, box(0, 0, 110, 100), box(100, 0, 190, 100)))
                .extracting(SpotMatch::merged)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void a_spot_is_recognised_after_two_years_and_not_after_more() {
        List<SpotSighting> known = List.of(seen(1, JUNE.minusMonths(24), box(0, 0, 100, 100)));
        assertThat(spots(match(known, box(0, 0, 100, 100)))).containsExactly(1L);
        List<SpotSighting> old = List.of(seen(1, JUNE.minusMonths(25), box(0, 0, 100, 100)));
        assertThat(spots(match(old, box(0, 0, 100, 100)))).containsExactly((Long) null);
    }

    @Test
    void a_month_that_is_looked_at_after_later_ones_recognises_what_was_seen_later() {
        assertThat(spots(match(List.of(seen(1, JUNE.plusMonths(3), box(0, 0, 100, 100))), box(0, 0, 100, 100))))
                .containsExactly(1L);
    }

    @Test
    void where_a_spot_was_last_counts_before_where_it_was_earlier() {
        List<SpotSighting> known = List.of(
                seen(1, MAY.minusMonths(1), box(0, 0, 100, 100)),
                seen(1, MAY, box(60, 0, 160, 100)),
                seen(2, MAY, box(0, 0, 50, 100)));
        assertThat(spots(match(known, box(60, 0, 160, 100), box(0, 0, 50, 100))))
                .containsExactly(1L, 2L);
    }

    @Test
    void a_place_that_shrank_for_a_month_is_recognised_where_it_was_before() {
        List<SpotSighting> known =
                List.of(seen(1, MAY.minusMonths(1), box(0, 0, 1000, 100)), seen(1, MAY, box(900, 0, 1000, 100)));
        assertThat(spots(match(known, box(0, 0, 1000, 100)))).containsExactly(1L);
    }

    @Test
    void the_nearest_in_time_are_settled_before_older_sightings_are_tried() {
        List<SpotSighting> known = List.of(
                seen(1, MAY.minusMonths(6), box(0, 0, 100, 100)),
                seen(1, MAY, box(1000, 0, 1100, 100)),
                seen(2, MAY, box(0, 0, 60, 100)));
        assertThat(spots(match(known, box(0, 0, 100, 100), box(1000, 0, 1100, 100))))
                .containsExactly(2L, 1L);
    }

    @Test
    void agrees_with_looking_at_all_pairs_whatever_the_order() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<SpotSighting> known = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                known.add(seen(i + 1, MAY, randomBox(random)));
            }
            List<Geometry> found = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                found.add(randomBox(random));
            }
            Map<Geometry, Long> expected = byAllPairs(known, found);
            for (int order = 0; order < 3; order++) {
                Collections.shuffle(known, new Random(seed + order));
                Collections.shuffle(found, new Random(seed - order));
                List<SpotMatch> matches =
                        SpotTracks.of(known, SpotOptions.DEFAULT).match(JUNE, found);
                for (int i = 0; i < found.size(); i++) {
                    assertThat(matches.get(i).spot())
                            .as("seed " + seed + " order " + order + " " + found.get(i))
                            .isEqualTo(expected.get(found.get(i)));
                }
            }
        }
    }

    @Test
    void no_two_hotspots_are_one_spot_and_every_link_keeps_the_rule() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<SpotSighting> known = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                known.add(seen(i % 10, MAY.minusMonths(i / 10), randomBox(random)));
            }
            List<Geometry> found = IntStream.range(0, 15)
                    .mapToObj(i -> (Geometry) randomBox(random))
                    .toList();
            List<SpotMatch> matches = SpotTracks.of(known, SpotOptions.DEFAULT).match(JUNE, found);
            Set<Long> taken = new HashSet<>();
            for (int i = 0; i < found.size(); i++) {
                Long spot = matches.get(i).spot();
                Geometry outline = found.get(i);
                if (spot != null) {
                    assertThat(taken.add(spot)).as("seed " + seed).isTrue();
                    assertThat(known)
                            .as("seed " + seed)
                            .anyMatch(one -> one.spot() == spot && mayBe(one.outline(), outline));
                }
            }
        }
    }

    @Test
    void refuses_what_is_no_outline_and_a_spot_that_is_at_two_places() {
        Geometry line = FACTORY.createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(1, 1)});
        assertThatThrownBy(() -> seen(1, MAY, line)).hasMessageContaining("must be an area");
        assertThatThrownBy(() -> match(List.of(), FACTORY.createPolygon())).hasMessageContaining("must be an area");
        List<SpotSighting> twice = List.of(seen(1, MAY, box(0, 0, 1, 1)), seen(1, MAY, box(5, 5, 6, 6)));
        assertThatThrownBy(() -> SpotTracks.of(twice, SpotOptions.DEFAULT))
                .hasMessageContaining("two outlines in 2026-05");
        assertThatThrownBy(() -> new SpotOptions(0, 100, 24)).hasMessageContaining("leastOverlap is 0.0");
        assertThatThrownBy(() -> new SpotOptions(0.3, -1, 24)).hasMessageContaining("nearMetres is -1.0");
        assertThatThrownBy(() -> new SpotOptions(0.3, 100, 0)).hasMessageContaining("rememberedMonths is 0");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void growing_and_fading_are_only_said_when_the_test_says_so(Status trend) {
        SpotStatus expected =
                switch (trend) {
                    case NEW, GROWING -> SpotStatus.GROWING;
                    case FADING, GONE -> SpotStatus.FADING;
                    default -> SpotStatus.PERSISTENT;
                };
        assertThat(SpotStatus.of(true, true, false, trend)).isEqualTo(expected);
        assertThat(SpotStatus.of(true, false, false, trend)).isEqualTo(SpotStatus.NEW);
        assertThat(SpotStatus.of(true, true, true, trend)).isEqualTo(SpotStatus.RETURNED);
        assertThat(SpotStatus.of(false, true, false, trend)).isEqualTo(SpotStatus.GONE);
    }

    /** The rule read aloud: of all pairs of a free spot and a free hotspot take the best, until none is left. */
    private static Map<Geometry, Long> byAllPairs(List<SpotSighting> known, List<Geometry> found) {
        List<SpotSighting> spots = new ArrayList<>(known);
        List<Geometry> hotspots = new ArrayList<>(found);
        Map<Geometry, Long> links = new HashMap<>();
        while (true) {
            SpotSighting spot = null;
            Geometry hotspot = null;
            for (SpotSighting one : spots) {
                for (Geometry other : hotspots) {
                    if (mayBe(one.outline(), other)
                            && (spot == null || isSurer(one.outline(), other, spot.outline(), hotspot))) {
                        spot = one;
                        hotspot = other;
                    }
                }
            }
            if (spot == null || hotspot == null) {
                return links;
            }
            links.put(hotspot, spot.spot());
            spots.remove(spot);
            hotspots.remove(hotspot);
        }
    }

    private static boolean mayBe(Geometry one, Geometry other) {
        double shared = shared(one, other);
        return shared / (one.getArea() + other.getArea() - shared) >= 0.3
                || one.getCentroid().distance(other.getCentroid()) <= 100;
    }

    private static boolean isSurer(Geometry a, Geometry b, Geometry than, @Nullable Geometry thanOther) {
        if (thanOther == null) {
            return true;
        }
        double shared = Math.rint(shared(a, b));
        double thanShared = Math.rint(shared(than, thanOther));
        if (shared != thanShared) {
            return shared > thanShared;
        }
        int byOverlap = Double.compare(
                shared / (a.getArea() + b.getArea()), thanShared / (than.getArea() + thanOther.getArea()));
        return byOverlap != 0
                ? byOverlap > 0
                : a.getCentroid().distance(b.getCentroid()) < than.getCentroid().distance(thanOther.getCentroid());
    }

    private static double shared(Geometry one, Geometry other) {
        Envelope both = one.getEnvelopeInternal().intersection(other.getEnvelopeInternal());
        return both.isNull() ? 0 : both.getArea();
    }

    private static List<SpotMatch> match(List<SpotSighting> known, Geometry... found) {
        return SpotTracks.of(known, SpotOptions.DEFAULT).match(JUNE, List.of(found));
    }

    private static List<@Nullable Long> spots(List<SpotMatch> matches) {
        List<@Nullable Long> spots = new ArrayList<>();
        matches.forEach(match -> spots.add(match.spot()));
        return spots;
    }

    private static SpotSighting seen(long spot, YearMonth month, Geometry outline) {
        return new SpotSighting(spot, month, outline);
    }

    private static Geometry box(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    private static Geometry randomBox(SplittableRandom random) {
        double west = random.nextDouble(1200);
        double south = random.nextDouble(600);
        return box(west, south, west + random.nextDouble(20, 400), south + random.nextDouble(20, 400));
    }
}
