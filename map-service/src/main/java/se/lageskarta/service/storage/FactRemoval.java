package se.lageskarta.service.storage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the facts of imports that ended without being complete. Nobody sees them any more, so it goes block by
 * block, each its own transaction, and may be interrupted and taken up again. The embedded database removes some
 * 10,000 rows a second, so that whoever takes back a large import is answered before its rows are gone.
 */
@Component
class FactRemoval implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(FactRemoval.class);
    private static final int ROWS_AT_A_TIME = 10_000;

    /** So few are removed at once; that takes a second or two. */
    private static final int FEW_ROWS = 20_000;

    private static final long STOP_WITHIN_SECONDS = 20;

    private record Range(long importId, DatasetKind kind, long first, long last) {
        long rows() {
            return last - first + 1;
        }
    }

    private final JdbcClient jdbc;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "fact-removal");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    FactRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes the facts of one import that has ended. */
    void of(long importId) {
        remove(importId, " and r.state not in ('running', 'complete')", () -> stopping);
    }

    /** Removes the facts of one import that has ended: few at once, many after the caller has been answered. */
    void soon(long importId) {
        if (rows(importId) <= FEW_ROWS) {
            of(importId);
            return;
        }
        try {
            worker.execute(() -> later(importId));
        } catch (RejectedExecutionException stops) {
            LOG.debug("the rows of import {} are removed at the next start", importId);
        }
    }

    /** Removes the facts of one import whatever its state, inside the caller's transaction. */
    void facts(long importId) {
        remove(importId, "", () -> false);
    }

    /** The service stops: the block at hand is finished, and the next start takes up the rest. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the rows of an import taken back are still being removed");
        }
    }

    private void later(long importId) {
        try {
            of(importId);
        } catch (RuntimeException failure) {
            LOG.warn("not all rows of import {} are removed; the next start takes up the rest", importId, failure);
        }
    }

    private long rows(long importId) {
        return range(importId, "").map(Range::rows).orElse(0L);
    }

    private void remove(long importId, String condition, BooleanSupplier interrupted) {
        for (String table : List.of("incident_shape", "place_shape", "place_waiting")) {
            jdbc.sql("delete from " + table + " where import_id in (select r.id from import_run r where r.id = :id"
                            + condition + ")")
                    .param("id", importId)
                    .update();
        }
        range(importId, condition).ifPresent(range -> remove(range, interrupted));
    }

    private Optional<Range> range(long importId, String condition) {
        return jdbc.sql(
                        "select r.id, d.kind, r.first_fact, r.last_fact from import_run r join dataset d on d.id = r.dataset_id"
                                + " where r.id = :id and r.first_fact > 0" + condition)
                .param("id", importId)
                .query((row, number) ->
                        new Range(row.getLong(1), DatasetKind.of(row.getString(2)), row.getLong(3), row.getLong(4)))
                .optional();
    }

    /** Takes up what an earlier process did not finish. */
    void ofEnded() {
        jdbc.sql("select id from import_run where state not in ('running', 'complete') and (first_fact > 0"
                        + " or exists (select 1 from place_waiting w where w.import_id = import_run.id))")
                .query(Long.class)
                .list()
                .forEach(this::of);
    }

    private void remove(Range range, BooleanSupplier interrupted) {
        String table = FactTable.of(range.kind).tableName();
        for (long first = range.first; first <= range.last; first += ROWS_AT_A_TIME) {
            if (interrupted.getAsBoolean()) {
                return;
            }
            jdbc.sql("delete from " + table + " where id between :first and :last and import_id = :import")
                    .param("first", first)
                    .param("last", Math.min(range.last, first + ROWS_AT_A_TIME - 1))
                    .param("import", range.importId)
                    .update();
        }
        jdbc.sql("update import_run set first_fact = 0, last_fact = 0 where id = :id")
                .param("id", range.importId)
                .update();
    }
}
