package se.lageskarta.service.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.geo.crs.Crs;

/** The datasets of this installation. Those without a visible row are kept but not listed. */
@Repository
public class Datasets {
    private static final String COLUMNS = "id, name, kind, role, crs, owner, source, invented, created_at, revision,"
            + " fact_rows, distinct_places, west, south, east, north, first_day, last_day, time_precision, imported_at,"
            + " legal_note, visible_to, covers_from, covers_to, version";

    private final JdbcClient jdbc;
    private final Clock clock;

    Datasets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All with at least one visible row, the oldest first. */
    public List<Dataset> all() {
        return jdbc.sql("select " + COLUMNS + " from dataset where fact_rows > 0 order by id")
                .query(Datasets::dataset)
                .list();
    }

    public Optional<Dataset> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from dataset where id = :id")
                .param("id", id)
                .query(Datasets::dataset)
                .optional();
    }

    /** The dataset of that kind and name, whose next file goes into it. */
    public Optional<Dataset> named(String name, DatasetKind kind) {
        return jdbc
                .sql("select " + COLUMNS + " from dataset where name = :name and kind = :kind order by id")
                .param("name", name.strip())
                .param("kind", kind.code())
                .query(Datasets::dataset)
                .list()
                .stream()
                .findFirst();
    }

    /** The dataset of that name and kind, made when there is none; of two who ask for it first one makes it. */
    @Transactional
    public Dataset namedOrNew(NewDataset wanted) {
        return named(wanted.name(), wanted.kind()).orElseGet(() -> {
            inTurn();
            return named(wanted.name(), wanted.kind()).orElseGet(() -> create(wanted));
        });
    }

    /**
     * Lets one at a time make or rename datasets, or move rows between them, until the transaction ends: who has looked what
     * there is finds it so when writing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void inTurn() {
        FactNumbers.inTurn(jdbc);
    }

    @Transactional
    public Dataset create(NewDataset wanted) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into dataset (name, kind, role, crs, owner, source, invented, created_at, revision, fact_rows,"
                        + " distinct_places, time_precision, legal_note) values (:name, :kind, :role, :crs, :owner, :source,"
                        + " :invented, :createdAt, 0, 0, 0, 'unknown', :note)")
                .param("name", wanted.name())
                .param("kind", wanted.kind().code())
                .param("role", wanted.role())
                .param("crs", wanted.crs().epsg())
                .param("owner", wanted.owner())
                .param("source", wanted.source())
                .param("invented", wanted.invented())
                .param("note", wanted.legalNote())
                .param("createdAt", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update(key, "id");
        return find(Rows.key(key)).orElseThrow();
    }

    /**
     * Says anew what a dataset is called, whose it is and on what terms it is here. Its rows do not change, but who may
     * see them may.
     *
     * @param terms with the version that the change is made from
     * @return false when somebody has saved it since, and nothing was changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reword(long id, String name, String owner, String source, DatasetTerms terms) {
        return jdbc.sql("update dataset set name = :name, owner = :owner, source = :source, legal_note = :note,"
                                + " visible_to = :roles, covers_from = :from, covers_to = :to, version = version + 1,"
                                + " revision = revision + 1 where id = :id and version = :version")
                        .param("name", name)
                        .param("owner", owner)
                        .param("source", source)
                        .param("note", terms.legalNote())
                        .param("roles", String.join(",", terms.visibleTo()))
                        .param("from", terms.coversFrom())
                        .param("to", terms.coversTo())
                        .param("id", id)
                        .param("version", terms.version())
                        .update()
                == 1;
    }

    /** Changes whenever any dataset's visible rows change, and stays the same over a restart. */
    public long revision() {
        return jdbc.sql("select coalesce(sum(revision), 0) from dataset")
                .query(Long.class)
                .single();
    }

    /**
     * Says what the visible rows of a dataset cover.
     *
     * @param seen the revision before the extent was read
     * @return false when the rows have changed since, and nothing was changed
     */
    boolean describe(long id, long seen, DatasetExtent extent) {
        Bounds bounds = extent.bounds();
        return jdbc.sql("update dataset set revision = revision + 1, fact_rows = :rows, distinct_places = :places,"
                                + " west = :west, south = :south, east = :east, north = :north, first_day = :firstDay,"
                                + " last_day = :lastDay, time_precision = :precision, imported_at = :importedAt where id = :id"
                                + " and revision = :seen")
                        .param("rows", extent.rows())
                        .param("places", extent.distinctPlaces())
                        .param("west", bounds == null ? null : bounds.west())
                        .param("south", bounds == null ? null : bounds.south())
                        .param("east", bounds == null ? null : bounds.east())
                        .param("north", bounds == null ? null : bounds.north())
                        .param("firstDay", extent.firstDay())
                        .param("lastDay", extent.lastDay())
                        .param("precision", extent.timePrecision())
                        .param("importedAt", Rows.time(extent.importedAt()))
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private static Dataset dataset(ResultSet row, int number) throws SQLException {
        return new Dataset(
                row.getLong("id"),
                row.getString("name"),
                DatasetKind.of(row.getString("kind")),
                row.getString("role"),
                new Crs(row.getInt("crs")),
                row.getString("owner"),
                row.getString("source"),
                row.getBoolean("invented"),
                Rows.instant(row, "created_at"),
                row.getLong("revision"),
                extent(row),
                terms(row));
    }

    private static DatasetTerms terms(ResultSet row) throws SQLException {
        String roles = row.getString("visible_to");
        return new DatasetTerms(
                row.getString("legal_note"),
                new TreeSet<>(roles.isEmpty() ? List.of() : List.of(roles.split(","))),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                row.getLong("version"));
    }

    private static DatasetExtent extent(ResultSet row) throws SQLException {
        @Nullable Instant importedAt = Rows.instantOrNull(row, "imported_at");
        return new DatasetExtent(
                row.getLong("fact_rows"),
                row.getLong("distinct_places"),
                bounds(row),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("time_precision"),
                importedAt);
    }

    private static @Nullable Bounds bounds(ResultSet row) throws SQLException {
        double west = row.getDouble("west");
        return row.wasNull()
                ? null
                : new Bounds(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
    }
}
