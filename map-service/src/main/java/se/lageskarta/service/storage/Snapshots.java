package se.lageskarta.service.storage;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads with several statements what the database held at one moment, whatever is changed meanwhile. Within a transaction
 * that is under way already its rules hold, and each statement sees what has been changed by then.
 */
@Component
public class Snapshots {
    private final TransactionTemplate reading;

    Snapshots(PlatformTransactionManager manager, DataSource database) {
        reading = new TransactionTemplate(manager);
        reading.setIsolationLevel(Vendor.of(database).snapshotIsolation());
        reading.setReadOnly(true);
    }

    public <T> T read(Supplier<T> statements) {
        return Objects.requireNonNull(reading.execute(status -> statements.get()));
    }
}
