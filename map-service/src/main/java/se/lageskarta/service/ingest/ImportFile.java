package se.lageskarta.service.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.IncidentReader;
import se.lageskarta.geo.read.ReadTally;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.basemap.PlacesInWords;
import se.lageskarta.service.jobs.ServiceStopsException;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.ImportCounts;
import se.lageskarta.service.storage.ImportEndedException;
import se.lageskarta.service.storage.ImportRun;
import se.lageskarta.service.storage.ImportState;
import se.lageskarta.service.storage.Imports;
import se.lageskarta.service.storage.IncidentFacts;
import se.lageskarta.service.storage.IncidentLoad;
import se.lageskarta.service.storage.NewDataset;
import se.lageskarta.service.storage.SourceKeys;
import se.lageskarta.service.storage.UnsafePlaceFacts;
import se.lageskarta.service.storage.WaitingLoad;
import se.lageskarta.service.storage.WaitingPlaces;
import se.lageskarta.service.web.Parameters;

/**
 * Imports a file: {@link #prepare} finds out what it is and takes its place, {@link Prepared#carryOut} reads it in.
 * Rows show all at once when it is complete; when it fails or is cancelled nothing of it stays. A row that the dataset
 * already has is counted and not stored again, so the same file twice changes nothing.
 */
@Component
public class ImportFile {
    private final Datasets datasets;
    private final Imports imports;
    private final IncidentFacts incidents;
    private final UnsafePlaceFacts unsafePlaces;
    private final BaseFeatures baseFeatures;
    private final WaitingPlaces waitingPlaces;
    private final RunningImports runningImports;
    private final HowToRead reading;
    private final WhichDataset whichDataset;

    ImportFile(
            HowToRead reading,
            WhichDataset whichDataset,
            Datasets datasets,
            Imports imports,
            IncidentFacts incidents,
            UnsafePlaceFacts unsafePlaces,
            BaseFeatures baseFeatures,
            WaitingPlaces waitingPlaces,
            RunningImports runningImports) {
        this.reading = reading;
        this.whichDataset = whichDataset;
        this.datasets = datasets;
        this.imports = imports;
        this.incidents = incidents;
        this.unsafePlaces = unsafePlaces;
        this.baseFeatures = baseFeatures;
        this.waitingPlaces = waitingPlaces;
        this.runningImports = runningImports;
    }

    /**
     * Reads the file once to see what it is, makes the dataset when it is new, and begins the import.
     *
     * @throws UnreadableFileException when nothing can be read from it; nothing has been stored then
     * @throws DatasetBusyException when another import runs into the same dataset
     */
    public Prepared prepare(Path file, ImportOrder order) throws UnreadableFileException, IOException {
        FilePlan plan = plan(file, order);
        String held = runningImports.hold(plan.kind(), order.datasetName(plan.kind()));
        try {
            return begin(file, plan, order, held);
        } catch (RuntimeException | IOException e) {
            runningImports.release(held);
            throw e;
        }
    }

    /**
     * The same for an import that waits until those into the same dataset that came before it have ended; see
     * {@link Prepared#inTurn}.
     *
     * @throws UnreadableFileException when nothing can be read from it; nothing has been stored then
     */
    Prepared prepareForLater(Path file, ImportOrder order) throws UnreadableFileException, IOException {
        FilePlan plan = plan(file, order);
        return begin(file, plan, order, RunningImports.key(plan.kind(), order.datasetName(plan.kind())));
    }

    private FilePlan plan(Path file, ImportOrder order) throws UnreadableFileException, IOException {
        FilePlan plan = IncidentReader.plan(file, order.fileName(), reading.options(order.wishes(), Files.size(file)));
        if (order.replace() && plan.kind() != FileKind.BASE) {
            throw Parameters.refused("replace", "true", "import.replace-of-base");
        }
        return plan;
    }

    private Prepared begin(Path file, FilePlan plan, ImportOrder order, String key) throws IOException {
        String sha256 = sha256(file, order.wishes().layout().part());
        Dataset dataset;
        synchronized (runningImports) {
            // two files for one new dataset must not make two
            dataset = dataset(plan, order.datasetName(plan.kind()), order);
        }
        ImportRun run = imports.start(dataset.id(), order.fileName(), order.startedBy());
        RunningImport running = new RunningImport(plan.rows(), Files.size(file), System::nanoTime);
        runningImports.began(run.id(), running);
        return new Prepared(plan.into(dataset.crs()), order, dataset, run, running, sha256, Files.size(file), key);
    }

    private Dataset dataset(FilePlan plan, String wanted, ImportOrder order) {
        WhichDataset.Target target = whichDataset.of(plan.kind(), plan.role(), wanted);
        if (target.existing() != null) {
            return target.existing();
        }
        BaseRole role = plan.kind() == FileKind.BASE ? plan.role() : null;
        return datasets.create(new NewDataset(
                target.name(),
                DatasetKind.of(plan.kind().code()),
                role == null ? null : role.code(),
                plan.workingCrs(),
                order.owner(),
                order.source(),
                order.invented(),
                order.legalNote()));
    }

    /** An import that has its place and waits to be carried out, once. */
    public final class Prepared {
        private final FilePlan plan;
        private final ImportOrder order;
        private final SourceTypes types;
        private final Dataset dataset;
        private final ImportRun run;
        private final RunningImport running;
        private final String sha256;
        private final long bytes;
        private final String held;

        private Prepared(
                FilePlan plan,
                ImportOrder order,
                Dataset dataset,
                ImportRun run,
                RunningImport running,
                String sha256,
                long bytes,
                String held) {
            this.plan = plan;
            this.order = order;
            this.types = reading.types(order.wishes());
            this.dataset = dataset;
            this.run = run;
            this.running = running;
            this.sha256 = sha256;
            this.bytes = bytes;
            this.held = held;
        }

