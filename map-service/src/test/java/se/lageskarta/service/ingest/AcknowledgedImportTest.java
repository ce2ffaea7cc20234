package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.Datasets;

class AcknowledgedImportTest {
    private static final int ROWS = 30_000;

    @TempDir
    Path folder;

    @Test
    void an_acknowledged_import_is_there_when_the_process_is_killed_the_next_moment() throws Exception {
        Path file = folder.resolve("rader.csv");
        StringBuilder rows = new StringBuilder("ost;nord;datum\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(383_000 + i).append(";6439031;2026-01-05\n");
        }
        Files.writeString(file, rows, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltAfterImport.class.getName(),
                        folder.resolve("data").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isEqualTo(137);

        try (RunningService service = RunningService.onH2(folder.resolve("data"))) {
            assertThat(service.part(Datasets.class).all())
                    .extracting(Dataset::name, dataset -> dataset.extent().rows())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("rader", (long) ROWS));
        }
    }
}
