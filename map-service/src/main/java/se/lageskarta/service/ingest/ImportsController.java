package se.lageskarta.service.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.jobs.Jobs;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportProblem;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.WaitingPlaces;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.Texts;

/**
 * Files in over HTTP. A file is answered when it is in: 201 when there is nothing to say about any row, 200 when there
 * is, both with the report and its address; or, when the caller prefers, 202 at once after a first look at the file.
 */
@RestController
class ImportsController {
    /** The newest ones, as many as a page shows. */
    private static final int LISTED = 100;

    private final ImportFile importFile;
    private final Imports imports;
    private final Datasets datasets;
    private final WaitingPlaces waitingPlaces;
    private final TakeBack takeBack;
    private final RunningImports running;
    private final SentFiles sentFiles;
    private final WhatWasSaid whatWasSaid;
    private final SaveMapping saveMapping;
    private final Jobs jobs;
    private final ImportWords words;

    ImportsController(
            ImportFile importFile,
            Imports imports,
            Datasets datasets,
            WaitingPlaces waitingPlaces,
            TakeBack takeBack,
            RunningImports running,
            SentFiles sentFiles,
            WhatWasSaid whatWasSaid,
            SaveMapping saveMapping,
            Jobs jobs,
            ImportWords words) {
        this.importFile = importFile;
        this.imports = imports;
        this.datasets = datasets;
        this.waitingPlaces = waitingPlaces;
        this.takeBack = takeBack;
        this.running = running;
        this.sentFiles = sentFiles;
        this.whatWasSaid = whatWasSaid;
        this.saveMapping = saveMapping;
        this.jobs = jobs;
        this.words = words;
    }

    @PostMapping(path = "/api/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> post(
            MultipartHttpServletRequest request, @RequestHeader(name = "Prefer", defaultValue = "") String prefer)
            throws IOException {
        Person sender = Objects.requireNonNull(Person.current());
        ImportRequest sent = ImportRequest.of(request);
        FileWishes wishes = whatWasSaid.in(sent.wishes());
        boolean later = prefer.toLowerCase(Locale.ROOT).contains("respond-async");
        SentFile file = sentFiles.of(sent, sender.getUsername());
        boolean handedOn = false;
        try {
            ImportOrder order = order(sent, file, wishes, sender);
            ImportFile.Prepared prepared =
                    later ? importFile.prepareForLater(file.path(), order) : importFile.prepare(file.path(), order);
            save(sent, file, prepared, later);
            if (later) {
                start(prepared, file);
                handedOn = true;
            } else {
                file.endedWith(prepared.carryOut(), prepared.part());
            }
            return answered(prepared.importId(), later, Texts.language(request));
        } catch (UnreadableFileException e) {
            throw RefusedFile.because(e, file.fileName(), words, Texts.language(request));
        } catch (DatasetBusyException e) {
            throw ProblemException.of(409, "dataset-busy", e.dataset());
        } finally {
            if (!handedOn) {
                file.close();
            }
        }
    }

    private static ImportOrder order(ImportRequest sent, SentFile file, FileWishes wishes, Person sender) {
        return new ImportOrder(
                file.fileName(),
                wishes,
                sent.invented(),
                Objects.requireNonNullElse(sent.owner(), sender.organisation()),
                sent.source(),
                sent.legalNote(),
                sent.replace(),
                sender.getUsername());
    }

