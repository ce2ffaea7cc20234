package se.lageskarta.service.publications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.publicpage.PublicFile;
import se.lageskarta.service.web.Sha256;

/** Releases as they were approved, with their files. Nothing but a withdrawal ever changes them. */
@Repository
class PublicReleases {
    private static final String SELECT =
            "select publication_id, slug, areas_id, first_day, last_day, published_at, release_sha256, withdrawn_at"
                    + " from public_release";

    private final JdbcClient jdbc;

    PublicReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A release without its bytes. */
    record Published(
            long id,
            String slug,
            long areasId,
            LocalDate firstDay,
            LocalDate lastDay,
            Instant publishedAt,
            String sha256,
            @Nullable Instant withdrawnAt) {}

    /** Bytes that everybody may read. @param gone true when every release they belonged to was taken back */
    record Content(String sha256, String extension, String mediaType, byte[] bytes, boolean gone) {}

    /** All of them, the latest first. */
    List<Published> all() {
        return jdbc.sql(SELECT + " order by published_at desc, publication_id desc")
                .query(PublicReleases::published)
                .list();
    }

    Optional<Published> named(String slug) {
        return jdbc.sql(SELECT + " where slug = :slug")
                .param("slug", slug)
                .query(PublicReleases::published)
                .optional();
    }

    /** The release record as it was frozen. */
    Optional<String> releaseText(long id) {
        return text("release_text", id);
    }

    /** The disclosure report as it was when it was approved. */
    Optional<String> report(long id) {
        return text("report", id);
    }

    private Optional<String> text(String column, long id) {
        return jdbc.sql("select " + column + " from public_release where publication_id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** A file of a release by its path, whether or not it was taken back. */
    Optional<Content> file(long id, String path) {
        return jdbc.sql("select c.sha256, c.extension, c.media_type, c.content, 0 as present"
                        + " from public_file f join public_content c on c.sha256 = f.sha256"
                        + " where f.publication_id = :id and f.path = :path")
                .param("id", id)
                .param("path", path)
                .query(PublicReleases::content)
                .optional();
    }

    /** The content of a hash, if it was ever published. */
    Optional<Content> content(String sha256) {
        return jdbc.sql("select c.sha256, c.extension, c.media_type, c.content,"
                        + " (select count(*) from public_file f join public_release r on r.publication_id = f.publication_id"
                        + " where f.sha256 = c.sha256 and r.withdrawn_at is null) as present"
                        + " from public_content c where c.sha256 = :hash")
                .param("hash", sha256)
                .query(PublicReleases::content)
                .optional();
    }

    /** Paths of a release's files in their order. */
    List<String> paths(long id) {
        return jdbc.sql("select path from public_file where publication_id = :id order by ordinal")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /**
     * Keeps all other approvals away until the transaction ends.
     *
     * @return how many there have been
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long lock() {
        return jdbc.sql("select version from register_version where register = 'publication' for update")
                .query(Long.class)
                .single();
    }

    /** How many approvals there have been. */
    long approvals() {
        return jdbc.sql("select version from register_version where register = 'publication'")
                .query(Long.class)
                .single();
    }

    /** Writes a release; the caller holds the lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<StoredPublication.FrozenFile> add(
            Published release, String text, String report, Map<String, PublicFile> files) {
        jdbc.sql("update register_version set version = version + 1 where register = 'publication'")
                .update();
        jdbc.sql("insert into public_release (publication_id, slug, areas_id, first_day, last_day, published_at,"
                        + " release_sha256, release_text, report) values (:id, :slug, :areas, :first, :last, :at, :hash,"
                        + " :text, :report)")
                .param("id", release.id())
                .param("slug", release.slug())
                .param("areas", release.areasId())
                .param("first", release.firstDay())
                .param("last", release.lastDay())
                .param("at", OffsetDateTime.ofInstant(release.publishedAt(), ZoneOffset.UTC))
                .param("hash", release.sha256())
                .param("text", text)
                .param("report", report)
                .update();
        List<StoredPublication.FrozenFile> frozen = new ArrayList<>();
        files.forEach((path, file) -> frozen.add(add(release.id(), frozen.size(), path, file)));
        return frozen;
    }

    private StoredPublication.FrozenFile add(long id, int ordinal, String path, PublicFile file) {
        StoredPublication.FrozenFile frozen =
                new StoredPublication.FrozenFile(path, Sha256.of(file.bytes()), file.bytes().length, file.mediaType());
        if (content(frozen.sha256()).isEmpty()) {
            jdbc.sql("insert into public_content (sha256, extension, media_type, content)"
                            + " values (:hash, :extension, :type, :content)")
                    .param("hash", frozen.sha256())
                    .param("extension", frozen.extension())
                    .param("type", file.mediaType())
                    .param("content", file.bytes())
                    .update();
        }
        jdbc.sql("insert into public_file (publication_id, ordinal, path, sha256) values (:id, :ordinal, :path, :hash)")
                .param("id", id)
                .param("ordinal", ordinal)
                .param("path", path)
                .param("hash", frozen.sha256())
                .update();
        return frozen;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(long id, Instant at) {
        jdbc.sql("update public_release set withdrawn_at = :at where publication_id = :id")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Numbers as JSON, all that were ever published, the first first. */
    List<String> numbers() {
        return jdbc.sql("select content from public_number order by publication_id, ordinal")
                .query(String.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addNumbers(long id, List<String> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            jdbc.sql("insert into public_number (publication_id, ordinal, content) values (:id, :ordinal, :content)")
                    .param("id", id)
                    .param("ordinal", i)
                    .param("content", numbers.get(i))
                    .update();
        }
    }

    /** Areas as they were frozen. */
    record KeptAreas(long id, LocalDate since, String content) {}

    /** All that releases have used, the latest first. */
    List<KeptAreas> areas() {
        return jdbc.sql("select id, made_at, content from public_areas order by id desc")
                .query((row, number) -> new KeptAreas(
                        row.getLong("id"),
                        row.getObject("made_at", OffsetDateTime.class).toLocalDate(),
                        row.getString("content")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long addAreas(String content, Instant at, String who) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into public_areas (made_at, made_by, content) values (:at, :who, :content)")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("who", who)
                .param("content", content)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey(), "generated id").longValue();
    }

    private static Published published(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Published(
                row.getLong("publication_id"),
                row.getString("slug"),
                row.getLong("areas_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("release_sha256"),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static Content content(ResultSet row, int number) throws SQLException {
        byte[] bytes = row.getBytes("content");
        String sha256 = row.getString("sha256");
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new IllegalStateException("public file " + sha256 + " was changed");
        }
        return new Content(
                sha256, row.getString("extension"), row.getString("media_type"), bytes, row.getLong("present") == 0);
    }
}
