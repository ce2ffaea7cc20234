package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives out blocks of fact ids, and remembers on the import which block its rows lie in. */
final class FactNumbers {
    private FactNumbers() {}

    /**
     * Takes {@code count} consecutive ids for one batch of an import, within the caller's transaction.
     *
     * @return the first of them
     */
    static long take(Connection connection, FactTable table, long importId, int count) throws SQLException {
        return take(connection, table, importId, ImportState.RUNNING, count);
    }

    /**
     * The same for an import in a given state: one that is complete grows when the place of a row is settled.
     *
     * @throws ImportEndedException when the import is in another state
     */
    static long take(Connection connection, FactTable table, long importId, ImportState state, int count)
            throws SQLException {
        long first = take(connection, table.tableName(), count);
        try (PreparedStatement remember = connection.prepareStatement("update import_run set first_fact ="
                + " case when first_fact = 0 then ? else first_fact end, last_fact = ?"
                + " where id = ? and state = ?")) {
            remember.setString(4, state.code());
            remember.setLong(1, first);
            remember.setLong(2, first + count - 1);
            remember.setLong(3, importId);
            if (remember.executeUpdate() == 0) {
                throw new ImportEndedException(importId);
            }
        }
        return first;
    }

    /** Takes ids that no import has to remember. */
    static long take(Connection connection, String fact, int count) throws SQLException {
        try (PreparedStatement raise =
                connection.prepareStatement("update fact_number set next_id = next_id + ? where fact = ?")) {
            raise.setLong(1, count);
            raise.setString(2, fact);
            raise.executeUpdate();
        }
        return next(connection, fact) - count;
    }

    /**
     * Lets one at a time go on, until the caller's transaction ends: for what nothing in the database would keep two from doing
     * at once. Whoever adds incidents waits too, so it is taken first and for a moment.
     */
    static void inTurn(JdbcClient jdbc) {
        jdbc.sql("select next_id from fact_number where fact = 'incident' for update")
                .query(Long.class)
                .single();
    }

    private static long next(Connection connection, String fact) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("select next_id from fact_number where fact = ?")) {
            read.setString(1, fact);
            try (var row = read.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
