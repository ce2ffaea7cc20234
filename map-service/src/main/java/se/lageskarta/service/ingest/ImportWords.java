package se.lageskarta.service.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.service.storage.ImportProblem;
import se.lageskarta.service.web.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words for what the reader found, in the language of whoever asks. In the texts {@code {0}} is the first argument in
 * the alphabetical order of the arguments' names.
 */
@Component
public class ImportWords {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    /** The arguments of the code that is itself an argument. */
    private static final String WITH = "with";

    private final Texts texts;

    /** For the service, and for commands that run without it. */
    public ImportWords(Texts texts) {
        this.texts = texts;
    }

    /** Why. */
    public String reason(String code, Map<String, Object> arguments, Locale language) {
        return texts.orElse(code + ".reason", code, language, inOrder(arguments, language));
    }

    /** What to do; empty when nothing needs to be done. */
    public String remedy(String code, Map<String, Object> arguments, Locale language) {
        return texts.orElse(code + ".remedy", "", language, inOrder(arguments, language));
    }

    /** The name of a coordinate system, or its number when it has none here. */
    String nameOf(Crs crs, Locale language) {
        return texts.orElse("crs.name." + crs.epsg(), crs.toString(), language);
    }

    public String reason(ImportProblem problem, Locale language) {
        return reason(problem.code(), arguments(problem), language);
    }

    public String remedy(ImportProblem problem, Locale language) {
        return remedy(problem.code(), arguments(problem), language);
    }

    /** The arguments as the texts number them; codes among them become words. */
    Object[] inOrder(Map<String, Object> arguments, Locale language) {
        Object[] nested = arguments.get(WITH) instanceof Map<?, ?> with
                ? new TreeMap<>(with).values().toArray()
                : new Object[0];
        return new TreeMap<>(arguments)
                .entrySet().stream()
                        .filter(argument -> !argument.getKey().equals(WITH))
                        .map(argument -> word(argument.getKey(), argument.getValue(), nested, language))
                        .toArray();
    }

    private Object word(String name, Object value, Object[] nested, Locale language) {
        return switch (name) {
            case "precision" -> texts.orElse("precision." + value, String.valueOf(value), language);
            case "code" -> texts.orElse(value + ".reason", String.valueOf(value), language, nested);
            default -> value;
        };
    }

    private static Map<String, Object> arguments(ImportProblem problem) {
        try {
            return JSON.readValue(problem.arguments(), ARGUMENTS);
        } catch (JacksonException unreadable) {
            return Map.of();
        }
    }
}
