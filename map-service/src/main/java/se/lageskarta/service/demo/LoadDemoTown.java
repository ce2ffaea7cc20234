package se.lageskarta.service.demo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.demo.DemoTown;
import se.lageskarta.geo.demo.PlannedMeasure;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.ColumnMapping;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.ingest.ImportFile;
import se.lageskarta.service.ingest.ImportOrder;
import se.lageskarta.service.measures.EditMeasures;
import se.lageskarta.service.measures.MeasurePlan;
import se.lageskarta.service.measures.MeasureStatus;
import se.lageskarta.service.reports.InventedReports;
import se.lageskarta.service.security.DemoAccounts;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.storage.Datasets;

/** Puts the invented town into an installation that has never had any data. */
@Component
public class LoadDemoTown {
    private static final Logger LOG = LoggerFactory.getLogger(LoadDemoTown.class);
    private static final String WHO = "demo";

    private final DataSettings settings;
    private final Datasets datasets;
    private final ImportFile importFile;
    private final EditMeasures measures;
    private final DemoAccounts accounts;
    private final InventedReports reports;
    private final InventedWork work;
    private final Clock clock;

    LoadDemoTown(
            DataSettings settings,
            Datasets datasets,
            ImportFile importFile,
            EditMeasures measures,
            DemoAccounts accounts,
            InventedReports reports,
            InventedWork work,
            Clock clock) {
        this.settings = settings;
        this.datasets = datasets;
        this.importFile = importFile;
        this.measures = measures;
        this.accounts = accounts;
        this.reports = reports;
        this.work = work;
        this.clock = clock;
    }

    /** Does nothing where data are or have been: who takes the town back does not get it again. */
    public void whenEmpty() throws IOException {
        if (datasets.revision() > 0) {
            return;
        }
        long begun = System.nanoTime();
        DemoTown town = DemoTown.generate(settings.demoSeed());
        Files.createDirectories(settings.uploadDir());
        Path folder = Files.createTempDirectory(settings.uploadDir(), "demo");
        try {
            town.writeFiles(folder);
            for (Path file : filesIn(folder)) {
                load(file, town.name());
            }
        } finally {
            remove(folder);
        }
        LocalDate today = LocalDate.now(clock);
        for (PlannedMeasure planned : town.measures()) {
            measures.plan(planOf(planned, today), true, WHO);
        }
        accounts.create();
        reports.add();
        work.add();
        LOG.info("{} loaded in {} ms", town.name(), (System.nanoTime() - begun) / 1_000_000);
    }

    private void load(Path file, String town) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        ImportOrder order = order(fileName, town);
        if (order == null) {
            return;
        }
        try {
            importFile.prepare(file, order).carryOut();
        } catch (UnreadableFileException e) {
            throw new IOException("the demo town's file " + fileName + " cannot be read: " + e.code(), e);
        }
    }

    /** Null for the files that are not imported: the measures and the text for people. */
    private static @Nullable ImportOrder order(String fileName, String town) {
        return switch (fileName) {
            case "incidents.csv" -> order(fileName, town + ": händelser", FileKind.INCIDENTS, null);
            case "survey.csv" -> order(fileName, town + ": trygghetsmätning 2026", FileKind.UNSAFE_PLACES, null);
            case "measures.geojson" -> null;
            default -> {
                if (!fileName.endsWith(".geojson")) {
                    yield null;
                }
                BaseRole role = BaseRole.of(fileName.replace(".geojson", ""));
                yield order(fileName, town + ": " + swedishNameOf(role), FileKind.BASE, role);
            }
        };
    }

    private static String swedishNameOf(BaseRole role) {
        return switch (role) {
            case WATER -> "vatten";
            case GREEN -> "grönområden";
            case BUILDINGS -> "byggnader";
            case ROADS -> "vägar";
            case PATHS -> "gångvägar";
            case RAIL -> "järnväg";
            case LAMPS -> "belysning";
            case ADDRESSES -> "adresser";
            case PROPERTIES -> "fastigheter";
            case DISTRICTS -> "områden";
            case BOUNDARY -> "kommungräns";
            case PLACES -> "platsnamn";
        };
    }

    private static ImportOrder order(String fileName, String dataset, FileKind kind, @Nullable BaseRole role) {
        return new ImportOrder(
                fileName, dataset, kind, role, null, ColumnMapping.NONE, true, DemoTown.LABEL, DemoTown.LABEL, WHO);
    }

    private static MeasurePlan planOf(PlannedMeasure planned, LocalDate today) {
        return new MeasurePlan(
                planned.code(),
                planned.title(),
                planned.owner(),
                MeasureStatus.ofCode(planned.status()).orElseThrow(),
                planned.dueOn(),
                doneOn(planned, today),
                planned.note(),
                null,
                null,
                planned.geometry());
    }

    /** A town shown before its story ends has nothing that was done in days to come. */
    private static @Nullable LocalDate doneOn(PlannedMeasure planned, LocalDate today) {
        LocalDate day = planned.doneOn();
        return day != null && day.isAfter(today) ? today : day;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
