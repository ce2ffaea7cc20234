package se.lageskarta.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetExtent;
import se.lageskarta.service.storage.DatasetKind;

class DatasetGroupTest {
    @Test
    void is_called_what_its_datasets_begin_with_alike() {
        assertThat(nameOf("Lägesby (påhittad): händelser", "Lägesby (påhittad): mätning 2026"))
                .isEqualTo("Lägesby (påhittad)");
    }

    @Test
    void does_not_cut_a_word_in_two() {
        assertThat(nameOf("Kent 2018", "Kent 2019")).isEqualTo("Kent");
    }

    @Test
    void is_called_after_its_largest_dataset_when_the_names_have_nothing_in_common() {
        assertThat(nameOf("anmälda brott", "trygghetsmätning")).isEqualTo("trygghetsmätning");
    }

    @Test
    void keeps_the_name_of_a_dataset_that_stands_alone() {
        assertThat(nameOf("uk_kent (2018–2019).csv")).isEqualTo("uk_kent (2018–2019).csv");
    }

    private static String nameOf(String... names) {
        return DatasetGroup.of(IntStream.range(0, names.length)
                        .mapToObj(i -> dataset(i + 1L, names[i]))
                        .toList())
                .name();
    }

    /** The larger its number, the more rows. */
    private static Dataset dataset(long id, String name) {
        Bounds bounds = new Bounds(13, 58, 13.1, 58.1);
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new Dataset(
                id,
                name,
                DatasetKind.INCIDENTS,
                null,
                Crs.SWEREF99_TM,
                "",
                "",
                false,
                Instant.EPOCH,
                1,
                new DatasetExtent(id, id, bounds, day, day, "day", Instant.EPOCH),
                se.lageskarta.service.storage.DatasetTerms.NONE);
    }
}
