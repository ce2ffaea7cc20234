package se.lageskarta.service.storage;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the facts of imports that ended without being complete. Nobody sees them any more, so it goes block by
 * block, each its own transaction, and may be interrupted and taken up again.
 */
@Component
class FactRemoval {
    private static final int ROWS_AT_A_TIME = 50_000;

    private record Range(long importId, DatasetKind kind, long first, long last) {}

    private final JdbcClient jdbc;

    FactRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes the facts of one import that has ended. */
    void of(long importId) {
        remove(importId, " and r.state not in ('running', 'complete')");
    }

    /** Removes the facts of one import whatever its state, inside the caller's transaction. */
    void facts(long importId) {
        remove(importId, "");
    }

    private void remove(long importId, String condition) {
        for (String table : List.of("incident_shape", "place_shape", "place_waiting")) {
            jdbc.sql("delete from " + table + " where import_id in (select r.id from import_run r where r.id = :id"
                            + condition + ")")
                    .param("id", importId)
                    .update();
        }
        jdbc.sql(
                        "select r.id, d.kind, r.first_fact, r.last_fact from import_run r join dataset d on d.id = r.dataset_id"
                                + " where r.id = :id and r.first_fact > 0" + condition)
                .param("id", importId)
                .query((row, number) ->
                        new Range(row.getLong(1), DatasetKind.of(row.getString(2)), row.getLong(3), row.getLong(4)))
                .optional()
                .ifPresent(this::remove);
    }

    /** Takes up what an earlier process did not finish. */
    void ofEnded() {
        jdbc.sql("select id from import_run where state not in ('running', 'complete') and (first_fact > 0"
                        + " or exists (select 1 from place_waiting w where w.import_id = import_run.id))")
                .query(Long.class)
                .list()
                .forEach(this::of);
    }

    private void remove(Range range) {
        String table = FactTable.of(range.kind).tableName();
        for (long first = range.first; first <= range.last; first += ROWS_AT_A_TIME) {
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
