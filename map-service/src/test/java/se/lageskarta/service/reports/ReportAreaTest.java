package se.lageskarta.service.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.lageskarta.service.storage.Bounds;

class ReportAreaTest {
    private static final Bounds TOWN = new Bounds(18.6, 61.8, 19.0, 62.0);
    private static final Bounds SWEDEN = new Bounds(11, 55, 24, 69);

    @Test
    void a_phone_begins_with_the_municipality_when_the_data_reach_beyond_it() {
        assertThat(ReportArea.within(SWEDEN, List.of(TOWN))).isEqualTo(TOWN);
    }

    @Test
    void a_phone_begins_with_the_data_when_they_lie_within_the_municipality_or_none_is_known() {
        Bounds data = new Bounds(18.7, 61.85, 18.9, 61.95);
        assertThat(ReportArea.within(data, List.of(TOWN))).isEqualTo(data);
        assertThat(ReportArea.within(SWEDEN, List.of())).isEqualTo(SWEDEN);
        assertThat(ReportArea.within(data, List.of(new Bounds(11, 55, 12, 56)))).isEqualTo(data);
    }
}
