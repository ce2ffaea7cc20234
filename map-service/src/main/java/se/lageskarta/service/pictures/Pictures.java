package se.lageskarta.service.pictures;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import se.lageskarta.service.web.Sha256;

/** The frozen pictures. They are written once and never changed. */
@Repository
public class Pictures {
    private static final String SELECT =
            "select id, in_month, scope, scope_name, edition, content_hash, prepared_at, prepared_by from picture";

    private final JdbcClient jdbc;

    Pictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who a sheet is for. */
    public enum Audience {
        /** Those who may see single incidents. */
        WHOLE,
        /** Those who may not: without small counts. */
        MASKED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A picture in the list.
     *
     * @param edition from 1; a month that is prepared again of other data gets the next
     * @param contentHash SHA-256 of everything in it but who made it when
     * @param datasets what it was made from
     */
    public record Listed(
            long id,
            YearMonth month,
            String scope,
            String scopeName,
            int edition,
            String contentHash,
            Instant preparedAt,
            String preparedBy,
            SortedSet<Long> datasets) {}

    /** A frozen sheet; {@code sha256} is that of its bytes. */
    public record Sheet(String sha256, String content) {
        public byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** All pictures, the latest month first, then the latest edition. */
    public List<Listed> all() {
        Map<Long, SortedSet<Long>> datasets = new HashMap<>();
        jdbc.sql("select picture_id, dataset_id from picture_dataset")
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .list()
                .forEach(pair ->
                        datasets.computeIfAbsent(pair[0], id -> new TreeSet<>()).add(pair[1]));
        return jdbc.sql(SELECT + " order by in_month desc, edition desc, id desc")
                .query((row, number) -> listed(row, datasets.getOrDefault(row.getLong("id"), new TreeSet<>())))
                .list();
    }

    public Optional<Listed> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, number) -> listed(row, datasets(id)))
                .optional();
    }

    /** The picture as it was frozen. */
    public Optional<Sheet> sheet(long id, Audience audience) {
        return jdbc.sql("select sha256, content from picture_sheet where picture_id = :id and audience = :audience")
                .param("id", id)
                .param("audience", audience.code())
                .query((row, number) -> new Sheet(row.getString("sha256"), row.getString("content")))
                .optional();
    }

    Optional<Listed> same(String scope, YearMonth month, String contentHash) {
        return jdbc.sql("select id from picture where scope = :scope and in_month = :month and content_hash = :hash")
                .param("scope", scope)
                .param("month", month.toString())
                .param("hash", contentHash)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    int editions(String scope, YearMonth month) {
        return jdbc.sql("select coalesce(max(edition), 0) from picture where scope = :scope and in_month = :month")
                .param("scope", scope)
                .param("month", month.toString())
                .query(Integer.class)
                .single();
    }

    /** Writes the head of a picture; its number is needed for the sheets. */
    long add(Listed head) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into picture (in_month, scope, scope_name, edition, content_hash, prepared_at, prepared_by)"
                        + " values (:month, :scope, :name, :edition, :hash, :at, :by)")
                .param("month", head.month().toString())
                .param("scope", head.scope())
                .param("name", head.scopeName())
                .param("edition", head.edition())
                .param("hash", head.contentHash())
                .param("at", OffsetDateTime.ofInstant(head.preparedAt(), ZoneOffset.UTC))
                .param("by", head.preparedBy())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey(), "generated id").longValue();
        for (long dataset : head.datasets()) {
            jdbc.sql("insert into picture_dataset (picture_id, dataset_id) values (:id, :dataset)")
                    .param("id", id)
                    .param("dataset", dataset)
                    .update();
        }
        return id;
    }

    void add(long id, Audience audience, String content) {
        jdbc.sql(
                        "insert into picture_sheet (picture_id, audience, sha256, content) values (:id, :audience, :hash, :content)")
                .param("id", id)
                .param("audience", audience.code())
                .param("hash", Sha256.of(content.getBytes(StandardCharsets.UTF_8)))
                .param("content", content)
                .update();
    }

    /** A picture that tells of a place. */
    public record Sighting(long picture, YearMonth month, int edition, String status, int members) {}

    /** The pictures that a place is in, the first month first; of each month and data the latest edition. */
    public List<Sighting> of(long spot) {
        return jdbc.sql("select p.id, p.in_month, p.edition, s.status, s.members from picture p"
                        + " join picture_spot s on s.picture_id = p.id where s.spot_id = :spot and p.edition ="
                        + " (select max(l.edition) from picture l where l.scope = p.scope and l.in_month = p.in_month)"
                        + " order by p.in_month, p.id")
                .param("spot", spot)
                .query((row, number) -> new Sighting(
                        row.getLong("id"),
                        YearMonth.parse(row.getString("in_month")),
                        row.getInt("edition"),
                        row.getString("status"),
                        row.getInt("members")))
                .list();
    }

    void add(long id, long spot, String status, int members) {
        jdbc.sql("insert into picture_spot (picture_id, spot_id, status, members)"
                        + " values (:id, :spot, :status, :members)")
                .param("id", id)
                .param("spot", spot)
                .param("status", status)
                .param("members", members)
                .update();
    }

    private SortedSet<Long> datasets(long id) {
        return new TreeSet<>(jdbc.sql("select dataset_id from picture_dataset where picture_id = :id")
                .param("id", id)
                .query(Long.class)
                .list());
    }

    private static Listed listed(ResultSet row, SortedSet<Long> datasets) throws SQLException {
        return new Listed(
                row.getLong("id"),
                YearMonth.parse(row.getString("in_month")),
                row.getString("scope"),
                row.getString("scope_name"),
                row.getInt("edition"),
                row.getString("content_hash"),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getString("prepared_by"),
                datasets);
    }
}
