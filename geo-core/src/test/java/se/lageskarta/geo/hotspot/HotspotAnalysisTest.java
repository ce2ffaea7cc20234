package se.lageskarta.geo.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.cluster.Advice;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.PoissonComparison.Status;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.geo.survey.UnsafeReason;

class HotspotAnalysisTest {
    private static final IncidentFilter YEAR_2025 =
            IncidentFilter.ALL.during(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final double STATION_X = 383_430;
    private static final double STATION_Y = 6_439_150;
    private static final double SCHOOL_X = 382_986;
    private static final double SCHOOL_Y = 6_439_486;

    @Test
    void finds_the_planted_hotspots_and_no_other() {
        HotspotResult result = HotspotAnalysis.crime(town(), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots()).hasSize(2);
        Hotspot station = result.hotspots().get(0);
        assertThat(station.rank()).isEqualTo(1);
        assertThat(Math.hypot(station.centreX() - STATION_X, station.centreY() - STATION_Y))
                .isLessThan(25);
        assertThat(station.count()).isGreaterThanOrEqualTo(80);
        assertThat(station.types().get(0).code()).isEqualTo("STO");
        Hotspot school = result.hotspots().get(1);
        assertThat(Math.hypot(school.centreX() - SCHOOL_X, school.centreY() - SCHOOL_Y))
                .isLessThan(25);
    }

    @Test
    void explains_itself() {
        HotspotResult result = HotspotAnalysis.crime(town(), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(result.parameters().epsMetres()).isEqualTo(75);
        assertThat(result.parameters().minPts()).isEqualTo(Math.max(6, (result.used() + 99) / 100));
        assertThat(result.parameters().automatic()).isTrue();
        assertThat(result.excluded()).containsExactly(new Count("place-municipality", 9));
        assertThat(result.n()).isEqualTo(result.used() + 9);
        assertThat(result.noise())
                .isEqualTo(result.used()
                        - result.hotspots().stream().mapToInt(Hotspot::count).sum());
        assertThat(result.sentenceSv()).contains("75 meter", "minst").doesNotContain("eps", "minPts");
        assertThat(result.sentenceEn()).contains("75 metres").doesNotContain("eps", "minPts");
        assertThat(result.dataHash()).hasSize(32);
        assertThat(result.seed()).isEqualTo(20240101);
    }

    @Test
    void describes_a_hotspot_by_what_lies_inside_its_outline() {
        Incidents town = town();
        Hotspot station = HotspotAnalysis.crime(town, YEAR_2025, HotspotOptions.AUTOMATIC)
                .hotspots()
                .get(0);
        GeometryFactory geometries = new GeometryFactory();
        for (int row : station.rows()) {
            assertThat(station.outline().covers(geometries.createPoint(new Coordinate(town.x()[row], town.y()[row]))))
                    .isTrue();
            assertThat(LocalDate.ofEpochDay(Math.floorDiv(town.fromMinute()[row], 1440))
                            .getYear())
                    .isEqualTo(2025);
        }
        assertThat(station.areaM2()).isCloseTo(station.outline().getArea(), within(1e-9));
        assertThat(station.perKm2()).isCloseTo(station.count() * 1e6 / station.areaM2(), within(1e-9));
        assertThat(station.types().stream().mapToInt(Count::count).sum()).isEqualTo(station.count());
        assertThat(Arrays.stream(station.months().count()).sum()).isEqualTo(station.count());
        assertThat(station.darkShare()).isBetween(0.0, 1.0);
        assertThat(station.firstDay()).isBetween("2025-01-01", "2025-12-31");
    }

    @Test
    void compares_with_the_same_period_of_three_years_before() {
        HotspotResult result = HotspotAnalysis.crime(town(), YEAR_2025, HotspotOptions.AUTOMATIC);
        Hotspot station = result.hotspots().get(0);
        assertThat(station.comparison()).isNotNull();
        assertThat(station.comparison().years()).containsExactly(2024, 2023, 2022);
        assertThat(station.comparison().status()).isEqualTo(Status.PERSISTENT);
        assertThat(result.hotspots().get(1).comparison().status()).isEqualTo(Status.GROWING);
    }

    @Test
    void lists_a_hotspot_of_the_year_before_that_is_gone() {
        List<Incident> rows = townRows();
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 40; i++) {
            rows.add(at(80_000 + i, random, 381_000, 6_433_000, 25, 2024, "SKA"));
        }
        rows.add(at(81_000, random, 381_000, 6_433_000, 25, 2025, "SKA"));
        HotspotResult result = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots()).hasSize(2);
        assertThat(result.gone()).hasSize(1);
        Hotspot gone = result.gone().get(0);
        assertThat(Math.hypot(gone.centreX() - 381_000, gone.centreY() - 6_433_000))
                .isLessThan(25);
        assertThat(gone.count()).isEqualTo(40);
        assertThat(gone.comparison().count()).isEqualTo(1);
        assertThat(gone.comparison().status()).isEqualTo(Status.FADING);
        assertThat(HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC.comparing(false))
                        .gone())
                .isEmpty();
        assertThat(HotspotAnalysis.crime(set(rows), IncidentFilter.ALL, HotspotOptions.AUTOMATIC)
                        .gone())
                .isEmpty();
    }

    @Test
    void says_no_history_when_earlier_years_are_not_wholly_known() {
        HotspotResult result = HotspotAnalysis.crime(
                town(),
                IncidentFilter.ALL.during(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)),
                HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots())
                .isNotEmpty()
                .allSatisfy(hotspot -> assertThat(hotspot.comparison().status()).isEqualTo(Status.NO_HISTORY));
        assertThat(HotspotAnalysis.crime(town(), IncidentFilter.ALL, HotspotOptions.AUTOMATIC.comparing(false))
                        .hotspots())
                .allSatisfy(hotspot -> assertThat(hotspot.comparison()).isNull());
        assertThat(HotspotAnalysis.crime(Incidents.empty(Crs.SWEREF99_TM), IncidentFilter.ALL, HotspotOptions.AUTOMATIC)
                        .hotspots())
                .isEmpty();
    }

    @Test
    void gives_the_same_answer_whatever_the_order_of_the_rows() {
        List<Incident> rows = townRows();
        HotspotResult first = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC);
        Collections.shuffle(rows, new Random(1));
        HotspotResult second = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(second.dataHash()).isEqualTo(first.dataHash());
        assertThat(second.hotspots()).hasSameSizeAs(first.hotspots());
        for (int i = 0; i < first.hotspots().size(); i++) {
            Hotspot a = first.hotspots().get(i);
            Hotspot b = second.hotspots().get(i);
            assertThat(b.id()).isEqualTo(a.id());
            assertThat(b.outline().equalsExact(a.outline())).isTrue();
            assertThat(b.count()).isEqualTo(a.count());
            assertThat(b.types()).isEqualTo(a.types());
        }
    }

    @Test
    void tells_changed_data_from_equal_data() {
        List<Incident> rows = townRows();
        String before = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC)
                .dataHash();
        rows.removeIf(row -> row.id() == 2_025_000);
        assertThat(HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC)
                        .dataHash())
                .isNotEqualTo(before);
    }

    @Test
    void gives_hotspots_that_share_a_square_names_of_their_own() {
        List<Incident> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(incident(i, 1000 + i % 4 * 12, 2000 + i % 3, "2025-03-01T12:00", "SKA"));
        }
        HotspotResult result = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC.with(5.0, 5));
        assertThat(result.hotspots()).hasSize(4).extracting(Hotspot::id).doesNotHaveDuplicates();
        assertThat(result.hotspots()).extracting(Hotspot::id).allMatch(id -> id.matches("c-[a-z0-9-]+"));
    }

    @Test
    void leaves_out_what_chance_may_give_in_a_busy_neighbourhood_and_says_so() {
        List<Incident> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 600; i++) {
            // a town equally busy everywhere: here and there six happen within 75 m
            double x = 500_000 + random.nextDouble(2000);
            double y = 6_500_000 + random.nextDouble(2000);
            rows.add(incident(i, x, y, "2025-03-01T12:00", "SKA"));
        }
        for (int i = 0; i < 12; i++) {
            // as many as chance gives there, where nobody else is
            rows.add(incident(700 + i, 510_000 + random.nextDouble(60), 6_500_000, "2025-03-01T12:00", "SKA"));
        }
        HotspotResult result = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(result.hotspots()).hasSize(1);
        assertThat(result.hotspots().get(0).centreX()).isGreaterThan(509_000);
        assertThat(result.noise()).isEqualTo(600);
        assertThat(result.advice()).contains(Advice.LIKE_SURROUNDINGS);
        assertThat(result.sentenceSv()).contains("slumpen");
        HotspotResult chosen = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC.with(75.0, 7));
        assertThat(chosen.hotspots()).hasSizeGreaterThan(4);
        assertThat(chosen.advice()).doesNotContain(Advice.LIKE_SURROUNDINGS);
    }

    @Test
    void splits_a_long_street_into_its_hotspots() {
        List<Incident> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // two knots 700 m apart and a thin chain between them
            double x = i < 150 ? i % 10 * 5 : i < 300 ? 700 + i % 10 * 5 : 50 + (i - 300) * 6.5;
            rows.add(incident(i, x, i % 7, "2025-03-01T12:00", "SKA"));
        }
        HotspotResult result = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(result.parameters().splitsLongOnes()).isTrue();
        assertThat(result.hotspots())
                .allSatisfy(hotspot -> assertThat(hotspot.count()).isGreaterThan(5));
        HotspotResult whole = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC.with(75.0, 6));
        assertThat(whole.hotspots()).hasSize(1);
    }

    @Test
    void uses_the_large_rule_for_many_incidents_and_says_that_positions_are_snapped() {
        List<Incident> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            rows.add(incident(i, i % 200 * 400.0, 0, "2025-03-01T12:00", "SKA"));
        }
        HotspotResult result = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(result.parameters().epsMetres()).isEqualTo(100);
        assertThat(result.parameters().minPts()).isEqualTo(30);
        assertThat(result.snapped()).isTrue();
        assertThat(result.distinct()).isEqualTo(200);
        assertThat(result.advice()).contains(Advice.SNAPPED);
        assertThat(result.sentenceSv()).contains("gemensamma punkter");
    }

    @Test
    void warns_of_a_hotspot_that_is_one_single_coordinate() {
        List<Incident> rows = townRows();
        for (int i = 0; i < 30; i++) {
            rows.add(incident(90_000 + i, 390_000, 6_432_000, "2025-05-05T10:00", "SKA"));
        }
        HotspotResult result = HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC);
        assertThat(result.advice()).contains(Advice.ONE_COORDINATE);
        assertThat(result.hotspots()).anyMatch(hotspot -> hotspot.places() == 1 && hotspot.count() == 30);
    }

    @Test
    void counts_incidents_without_a_time_apart_when_a_period_is_asked_for() {
        List<Incident> rows = townRows();
        rows.add(new Incident(9, 1, 9, STATION_X, STATION_Y, PlacePrecision.ADDRESS, TimeSpan.UNKNOWN, "SKA", "", 1));
        assertThat(HotspotAnalysis.crime(set(rows), YEAR_2025, HotspotOptions.AUTOMATIC)
                        .excluded())
                .contains(new Count("time-unknown", 1));
    }

    @Test
    void counts_a_person_once_a_place() {
        List<UnsafePlace> marks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            marks.add(mark(i, 500, 500 + i, 77));
        }
        assertThat(unsafety(marks).hotspots()).isEmpty();
        for (int i = 0; i < 5; i++) {
            marks.add(mark(100 + i, 505, 500 + i, 100 + i));
        }
        HotspotResult result = unsafety(marks);
        assertThat(result.hotspots()).hasSize(1);
        assertThat(result.hotspots().get(0).respondents()).isEqualTo(6);
        assertThat(result.hotspots().get(0).count()).isEqualTo(17);
        assertThat(result.hotspots().get(0).reasons()).containsExactly(new Count("DARK", 17));
        assertThat(result.hotspots().get(0).id()).startsWith("u-");
    }

    @Test
    void leaves_safe_marks_out_and_counts_them() {
        List<UnsafePlace> marks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            marks.add(mark(i, 500, 500 + i, 0));
        }
        marks.add(new UnsafePlace(99, 2, 99, 500, 500, 0, true, 1, 0, null, null, Set.of()));
        HotspotResult result = unsafety(marks);
        assertThat(result.excluded()).containsExactly(new Count("safe", 1));
        assertThat(result.hotspots().get(0).respondents()).isEqualTo(10);
    }

    @Test
    void says_where_both_streams_point_without_adding_them() {
        List<UnsafePlace> marks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            marks.add(mark(i, STATION_X + i, STATION_Y, 0));
        }
        HotspotResult crime = HotspotAnalysis.crime(town(), YEAR_2025, HotspotOptions.AUTOMATIC);
        HotspotResult unsafety = unsafety(marks);
        HotspotResult seen = crime.seenWith(unsafety);
        assertThat(seen.hotspots().get(0).evidence()).isEqualTo(Evidence.BOTH);
        assertThat(seen.hotspots().get(0).count())
                .isEqualTo(crime.hotspots().get(0).count());
        assertThat(seen.hotspots().get(1).evidence()).isEqualTo(Evidence.CRIME);
        assertThat(unsafety.seenWith(crime).hotspots().get(0).evidence()).isEqualTo(Evidence.BOTH);
    }

    @Test
    void refuses_options_without_sense_by_name() {
        assertThatThrownBy(() -> HotspotOptions.AUTOMATIC.with(0.0, null)).hasMessageContaining("eps is 0.0");
        assertThatThrownBy(() -> HotspotOptions.AUTOMATIC.with(null, 0)).hasMessageContaining("minPts is 0");
    }

    private static HotspotResult unsafety(List<UnsafePlace> marks) {
        return HotspotAnalysis.unsafety(
                new UnsafePlaces(Crs.SWEREF99_TM, marks), IncidentFilter.ALL, HotspotOptions.AUTOMATIC);
    }

    private static UnsafePlace mark(long id, double x, double y, long respondent) {
        return new UnsafePlace(
                id, 2, id, x, y, 0, false, 1, respondent, LocalDate.of(2025, 4, 1), true, Set.of(UnsafeReason.DARK));
    }

    private static Incidents town() {
        return set(townRows());
    }

    /** Four years: a steady station, a school that grew in 2025, a thin spread, and rows known to the municipality only. */
    private static List<Incident> townRows() {
        SplittableRandom random = new SplittableRandom(14);
        List<Incident> rows = new ArrayList<>();
        for (int year = 2022; year <= 2025; year++) {
            int base = year * 1000;
            for (int i = 0; i < 90; i++) {
                rows.add(at(base + i, random, STATION_X, STATION_Y, 30, year, i % 3 == 0 ? "SKA" : "STO"));
            }
            for (int i = 0; i < (year == 2025 ? 50 : 12); i++) {
                rows.add(at(base + 200 + i, random, SCHOOL_X, SCHOOL_Y, 25, year, "SKA"));
            }
            for (int i = 0; i < 300; i++) {
                rows.add(at(base + 300 + i, random, 385_000, 6_436_000, 3000, year, "INB"));
            }
            for (int i = 0; i < 9; i++) {
                rows.add(new Incident(
                        base + 900 + i,
                        1,
                        0,
                        388_377.89,
                        6_431_744.41,
                        PlacePrecision.MUNICIPALITY,
                        TimeSpan.on(LocalDate.of(year, 6, 1)),
                        "SKA",
                        "",
                        1));
            }
        }
        return rows;
    }

    private static Incident at(
            long id, SplittableRandom random, double x, double y, double spread, int year, String type) {
        LocalDateTime time = LocalDate.of(year, 1, 1).atStartOfDay().plusMinutes(random.nextInt(365 * 1440));
        double angle = random.nextDouble(2 * Math.PI);
        double distance = spread * Math.sqrt(random.nextDouble());
        return new Incident(
                id,
                1,
                id,
                x + distance * Math.cos(angle),
                y + distance * Math.sin(angle),
                PlacePrecision.ADDRESS,
                TimeSpan.at(time),
                type,
                type,
                1);
    }

    private static Incident incident(long id, double x, double y, String time, String type) {
        return new Incident(
                id, 1, id, x, y, PlacePrecision.ADDRESS, TimeSpan.at(LocalDateTime.parse(time)), type, type, 1);
    }

    private static Incidents set(List<Incident> rows) {
        Incidents.Builder builder = Incidents.builder(Crs.SWEREF99_TM, rows.size());
        IntStream.range(0, rows.size()).forEach(i -> builder.add(rows.get(i)));
        return builder.build();
    }
}
