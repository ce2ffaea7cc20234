package se.lageskarta.service.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.service.Lageskarta;
import se.lageskarta.service.ingest.ImportFile;
import se.lageskarta.service.ingest.ImportOrder;
import se.lageskarta.service.ingest.TakeBack;
import se.lageskarta.service.storage.Datasets;
import se.lageskarta.service.storage.PostgisServer;

/** The service with its invented town in a fresh folder, and a browser; both are started once for all journeys. */
final class DemoTown {
    /** Where the group's work is kept, what points before what is pointed to. */
    private static final List<String> WORK = List.of(
            "public_number",
            "public_file",
            "public_content",
            "public_release",
            "public_areas",
            "area_check_log",
            "area_check_answer",
            "document_file",
            "picture_spot",
            "picture_dataset",
            "picture_sheet",
            "picture",
            "spot_month",
            "spot_recognition",
            "spot",
            "register_state",
            "register_entry");

    private static @Nullable DemoTown embedded;
    private static @Nullable DemoTown onPostgis;

    private final Path folder;
    private final ConfigurableApplicationContext spring;
    private final Browsers browsers;
    /** The datasets of the town itself. */
    private @Nullable Set<Long> known;

    private DemoTown(Path folder, String... database) {
        this.folder = folder;
        List<String> settings = new ArrayList<>(
                List.of("--server.port=0", "--lageskarta.data.demo=true", "--lageskarta.data.dir=" + folder));
        settings.addAll(List.of(database));
        spring = new SpringApplication(Lageskarta.class).run(settings.toArray(String[]::new));
        browsers = new Browsers(address());
    }

    /** The running town on the embedded database; starts it the first time. It stops with the test run. */
    static synchronized DemoTown embedded() {
        DemoTown town = embedded;
        if (town == null) {
            town = stoppedAtTheEnd(new DemoTown(folder()));
            embedded = town;
        }
        return town;
    }

    /** The same town in PostgreSQL with PostGIS. */
    static synchronized DemoTown onPostgis() {
        DemoTown town = onPostgis;
        if (town == null) {
            PostgisServer.Database database = PostgisServer.emptyDatabase();
            town = stoppedAtTheEnd(new DemoTown(
                    folder(),
                    "--lageskarta.database.url=" + database.url(),
                    "--lageskarta.database.user=" + database.user(),
                    "--lageskarta.database.password=" + database.password()));
            onPostgis = town;
        }
        return town;
    }

    private static DemoTown stoppedAtTheEnd(DemoTown town) {
        Runtime.getRuntime().addShutdownHook(new Thread(town::stop));
        return town;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lageskarta-journeys");
        } catch (IOException failure) {
            throw new IllegalStateException("no folder for the journeys' data", failure);
        }
    }

    /** A browser as nobody has used it, with a window of that many pixels. */
    BrowserContext lend(int width, int height) {
        return browsers.lend(width, height);
    }

    /** Takes a browser back that was lent. */
    void giveBack(BrowserContext browser) {
        browsers.takeBack(browser);
    }

    /** Takes back what journeys have brought, so that each begins in the same town, in whatever order they go. */
    synchronized void tidy() {
        Datasets datasets = spring.getBean(Datasets.class);
        Set<Long> ofTheTown = known;
        if (ofTheTown == null) {
            known = everyDataset();
            forgetWork();
            return;
        }
        forgetWork();
        TakeBack takeBack = spring.getBean(TakeBack.class);
        everyDataset().stream()
                .filter(id -> !ofTheTown.contains(id))
                .flatMap(id -> datasets.find(id).stream())
                .forEach(takeBack::dataset);
    }

    /**
     * Also those without a row: a survey that has been opened puts its answers into its own some minutes later, in the middle
     * of another journey.
     */
    private Set<Long> everyDataset() {
        return spring.getBean(JdbcClient.class)
                .sql("select id from dataset")
                .query(Long.class)
                .set();
    }

    /** Real data arrive from a place on the open sea, far from the town: newer than anything in it. */
    synchronized void bringNewerDataFromElsewhere() {
        FilePayload file = InventedFile.plain("elsewhere.csv");
        try {
            Path stored = Files.write(folder.resolve("elsewhere.csv"), file.buffer);
            spring.getBean(ImportFile.class)
                    .prepare(stored, ImportOrder.of("elsewhere.csv", "journey"))
                    .carryOut();
        } catch (IOException | UnreadableFileException failure) {
            throw new IllegalStateException("the file of a place elsewhere is not imported", failure);
        }
    }

    /** A journey begins where nobody has worked yet: also what the town's invented group has done is forgotten. */
    private void forgetWork() {
        JdbcClient jdbc = spring.getBean(JdbcClient.class);
        for (String table : WORK) {
            jdbc.sql("delete from " + table).update();
        }
        // who keeps spots in memory looks again
        jdbc.sql("update spot_register set revision = revision + 1").update();
    }

    String password() {
        try {
            return Files.readString(folder.resolve("demo-password"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("the demo's password cannot be read", failure);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + spring.getEnvironment().getProperty("local.server.port"));
    }

    private void stop() {
        spring.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("the journeys' data stay in " + folder, failure);
        }
    }
}
