package se.lageskarta.geo.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fuzzes every target for a while with Jazzer, guided by coverage, two at a time. Prints a line for each; a finding
 * makes it end with 1 and lies in {@code target/fuzz}: put it into {@code src/test/resources/fuzz} once it is mended.
 */
public final class FuzzRun {
    private static final int AT_A_TIME = 2;
    // an input that takes longer than this hangs, even where many other things run
    private static final int TIMEOUT_SECONDS = 20;

    private FuzzRun() {}

    /** @param arguments how many seconds each target is fuzzed, then a folder to work in */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int seconds = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        List<Future<Boolean>> runs = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            runs.add(workers.submit(() -> holds(target, seconds, folder.resolve(target.folder()))));
        }
        workers.shutdown();
        boolean all = true;
        for (Future<Boolean> run : runs) {
            all &= run.get();
        }
        System.exit(all ? 0 : 1);
    }

    private static boolean holds(FuzzTarget target, int seconds, Path folder) throws IOException, InterruptedException {
        deleteAll(folder);
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-Dfuzz.target=" + target,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=se.lageskarta.geo.read.**:se.lageskarta.geo.geojson.**",
                "--custom_hook_includes=se.lageskarta.geo.read.**:org.apache.poi.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + File.separator,
                "-max_total_time=" + seconds,
                "-timeout=" + TIMEOUT_SECONDS,
                "-rss_limit_mb=2048",
                "-max_len=20000",
                "-print_final_stats=1",
                seeds.toString()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(seconds + 120L, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        boolean holds = ended && process.exitValue() == 0;
        report(target, seconds, log, holds);
        return holds;
    }

    @SuppressWarnings("SystemOut")
    private static void report(FuzzTarget target, int seconds, Path log, boolean holds) throws IOException {
        List<String> lines = Files.readAllLines(log);
        String runs = lines.stream()
                .filter(line -> line.startsWith("stat::number_of_executed_units:"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("?");
        System.out.println("fuzz " + target.folder() + ": " + runs + " inputs in " + seconds + " s, "
                + (holds ? "no finding" : "FINDING, see " + log));
        if (!holds) {
            lines.stream()
                    .filter(line ->
                            line.startsWith("== ") || line.contains("Exception") || line.contains("at se.lageskarta"))
                    .limit(12)
                    .forEach(System.out::println);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(one);
            }
        }
    }
}
