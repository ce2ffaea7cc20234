package se.lageskarta.service.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that wait. They are no facts and nobody edits them: each is written once and removed. */
@Repository
class Uploads {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String COLUMNS = "select id, account, file_name, bytes, shape, received_at from upload";

    /** How much of one account waits. */
    record Held(long files, long bytes) {}

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Upload upload) {
        jdbc.sql("insert into upload (id, account, file_name, bytes, shape, received_at)"
                        + " values (:id, :account, :file, :bytes, :shape, :at)")
                .param("id", upload.id())
                .param("account", upload.account())
                .param("file", upload.fileName())
                .param("bytes", upload.bytes())
                .param("shape", upload.shape())
                .param("at", at(upload.receivedAt()))
                .update();
    }

    /** The upload when it is this account's own; another's looks like one that never was. */
    Optional<Upload> find(String id, String account) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return jdbc.sql(COLUMNS + " where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .query((row, number) -> read(row))
                .optional();
    }

    List<String> ids() {
        return jdbc.sql("select id from upload").query(String.class).list();
    }

    List<String> receivedBefore(Instant limit) {
        return jdbc.sql("select id from upload where received_at < :limit")
                .param("limit", at(limit))
                .query(String.class)
                .list();
    }

    Held heldBy(String account) {
        return jdbc.sql("select count(*), coalesce(sum(bytes), 0) from upload where account = :account")
                .param("account", account)
                .query((row, number) -> new Held(row.getLong(1), row.getLong(2)))
                .single();
    }

    void remove(String id) {
        jdbc.sql("delete from upload where id = :id").param("id", id).update();
    }

    private static Upload read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Upload(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
