package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.WrittenPlace;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.read.WaitingRow;

/**
 * Takes the rows of one running import whose places a person must settle, and writes them in batches. They show when
 * the import is completed. Not safe for several threads.
 */
public final class WaitingLoad {
    private static final int BATCH_ROWS = 2_000;
    private static final int LONGEST_WORDS = 400;
    private static final int LONGEST_LOCALITY = 200;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final ShapeInserts shapes;
    private final long importId;
    private final long datasetId;
    private final UnaryOperator<String> masking;
    private final List<Line> batch = new ArrayList<>();

    private record Line(long line, WaitingRow row) {}

    WaitingLoad(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            ShapeInserts shapes,
            long importId,
            long datasetId,
            UnaryOperator<String> masking) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.shapes = shapes;
        this.importId = importId;
        this.datasetId = datasetId;
        this.masking = masking;
    }

    /** @throws ImportEndedException when the import was cancelled or failed meanwhile */
    public void add(long line, WaitingRow row) {
        batch.add(new Line(line, row));
        if (batch.size() >= BATCH_ROWS) {
            flush();
        }
    }

    /** Writes what waits. */
    public void flush() {
        if (batch.isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(status -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            refuseEnded(connection);
            write(connection);
            return true;
        }));
        batch.clear();
    }

    private void refuseEnded(Connection connection) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement(
                "update import_run set last_fact = last_fact where id = ? and state = 'running'")) {
            hold.setLong(1, importId);
            if (hold.executeUpdate() == 0) {
                throw new ImportEndedException(importId);
            }
        }
    }

    private void write(Connection connection) throws SQLException {
        List<Geometry> used = batch.stream()
                .flatMap(line -> line.row.candidates().stream())
                .map(FoundPlace::shape)
                .filter(Objects::nonNull)
                .toList();
        Map<Geometry, Long> numbers = shapes.store(connection, importId, used);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into place_waiting (import_id, dataset_id, line, source_key, words, locality, property,"
                        + " words_key, candidates, from_minute, to_minute, type, source_type, weight, state, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 1)")) {
            for (Line line : batch) {
                bind(insert, line, numbers);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, Line line, Map<Geometry, Long> numbers) throws SQLException {
        WaitingRow row = line.row;
        WrittenPlace written = masked(row.written());
        insert.setLong(1, importId);
        insert.setLong(2, datasetId);
        insert.setLong(3, line.line);
        insert.setLong(4, row.sourceKey());
        insert.setString(5, written.text());
        insert.setString(6, written.locality());
        insert.setString(7, written.property());
        insert.setString(8, WordsKey.of(written));
        insert.setString(9, CandidatesJson.write(row.candidates(), numbers));
        TimeSpan time = row.time();
        if (time.isKnown()) {
            insert.setInt(10, time.fromMinute());
            insert.setInt(11, time.toMinute());
        } else {
            insert.setNull(10, Types.INTEGER);
            insert.setNull(11, Types.INTEGER);
        }
        insert.setString(12, row.type());
        insert.setString(13, row.sourceType());
        insert.setFloat(14, (float) row.weight());
    }

    private WrittenPlace masked(WrittenPlace written) {
        return new WrittenPlace(
                text(written.text(), LONGEST_WORDS),
                text(written.locality(), LONGEST_LOCALITY),
                text(written.property(), LONGEST_LOCALITY));
    }

    /** Without personal data, and without characters that a database refuses. */
    private String text(String written, int longest) {
        String masked = masking.apply(written).replace('\0', ' ');
        return masked.length() <= longest ? masked : masked.substring(0, longest);
    }
}
