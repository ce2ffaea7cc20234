package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.TimeSpan;

/** Batched inserts, for H2: in the same process, so a batch costs no round trip. */
final class IncidentInserts implements IncidentWriter {
    private final Ewkb ewkb = new Ewkb();

    @Override
    public void write(Connection connection, long importId, long firstId, IncidentBatch batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into incident (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(2, importId);
            for (int i = 0; i < batch.size(); i++) {
                insert.setLong(1, firstId + i);
                insert.setBytes(6, ewkb.point(batch.lon(i), batch.lat(i)));
                bind(insert, batch.row(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, Incident incident) throws SQLException {
        insert.setLong(3, incident.sourceKey());
        insert.setDouble(4, incident.x());
        insert.setDouble(5, incident.y());
        insert.setShort(7, (short) incident.precision().ordinal());
        bind(insert, 8, incident.time());
        insert.setString(10, incident.type());
        insert.setString(11, incident.sourceType());
        insert.setFloat(12, (float) incident.weight());
    }

    private static void bind(PreparedStatement insert, int column, TimeSpan time) throws SQLException {
        if (time.isKnown()) {
            insert.setInt(column, time.fromMinute());
            insert.setInt(column + 1, time.toMinute());
        } else {
            insert.setNull(column, Types.INTEGER);
            insert.setNull(column + 1, Types.INTEGER);
        }
    }
}
