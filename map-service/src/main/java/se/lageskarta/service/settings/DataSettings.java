package se.lageskarta.service.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data live and whether an empty installation gets the invented town.
 *
 * @param dir folder for the embedded database, its password, the EPSG register and uploaded files
 * @param demo true when an empty database gets the invented demo town
 * @param demoSeed seed of the invented town; the same seed gives the same town
 */
@ConfigurationProperties("lageskarta.data")
public record DataSettings(
        @DefaultValue("lageskarta-data") Path dir,
        @DefaultValue("true") boolean demo,
        @DefaultValue("1") long demoSeed) {
    public DataSettings {
        dir = dir.toAbsolutePath().normalize();
    }

    /** Folder of the embedded database. */
    public Path databaseDir() {
        return dir.resolve("db");
    }

    /** Folder where uploads wait while they are read. */
    public Path uploadDir() {
        return dir.resolve("uploads");
    }

    /** Folder of the files that are being read part by part. */
    public Path downloadDir() {
        return dir.resolve("downloads");
    }

    /** Folder of the unpacked EPSG register. */
    public Path epsgDir() {
        return dir.resolve("epsg");
    }
}
