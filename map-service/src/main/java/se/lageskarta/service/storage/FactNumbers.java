package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Gives out blocks of fact ids, and remembers on the import which block its rows lie in. */
final class FactNumbers {
    private FactNumbers() {}

    /**
     * Takes {@code count} consecutive ids for one batch of an import, within the caller's transaction.
     *
     * @return the first of them
     */
    static long take(Connection connection, FactTable table, long importId, int count) throws SQLException {
        try (PreparedStatement raise =
                connection.prepareStatement("update fact_number set next_id = next_id + ? where fact = ?")) {
            raise.setLong(1, count);
            raise.setString(2, table.tableName());
            raise.executeUpdate();
        }
        long first = next(connection, table) - count;
        try (PreparedStatement remember = connection.prepareStatement("update import_run set first_fact ="
                + " case when first_fact = 0 then ? else first_fact end, last_fact = ?"
                + " where id = ? and state = 'running'")) {
            remember.setLong(1, first);
            remember.setLong(2, first + count - 1);
            remember.setLong(3, importId);
            if (remember.executeUpdate() == 0) {
                throw new ImportEndedException(importId);
            }
        }
        return first;
    }

    private static long next(Connection connection, FactTable table) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("select next_id from fact_number where fact = ?")) {
            read.setString(1, table.tableName());
            try (var row = read.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
