package se.lageskarta.service.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lageskarta.geo.crs.Crs;

/**
 * Where the facts of one import lie: ids first to last, both included, with rows of other imports possibly between.
 */
record FactRun(long importId, long datasetId, Crs crs, long first, long last) {
    /** Ids {@code first} to {@code last}, both included. */
    record Block(long first, long last) {}

    /** Rows read with one statement: large enough to be quick, small enough to hold. */
    private static final int ROWS_AT_A_TIME = 50_000;

    /** The complete imports of one kind that have facts. */
    static List<FactRun> visible(JdbcClient jdbc, DatasetKind kind) {
        return jdbc.sql("select r.id, r.dataset_id, d.crs, r.first_fact, r.last_fact from import_run r"
                        + " join dataset d on d.id = r.dataset_id"
                        + " where r.state = 'complete' and r.first_fact > 0 and d.kind = :kind order by r.first_fact")
                .param("kind", kind.code())
                .query((row, number) -> new FactRun(
                        row.getLong(1), row.getLong(2), new Crs(row.getInt(3)), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** Those of one dataset. */
    static List<FactRun> visibleOf(JdbcClient jdbc, DatasetKind kind, long datasetId) {
        return visible(jdbc, kind).stream()
                .filter(run -> run.datasetId == datasetId)
                .toList();
    }

    /**
     * Makes one thing of each working system's visible runs, in the order their systems first appear.
     *
     * @param read is given a system and its runs, at least one
     */
    static <T> List<T> visibleByCrs(JdbcClient jdbc, DatasetKind kind, BiFunction<Crs, List<FactRun>, T> read) {
        Map<Crs, List<FactRun>> runsByCrs =
                visible(jdbc, kind).stream().collect(groupingBy(FactRun::crs, LinkedHashMap::new, toList()));
        return runsByCrs.entrySet().stream()
                .map(runs -> read.apply(runs.getKey(), runs.getValue()))
                .toList();
    }

    /** Numbers of the runs' datasets, by import. */
    static Map<Long, Long> datasetByImport(List<FactRun> runs) {
        return runs.stream().collect(toMap(FactRun::importId, FactRun::datasetId));
    }

    /** Blocks of ids that cover the runs once, in ascending order. */
    static List<Block> blocks(List<FactRun> runs) {
        List<Block> blocks = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (FactRun run :
                runs.stream().sorted(Comparator.comparingLong(FactRun::first)).toList()) {
            for (long id = Math.max(run.first, next); id <= run.last; id += ROWS_AT_A_TIME) {
                next = Math.min(run.last, id + ROWS_AT_A_TIME - 1) + 1;
                blocks.add(new Block(id, next - 1));
            }
        }
        return blocks;
    }
}
