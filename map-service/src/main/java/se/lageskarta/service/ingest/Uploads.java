package se.lageskarta.service.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.DataSettings;

/** The folder where uploads wait while they are read. Files in it have names of our own, never the sender's. */
@Component
class Uploads {
    private final Path folder;

    Uploads(DataSettings settings) {
        folder = settings.uploadDir();
    }

    /** A place for one upload. */
    Path newFile() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(UUID.randomUUID() + ".upload");
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a process that died has left. */
    void removeAll() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.upload")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
