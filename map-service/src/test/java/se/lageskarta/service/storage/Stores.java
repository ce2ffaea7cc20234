package se.lageskarta.service.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.settings.DatabaseSettings;

/** All stores over one database that has just been made, without Spring around them. */
public final class Stores implements AutoCloseable {
    public final HikariDataSource database;
    public final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final Snapshots snapshots;
    final Datasets datasets;
    final IncidentFacts incidents;
    final UnsafePlaceFacts unsafePlaces;
    final BaseFeatures baseFeatures;
    final Imports imports;
    final WaitingPlaces waitingPlaces;
    final WaitingDecisions decisions;
    final PlaceAliases aliases;
    final List<Object> events = new ArrayList<>();

    private Stores(DatabaseSettings settings, Path folder, Clock clock) {
        database =
                (HikariDataSource) new DatabaseConfiguration().database(settings, new DataSettings(folder, false, 1));
        migrate(settings);
        var template = new JdbcTemplate(database);
        var manager = new JdbcTransactionManager(database);
        transactions = new TransactionTemplate(manager);
        snapshots = new Snapshots(manager, database);
        jdbc = JdbcClient.create(template);
        var reader = new FactReader(template);
        datasets = new Datasets(jdbc, clock);
        incidents = new IncidentFacts(template, jdbc, transactions, snapshots, reader, database);
        unsafePlaces = new UnsafePlaceFacts(template, jdbc, transactions, snapshots, reader, database);
        baseFeatures = new BaseFeatures(template, transactions, database);
        imports = new Imports(
                jdbc,
                template,
                transactions,
                datasets,
                new Extents(jdbc, incidents, unsafePlaces, database),
                new FactRemoval(jdbc),
                events::add,
                clock);
        waitingPlaces = new WaitingPlaces(template, jdbc, transactions, database);
        decisions = new WaitingDecisions(
                template, jdbc, transactions, waitingPlaces, imports, events::add, clock, database);
        aliases = new PlaceAliases(jdbc, clock, database);
    }

    /** On the embedded database, in a folder of its own. */
    public static Stores onH2(Path folder, Clock clock) {
        return new Stores(new DatabaseSettings("", "", "", 4), folder, clock);
    }

    /** On PostgreSQL with PostGIS, in a database of its own. */
    public static Stores onPostgis(Path folder, Clock clock) {
        PostgisServer.Database fresh = PostgisServer.freshDatabase();
        return new Stores(new DatabaseSettings(fresh.url(), fresh.user(), fresh.password(), 4), folder, clock);
    }

    private void migrate(DatabaseSettings settings) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/common", settings.embedded() ? "classpath:db/h2" : "classpath:db/postgresql")
                .load()
                .migrate();
    }

    @Override
    public void close() {
        database.close();
    }
}
