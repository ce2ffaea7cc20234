package se.lageskarta.service.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Lets what libraries write for a moment lie in the data folder: the embedded database puts rows of a large answer in a
 * file where Java says such files belong, which is a folder that everyone on the machine shares. What a process that
 * died left there is removed.
 *
 * <p>Belongs to a process of its own: it changes a setting of the whole Java machine, before anything has asked for it.
 */
final class TemporaryFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    static final String SETTING = "java.io.tmpdir";

    private static final String DATA_DIR = "lageskarta.data.dir";
    private static final String DEFAULT_DATA_DIR = "lageskarta-data";
    private static final String NAME = "temporary";
    private static final String DATABASE_FILES = "h2tmp*";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        use(Path.of(event.getEnvironment().getProperty(DATA_DIR, DEFAULT_DATA_DIR)));
    }

    /** A data folder that cannot be written to is told about by the database, which is opened soon after. */
    static void use(Path dataDir) {
        Path folder = dataDir.toAbsolutePath().normalize().resolve(NAME);
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, DATABASE_FILES)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            System.setProperty(SETTING, folder.toString());
        } catch (IOException unwritable) {
            return;
        }
    }
}
