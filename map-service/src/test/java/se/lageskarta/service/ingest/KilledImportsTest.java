package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lageskarta.service.storage.PostgisServer;

/**
 * Imports in a process of their own that is killed (SIGKILL) at random moments, again and again, one import in each of the
 * two databases: nothing half-done, nothing acknowledged lost, and exactly once after sending again.
 */
class KilledImportsTest {
    /**
     * Imports killed in each of the two databases, unless LAGESKARTA_KILL_ROUNDS says otherwise. Each costs a start of the
     * service without its pages; one process serves both databases, for starting it is most of what a kill costs.
     */
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("LAGESKARTA_KILL_ROUNDS", "25"));

    private static final int ROWS = 20_000;
    private static final int LONGEST_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void no_import_is_half_done_lost_or_doubled_however_the_process_dies() throws Exception {
        for (int i = 0; i <= ROUNDS; i++) {
            Files.writeString(file(i), table(i), StandardCharsets.UTF_8);
        }
        // what the first run reads is in no other round and in databases of its own
        String sample = " import " + file(ROUNDS);
        List<String> command = new ArrayList<>(QuickStart.of(
                folder, ImportsOnCommand.class, bothDatabases("first"), List.of("0" + sample, "1" + sample)));
        command.addAll(bothDatabases("killed"));
        List<Victim> victims = List.of(new Victim(0), new Victim(1));
        for (int round = 0; round <= ROUNDS; round++) {
            try (Service service = new Service(folder, command)) {
                for (Victim victim : victims) {
                    if (round > 0) {
                        victim.recover(service, round - 1);
                    }
                }
                if (round < ROUNDS) {
                    killWhileImporting(service, victims, round);
                }
            }
        }
        for (Victim victim : victims) {
            assertThat(victim.interrupted + victim.finished).isEqualTo(ROUNDS);
            assertThat(victim.interrupted)
                    .as("rounds in which the import was cut off")
                    .isPositive();
        }
    }

    /** Settings for H2 and then for PostgreSQL, both empty. */
    private List<String> bothDatabases(String name) {
        PostgisServer.Database server = PostgisServer.emptyDatabase();
        return List.of(
                "--lageskarta.data.dir=" + folder.resolve(name + "-h2"),
                ImportsOnCommand.NEXT,
                "--lageskarta.data.dir=" + folder.resolve(name + "-postgis"),
                "--lageskarta.database.url=" + server.url(),
                "--lageskarta.database.user=" + server.user(),
                "--lageskarta.database.password=" + server.password());
    }

    /** Each import begins as long before the kill as has been drawn for it. */
    private static void killWhileImporting(Service service, List<Victim> victims, int round)
            throws IOException, InterruptedException {
        victims.forEach(Victim::draw);
        List<Victim> latestLast = victims.stream()
                .sorted(Comparator.comparingLong(Victim::millisLeft).reversed())
                .toList();
        for (int i = 0; i < latestLast.size(); i++) {
            Victim victim = latestLast.get(i);
            service.ask(victim.number, "import " + file(service.folder, round));
            long next = i + 1 < latestLast.size() ? latestLast.get(i + 1).millisLeft() : 0;
            TimeUnit.MILLISECONDS.sleep(victim.millisLeft() - next);
        }
        service.die();
        for (Victim victim : victims) {
            victim.acknowledged = service.leftOf(victim.number).contains("done");
        }
    }

    /** A database whose imports are cut off. */
    private static final class Victim {
        private final int number;
        private final Random random;
        private double usualMillis = 150;
        private long millisLeft;
        private boolean acknowledged;
        /** How many imports the kill cut off, and how many were complete by then. */
        private int interrupted;

        private int finished;

        Victim(int number) {
            this.number = number;
            this.random = new Random(number + 1L);
        }

        void draw() {
            millisLeft = Math.round(random.nextDouble() * usualMillis);
        }

        long millisLeft() {
            return millisLeft;
        }

        void recover(Service service, int round) throws InterruptedException, IOException {
            int before = visible(service.ask(number, "look " + name(round)));
            assertThat(before).as("rows of an import that was cut off").isIn(0, ROWS);
            assertThat(before == ROWS || !acknowledged)
                    .as("an acknowledged import is there")
                    .isTrue();
            interrupted += before == 0 ? 1 : 0;
            finished += before == 0 ? 0 : 1;
            assertThat(service.ask(number, "import " + file(service.folder, round)))
                    .isEqualTo("begins");
            assertThat(service.answer(number)).isEqualTo("done " + before);
            // as many moments before the end as after it, however quick the machine is
            usualMillis *= before == 0 ? 1.25 : 0.8;
            assertThat(visible(service.ask(number, "look " + name(round)))).isEqualTo(ROWS);
        }
    }

    /** Rows that show; there are no others and no import is left running. */
    private static int visible(String answer) {
        String[] numbers = answer.split(" ");
        assertThat(numbers[2]).as("stored rows that do not show, %s", answer).isEqualTo(numbers[1]);
        assertThat(numbers[3]).as("running imports, %s", answer).isEqualTo("0");
        return Integer.parseInt(numbers[1]);
    }

    private Path file(int round) {
        return file(folder, round);
    }

    private static Path file(Path folder, int round) {
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
        private final Path folder;
        private final Process process;
        private final Writer commands;
        private final Thread listener;
        private final List<BlockingQueue<String>> answers =
                List.of(new LinkedBlockingQueue<>(), new LinkedBlockingQueue<>());

        Service(Path folder, List<String> command) throws IOException {
            this.folder = folder;
            Path complaints = folder.resolve("complaints.txt");
            process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            commands = process.outputWriter(StandardCharsets.UTF_8);
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String first = lines.readLine();
            assertThat(first).as(() -> told(complaints)).isEqualTo("ready");
            listener = new Thread(() -> listen(lines));
            listener.start();
        }

        private static String told(Path complaints) {
            try {
                return Files.readString(complaints);
            } catch (IOException unreadable) {
                return unreadable.toString();
            }
        }

        private void listen(BufferedReader lines) {
            try (lines) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    // the last line may be cut off
                    String[] words = (line + " ").split(" ", 2);
                    answers.get(Integer.parseInt(words[0])).add(words[1].strip());
                }
            } catch (IOException away) {
                // what a process that is gone had said is in the queues
                assertThat(process.isAlive()).isFalse();
            }
        }

        String ask(int database, String command) throws IOException, InterruptedException {
            commands.write(database + " " + command + "\n");
            commands.flush();
            return answer(database);
        }

        String answer(int database) throws InterruptedException {
            String line = answers.get(database).poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("an answer of the process").isNotNull();
            return line;
        }

        /** Kills it and hears the last that it has said. */
        void die() throws InterruptedException {
            // by its handle: the process itself would close what has been answered
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            listener.join();
        }

        /** What it has said of a database and nobody has heard, one line after the other. */
        String leftOf(int database) {
            return String.join("\n", answers.get(database));
        }

        @Override
        public void close() throws IOException {
            try (commands) {
                process.destroyForcibly();
            } catch (IOException e) {
                // the pipe of a process that is gone
                assertThat(process.isAlive()).isFalse();
            }
        }
    }
}
