package se.lageskarta.service.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to the embedded database. Closing them closes the database, so that everything is on disk and the file
 * is free when this process ends or the next one begins; H2 alone would keep it open for a while.
 */
final class EmbeddedPool extends HikariDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPool.class);

    @Override
    public void close() {
        boolean wasOpen = !isClosed();
        super.close();
        if (wasOpen) {
            // a connection of its own: one of the pool's would complain that it was closed under it
            try (Connection last = DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword());
                    Statement statement = last.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException closedAlready) {
                LOG.debug("the embedded database was closed before its pool", closedAlready);
            }
        }
    }
}
