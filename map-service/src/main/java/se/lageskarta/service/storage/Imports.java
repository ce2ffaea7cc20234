package se.lageskarta.service.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The imports of this installation and where each stands. The facts of an import appear all at once when
 * {@link #complete} returns, and disappear all at once with {@link #withdraw}; an import that was running when the
 * process died is failed by {@link #abandonRunning}.
 */
@Repository
public class Imports {
    private static final String COLUMNS = "id, dataset_id, state, file_name, started_at, finished_at, started_by,"
            + " read_rows, placed, uncertain, rejected, duplicates, report";

    /** Begins the name of an import that came by no file; no file's name has a slash. */
    public static final String NO_FILE = "/";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionOperations transactions;
    private final Datasets datasets;
    private final Extents extents;
    private final FactRemoval removal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            JdbcClient jdbc,
            JdbcTemplate template,
            TransactionOperations transactions,
            Datasets datasets,
            Extents extents,
            FactRemoval removal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.transactions = transactions;
        this.datasets = datasets;
        this.extents = extents;
        this.removal = removal;
        this.events = events;
        this.clock = clock;
    }

    /** Begins an import into a dataset; its facts may now be written. */
    public ImportRun start(long datasetId, String fileName, String startedBy) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into import_run (dataset_id, state, file_name, started_at, started_by, read_rows, placed,"
                        + " uncertain, rejected, duplicates, first_fact, last_fact, report) values (:dataset, 'running',"
                        + " :file, :at, :by, 0, 0, 0, 0, 0, 0, 0, '{}')")
                .param("dataset", datasetId)
                .param("file", fileName)
                .param("at", Rows.time(clock.instant()))
                .param("by", startedBy)
                .update(key, "id");
        return find(Rows.key(key)).orElseThrow();
    }

    public Optional<ImportRun> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from import_run where id = :id")
                .param("id", id)
                .query(Imports::run)
                .optional();
    }

    /** Those of the imports that are complete and not taken back. */
    public Set<Long> completeAmong(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from import_run where state = 'complete' and id in (:ids)")
                        .param("ids", ids)
                        .query(Long.class)
                        .list());
    }

    /** The newest first; what came by no file, one by one, is left out. */
    public List<ImportRun> newest(int limit) {
        return jdbc.sql("select " + COLUMNS + " from import_run where position('" + NO_FILE
                        + "' in file_name) <> 1 order by id desc limit :limit")
                .param("limit", limit)
                .query(Imports::run)
                .list();
    }

    /** The complete imports of a dataset, the oldest first. */
    public List<ImportRun> completeOf(long datasetId) {
        return jdbc.sql("select " + COLUMNS
                        + " from import_run where dataset_id = :id and state = 'complete' order by id")
                .param("id", datasetId)
                .query(Imports::run)
                .list();
    }

    /**
     * Makes the facts of a running import visible, together with its counts, report and problems.
     *
     * @param report JSON, at most 200,000 characters
     * @throws ImportEndedException when it is not running any more
     */
    public ImportRun complete(long id, ImportCounts counts, String report, List<ImportProblem> problems) {
        Dataset dataset = transactions.execute(status -> {
            end(id, ImportState.COMPLETE, counts, report, problems);
            return describe(id);
        });
        events.publishEvent(new DatasetChanged(dataset.id(), dataset.kind()));
        return find(id).orElseThrow();
    }

    /**
     * As {@link #complete}, and takes everything back that the dataset held before: at no moment are both there, or
     * neither.
     *
     * @throws ImportEndedException when it is not running any more
     */
    public ImportRun completeInPlaceOfAll(long id, ImportCounts counts, String report, List<ImportProblem> problems) {
        List<Long> replaced = new ArrayList<>();
        Dataset dataset = transactions.execute(status -> {
            long datasetId = find(id).orElseThrow().datasetId();
            completeOf(datasetId).forEach(earlier -> replaced.add(earlier.id()));
            jdbc.sql("update import_run set state = 'withdrawn' where dataset_id = :dataset and state = 'complete'")
                    .param("dataset", datasetId)
                    .update();
            end(id, ImportState.COMPLETE, counts, report, problems);
            return describe(id);
        });
        events.publishEvent(new DatasetChanged(dataset.id(), dataset.kind()));
        replaced.forEach(removal::soon);
        return find(id).orElseThrow();
    }

    /**
     * Ends a running import without making anything visible, and removes what it wrote.
     *
     * @param state {@link ImportState#FAILED} or {@link ImportState#CANCELLED}
     * @throws ImportEndedException when it is not running any more
     */
    public ImportRun stop(
            long id, ImportState state, ImportCounts counts, String report, List<ImportProblem> problems) {
        if (state != ImportState.FAILED && state != ImportState.CANCELLED) {
            throw new IllegalArgumentException("state is " + state + ", but must be FAILED or CANCELLED");
        }
        transactions.executeWithoutResult(status -> end(id, state, counts, report, problems));
        removal.of(id);
        return find(id).orElseThrow();
    }

    /**
     * Replaces the facts of a complete import by others, all at once: for what grows through a page and not by files.
     *
     * @param write writes the new facts inside the transaction and counts them
     * @throws ImportEndedException when it is not complete, for somebody has taken it back
     */
    public ImportRun replace(long id, Supplier<ImportCounts> write) {
        Dataset dataset = transactions.execute(status -> {
            int changed = jdbc.sql("update import_run set state = 'running' where id = :id and state = 'complete'")
                    .param("id", id)
                    .update();
            if (changed == 0) {
                throw new ImportEndedException(id);
            }
            removal.facts(id);
            end(id, ImportState.COMPLETE, write.get(), "{}", List.of());
            return describe(id);
        });
        events.publishEvent(new DatasetChanged(dataset.id(), dataset.kind()));
        return find(id).orElseThrow();
    }

    /**
     * Takes a complete import back: its facts are invisible at once, and removed soon after.
     *
     * @throws ImportEndedException when it is not complete
     */
    public ImportRun withdraw(long id) {
        Dataset dataset = transactions.execute(status -> {
            int changed = jdbc.sql("update import_run set state = 'withdrawn' where id = :id and state = 'complete'")
                    .param("id", id)
                    .update();
            if (changed == 0) {
                throw new ImportEndedException(id);
            }
            return describe(id);
        });
        events.publishEvent(new DatasetChanged(dataset.id(), dataset.kind()));
        removal.soon(id);
        return find(id).orElseThrow();
    }

    /** The problems of an import, in the file's order. */
    public List<ImportProblem> problems(long id, int limit) {
        return jdbc.sql("select line, field, value_read, code, arguments, fate from import_problem"
                        + " where import_id = :id order by ordinal limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> new ImportProblem(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /**
     * Fails the imports that were running when their process died, and removes what they wrote.
     *
     * @return how many there were
     */
    public int abandonRunning() {
        List<Long> running = jdbc.sql("select id from import_run where state = 'running' order by id")
                .query(Long.class)
                .list();
        for (Long id : running) {
            stop(id, ImportState.FAILED, ImportCounts.NONE, "{\"code\":\"import.interrupted\"}", List.of());
        }
        removal.ofEnded();
        return running.size();
    }

    private void end(long id, ImportState state, ImportCounts counts, String report, List<ImportProblem> problems) {
        int changed = jdbc.sql("update import_run set state = :state, finished_at = :at, read_rows = :rows,"
                        + " placed = :placed, uncertain = :uncertain, rejected = :rejected, duplicates = :duplicates,"
                        + " report = :report where id = :id and state = 'running'")
                .param("state", state.code())
                .param("at", Rows.time(clock.instant()))
                .param("rows", counts.rows())
                .param("placed", counts.placed())
                .param("uncertain", counts.uncertain())
                .param("rejected", counts.rejected())
                .param("duplicates", counts.duplicates())
                .param("report", report)
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new ImportEndedException(id);
        }
        write(id, problems);
    }

    private void write(long id, List<ImportProblem> problems) {
        int[] ordinal = {0};
        template.batchUpdate(
                "insert into import_problem (import_id, ordinal, line, field, value_read, code, arguments, fate)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                problems,
                1000,
                (insert, problem) -> {
                    insert.setLong(1, id);
                    insert.setInt(2, ordinal[0]++);
                    insert.setLong(3, problem.line());
                    insert.setString(4, problem.field());
                    insert.setString(5, problem.value());
                    insert.setString(6, problem.code());
                    insert.setString(7, problem.arguments());
                    insert.setString(8, problem.fate());
                });
    }

    /** What others have changed while the rows were read is read too: of changes at the same time each one counts. */
    Dataset describe(long importId) {
        ImportRun run = find(importId).orElseThrow();
        Dataset dataset;
        do {
            dataset = datasets.find(run.datasetId()).orElseThrow();
        } while (!datasets.describe(dataset.id(), dataset.revision(), extents.of(dataset)));
        return dataset;
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong("id"),
                row.getLong("dataset_id"),
                ImportState.of(row.getString("state")),
                row.getString("file_name"),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "finished_at"),
                row.getString("started_by"),
                new ImportCounts(
                        row.getLong("read_rows"),
                        row.getLong("placed"),
                        row.getLong("uncertain"),
                        row.getLong("rejected"),
                        row.getLong("duplicates")),
                row.getString("report"));
    }
}
