package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.storage.PostgisServer;

/**
 * Imports in a process of their own that is killed (SIGKILL) at a random moment, again and again, on both databases at
 * once: nothing half-done, nothing acknowledged lost, and exactly once after sending again.
 */
class KilledImportsTest {
    /**
     * Kills on each of the two databases, unless LAGESKARTA_KILL_ROUNDS says otherwise. Each costs a start of the service
     * without its pages, some four seconds of a processor.
     */
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("LAGESKARTA_KILL_ROUNDS", "25"));

    private static final int ROWS = 20_000;
    private static final int LONGEST_SECONDS = 120;

    @TempDir
    Path folder;

    /** How the process is started. */
    private List<String> java = List.of();

    @Test
    void no_import_is_half_done_lost_or_doubled_however_the_process_dies() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Files.writeString(file(i), table(i), StandardCharsets.UTF_8);
        }
        java = QuickStart.of(folder, ImportsOnCommand.class);
        PostgisServer.Database server = PostgisServer.freshDatabase();
        CompletableFuture<Tally> onH2 = rounds(1, List.of("--lageskarta.data.dir=" + folder.resolve("h2")));
        CompletableFuture<Tally> onPostgis = rounds(
                2,
                List.of(
                        "--lageskarta.data.dir=" + folder.resolve("postgis"),
                        "--lageskarta.database.url=" + server.url(),
                        "--lageskarta.database.user=" + server.user(),
                        "--lageskarta.database.password=" + server.password()));
        for (Tally tally : List.of(onH2.get(), onPostgis.get())) {
            assertThat(tally.interrupted + tally.finished).isEqualTo(ROUNDS);
            assertThat(tally.interrupted)
                    .as("rounds in which the import was cut off")
                    .isPositive();
        }
    }

    /** How many imports the kill cut off, and how many were complete by then. */
    private static final class Tally {
        int interrupted;
        int finished;
    }

    private CompletableFuture<Tally> rounds(long seed, List<String> settings) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return killAgainAndAgain(new Random(seed), settings);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Tally killAgainAndAgain(Random random, List<String> settings) throws IOException, InterruptedException {
        Tally tally = new Tally();
        boolean acknowledged = false;
        double usualMillis = 150;
        for (int round = 0; round <= ROUNDS; round++) {
            try (Service service = new Service(java, settings)) {
                if (round > 0) {
                    int before = visible(service.ask("look " + name(round - 1)));
                    assertThat(before).as("rows of an import that was cut off").isIn(0, ROWS);
                    assertThat(before == ROWS || !acknowledged)
                            .as("an acknowledged import is there")
                            .isTrue();
                    tally.interrupted += before == 0 ? 1 : 0;
                    tally.finished += before == 0 ? 0 : 1;
                    service.ask("import " + file(round - 1));
                    assertThat(service.answer()).isEqualTo("done " + before);
                    // as many moments before the end as after it, however quick the machine is
                    usualMillis *= before == 0 ? 1.25 : 0.8;
                    assertThat(visible(service.ask("look " + name(round - 1)))).isEqualTo(ROWS);
                }
                if (round < ROUNDS) {
                    service.ask("import " + file(round));
                    acknowledged = service.dieAfter(Math.round(random.nextDouble() * usualMillis));
                }
            }
        }
        return tally;
    }

    /** Rows that show; there are no others and no import is left running. */
    private static int visible(String answer) {
        String[] numbers = answer.split(" ");
        assertThat(numbers[2]).as("stored rows that do not show, %s", answer).isEqualTo(numbers[1]);
        assertThat(numbers[3]).as("running imports, %s", answer).isEqualTo("0");
        return Integer.parseInt(numbers[1]);
    }

    private Path file(int round) {
        return folder.resolve(name(round) + ".csv");
    }

    private static String name(int round) {
        return "omgang" + round;
    }

    private static String table(int round) {
        Random random = new Random(round);
        StringBuilder rows = new StringBuilder("id;datum;kategori;ost;nord\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("K")
                    .append(round)
                    .append('-')
                    .append(i)
                    .append(";2026-01-05 10:")
                    .append(10 + i % 50);
            rows.append(";Stöld;")
                    .append(383_000 + random.nextInt(5000))
                    .append(";")
                    .append(6_439_000 + i % 997);
            rows.append('\n');
        }
        return rows.toString();
    }

    /** The process. */
    private static final class Service implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;
        private final Writer commands;

        Service(List<String> java, List<String> settings) throws IOException {
            List<String> command = new ArrayList<>(java);
            command.addAll(settings);
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            commands = process.outputWriter(StandardCharsets.UTF_8);
            assertThat(answer()).isEqualTo("ready");
        }

        String ask(String command) throws IOException {
            commands.write(command + "\n");
            commands.flush();
            return answer();
        }

        String answer() throws IOException {
            String line = answers.readLine();
            assertThat(line).as("an answer of the process").isNotNull();
            return line;
        }

        /** Kills it; true when the import had been acknowledged before. */
        boolean dieAfter(long millis) throws IOException, InterruptedException {
            TimeUnit.MILLISECONDS.sleep(millis);
            // by its handle: the process itself would close what has been answered
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            String last = answers.readLine();
            return last != null && last.startsWith("done");
        }

        @Override
        public void close() throws IOException {
            try (answers;
                    commands) {
                process.destroyForcibly();
            } catch (IOException e) {
                // the pipe of a process that is gone
                assertThat(process.isAlive()).isFalse();
            }
        }
    }
}
