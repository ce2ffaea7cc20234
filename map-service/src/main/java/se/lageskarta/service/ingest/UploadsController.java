package se.lageskarta.service.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Files that are looked at, corrected and looked at again before anything of them is stored. */
@RestController
class UploadsController {
    static final String RETRY_AFTER_SECONDS = "5";

    private final StageUpload stage;
    private final WhatWasSaid whatWasSaid;
    private final LookAtFile lookAtFile;
    private final LooksAtOnce looksAtOnce;
    private final ImportWords words;
    private final JsonMapper mapper;

    UploadsController(
            StageUpload stage,
            WhatWasSaid whatWasSaid,
            LookAtFile lookAtFile,
            LooksAtOnce looksAtOnce,
            ImportWords words,
            JsonMapper mapper) {
        this.stage = stage;
        this.whatWasSaid = whatWasSaid;
        this.lookAtFile = lookAtFile;
        this.looksAtOnce = looksAtOnce;
        this.words = words;
        this.mapper = mapper;
    }

    /** A file that waits. */
    record Told(String id, String fileName, long bytes, LookAnswer look) {}

    private interface Looking<T> {
        T run() throws UnreadableFileException, IOException;
    }

    @PostMapping(path = "/api/imports/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Told> take(MultipartHttpServletRequest request, HttpServletResponse response) throws IOException {
        MultipartFile file = Objects.requireNonNull(ImportRequest.file(request, true));
        Parameters.of(request.getParameterMap(), Set.of());
        String name =
                ImportOrder.plain(Objects.requireNonNullElse(file.getOriginalFilename(), ""), ImportOrder.LONGEST_NAME);
        Locale language = Texts.language(request);
        StageUpload.Staged staged = looking(response, name, language, () -> stage.take(file, name, account()));
        Upload upload = staged.upload();
        return ResponseEntity.created(URI.create("/api/imports/uploads/" + upload.id()))
                .cacheControl(CacheControl.noStore())
                .body(new Told(
                        upload.id(),
                        upload.fileName(),
                        upload.bytes(),
                        LookAnswer.of(staged.looked(), words, language)));
    }

    @PostMapping(path = "/api/imports/uploads/{id}/look", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LookAnswer> look(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Upload upload = stage.find(id, account()).orElseThrow(ProblemException::notFound);
        FileWishes wishes = whatWasSaid.in(SentWishes.of(request, mapper));
        Locale language = Texts.language(request);
        Looked looked = looking(
                response,
                upload.fileName(),
                language,
                () -> lookAtFile.again(stage.path(upload), upload.fileName(), upload.shape(), wishes));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(LookAnswer.of(looked, words, language));
    }

    @DeleteMapping("/api/imports/uploads/{id}")
    ResponseEntity<Void> forget(@PathVariable String id) {
        stage.forget(stage.find(id, account()).orElseThrow(ProblemException::notFound));
        return ResponseEntity.noContent().build();
    }

    private <T> T looking(HttpServletResponse response, String fileName, Locale language, Looking<T> work)
            throws IOException {
        LooksAtOnce.Place place = enter(response);
        try (place) {
            return work.run();
        } catch (UnreadableFileException e) {
            throw RefusedFile.because(e, fileName, words, language);
        }
    }

    private LooksAtOnce.Place enter(HttpServletResponse response) {
        try {
            return looksAtOnce.enter();
        } catch (ProblemException busy) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            throw busy;
        }
    }

    private static String account() {
        @Nullable Person person = Person.current();
        return Objects.requireNonNull(person).getUsername();
    }
}
