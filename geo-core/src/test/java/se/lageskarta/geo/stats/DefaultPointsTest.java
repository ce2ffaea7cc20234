package se.lageskarta.geo.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.demo.DemoTown;
import se.lageskarta.geo.demo.PlantedHotspot;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

class DefaultPointsTest {
    private static final double FOREST_X = 696_690;
    private static final double FOREST_Y = 6_867_345;
    private static final double SQUARE_X = 699_020.3;
    private static final double SQUARE_Y = 6_870_030.2;

    private static final Map<Long, DemoTown> TOWNS = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "seed {0}, {1} of all")
    @CsvSource({"1, 0.01", "2, 0.02", "2, 0.05", "1, 0.1"})
    void finds_the_point_in_the_forest_where_failures_were_put(long seed, double share) {
        DefaultPoints found = DefaultPoints.of(failing(town(seed), share, FOREST_X, FOREST_Y, seed));
        assertThat(found.points()).hasSize(1);
        assertThat(found.isAt(FOREST_X, FOREST_Y)).isTrue();
        assertThat(found.isAt(FOREST_X + 0.1, FOREST_Y)).isFalse();
        assertThat(found.points().get(0).near()).isZero();
    }

    @ParameterizedTest(name = "seed {0}, {1} of all")
    @CsvSource({"1, 0.03", "2, 0.05", "2, 0.1"})
    void finds_the_address_in_the_middle_of_town_where_failures_were_put(long seed, double share) {
        DefaultPoints found = DefaultPoints.of(failing(town(seed), share, SQUARE_X, SQUARE_Y, seed));
        assertThat(found.points()).hasSize(1);
        assertThat(found.isAt(SQUARE_X, SQUARE_Y)).isTrue();
        assertThat(found.points().get(0).evidence()).isGreaterThan(DefaultPoints.CROWDED_EVIDENCE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void keeps_every_real_place_that_was_geocoded_to_one_address(long seed) {
        DemoTown town = TOWNS.computeIfAbsent(seed, DemoTown::generate);
        Incidents onAddresses = moved(placed(town), incident -> {
            for (PlantedHotspot place : town.planted()) {
                if (place.crimes() > 0 && Math.hypot(incident.x() - place.x(), incident.y() - place.y()) < 70) {
                    return at(incident, place.x(), place.y());
                }
            }
            return incident;
        });
        assertThat(DefaultPoints.of(onAddresses).points()).isEmpty();
    }

    @Test
    void keeps_a_lonely_place_with_types_of_its_own() {
        List<Incident> rows = new ArrayList<>(town(1));
        for (int i = 0; i < 30; i++) {
            rows.add(new Incident(
                    0,
                    0,
                    90_000 + i,
                    FOREST_X,
                    FOREST_Y,
                    PlacePrecision.ADDRESS,
                    rows.get(i * 7).time(),
                    i % 5 == 0 ? "BIL" : "STO",
                    "",
                    1));
        }
        assertThat(DefaultPoints.of(set(rows)).points()).isEmpty();
    }

    @Test
    void says_nothing_of_what_is_told_to_be_coarse_or_of_few_or_of_a_single_type_without_hours() {
        assertThat(DefaultPoints.of(set(
                                TOWNS.computeIfAbsent(1L, DemoTown::generate).incidents()))
                        .points())
                .isEmpty();
        List<Incident> few = new ArrayList<>(town(1));
        for (int i = 0; i < DefaultPoints.LEAST - 1; i++) {
            few.set(i * 11, at(few.get(i * 11), FOREST_X, FOREST_Y));
        }
        assertThat(DefaultPoints.of(set(few)).points()).isEmpty();
        List<Incident> alike = new ArrayList<>();
        for (Incident row : town(1)) {
            boolean lost = alike.size() % 40 == 0;
            alike.add(new Incident(
                    0,
                    0,
                    row.sourceKey(),
                    lost ? FOREST_X : row.x(),
                    lost ? FOREST_Y : row.y(),
                    PlacePrecision.ADDRESS,
                    TimeSpan.UNKNOWN,
                    "SKA",
                    "",
                    1));
        }
        assertThat(DefaultPoints.of(set(alike)).points()).isEmpty();
        assertThat(DefaultPoints.of(Incidents.empty(Crs.SWEREF99_TM)).points()).isEmpty();
    }

    @Test
    void takes_no_shared_point_for_one_where_most_incidents_are_moved_to_shared_points() {
        SplittableRandom random = new SplittableRandom(5);
        List<Incident> rows = new ArrayList<>();
        for (Incident row : town(1)) {
            double east = 696_000 + 400 * random.nextInt(12);
            rows.add(at(row, east, 6_868_000 + 400 * random.nextInt(12)));
        }
        assertThat(DefaultPoints.of(set(rows)).points()).isEmpty();
    }

    @Test
    void answers_the_same_whatever_the_order_of_the_rows() {
        List<Incident> rows = new ArrayList<>();
        Incidents town = failing(town(1), 0.03, FOREST_X, FOREST_Y, 1);
        DefaultPoints first = DefaultPoints.of(town);
        List<Incident> again = failed(town(1), 0.03, FOREST_X, FOREST_Y, 1);
        Collections.shuffle(again, new Random(3));
        rows.addAll(again);
        assertThat(DefaultPoints.of(set(rows)).points()).isEqualTo(first.points());
        assertThat(first.without(town).size())
                .isEqualTo(town.size() - first.points().get(0).incidents());
    }

    @Test
    void weighs_shares_of_the_file_against_shares_of_its_own() {
        // two kinds, half and half elsewhere: multinomial 1/16, Dirichlet-multinomial of (2, 2) by hand
        double even = Math.log(1 / 16.0) - Math.log((2 * 3 * 2 * 3) / (4.0 * 5 * 6 * 7));
        assertThat(DefaultPoints.evidence(new int[] {2, 2}, new int[] {50, 50})).isCloseTo(even, within(1e-12));
        double one = Math.log(1 / 16.0) - Math.log((2 * 3 * 4 * 5) / (4.0 * 5 * 6 * 7));
        assertThat(DefaultPoints.evidence(new int[] {4, 0}, new int[] {50, 50})).isCloseTo(one, within(1e-12));
        assertThat(DefaultPoints.evidence(new int[] {7}, new int[] {50})).isCloseTo(0, within(1e-12));
        assertThat(DefaultPoints.evidence(new int[] {0, 0}, new int[] {0, 0})).isZero();
    }

    private static List<Incident> town(long seed) {
        return placed(TOWNS.computeIfAbsent(seed, DemoTown::generate));
    }

    /** As a file without a column of precision says: all known to the address. */
    private static List<Incident> placed(DemoTown town) {
        return town.incidents().stream()
                .filter(incident -> incident.precision().allowsPointMethods())
                .map(incident -> at(incident, incident.x(), incident.y()))
                .toList();
    }

    private static Incidents failing(List<Incident> rows, double share, double x, double y, long seed) {
        return set(failed(rows, share, x, y, seed));
    }

    private static List<Incident> failed(List<Incident> rows, double share, double x, double y, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Incident> failed = new ArrayList<>();
        rows.forEach(row -> failed.add(random.nextDouble() < share ? at(row, x, y) : row));
        return failed;
    }

    private static Incidents moved(List<Incident> rows, UnaryOperator<Incident> where) {
        return set(rows.stream().map(where).toList());
    }

    private static Incident at(Incident row, double x, double y) {
        return new Incident(
                row.id(),
                row.datasetId(),
                row.sourceKey(),
                x,
                y,
                PlacePrecision.ADDRESS,
                row.time(),
                row.type(),
                row.sourceType(),
                row.weight());
    }

    private static Incidents set(List<Incident> rows) {
        Incidents.Builder builder = Incidents.builder(Crs.SWEREF99_TM, rows.size());
        rows.forEach(builder::add);
        return builder.build();
    }
}
