package se.lageskarta.service.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

class OnceAPlaceTest {
    private static UnsafePlace mark(long key, double x, boolean safe, long who, Boolean dark, UnsafeReason reason) {
        return new UnsafePlace(0, 0, key, x, 0, 0, safe, key, who, LocalDate.of(2026, 11, 22), dark, Set.of(reason));
    }

    @Test
    void one_person_counts_once_within_fifty_metres_and_keeps_all_reasons() {
        List<UnsafePlace> once = OnceAPlace.of(List.of(
                mark(1, 0, false, 7, true, UnsafeReason.DARK),
                mark(2, 50, false, 7, false, UnsafeReason.PEOPLE),
                mark(3, 50.1, false, 7, true, UnsafeReason.DARK)));

        assertThat(once).hasSize(2);
        assertThat(once.get(0).x()).isZero();
        assertThat(once.get(0).reasons()).containsExactlyInAnyOrder(UnsafeReason.DARK, UnsafeReason.PEOPLE);
        assertThat(once.get(0).severity()).isEqualTo(2);
        assertThat(once.get(0).dark()).as("by day and in the dark").isNull();
    }

    @Test
    void two_people_at_one_place_are_two_and_so_are_safe_and_unsafe() {
        assertThat(OnceAPlace.of(List.of(
                        mark(1, 0, false, 7, true, UnsafeReason.DARK),
                        mark(2, 0, false, 9, true, UnsafeReason.DARK),
                        mark(3, 0, true, 7, false, UnsafeReason.PEOPLE))))
                .hasSize(3);
    }

    @Test
    void marks_of_nobody_known_stay_apart() {
        assertThat(OnceAPlace.of(List.of(
                        mark(1, 0, false, 0, true, UnsafeReason.DARK), mark(2, 0, false, 0, true, UnsafeReason.DARK))))
                .hasSize(2);
    }
}
