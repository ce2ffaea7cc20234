package se.lageskarta.service.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.gpkg.GeoPackage;
import se.lageskarta.service.settings.DataSettings;

/** Keeps the native part of the engine that reads GeoPackages in the data folder, where nobody else writes. */
@Component
class DatabaseEngine {
    DatabaseEngine(DataSettings data) throws IOException {
        Path folder = data.dir().resolve("native");
        Files.createDirectories(folder);
        GeoPackage.loadEngine(folder);
    }
}
