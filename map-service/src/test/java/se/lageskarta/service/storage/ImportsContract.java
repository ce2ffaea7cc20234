package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class ImportsContract extends StoreContract {
    @Test
    void completing_makes_rows_visible_describes_the_dataset_and_tells_the_others() {
        Dataset dataset = incidentDataset("one");

        ImportRun run = importIncidents(dataset, 0, 20);

        assertThat(run.state()).isEqualTo(ImportState.COMPLETE);
        assertThat(run.finishedAt()).isEqualTo(NOW);
        assertThat(stores.events).containsExactly(new DatasetChanged(dataset.id(), DatasetKind.INCIDENTS));
        Dataset described = stores.datasets.find(dataset.id()).orElseThrow();
        assertThat(described.revision()).isEqualTo(dataset.revision() + 1);
        DatasetExtent extent = described.extent();
        assertThat(extent.rows()).isEqualTo(20);
        assertThat(extent.distinctPlaces()).isEqualTo(20);
        assertThat(extent.timePrecision()).isEqualTo("minute");
        assertThat(extent.firstDay()).isEqualTo(LocalDate.of(2025, 2, 19));
        assertThat(extent.importedAt()).isEqualTo(NOW);
        Bounds bounds = extent.bounds();
        assertThat(bounds).isNotNull();
        assertThat(bounds.west()).isCloseTo(13.0162, within(1e-3));
        assertThat(bounds.north()).isCloseTo(58.0770, within(1e-3));
    }

    @Test
    void a_dataset_is_listed_once_it_has_a_visible_row() {
        Dataset dataset = incidentDataset("one");
        assertThat(stores.datasets.all()).isEmpty();

        importIncidents(dataset, 0, 1);

        assertThat(stores.datasets.all()).extracting(Dataset::name).containsExactly("one");
        assertThat(stores.datasets.named(" one ", DatasetKind.INCIDENTS)).isPresent();
        assertThat(stores.datasets.named("one", DatasetKind.BASE)).isEmpty();
    }

    @Test
    void a_failed_import_leaves_nothing_behind_but_its_report() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = stores.imports.start(dataset.id(), "bad.csv", "tester");
        load(run, dataset, 0, 10);
        var problem = new ImportProblem(3, "x", "abc\0", "x.not-a-number", "{}", "rejected");

        stores.imports.stop(
                run.id(), ImportState.FAILED, new ImportCounts(1, 0, 0, 1, 0), "{\"code\":\"file\"}", List.of(problem));

        assertThat(rowsOf("incident")).isZero();
        assertThat(stores.incidents.visible()).isEmpty();
        assertThat(stores.imports.find(run.id()).orElseThrow().report()).isEqualTo("{\"code\":\"file\"}");
        assertThat(stores.imports.problems(run.id(), 100)).singleElement().satisfies(kept -> assertThat(kept.value())
                .isEqualTo("abc\uFFFD"));
        assertThat(stores.events).isEmpty();
    }

    @Test
    void taking_an_import_back_removes_its_rows_and_no_other_and_tells() {
        Dataset dataset = incidentDataset("one");
        importIncidents(dataset, 0, 5);
        ImportRun second = importIncidents(dataset, 5, 12);
        stores.events.clear();

        stores.imports.withdraw(second.id());

        assertThat(stores.incidents.visible().get(0).size()).isEqualTo(5);
        assertThat(rowsOf("incident")).isEqualTo(5);
        assertThat(stores.datasets.find(dataset.id()).orElseThrow().extent().rows())
                .isEqualTo(5);
        assertThat(stores.events).containsExactly(new DatasetChanged(dataset.id(), DatasetKind.INCIDENTS));
    }

    @Test
    void a_large_import_taken_back_is_out_of_sight_at_once_and_its_rows_are_gone_soon_after() throws Exception {
        Dataset dataset = incidentDataset("one");
        importIncidents(dataset, 0, 5);
        ImportRun large = importIncidents(dataset, 5, 25_000);

        stores.imports.withdraw(large.id());

        assertThat(stores.incidents.visible().get(0).size()).isEqualTo(5);
        for (int tries = 0; tries < 600 && rowsOf("incident") > 5; tries++) {
            Thread.sleep(50);
        }
        assertThat(rowsOf("incident")).isEqualTo(5);
    }

    @Test
    void an_import_ends_once() {
        ImportRun run = importIncidents(incidentDataset("one"), 0, 1);

        assertThatThrownBy(() -> stores.imports.complete(run.id(), ImportCounts.NONE, "{}", List.of()))
                .isInstanceOf(ImportEndedException.class);
        stores.imports.withdraw(run.id());
        assertThatThrownBy(() -> stores.imports.withdraw(run.id())).isInstanceOf(ImportEndedException.class);
    }

    @Test
    void what_was_running_when_the_process_died_is_failed_and_removed() {
        Dataset dataset = incidentDataset("one");
        importIncidents(dataset, 0, 5);
        ImportRun running = stores.imports.start(dataset.id(), "half.csv", "tester");
        load(running, dataset, 5, 10);

        assertThat(stores.imports.abandonRunning()).isEqualTo(1);

        assertThat(stores.imports.find(running.id()).orElseThrow().state()).isEqualTo(ImportState.FAILED);
        assertThat(rowsOf("incident")).isEqualTo(5);
        assertThat(stores.imports.abandonRunning()).isZero();
    }

    @Test
    void a_removal_that_was_interrupted_is_taken_up_again() {
        ImportRun run = importIncidents(incidentDataset("one"), 0, 5);
        stores.jdbc
                .sql("update import_run set state = 'withdrawn' where id = :id")
                .param("id", run.id())
                .update();

        stores.imports.abandonRunning();

        assertThat(rowsOf("incident")).isZero();
    }

    @Test
    void the_newest_come_first() {
        Dataset dataset = incidentDataset("one");
        ImportRun first = importIncidents(dataset, 0, 1);
        ImportRun second = importIncidents(dataset, 1, 2);

        assertThat(stores.imports.newest(10)).extracting(ImportRun::id).containsExactly(second.id(), first.id());
        assertThat(stores.imports.completeOf(dataset.id())).hasSize(2);
    }

    @Test
    void the_revision_changes_with_what_is_visible() {
        long before = stores.datasets.revision();
        ImportRun run = importIncidents(incidentDataset("one"), 0, 1);
        long complete = stores.datasets.revision();
        stores.imports.withdraw(run.id());

        assertThat(complete).isGreaterThan(before);
        assertThat(stores.datasets.revision()).isGreaterThan(complete);
    }

    private long rowsOf(String table) {
        return stores.jdbc
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
