package se.lageskarta.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.service.catalogue.IncidentKind;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.TypeKinds;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetExtent;
import se.lageskarta.service.storage.DatasetKind;

class QuestionTest {
    private static final double FOREST_X = 383_000;
    private static final double FOREST_Y = 6_439_000;
    private static final String[] TYPES = {"SKA", "KLO", "CYK", "INB", "MIS"};

    private static final TypeKinds KINDS = kinds(IncidentKind.DISORDER);

    @Test
    void what_an_address_service_could_not_place_is_not_drawn() {
        Question question = question(null, null);

        assertThat(question.incidents().get(0).size()).isEqualTo(341);
        Incidents drawn = question.placedIncidents().get(0);
        assertThat(drawn.size()).isEqualTo(300);
        assertThat(Arrays.stream(drawn.x()).filter(x -> x == FOREST_X)).isEmpty();
    }

    @Test
    void a_short_period_knows_the_default_points_of_all_time() {
        LocalDate day = LocalDate.of(1970, 1, 2);
        Question question = question(day, day);

        assertThat(question.incidents().get(0).size()).isLessThan(10);
        assertThat(Arrays.stream(question.incidents().get(0).x()).filter(x -> x == FOREST_X))
                .isNotEmpty();
        assertThat(Arrays.stream(question.placedIncidents().get(0).x()).filter(x -> x == FOREST_X))
                .isEmpty();
    }

    @Test
    void crime_is_counted_without_disorder_and_what_nobody_has_said_the_meaning_of() {
        Question everything = question(null, null);

        assertThat(types(everything.withStream(EvidenceStream.CRIME))).containsExactly("INB", "KLO", "MIS", "SKA");
        assertThat(types(everything.withStream(EvidenceStream.BOTH))).containsExactly("INB", "KLO", "MIS", "SKA");
        assertThat(types(everything.withStream(EvidenceStream.DISORDER))).containsExactly("CYK");
        assertThat(types(everything.withStream(EvidenceStream.UNSAFETY))).isEmpty();
        assertThat(types(everything)).containsExactly("CYK", "INB", "KLO", "MIS", "SKA");
        assertThat(types(everything.counted())).containsExactly("INB", "KLO", "MIS", "SKA");
    }

    @Test
    void types_asked_for_by_name_are_counted_as_they_are_but_no_disorder_is_crime() {
        Question everything = question(null, null);
        Question cycles = new Question(
                everything.facts(),
                everything.datasets(),
                null,
                null,
                new TreeSet<>(List.of("CYK")),
                EvidenceStream.ALL);

        assertThat(types(cycles.counted())).containsExactly("CYK");
        assertThat(types(cycles.withStream(EvidenceStream.CRIME))).isEmpty();
        assertThat(cycles.withStream(EvidenceStream.CRIME).key())
                .isNotEqualTo(cycles.withStream(EvidenceStream.DISORDER).key());
    }

    @Test
    void what_the_municipality_says_anew_about_a_type_changes_the_answer_and_its_key() {
        Question before = question(null, null).withStream(EvidenceStream.CRIME);
        Facts now = before.facts().with(kinds(IncidentKind.CRIME));
        Question after = new Question(now, before.datasets(), null, null, new TreeSet<>(), EvidenceStream.CRIME);

        assertThat(types(after)).containsExactly("CYK", "INB", "KLO", "MIS", "SKA");
        assertThat(after.key()).isNotEqualTo(before.key());
        assertThat(types(before)).doesNotContain("CYK");
        assertThat(now.incidents()).isSameAs(before.facts().incidents());
    }

    private static SortedSet<String> types(Question question) {
        SortedSet<String> types = new TreeSet<>();
        for (Incidents set : question.incidentsOfAllTime()) {
            for (int row = 0; row < set.size(); row++) {
                types.add(set.type(row));
            }
        }
        return types;
    }

    /** Bicycle theft is disorder here, unless somebody says otherwise. */
    private static TypeKinds kinds(IncidentKind cycles) {
        return TypeKinds.of(Arrays.stream(TYPES)
                .map(code -> new IncidentType(
                        code,
                        "A",
                        code,
                        code,
                        "#123456",
                        code.equals("CYK") ? cycles : IncidentKind.CRIME,
                        "",
                        false,
                        0))
                .toList());
    }

    private static Question question(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate day = LocalDate.of(1970, 1, 1);
        Dataset dataset = new Dataset(
                1,
                "händelser",
                DatasetKind.INCIDENTS,
                null,
                Crs.SWEREF99_TM,
                "",
                "",
                true,
                Instant.EPOCH,
                1,
                new DatasetExtent(
                        341, 300, new Bounds(13, 58, 13.1, 58.1), day, day.plusDays(99), "minute", Instant.EPOCH),
                se.lageskarta.service.storage.DatasetTerms.NONE);
        Facts facts = new Facts(1, List.of(dataset), KINDS, () -> List.of(town()), List::of);
        return new Question(facts, List.of(dataset), from, to, new TreeSet<>(), EvidenceStream.ALL);
    }

    /** 300 incidents all over town, 40 that the address service put in the forest and one known to its municipality. */
    private static Incidents town() {
        SplittableRandom random = new SplittableRandom(1);
        Incidents.Builder rows = Incidents.builder(Crs.SWEREF99_TM, 341);
        for (int i = 0; i < 341; i++) {
            boolean failed = i % 8 == 1 && i < 320;
            PlacePrecision known = i == 340 ? PlacePrecision.MUNICIPALITY : PlacePrecision.ADDRESS;
            int minute = i % 100 * 1440 + random.nextInt(1440);
            double x = failed ? FOREST_X : 380_000 + i * 613 % 2_000;
            double y = failed ? FOREST_Y : 6_437_000 + i * 389 % 1_500;
            rows.add(i + 1, 1, x, y, known, minute, minute + 1, TYPES[random.nextInt(TYPES.length)], 1);
        }
        return rows.build();
    }
}
