package se.lageskarta.service.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.web.ProblemException;

/**
 * Takes files that somebody wants to look at before they are read in, keeps them for a day, and forgets them. Each is
 * its sender's alone: to anybody else it looks as if it never was.
 */
@Component
class StageUpload {
    static final Duration KEPT = Duration.ofHours(24);
    static final int MAX_FILES = 20;
    static final long MAX_BYTES = 2L << 30;

    private final Uploads uploads;
    private final UploadFolder folder;
    private final LookAtFile lookAtFile;
    private final Clock clock;
    private final Set<String> beingRead = ConcurrentHashMap.newKeySet();

    StageUpload(Uploads uploads, UploadFolder folder, LookAtFile lookAtFile, Clock clock) {
        this.uploads = uploads;
        this.folder = folder;
        this.lookAtFile = lookAtFile;
        this.clock = clock;
    }

    /** @param looked what the file seems to be */
    record Staged(Upload upload, Looked looked) {}

    /**
     * Keeps a file for a person to look at.
     *
     * @throws UnreadableFileException when nothing can be read from it; nothing is kept then
     * @throws ProblemException when the account has too much waiting already
     */
    Staged take(MultipartFile file, String fileName, String account) throws UnreadableFileException, IOException {
        forgetOld();
        refuseTooMuch(account, file.getSize());
        String id = UUID.randomUUID().toString();
        Path path = folder.waiting(id);
        boolean kept = false;
        try {
            folder.write(file, path);
            Looked looked = lookAtFile.first(path, fileName);
            Upload upload = new Upload(
                    id,
                    account,
                    fileName,
                    Files.size(path),
                    looked.offered() == null
                            ? looked.look().shape()
                            : looked.offered().shape(),
                    clock.instant());
            uploads.add(upload);
            kept = true;
            return new Staged(upload, looked);
        } finally {
            if (!kept) {
                folder.remove(path);
            }
        }
    }

    /** The upload when it is this account's own and still there. */
    Optional<Upload> find(String id, String account) {
        return uploads.find(id, account)
                .filter(upload -> upload.receivedAt().plus(KEPT).isAfter(clock.instant()))
                .filter(upload -> Files.isRegularFile(path(upload)));
    }

    Path path(Upload upload) {
        return folder.waiting(upload.id());
    }

    /**
     * Takes an upload for an import; nobody else may read or remove it until it is released.
     *
     * @throws ProblemException 409 when it is being read in already
     */
    void hold(Upload upload) {
        if (!beingRead.add(upload.id())) {
            throw ProblemException.of(409, "upload.busy");
        }
    }

    void release(Upload upload) {
        beingRead.remove(upload.id());
    }

    /** @throws ProblemException 409 while it is being read in */
    void forget(Upload upload) {
        if (beingRead.contains(upload.id())) {
            throw ProblemException.of(409, "upload.busy");
        }
        uploads.remove(upload.id());
        folder.remove(path(upload));
    }

    /** Those that are older than a day. */
    void forgetOld() {
        for (String id : uploads.receivedBefore(clock.instant().minus(KEPT))) {
            if (!beingRead.contains(id)) {
                uploads.remove(id);
                folder.remove(folder.waiting(id));
            }
        }
    }

    /** When the service starts: files without their note and notes without their file. */
    void tidy() throws IOException {
        forgetOld();
        Set<String> known = new HashSet<>(uploads.ids());
        for (String id : known) {
            if (!Files.isRegularFile(folder.waiting(id))) {
                uploads.remove(id);
            }
        }
        folder.removeAllBut(known);
    }

    private void refuseTooMuch(String account, long more) {
        Uploads.Held held = uploads.heldBy(account);
        if (held.files() >= MAX_FILES) {
            throw ProblemException.of(409, "upload.too-many", MAX_FILES);
        }
        if (held.bytes() + more > MAX_BYTES) {
            throw ProblemException.of(409, "upload.too-much", MAX_BYTES >> 30);
        }
    }
}