        public long importId() {
            return run.id();
        }

        public Dataset dataset() {
            return dataset;
        }

        ImportOrder order() {
            return order;
        }

        public FilePlan plan() {
            return plan;
        }

        /** Which sheet, layer or file within the file was said to be read; null when none was. */
        @Nullable
        String part() {
            return order.wishes().layout().part();
        }

        public RunningImport running() {
            return running;
        }

        /**
         * Reads the rows in.
         *
         * @return the import as it ended: complete or cancelled
         * @throws UnreadableFileException when not one row could be kept; the import has failed then
         */
        public ImportRun carryOut() throws UnreadableFileException, IOException {
            Findings findings = new Findings(types);
            running.reading();
            try {
                return readIn(findings);
            } catch (CancellationException | ImportEndedException e) {
                return stop(ImportState.CANCELLED, findings, "import.cancelled", Map.of());
            } catch (ServiceStopsException e) {
                return stop(ImportState.FAILED, findings, "import.interrupted", Map.of());
            } catch (UnreadableFileException e) {
                stop(ImportState.FAILED, findings, e.code(), e.args());
                throw e;
            } catch (IOException | RuntimeException | Error e) {
                abandon(findings, e);
                throw e;
            } finally {
                runningImports.ended(run.id());
                runningImports.release(held);
            }
        }

        /**
         * Begins when those before it have ended.
         *
         * @param start carries it out, now or soon; throws when it cannot
         * @param ended is told when it is given up before it began
         */
        void inTurn(Runnable start, Runnable ended) {
            runningImports.inTurn(held, new RunningImports.Waiting(run.id(), start, () -> {
                giveUpUnbegun();
                ended.run();
            }));
        }

        /** Gives the place up without having read anything. */
        public void giveUp() {
            try {
                giveUpUnbegun();
            } finally {
                runningImports.release(held);
            }
        }

        /** Ends it before it held its place. */
        void giveUpUnbegun() {
            boolean asked = running.isCancelled();
            try {
                stop(
                        asked ? ImportState.CANCELLED : ImportState.FAILED,
                        new Findings(types),
                        asked ? "import.cancelled" : "import.interrupted",
                        Map.of());
            } finally {
                runningImports.ended(run.id());
            }
        }

        private ImportRun readIn(Findings findings) throws UnreadableFileException, IOException {
            if (plan.kind() == FileKind.BASE && isInAlready()) {
                ImportCounts all = new ImportCounts(plan.rows(), plan.rows(), 0, 0, plan.rows());
                return imports.complete(run.id(), all, report(findings).json(), List.of());
            }
            IncidentLoad load = plan.kind() == FileKind.INCIDENTS ? incidents.load(run.id(), dataset.crs()) : null;
            WaitingLoad waiting = waitingPlaces.load(run.id(), dataset.id(), PlacesInWords::mask);
            FactSink sink = new FactSink(
                    run.id(), dataset.crs(), findings, running, knownKeys(), load, waiting, unsafePlaces, baseFeatures);
            ReadTally tally = IncidentReader.read(plan, sink);
            if (tally.placed() + tally.uncertain() == 0) {
                throw new UnreadableFileException("file.nothing-kept", nothingKept(findings, tally));
            }
            sink.finish();
            running.finishing();
            ImportCounts counts = new ImportCounts(
                    tally.rows(),
                    tally.placed(),
                    tally.uncertain(),
                    tally.rejected(),
                    sink.duplicates() + tally.repeated());
            return order.replace()
                    ? imports.completeInPlaceOfAll(
                            run.id(), counts, report(findings).json(), findings.kept())
                    : imports.complete(run.id(), counts, report(findings).json(), findings.kept());
        }

        private @Nullable SourceKeys knownKeys() {
            return switch (plan.kind()) {
                case INCIDENTS -> incidents.sourceKeys(dataset.id()).and(waitingPlaces.sourceKeys(dataset.id()));
                case UNSAFE_PLACES -> unsafePlaces.sourceKeys(dataset.id());
                case BASE -> null;
            };
        }

        /**
         * Features of the background map have no keys; the same bytes are the same features. A file that replaces
         * all is in already only when nothing else is.
         */
        private boolean isInAlready() {
            List<ImportRun> earlier = imports.completeOf(dataset.id());
            boolean known = earlier.stream()
                    .anyMatch(
                            one -> sha256.equals(StoredReport.read(one.report()).sha256()));
            boolean alone = earlier.stream()
                    .allMatch(
                            one -> sha256.equals(StoredReport.read(one.report()).sha256()));
            return known && (!order.replace() || alone);
        }

        private StoredReport report(Findings findings) {
            return StoredReport.of(plan, sha256, bytes, running.millis(), findings);
        }

        private ImportRun stop(ImportState state, Findings findings, String code, Map<String, Object> args) {
            return imports.stop(
                    run.id(),
                    state,
                    running.counts(),
                    report(findings).failed(code, args).json(),
                    findings.kept());
        }

        /** After an unexpected failure, which may be the database's own: then the next start cleans up. */
        private void abandon(Findings findings, Throwable failure) {
            try {
                stop(ImportState.FAILED, findings, "import.failed", Map.of());
            } catch (RuntimeException alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
        }
    }

    private static Map<String, Object> nothingKept(Findings findings, ReadTally tally) {
        String commonest = findings.countByCode().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return Map.of("rows", tally.rows(), "code", commonest, "with", findings.argumentsOf(commonest));
    }

    /** Of the file's bytes, and of which part of it is read: two layers of one file are not the same. */
    private static String sha256(Path file, @Nullable String part) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            MessageDigest digest = ((DigestInputStream) in).getMessageDigest();
            if (part != null) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
