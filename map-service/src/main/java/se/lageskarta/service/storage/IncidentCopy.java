package se.lageskarta.service.storage;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * {@code COPY … FROM STDIN BINARY}, for PostgreSQL: a row goes over as the bytes the server stores. The format is that
 * of the PostgreSQL manual, chapter COPY, "Binary Format"; geometry is EWKB from PostGIS JDBC.
 */
final class IncidentCopy implements IncidentWriter {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final short FIELDS = 12;
    private static final short END = -1;
    private static final int NULL = -1;
    private static final int BUFFER_BYTES = 1 << 16;
    /** Source types repeat; a file that invents a new one for each row must not fill the memory. */
    private static final int MOST_REMEMBERED_TEXTS = 1000;

    private final Ewkb ewkb = new Ewkb();
    private final Map<String, byte[]> texts = new HashMap<>();

    @Override
    public void write(Connection connection, long importId, long firstId, IncidentBatch batch) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        String sql = "copy incident (" + COLUMNS + ") from stdin (format binary)";
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new PGCopyOutputStream(postgres, sql, BUFFER_BYTES), BUFFER_BYTES))) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (int i = 0; i < batch.size(); i++) {
                out.writeShort(FIELDS);
                writeLong(out, firstId + i);
                writeLong(out, importId);
                write(out, batch.row(i), ewkb.point(batch.lon(i), batch.lat(i)));
            }
            out.writeShort(END);
        } catch (IOException failure) {
            throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
        }
    }

    private void write(DataOutputStream out, Incident incident, byte[] place) throws IOException {
        writeLong(out, incident.sourceKey());
        writeDouble(out, incident.x());
        writeDouble(out, incident.y());
        writeBytes(out, place);
        out.writeInt(Short.BYTES);
        out.writeShort(incident.precision().ordinal());
        TimeSpan time = incident.time();
        writeMinute(out, time.fromMinute());
        writeMinute(out, time.toMinute());
        writeBytes(out, bytes(incident.type()));
        writeBytes(out, bytes(incident.sourceType()));
        out.writeInt(Float.BYTES);
        out.writeFloat((float) incident.weight());
    }

    private byte[] bytes(String text) {
        if (texts.size() > MOST_REMEMBERED_TEXTS) {
            texts.clear();
        }
        return texts.computeIfAbsent(text, known -> known.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeLong(DataOutputStream out, long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private static void writeDouble(DataOutputStream out, double value) throws IOException {
        out.writeInt(Double.BYTES);
        out.writeDouble(value);
    }

    private static void writeMinute(DataOutputStream out, int minute) throws IOException {
        if (minute == TimeSpan.UNKNOWN_MINUTE) {
            out.writeInt(NULL);
        } else {
            out.writeInt(Integer.BYTES);
            out.writeInt(minute);
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
