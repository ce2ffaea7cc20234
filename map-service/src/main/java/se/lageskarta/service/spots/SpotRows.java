package se.lageskarta.service.spots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lageskarta.service.storage.Bounds;

/** Reads the tables of spots. Geometry travels as text, which both databases take and give alike. */
@Repository
class SpotRows {
    /** One row of the register. */
    record Named(
            long id,
            long version,
            String stream,
            String name,
            boolean byPeople,
            boolean invented,
            YearMonth first,
            YearMonth last,
            Geometry outline) {}

    /** One month of a spot. */
    record Seen(long spot, YearMonth month, int count, String trend, boolean followed, Geometry outline) {}

    /** One month that was looked through. */
    record Looked(YearMonth month, String stream, boolean invented, Bounds bounds) {}

    private final JdbcClient jdbc;

    SpotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("select revision from spot_register where id = 1")
                .query(Long.class)
                .single();
    }

    List<Named> spots() {
        return jdbc.sql("select id, version, stream, name, named_by, invented, first_on, last_on,"
                        + " ST_AsText(outline) as outline from spot order by id")
                .query((row, number) -> new Named(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("stream"),
                        row.getString("name"),
                        row.getString("named_by").equals("people"),
                        row.getBoolean("invented"),
                        month(row, "first_on"),
                        month(row, "last_on"),
                        outline(row)))
                .list();
    }

    List<Seen> months() {
        return jdbc.sql("select spot_id, month_on, count, trend, followed, ST_AsText(outline) as outline"
                        + " from spot_month order by spot_id, month_on")
                .query((row, number) -> new Seen(
                        row.getLong("spot_id"),
                        month(row, "month_on"),
                        row.getInt("count"),
                        row.getString("trend"),
                        row.getBoolean("followed"),
                        outline(row)))
                .list();
    }

    List<Looked> recognitions() {
        return jdbc.sql("select month_on, stream, invented, west, south, east, north from spot_recognition"
                        + " order by month_on, id")
                .query((row, number) -> new Looked(
                        month(row, "month_on"),
                        row.getString("stream"),
                        row.getBoolean("invented"),
                        new Bounds(
                                row.getDouble("west"),
                                row.getDouble("south"),
                                row.getDouble("east"),
                                row.getDouble("north"))))
                .list();
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static Geometry outline(ResultSet row) throws SQLException {
        String text = row.getString("outline");
        try {
            return new WKTReader().read(text.substring(text.indexOf(';') + 1));
        } catch (ParseException unreadable) {
            throw new IllegalStateException("The database returned an outline that cannot be read", unreadable);
        }
    }
}
