package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.geo.survey.UnsafeReason;

/** The places that people marked in survey waves: written in bulk, read whole. */
@Repository
public class UnsafePlaceFacts {
    private static final String COLUMNS =
            "source_key, x, y, radius_metres, safe, severity, respondent, marked_on, dark, reasons";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Snapshots snapshots;
    private final FactReader reader;
    private final Vendor vendor;

    UnsafePlaceFacts(
            JdbcTemplate template,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Snapshots snapshots,
            FactReader reader,
            DataSource database) {
        this.template = template;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.reader = reader;
        vendor = Vendor.of(database);
    }

    /**
     * Writes marks of a running import, in one transaction. For a long file call it every some thousand rows.
     *
     * @param workingCrs system of their x and y: the dataset's
     * @throws ImportEndedException when the import was cancelled or failed meanwhile
     */
    public void add(long importId, Crs workingCrs, List<UnsafePlace> marks) {
        if (marks.isEmpty()) {
            return;
        }
        Projection projection = Projection.of(workingCrs);
        transactions.executeWithoutResult(status -> template.execute((ConnectionCallback<Boolean>) connection -> {
            write(connection, importId, projection, marks);
            return true;
        }));
    }

    /** All visible marks, one set for each working system. */
    public List<UnsafePlaces> visible() {
        return snapshots.read(() -> FactRun.visibleByCrs(jdbc, DatasetKind.UNSAFE_PLACES, this::read));
    }

    /** A dataset's visible marks but those of one import, in the dataset's own system. */
    public List<UnsafePlace> visibleOf(Dataset dataset, long withoutImport) {
        List<FactRun> runs = FactRun.visibleOf(jdbc, DatasetKind.UNSAFE_PLACES, dataset.id()).stream()
                .filter(run -> run.importId() != withoutImport)
                .toList();
        return runs.isEmpty() ? List.of() : read(dataset.crs(), runs).marks();
    }

    /**
     * Gives those who answered other numbers, in all visible imports of a dataset but one; within the caller's transaction
     * when there is one. Who asks next sees them once something else of the dataset changes.
     */
    public void renumber(Dataset dataset, long withoutImport, ToLongFunction<UnsafePlace> number) {
        List<Object[]> changed = visibleOf(dataset, withoutImport).stream()
                .filter(mark -> mark.respondent() != 0)
                .map(mark -> new Object[] {number.applyAsLong(mark), mark.id()})
                .toList();
        template.batchUpdate("update unsafe_place set respondent = ? where id = ?", changed);
    }

    /** The keys of a dataset's visible marks. */
    public SourceKeys sourceKeys(long datasetId) {
        return KeyColumn.read(
                reader, FactTable.UNSAFE_PLACE, FactRun.visibleOf(jdbc, DatasetKind.UNSAFE_PLACES, datasetId));
    }

    UnsafePlaces read(Crs crs, List<FactRun> runs) {
        Map<Long, Long> datasetByImport = FactRun.datasetByImport(runs);
        List<UnsafePlace> marks = new ArrayList<>();
        reader.read(FactTable.UNSAFE_PLACE, COLUMNS, runs, row -> {
            Long dataset = datasetByImport.get(row.getLong(2));
            if (dataset != null) {
                marks.add(mark(row, dataset));
            }
        });
        return new UnsafePlaces(crs, marks);
    }

    private void write(Connection connection, long importId, Projection projection, List<UnsafePlace> marks)
            throws SQLException {
        Ewkb ewkb = new Ewkb();
        long id = FactNumbers.take(connection, FactTable.UNSAFE_PLACE, importId, marks.size());
        try (PreparedStatement insert = connection.prepareStatement("insert into unsafe_place (id, import_id, "
                + COLUMNS + ", place) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + vendor.geometryParameter()
                + ")")) {
            for (UnsafePlace mark : marks) {
                LonLat place = projection.toLonLat(mark.x(), mark.y());
                insert.setLong(1, id++);
                insert.setLong(2, importId);
                bind(insert, mark);
                insert.setBytes(13, ewkb.point(place.lon(), place.lat()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, UnsafePlace mark) throws SQLException {
        insert.setLong(3, mark.sourceKey());
        insert.setDouble(4, mark.x());
        insert.setDouble(5, mark.y());
        insert.setDouble(6, mark.radiusMetres());
        insert.setBoolean(7, mark.safe());
        insert.setDouble(8, mark.severity());
        insert.setLong(9, mark.respondent());
        insert.setObject(10, mark.day());
        insert.setObject(11, mark.dark(), Types.BOOLEAN);
        insert.setString(12, mark.reasons().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
    }

    private static UnsafePlace mark(ResultSet row, long dataset) throws SQLException {
        return new UnsafePlace(
                row.getLong(1),
                dataset,
                row.getLong(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getBoolean(7),
                row.getDouble(8),
                row.getLong(9),
                row.getObject(10, LocalDate.class),
                dark(row),
                reasons(row.getString(12)));
    }

    private static @Nullable Boolean dark(ResultSet row) throws SQLException {
        boolean dark = row.getBoolean(11);
        return row.wasNull() ? null : dark;
    }

    private static Set<UnsafeReason> reasons(String text) {
        EnumSet<UnsafeReason> reasons = EnumSet.noneOf(UnsafeReason.class);
        for (String word : text.split(" ")) {
            if (!word.isEmpty()) {
                reasons.add(UnsafeReason.valueOf(word));
            }
        }
        return reasons;
    }
}
