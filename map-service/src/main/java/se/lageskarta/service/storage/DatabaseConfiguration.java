package se.lageskarta.service.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.settings.DatabaseSettings;

/** Opens the embedded database or PostgreSQL, as the settings say. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** A database that is away shall be told within three seconds. */
    private static final long CONNECT_WITHIN_MILLIS = 2_500;

    @Bean
    DataSource database(DatabaseSettings settings, DataSettings data) {
        HikariDataSource pool = settings.embedded() ? new EmbeddedPool() : new HikariDataSource();
        pool.setPoolName("lageskarta");
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(Math.min(2, settings.connections()));
        pool.setConnectionTimeout(CONNECT_WITHIN_MILLIS);
        if (settings.embedded()) {
            EmbeddedDatabase embedded = EmbeddedDatabase.in(data.databaseDir());
            pool.setJdbcUrl(embedded.url());
            pool.setUsername(EmbeddedDatabase.USER);
            pool.setPassword(embedded.password());
        } else {
            pool.setJdbcUrl(settings.url());
            pool.setUsername(settings.user());
            pool.setPassword(settings.password());
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            pool.addDataSourceProperty("ApplicationName", "lageskarta");
        }
        return pool;
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
