package se.lageskarta.service.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.DataSettings;

/**
 * The folder of uploads. Files in it have names of our own, never the sender's: {@code .upload} while a request is
 * answered or an import runs, {@code .waiting} when a person is to look at them first.
 */
@Component
class UploadFolder {
    private static final String PASSING = ".upload";
    private static final String WAITING = ".waiting";

    private final Path folder;

    UploadFolder(DataSettings settings) {
        folder = settings.uploadDir();
    }

    /** A place for one upload that is done with when its request or its import is. */
    Path newFile() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(UUID.randomUUID() + PASSING);
    }

    /** Where an upload waits. */
    Path waiting(String id) {
        return folder.resolve(UUID.fromString(id) + WAITING);
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a process that died was reading, and waiting files that nobody knows. */
    void removeAllBut(Set<String> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*{" + PASSING + "," + WAITING + "}")) {
            for (Path file : left) {
                String name = String.valueOf(file.getFileName());
                boolean waits =
                        name.endsWith(WAITING) && known.contains(name.substring(0, name.length() - WAITING.length()));
                if (!waits) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
