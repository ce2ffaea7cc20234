package se.lageskarta.service.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of this installation, in the database so that its backup holds them. */
@Repository
public class Photos {
    private static final String COLUMNS = "id, subject, subject_id, width, height, byte_count, sent_at, sent_by";

    private final JdbcClient jdbc;
    private final Clock clock;

    Photos(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a picture. The sender's key makes it the same picture when it is sent again: then the one that is there is
     * answered and nothing is stored.
     *
     * @param key what the sender calls the picture, 1 to 36 characters
     * @throws DuplicateKeyException when the same picture is being stored by another request at this moment
     */
    @Transactional
    public Photo add(String subject, long subjectId, String key, CleanPhoto photo, String who) {
        Optional<Photo> known = named(subject, subjectId, key);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("insert into photo (subject, subject_id, client_key, width, height, byte_count, jpeg, sent_at,"
                        + " sent_by) values (:subject, :subjectId, :key, :width, :height, :count, :jpeg, :at, :who)")
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("key", key)
                .param("width", photo.width())
                .param("height", photo.height())
                .param("count", photo.jpeg().length)
                .param("jpeg", photo.jpeg())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("who", who)
                .update();
        return named(subject, subjectId, key).orElseThrow();
    }

    /** The picture that a sender called so. */
    public Optional<Photo> named(String subject, long subjectId, String key) {
        return jdbc.sql("select " + COLUMNS
                        + " from photo where subject = :subject and subject_id = :id and client_key = :key")
                .param("subject", subject)
                .param("id", subjectId)
                .param("key", key)
                .query(Photos::photo)
                .optional();
    }

    /** The pictures of several things of one kind, by the thing's number; things without pictures are left out. */
    public Map<Long, List<Photo>> of(String subject, Collection<Long> subjectIds) {
        if (subjectIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + COLUMNS + " from photo where subject = :subject and subject_id in (:ids) order by id")
                .param("subject", subject)
                .param("ids", subjectIds)
                .query(Photos::photo)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Photo::subjectId));
    }

    /** The bytes of a picture of this thing; empty when it has no such picture. */
    public Optional<byte[]> jpeg(String subject, long subjectId, long id) {
        return jdbc.sql("select jpeg from photo where subject = :subject and subject_id = :subjectId and id = :id")
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Takes one picture of this thing away for good; false when it has no such picture. */
    @Transactional
    public boolean erase(String subject, long subjectId, long id) {
        return jdbc.sql("delete from photo where subject = :subject and subject_id = :subjectId and id = :id")
                        .param("subject", subject)
                        .param("subjectId", subjectId)
                        .param("id", id)
                        .update()
                > 0;
    }

    /**
     * Takes all pictures of this thing away for good.
     *
     * @return how many there were
     */
    @Transactional
    public int eraseAll(String subject, long subjectId) {
        return jdbc.sql("delete from photo where subject = :subject and subject_id = :id")
                .param("subject", subject)
                .param("id", subjectId)
                .update();
    }

    private static Photo photo(ResultSet row, int number) throws SQLException {
        return new Photo(
                row.getLong("id"),
                row.getString("subject"),
                row.getLong("subject_id"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("byte_count"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("sent_by"));
    }
}
