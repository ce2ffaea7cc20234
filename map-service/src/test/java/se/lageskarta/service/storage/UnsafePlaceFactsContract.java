package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.geo.survey.UnsafeReason;

abstract class UnsafePlaceFactsContract extends StoreContract {
    private static final UnsafePlace FULL = new UnsafePlace(
            0,
            0,
            7,
            383_416,
            6_439_068,
            25,
            false,
            2,
            99,
            LocalDate.of(2025, 10, 3),
            true,
            Set.of(UnsafeReason.DARK, UnsafeReason.VEGETATION));
    private static final UnsafePlace BARE =
            new UnsafePlace(0, 0, 8, 383_500, 6_439_100, 0, true, 1, 0, null, null, Set.of());

    @Test
    void gives_back_marks_as_they_were_written() {
        Dataset wave = wave();

        importMarks(wave, List.of(FULL, BARE));

        UnsafePlaces marks = stores.unsafePlaces.visible().get(0);
        assertThat(marks.crs()).isEqualTo(Crs.SWEREF99_TM);
        assertThat(marks.marks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "datasetId")
                .containsExactly(FULL, BARE);
        assertThat(marks.marks())
                .allSatisfy(mark -> assertThat(mark.datasetId()).isEqualTo(wave.id()));
        assertThat(stores.unsafePlaces.sourceKeys(wave.id()).contains(8)).isTrue();
    }

    @Test
    void describes_the_wave() {
        Dataset wave = wave();

        importMarks(wave, List.of(FULL, BARE));

        DatasetExtent extent = stores.datasets.find(wave.id()).orElseThrow().extent();
        assertThat(extent.rows()).isEqualTo(2);
        assertThat(extent.firstDay()).isEqualTo(LocalDate.of(2025, 10, 3));
        assertThat(extent.timePrecision()).isEqualTo("day");
    }

    @Test
    void a_wave_that_is_taken_back_is_gone() {
        ImportRun run = importMarks(wave(), List.of(FULL));

        stores.imports.withdraw(run.id());

        assertThat(stores.unsafePlaces.visible()).isEmpty();
    }

    private Dataset wave() {
        return stores.datasets.create(
                new NewDataset("wave", DatasetKind.UNSAFE_PLACES, null, Crs.SWEREF99_TM, "EST", "survey", true));
    }

    private ImportRun importMarks(Dataset wave, List<UnsafePlace> marks) {
        ImportRun run = stores.imports.start(wave.id(), "wave.csv", "tester");
        stores.unsafePlaces.add(run.id(), wave.crs(), marks);
        int rows = marks.size();
        return stores.imports.complete(run.id(), new ImportCounts(rows, rows, 0, 0, 0), "{}", List.of());
    }
}
