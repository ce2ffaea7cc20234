package se.lageskarta.service.areachecks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger: every number that planners have been told. Rows are added and never changed. Whoever adds holds the lock of the
 * set of areas in a transaction, so that two checks at once do not tell two numbers of the same.
 */
@Repository
class SeenNumbers {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    SeenNumbers(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A number told.
     *
     * @param area place in the set's areas
     */
    record Seen(int area, Block block, Told told, Instant at) {}

    /** Waits for others who tell numbers of the same areas. In a transaction. */
    void lock(long set) {
        jdbc.sql("select id from planner_area_set where id = :id for update")
                .param("id", set)
                .query(Long.class)
                .single();
    }

    /** All blocks of a set that any number has been told of. */
    List<Block> blocks(long set) {
        return jdbc.sql("select distinct from_month, to_month, datasets from planner_seen"
                        + " where set_id = :set and kind = 'count' order by from_month, to_month, datasets")
                .param("set", set)
                .query((row, number) -> Block.stored(row.getInt(1), row.getInt(2), row.getString(3)))
                .list();
    }

    /** Everything told of some areas, the earliest block first. */
    List<Seen> counts(long set, List<Integer> areas) {
        if (areas.isEmpty()) {
            return List.of();
        }
        return new ArrayList<>(jdbc.sql(
                        "select area, from_month, to_month, datasets, told, told_at from planner_seen where set_id = :set"
                                + " and kind = 'count' and area in (:areas) order by area, from_month, to_month, datasets")
                .param("set", set)
                .param("areas", areas)
                .query((row, number) -> new Seen(
                        row.getInt(1),
                        Block.stored(row.getInt(2), row.getInt(3), row.getString(4)),
                        json.readValue(row.getString(5), Told.class),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list());
    }

    Seen add(long set, int area, Block block, Told told) {
        Instant now = insert(set, "count", area, block, told);
        return new Seen(area, block, told, now);
    }

    /** What was told of a neighbourhood's pattern, if anything was. */
    Optional<Pattern> pattern(long set, int neighbourhood, Block block) {
        return jdbc.sql("select told from planner_seen where set_id = :set and kind = 'pattern' and area = :area"
                        + " and from_month = :from and to_month = :to and datasets = :datasets")
                .param("set", set)
                .param("area", neighbourhood)
                .param("from", Block.number(block.from()))
                .param("to", Block.number(block.to()))
                .param("datasets", block.key())
                .query(String.class)
                .optional()
                .map(told -> json.readValue(told, Pattern.class));
    }

    void add(long set, int neighbourhood, Block block, Pattern pattern) {
        insert(set, "pattern", neighbourhood, block, pattern);
    }

    private Instant insert(long set, String kind, int area, Block block, Object told) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("insert into planner_seen (set_id, kind, area, from_month, to_month, datasets, told, told_at)"
                        + " values (:set, :kind, :area, :from, :to, :datasets, :told, :at)")
                .param("set", set)
                .param("kind", kind)
                .param("area", area)
                .param("from", Block.number(block.from()))
                .param("to", Block.number(block.to()))
                .param("datasets", block.key())
                .param("told", json.writeValueAsString(told))
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return now;
    }
}
