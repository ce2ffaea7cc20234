package se.lageskarta.service.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * The rows of files whose places a person must settle. They belong to their import: they show when it is complete and go
 * with it. What is decided about them is in {@link WaitingDecisions}.
 */
@Repository
public class WaitingPlaces {
    static final PlacePrecision[] PRECISIONS = PlacePrecision.values();

    private static final String VISIBLE =
            " from place_waiting w join import_run r on r.id = w.import_id join dataset d on d.id = w.dataset_id"
                    + " where r.state = 'complete'";
    private static final String COLUMNS = "select w.*, d.name as dataset_name";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Vendor vendor;

    WaitingPlaces(JdbcTemplate template, JdbcClient jdbc, TransactionOperations transactions, DataSource database) {
        this.template = template;
        this.jdbc = jdbc;
        this.transactions = transactions;
        vendor = Vendor.of(database);
    }

    /**
     * Begins to write the waiting rows of a running import.
     *
     * @param masking takes personal data out of words
     */
    public WaitingLoad load(long importId, long datasetId, UnaryOperator<String> masking) {
        return new WaitingLoad(template, transactions, new ShapeInserts(vendor), importId, datasetId, masking);
    }

    /** The keys of a dataset's rows that wait, have waited or were left: such a row is not asked about again. */
    public SourceKeys sourceKeys(long datasetId) {
        List<Long> keys = jdbc.sql("select w.source_key" + VISIBLE + " and w.dataset_id = :id")
                .param("id", datasetId)
                .query(Long.class)
                .list();
        return new SourceKeys(keys.stream().mapToLong(Long::longValue).toArray());
    }

    public long count(WaitingPlace.State state) {
        return jdbc.sql("select count(*)" + VISIBLE + " and w.state = :state")
                .param("state", state.code())
                .query(Long.class)
                .single();
    }

    /** Rows of one import that still wait for somebody to say where they are. */
    public long ofImport(long importId) {
        return jdbc.sql("select count(*)" + VISIBLE + " and w.state = :state and w.import_id = :import")
                .param("state", WaitingPlace.State.WAITING.code())
                .param("import", importId)
                .query(Long.class)
                .single();
    }

    /**
     * Rows in a state, those of the oldest import first and in the order of their file.
     *
     * @param importId only those of one import; null for all
     * @param distinct of rows that say the same place only the first
     */
    public List<WaitingPlace> page(
            WaitingPlace.State state, @Nullable Long importId, boolean distinct, int limit, int offset) {
        String first = distinct
                ? " and w.id = (select min(o.id) from place_waiting o join import_run q on q.id = o.import_id"
                        + " where o.words_key = w.words_key and o.state = w.state and q.state = 'complete'"
                        + " and (:import = 0 or o.import_id = :import))"
                : "";
        List<WaitingPlace> found = jdbc.sql(COLUMNS + VISIBLE + " and w.state = :state"
                        + " and (:import = 0 or w.import_id = :import)" + first
                        + " order by w.id limit :limit offset :offset")
                .param("state", state.code())
                .param("import", importId == null ? 0 : importId)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> place(row))
                .list();
        Map<String, Long> counts = new TreeMap<>();
        return found.stream().map(place -> counted(place, counts)).toList();
    }

    public Optional<WaitingPlace> find(long id) {
        return jdbc.sql(COLUMNS + VISIBLE + " and w.id = :id")
                .param("id", id)
                .query((row, number) -> place(row))
                .optional()
                .map(place -> counted(place, new TreeMap<>()));
    }

    /** A street or area by its number, longitude and latitude. */
    public Optional<Geometry> shape(long number) {
        Ewkb ewkb = new Ewkb();
        return jdbc.sql("select " + vendor.geometryBytes("shape") + " from place_shape where id = :id")
                .param("id", number)
                .query((row, n) -> ewkb.read(row.getBytes(1)))
                .optional();
    }

    /** The rows that wait and say the same place as one, without itself. */
    List<Long> saySame(WaitingPlace place, WaitingPlace.State state) {
        return new ArrayList<>(jdbc.sql("select w.id" + VISIBLE
                        + " and w.words_key = :key and w.state = :state and w.id <> :id order by w.id")
                .param("key", WordsKey.of(place.written()))
                .param("state", state.code())
                .param("id", place.id())
                .query(Long.class)
                .list());
    }

    private WaitingPlace counted(WaitingPlace place, Map<String, Long> counts) {
        long same = counts.computeIfAbsent(WordsKey.of(place.written()), key -> jdbc.sql(
                        "select count(*)" + VISIBLE + " and w.words_key = :key and w.state = :state")
                .param("key", key)
                .param("state", place.state().code())
                .query(Long.class)
                .single());
        return new WaitingPlace(
                place.id(),
                place.version(),
                place.importId(),
                place.datasetId(),
                place.datasetName(),
                place.line(),
                place.written(),
                place.type(),
                place.sourceType(),
                place.time(),
                same,
                place.candidates(),
                place.state(),
                place.decision());
    }

    private static WaitingPlace place(ResultSet row) throws SQLException {
        int from = row.getInt("from_minute");
        boolean timeKnown = !row.wasNull();
        WaitingPlace.State state =
                WaitingPlace.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT));
        return new WaitingPlace(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("import_id"),
                row.getLong("dataset_id"),
                row.getString("dataset_name"),
                row.getLong("line"),
                new WrittenPlace(row.getString("words"), row.getString("locality"), row.getString("property")),
                row.getString("type"),
                row.getString("source_type"),
                timeKnown ? new TimeSpan(from, row.getInt("to_minute")) : TimeSpan.UNKNOWN,
                1,
                CandidatesJson.read(row.getString("candidates")),
                state,
                state == WaitingPlace.State.WAITING ? null : decision(row, state));
    }

    private static WaitingPlace.Decision decision(ResultSet row, WaitingPlace.State state) throws SQLException {
        SettledPlace settled = state == WaitingPlace.State.LEFT
                ? null
                : new SettledPlace(
                        row.getString("place_name"),
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        PRECISIONS[row.getShort("precision_no")],
                        null);
        String reason = row.getString("reason");
        return new WaitingPlace.Decision(
                settled, reason == null ? "" : reason, row.getString("decided_by"), Rows.instant(row, "decided_at"));
    }
}
