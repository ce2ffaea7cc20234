package se.lageskarta.service.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.web.Texts;

/**
 * What stands in brackets in a template and is replaced when a document is made. Both languages know both names.
 *
 * @param values by the Swedish name
 */
record Placeholders(Map<String, String> values) {
    private static final Pattern NAME = Pattern.compile("\\[([\\p{L}-]{1,40})]");
    private static final List<String> SWEDISH = List.of("kommun", "period", "dag", "lägesbild");
    private static final List<String> ENGLISH = List.of("municipality", "period", "day", "picture");

    Placeholders {
        values = Map.copyOf(values);
    }

    static Placeholders of(String municipality, String period, String day, String picture) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(SWEDISH.get(0), municipality);
        values.put(SWEDISH.get(1), period);
        values.put(SWEDISH.get(2), day);
        values.put(SWEDISH.get(3), picture);
        return new Placeholders(values);
    }

    /** The names to write in a language. */
    static List<String> names(Locale language) {
        return language.getLanguage().equals(Texts.ENGLISH.getLanguage()) ? ENGLISH : SWEDISH;
    }

    /** A name in brackets that nobody knows is a fault: it would stand in every document. */
    static void check(Written written, String field, String text) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            String name = names.group(1);
            if (!SWEDISH.contains(name) && !ENGLISH.contains(name)) {
                written.fault(
                        field, "[" + name + "]", "document.placeholder", "[" + String.join("], [", SWEDISH) + "]");
                return;
            }
        }
    }

    String fill(String text) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group())));
    }

    private String value(String name, String otherwise) {
        int english = ENGLISH.indexOf(name);
        return values.getOrDefault(english < 0 ? name : SWEDISH.get(english), otherwise);
    }
}
