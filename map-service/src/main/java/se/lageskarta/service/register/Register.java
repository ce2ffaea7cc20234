package se.lageskarta.service.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.web.ExpectedVersion;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries of one kind with every state they had. Each change is a transaction of its own, or part of the one it is called
 * in; a row lock lets one writer at a time look at the version. Nothing is erased. Safe for several threads.
 *
 * @param <T> the state of an entry
 */
public final class Register<T> {
    static final int MAX_NAME = 20;
    private static final String SELECT =
            "select id, version, subject, state, withdrawn, created_at, created_by, updated_at, updated_by"
                    + " from register_entry where register = :register";

    /**
     * A state that was saved.
     *
     * @param version from 1
     * @param withdrawn true when the entry was taken away then
     */
    public record Saved<T>(long version, T state, boolean withdrawn, Instant savedAt, String savedBy) {}

    private final String name;
    private final Class<T> kind;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final JsonMapper json;

    Register(
            String name,
            Class<T> kind,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock,
            JsonMapper json) {
        this.name = name;
        this.kind = kind;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /** Entries that have not been withdrawn, the oldest first. */
    public List<Entry<T>> all() {
        return jdbc.sql(SELECT + " and withdrawn = false order by id")
                .param("register", name)
                .query(this::entry)
                .list();
    }

    /** Those about one subject, the oldest first. */
    public List<Entry<T>> about(String subject) {
        return jdbc.sql(SELECT + " and subject = :subject and withdrawn = false order by id")
                .param("register", name)
                .param("subject", subject)
                .query(this::entry)
                .list();
    }

    /** One entry, also a withdrawn one. */
    public Optional<Entry<T>> find(long id) {
        return find(id, "");
    }

    /** Every saved state of an entry, the first first. */
    public List<Saved<T>> history(long id) {
        return jdbc.sql("select s.version, s.state, s.withdrawn, s.saved_at, s.saved_by from register_state s"
                        + " join register_entry e on e.id = s.entry_id"
                        + " where e.register = :register and e.id = :id order by s.version")
                .param("register", name)
                .param("id", id)
                .query((row, number) -> new Saved<>(
                        row.getLong("version"),
                        json.readValue(row.getString("state"), kind),
                        row.getBoolean("withdrawn"),
                        instant(row, "saved_at"),
                        row.getString("saved_by")))
                .list();
    }

    /** A new entry. */
    public Entry<T> add(@Nullable String subject, T state, String who) {
        return inTransaction(() -> {
            Instant now = now();
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            jdbc.sql(
                            "insert into register_entry (register, version, subject, state, withdrawn, created_at, created_by,"
                                    + " updated_at, updated_by) values (:register, 1, :subject, :state, false, :at, :by, :at, :by)")
                    .param("register", name)
                    .param("subject", subject)
                    .param("state", json.writeValueAsString(state))
                    .param("at", time(now))
                    .param("by", who)
                    .update(key, "id");
            long id = Objects.requireNonNull(key.getKey(), "generated id").longValue();
            Entry<T> added = new Entry<>(id, 1, subject, state, false, now, who, now, who);
            note(added);
            return added;
        });
    }

    /**
     * Replaces the state of an entry.
     *
     * @param edit the new state from the present one; may refuse by throwing, then nothing is written
     * @return the entry afterwards; empty when there is none, or it has been withdrawn
     * @throws StaleEntryException when somebody has saved it since
     */
    public Optional<Entry<T>> change(long id, ExpectedVersion expected, UnaryOperator<T> edit, String who) {
        return save(id, expected, who, false, entry -> entry.withdrawn() ? null : edit.apply(entry.state()));
    }

    /**
     * Takes an entry away. Withdrawing twice is stale the second time.
     *
     * @throws StaleEntryException when somebody has saved it since
     */
    public Optional<Entry<T>> withdraw(long id, ExpectedVersion expected, String who) {
        return save(id, expected, who, true, Entry::state);
    }

    /** Brings a withdrawn entry back; one that is there is left as it is. */
    public Optional<Entry<T>> restore(long id, String who) {
        return inTransaction(
                () -> locked(id).map(entry -> entry.withdrawn() ? written(entry, entry.state(), false, who) : entry));
    }

    private interface Edit<T> {
        @Nullable
        T of(Entry<T> entry);
    }

    private Optional<Entry<T>> save(long id, ExpectedVersion expected, String who, boolean withdrawn, Edit<T> edit) {
        return inTransaction(() -> locked(id).flatMap(entry -> {
            if (!expected.allows(entry.version())) {
                throw new StaleEntryException(entry);
            }
            T state = edit.of(entry);
            return state == null ? Optional.empty() : Optional.of(written(entry, state, withdrawn, who));
        }));
    }

    private Entry<T> written(Entry<T> before, T state, boolean withdrawn, String who) {
        Entry<T> entry = new Entry<>(
                before.id(),
                before.version() + 1,
                before.subject(),
                state,
                withdrawn,
                before.createdAt(),
                before.createdBy(),
                now(),
                who);
        jdbc.sql("update register_entry set version = :version, state = :state, withdrawn = :withdrawn,"
                        + " updated_at = :at, updated_by = :by where id = :id")
                .param("version", entry.version())
                .param("state", json.writeValueAsString(state))
                .param("withdrawn", withdrawn)
                .param("at", time(entry.updatedAt()))
                .param("by", who)
                .param("id", entry.id())
                .update();
        note(entry);
        return entry;
    }

    private void note(Entry<T> entry) {
        jdbc.sql("insert into register_state (entry_id, version, state, withdrawn, saved_at, saved_by)"
                        + " values (:id, :version, :state, :withdrawn, :at, :by)")
                .param("id", entry.id())
                .param("version", entry.version())
                .param("state", json.writeValueAsString(entry.state()))
                .param("withdrawn", entry.withdrawn())
                .param("at", time(entry.updatedAt()))
                .param("by", entry.updatedBy())
                .update();
    }

    private Optional<Entry<T>> locked(long id) {
        return find(id, " for update");
    }

    private Optional<Entry<T>> find(long id, String lock) {
        return jdbc.sql(SELECT + " and id = :id" + lock)
                .param("register", name)
                .param("id", id)
                .query(this::entry)
                .optional();
    }

    private Entry<T> entry(ResultSet row, int number) throws SQLException {
        return new Entry<>(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("subject"),
                json.readValue(row.getString("state"), kind),
                row.getBoolean("withdrawn"),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    private <R> R inTransaction(Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** Microseconds: what both databases keep. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
