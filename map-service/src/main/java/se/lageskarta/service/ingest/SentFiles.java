package se.lageskarta.service.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import se.lageskarta.service.web.ProblemException;

/** Finds the file that a request means, and keeps it from others while it is read in. */
@Component
class SentFiles {
    private final UploadFolder folder;
    private final StageUpload stage;

    SentFiles(UploadFolder folder, StageUpload stage) {
        this.folder = folder;
        this.stage = stage;
    }

    /** @throws ProblemException 404 when it names an upload that is not the sender's */
    SentFile of(ImportRequest sent, String account) throws IOException {
        String id = sent.upload();
        if (id != null) {
            Upload upload = stage.find(id, account).orElseThrow(ProblemException::notFound);
            stage.hold(upload);
            return new SentFile(stage.path(upload), upload.fileName(), upload, folder, stage);
        }
        MultipartFile file = Objects.requireNonNull(sent.file());
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Path path = folder.newFile();
        folder.write(file, path);
        return new SentFile(path, name, null, folder, stage);
    }
}
