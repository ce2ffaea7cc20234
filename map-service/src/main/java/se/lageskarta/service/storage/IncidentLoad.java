package se.lageskarta.service.storage;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.incident.Incident;

/**
 * Takes the incidents of one running import, one by one, and writes them in batches, each in its own transaction.
 * What is written shows only when the import is completed. Close it to write the last batch. Not safe for several
 * threads.
 */
public final class IncidentLoad implements AutoCloseable {
    /** Rows in one transaction: large enough that its cost does not show, some 10 MB in memory. */
    private static final int BATCH_ROWS = 20_000;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final IncidentWriter writer;
    private final Projection projection;
    private final ShapeInserts shapes;
    private final long importId;
    private final IncidentBatch batch = new IncidentBatch(BATCH_ROWS);

    IncidentLoad(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            IncidentWriter writer,
            ShapeInserts shapes,
            Projection projection,
            long importId) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.writer = writer;
        this.shapes = shapes;
        this.projection = projection;
        this.importId = importId;
    }

    /**
     * @param incident its id and dataset are not used; they are given here
     * @throws ImportEndedException when the import was cancelled or failed meanwhile
     */
    public void add(Incident incident) {
        add(incident, null);
    }

    /**
     * @param shape the street or area that it lies somewhere in, longitude and latitude; null when it is a point.
     *     Incidents that share the object share what is stored.
     */
    public void add(Incident incident, @Nullable Geometry shape) {
        batch.add(incident, shape);
        if (batch.isFull()) {
            flush();
        }
    }

    /** Writes what waits. */
    public void flush() {
        if (batch.size() == 0) {
            return;
        }
        batch.locate(projection);
        transactions.executeWithoutResult(status -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            long first = FactNumbers.take(connection, FactTable.INCIDENT, importId, batch.size());
            writer.write(connection, importId, first, batch);
            if (batch.hasShapes()) {
                shapes.write(connection, importId, first, batch);
            }
            return true;
        }));
        batch.clear();
    }

    @Override
    public void close() {
        flush();
    }
}
