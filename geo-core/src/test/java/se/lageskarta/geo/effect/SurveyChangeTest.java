package se.lageskarta.geo.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.effect.SurveyChange.Wave;
import se.lageskarta.geo.survey.UnsafePlace;

/** Feeling unsafe before and after, in people. */
class SurveyChangeTest {
    private static final Geometry PLACE =
            new GeometryFactory().createPoint(new Coordinate(0, 0)).buffer(50);

    @Test
    void the_interval_is_that_of_Newcombes_example() {
        SurveyChange change = SurveyChange.of(List.of(wave(80, 48)), List.of(wave(70, 56)));
        assertThat(change.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(change.high()).isCloseTo(0.3339, within(5e-5));
        assertThat(change.verdict()).isEqualTo(Verdict.INCREASE);
        assertThat(SurveyChange.of(List.of(wave(70, 56)), List.of(wave(80, 48))).verdict())
                .isEqualTo(Verdict.DECREASE);
    }

    @Test
    void few_people_and_what_may_be_chance_are_said_so() {
        assertThat(SurveyChange.of(List.of(wave(19, 10)), List.of(wave(80, 1)))
                        .said()
                        .sv())
                .startsWith("För få svar");
        SurveyChange same = SurveyChange.of(List.of(wave(100, 20)), List.of(wave(60, 5), wave(40, 10)));
        assertThat(same.after().respondents()).isEqualTo(100);
        assertThat(same.said().sv())
                .isEqualTo("Ingen säker förändring i otrygghet: 20 av 100 svarande före och 15 av 100 efter.");
        assertThatThrownBy(() -> SurveyChange.of(List.of(), List.of(wave(9, 1))))
                .hasMessageContaining("before");
    }

    @Test
    void people_count_once_however_often_they_click_and_safe_marks_are_not_unsafe() {
        List<UnsafePlace> marks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            marks.add(mark(i, 1, 0, false));
        }
        marks.add(mark(7, 2, 0, true));
        marks.add(mark(8, 3, 500, false));
        marks.add(mark(9, 0, 10, false));
        marks.add(mark(10, 0, 10, false));
        Wave wave = SurveyChange.wave(marks, PLACE);
        assertThat(wave.respondents()).isEqualTo(5);
        assertThat(wave.unsafeHere()).isEqualTo(3);
        assertThat(wave.firstDay()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(wave.lastDay()).isEqualTo(LocalDate.of(2026, 4, 11));
    }

    private static UnsafePlace mark(long id, long person, double x, boolean safe) {
        LocalDate day = LocalDate.of(2026, 4, 1).plusDays(id);
        return new UnsafePlace(id, 1, id, x, 0, 5, safe, 1, person, day, null, Set.of());
    }

    private static Wave wave(int respondents, int unsafe) {
        return new Wave(respondents, unsafe, null, null);
    }
}
