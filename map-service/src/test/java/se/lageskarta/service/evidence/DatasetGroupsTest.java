package se.lageskarta.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetExtent;
import se.lageskarta.service.storage.DatasetKind;

class DatasetGroupsTest {
    @Test
    void datasets_whose_boxes_nearly_meet_are_one_place() {
        DatasetGroups groups = DatasetGroups.of(List.of(at(1, 13, 58, 1, false), at(2, 13.4, 58.3, 2, false)));

        assertThat(groups.groups()).hasSize(1);
        assertThat(groups.groups().get(0).id()).isEqualTo("g1");
    }

    @Test
    void a_dataset_between_two_places_joins_them() {
        DatasetGroups groups =
                DatasetGroups.of(List.of(at(1, 13, 58, 1, false), at(2, 15, 58, 2, false), at(3, 14, 58, 3, false)));

        // 13.1 to 14 is 0.9 degrees: further than one box is grown
        assertThat(groups.groups()).hasSize(3);

        DatasetGroups joined =
                DatasetGroups.of(List.of(at(1, 13, 58, 1, false), at(2, 14, 58, 2, false), at(3, 13.5, 58, 3, false)));
        assertThat(joined.groups()).hasSize(1);
        assertThat(joined.groups().get(0).datasets()).extracting(Dataset::id).containsExactly(1L, 2L, 3L);
    }

    @Test
    void real_and_invented_data_of_one_place_stay_apart() {
        DatasetGroups groups = DatasetGroups.of(List.of(at(1, 13, 58, 1, false), at(2, 13, 58, 2, true)));

        assertThat(groups.groups()).hasSize(2);
    }

    @Test
    void the_newest_import_decides_what_is_shown() {
        DatasetGroups groups =
                DatasetGroups.of(List.of(at(1, 13, 58, 1, true), at(2, 0, 51, 9, false), at(3, 20, 60, 5, false)));

        assertThat(groups.newest().orElseThrow().id()).isEqualTo("g2");
        assertThat(DatasetGroups.of(List.of()).newest()).isEmpty();
    }

    @Test
    void a_background_layer_belongs_to_the_place_it_touches_and_joins_none() {
        Dataset country = new Dataset(
                9,
                "roads",
                DatasetKind.BASE,
                "roads",
                Crs.WGS84,
                "",
                "",
                false,
                Instant.EPOCH,
                1,
                extent(10, 55, 24, 69, 1),
                se.lageskarta.service.storage.DatasetTerms.NONE);
        DatasetGroups groups = DatasetGroups.of(List.of(at(1, 13, 58, 1, false), country, at(2, 18, 62, 2, false)));

        assertThat(groups.groups()).hasSize(2);
        assertThat(groups.holding(country).orElseThrow().id()).isEqualTo("g1");
    }

    private static Dataset at(long id, double west, double south, int second, boolean invented) {
        return new Dataset(
                id,
                "set " + id,
                DatasetKind.INCIDENTS,
                null,
                Crs.SWEREF99_TM,
                "",
                "",
                invented,
                Instant.EPOCH,
                1,
                extent(west, south, west + 0.1, south + 0.1, second),
                se.lageskarta.service.storage.DatasetTerms.NONE);
    }

    private static DatasetExtent extent(double west, double south, double east, double north, int second) {
        return new DatasetExtent(
                10, 10, new Bounds(west, south, east, north), null, null, "day", Instant.ofEpochSecond(second));
    }
}
