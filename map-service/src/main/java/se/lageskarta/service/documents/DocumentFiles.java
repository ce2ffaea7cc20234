package se.lageskarta.service.documents;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.paper.PaperFile;
import se.lageskarta.service.paper.PaperForm;
import se.lageskarta.service.web.Sha256;

/** The files of approved documents. They are written once. */
@Repository
class DocumentFiles {
    private final JdbcClient jdbc;

    DocumentFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    StoredDocument.FrozenFile add(long document, PaperForm form, PaperFile file) {
        String sha256 = Sha256.of(file.bytes());
        jdbc.sql("insert into document_file (document_id, form, file_name, media_type, sha256, content)"
                        + " values (:document, :form, :name, :type, :hash, :content)")
                .param("document", document)
                .param("form", form.suffix())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("hash", sha256)
                .param("content", file.bytes())
                .update();
        return new StoredDocument.FrozenFile(form.suffix(), file.name(), sha256, file.bytes().length);
    }

    /**
     * The file as it was approved.
     *
     * @throws IllegalStateException when its bytes are no longer those
     */
    Optional<PaperFile> find(long document, PaperForm form) {
        return jdbc.sql("select file_name, media_type, sha256, content from document_file"
                        + " where document_id = :document and form = :form")
                .param("document", document)
                .param("form", form.suffix())
                .query((row, number) -> {
                    byte[] content = row.getBytes("content");
                    if (!Sha256.of(content).equals(row.getString("sha256"))) {
                        throw new IllegalStateException("file " + form + " of document " + document + " was changed");
                    }
                    return new PaperFile(content, row.getString("media_type"), row.getString("file_name"));
                })
                .optional();
    }
}
