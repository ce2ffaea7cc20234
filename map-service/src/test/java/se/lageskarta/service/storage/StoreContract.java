package se.lageskarta.service.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

/** What every contract of a store begins with: an empty database, which a subclass chooses. */
abstract class StoreContract {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    Stores stores;

    /** Opens the database this run is about. */
    abstract Stores open(Path where);

    @BeforeEach
    void openDatabase() {
        stores = open(folder);
    }

    @AfterEach
    void closeDatabase() {
        stores.close();
    }

    Dataset incidentDataset(String name) {
        return stores.datasets.create(
                new NewDataset(name, DatasetKind.INCIDENTS, null, Crs.SWEREF99_TM, "EST", "test file", true));
    }

    /** An incident in Herrljunga, {@code n} metres east of a corner. */
    static Incident incident(int n) {
        return new Incident(
                0,
                0,
                1000 + n,
                383_000 + n,
                6_439_000,
                PlacePrecision.ADDRESS,
                new TimeSpan(29_000_000 + n, 29_000_001 + n),
                "SKA",
                "vandalism",
                1);
    }

    /** Imports incidents numbered from one number up to another and completes. */
    ImportRun importIncidents(Dataset dataset, int from, int to) {
        ImportRun run = stores.imports.start(dataset.id(), "file.csv", "tester");
        load(run, dataset, from, to);
        int rows = to - from;
        return stores.imports.complete(run.id(), new ImportCounts(rows, rows, 0, 0, 0), "{}", List.of());
    }

    void load(ImportRun run, Dataset dataset, int from, int to) {
        try (IncidentLoad load = stores.incidents.load(run.id(), dataset.crs())) {
            for (int n = from; n < to; n++) {
                load.add(incident(n));
            }
        }
    }
}
