package se.lageskarta.service.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;

/**
 * A file that is being read in: sent with the request, or an upload that waited. An upload stays when the import does not
 * come about, so that it can be corrected and tried again, and when it was one part of the file, so that the others need
 * not be sent anew.
 */
final class SentFile implements AutoCloseable {
    private final Path path;
    private final String fileName;
    private final @Nullable Upload upload;
    private final UploadFolder folder;
    private final StageUpload stage;
    private boolean in;

    /** @param upload held by the caller; null when the file came with the request */
    SentFile(Path path, String fileName, @Nullable Upload upload, UploadFolder folder, StageUpload stage) {
        this.path = path;
        this.fileName = fileName;
        this.upload = upload;
        this.folder = folder;
        this.stage = stage;
    }

    Path path() {
        return path;
    }

    String fileName() {
        return fileName;
    }

    /** Of files that are laid out alike; null when nobody has looked at it. */
    @Nullable
    String shape() {
        return upload == null ? null : upload.shape();
    }

    /** @param part of the file that was read; null when it was all there is */
    void endedWith(ImportRun run, @Nullable String part) {
        in = run.state() == ImportState.COMPLETE && part == null;
    }

    @Override
    public void close() {
        if (upload == null) {
            folder.remove(path);
            return;
        }
        stage.release(upload);
        if (in) {
            stage.forget(upload);
        }
    }
}
