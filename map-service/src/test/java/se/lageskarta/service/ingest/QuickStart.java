package se.lageskarta.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A command line that starts a class of this build again and again in little time: its folders of classes are put into
 * jars, and the classes that a first run loads are written to an archive, which takes them from jars only.
 */
final class QuickStart {
    private static final long LONGEST_SECONDS = 600;

    private QuickStart() {}

    /**
     * @param main ends by itself when its input ends
     * @param arguments of the first run
     * @param input lines that the first run is given, so that it loads what they need
     */
    static List<String> of(Path folder, Class<?> main, List<String> arguments, List<String> input)
            throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jarOf(path, folder.resolve("classes" + jars.size() + ".jar")) : entry);
        }
        String path = String.join(File.pathSeparator, jars);
        Path loaded = folder.resolve("classes.txt");
        Path archive = folder.resolve("classes.jsa");
        String in = "-XX:SharedArchiveFile=" + archive;
        List<String> first = command(path, List.of("-XX:DumpLoadedClassList=" + loaded), main);
        first.addAll(arguments);
        run(first, input, loaded);
        // JDK 17 falls over lambdas of classes that it leaves out of the archive
        List<String> classes = Files.readAllLines(loaded);
        classes.removeIf(line -> line.startsWith("@lambda"));
        Files.write(loaded, classes);
        run(command(path, List.of("-Xshare:dump", "-XX:SharedClassListFile=" + loaded, in), main), List.of(), archive);
        return command(path, List.of(in), main);
    }

    /** Runs a command to its end, after which the file that it makes must be there. */
    private static void run(List<String> command, List<String> input, Path makes)
            throws IOException, InterruptedException {
        Path log = Path.of(makes + ".log");
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (Writer lines = run.outputWriter(StandardCharsets.UTF_8)) {
            for (String line : input) {
                lines.write(line + "\n");
            }
        }
        assertThat(run.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(makes).as(Files.readString(log)).exists();
    }

    private static List<String> command(String path, List<String> archive, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m"));
        command.addAll(archive);
        command.addAll(List.of("-cp", path, main.getName()));
        return command;
    }

    private static String jarOf(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(path -> !path.equals(classes)).sorted().collect(Collectors.toList());
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                boolean folder = Files.isDirectory(file);
                zip.putNextEntry(new ZipEntry(
                        classes.relativize(file).toString().replace(File.separatorChar, '/') + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(file, zip);
                }
            }
        }
        return jar.toString();
    }
}
