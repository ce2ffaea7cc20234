package se.lageskarta.geo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.SpotMatch;
import se.lageskarta.geo.hotspot.SpotOptions;
import se.lageskarta.geo.hotspot.SpotSighting;
import se.lageskarta.geo.hotspot.SpotTracks;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;

/**
 * Places of the demo town keep their numbers over its months, each looked at with the twelve months that end with it:
 * 36 of them, from its first January to the December after its last incident.
 */
class DemoSpotsTest {
    private static final YearMonth FIRST = YearMonth.from(IncidentStory.FIRST_DAY);
    private static final int MONTHS = 36;
    /** What is promised: at least so many of a hundred numbers stay when one row in ten is dropped or comes twice. */
    private static final double KEPT = 0.95;

    private static final DemoTown TOWN = DemoTown.generate(1);

    private static Register told;

    /** Hotspots by month, the number of each, and everything that was seen. */
    private record Register(
            TreeMap<YearMonth, List<Geometry>> hotspots,
            TreeMap<YearMonth, List<Long>> numbers,
            List<SpotSighting> sightings) {}

    @BeforeAll
    static void register() {
        told = register(analyse(incidents(0, 0, 0)));
    }

    @Test
    void a_handful_of_places_explains_all_months() {
        assertThat(told.numbers).hasSize(MONTHS);
        long hotspots = told.numbers.values().stream().mapToLong(List::size).sum();
        long spots =
                told.numbers.values().stream().flatMap(List::stream).distinct().count();
        assertThat(hotspots).isGreaterThan(200);
        assertThat(spots).isLessThan(hotspots / 15);
    }

    @Test
    void a_rerun_of_any_month_gives_every_hotspot_the_number_it_had_whatever_the_order() {
        SpotTracks tracks = SpotTracks.of(told.sightings, SpotOptions.DEFAULT);
        told.hotspots.forEach((month, hotspots) -> {
            List<Geometry> shuffled = new ArrayList<>(hotspots);
            Collections.shuffle(shuffled, new Random(month.hashCode()));
            List<SpotMatch> matches = tracks.match(month, shuffled);
            for (int i = 0; i < shuffled.size(); i++) {
                assertThat(matches.get(i).spot())
                        .isEqualTo(told.numbers.get(month).get(hotspots.indexOf(shuffled.get(i))));
            }
        });
    }

    @ParameterizedTest(name = "seed {0}, {1} dropped, {2} twice")
    @CsvSource({"1, 0.1, 0", "2, 0, 0.1", "3, 0.1, 0.1"})
    void numbers_stay_when_one_row_in_ten_is_dropped_or_comes_twice(long seed, double dropped, double twice) {
        TreeMap<YearMonth, List<Geometry>> changed = analyse(incidents(seed, dropped, twice));
        assertThat(keptWhenMonthsAreLookedThroughAgain(changed))
                .as("every number of every month, also of hotspots that the change has ended")
                .isGreaterThanOrEqualTo(KEPT);
        assertThat(keptFromTheMonthsBefore(changed))
                .as("hotspots of a month whose numbers come from the months before")
                .isGreaterThanOrEqualTo(KEPT);
        assertThat(keptBetween(told, register(changed)))
                .as("two registers, one of each data, that know nothing of one another")
                .isGreaterThanOrEqualTo(KEPT);
    }

    private static double keptWhenMonthsAreLookedThroughAgain(TreeMap<YearMonth, List<Geometry>> changed) {
        SpotTracks tracks = SpotTracks.of(told.sightings, SpotOptions.DEFAULT);
        int kept = 0;
        int all = 0;
        for (YearMonth month : changed.keySet()) {
            List<SpotMatch> matches = tracks.match(month, changed.get(month));
            for (Long number : told.numbers.get(month)) {
                kept += matches.stream().anyMatch(match -> number.equals(match.spot())) ? 1 : 0;
                all++;
            }
        }
        return (double) kept / all;
    }

