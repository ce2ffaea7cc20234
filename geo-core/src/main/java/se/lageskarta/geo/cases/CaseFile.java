package se.lageskarta.geo.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The question of one case, without its answer.
 *
 * @param folder of all cases; inputs are named relative to it
 * @param params as the file gives them
 */
record CaseFile(Path folder, String id, String method, String input, Map<String, Object> params) {
    @SuppressWarnings("unchecked")
    static CaseFile read(Path folder, Path file) throws IOException {
        Map<String, Object> members = JsonTree.readMembers(file, Set.of("id", "method", "input", "params"));
        Object params = members.get("params");
        return new CaseFile(
                folder,
                text(members, "id", file),
                text(members, "method", file),
                members.get("input") instanceof String input ? input : "",
                params instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }

    CasePoints points() throws IOException {
        // some name the file and add a remark in brackets
        String name = input.replaceFirst("\\s*\\(.*", "");
        return CasePoints.read(named(name));
    }

    /** A file of the folder, packed or not. */
    Path named(String name) {
        Path file = folder.resolve(name).normalize();
        return Files.exists(file) ? file : folder.resolve(name + ".gz").normalize();
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

    private static String text(Map<String, Object> members, String name, Path file) throws IOException {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IOException(file + " has no " + name);
    }
}
