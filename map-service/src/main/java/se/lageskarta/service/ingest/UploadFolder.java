package se.lageskarta.service.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.web.ProblemException;

/**
 * The folder of uploads. Files in it have names of our own, never the sender's: {@code .upload} while a request is
 * answered or an import runs, {@code .waiting} when a person is to look at them first.
 */
@Component
class UploadFolder {
    private static final String PASSING = ".upload";
    private static final String WAITING = ".waiting";

    private static final long LEAST_FREE_BYTES = 1L << 20;

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

    /**
     * Writes what was sent.
     *
     * @throws ProblemException 507 when the disk is full; nothing stays then
     */
    void write(MultipartFile sent, Path file) throws IOException {
        boolean written = false;
        try {
            Files.createDirectories(folder);
            sent.transferTo(file);
            written = true;
        } catch (IOException e) {
            if (isFull(e)) {
                throw ProblemException.of(507, "disk-full");
            }
            throw e;
        } finally {
            if (!written) {
                remove(file);
            }
        }
    }

    /** No room is left, by the words of the system or by what it says is free. */
    private boolean isFull(IOException failure) {
        String words = String.valueOf(failure.getMessage());
        return words.contains("No space left")
                || words.contains("quota")
                || words.contains("not enough space")
                || folder.toFile().getUsableSpace() < LEAST_FREE_BYTES;
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
