package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The question of one case, without its answer.
 *
 * @param folder of all cases; inputs are named relative to it
 * @param file that asks
 * @param input name of the file, or several divided by semicolons
 * @param params as the file gives them
 */
record CaseFile(Path folder, Path file, String id, String method, String input, Map<String, Object> params) {
    @SuppressWarnings("unchecked")
    static CaseFile read(Path folder, Path file) throws IOException {
        Map<String, Object> members = JsonTree.readMembers(file, Set.of("id", "method", "input", "params"));
        Object params = members.get("params");
        return new CaseFile(
                folder,
                file,
                text(members, "id", file),
                text(members, "method", file),
                input(members.get("input")),
                params instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }

    CasePoints points() throws IOException {
        return CasePoints.read(inputFile());
    }

    /** Some name the file and add a remark in brackets. */
    Path inputFile() {
        return named(input.replaceFirst("\\s*\\(.*", ""));
    }

    /** A file of the folder, packed or not. */
    Path named(String name) {
        Path file = folder.resolve(name).normalize();
        return Files.exists(file) ? file : folder.resolve(name + ".gz").normalize();
    }

    /**
     * What some cases ask where others answer, such as the distances for which they want a value: see {@link
     * JsonTree#readQuestions}.
     */
    Map<?, ?> asked(String... names) throws IOException {
        return JsonTree.readQuestions(file, "expected", Set.of(names)) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** As {@link #asked}, of cases whose answer is a list. */
    List<Map<?, ?>> askedList(String... names) throws IOException {
        return JsonTree.readQuestions(file, "expected", Set.of(names)) instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>map(one -> one instanceof Map<?, ?> map ? map : Map.of())
                        .toList()
                : List.of();
    }

    /** How near an answer must come, in words; they tell which columns are wanted. */
    String tolerance() throws IOException {
        return JsonTree.readMembers(file, Set.of("tolerance")).get("tolerance") instanceof String text ? text : "";
    }

    /**
     * The file named like the input with more after its stem, such as {@code town_boundary_3006.json}; of {@code
     * town_survey.csv} as well.
     */
    Path beside(String more) throws IOException {
        String stem = inputFile().getFileName().toString().replaceFirst("\\..*", "");
        try (Stream<Path> files = Files.list(folder.resolve("inputs"))) {
            List<Path> named = files.sorted().toList();
            for (String part = stem; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('_')))) {
                String start = part + more;
                for (Path file : named) {
                    if (file.getFileName().toString().startsWith(start)) {
                        return file;
                    }
                }
            }
        }
        throw new IllegalArgumentException("no file named " + stem + more + " lies beside " + input);
    }

    double number(String name) {
        return number(params, name);
    }

    double number(Map<String, Object> members, String name) {
        if (members.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "params." + name + " of " + id + " is " + members.get(name) + ", but must be a number");
    }

    String text(String name) {
        return params.get(name) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) {
        return params.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static String input(@Nullable Object value) {
        if (value instanceof List<?> names) {
            return names.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        return value instanceof String name ? name : "";
    }

    private static String text(Map<String, Object> members, String name, Path file) throws IOException {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IOException(file + " has no " + name);
    }
}
