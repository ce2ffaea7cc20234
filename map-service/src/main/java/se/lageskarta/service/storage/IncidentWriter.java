package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** Puts a batch of incidents into one of the two databases, each in the way that is quickest there. */
interface IncidentWriter {
    /** Columns of table incident, in the order both writers fill them. */
    String COLUMNS = "id, import_id, source_key, x, y, place, precision_no, from_minute, to_minute, type, source_type,"
            + " weight";

    /** Writes within the caller's transaction; row {@code i} gets id {@code firstId + i}. */
    void write(Connection connection, long importId, long firstId, IncidentBatch batch) throws SQLException;

    static IncidentWriter of(Vendor vendor) {
        return switch (vendor) {
            case H2 -> new IncidentInserts();
            case POSTGRESQL -> new IncidentCopy();
        };
    }
}
