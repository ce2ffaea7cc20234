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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(jarOf(path, folder.resolve("classes" + jars.size() + ".jar")));
            } else if (!isSigned(path)) {
                jars.add(path);
            }
        }
        Path loaded = folder.resolve("classes.txt");
        Path sources = folder.resolve("sources.txt");
        Path archive = folder.resolve("classes.jsa");
        String in = "-XX:SharedArchiveFile=" + archive;
        List<String> first = command(
                path(jars), List.of("-XX:DumpLoadedClassList=" + loaded, "-Xlog:class+load:file=" + sources), main);
        first.addAll(arguments);
        run(first, input, loaded);
        // each class is looked for in one jar after the other
        Map<String, Long> used = classesOf(sources);
        jars.sort(Comparator.comparingLong((Path jar) -> -used.getOrDefault(jar.toString(), 0L)));
        String path = path(jars);
        // JDK 17 falls over lambdas of classes that it leaves out of the archive
        List<String> classes = Files.readAllLines(loaded);
        classes.removeIf(line -> line.startsWith("@lambda"));
        Files.write(loaded, classes);
        run(command(path, List.of("-Xshare:dump", "-XX:SharedClassListFile=" + loaded, in), main), List.of(), archive);
        return command(path, List.of(in), main);
    }

    private static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** How many classes came from each file, by a log of the classes loaded. */
    private static Map<String, Long> classesOf(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split(" source: file:", 2))
                    .filter(parts -> parts.length == 2)
                    .collect(Collectors.groupingBy(parts -> parts[1], Collectors.counting()));
        }
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

    /** Only tests have such a jar on their path; what it holds fits in no archive and would be verified at each start. */
    private static boolean isSigned(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().matches("META-INF/[^/]+\\.SF"));
        }
    }

    private static Path jarOf(Path classes, Path jar) throws IOException {
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
        return jar;
    }
}
