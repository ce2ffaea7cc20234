package se.lageskarta.service.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lageskarta.service.measures.MeasureStatus.CLOSED;
import static se.lageskarta.service.measures.MeasureStatus.DECIDED;
import static se.lageskarta.service.measures.MeasureStatus.DONE;
import static se.lageskarta.service.measures.MeasureStatus.FOLLOWED_UP;
import static se.lageskarta.service.measures.MeasureStatus.IN_PROGRESS;
import static se.lageskarta.service.measures.MeasureStatus.PROPOSED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

class MeasureTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final MeasureKind LAMPS =
            new MeasureKind("LJU-1", "Ny belysning", Set.of(MeasureShape.POINT, MeasureShape.LINE), "", "");
    private static final MeasureKind BUSHES =
            new MeasureKind("VAX-1", "Röja buskar", Set.of(MeasureShape.AREA), "", "");
    private static final MeasureKind MOSQUITO = new MeasureKind(
            "EJ-1", "Störande ljud", Set.of(MeasureShape.POINT), "Diskriminerar efter ålder.", "Discriminates by age.");

    @Test
    void is_planned_with_every_word_kept() {
        Measure measure = planned(PROPOSED);

        assertThat(measure.title()).isEqualTo("Lampor vid stationen");
        assertThat(measure.owner()).isEqualTo("Kommunen");
        assertThat(measure.status()).isEqualTo(PROPOSED);
        assertThat(measure.version()).isEqualTo(1);
        assertThat(measure.createdBy()).isEqualTo("eva");
        assertThat(measure.shape().getSRID()).isEqualTo(4326);
    }

    @Test
    void takes_the_name_of_its_kind_when_nobody_gives_it_a_title() {
        Measure measure = Measure.plan(plan().title("  ").plan(), LAMPS, false, "eva", NOON);

        assertThat(measure.title()).isEqualTo("Ny belysning");
    }

    @ParameterizedTest
    @CsvSource({
        "proposed, decided, true", "decided, in-progress, true", "in-progress, done, true",
        "done, followed-up, true", "followed-up, closed, true", "decided, proposed, true",
        "done, in-progress, true", "proposed, closed, true", "decided, closed, true",
        "proposed, in-progress, false", "proposed, done, false", "in-progress, closed, false",
        "done, closed, false", "followed-up, in-progress, false", "in-progress, proposed, false"
    })
    void moves_one_step_at_a_time_or_is_dropped_early(String from, String to, boolean allowed) {
        Measure measure = planned(MeasureStatus.ofCode(from).orElseThrow());
        MeasureStatus next = MeasureStatus.ofCode(to).orElseThrow();

        if (allowed) {
            measure.moveTo(next, "eva", NOON);
            assertThat(measure.status()).isEqualTo(next);
        } else {
            assertThatThrownBy(() -> measure.moveTo(next, "eva", NOON))
                    .isInstanceOf(RefusedRequestException.class)
                    .hasMessageContaining("status is '" + to + "'");
            assertThat(measure.status().code()).isEqualTo(from);
        }
    }

    @Test
    void goes_back_from_closed_to_where_it_came_from() {
        Measure dropped = planned(DECIDED);
        dropped.moveTo(CLOSED, "eva", NOON);
        Measure finished = planned(FOLLOWED_UP);
        finished.moveTo(CLOSED, "eva", NOON);

        assertThatThrownBy(() -> dropped.moveTo(FOLLOWED_UP, "eva", NOON)).isInstanceOf(RefusedRequestException.class);
        dropped.moveTo(DECIDED, "eva", NOON);
        finished.moveTo(FOLLOWED_UP, "eva", NOON);

        assertThat(dropped.status()).isEqualTo(DECIDED);
        assertThat(finished.doneOn()).isEqualTo(TODAY);
    }

    @Test
    void notes_the_day_it_is_carried_out_and_forgets_it_when_reopened() {
        Measure measure = planned(IN_PROGRESS);

        measure.carryOut(LocalDate.of(2026, 11, 1), "eva", NOON);
        assertThat(measure.status()).isEqualTo(DONE);
        assertThat(measure.doneOn()).isEqualTo(LocalDate.of(2026, 11, 1));

        measure.moveTo(IN_PROGRESS, "eva", NOON);
        assertThat(measure.doneOn()).isNull();
    }

    @Test
    void cannot_be_carried_out_tomorrow() {
        Measure measure = planned(IN_PROGRESS);

        assertThatThrownBy(() -> measure.carryOut(TODAY.plusDays(1), "eva", NOON))
                .isInstanceOf(RefusedRequestException.class)
                .hasMessageContaining("doneOn is '2026-11-23'");
    }

    @Test
    void is_overdue_only_while_work_is_ahead() {
        Measure measure = Measure.plan(
                plan().status(IN_PROGRESS).dueOn(TODAY.minusDays(1)).plan(), LAMPS, false, "eva", NOON);

        assertThat(measure.isOverdue(TODAY)).isTrue();
        assertThat(measure.isOverdue(TODAY.minusDays(1))).isFalse();
        measure.moveTo(DONE, "eva", NOON);
        assertThat(measure.isOverdue(TODAY)).isFalse();
    }

    @Test
    void begins_at_any_status_but_closed() {
        assertThat(planned(DONE).doneOn()).isEqualTo(TODAY);
        assertThatThrownBy(() -> planned(CLOSED)).hasMessageContaining("measure.status.begin");
    }

    @Test
    void refuses_a_blocked_kind_but_keeps_one_that_was_blocked_later() {
        MeasurePlan sound = plan().code("EJ-1").plan();
        assertThatThrownBy(() -> Measure.plan(sound, MOSQUITO, false, "eva", NOON))
                .hasMessageContaining("measure.code.blocked");

        MeasureKind before = new MeasureKind("EJ-1", "Störande ljud", Set.of(MeasureShape.POINT), "", "");
        Measure old = Measure.plan(sound, before, false, "eva", NOON);
        old.change(plan().code("EJ-1").title("Ta ner den").plan(), MOSQUITO, "eva", NOON);
        assertThat(old.title()).isEqualTo("Ta ner den");
    }

    @Test
    void has_only_shapes_its_kind_allows() {
        String square = "POLYGON((13 58, 13.01 58, 13.01 58.01, 13 58.01, 13 58))";

        assertThat(Measure.plan(plan().code("VAX-1").shape(square).plan(), BUSHES, false, "eva", NOON))
                .isNotNull();
        assertThatThrownBy(() -> Measure.plan(plan().shape(square).plan(), LAMPS, false, "eva", NOON))
                .hasMessageContaining("measure.geometry.kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON((13 58, 13.01 58.01, 13.01 58, 13 58.01, 13 58)) | measure.geometry.crossing",
                "LINESTRING(13 58, 13 58)                                 | measure.geometry.no-length",
                "POINT(181 58)                                            | measure.geometry.range",
                "POINT(13 -90.5)                                          | measure.geometry.range",
                "POINT(0 0)                                               | measure.geometry.zero",
                "POINT EMPTY                                              | measure.geometry.empty",
                "MULTIPOINT((13 58))                                      | measure.geometry.type",
                "GEOMETRYCOLLECTION(POINT(13 58))                         | measure.geometry.type"
            })
    void refuses_a_broken_shape(String wkt, String reason) {
        assertThatThrownBy(() -> plan().shape(wkt).plan())
                .isInstanceOf(RefusedRequestException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refuses_a_shape_with_more_corners_than_a_hand_can_draw() {
        StringBuilder line = new StringBuilder("LINESTRING(13 58");
        for (int i = 1; i <= ShapeRules.MAX_VERTICES; i++) {
            line.append(", ").append(13 + i * 1e-5).append(" 58");
        }

        assertThatThrownBy(() -> plan().shape(line + ")").plan()).hasMessageContaining("measure.geometry.vertices");
    }

    @Test
    void names_every_fault_at_once() {
        assertThatThrownBy(() -> plan().title("x".repeat(121))
                        .owner(" ")
                        .dueOn(LocalDate.of(1926, 12, 1))
                        .shape("POINT(13 95)")
                        .plan())
                .isInstanceOfSatisfying(RefusedRequestException.class, refused -> assertThat(refused.faults())
                        .extracting(FieldFault::field)
                        .containsExactlyInAnyOrder("title", "owner", "dueOn", "geometry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "bell\u0007", "half \uD83D surrogate"})
    void refuses_characters_that_no_database_keeps(String title) {
        assertThatThrownBy(() -> plan().title(title).plan())
                .isInstanceOfSatisfying(RefusedRequestException.class, refused -> {
                    FieldFault refusal = refused.faults().get(0);
                    assertThat(refusal.code()).isEqualTo("measure.text.characters");
                    assertThat(refusal.value()).contains("\uFFFD");
                });
    }

    @Test
    void accepts_line_breaks_in_the_note_only() {
        assertThat(plan().note("rad 1\nrad 2 🌳").plan().note()).isEqualTo("rad 1\nrad 2 🌳");
        assertThatThrownBy(() -> plan().title("rad 1\nrad 2").plan()).isInstanceOf(RefusedRequestException.class);
    }

    @Test
    void comes_back_as_it_was_after_being_withdrawn() {
        Measure measure = planned(DECIDED);

        measure.withdraw("eva", NOON);
        assertThat(measure.isWithdrawn()).isTrue();
        assertThat(measure.isOpen()).isFalse();
        measure.restore("eva", NOON);

        assertThat(measure.isOpen()).isTrue();
        assertThat(measure.status()).isEqualTo(DECIDED);
    }

    @Test
    void every_status_can_be_reached_from_proposed() {
        List<MeasureStatus> reached = new ArrayList<>(List.of(PROPOSED));
        for (int i = 0; i < reached.size(); i++) {
            for (MeasureStatus next : reached.get(i).next(true)) {
                if (!reached.contains(next)) {
                    reached.add(next);
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(MeasureStatus.values());
    }

    private static Measure planned(MeasureStatus status) {
        return Measure.plan(plan().status(status).plan(), LAMPS, false, "eva", NOON);
    }

    private static Draft plan() {
        return new Draft("LJU-1", "Lampor vid stationen", "Kommunen", PROPOSED, null, "", "POINT(13.02 58.08)");
    }

    private record Draft(
            String code,
            String title,
            String owner,
            MeasureStatus status,
            @Nullable LocalDate dueOn,
            String note,
            String wkt) {
        Draft code(String other) {
            return new Draft(other, title, owner, status, dueOn, note, wkt);
        }

        Draft title(String other) {
            return new Draft(code, other, owner, status, dueOn, note, wkt);
        }

        Draft owner(String other) {
            return new Draft(code, title, other, status, dueOn, note, wkt);
        }

        Draft status(MeasureStatus other) {
            return new Draft(code, title, owner, other, dueOn, note, wkt);
        }

        Draft dueOn(LocalDate other) {
            return new Draft(code, title, owner, status, other, note, wkt);
        }

        Draft note(String other) {
            return new Draft(code, title, owner, status, dueOn, other, wkt);
        }

        Draft shape(String other) {
            return new Draft(code, title, owner, status, dueOn, note, other);
        }

        MeasurePlan plan() {
            return new MeasurePlan(code, title, owner, status, dueOn, null, note, null, null, geometry(wkt));
        }

        private static Geometry geometry(String wkt) {
            try {
                return new WKTReader().read(wkt);
            } catch (ParseException e) {
                throw new IllegalArgumentException(wkt, e);
            }
        }
    }
}
