package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs all cases of a folder whose method is known here, and writes for each {@code <id>.json} with
 * {@code id}, {@code method}, {@code params} and {@code expected} (our answer under the case's own keys) and
 * the side files that the method has: {@code .labels.csv}, {@code .grid.csv}, {@code .cells.csv}.
 */
public final class CaseRunner {
    /** By method; a method without an own line goes to the longest line that it begins with. */
    private static final Map<String, Answerer> METHODS = Map.ofEntries(
            Map.entry("dbscan", ClusterCases::dbscan),
            Map.entry("dbscan-weighted", ClusterCases::weighted),
            Map.entry("st-dbscan", ClusterCases::spaceTime),
            Map.entry("kde", DensityCases::surface),
            Map.entry("kde edge correction", DensityCases::edge),
            Map.entry("hdbscan*", HdbscanCases::hdbscan),
            Map.entry("bandwidth selection", BandwidthCases::answer),
            Map.entry("dual kde", DualDensityCases::answer),
            Map.entry("knox", KnoxCases::table),
            Map.entry("getis-ord-gi-star", GridCases::gistar),
            Map.entry("emerging hot spot analysis", EmergingCases::analysis),
            Map.entry("emerging hot spot classification", EmergingCases::classification),
            Map.entry("clark-evans", PatternCases::nearestNeighbour),
            Map.entry("ripley", PatternCases::ripley),
            Map.entry("centrography", PatternCases::centrography),
            Map.entry("law of crime concentration", AccuracyCases::concentration),
            Map.entry("PAI", AccuracyCases::hitRate),
            Map.entry("space-time permutation scan", ScanCases::permutation),
            Map.entry("spatial scan", ScanCases::measured),
            Map.entry("space-time scan", ScanCases::measured),
            Map.entry("mann-kendall", TrendCases::trend),
            Map.entry("small count tests", SmallCountCases::tests));

    private CaseRunner() {}

    /** Answers one case and writes its side files. */
    private interface Answerer {
        Object answer(CaseFile question, Path out) throws IOException;
    }

    /**
     * @param dir holds {@code expected/*.json} and the inputs these name
     * @param out where answers are written; made when missing
     * @return ids of the cases without an answer, in order of name: their method is not known here, or their
     *     parameters were refused, and then their file holds {@code error} instead of {@code expected}
     * @throws IOException when a file cannot be read or written
     */
    public static List<String> run(Path dir, Path out) throws IOException {
        Path expected = dir.resolve("expected");
        if (!Files.isDirectory(expected)) {
            throw new IllegalArgumentException("dir is " + dir + ", but must hold a folder named expected");
        }
        Files.createDirectories(out);
        List<String> unknown = new ArrayList<>();
        for (Path file : questions(expected)) {
            CaseFile question = CaseFile.read(dir, file);
            if (!answer(question, out)) {
                unknown.add(question.id());
            }
        }
        return unknown;
    }

    /** Runs one case; false when it has no answer. */
    static boolean answer(CaseFile question, Path out) throws IOException {
        Answerer method = PlantedCases.isAsked(question) ? PlantedCases::answer : answererOf(question.method());
        if (method == null) {
            return false;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", question.id());
        answer.put("method", question.method());
        answer.put("params", question.params());
        boolean answered = true;
        try {
            answer.put("expected", method.answer(question, out));
        } catch (IllegalArgumentException refused) {
            answer.put("error", String.valueOf(refused.getMessage()));
            answered = false;
        }
        JsonTree.write(out.resolve(question.id() + ".json"), answer);
        return answered;
    }

    private static @Nullable Answerer answererOf(String method) {
        if (FourFieldCases.asks(method)) {
            return FourFieldCases::fields;
        }
        return METHODS.keySet().stream()
                .filter(name -> method.equals(name) || method.startsWith(name + " ") || method.startsWith(name + ","))
                .max(Comparator.comparingInt(String::length))
                .map(METHODS::get)
                .orElse(null);
    }

    private static List<Path> questions(Path expected) throws IOException {
        try (Stream<Path> files = Files.list(expected)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