    private static double keptFromTheMonthsBefore(TreeMap<YearMonth, List<Geometry>> changed) {
        int kept = 0;
        int all = 0;
        for (YearMonth month : changed.keySet()) {
            List<SpotSighting> before = told.sightings.stream()
                    .filter(one -> one.month().isBefore(month))
                    .toList();
            List<SpotMatch> matches = SpotTracks.of(before, SpotOptions.DEFAULT).match(month, changed.get(month));
            long[] same = sameHotspots(told.hotspots.get(month), changed.get(month));
            for (int i = 0; i < same.length; i++) {
                if (same[i] >= 0) {
                    long number = told.numbers.get(month).get((int) same[i]);
                    boolean known = before.stream().anyMatch(one -> one.spot() == number);
                    Long given = matches.get(i).spot();
                    kept += known ? given != null && given == number ? 1 : 0 : given == null ? 1 : 0;
                    all++;
                }
            }
        }
        return (double) kept / all;
    }

    /** The part of the hotspots both have whose numbers are each other's usual counterpart. */
    private static double keptBetween(Register one, Register other) {
        List<long[]> pairs = new ArrayList<>();
        for (YearMonth month : one.hotspots.keySet()) {
            long[] same = sameHotspots(one.hotspots.get(month), other.hotspots.get(month));
            for (int i = 0; i < same.length; i++) {
                if (same[i] >= 0) {
                    pairs.add(new long[] {
                        one.numbers.get(month).get((int) same[i]),
                        other.numbers.get(month).get(i)
                    });
                }
            }
        }
        Map<Long, Long> there = usual(pairs, 0, 1);
        Map<Long, Long> back = usual(pairs, 1, 0);
        long kept = pairs.stream()
                .filter(pair -> there.get(pair[0]) == pair[1] && back.get(pair[1]) == pair[0])
                .count();
        return (double) kept / pairs.size();
    }

    private static Map<Long, Long> usual(List<long[]> pairs, int from, int to) {
        Map<Long, TreeMap<Long, Integer>> counts = new HashMap<>();
        pairs.forEach(pair ->
                counts.computeIfAbsent(pair[from], any -> new TreeMap<>()).merge(pair[to], 1, Integer::sum));
        Map<Long, Long> usual = new HashMap<>();
        counts.forEach((number, others) -> usual.put(
                number,
                others.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return usual;
    }

    /** For each hotspot of the second list its place in the first; -1 when it is not there. */
    private static long[] sameHotspots(List<Geometry> first, List<Geometry> second) {
        List<SpotSighting> numbered = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            numbered.add(new SpotSighting(i, FIRST, first.get(i)));
        }
        return SpotTracks.of(numbered, SpotOptions.DEFAULT).match(FIRST, second).stream()
                .mapToLong(match -> match.spot() == null ? -1 : match.spot())
                .toArray();
    }

    private static Register register(TreeMap<YearMonth, List<Geometry>> hotspots) {
        Register register = new Register(hotspots, new TreeMap<>(), new ArrayList<>());
        long next = 1;
        for (YearMonth month : hotspots.keySet()) {
            List<Long> numbers = new ArrayList<>();
            for (SpotMatch match :
                    SpotTracks.of(register.sightings, SpotOptions.DEFAULT).match(month, hotspots.get(month))) {
                numbers.add(match.spot() == null ? Long.valueOf(next++) : match.spot());
            }
            for (int i = 0; i < numbers.size(); i++) {
                register.sightings.add(new SpotSighting(
                        numbers.get(i), month, hotspots.get(month).get(i)));
            }
            register.numbers.put(month, numbers);
        }
        return register;
    }

    private static TreeMap<YearMonth, List<Geometry>> analyse(Incidents all) {
        TreeMap<YearMonth, List<Geometry>> months = new TreeMap<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            IncidentFilter year =
                    IncidentFilter.ALL.during(month.minusMonths(11).atDay(1), month.atEndOfMonth());
            months.put(
                    month,
                    HotspotAnalysis.crime(all, year, HotspotOptions.AUTOMATIC.comparing(false)).hotspots().stream()
                            .map(Hotspot::outline)
                            .toList());
        }
        return months;
    }

    private static Incidents incidents(long seed, double dropped, double twice) {
        SplittableRandom random = new SplittableRandom(seed);
        Incidents.Builder rows = Incidents.builder(TOWN.crs(), TOWN.incidents().size());
        for (Incident row : TOWN.incidents()) {
            double chance = random.nextDouble();
            if (chance >= dropped) {
                rows.add(row);
            }
            if (chance >= dropped && chance < dropped + twice) {
                rows.add(row);
            }
        }
        return rows.build();
    }
}
