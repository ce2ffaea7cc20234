package se.lageskarta.geo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.PoissonComparison.Status;
import se.lageskarta.geo.survey.UnsafePlaces;

/** What was planted in the town is what the analysis finds, with nothing chosen by hand. */
class DemoAnalysisTest {
    private static final double NEAR_METRES = 45;
    private static final Map<Long, DemoTown> TOWNS = new ConcurrentHashMap<>();
    private static final IncidentFilter THIS_YEAR =
            IncidentFilter.ALL.during(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 10, 31));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 2026})
    void over_three_years_every_planted_place_is_a_hotspot_and_leads_the_list(long seed) {
        DemoTown town = TOWNS.computeIfAbsent(seed, DemoTown::generate);
        List<Hotspot> hotspots = crime(town, IncidentFilter.ALL);
        List<PlantedHotspot> withCrime =
                town.planted().stream().filter(place -> place.crimes() > 0).toList();
        for (PlantedHotspot place : withCrime) {
            assertThat(hotspots)
                    .filteredOn(hotspot -> hotspot.rank() <= withCrime.size() + 2)
                    .as(place.name())
                    .anyMatch(hotspot -> isAt(hotspot, place));
        }
        assertThat(hotspots).hasSizeLessThan(withCrime.size() + 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 34})
    void a_file_that_does_not_tell_how_well_places_are_known_gives_the_same_hotspots(long seed) {
        DemoTown town = TOWNS.computeIfAbsent(seed, DemoTown::generate);
        Incidents.Builder untold =
                Incidents.builder(town.crs(), town.incidents().size());
        for (Incident row : town.incidents()) {
            TimeSpan time = row.time();
            untold.add(
                    0, 0, row.x(), row.y(), PlacePrecision.ADDRESS, time.fromMinute(), time.toMinute(), row.type(), 1);
        }
        long unplaced = town.incidents().stream()
                .filter(row -> !row.precision().allowsPointMethods())
                .count();
        HotspotResult result = HotspotAnalysis.crime(untold.build(), IncidentFilter.ALL, HotspotOptions.AUTOMATIC);
        assertThat(result.excluded()).containsExactly(new Count("place-default", (int) unplaced));
        assertThat(result.hotspots())
                .extracting(Hotspot::id)
                .isEqualTo(crime(town, IncidentFilter.ALL).stream()
                        .map(Hotspot::id)
                        .toList());
    }

    @Test
    void compared_with_earlier_years_one_place_grows_one_is_new_one_fades_and_the_rest_persist() {
        DemoTown town = TOWNS.computeIfAbsent(1L, DemoTown::generate);
        Map<String, Status> found = crime(town, THIS_YEAR).stream()
                .filter(hotspot -> nearest(town, hotspot) != null)
                .collect(Collectors.toMap(
                        hotspot ->
                                Objects.requireNonNull(nearest(town, hotspot)).name(),
                        hotspot -> Objects.requireNonNull(hotspot.comparison()).status()));
        assertThat(found)
                .containsEntry("Ekbackens skola", Status.GROWING)
                .containsEntry("Sjöparken", Status.NEW)
                .containsEntry("Resecentrum", Status.PERSISTENT)
                .containsEntry("Norrgårdens centrum", Status.PERSISTENT);
        assertThat(found.getOrDefault("Södra industriområdet", Status.FADING)).isEqualTo(Status.FADING);
    }

    @Test
    void a_place_that_has_faded_below_a_hotspot_is_listed_as_gone() {
        DemoTown town = DemoTown.generate(107);
        Incidents.Builder builder =
                Incidents.builder(town.crs(), town.incidents().size());
        town.incidents().forEach(builder::add);
        HotspotResult result = HotspotAnalysis.crime(builder.build(), THIS_YEAR, HotspotOptions.AUTOMATIC);
        assertThat(result.gone())
                .filteredOn(hotspot -> nearest(town, hotspot) != null)
                .extracting(hotspot ->
                        Objects.requireNonNull(nearest(town, hotspot)).name())
                .containsExactly("Södra industriområdet");
        assertThat(result.hotspots()).noneMatch(hotspot -> {
            PlantedHotspot place = nearest(town, hotspot);
            return place != null && place.name().equals("Södra industriområdet");
        });
    }

    @Test
    void the_survey_points_at_the_planted_places_and_at_no_other() {
        DemoTown town = TOWNS.computeIfAbsent(1L, DemoTown::generate);
        List<Hotspot> unsafe = HotspotAnalysis.unsafety(
                        new UnsafePlaces(town.crs(), town.survey()), IncidentFilter.ALL, HotspotOptions.AUTOMATIC)
                .hotspots();
        List<PlantedHotspot> avoided =
                town.planted().stream().filter(place -> place.marks() > 0).toList();
        for (PlantedHotspot place : avoided) {
            assertThat(unsafe).as(place.name()).anyMatch(hotspot -> isAt(hotspot, place));
        }
        assertThat(unsafe).hasSameSizeAs(avoided);
    }

    private static List<Hotspot> crime(DemoTown town, IncidentFilter filter) {
        Incidents.Builder builder =
                Incidents.builder(town.crs(), town.incidents().size());
        town.incidents().forEach(builder::add);
        return HotspotAnalysis.crime(builder.build(), filter, HotspotOptions.AUTOMATIC)
                .hotspots();
    }

    private static PlantedHotspot nearest(DemoTown town, Hotspot hotspot) {
        return town.planted().stream()
                .filter(place -> place.crimes() > 0 && isAt(hotspot, place))
                .findFirst()
                .orElse(null);
    }

    private static boolean isAt(Hotspot hotspot, PlantedHotspot place) {
        return Math.hypot(hotspot.centreX() - place.x(), hotspot.centreY() - place.y()) < NEAR_METRES;
    }
}
