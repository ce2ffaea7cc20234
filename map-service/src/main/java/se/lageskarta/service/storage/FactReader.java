package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads facts in ascending id order, block by block, so that memory stays flat on both databases. Rows of imports
 * that the reader does not know come along and are the reader's to leave out.
 */
@Component
class FactReader {
    /** Sees one row; its first column is the id, the second the import. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private final JdbcTemplate jdbc;

    FactReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param columns what to read besides id and import_id, as SQL
     */
    void read(FactTable table, String columns, List<FactRun> runs, Row reader) {
        String sql = "select id, import_id, " + columns + " from " + table.tableName()
                + " where id between ? and ? order by id";
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                preferBinary(statement);
                for (FactRun.Block block : FactRun.blocks(runs)) {
                    statement.setLong(1, block.first());
                    statement.setLong(2, block.last());
                    readAll(statement, reader);
                }
            }
            return true;
        });
    }

    private static void readAll(PreparedStatement statement, Row reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** PostgreSQL would otherwise send numbers as text for the first executions. */
    private static void preferBinary(PreparedStatement statement) throws SQLException {
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        }
    }
}