    @GetMapping("/api/imports")
    Map<String, List<ImportAnswer>> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), java.util.Set.of());
        Locale language = Texts.language(request);
        return Map.of(
                "imports",
                imports.newest(LISTED).stream()
                        .map(run -> answer(run, List.of(), language))
                        .toList());
    }

    @GetMapping("/api/imports/{id}")
    ImportAnswer one(@PathVariable long id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), java.util.Set.of());
        return answer(
                imports.find(id).orElseThrow(ProblemException::notFound),
                imports.problems(id, ImportAnswer.MAX_PROBLEMS),
                Texts.language(request));
    }

    @GetMapping("/api/imports/{id}/problems.csv")
    void problems(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), java.util.Set.of());
        ImportRun run = imports.find(id).orElseThrow(ProblemException::notFound);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + run.id() + "-problems.csv\"");
        response.setHeader("Cache-Control", "private, no-store");
        List<ImportProblem> problems = imports.problems(id, Findings.MAX_KEPT);
        ProblemTable.write(problems, words, Texts.language(request), response.getOutputStream());
    }

    @PostMapping("/api/imports/{id}/cancel")
    ResponseEntity<ImportAnswer> cancel(@PathVariable long id, HttpServletRequest request) {
        ImportRun run = imports.find(id).orElseThrow(ProblemException::notFound);
        if (!running.cancel(id)) {
            throw ProblemException.of(409, "import-not-running", run.state().code());
        }
        return ResponseEntity.accepted().body(answer(run, List.of(), Texts.language(request)));
    }

    @DeleteMapping("/api/imports/{id}")
    ResponseEntity<Void> delete(@PathVariable long id) {
        ImportRun run = imports.find(id).orElseThrow(ProblemException::notFound);
        if (run.state() == ImportState.RUNNING) {
            throw ProblemException.of(409, "import-running");
        }
        takeBack.importRun(run);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/datasets/{id}")
    ResponseEntity<Void> deleteDataset(@PathVariable long id) {
        Dataset dataset = datasets.find(id).orElseThrow(ProblemException::notFound);
        if (!Objects.requireNonNull(Person.current()).answersFor(dataset.owner())) {
            throw ProblemException.of(403, "dataset.not-yours");
        }
        try {
            takeBack.dataset(dataset);
        } catch (DatasetBusyException e) {
            throw ProblemException.of(409, "dataset-busy", e.dataset());
        }
        return ResponseEntity.noContent().build();
    }

    private void save(ImportRequest sent, SentFile file, ImportFile.Prepared prepared, boolean later)
            throws UnreadableFileException, IOException {
        if (sent.saveMapping() == null) {
            return;
        }
        String shape = Objects.requireNonNullElse(file.shape(), "");
        try {
            saveMapping.as(sent.saveMapping(), shape, prepared);
        } catch (RuntimeException | UnreadableFileException | IOException e) {
            if (later) {
                prepared.giveUpUnbegun();
            } else {
                prepared.giveUp();
            }
            throw e;
        }
    }

    /** Begins it when its turn has come and a thread is free. */
    private void start(ImportFile.Prepared prepared, SentFile file) {
        try {
            prepared.inTurn(
                    () -> jobs.submit(() -> {
                        prepared.running().alsoStoppedBy(jobs::throwIfStopping);
                        try (file) {
                            file.endedWith(prepared.carryOut(), prepared.part());
                        } catch (UnreadableFileException e) {
                            // the import's own record says why
                        }
                    }),
                    file::close);
        } catch (RuntimeException full) {
            prepared.giveUpUnbegun();
            throw full;
        }
    }

    private ResponseEntity<ImportAnswer> answered(long id, boolean later, Locale language) {
        ImportAnswer answer =
                answer(imports.find(id).orElseThrow(), imports.problems(id, ImportAnswer.MAX_PROBLEMS), language);
        int status = later ? 202 : answer.isFlawless() && answer.state().equals("complete") ? 201 : 200;
        return ResponseEntity.status(status)
                .location(URI.create("/api/imports/" + id))
                .body(answer);
    }

    private ImportAnswer answer(ImportRun run, List<ImportProblem> problems, Locale language) {
        Dataset dataset = datasets.find(run.datasetId()).orElseThrow();
        return ImportAnswer.of(
                run, dataset, running.find(run.id()), waitingPlaces.ofImport(run.id()), problems, words, language);
    }
}
