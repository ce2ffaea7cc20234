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
