package se.lageskarta.service.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Every saved state of what people keep in order around the facts: written once, never changed. */
@Repository
public class RegisterChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = "select item, version, state, saved_at, saved_by from register_change";

    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One saved state.
     *
     * @param item which entry of the register
     * @param version how many times it had been saved, from 1
     * @param state as JSON
     */
    public record Change(String item, long version, String state, Instant savedAt, String savedBy) {}

    /**
     * Writes down a state, in the transaction that makes it.
     *
     * @param register such as {@code dataset}, at most 20 characters
     * @param state any value that can be written as JSON of at most 8,000 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String register, String item, long version, Object state, String who) {
        jdbc.sql("insert into register_change (register, item, version, state, saved_at, saved_by)"
                        + " values (:register, :item, :version, :state, :at, :by)")
                .param("register", register)
                .param("item", item)
                .param("version", version)
                .param("state", JSON.writeValueAsString(state))
                .param("at", Rows.time(clock.instant()))
                .param("by", who)
                .update();
    }

    /** The states of one entry, the newest first. */
    public List<Change> of(String register, String item, int limit) {
        return jdbc.sql(SELECT + " where register = :register and item = :item order by id desc limit :limit")
                .param("register", register)
                .param("item", item)
                .param("limit", limit)
                .query(RegisterChanges::change)
                .list();
    }

    /** The states of all entries of a register, the newest first. */
    public List<Change> all(String register, int limit) {
        return jdbc.sql(SELECT + " where register = :register order by id desc limit :limit")
                .param("register", register)
                .param("limit", limit)
                .query(RegisterChanges::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("item"),
                row.getLong("version"),
                row.getString("state"),
                Rows.instant(row, "saved_at"),
                row.getString("saved_by"));
    }
}
