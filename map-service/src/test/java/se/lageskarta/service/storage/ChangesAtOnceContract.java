package se.lageskarta.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.incident.PlacePrecision;

/** Two changes of one dataset, of which the second comes while the first is not yet seen by others. */
abstract class ChangesAtOnceContract extends StoreContract {
    /** Long enough to come as far as one can before the first is done; what is asserted does not depend on it. */
    private static final long MILLIS = 200;

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        other.shutdownNow();
    }

    @Test
    void of_two_imports_that_are_complete_at_the_same_time_both_are_counted() throws Exception {
        Dataset dataset = incidentDataset("one");
        ImportRun first = loaded(dataset, 0, 3);
        ImportRun second = loaded(dataset, 10, 14);

        secondWhile(() -> complete(first), () -> complete(second));

        Dataset now = stores.datasets.find(dataset.id()).orElseThrow();
        assertThat(now.extent().rows()).isEqualTo(7);
        assertThat(now.extent().distinctPlaces()).isEqualTo(7);
    }

    @Test
    void of_two_imports_that_are_taken_back_at_the_same_time_none_is_counted() throws Exception {
        Dataset dataset = incidentDataset("one");
        ImportRun first = importIncidents(dataset, 0, 3);
        ImportRun second = importIncidents(dataset, 10, 14);

        secondWhile(() -> stores.imports.withdraw(first.id()), () -> stores.imports.withdraw(second.id()));

        assertThat(stores.datasets.find(dataset.id()).orElseThrow().extent().rows())
                .isZero();
        assertThat(stores.datasets.all()).isEmpty();
    }

    @Test
    void of_two_who_bring_the_first_rows_of_a_dataset_one_makes_it() throws Exception {
        NewDataset wanted =
                new NewDataset("Rapporter", DatasetKind.INCIDENTS, null, Crs.SWEREF99_TM, "EST", "reports", true);

        Dataset second = secondWhile(
                () -> stores.datasets.namedOrNew(wanted),
                () -> stores.transactions.execute(status -> stores.datasets.namedOrNew(wanted)));

        assertThat(stores.jdbc.sql("select id from dataset").query(Long.class).list())
                .containsExactly(second.id());
    }

    @Test
    void of_two_who_say_what_the_same_words_mean_the_later_counts() throws Exception {
        WrittenPlace words = new WrittenPlace("vid ICA", "Ljung", "");

        secondWhile(() -> stores.aliases.remember(words, place("Ena"), "eva"), () -> {
            stores.transactions.executeWithoutResult(status -> stores.aliases.remember(words, place("Andra"), "bo"));
            return true;
        });

        assertThat(stores.aliases.all()).singleElement().satisfies(alias -> {
            assertThat(alias.place().name()).isEqualTo("Andra");
            assertThat(alias.version()).isEqualTo(2);
        });
    }

    @Test
    void incidents_are_read_as_they_were_at_one_moment() {
        Dataset dataset = incidentDataset("one");
        ImportRun run = importIncidents(dataset, 0, 3);
        JdbcTemplate template = new JdbcTemplate(stores.database);
        FactReader reader = new FactReader(template) {
            @Override
            void read(FactTable table, String columns, List<FactRun> runs, Row row) {
                await(other.submit(() -> stores.imports.withdraw(run.id())));
                super.read(table, columns, runs, row);
            }
        };
        IncidentFacts facts = new IncidentFacts(
                template, stores.jdbc, stores.transactions, stores.snapshots, reader, stores.database);

        assertThat(facts.visible()).singleElement().satisfies(all -> assertThat(all.size())
                .isEqualTo(3));
        assertThat(stores.incidents.visible()).isEmpty();
    }

    private static SettledPlace place(String name) {
        return new SettledPlace(name, 13.025, 58.077, PlacePrecision.ADDRESS, null);
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ImportRun loaded(Dataset dataset, int from, int to) {
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        load(run, dataset, from, to);
        return run;
    }

    private ImportRun complete(ImportRun run) {
        return stores.imports.complete(run.id(), ImportCounts.NONE, "{}", List.of());
    }

    /** Lets the second begin after the first has written, and the first be seen only when the second waits for it. */
    <T> T secondWhile(Runnable first, Callable<T> second) throws InterruptedException, ExecutionException {
        Future<T> begun = stores.transactions.execute(status -> {
            first.run();
            Future<T> waits = other.submit(second);
            assertThatThrownBy(() -> waits.get(MILLIS, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waits;
        });
        return begun.get();
    }
}
